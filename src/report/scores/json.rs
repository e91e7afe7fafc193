//! Scores as JSON, as others may rely on it: see the manual for its shape.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{ResponseLine, line::number};
use crate::{pack::Id, record::Mode, report::json, stats::AttemptScore};

/// The version of this shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct AttemptLine<'a> {
    id: Uuid,
    pack: Option<&'a Id>,
    learner: &'a str,
    mode: Mode,
    seed: u64,
    started: jiff::Timestamp,
    finished: Option<jiff::Timestamp>,
    answered: usize,
    questions: usize,
    credit: Option<u64>,
    points: Value,
    max_points: Value,
    percent: Option<u32>,
}

impl<'a> From<&'a AttemptScore> for AttemptLine<'a> {
    fn from(scored: &'a AttemptScore) -> Self {
        let score = &scored.score;
        Self {
            id: scored.id,
            pack: scored.pack.as_ref(),
            learner: &scored.learner,
            mode: scored.mode,
            seed: scored.seed,
            started: scored.started,
            finished: scored.finished,
            answered: score.answered,
            questions: score.questions,
            credit: score.mean_credit(),
            points: number(score.points),
            max_points: number(score.max_points),
            percent: score.percent(),
        }
    }
}

/// A whole document of attempts.
///
/// # Errors
/// None that attempts could cause.
pub fn attempts(attempts: &[AttemptScore]) -> serde_json::Result<String> {
    let mut text = begin(attempts)?;
    text.push_str("\n}\n");
    Ok(text)
}

/// A document of attempts and responses, piece by piece: `responses` hands out those of one attempt after another,
/// `write` takes the pieces.
///
/// # Errors
/// The first that `responses` or `write` gives.
pub fn responses<E: From<serde_json::Error>>(
    attempts: &[AttemptScore],
    responses: impl Iterator<Item = Result<Vec<ResponseLine>, E>>,
    mut write: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let mut text = begin(attempts)?;
    text.push_str(",\n\"responses\": [");
    let mut separator = "\n";
    for lines in responses {
        for line in lines? {
            text.push_str(separator);
            text.push_str(&json::line(&line)?);
            separator = ",\n";
        }
        write(&text)?;
        text.clear();
    }
    text.push_str("\n]\n}\n");
    write(&text)
}

/// A document of attempts without its end: more may follow.
pub(in crate::report) fn begin(attempts: &[AttemptScore]) -> serde_json::Result<String> {
    let mut text = format!("{{\n\"version\": {VERSION},\n\"attempts\": [");
    let mut separator = "\n";
    for scored in attempts {
        text.push_str(separator);
        text.push_str(&json::line(&AttemptLine::from(scored))?);
        separator = ",\n";
    }
    text.push_str(if attempts.is_empty() { "]" } else { "\n]" });
    Ok(text)
}
