//! True or false.

use super::{Credit, Reason, Response, Verdict};
use crate::text::fold::caseless;

/// The verdict on a statement held to be true or false; none when the response says neither.
pub(super) fn grade_truth(answer: bool, response: &Response) -> Option<Verdict> {
    let given = match response {
        Response::Bool(given) => *given,
        Response::Text(text) => said(text)?,
        Response::Number(_) | Response::List(_) | Response::Map(_) | Response::Essay { .. } => {
            return None;
        }
    };
    let right = given == answer;
    Some(Verdict::new(
        if right { Credit::FULL } else { Credit::NONE },
        Reason::Chosen {
            right: usize::from(right),
            keys: 1,
            wrong: usize::from(!right),
            distractors: 1,
        },
    ))
}

/// The words for true and false that a learner may type.
fn said(text: &str) -> Option<bool> {
    match caseless(text).trim_end_matches('.') {
        "t" | "true" | "y" | "yes" | "right" | "correct" | "wahr" | "richtig" | "ja" | "vrai"
        | "oui" | "verdadero" | "cierto" | "sí" | "si" | "vero" | "sì" | "verdadeiro" | "sim"
        | "waar" => Some(true),
        "f" | "false" | "n" | "no" | "wrong" | "incorrect" | "falsch" | "nein" | "faux" | "non"
        | "falso" | "não" | "nao" | "onwaar" | "nee" => Some(false),
        _ => None,
    }
}
