//! What learners met, and what came of it: all rows in, sums by question and by day out. The same rules as
//! [`crate::record::Outcomes`] and [`super::History`] follow, on borrowed rows, so that a million of them are no matter.

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::{Deed, Tally, names::Names};
use crate::{
    grade::Credit,
    pack::Id,
    record::{Planned, StudyDays},
};

/// A question and what came of meeting it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Its pack, as it was recorded.
    pub pack: String,
    /// Its id there.
    pub question: String,
    /// What came of it.
    pub tally: Tally,
}

/// What the rows come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every question that was met, by pack and id. Games are not among them.
    pub questions: Vec<Met>,
    /// Every day of study on which something was answered, oldest first. Games count.
    pub days: BTreeMap<Date, Tally>,
}

/// Rows as they come in: attempts in any order, the rows of each in order.
#[derive(Debug)]
pub struct Progress {
    only: Option<Id>,
    names: Names,
    learners: HashMap<Box<str>, usize>,
    days: StudyDays,
    now: Sitting,
    marks: Vec<Mark>,
    resets: Vec<Reset>,
}

/// The attempt that rows come in of.
#[derive(Debug, Default)]
struct Sitting {
    learner: usize,
    places: Vec<Option<Given>>,
    moves: Vec<Move>,
}

/// The answer that holds at a place.
#[derive(Clone, Copy, Debug)]
struct Given {
    row: Uuid,
    question: usize,
    credit: Option<u16>,
    void: bool,
}

/// An answer or a skip that holds.
#[derive(Clone, Copy, Debug)]
struct Move {
    row: Uuid,
    place: usize,
    at: Timestamp,
    day: Date,
}

/// A meeting that counts, unless a reset came after it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    row: Uuid,
    at: Timestamp,
    day: Date,
    learner: usize,
    question: usize,
    came: Came,
}

#[derive(Clone, Copy, Debug)]
enum Came {
    Graded(u16),
    Ungraded,
    Passed,
}

#[derive(Debug)]
struct Reset {
    row: Uuid,
    learner: usize,
    pack: Option<Box<str>>,
    question: Option<Box<str>>,
}

impl Progress {
    /// Nothing met yet; of one pack when one is named.
    #[must_use]
    pub fn new(only: Option<Id>) -> Self {
        Self {
            only,
            names: Names::default(),
            learners: HashMap::new(),
            days: StudyDays::default(),
            now: Sitting::default(),
            marks: Vec::new(),
            resets: Vec::new(),
        }
    }

    /// The rows from now on are of an attempt by this learner (as names are compared) at so many questions.
    pub fn begin(&mut self, learner_key: &str, questions: usize) {
        let next = self.learners.len();
        self.now.learner = match self.learners.get(learner_key) {
            Some(&known) => known,
            None => *self.learners.entry(learner_key.into()).or_insert(next),
        };
        self.now.places.clear();
        self.now.places.resize(questions, None);
        self.now.moves.clear();
    }

    /// The next row of the attempt.
    pub fn row(&mut self, row: Uuid, at: Timestamp, zone: &str, deed: Deed<'_>) {
        match deed {
            Deed::Answer {
                index,
                pack,
                question,
                credit,
            } => {
                if let Some(place) = self.now.places.get_mut(index) {
                    *place = Some(Given {
                        row,
                        question: self.names.number(pack, question),
                        credit,
                        void: false,
                    });
                    self.moved(row, index, at, zone);
                }
            }
            Deed::Skip { index } => {
                if index < self.now.places.len() {
                    self.moved(row, index, at, zone);
                }
            }
            Deed::Undo { target } => {
                self.now.undo(target);
                self.resets.retain(|reset| reset.row != target);
            }
            Deed::Credit { target, credit } => {
                if let Some(given) = self.now.given(target) {
                    given.credit = Some(credit);
                }
            }
            Deed::Void { target } => {
                if let Some(given) = self.now.given(target) {
                    given.void = true;
                }
            }
            Deed::Reset { pack, question } => self.resets.push(Reset {
                row,
                learner: self.now.learner,
                pack: pack.map(Into::into),
                question: question.map(Into::into),
            }),
            Deed::Other => {}
        }
    }

    fn moved(&mut self, row: Uuid, place: usize, at: Timestamp, zone: &str) {
        let day = self.days.of(at, zone);
        self.now.moves.push(Move {
            row,
            place,
            at,
            day,
        });
    }

