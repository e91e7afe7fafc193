//! Essays: stored ungraded, until the learner holds them against the rubric.

use super::{AskAgain, Credit, Reason, Response, Verdict};
use crate::pack::{Kind, Question};

/// The verdict on an essay; none when the response is of a shape that cannot be one.
pub(super) fn grade_essay(
    rubric: &[String],
    response: &Response,
) -> Option<Result<Verdict, AskAgain>> {
    let (text, ticked) = match response {
        Response::Text(text) => (text, None),
        Response::Essay { text, rubric } => (text, Some(rubric)),
        Response::Bool(_) | Response::Number(_) | Response::List(_) | Response::Map(_) => {
            return None;
        }
    };
    if text.trim().is_empty() {
        return Some(Err(AskAgain::new(
            "the essay is empty",
            "write a sentence or more, or say that you don't know",
        )));
    }
    let Some(ticked) = ticked else {
        return Some(Ok(Verdict {
            credit: None,
            reason: Reason::Unticked,
        }));
    };
    Some(lines(rubric.len(), ticked).map(|ticked| {
        let of = rubric.len();
        Verdict::new(Credit::share(ticked, of), Reason::Ticked { ticked, of })
    }))
}

/// What an essay earns for the rubric lines that the learner ticks, counted from 1.
///
/// # Errors
/// [`AskAgain`] when the question is no essay, or a line is not there.
pub fn tick(question: &Question, ticked: &[usize]) -> Result<Credit, AskAgain> {
    let Kind::Essay { model: _, rubric } = &question.kind else {
        return Err(AskAgain::new(
            format!("a `{}` question has no rubric", question.kind.name()),
            "only an essay is held against a rubric",
        ));
    };
    let of = rubric.len();
    lines(of, ticked).map(|ticked| Credit::share(ticked, of))
}

/// How many different lines are ticked.
fn lines(of: usize, ticked: &[usize]) -> Result<usize, AskAgain> {
    let mut seen = vec![false; of];
    for &line in ticked {
        let place = line.checked_sub(1).and_then(|at| seen.get_mut(at));
        let Some(place) = place else {
            return Err(AskAgain::new(
                format!("the rubric has no line {line}"),
                format!("its lines are counted from 1 to {of}"),
            ));
        };
        *place = true;
    }
    Ok(seen.iter().filter(|ticked| **ticked).count())
}
