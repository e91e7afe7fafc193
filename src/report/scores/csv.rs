//! Scores as CSV for spreadsheets: every cell quoted, and no text that a spreadsheet would take for a formula.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::{ResponseLine, decimal};
use crate::{
    grade::{Credit, Response},
    stats::AttemptScore,
    text,
};

const ATTEMPTS: [&str; 13] = [
    "id",
    "pack",
    "learner",
    "mode",
    "seed",
    "started",
    "finished",
    "answered",
    "questions",
    "credit",
    "points",
    "max_points",
    "percent",
];
const RESPONSES: [&str; 15] = [
    "attempt",
    "pack",
    "learner",
    "question",
    "kind",
    "presented",
    "response",
    "credit",
    "penalty",
    "points",
    "elapsed_ms",
    "hints",
    "second_try",
    "answered_at",
    "override",
];

/// A whole table of attempts, with its header.
///
/// # Errors
/// None that attempts could cause.
pub fn attempts(attempts: &[AttemptScore]) -> csv::Result<String> {
    let mut writer = writer();
    writer.write_record(ATTEMPTS)?;
    for scored in attempts {
        let score = &scored.score;
        writer.write_record([
            scored.id.to_string(),
            cell(scored.pack.as_ref().map_or("", |pack| pack.as_str())),
            cell(&scored.learner),
            scored.mode.name().to_owned(),
            scored.seed.to_string(),
            scored.started.to_string(),
            known(scored.finished),
            score.answered.to_string(),
            score.questions.to_string(),
            known(score.mean_credit()),
            decimal(score.points),
            decimal(score.max_points),
            known(score.percent()),
        ])?;
    }
    finish(writer)
}

/// Lines of responses, with the header when they are the first.
///
/// # Errors
/// None that responses could cause.
pub fn responses(lines: &[ResponseLine], first: bool) -> csv::Result<String> {
    let mut writer = writer();
    if first {
        writer.write_record(RESPONSES)?;
    }
    for line in lines {
        writer.write_record([
            line.attempt.to_string(),
            cell(line.pack.as_str()),
            cell(&line.learner),
            cell(line.question.as_str()),
            cell(line.kind.as_deref().unwrap_or_default()),
            cell(&line.presented.as_deref().unwrap_or_default().join(" | ")),
            response(line.response.as_ref()),
            known(line.credit.map(Credit::thousandths)),
            line.penalty.to_string(),
            line.points.map(decimal).unwrap_or_default(),
            line.elapsed_ms.to_string(),
            line.hints.to_string(),
            line.second_try.to_string(),
            line.answered_at.to_string(),
            line.overridden.to_string(),
        ])?;
    }
    finish(writer)
}

pub(in crate::report) fn writer() -> Writer<Vec<u8>> {
    WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new())
}

pub(in crate::report) fn finish(writer: Writer<Vec<u8>>) -> csv::Result<String> {
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(std::io::Error::from(error.error().kind())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn known(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A response as a cell: a number stays a number, several texts stand with ` | ` between them.
pub(super) fn response(response: Option<&Response>) -> String {
    match response {
        Some(Response::Number(number)) => number.to_string(),
        other => cell(&words(other)),
    }
}

/// A response in words, as it was given.
pub(super) fn words(response: Option<&Response>) -> Cow<'_, str> {
    match response {
        None => Cow::Borrowed(""),
        Some(Response::Bool(value)) => Cow::Owned(value.to_string()),
        Some(Response::Number(number)) => Cow::Owned(number.to_string()),
        Some(Response::Text(text) | Response::Essay { text, .. }) => Cow::Borrowed(text),
        Some(Response::List(texts)) => Cow::Owned(texts.join(" | ")),
        Some(Response::Map(pairs)) => {
            let pairs: Vec<String> = pairs
                .iter()
                .map(|(left, right)| format!("{left} = {right}"))
                .collect();
            Cow::Owned(pairs.join(" | "))
        }
    }
}

/// A text as a cell. Spreadsheets run cells that begin with one of these signs (CWE-1236): a quotation mark before
/// them makes it a text.
pub(in crate::report) fn cell(text: &str) -> String {
    let starts_a_formula = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    let clean = text::clean(text);
    if starts_a_formula {
        format!("'{clean}")
    } else {
        clean.into_owned()
    }
}
