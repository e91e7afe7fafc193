//! What a learner has seen of a pack, for choosing what to ask next.

use std::collections::HashMap;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Reset, resets};
use crate::{
    grade::Credit,
    pack::Id,
    record::{Attempt, Outcomes, Row},
};

/// What is known of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When it was last answered or passed over for good.
    pub last: Timestamp,
    /// The credit before hints of that response; none when it was passed over, or an essay is not ticked.
    pub credit: Option<Credit>,
    /// Whether it was passed over then.
    pub skipped: bool,
    /// How many answers counted.
    pub times: u32,
    /// The row that says so. Rows sort by time.
    pub row: Uuid,
}

impl Seen {
    /// Whether the last counted response was not right. Passing over is a miss; an essay without ticks is none.
    #[must_use]
    pub fn missed(&self) -> bool {
        self.skipped || self.credit.is_some_and(|credit| credit < Credit::FULL)
    }
}

/// What a learner has seen of a pack, question by question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    pack: Id,
    seen: HashMap<Id, Seen>,
}

impl History {
    /// Nothing seen yet of this pack.
    #[must_use]
    pub fn new(pack: Id) -> Self {
        Self {
            pack,
            seen: HashMap::new(),
        }
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &Id {
        &self.pack
    }

    /// What is known of a question; none when it was never asked.
    #[must_use]
    pub fn of(&self, question: &Id) -> Option<&Seen> {
        self.seen.get(question)
    }

    /// Every question seen.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Seen)> {
        self.seen.iter()
    }

    /// Takes in what was counted before of a question that is not in it yet.
    pub fn recall(&mut self, question: Id, seen: Seen) {
        self.seen.insert(question, seen);
    }

    /// Adds an attempt with its rows, in order. Attempts come oldest first, so that a reset forgets what was before it.
    pub fn add(&mut self, attempt: &Attempt, rows: &[Row]) {
        let (mut outcomes, times) = (Outcomes::new(attempt.plan.len()), times(rows));
        for row in rows {
            outcomes.apply(attempt, row);
        }
        // Each place's last answer or skip that holds.
        let last: HashMap<usize, Uuid> = outcomes.moves.iter().map(|&(id, at)| (at, id)).collect();
        for (place, planned) in attempt.plan.iter().enumerate() {
            let Some(order) = last.get(&place).filter(|_| planned.pack == self.pack) else {
                continue;
            };
            let Some(&at) = times.get(order) else {
                continue;
            };
            match &outcomes.each[place].answer {
                Some(counted) if counted.void => {}
                Some(counted) => self.note(&planned.question, *order, at, counted.credit, false),
                None => self.note(&planned.question, *order, at, None, true),
            }
        }
        for reset in resets(attempt, rows) {
            self.forget(&reset);
        }
    }

    /// Forgets what a reset speaks of; a second time it changes nothing.
    pub fn forget(&mut self, reset: &Reset) {
        self.seen
            .retain(|id, seen| !reset.speaks_of(&self.pack, id) || seen.row > reset.row);
    }

    fn note(
        &mut self,
        question: &Id,
        order: Uuid,
        at: Timestamp,
        credit: Option<Credit>,
        skipped: bool,
    ) {
        let seen = self.seen.entry(question.clone()).or_insert(Seen {
            last: at,
            credit,
            skipped,
            times: 0,
            row: order,
        });
        seen.times += u32::from(!skipped);
        if order >= seen.row {
            (seen.last, seen.credit, seen.skipped, seen.row) = (at, credit, skipped, order);
        }
    }
}

/// When each row was written.
fn times(rows: &[Row]) -> HashMap<Uuid, Timestamp> {
    rows.iter().map(|row| (row.id, row.at)).collect()
}

#[cfg(test)]
mod tests {
    use super::History;
    use crate::{
        grade::Credit,
        record::{
            Attempt, Payload,
            sample::{answer, attempt, id, row},
        },
    };

    fn add(history: &mut History, attempt: &Attempt, payloads: Vec<Payload>) {
        let rows: Vec<_> = (1..)
            .zip(payloads)
            .map(|(seq, payload)| row(attempt, seq, payload))
            .collect();
        history.add(attempt, &rows);
    }

    #[test]
    fn the_last_counted_response_decides_what_was_missed() {
        let mut history = History::new(id("moon"));
        add(
            &mut history,
            &attempt(2),
            vec![answer(0, Some(1000), 250), answer(1, Some(500), 0)],
        );
        // Read later, but of an attempt before.
        add(
            &mut history,
            &attempt(1),
            vec![answer(0, Some(0), 0), Payload::Skip { index: 2 }],
        );
        let of = |name| history.of(&id(name)).unwrap();
        assert_eq!((of("one").missed(), of("one").times), (false, 2));
        assert_eq!(of("one").credit, Some(Credit::FULL));
        assert!(of("two").missed() && of("three").missed());
        assert_eq!(of("three").times, 0);
        assert!(history.of(&id("four")).is_none());
    }

    #[test]
    fn a_reset_forgets_what_was_before_it() {
        for (pack, question, left) in [
            (None, None, 0),
            (Some("moon"), None, 0),
            (Some("moon"), Some("one"), 1),
            (Some("sun"), None, 2),
        ] {
            let mut history = History::new(id("moon"));
            let answers = vec![answer(0, Some(0), 0), answer(1, Some(0), 0)];
            add(&mut history, &attempt(1), answers);
            let reset = Payload::Reset {
                pack: pack.map(id),
                question: question.map(id),
            };
            add(&mut history, &attempt(2), vec![reset]);
            assert_eq!(history.iter().count(), left, "{pack:?} {question:?}");
        }
    }
}
