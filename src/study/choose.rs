//! What a review asks, and in which order: what was just missed, what is due with the most rescuable first, then a few
//! new questions.

use std::{cmp::Ordering, collections::HashSet};

use super::{Model, Standing};

/// A question that a review could ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it shares with its siblings, as a pack and a sentence of its article; none when it stands alone.
    pub group: Option<(usize, String)>,
    /// Whether its answer is typed: that is worth more than recognizing it.
    pub typed: bool,
    /// How the learner stands with it; none when it is new.
    pub standing: Option<Standing>,
}

/// What a learner wants of a review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// The study day.
    pub today: i32,
    /// At most so many questions.
    pub limit: usize,
    /// At most so many new ones among them.
    pub new: usize,
    /// Ask whatever was seen, due or not, least known first.
    pub cram: bool,
    /// The probability of recall at which a question is due.
    pub retention: f32,
}

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Places among the candidates, in the order to ask.
    pub places: Vec<usize>,
    /// Questions among them that are new.
    pub new: usize,
    /// Questions that are due and were left for another day.
    pub waiting: usize,
}

impl Candidate {
    fn missed_today(&self, today: i32) -> bool {
        self.standing
            .is_some_and(|standing| !standing.right && standing.last == today)
    }

    fn due(&self, model: &Model, wish: &Wish) -> bool {
        // What was answered today comes back another day.
        self.standing.is_some_and(|standing| {
            standing.last < wish.today
                && standing
                    .due(model, wish.retention)
                    .is_some_and(|due| due <= wish.today)
        })
    }

    fn recall(&self, model: &Model, today: i32) -> f32 {
        self.standing
            .and_then(|standing| standing.recall(model, today))
            .unwrap_or(0.0)
    }
}

/// Chooses what a review asks among candidates that stand in the order of their packs.
#[must_use]
pub fn choose(candidates: &[Candidate], model: &Model, wish: &Wish) -> Chosen {
    let recall = |at: usize| candidates[at].recall(model, wish.today);
    if wish.cram {
        let mut places: Vec<usize> = (0..candidates.len())
            .filter(|&at| candidates[at].standing.is_some())
            .collect();
        places.sort_by(|&one, &other| recall(one).total_cmp(&recall(other)));
        places.truncate(wish.limit);
        return Chosen {
            places,
            ..Chosen::default()
        };
    }
    let mut places: Vec<usize> = (0..candidates.len())
        .filter(|&at| candidates[at].missed_today(wish.today))
        .collect();
    let mut due: Vec<usize> = (0..candidates.len())
        .filter(|&at| candidates[at].due(model, wish))
        .collect();
    // Highest recall first: those that are nearly lost cost as much tomorrow, these would be lost by then.
    due.sort_by(|&one, &other| recall(other).total_cmp(&recall(one)).then(one.cmp(&other)));
    let all = places.len() + due.len();

    let mut groups: HashSet<&(usize, String)> = candidates
        .iter()
        .filter(|c| c.standing.is_some_and(|s| s.last == wish.today))
        .filter_map(|c| c.group.as_ref())
        .collect();
    let typed = typed_first(candidates, &due);
    places.extend(
        typed
            .into_iter()
            .filter(|&at| fresh(&mut groups, &candidates[at])),
    );
    let asked_of_due = places.len().min(wish.limit);
    places.truncate(wish.limit);

    let room = wish.new.min(wish.limit - places.len());
    let new: Vec<usize> = (0..candidates.len())
        .filter(|&at| candidates[at].standing.is_none())
        .filter(|&at| fresh(&mut groups, &candidates[at]))
        .take(room)
        .collect();
    let count = new.len();
    places.extend(new);
    Chosen {
        places,
        new: count,
        waiting: all - asked_of_due,
    }
}

/// Whether none of its siblings is asked today; from now on one is.
fn fresh<'a>(groups: &mut HashSet<&'a (usize, String)>, candidate: &'a Candidate) -> bool {
    candidate
        .group
        .as_ref()
        .is_none_or(|group| groups.insert(group))
}

