//! Choices: one of several, or every right one of several.

use super::{AskAgain, Credit, Reason, Response, Verdict, misfit::quote};
use crate::{
    pack::{Choice, CreditRule, Distractors},
    text::{
        fold::{caseless, exact},
        number::Decimal,
    },
};

/// The verdict on one choice, the key or one of those that count as right too; none when the response is of a shape that cannot name one.
pub(super) fn choice(
    answer: &Choice,
    also: &[Choice],
    distractors: &Distractors,
    response: &Response,
) -> Option<Result<Verdict, AskAgain>> {
    let all = || {
        std::iter::once(answer)
            .chain(also)
            .chain(&distractors.choices)
    };
    let found = match response {
        Response::Text(text) => find(all(), text),
        Response::Bool(given) => all().position(|c| caseless(&c.text) == given.to_string()),
        Response::Number(number) => {
            let written = number.to_string();
            find(all(), &written).or_else(|| {
                let value = written.parse::<Decimal>().ok()?;
                all().position(|choice| choice.text.trim().parse() == Ok(value))
            })
        }
        Response::List(_) | Response::Map(_) | Response::Essay { .. } => return None,
    };
    let Some(found) = found else {
        let given = match response {
            Response::Text(text) => text.clone(),
            Response::Bool(given) => given.to_string(),
            _ => response.typed().unwrap_or_default().into_owned(),
        };
        return Some(Err(unknown(all(), &given)));
    };
    let right = found <= also.len();
    Some(Ok(Verdict::new(
        if right { Credit::FULL } else { Credit::NONE },
        Reason::Chosen {
            right: usize::from(right),
            keys: 1,
            wrong: usize::from(!right),
            distractors: presented(distractors),
        },
    )))
}

/// The verdict on several choices.
pub(super) fn multiple(
    answers: &[Choice],
    distractors: &Distractors,
    rule: CreditRule,
    given: &[String],
) -> Result<Verdict, AskAgain> {
    if given.is_empty() {
        return Err(AskAgain::new(
            "nothing is chosen",
            "choose at least one, or say that you don't know",
        ));
    }
    let all = || answers.iter().chain(&distractors.choices);
    let mut chosen = vec![false; answers.len() + distractors.choices.len()];
    for text in given {
        match find(all(), text) {
            Some(place) => chosen[place] = true,
            None => return Err(unknown(all(), text)),
        }
    }
    let count = |places: &[bool]| places.iter().filter(|chosen| **chosen).count();
    let (keys, others) = chosen.split_at(answers.len());
    let (right, wrong) = (count(keys), count(others));
    let (keys, presented) = (answers.len(), presented(distractors));
    let credit = match rule {
        CreditRule::Each => balanced(right, keys, wrong, presented),
        CreditRule::All if right == keys && wrong == 0 => Credit::FULL,
        CreditRule::All => Credit::NONE,
    };
    Ok(Verdict::new(
        credit,
        Reason::Chosen {
            right,
            keys,
            wrong,
            distractors: presented,
        },
    ))
}

/// Share of the keys chosen minus share of the distractors chosen, not below 0: the one rule under which choosing
/// everything and choosing nothing earn nothing, however many there are (Moodle's, LEARNING 3.1).
fn balanced(right: usize, keys: usize, wrong: usize, distractors: usize) -> Credit {
    let distractors = distractors.max(1);
    let earned = (right * distractors).saturating_sub(wrong * keys);
    Credit::share(earned, keys * distractors)
}

/// How many distractors an attempt presents.
fn presented(distractors: &Distractors) -> usize {
    let all = distractors.choices.len();
    distractors.pick.map_or(all, |pick| pick.min(all))
}

fn find<'a>(choices: impl Iterator<Item = &'a Choice> + Clone, text: &str) -> Option<usize> {
    choices
        .clone()
        .position(|choice| choice.text == text)
        .or_else(|| {
            let text = exact(text);
            choices
                .map(|choice| exact(&choice.text))
                .position(|choice| choice == text)
        })
}

/// The choices are not listed in the message: their order here would tell the key.
fn unknown<'a>(choices: impl Iterator<Item = &'a Choice>, given: &str) -> AskAgain {
    let meant = caseless(given);
    let near = choices
        .map(|choice| {
            (
                strsim::osa_distance(&caseless(&choice.text), &meant),
                choice,
            )
        })
        .filter(|(distance, _)| *distance <= 2)
        .min_by_key(|(distance, _)| *distance);
    AskAgain::new(
        format!("{} is not a choice of this question", quote(given)),
        near.map_or_else(
            || "give the text of a choice as the pack has it".to_owned(),
            |(_, choice)| format!("did you mean {}?", quote(&choice.text)),
        ),
    )
}
