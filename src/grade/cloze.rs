//! Gaps: each a number or a short answer, and the share of them that is right.

use super::{
    AskAgain, Context, Credit, GapVerdict, Reason, Response, Verdict, numeric::grade_number,
    wording::Spellings,
};
use crate::{
    pack::{Gap, Part},
    text::{fold::fold, number},
};

/// The verdict on the gaps of a text; none when the response is of a shape that cannot fill them.
pub(super) fn grade_gaps(
    parts: &[Part],
    context: &Context,
    response: &Response,
) -> Option<Result<Verdict, AskAgain>> {
    let gaps: Vec<(&Gap, Option<&str>)> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| match part {
            Part::Gap(gap) => Some((gap, unit_after(parts.get(at + 1)))),
            Part::Text(_) => None,
        })
        .collect();
    let typed;
    let given: Vec<&str> = if let Response::List(given) = response {
        given.iter().map(String::as_str).collect()
    } else {
        typed = response.typed().filter(|_| gaps.len() == 1)?;
        vec![&typed]
    };
    Some(grade_each(&gaps, context, &given))
}

fn grade_each(
    gaps: &[(&Gap, Option<&str>)],
    context: &Context,
    given: &[&str],
) -> Result<Verdict, AskAgain> {
    if given.len() != gaps.len() {
        return Err(AskAgain::new(
            format!("{} texts for {} gaps", given.len(), gaps.len()),
            "give one text for each gap, an empty one for a gap that is left out",
        ));
    }
    if given.iter().all(|text| text.trim().is_empty()) {
        return Err(AskAgain::new(
            "no gap is filled",
            "fill at least one, or say that you don't know",
        ));
    }
    let mut verdicts = Vec::with_capacity(gaps.len());
    for (at, ((gap, unit), text)) in gaps.iter().zip(given).enumerate() {
        let others = gaps
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .flat_map(|(_, (gap, _))| gap.alternatives.iter().map(String::as_str))
            .collect();
        let (credit, reason) =
            grade_gap(gap, *unit, others, context, text).map_err(|again| AskAgain {
                message: format!("gap {}: {}", at + 1, again.message),
                ..again
            })?;
        verdicts.push(GapVerdict { credit, reason });
    }
    let right = verdicts
        .iter()
        .filter(|verdict| verdict.credit == Credit::FULL)
        .count();
    Ok(Verdict::new(
        Credit::share(right, gaps.len()),
        Reason::Gaps(verdicts),
    ))
}

fn grade_gap(
    gap: &Gap,
    unit: Option<&str>,
    others: Vec<&str>,
    context: &Context,
    text: &str,
) -> Result<(Credit, Reason), AskAgain> {
    if text.trim().is_empty() {
        return Ok((Credit::NONE, Reason::Wrong));
    }
    let Some(key) = &gap.number else {
        let spellings = Spellings {
            right: gap.alternatives.iter().map(String::as_str).collect(),
            wrong: Vec::new(),
            others,
            strict: false,
        };
        return spellings.grade(context, text);
    };
    // Further alternatives of a numeric gap may be words, or other numbers.
    let language = &context.language;
    let alternative = gap.alternatives.iter().skip(1).find(|alternative| {
        match number::read(alternative, language) {
            Ok(value) => number::read(text, language) == Ok(value),
            Err(_) => fold(alternative, language) == fold(text, language),
        }
    });
    if let Some(accepted) = alternative {
        return Ok((
            Credit::FULL,
            Reason::Exact {
                accepted: accepted.clone(),
            },
        ));
    }
    grade_number(key, unit, context, text)
}

/// The word after a numeric gap, which a response may repeat: `{{2,000}} chips`.
fn unit_after(part: Option<&Part>) -> Option<&str> {
    let Some(Part::Text(text)) = part else {
        return None;
    };
    let word = text.split_whitespace().next()?;
    let word = word.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '%');
    (!word.is_empty()).then_some(word)
}
