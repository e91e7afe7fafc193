//! From the events of one attempt to what each response says of a memory. The grades are those of LEARNING, 1.4.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::{Days, Event, Grade, What, schedule::Item};
use crate::{grade::Credit, pack::Id};

/// Partial credit from here on, in thousandths, is a pass with trouble.
const NEARLY: u16 = 800;

/// A clock that goes back by less than this is set right again: what is written later counts as later. Beyond it the
/// clock was wrong before.
const SLIGHTLY_MS: i64 = 86_400_000;

/// What a response says of a memory. Its order is that of time; within an attempt it never goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reply {
    /// When it was given, in milliseconds since 1970; by a clock that goes back a little, when the one before was.
    pub at_ms: i64,
    /// Its number in its attempt.
    pub seq: u32,
    /// Its study day.
    pub day: i32,
    /// How well it was recalled.
    pub grade: Grade,
    /// Whether it was right in full.
    pub right: bool,
    /// Whether it was the first response to its question in its attempt: others schedule nothing.
    pub first: bool,
    /// Whether it is an essay.
    pub essay: bool,
}

/// What was before this time counts no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// The pack; all when none.
    pub pack: Option<Id>,
    /// The question; all of the pack when none.
    pub question: Option<Id>,
}

impl Reset {
    /// Whether it makes a response to this question count no longer.
    #[must_use]
    pub fn covers(&self, pack: &Id, question: &Id, reply: &Reply) -> bool {
        reply.at_ms <= self.at_ms
            && self.pack.as_ref().is_none_or(|own| own == pack)
            && self.question.as_ref().is_none_or(|own| own == question)
    }
}

/// The grade of a response (LEARNING, 1.4). Easy is never inferred.
#[must_use]
pub fn grade(credit: Credit, hints: usize, overridden: bool) -> Grade {
    match credit {
        _ if overridden => Grade::Hard,
        Credit::FULL if hints == 0 => Grade::Good,
        Credit::FULL => Grade::Hard,
        partly if partly.thousandths() >= NEARLY => Grade::Hard,
        _ => Grade::Again,
    }
}

/// An answer as later events left it.
struct Given {
    row: Uuid,
    index: usize,
    pack: Id,
    question: Id,
    credit: Option<Credit>,
    hints: usize,
    overridden: bool,
    void: bool,
    ticked: bool,
    reply: Reply,
}

/// What the responses of an attempt say, question by question, and its resets. `planned` tells which question stands
/// at a place of the plan; it is only asked for questions that were passed over. Essays without ticks say nothing.
pub fn replies(
    events: impl IntoIterator<Item = Event>,
    days: &mut Days,
    planned: impl FnMut(usize) -> Option<Item>,
) -> (Vec<(Item, Reply)>, Vec<Reset>) {
    let mut given: Vec<Given> = Vec::new();
    let mut skips: BTreeMap<usize, Vec<(Uuid, Reply)>> = BTreeMap::new();
    let mut resets: Vec<(Uuid, Reset)> = Vec::new();
    let (mut latest, mut latest_day) = (i64::MIN, i32::MIN);
    let mut person = false;
    for event in events {
        let (at_ms, day) = (event.at.as_millisecond(), days.of(event.at, &event.zone));
        if at_ms < latest && latest.saturating_sub(at_ms) < SLIGHTLY_MS {
            latest_day = latest_day.max(day);
        } else {
            (latest, latest_day) = (at_ms, day);
        }
        let reply = Reply {
            at_ms: latest,
            seq: event.seq,
            day: latest_day,
            grade: Grade::Again,
            right: false,
            first: false,
            essay: false,
        };
        let mut correct = |target: Uuid, change: &mut dyn FnMut(&mut Given)| {
            if let Some(given) = given.iter_mut().rev().find(|given| given.row == target) {
                change(given);
            }
        };
        match event.what {
            What::Answer {
                index,
                pack,
                question,
                credit,
                given: said,
                hints,
                person: by_hand,
            } => {
                person |= by_hand;
                given.push(Given {
                    row: event.row,
                    index,
                    pack,
                    question,
                    credit: if said { credit } else { Some(Credit::NONE) },
                    hints,
                    overridden: false,
                    void: false,
                    ticked: false,
                    reply,
                });
            }
            What::Skip { index } => skips.entry(index).or_default().push((event.row, reply)),
            What::Override { target } => correct(target, &mut |given| {
                given.credit = Some(Credit::FULL);
                given.overridden = true;
            }),
            What::Ticked { target, credit } => correct(target, &mut |given| {
                given.credit = Some(credit);
                given.ticked = true;
            }),
            What::Regrade { target, credit } => {
                correct(target, &mut |given| given.credit = Some(credit));
            }
            What::Void { target } => correct(target, &mut |given| given.void = true),
            // An answer that was taken back was still what came to mind first.
            What::Undo { target } => {
                for passed in skips.values_mut() {
                    passed.retain(|(row, _)| *row != target);
                }
                resets.retain(|(row, _)| *row != target);
            }
            What::Reset { pack, question } => {
                let reset = Reset {
                    at_ms: latest,
                    pack,
                    question,
                };
                resets.push((event.row, reset));
            }
        }
    }
    let resets = resets.into_iter().map(|(_, reset)| reset).collect();
    (told(given, skips, person, planned), resets)
}

/// What answers and skips come to in the end. `person` tells whether any answer was given by hand.
fn told(
    given: Vec<Given>,
    skips: BTreeMap<usize, Vec<(Uuid, Reply)>>,
    person: bool,
    mut planned: impl FnMut(usize) -> Option<Item>,
) -> Vec<(Item, Reply)> {
    let mut all: Vec<(Item, Reply)> = Vec::with_capacity(given.len());
    let mut answered = HashSet::new();
    for one in given {
        let (Some(credit), false) = (one.credit, one.void) else {
            continue;
        };
        let reply = Reply {
            grade: grade(credit, one.hints, one.overridden),
            right: credit == Credit::FULL,
            first: answered.insert(one.index),
            essay: one.ticked,
            ..one.reply
        };
        all.push(((one.pack, one.question), reply));
    }
    // A file that has nothing for a question says nothing of anybody's memory.
    if person {
        for (index, passed) in skips {
            if let Some((_, reply)) = passed.get(1)
                && !answered.contains(&index)
                && let Some(item) = planned(index)
            {
                all.push((
                    item,
                    Reply {
                        first: true,
                        ..*reply
                    },
                ));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests;
