//! The responses of an attempt, one by one, with what became of each.

use std::collections::HashSet;

use crate::{
    grade::Credit,
    record::{Answer, Attempt, Counted, Payload, Row, outcomes, points_earned},
};

/// A response and what later rows made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseScore<'a> {
    /// The row it stands in.
    pub row: &'a Row,
    /// The response as it was recorded.
    pub answer: &'a Answer,
    /// The credit that holds, before hints; none while an essay is not ticked. Of a response that does not hold: as
    /// it was graded.
    pub credit: Option<Credit>,
    /// What it earned, in thousandths of a point; none while it is not graded, or counts for nobody.
    pub points: Option<u64>,
    /// Whether its question was answered before in this attempt.
    pub second_try: bool,
    /// Whether the learner said that it was right.
    pub overridden: bool,
    /// Whether it is the one that counts: not taken back, and no other took its place.
    pub holds: bool,
}

/// Every response of an attempt, in order.
#[must_use]
pub fn responses<'a>(attempt: &Attempt, rows: &'a [Row]) -> Vec<ResponseScore<'a>> {
    let (outcomes, _) = outcomes(attempt, rows);
    let mut answered = HashSet::new();
    let mut all = Vec::new();
    for row in rows {
        let Payload::Answer(answer) = &row.payload else {
            continue;
        };
        let holding: Option<&Counted> = outcomes
            .get(answer.index)
            .and_then(|outcome| outcome.answer.as_ref())
            .filter(|counted| counted.row == row.id);
        let points = attempt.plan.get(answer.index).map_or(0, |p| p.points);
        all.push(ResponseScore {
            row,
            answer,
            credit: holding.map_or(answer.credit, |counted| counted.credit),
            points: holding
                .filter(|counted| counted.credit.is_some() && !counted.void)
                .map(|counted| points_earned(points, counted.earned())),
            second_try: !answered.insert(answer.index),
            overridden: holding.is_some_and(|counted| counted.overridden),
            holds: holding.is_some(),
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::responses;
    use crate::{
        grade::Credit,
        record::{
            Payload,
            sample::{answer, attempt, row},
        },
    };

    #[test]
    fn a_response_that_was_taken_back_earns_nothing_and_the_next_is_a_second_try() {
        let attempt = attempt(1);
        let first = row(&attempt, 1, answer(2, Some(0), 0));
        let second = row(&attempt, 3, answer(2, Some(500), 250));
        let rows = [
            first.clone(),
            row(&attempt, 2, Payload::Undo { target: first.id }),
            second.clone(),
            row(&attempt, 4, Payload::Override { target: second.id }),
            row(&attempt, 5, answer(0, None, 0)),
        ];
        let told: Vec<_> = responses(&attempt, &rows)
            .into_iter()
            .map(|r| (r.holds, r.second_try, r.overridden, r.credit, r.points))
            .collect();
        let credit = |thousandths| Some(Credit::new(thousandths));
        assert_eq!(
            told,
            [
                (false, false, false, credit(0), None),
                (true, true, true, credit(1000), Some(1500)),
                (true, false, false, None, None),
            ]
        );
    }
}