    /// Whether [`Progress::end`] needs the plan of the attempt: a skip does not name its question.
    #[must_use]
    pub fn needs_plan(&self) -> bool {
        let places = &self.now.places;
        let mut moves = self.now.moves.iter();
        moves.any(|moved| places[moved.place].is_none())
    }

    /// The attempt has no more rows. `plan` may be empty unless it is needed.
    pub fn end(&mut self, plan: &[Planned]) {
        // The last move that holds at a place says when its question was met.
        let mut open = self.now.places.len();
        let mut done = vec![false; open];
        for moved in self.now.moves.iter().rev() {
            if open == 0 || std::mem::replace(&mut done[moved.place], true) {
                continue;
            }
            open -= 1;
            let (question, came) = match (self.now.places[moved.place], plan.get(moved.place)) {
                (Some(given), _) if given.void => continue,
                (Some(given), _) => (
                    given.question,
                    given.credit.map_or(Came::Ungraded, Came::Graded),
                ),
                (None, Some(planned)) => {
                    let (pack, question) = (planned.pack.as_str(), planned.question.as_str());
                    (self.names.number(pack, question), Came::Passed)
                }
                (None, None) => continue,
            };
            self.marks.push(Mark {
                row: moved.row,
                at: moved.at,
                day: moved.day,
                learner: self.now.learner,
                question,
                came,
            });
        }
        self.now.moves.clear();
    }

    /// What all rows came to.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let names = self.names.all();
        let mut tallies = vec![Tally::default(); names.len()];
        let mut days: BTreeMap<Date, Tally> = BTreeMap::new();
        // Most marks are of the same day as the one before.
        let mut today: Option<(Date, Tally)> = None;
        for mark in &self.marks {
            let (pack, question) = &names[mark.question];
            let other = |only: &Id| only.as_str() != &**pack;
            if self.only.as_ref().is_some_and(other) || self.forgotten(mark, pack, question) {
                continue;
            }
            let one = mark.tally();
            tallies[mark.question].add(&one);
            if let Came::Passed = mark.came {
                continue;
            }
            match &mut today {
                Some((day, sum)) if *day == mark.day => sum.add(&one),
                _ => {
                    if let Some((day, sum)) = today.replace((mark.day, one)) {
                        days.entry(day).or_default().add(&sum);
                    }
                }
            }
        }
        if let Some((day, sum)) = today {
            days.entry(day).or_default().add(&sum);
        }
        let mut questions: Vec<Met> = names
            .iter()
            .zip(tallies)
            .filter(|((_, question), tally)| tally.last.is_some() && !question.starts_with('@'))
            .map(|((pack, question), tally)| Met {
                pack: pack.to_string(),
                question: question.to_string(),
                tally,
            })
            .collect();
        questions.sort_by(|a, b| (&a.pack, &a.question).cmp(&(&b.pack, &b.question)));
        Standing { questions, days }
    }

    /// Whether its learner had it forgotten since.
    fn forgotten(&self, mark: &Mark, pack: &str, question: &str) -> bool {
        self.resets.iter().any(|reset| {
            reset.learner == mark.learner
                && mark.row <= reset.row
                && reset.pack.as_deref().is_none_or(|it| it == pack)
                && reset.question.as_deref().is_none_or(|it| it == question)
        })
    }
}

impl Sitting {
    fn undo(&mut self, target: Uuid) {
        let Some(at) = self.moves.iter().rposition(|moved| moved.row == target) else {
            return;
        };
        let place = &mut self.places[self.moves.remove(at).place];
        if place.is_some_and(|given| given.row == target) {
            *place = None;
        }
    }

    fn given(&mut self, target: Uuid) -> Option<&mut Given> {
        let moved = self.moves.iter().rev().find(|moved| moved.row == target)?;
        let given = self.places[moved.place].as_mut()?;
        (given.row == target).then_some(given)
    }
}

impl Mark {
    fn tally(&self) -> Tally {
        let (passed, ungraded, credit) = match self.came {
            Came::Graded(credit) => (0, 0, credit),
            Came::Ungraded => (0, 1, 0),
            Came::Passed => (1, 0, 0),
        };
        Tally {
            answers: 1 - passed,
            passed,
            ungraded,
            right: u64::from(credit >= Credit::FULL.thousandths()),
            credit: u64::from(credit),
            last: Some((self.at, self.day)),
        }
    }
}

#[cfg(test)]
mod tests;
