//! Typed words: what they equal, from the strictest comparison to the mildest, and then what they nearly equal.

use super::{AskAgain, Context, Credit, Reason, slip::Key};
use crate::{
    pack::Choice,
    text::fold::{caseless, exact, fold},
};

/// What a typed answer is held against.
pub(super) struct Spellings<'a> {
    /// Accepted spellings, the key first.
    pub(super) right: Vec<&'a str>,
    /// Wrong answers that the author foresaw.
    pub(super) wrong: Vec<&'a Choice>,
    /// Right answers of other gaps, which are wrong here.
    pub(super) others: Vec<&'a str>,
    /// Whether case, accents and slips count.
    pub(super) strict: bool,
}

impl Spellings<'_> {
    /// The verdict on what was typed.
    pub(super) fn grade(
        &self,
        context: &Context,
        typed: &str,
    ) -> Result<(Credit, Reason), AskAgain> {
        if typed.trim().is_empty() {
            return Err(AskAgain::new(
                "the answer is empty",
                "type the answer, or say that you don't know",
            ));
        }
        // Two answers may differ in nothing but case (`Mb`, `MB`): the strictest comparison that finds one decides.
        let folds: [&dyn Fn(&str) -> String; 3] =
            [&exact, &caseless, &|text| fold(text, &context.language)];
        let folds = if self.strict { &folds[..1] } else { &folds };
        for same in folds {
            if let Some(verdict) = self.equal(&same(typed), same) {
                return Ok(verdict);
            }
        }
        if self.strict {
            return Ok((Credit::NONE, Reason::Wrong));
        }
        Ok(self.near(context, &fold(typed, &context.language)))
    }

    fn equal(&self, typed: &str, same: &dyn Fn(&str) -> String) -> Option<(Credit, Reason)> {
        if typed.is_empty() {
            return None;
        }
        if let Some(accepted) = self.right.iter().find(|right| same(right) == typed) {
            return Some((
                Credit::FULL,
                Reason::Exact {
                    accepted: (*accepted).to_owned(),
                },
            ));
        }
        let wrong = self.wrong.iter().find(|wrong| same(&wrong.text) == typed)?;
        Some((Credit::NONE, known_wrong(wrong)))
    }

    fn near(&self, context: &Context, typed: &str) -> (Credit, Reason) {
        let key = |text: &str| Key::new(text, &context.language);
        let best = self
            .right
            .iter()
            .filter_map(|right| {
                let edits = key(right).slip(typed, &context.vocabulary)?;
                Some((edits, *right))
            })
            .min_by_key(|(edits, _)| *edits);
        let wrong = self
            .wrong
            .iter()
            .map(|wrong| (key(&wrong.text), Some(*wrong)))
            .chain(self.others.iter().map(|other| (key(other), None)));
        let rights: Vec<Key> = self.right.iter().map(|right| key(right)).collect();
        let mut foreseen = None;
        for (wrong, choice) in wrong {
            // Two gaps may have the same answer.
            if rights.iter().any(|right| right.same(&wrong)) {
                continue;
            }
            let nearer = match best {
                Some((edits, _)) => wrong.distance(typed, edits) <= edits,
                None => wrong.slip(typed, &context.vocabulary).is_some(),
            };
            if nearer {
                foreseen = Some(choice);
                break;
            }
        }
        match (foreseen, best) {
            (Some(Some(choice)), _) => (Credit::NONE, known_wrong(choice)),
            (None, Some((_, accepted))) => (
                Credit::FULL,
                Reason::Slip {
                    accepted: accepted.to_owned(),
                },
            ),
            (Some(None), _) | (None, None) => (Credit::NONE, Reason::Wrong),
        }
    }
}

fn known_wrong(choice: &Choice) -> Reason {
    Reason::KnownWrong {
        text: choice.text.clone(),
        feedback: choice.feedback.clone(),
    }
}
