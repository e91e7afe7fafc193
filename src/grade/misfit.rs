//! What to say when the shape of a response does not fit the kind of question.

use super::{AskAgain, Response};
use crate::{pack::Kind, text::clean_line};

/// The response is of a shape that cannot answer this kind.
pub(super) fn misfit(kind: &Kind, response: &Response) -> AskAgain {
    let given = match response {
        Response::Bool(_) => "true or false",
        Response::Number(_) => "a number",
        Response::Text(_) => "a text",
        Response::List(_) => "a list",
        Response::Map(_) => "a map",
        Response::Essay { .. } => "an essay with ticks",
    };
    let help = match kind {
        Kind::Choice { .. } => "give the text of one choice",
        Kind::Multiple { .. } => "give a list of the texts of choices",
        Kind::TrueFalse { .. } => "give true or false",
        Kind::ShortAnswer { .. } => "give the answer as a text",
        Kind::Numeric { .. } => "give a number, or a text like `2,000`",
        Kind::Date { .. } => "give a date as a text like `20 July 1969`, or a year",
        Kind::Ordering { .. } => "give a list of all items in order",
        Kind::Matching { .. } => "give a map from each left to its right",
        Kind::Cloze { .. } => "give a list with one text for each gap",
        Kind::Essay { .. } => {
            "give the essay as a text, or as a map with `text` and `rubric`, the ticked lines counted from 1"
        }
    };
    AskAgain::new(
        format!("{given} does not answer a `{}` question", kind.name()),
        help,
    )
}

/// A text from outside as a message may quote it: one line, not longer than a message bears.
pub(super) fn quote(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = clean_line(text.trim());
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}
