//! What a learner gave to a question, verbatim.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::text::number::Decimal;

/// A response, in the shape that `--answers` files and JSON output share. Texts are those of the pack for choices,
/// items and pairs, and as typed for everything else. What shape fits depends on the question's kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Response {
    /// True or false.
    Bool(bool),
    /// A number given as such by a script; a typed one is a text.
    Number(serde_json::Number),
    /// The text of a choice, a typed answer, or an essay that is not held against its rubric.
    Text(String),
    /// Texts of choices (any order), of gaps (in order; empty where left out), or of items in the learner's order.
    List(Vec<String>),
    /// Left to right; a left that is left out has no pair.
    Map(BTreeMap<String, String>),
    /// An essay with the rubric lines that the learner ticked, counted from 1.
    Essay {
        /// The text.
        text: String,
        /// The ticked lines.
        rubric: Vec<usize>,
    },
}

impl Response {
    /// What was typed, where one text is asked for; a script may give it as a number.
    pub(super) fn typed(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => {
                let written = number.to_string();
                // 1957.0 is 1957.
                Some(Cow::Owned(match written.parse::<Decimal>() {
                    Ok(value) => value.to_string(),
                    Err(_) => written,
                }))
            }
            Self::Bool(_) | Self::List(_) | Self::Map(_) | Self::Essay { .. } => None,
        }
    }
}
