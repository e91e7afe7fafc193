//! What an attempt earned.

use crate::{
    grade::Credit,
    record::{Attempt, Row, outcomes, percent_of, points_earned},
};

/// Sums over the plan of an attempt; what was not answered adds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Questions of the plan.
    pub questions: usize,
    /// Questions with an answer that holds, "don't know" included.
    pub answered: usize,
    /// Questions that count for nobody and against nobody.
    pub void: usize,
    /// The sum of the credits before hints, in thousandths.
    pub credit: u64,
    /// Points earned, in thousandths.
    pub points: u64,
    /// Points there were, in thousandths.
    pub max_points: u64,
}

impl Score {
    /// The score of an attempt by its rows, in order. Answers to places that its plan does not have count nothing.
    #[must_use]
    pub fn of(attempt: &Attempt, rows: &[Row]) -> Self {
        let mut score = Self {
            questions: attempt.plan.len(),
            max_points: attempt
                .plan
                .iter()
                .fold(0, |sum, planned| sum.saturating_add(planned.points)),
            ..Self::default()
        };
        for (planned, outcome) in attempt.plan.iter().zip(outcomes(attempt, rows).0) {
            let Some(counted) = outcome.answer else {
                continue;
            };
            score.answered += 1;
            if counted.void {
                score.void += 1;
                score.max_points = score.max_points.saturating_sub(planned.points);
                continue;
            }
            score.credit += u64::from(counted.credit.map_or(0, Credit::thousandths));
            let earned = points_earned(planned.points, counted.earned());
            score.points = score.points.saturating_add(earned);
        }
        score
    }

    /// The mean credit before hints over the questions that count, in thousandths; none when no question counts.
    #[must_use]
    pub fn mean_credit(&self) -> Option<u64> {
        rounded(self.credit, self.counting())
    }

    /// Points earned of the points there were, in percent; none when no question counts.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        percent_of(self.points, self.max_points)
    }

    fn counting(&self) -> u64 {
        u64::try_from(self.questions.saturating_sub(self.void)).unwrap_or(u64::MAX / 10)
    }
}

fn rounded(sum: u64, by: u64) -> Option<u64> {
    (by > 0).then(|| (sum + by / 2) / by)
}

#[cfg(test)]
mod tests {
    use super::Score;
    use crate::record::{
        Payload, Row,
        sample::{answer, attempt, row},
    };

    fn score(payloads: Vec<Payload>) -> Score {
        let attempt = attempt(1);
        let rows: Vec<Row> = (1..)
            .zip(payloads)
            .map(|(seq, payload)| row(&attempt, seq, payload))
            .collect();
        Score::of(&attempt, &rows)
    }

    #[test]
    fn what_was_not_answered_counts_nothing() {
        let score = score(vec![answer(0, Some(1000), 0), answer(2, Some(500), 250)]);
        assert_eq!((score.questions, score.answered), (3, 2));
        assert_eq!((score.points, score.max_points), (1500, 4000));
        assert_eq!(score.mean_credit(), Some(500));
        assert_eq!(score.percent(), Some(38));
    }

    #[test]
    fn a_void_answer_leaves_the_plan() {
        let attempt = attempt(1);
        let first = row(&attempt, 1, answer(2, Some(0), 0));
        let void = row(&attempt, 2, Payload::Void { target: first.id });
        let right = row(&attempt, 3, answer(0, Some(1000), 0));
        let score = Score::of(&attempt, &[first, void, right]);
        assert_eq!(score.percent(), Some(50));
        assert_eq!((score.points, score.max_points), (1000, 2000));
    }

    #[test]
    fn nothing_is_known_where_nothing_is_asked() {
        let empty = Score::default();
        assert_eq!((empty.percent(), empty.mean_credit()), (None, None));
    }

    #[test]
    fn a_place_that_the_plan_does_not_have_counts_nothing() {
        let mut payload = answer(0, Some(1000), 0);
        if let Payload::Answer(answer) = &mut payload {
            answer.index = usize::MAX;
        }
        assert_eq!(score(vec![payload]).answered, 0);
    }
}
