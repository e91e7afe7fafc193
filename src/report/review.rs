//! What is scheduled, as a table for people and as JSON that others may rely on.

use std::fmt::Write;

use jiff::Timestamp;
use serde::Serialize;

use super::json;
use crate::{pack::Id, text};

/// The version of the JSON.
const VERSION: u32 = 1;

/// A question that is scheduled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewLine {
    /// Its pack.
    pub pack: Id,
    /// Its id.
    pub question: Id,
    /// Days until the probability of recall is 0.9 after the last review.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
    /// The probability that it is recalled now.
    pub retrievability: f32,
    /// When it was reviewed last.
    pub last: Timestamp,
    /// When it is due.
    pub due: Option<Timestamp>,
    /// How often it was answered.
    pub responses: u32,
    /// Whether it is due now.
    #[serde(skip)]
    pub now: bool,
    /// The date it is due, as it is shown.
    #[serde(skip)]
    pub day: String,
    /// Whether its pack still has it.
    #[serde(skip)]
    pub there: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    items: &'a [ReviewLine],
}

/// A whole document.
///
/// # Errors
/// None that lines could cause.
pub fn to_json(items: &[ReviewLine]) -> serde_json::Result<String> {
    let document = Document {
        version: VERSION,
        items,
    };
    Ok(json::line(&document)? + "\n")
}

/// A line for each question, below one that says how many are due.
#[must_use]
pub fn table(items: &[ReviewLine]) -> String {
    let due = items.iter().filter(|item| item.now && item.there).count();
    let mut lines = format!(
        "{}, {due} due now\n",
        text::count(items.len(), "scheduled question")
    );
    for item in items {
        let when = if item.now { "now" } else { &item.day };
        let gone = if item.there {
            ""
        } else {
            "  (no longer in its pack)"
        };
        let recall = (f64::from(item.retrievability) * 100.0).round();
        let name = format!("{}/{}", item.pack, item.question);
        let name = text::clean_line(&name);
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{when:<10}  recall {recall:>3}%  {name}{gone}");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{ReviewLine, table, to_json};
    use crate::pack::Id;

    fn line(question: &str, now: bool, there: bool) -> ReviewLine {
        ReviewLine {
            pack: Id::new("moon").unwrap(),
            question: Id::new(question).unwrap(),
            stability: 2.5,
            difficulty: 5.0,
            retrievability: 0.5,
            last: "2026-11-20T10:00:00Z".parse().unwrap(),
            due: "2026-11-22T04:00:00Z".parse().ok(),
            responses: 3,
            now,
            day: "2026-11-22".to_owned(),
            there,
        }
    }

    #[test]
    fn the_json_is_what_others_rely_on() {
        assert_eq!(
            to_json(&[line("one", true, true)]).unwrap(),
            "{\"version\":1,\"items\":[{\"pack\":\"moon\",\"question\":\"one\",\"stability\":2.5,\"difficulty\":5.0,\
             \"retrievability\":0.5,\"last\":\"2026-11-20T10:00:00Z\",\"due\":\"2026-11-22T04:00:00Z\",\"responses\":3}]}\n"
        );
    }

    #[test]
    fn the_table_names_what_is_gone_and_does_not_count_it() {
        assert_eq!(
            table(&[
                line("one", true, true),
                line("two", true, false),
                line("three", false, true)
            ]),
            "3 scheduled questions, 1 due now\n\
             now         recall  50%  moon/one\n\
             now         recall  50%  moon/two  (no longer in its pack)\n\
             2026-11-22  recall  50%  moon/three\n"
        );
    }
}
