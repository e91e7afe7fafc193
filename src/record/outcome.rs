//! What the rows of an attempt come to: for every planned question the response that counts. Corrections are further
//! rows; this is the one place that knows how they add up.

use uuid::Uuid;

use super::{Answer, Attempt, Payload, Row};
use crate::grade::Credit;

/// What became of one planned question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The response that counts: the last one that was not undone.
    pub answer: Option<Counted>,
    /// How often it was passed over since the last answer that counts.
    pub skips: usize,
    /// Whether an earlier response or skip was undone.
    pub second_try: bool,
    /// Whether it was flagged.
    pub flagged: bool,
}

/// A response that counts, with every correction applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The row it came in.
    pub row: Uuid,
    /// The response as it was recorded.
    pub answer: Answer,
    /// The credit that holds now, before hints: after "I was right", ticks and regrades; none for an essay without ticks.
    pub credit: Option<Credit>,
    /// Rubric lines that the learner ticked afterwards, from 1; none while nobody did.
    pub ticked: Option<Vec<usize>>,
    /// Whether "I was right" was said.
    pub overridden: bool,
    /// Whether it counts for nobody and against nobody.
    pub void: bool,
}

impl Counted {
    /// What it earned, in thousandths of the points: the credit less what hints took.
    #[must_use]
    pub fn earned(&self) -> u16 {
        self.credit
            .map_or(0, Credit::thousandths)
            .saturating_sub(self.answer.penalty)
    }
}

/// Points earned, in thousandths, rounded down: points x thousandths / 1000. `net` is what is left of the credit after
/// hints.
#[must_use]
pub fn points_earned(points: u64, net: u16) -> u64 {
    let earned = u128::from(points) * u128::from(net.min(1000)) / 1000;
    u64::try_from(earned).unwrap_or(u64::MAX)
}

/// The mean of so many shares as a whole percent, as by [`percent_of`]; `sum` is their sum in thousandths.
#[must_use]
pub fn mean_percent(sum: u64, shares: usize) -> Option<u32> {
    percent_of(sum, u64::try_from(shares).ok()?.saturating_mul(1000))
}

/// A part as a whole percent of something, rounded half up; none of nothing. Only everything is 100: nobody who missed
/// something reads that nothing was.
#[must_use]
pub fn percent_of(part: u64, whole: u64) -> Option<u32> {
    let (part, wide) = (u128::from(part), u128::from(whole));
    let rounded = (part * 200 + wide).checked_div(wide * 2)?;
    let percent = if part < wide { rounded.min(99) } else { 100 };
    u32::try_from(percent).ok()
}

impl Outcome {
    /// Whether nothing more is asked: answered, or passed over twice.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.answer.is_some() || self.skips >= 2
    }
}

/// The outcomes of an attempt, one for each planned question, and whether it came to its end.
#[must_use]
pub fn outcomes(attempt: &Attempt, rows: &[Row]) -> (Vec<Outcome>, bool) {
    let mut all = Outcomes::new(attempt.plan.len());
    for row in rows {
        all.apply(attempt, row);
    }
    (all.each, all.finished)
}

/// Outcomes as they grow, row by row.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// One for each planned question.
    pub each: Vec<Outcome>,
    /// Whether the attempt came to its end.
    pub finished: bool,
    /// Answers and skips that hold, in order: (row, place in the plan). What an undo takes back.
    pub moves: Vec<(Uuid, usize)>,
}

impl Outcomes {
    /// Before the first row.
    #[must_use]
    pub fn new(questions: usize) -> Self {
        Self {
            each: vec![Outcome::default(); questions],
            finished: false,
            moves: Vec::new(),
        }
    }

    /// The place in the plan whose counted response came in this row.
    #[must_use]
    pub fn place_of(&self, row: Uuid) -> Option<usize> {
        self.each
            .iter()
            .position(|outcome| outcome.answer.as_ref().is_some_and(|a| a.row == row))
    }

    /// Takes a row in. Rows that point at nothing known are left out: a log may have been cut.
    pub fn apply(&mut self, attempt: &Attempt, row: &Row) {
        match &row.payload {
            Payload::Answer(answer) => {
                if let Some(outcome) = self.each.get_mut(answer.index) {
                    outcome.answer = Some(Counted {
                        row: row.id,
                        answer: answer.clone(),
                        credit: answer.credit,
                        ticked: None,
                        overridden: false,
                        void: false,
                    });
                    self.moves.push((row.id, answer.index));
                }
            }
            Payload::Skip { index } => {
                if let Some(outcome) = self.each.get_mut(*index) {
                    outcome.skips += 1;
                    self.moves.push((row.id, *index));
                }
            }
            Payload::Undo { target } => self.undo(*target),
            Payload::Override { target } => self.correct(*target, |counted| {
                counted.credit = Some(Credit::FULL);
                counted.overridden = true;
            }),
            Payload::SelfGrade {
                target,
                rubric,
                credit,
            } => self.correct(*target, |counted| {
                counted.credit = Some(*credit);
                counted.ticked = Some(rubric.clone());
            }),
            Payload::Regrade { target, credit, .. } => {
                self.correct(*target, |counted| counted.credit = Some(*credit));
            }
            Payload::Void { target } => self.correct(*target, |counted| counted.void = true),
            Payload::Flag { pack, question, .. } => {
                let place = attempt
                    .plan
                    .iter()
                    .position(|p| p.pack == *pack && p.question == *question);
                if let Some(outcome) = place.and_then(|place| self.each.get_mut(place)) {
                    outcome.flagged = true;
                }
            }
            // A reset speaks of other attempts too; what it means for this one is for whoever reads many.
            Payload::Reset { .. } => {}
            Payload::Finish => self.finished = true,
        }
    }

    fn undo(&mut self, target: Uuid) {
        let Some(at) = self.moves.iter().rposition(|(row, _)| *row == target) else {
            return;
        };
        let (_, place) = self.moves.remove(at);
        let outcome = &mut self.each[place];
        if outcome.answer.as_ref().is_some_and(|a| a.row == target) {
            outcome.answer = None;
        } else {
            outcome.skips = outcome.skips.saturating_sub(1);
        }
        outcome.second_try = true;
    }

    fn correct(&mut self, target: Uuid, change: impl FnOnce(&mut Counted)) {
        let counted = self
            .each
            .iter_mut()
            .filter_map(|outcome| outcome.answer.as_mut())
            .find(|counted| counted.row == target);
        if let Some(counted) = counted {
            change(counted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{mean_percent, points_earned};

    #[test]
    fn only_everything_is_a_hundred_percent() {
        for (sum, shares, expected) in [
            (0, 0, None),
            (0, 3, Some(0)),
            (1000, 3, Some(33)),
            (2000, 3, Some(67)),
            (2999, 3, Some(99)),
            (3000, 3, Some(100)),
        ] {
            assert_eq!(mean_percent(sum, shares), expected, "{sum} of {shares}");
        }
    }

    #[test]
    fn points_are_rounded_down_and_never_overflow() {
        assert_eq!(points_earned(1000, 667), 667);
        assert_eq!(points_earned(500, 333), 166);
        assert_eq!(points_earned(u64::MAX, 2000), u64::MAX);
    }
}
