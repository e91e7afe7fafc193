//! FSRS-6 by the `fsrs` crate, which nothing else names: how a memory fades, and what a review makes of it.

use fsrs::{
    ComputeParametersInput, DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState,
    compute_parameters, current_retrievability,
};

/// The probability of recall at which a question is due, unless the learner wishes another.
pub const RETENTION: f32 = 0.9;

/// The longest time from one review to the next, in days: a hundred years.
const LONGEST: f32 = 36_500.0;

/// How well something was recalled, in the terms of FSRS. Hard is a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Not recalled.
    Again = 1,
    /// Recalled with help or with trouble.
    Hard = 2,
    /// Recalled.
    Good = 3,
    /// Recalled without effort, as the learner said.
    Easy = 4,
}

impl Grade {
    /// The grade of a number from 1 to 4.
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        [Self::Again, Self::Hard, Self::Good, Self::Easy]
            .into_iter()
            .find(|grade| *grade as u8 == number)
    }

    /// Whether it was recalled.
    #[must_use]
    pub fn passed(self) -> bool {
        self != Self::Again
    }
}

/// What is known of a memory after its last review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the probability of recall is 0.9; from 0.001 to 36,500.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
}

/// A learner's memory: FSRS-6 with 21 parameters.
#[derive(Clone, Debug)]
pub struct Model {
    fsrs: FSRS,
    decay: f32,
}

impl Model {
    /// The model with these parameters, clipped to their ranges; none when they are no 21 finite numbers.
    #[must_use]
    pub fn new(parameters: &[f32]) -> Option<Self> {
        if parameters.len() != DEFAULT_PARAMETERS.len() || !parameters.iter().all(|p| p.is_finite())
        {
            return None;
        }
        Some(Self {
            fsrs: FSRS::new(parameters).ok()?,
            decay: *parameters.last()?,
        })
    }

    /// The model of a learner of whom nothing is known: the means of many people.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            fsrs: FSRS::default(),
            decay: DEFAULT_PARAMETERS[20],
        }
    }

    /// Parameters that fit these histories of reviews, each (days since the one before, grade) up to a review that is
    /// to be predicted. Deterministic. None when nothing can be made of them.
    #[must_use]
    pub fn train<H: Iterator<Item = (u32, Grade)>>(
        histories: impl Iterator<Item = H>,
    ) -> Option<Vec<f32>> {
        let train_set = histories
            .map(|history| FSRSItem {
                reviews: history.map(|(days, grade)| review(days, grade)).collect(),
            })
            .collect();
        compute_parameters(ComputeParametersInput {
            train_set,
            card_ids: None,
            progress: None,
            enable_short_term: true,
            num_relearning_steps: None,
            training_config: None,
        })
        .ok()
    }

    /// What a review makes of a memory, `days` after the one before; with none before it is the first. None only when a
    /// number is out of all range.
    #[must_use]
    pub fn after(&self, before: Option<Memory>, days: u32, grade: Grade) -> Option<Memory> {
        self.run(vec![review(days, grade)], before)
    }

    /// What reviews make of a memory, in order: (days since the one before, grade). None of none.
    #[must_use]
    pub fn fold(&self, reviews: impl IntoIterator<Item = (u32, Grade)>) -> Option<Memory> {
        let reviews: Vec<_> = reviews
            .into_iter()
            .map(|(days, grade)| review(days, grade))
            .collect();
        self.run(reviews, None)
    }

    fn run(&self, reviews: Vec<FSRSReview>, before: Option<Memory>) -> Option<Memory> {
        if reviews.is_empty() {
            return before;
        }
        let before = before.map(|memory| MemoryState {
            stability: memory.stability,
            difficulty: memory.difficulty,
        });
        let state = self.fsrs.memory_state(FSRSItem { reviews }, before).ok()?;
        Some(Memory {
            stability: state.stability,
            difficulty: state.difficulty,
        })
    }

    /// The probability of recall so many days after the last review, from 0 to 1.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "days are few beside 2^24, and it is a probability"
    )]
    pub fn recall(&self, memory: Memory, days: u32) -> f32 {
        let state = MemoryState {
            stability: memory.stability.max(0.001),
            difficulty: memory.difficulty,
        };
        let recall = current_retrievability(state, days as f32, self.decay);
        if recall.is_finite() {
            recall.clamp(0.0, 1.0)
        } else {
            0.0
        }
    }

    /// Whole days, at least 1, until the probability of recall has fallen to `retention`, which is held from 0.5 to
    /// 0.99.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is held between 1 and a hundred years before"
    )]
    pub fn interval(&self, memory: Memory, retention: f32) -> u32 {
        let retention = if retention.is_finite() {
            retention.clamp(0.5, 0.99)
        } else {
            RETENTION
        };
        let days = self
            .fsrs
            .next_interval(Some(memory.stability), retention, 3);
        if days.is_finite() {
            days.round().clamp(1.0, LONGEST) as u32
        } else {
            1
        }
    }
}

