//! From an order as it was given, in texts or ids, to places in the pack's own order.

use super::{
    AskAgain, Reason, Verdict,
    misfit::quote,
    ordering::{grade_ordering, moves},
};
use crate::{pack::Item, text::fold::exact};

/// The verdict on an order: every item once, by its text or, for an event, by its id.
pub(super) fn grade_order(items: &[Item], given: &[String]) -> Result<Verdict, AskAgain> {
    let mut places = Vec::with_capacity(items.len());
    let mut taken = vec![false; items.len()];
    for text in given {
        let wanted = exact(text);
        let free = |taken: &[bool], fits: &dyn Fn(&Item) -> bool| {
            (0..items.len()).find(|&at| !taken[at] && fits(&items[at]))
        };
        let by_text = |item: &Item| exact(&item.text) == wanted;
        let by_id = |item: &Item| {
            item.event
                .as_ref()
                .is_some_and(|(id, _)| id.as_str() == wanted)
        };
        let place = free(&taken, &by_text).or_else(|| free(&taken, &by_id));
        let Some(place) = place else {
            let known = items.iter().any(|item| by_text(item) || by_id(item));
            let what = if known {
                "is given more than once"
            } else {
                "is not an item of this question"
            };
            return Err(AskAgain::new(
                format!("{} {what}", quote(text)),
                "give every item once, in order",
            ));
        };
        taken[place] = true;
        places.push(place);
    }
    // The first item that is missing is not named: it would tell where it belongs.
    if places.len() < items.len() {
        return Err(AskAgain::new(
            format!("{} of {} items are given", places.len(), items.len()),
            "give every item once, in order",
        ));
    }
    let (credit, right, decidable, kept) = grade_ordering(items, &places);
    let moves = moves(items, &places, &kept);
    Ok(Verdict::new(
        credit,
        Reason::Ordered {
            right,
            decidable,
            kept,
            moves,
        },
    ))
}
