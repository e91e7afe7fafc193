//! Which shapes of a response a script may give to which kind. Grading forgives more: what a learner typed is a text.

use crate::{grade::Response, pack::Kind};

/// What to give instead, when a response is of a shape that does not fit the kind.
pub(super) fn misfit(kind: &Kind, response: &Response) -> Option<&'static str> {
    use Response::{Bool, Essay, List, Map, Number, Text};
    let (fits, instead) = match kind {
        // Which of these a choice is written as is the pack's affair.
        Kind::Choice { .. } => (
            matches!(response, Text(_) | Number(_) | Bool(_)),
            "the text of a choice",
        ),
        Kind::Multiple { .. } => (
            matches!(response, List(_)),
            "a list of the texts of choices",
        ),
        Kind::TrueFalse { .. } => (
            matches!(response, Bool(_)),
            "true or false, without quotation marks",
        ),
        Kind::ShortAnswer { .. } => (matches!(response, Text(_)), "a text"),
        Kind::Numeric { .. } => (matches!(response, Number(_) | Text(_)), "a number"),
        Kind::Date { .. } => (
            matches!(response, Text(_) | Number(_)),
            "a date as a text, such as \"20 July 1969\"",
        ),
        Kind::Ordering { .. } => (matches!(response, List(_)), "a list of all items in order"),
        Kind::Matching { .. } => (
            matches!(response, Map(_)),
            "a map from each left to its right",
        ),
        Kind::Cloze { .. } => (
            matches!(response, List(_)),
            "a list with one text for each gap",
        ),
        Kind::Essay { .. } => (
            matches!(response, Text(_) | Essay { .. }),
            "a text, or {\"text\": \"..\", \"rubric\": [1, 3]}",
        ),
    };
    (!fits).then_some(instead)
}

/// What a response is, in words.
pub(super) fn shape(response: &Response) -> &'static str {
    match response {
        Response::Bool(_) => "true or false",
        Response::Number(_) => "a number",
        Response::Text(_) => "a text",
        Response::List(_) => "a list",
        Response::Map(_) => "a map",
        Response::Essay { .. } => "an essay with ticks",
    }
}
