//! What became of every answer of an attempt, once all its rows have had their say.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    grade::Credit,
    record::{Answer, Payload, Row},
};

/// An answer and what later rows made of it.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that hold apart from each other"
)]
pub struct Counted<'a> {
    /// The row it stands in.
    pub row: &'a Row,
    /// The answer as it was given.
    pub answer: &'a Answer,
    /// The credit that holds now, before hints; none while an essay is not ticked.
    pub credit: Option<Credit>,
    /// Whether its question was answered before in this attempt.
    pub second_try: bool,
    /// Whether the learner said that it was right.
    pub overridden: bool,
    /// Whether it was taken back, or another answer took its place.
    pub undone: bool,
    /// Whether it counts for nobody and against nobody.
    pub void: bool,
}

impl Counted<'_> {
    /// What is left of the credit after hints, in thousandths: 0 to 1000.
    #[must_use]
    pub fn net(&self) -> u16 {
        let credit = self.credit.map_or(0, Credit::thousandths);
        credit.saturating_sub(self.answer.penalty)
    }
}

/// All answers of an attempt, and what was skipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing<'a> {
    /// Every answer, in order, those that count no longer too.
    pub answers: Vec<Counted<'a>>,
    /// Places in the plan that were passed over and not answered since, with the row that says so.
    pub skipped: BTreeMap<usize, (Uuid, Timestamp)>,
}

impl<'a> Standing<'a> {
    /// Reads the rows of one attempt, in the order of their numbers. Rows that name a target which is not there say
    /// nothing.
    #[must_use]
    pub fn of(rows: &'a [Row]) -> Self {
        let mut standing = Self::default();
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        let mut newest: HashMap<usize, usize> = HashMap::new();
        for row in rows {
            let target = |target: &Uuid| places.get(target).copied();
            match &row.payload {
                Payload::Answer(answer) => {
                    let place = standing.answers.len();
                    let before = newest.insert(answer.index, place);
                    if let Some(before) = before {
                        standing.answers[before].undone = true;
                    }
                    standing.skipped.remove(&answer.index);
                    places.insert(row.id, place);
                    standing.answers.push(Counted {
                        row,
                        answer,
                        credit: answer.credit,
                        second_try: before.is_some(),
                        overridden: false,
                        undone: false,
                        void: false,
                    });
                }
                Payload::Skip { index } => {
                    standing.skipped.insert(*index, (row.id, row.at));
                }
                Payload::Undo { target: id } => {
                    if let Some(place) = target(id) {
                        standing.answers[place].undone = true;
                    } else {
                        standing.skipped.retain(|_, (skip, _)| skip != id);
                    }
                }
                Payload::Override { target: id } => {
                    if let Some(place) = target(id) {
                        standing.answers[place].credit = Some(Credit::FULL);
                        standing.answers[place].overridden = true;
                    }
                }
                Payload::SelfGrade {
                    target: id, credit, ..
                }
                | Payload::Regrade {
                    target: id, credit, ..
                } => {
                    if let Some(place) = target(id) {
                        standing.answers[place].credit = Some(*credit);
                    }
                }
                Payload::Void { target: id } => {
                    if let Some(place) = target(id) {
                        standing.answers[place].void = true;
                    }
                }
                Payload::Flag { .. } | Payload::Reset { .. } | Payload::Finish => {}
            }
        }
        standing
    }

    /// The answers that hold: at most one for each place in the plan. Void ones are among them.
    pub fn holding(&self) -> impl Iterator<Item = &Counted<'a>> {
        self.answers.iter().filter(|counted| !counted.undone)
    }
}

#[cfg(test)]
mod tests {
    use super::Standing;
    use crate::{
        grade::Credit,
        record::{
            Payload, Row,
            sample::{answer, attempt, row, uuid},
        },
    };

    fn rows(payloads: Vec<Payload>) -> Vec<Row> {
        let attempt = attempt(1);
        (1..)
            .zip(payloads)
            .map(|(seq, payload)| row(&attempt, seq, payload))
            .collect()
    }

    /// The id that the row with this number gets.
    fn id(seq: u32) -> uuid::Uuid {
        row(&attempt(1), seq, Payload::Finish).id
    }

    #[test]
    fn later_rows_decide_what_an_answer_is_worth() {
        let full = Some(Credit::FULL);
        let of = |thousandths| Some(Credit::new(thousandths));
        let grade = |credit| Payload::SelfGrade {
            target: id(1),
            rubric: vec![1],
            credit: Credit::new(credit),
        };
        let regrade = |credit| Payload::Regrade {
            target: id(1),
            credit: Credit::new(credit),
            rule: 2,
        };
        let right = || Payload::Override { target: id(1) };
        for (name, first, then, credit) in [
            ("nothing", Some(400), vec![], of(400)),
            ("an override", Some(0), vec![right()], full),
            ("ticks", None, vec![grade(500)], of(500)),
            ("ticks, twice", None, vec![grade(500), grade(250)], of(250)),
            (
                "a regrade after an override",
                Some(0),
                vec![right(), regrade(300)],
                of(300),
            ),
            ("no ticks", None, vec![], None),
            (
                "a target that is not there",
                Some(10),
                vec![Payload::Override { target: uuid(9, 9) }],
                of(10),
            ),
        ] {
            let mut payloads = vec![answer(0, first, 0)];
            payloads.extend(then);
            let rows = rows(payloads);
            let standing = Standing::of(&rows);
            assert_eq!(standing.answers[0].credit, credit, "{name}");
        }
    }

    #[test]
    fn an_answer_that_was_taken_back_holds_no_longer_and_the_next_is_a_second_try() {
        let rows = rows(vec![
            answer(0, Some(0), 0),
            Payload::Undo { target: id(1) },
            answer(0, Some(1000), 0),
            answer(1, Some(500), 250),
        ]);
        let standing = Standing::of(&rows);
        let holding: Vec<_> = standing
            .holding()
            .map(|c| (c.answer.index, c.second_try, c.net()))
            .collect();
        assert_eq!(holding, [(0, true, 1000), (1, false, 250)]);
        assert_eq!(standing.answers.len(), 3);
    }

    #[test]
    fn a_skip_stands_until_it_is_answered_or_taken_back() {
        let rows = rows(vec![
            Payload::Skip { index: 0 },
            Payload::Skip { index: 1 },
            Payload::Skip { index: 2 },
            answer(0, Some(0), 0),
            Payload::Undo { target: id(2) },
        ]);
        let standing = Standing::of(&rows);
        assert_eq!(standing.skipped.keys().collect::<Vec<_>>(), [&2]);
    }

    #[test]
    fn hints_never_take_more_than_there_is() {
        let rows = rows(vec![answer(0, Some(100), 250)]);
        assert_eq!(Standing::of(&rows).answers[0].net(), 0);
    }
}