fn review(days: u32, grade: Grade) -> FSRSReview {
    FSRSReview {
        rating: grade as u32,
        delta_t: days,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

    use super::{Grade, Model, RETENTION};

    #[test]
    fn every_step_of_the_reference_is_met_within_a_hundred_thousandth() {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../shared/fixtures/learning/fsrs6_vectors.json"
        );
        let Ok(text) = std::fs::read_to_string(file) else {
            return;
        };
        let all: serde_json::Value = serde_json::from_str(&text).unwrap();
        let number = |value: &serde_json::Value| value.as_f64().unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "parameters are single")]
        let parameters: Vec<f32> = all["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|value| number(value) as f32)
            .collect();
        let model = Model::new(&parameters).unwrap();
        let mut steps = 0;
        for sequence in all["sequences"].as_array().unwrap() {
            let mut memory = None;
            for step in sequence.as_array().unwrap() {
                let rating = step["rating"].as_u64().unwrap();
                let grade = Grade::numbered(u8::try_from(rating).unwrap()).unwrap();
                let days = u32::try_from(step["delta_t"].as_u64().unwrap()).unwrap();
                memory = model.after(memory, days, grade);
                let (reached, wanted) =
                    (memory.unwrap(), (&step["stability"], &step["difficulty"]));
                for (reached, wanted) in [
                    (f64::from(reached.stability), number(wanted.0)),
                    (f64::from(reached.difficulty), number(wanted.1)),
                ] {
                    let off = (reached - wanted).abs() / wanted.abs();
                    assert!(off < 1e-5, "{reached} is not {wanted}: {step}");
                }
                steps += 1;
            }
        }
        assert!(steps > 100, "only {steps} steps");
    }

    #[test]
    fn intervals_are_those_of_the_standard_parameters() {
        let model = Model::standard();
        for (grade, expected) in [
            (Grade::Again, [1, 1, 1]),
            (Grade::Hard, [1, 3, 7]),
            (Grade::Good, [2, 11, 46]),
            (Grade::Easy, [8, 66, 397]),
        ] {
            let (mut memory, mut days) = (None, 0);
            for interval in expected {
                memory = model.after(memory, days, grade);
                days = model.interval(memory.unwrap(), RETENTION);
                assert_eq!(days, interval, "{grade:?}");
            }
        }
    }

    #[test]
    fn parameters_that_are_none_are_refused() {
        assert!(Model::new(&[]).is_none());
        assert!(Model::new(&[f32::NAN; 21]).is_none());
        assert!(Model::new(&[1.0; 19]).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn whatever_was_reviewed_a_memory_stays_in_range_and_fades(
            reviews in prop::collection::vec((any::<u32>(), 1_u8..=4), 1..40),
            days in any::<u32>(),
        ) {
            let model = Model::standard();
            let graded = reviews.iter().map(|&(days, n)| (days % 40_000, Grade::numbered(n).unwrap()));
            let memory = model.fold(graded).unwrap();
            prop_assert!((0.001..=36_500.0).contains(&memory.stability));
            prop_assert!((1.0..=10.0).contains(&memory.difficulty));
            let later = model.recall(memory, days);
            prop_assert!((0.0..=1.0).contains(&later));
            prop_assert!(later <= model.recall(memory, days / 2) + f32::EPSILON);
            prop_assert!(model.interval(memory, 0.8) >= model.interval(memory, 0.95));
        }
    }
}