/// The places in the same order, but among siblings a typed one takes the turn of the first.
fn typed_first(candidates: &[Candidate], places: &[usize]) -> Vec<usize> {
    let mut ordered = places.to_vec();
    for turn in 0..ordered.len() {
        let first = &candidates[ordered[turn]];
        if first.typed || first.group.is_none() {
            continue;
        }
        let typed = (turn + 1..ordered.len()).find(|&later| {
            let other = &candidates[ordered[later]];
            other.typed && other.group.cmp(&first.group) == Ordering::Equal
        });
        if let Some(later) = typed {
            ordered.swap(turn, later);
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{
        Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_oneof, proptest,
    };

    use super::{Candidate, Chosen, Wish, choose};
    use crate::study::{Grade, Memory, Model, RETENTION, Standing};

    const TODAY: i32 = 100;

    fn wish() -> Wish {
        Wish {
            today: TODAY,
            limit: 20,
            new: 5,
            cram: false,
            retention: RETENTION,
        }
    }

    fn seen(reviewed: i32, stability: f32) -> Candidate {
        Candidate {
            group: None,
            typed: false,
            standing: Some(Standing {
                memory: Some(Memory {
                    stability,
                    difficulty: 5.0,
                }),
                reviewed_ms: 0,
                reviewed,
                reviews: 1,
                responses: 1,
                right: true,
                last: reviewed,
                essay: false,
            }),
        }
    }

    fn missed_today() -> Candidate {
        let mut candidate = seen(TODAY, 0.2);
        if let Some(standing) = &mut candidate.standing {
            standing.right = false;
        }
        candidate
    }

    fn new() -> Candidate {
        Candidate {
            group: None,
            typed: false,
            standing: None,
        }
    }

    fn of(group: &str, mut candidate: Candidate) -> Candidate {
        candidate.group = Some((0, group.to_owned()));
        candidate
    }

    fn chosen(candidates: &[Candidate], wish: &Wish) -> Chosen {
        choose(candidates, &Model::standard(), wish)
    }

    #[test]
    fn just_missed_then_most_rescuable_then_new() {
        let all = [
            new(),
            seen(10, 10.0),
            seen(80, 10.0),
            seen(99, 10.0),
            missed_today(),
            seen(88, 10.0),
        ];
        assert_eq!(
            chosen(&all, &wish()),
            Chosen {
                places: vec![4, 5, 2, 1, 0],
                new: 1,
                waiting: 0
            }
        );
        let short = Wish { limit: 2, ..wish() };
        assert_eq!(
            chosen(&all, &short),
            Chosen {
                places: vec![4, 5],
                new: 0,
                waiting: 2
            }
        );
    }

    #[test]
    fn one_of_a_sentence_a_day_and_the_typed_one_first() {
        let typed = Candidate {
            typed: true,
            ..of("a", seen(50, 10.0))
        };
        let all = [
            of("a", seen(80, 10.0)),
            typed,
            of("a", new()),
            of("b", new()),
        ];
        let told = chosen(&all, &wish());
        assert_eq!((told.places, told.waiting), (vec![1, 3], 1));
        // A sibling that was answered today keeps the others for another day.
        let all = [of("a", seen(TODAY, 10.0)), of("a", seen(80, 10.0))];
        let told = chosen(&all, &wish());
        assert_eq!((told.places.len(), told.waiting), (0, 1));
    }

    #[test]
    fn a_lower_retention_lets_more_wait_and_cramming_asks_what_is_not_due() {
        let all = [seen(88, 10.0), seen(99, 10.0), new()];
        assert_eq!(chosen(&all, &wish()).places, [0, 2]);
        let lazy = Wish {
            retention: 0.7,
            ..wish()
        };
        assert_eq!(chosen(&all, &lazy).places, [2]);
        let cram = Wish {
            cram: true,
            ..wish()
        };
        assert_eq!(chosen(&all, &cram).places, [0, 1]);
    }

    #[test]
    fn a_graded_memory_is_due_when_its_interval_is_over() {
        let model = Model::standard();
        let memory = model.after(None, 0, Grade::Good).unwrap();
        let days = i32::try_from(model.interval(memory, RETENTION)).unwrap();
        for (reviewed, due) in [(TODAY - days, 1), (TODAY - days + 1, 0)] {
            let all = [seen(reviewed, memory.stability)];
            assert_eq!(chosen(&all, &wish()).places.len(), due);
        }
    }

    fn candidate() -> impl Strategy<Value = Candidate> {
        let kind = prop_oneof![
            Just(new()),
            Just(missed_today()),
            (0..=TODAY, 1..50_u8).prop_map(|(day, s)| seen(day, f32::from(s))),
        ];
        (kind, any::<bool>(), 0..8_u8).prop_map(|(candidate, typed, group)| Candidate {
            typed,
            group: (group < 4).then(|| (0, group.to_string())),
            ..candidate
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn nothing_is_asked_twice_and_no_more_than_wished(
            all in prop::collection::vec(candidate(), 0..40),
            limit in 0..30_usize,
            new in 0..10_usize,
            cram in any::<bool>(),
        ) {
            let wish = Wish { limit, new, cram, ..wish() };
            let mut told = chosen(&all, &wish);
            prop_assert!(told.places.len() <= limit && told.new <= new);
            let asked = told.places.len();
            told.places.sort_unstable();
            told.places.dedup();
            prop_assert!(told.places.len() == asked);
        }
    }
}
