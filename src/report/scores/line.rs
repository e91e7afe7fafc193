//! One response with everything that is told of it.

use jiff::{Timestamp, fmt::temporal::DateTimeParser, tz::TimeZone};
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::{asked::asked, decimal};
use crate::{
    grade::{Credit, Response},
    pack::Id,
    record::{Attempt, ContentHash, Row},
    stats,
};

/// A response, as JSON has it. What is not known is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseLine {
    /// The attempt it belongs to.
    pub attempt: Uuid,
    /// The question's pack.
    pub pack: Id,
    /// Whose it is.
    pub learner: String,
    /// The question.
    pub question: Id,
    /// The question's kind.
    pub kind: Option<String>,
    /// Choices, items or rights, in the order in which they were presented.
    pub presented: Option<Vec<String>>,
    /// Verbatim; none after "don't know".
    pub response: Option<Response>,
    /// Before hints; none while it is not graded.
    pub credit: Option<Credit>,
    /// What hints took, in thousandths.
    pub penalty: u16,
    /// What it earned; none while it is not graded or when it does not count.
    #[serde(serialize_with = "points")]
    pub points: Option<u64>,
    /// From showing the question to the answer.
    pub elapsed_ms: u64,
    /// Hints shown before.
    pub hints: usize,
    /// Whether its question was answered before in this attempt.
    pub second_try: bool,
    /// When it was given.
    pub answered_at: Timestamp,
    /// Whether the learner said that it was right.
    #[serde(rename = "override")]
    pub overridden: bool,
    /// The time zone it was given in.
    #[serde(skip)]
    pub zone: String,
}

impl ResponseLine {
    /// When it was given, by the clock on the learner's wall.
    pub(super) fn when(&self) -> String {
        local(self.answered_at, &self.zone)
    }
}

#[expect(clippy::ref_option, reason = "serde hands fields on so")]
fn points<S: Serializer>(points: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
    points.map(number).serialize(serializer)
}

/// Thousandths as a JSON number.
pub(super) fn number(thousandths: u64) -> serde_json::Value {
    serde_json::from_str(&decimal(thousandths)).unwrap_or_default()
}

/// Date and time to the minute in a time zone; in UTC where the zone is not known here.
pub(super) fn local(at: Timestamp, zone: &str) -> String {
    // A name, or an offset from UTC.
    let (zone, mark) = match DateTimeParser::new().parse_time_zone(zone) {
        Ok(zone) => (zone, ""),
        Err(_) => (TimeZone::UTC, "Z"),
    };
    format!(
        "{}{mark}",
        at.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M")
    )
}

/// The responses of an attempt, in order; those that were taken back only when `all` are asked for. `content` looks up
/// what questions asked.
///
/// # Errors
/// The first that `content` gives.
pub fn lines<E>(
    attempt: &Attempt,
    rows: &[Row],
    all: bool,
    mut content: impl FnMut(&ContentHash) -> Result<Option<String>, E>,
) -> Result<Vec<ResponseLine>, E> {
    let mut lines = Vec::new();
    for response in stats::responses(attempt, rows) {
        if !response.holds && !all {
            continue;
        }
        let answer = response.answer;
        let (kind, presented) = content(&answer.content)?
            .and_then(|content| asked(&content, &answer.presented))
            .map_or((None, None), |(kind, texts)| (Some(kind), texts));
        lines.push(ResponseLine {
            attempt: attempt.id,
            pack: answer.pack.clone(),
            learner: attempt.learner.clone(),
            question: answer.question.clone(),
            kind,
            presented,
            response: answer.response.clone(),
            credit: response.credit,
            penalty: answer.penalty,
            points: response.points,
            elapsed_ms: answer.elapsed_ms,
            hints: answer.hints,
            second_try: response.second_try,
            answered_at: response.row.at,
            overridden: response.overridden,
            zone: response.row.zone.clone(),
        });
    }
    Ok(lines)
}
