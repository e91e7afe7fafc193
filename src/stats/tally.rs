//! Sums over the times a question, a tag or a pack was met.

use jiff::{Timestamp, civil::Date};

use super::{FEW, Interval};

/// What came of so many meetings with a question, or with many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers that hold, "don't know" included.
    pub answers: u64,
    /// Times it was passed over for good.
    pub passed: u64,
    /// Answers that are not graded: essays without ticks.
    pub ungraded: u64,
    /// Answers that were right: full credit before hints.
    pub right: u64,
    /// The sum of the credits before hints, in thousandths.
    pub credit: u64,
    /// The last meeting: when, and the day of study by the clock on the learner's wall.
    pub last: Option<(Timestamp, Date)>,
}

impl Tally {
    /// Meetings: answers, and times it was passed over.
    #[must_use]
    pub fn asked(&self) -> u64 {
        self.answers + self.passed
    }

    /// Meetings that are right or not: what a share is of. Passing over is a miss.
    #[must_use]
    pub fn graded(&self) -> u64 {
        self.asked().saturating_sub(self.ungraded)
    }

    /// Whether there are enough graded meetings to show a share as a figure.
    #[must_use]
    pub fn enough(&self) -> bool {
        self.graded() >= FEW
    }

    /// The 95 % interval of the share that is right; none of none.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::of(self.right, self.graded())
    }

    /// Takes the meetings of another in.
    pub fn add(&mut self, other: &Self) {
        self.answers += other.answers;
        self.passed += other.passed;
        self.ungraded += other.ungraded;
        self.right += other.right;
        self.credit += other.credit;
        self.last = self.last.max(other.last);
    }

    /// Whether this one is to be told before the other, weakest first: those with enough answers by their share, then
    /// those with too few.
    #[must_use]
    pub fn weaker(&self, other: &Self) -> std::cmp::Ordering {
        let share = |one: &Self, by: &Self| u128::from(one.right) * u128::from(by.graded());
        other
            .enough()
            .cmp(&self.enough())
            .then_with(|| share(self, other).cmp(&share(other, self)))
            .then_with(|| other.graded().cmp(&self.graded()))
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Tally;

    fn tally(right: u64, answers: u64) -> Tally {
        Tally {
            answers,
            right,
            ..Tally::default()
        }
    }

    #[test]
    fn passing_over_is_a_miss_and_an_essay_without_ticks_is_none() {
        let tally = Tally {
            answers: 5,
            passed: 2,
            ungraded: 3,
            right: 2,
            ..Tally::default()
        };
        assert_eq!(tally.graded(), 4);
        assert!(!tally.enough(), "five make a figure");
    }

    #[test]
    fn the_weakest_come_first_and_those_with_too_few_answers_last() {
        for (one, other, expected) in [
            (tally(1, 10), tally(2, 10), Ordering::Less),
            (tally(0, 4), tally(10, 10), Ordering::Greater),
            (tally(5, 10), tally(10, 20), Ordering::Greater),
            (tally(0, 0), tally(0, 0), Ordering::Equal),
        ] {
            assert_eq!(one.weaker(&other), expected, "{one:?} {other:?}");
            assert_eq!(other.weaker(&one), expected.reverse());
        }
    }
}
