//! Attempts, contents and rows as JSON Lines: what a spool file and an exported log are made of. The schema of an
//! exported log is this:
//!
//! - One JSON object a line, in UTF-8, with one key that says what it is: `log`, `attempt`, `content` or `row`.
//! - `{"log": {"version": 1}}` stands first. A log of a newer version is refused; fields that a version does not know
//!   are ignored.
//! - An attempt stands before its rows, a content before the first row that speaks of it. Logs may be put one behind
//!   the other, and sorted.
//! - What is what: [`Attempt`], [`Row`] with its `kind` and `payload` ([`super::Payload`]), and a content, the canonical
//!   JSON of a question as text with its [`crate::pack::content_hash`].

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Attempt, ContentHash, Row};

/// One line. Unknown fields are ignored when it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line<'a> {
    /// The version of an exported log; stands first there. A spool file has none.
    Log {
        /// See [`Line::VERSION`].
        version: u32,
    },
    /// An attempt; stands before its rows.
    Attempt(Cow<'a, Attempt>),
    /// What a question asked and accepted; stands before the first row that speaks of it.
    Content {
        /// Its hash.
        hash: Cow<'a, ContentHash>,
        /// Its canonical JSON, as text: the hash is over these very bytes.
        json: Cow<'a, str>,
    },
    /// A row.
    Row(Cow<'a, Row>),
}

impl Line<'_> {
    /// The version of what is exported. A new one for whatever an older quizline would take for something else.
    pub const VERSION: u32 = 1;

    /// The line, without its line break.
    ///
    /// # Errors
    /// None that a record built by this program could cause.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// Reads a line.
    ///
    /// # Errors
    /// When it is not one of these.
    pub fn read(line: &str) -> serde_json::Result<Line<'static>> {
        serde_json::from_str(line)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use crate::record::{ContentHash, Line, sample};

    #[test]
    fn every_record_survives_its_line() {
        let attempt = sample::attempt(1);
        let hash = ContentHash(String::from("ab12"));
        let mut lines = vec![
            Line::Log {
                version: Line::VERSION,
            },
            Line::Attempt(Cow::Borrowed(&attempt)),
            Line::Content {
                hash: Cow::Borrowed(&hash),
                json: Cow::Borrowed("{\"prompt\":\"a\\nb\"}"),
            },
        ];
        let rows: Vec<_> = sample::payloads()
            .into_iter()
            .enumerate()
            .map(|(at, payload)| sample::row(&attempt, u32::try_from(at).unwrap() + 1, payload))
            .collect();
        lines.extend(rows.iter().map(|row| Line::Row(Cow::Borrowed(row))));
        for line in lines {
            let text = line.write().unwrap();
            assert!(!text.contains('\n'));
            assert_eq!(Line::read(&text).unwrap(), line, "{text}");
        }
    }

    #[test]
    fn an_unknown_field_is_ignored() {
        let row = r#"{"row":{"id":"0190163d-8694-739b-aea5-966c26f8ad91","attempt":"0190163d-8694-739b-aea5-966c26f8ad92",
            "seq":1,"at":"2026-11-23T10:00:00Z","zone":"UTC","kind":"finish","new":1}}"#;
        assert!(matches!(Line::read(row), Ok(Line::Row(_))));
    }
}
