//! Pairs: the share of lefts that got their right.

use std::collections::BTreeMap;

use super::{AskAgain, Credit, Reason, Verdict, misfit::quote};
use crate::{pack::Choice, text::fold::exact};

/// The verdict on pairs; a left that is left out, or has an empty right, has no pair.
pub(super) fn grade_pairs(
    pairs: &[(String, String)],
    distractors: &[Choice],
    given: &BTreeMap<String, String>,
) -> Result<Verdict, AskAgain> {
    let mut right = vec![false; pairs.len()];
    let mut paired = vec![false; pairs.len()];
    for (left, chosen) in given {
        let wanted = exact(left);
        let Some(place) = pairs.iter().position(|(left, _)| exact(left) == wanted) else {
            return Err(AskAgain::new(
                format!("{} is not a left of this question", quote(left)),
                "give each left as the pack has it",
            ));
        };
        let chosen_exact = exact(chosen);
        if chosen_exact.is_empty() {
            continue;
        }
        if std::mem::replace(&mut paired[place], true) {
            return Err(AskAgain::new(
                format!("{} is paired more than once", quote(left)),
                "give each left once",
            ));
        }
        let offered = pairs
            .iter()
            .map(|(_, right)| right)
            .chain(distractors.iter().map(|choice| &choice.text))
            .any(|offered| exact(offered) == chosen_exact);
        if !offered {
            return Err(AskAgain::new(
                format!("{} is not a right of this question", quote(chosen)),
                "give each right as the pack has it",
            ));
        }
        right[place] = exact(&pairs[place].1) == chosen_exact;
    }
    if !paired.contains(&true) {
        return Err(AskAgain::new(
            "nothing is paired",
            "pair at least one, or say that you don't know",
        ));
    }
    let count = right.iter().filter(|right| **right).count();
    Ok(Verdict::new(
        Credit::share(count, pairs.len()),
        Reason::Matched { right },
    ))
}
