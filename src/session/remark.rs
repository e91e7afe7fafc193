//! The line of a verdict that says why: what was read, which slip was forgiven, how the credit adds up.

use crate::{
    grade::{Credit, Reason, Way},
    pack::{CreditRule, Item, Kind, Question},
    record::Counted,
    text,
};

/// One line that says why, where the marks alone do not.
pub(super) fn remark(question: &Question, counted: &Counted, reason: Option<&Reason>) -> String {
    let Some(reason) = reason else {
        return String::new();
    };
    match reason {
        Reason::Chosen {
            right,
            keys,
            wrong,
            distractors,
        } => match &question.kind {
            Kind::Multiple {
                credit: CreditRule::Each,
                ..
            } if *wrong > 0 => {
                format!("{right} of {keys} right choices, less {wrong} of {distractors} wrong ones")
            }
            Kind::Multiple {
                credit: CreditRule::Each,
                ..
            } if right < keys => format!("{right} of {keys} right choices"),
            Kind::Multiple {
                credit: CreditRule::All,
                ..
            } if *wrong > 0 || right < keys => {
                format!("all {keys} right choices and no other were asked for")
            }
            _ => String::new(),
        },
        Reason::Slip { accepted } => format!("it is written “{accepted}”"),
        Reason::Number { read, accepted } if counted.credit != Some(Credit::FULL) => {
            format!("read as {read}; right is {accepted}")
        }
        Reason::Date {
            read,
            off: Some(off),
        } => format!("read as {read}: {off} off"),
        Reason::Ordered {
            right,
            decidable,
            kept,
            moves,
        } if right < decidable => match &question.kind {
            Kind::Ordering { items } => ordered(items, (*right, *decidable), kept.len(), moves),
            _ => String::new(),
        },
        Reason::Matched { right } => {
            let hits = right.iter().filter(|hit| **hit).count();
            if hits < right.len() {
                format!("{hits} of {} pairs", right.len())
            } else {
                String::new()
            }
        }
        Reason::Gaps(gaps) => {
            let hits = gaps.iter().filter(|gap| gap.credit == Credit::FULL).count();
            if hits < gaps.len() {
                format!("{hits} of {} gaps", gaps.len())
            } else {
                String::new()
            }
        }
        Reason::Ticked { ticked, of } => format!("{ticked} of {of} points of the rubric"),
        Reason::Exact { .. }
        | Reason::KnownWrong { .. }
        | Reason::Wrong
        | Reason::Number { .. }
        | Reason::Date { off: None, .. }
        | Reason::Ordered { .. }
        | Reason::Unticked => String::new(),
    }
}

/// `4 of 5 already in order; move Sputnik 1 up (9 of 10 pairs are right)`.
fn ordered(
    items: &[Item],
    (right, decidable): (usize, usize),
    kept: usize,
    moves: &[(usize, Way)],
) -> String {
    let of = items.len();
    let mut told = vec![format!("{kept} of {of} already in order")];
    if moves.len() <= MOVES_TOLD {
        let ways = [(Way::Up, "up"), (Way::Down, "down")].map(|(way, word)| {
            let these = moves.iter().filter(|(_, its)| *its == way);
            let names: Vec<&str> = these
                .filter_map(|&(place, _)| Some(items.get(place)?.text.as_str()))
                .collect();
            (!names.is_empty()).then(|| format!("{} {word}", text::list(&names, "and")))
        });
        let told_ways: Vec<String> = ways.into_iter().flatten().collect();
        told.push(format!("move {}", text::list(&told_ways, "and")));
    }
    let undecided = of * of.saturating_sub(1) / 2 - decidable;
    if undecided > 0 {
        told.push(format!(
            "{} cannot be told apart and cost nothing",
            text::count(undecided, "pair")
        ));
    }
    format!(
        "{} ({right} of {decidable} pairs are right)",
        told.join("; ")
    )
}

/// A learner who has more to move looks at the right order below.
const MOVES_TOLD: usize = 2;
