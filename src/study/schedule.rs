//! Everything that a learner's responses say, question by question, and the learner's own parameters: built from
//! attempts alone, in whatever order they come.

use std::collections::BTreeMap;

use super::{Days, Event, Model, Reply, Reset, Reviewed, Standing, fit, replies, standing};
use crate::{
    pack::Id,
    record::{Attempt, Mode, Row},
};

/// A question: its pack and its id there.
pub type Item = (Id, Id);

/// A learner's responses as schedules see them.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// For every question the responses that count, in order once it is [finished](Schedule::finish), each with a
    /// number for its attempt.
    pub items: BTreeMap<Item, Vec<(i64, Reply)>>,
    /// What counts no longer.
    pub resets: Vec<Reset>,
    /// The learner's own parameters; the standard ones when none.
    pub parameters: Option<Vec<f32>>,
    days: Days,
}

/// Whether an attempt says anything of memories: games ask something else, and cramming is not to be counted.
#[must_use]
pub fn counts(attempt: &Attempt) -> bool {
    attempt.mode != Mode::Timeline && !attempt.options.cram
}

impl Schedule {
    /// Adds an attempt with its rows, in order.
    pub fn add(&mut self, number: i64, attempt: &Attempt, rows: &[Row]) {
        if counts(attempt) {
            let events = rows.iter().filter_map(Event::of);
            self.add_events(number, events, |index| {
                let planned = attempt.plan.get(index)?;
                Some((planned.pack.clone(), planned.question.clone()))
            });
        }
    }

    /// Adds the events of an attempt that [counts], in order. `planned` tells which question stands at a place of its
    /// plan.
    pub fn add_events(
        &mut self,
        number: i64,
        events: impl IntoIterator<Item = Event>,
        planned: impl FnMut(usize) -> Option<Item>,
    ) {
        let (all, resets) = replies(events, &mut self.days, planned);
        self.resets.extend(resets);
        for (item, reply) in all {
            self.items.entry(item).or_default().push((number, reply));
        }
    }

    /// Puts everything in order, once all attempts are there: resets, then time, then the parameters.
    pub fn finish(&mut self) {
        let resets = &self.resets;
        self.items.retain(|(pack, question), said| {
            arrange(pack, question, said, resets);
            !said.is_empty()
        });
        self.parameters = fit(self.reviewed());
    }

    fn reviewed(&self) -> Vec<Reviewed> {
        self.items
            .values()
            .flat_map(|said| Reviewed::of(&only(said)))
            .collect()
    }

    /// How many reviews a fit could look at, and the last of those it does look at, in milliseconds since 1970.
    #[must_use]
    pub fn fitted(&self) -> (usize, i64) {
        let mut times: Vec<i64> = self.reviewed().iter().map(|r| r.reply.at_ms).collect();
        times.sort_unstable();
        let looked = super::milestone(times.len()).unwrap_or(0);
        let last = looked.checked_sub(1).and_then(|at| times.get(at));
        (times.len(), last.copied().unwrap_or(i64::MIN))
    }

    /// The learner's memory.
    #[must_use]
    pub fn model(&self) -> Model {
        self.parameters
            .as_deref()
            .and_then(Model::new)
            .unwrap_or_else(Model::standard)
    }

    /// How the learner stands with every question on a study day.
    #[must_use]
    pub fn standings(&self, model: &Model, today: i32) -> BTreeMap<Item, Standing> {
        self.items
            .iter()
            .filter_map(|(item, said)| Some((item.clone(), standing(model, &only(said), today)?)))
            .collect()
    }
}

/// Drops what was reset and puts the rest in the order of time.
pub fn arrange(pack: &Id, question: &Id, said: &mut Vec<(i64, Reply)>, resets: &[Reset]) {
    said.retain(|(_, reply)| {
        !resets
            .iter()
            .any(|reset| reset.covers(pack, question, reply))
    });
    // By time alone: the numbers of attempts differ from machine to machine.
    said.sort_by_key(|(_, reply)| *reply);
}

/// The replies without the numbers of their attempts.
#[must_use]
pub fn only(said: &[(i64, Reply)]) -> Vec<Reply> {
    said.iter().map(|(_, reply)| *reply).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

    use super::Schedule;
    use crate::{
        record::{
            Attempt, Mode, Options, Payload, Row,
            sample::{answer, attempt, id, row},
        },
        study::RETENTION,
    };

    fn with(number: u32, payloads: Vec<Payload>) -> (Attempt, Vec<Row>) {
        let attempt = attempt(number);
        let rows = (1..)
            .zip(payloads)
            .map(|(seq, payload)| row(&attempt, seq, payload))
            .collect();
        (attempt, rows)
    }

    fn schedule(all: &[(Attempt, Vec<Row>)]) -> Schedule {
        let mut schedule = Schedule::default();
        for (number, (attempt, rows)) in (1..).zip(all) {
            schedule.add(number, attempt, rows);
        }
        schedule.finish();
        schedule
    }

    #[test]
    fn games_and_cramming_schedule_nothing_and_a_reset_forgets() {
        let (mut game, rows) = with(1, vec![answer(0, Some(0), 0)]);
        game.mode = Mode::Timeline;
        let (mut cram, more) = with(2, vec![answer(1, Some(0), 0)]);
        cram.options = Options {
            cram: true,
            ..Options::default()
        };
        assert!(schedule(&[(game, rows), (cram, more)]).items.is_empty());
        for (question, left) in [(None, 1), (Some("one"), 2)] {
            let reset = Payload::Reset {
                pack: Some(id("moon")),
                question: question.map(id),
            };
            let all = [
                with(1, vec![answer(0, Some(0), 0), answer(1, Some(0), 0)]),
                with(2, vec![reset]),
                with(3, vec![answer(2, Some(0), 0)]),
            ];
            assert_eq!(schedule(&all).items.len(), left);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn attempts_in_any_order_give_the_same_schedule(
            said in prop::collection::vec((1_u32..400, 0_usize..3, 0_u16..3), 1..25),
            turn in 0_usize..25,
        ) {
            let all: Vec<_> = said
                .into_iter()
                .map(|(number, index, credit)| with(number * 40, vec![answer(index, Some(credit * 500), 0)]))
                .collect();
            let mut other = all.clone();
            let turn = turn % other.len();
            other.rotate_left(turn);
            let told = |all: &[(Attempt, Vec<Row>)]| {
                let schedule = schedule(all);
                let model = schedule.model();
                let standings = schedule.standings(&model, 30_000);
                standings
                    .into_iter()
                    .map(|(item, standing)| (item, standing, standing.due(&model, RETENTION)))
                    .collect::<Vec<_>>()
            };
            prop_assert_eq!(told(&all), told(&other));
        }
    }
}
