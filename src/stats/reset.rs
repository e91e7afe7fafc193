//! Resets: what a learner did before one counts no longer, until the reset itself is undone.

use std::collections::HashSet;

use uuid::Uuid;

use super::AttemptScore;
use crate::{
    pack::Id,
    record::{Attempt, Payload, Row, learner_key},
};

/// A reset that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    /// Whose answers it speaks of, as [`learner_key`] has it.
    pub learner: String,
    /// The attempt that its row stands in.
    pub attempt: Uuid,
    /// Its row: what is older counts no longer.
    pub row: Uuid,
    /// The pack; all when none.
    pub pack: Option<Id>,
    /// The question; all of the pack when none.
    pub question: Option<Id>,
}

impl Reset {
    /// Whether a question of a pack is meant.
    #[must_use]
    pub fn speaks_of(&self, pack: &Id, question: &Id) -> bool {
        self.pack.as_ref().is_none_or(|own| own == pack)
            && self.question.as_ref().is_none_or(|own| own == question)
    }

    /// Whether an attempt begun before it counts no longer as a whole: its learner, and all its packs. That a single
    /// question begins anew leaves the attempts at its pack as they were.
    #[must_use]
    pub fn covers<'a>(
        &self,
        learner: &str,
        attempt: Uuid,
        mut packs: impl Iterator<Item = &'a Id>,
    ) -> bool {
        self.question.is_none()
            && attempt < self.row
            && self.learner == learner_key(learner)
            && match &self.pack {
                None => true,
                Some(own) => packs.all(|pack| pack == own),
            }
    }
}

/// The resets of an attempt that no later row of it undid.
#[must_use]
pub fn resets(attempt: &Attempt, rows: &[Row]) -> Vec<Reset> {
    let undone: HashSet<Uuid> = rows
        .iter()
        .filter_map(|row| match row.payload {
            Payload::Undo { target } => Some(target),
            _ => None,
        })
        .collect();
    rows.iter()
        .filter(|row| !undone.contains(&row.id))
        .filter_map(|row| match &row.payload {
            Payload::Reset { pack, question } => Some(Reset {
                learner: learner_key(&attempt.learner),
                attempt: attempt.id,
                row: row.id,
                pack: pack.clone(),
                question: question.clone(),
            }),
            _ => None,
        })
        .collect()
}

/// Marks the attempts that a reset covers.
pub fn mark(attempts: &mut [AttemptScore], resets: &[Reset]) {
    if resets.is_empty() {
        return;
    }
    for scored in attempts {
        scored.reset = resets.iter().any(|reset| match &scored.pack {
            Some(pack) => reset.covers(&scored.learner, scored.id, std::iter::once(pack)),
            // Of several packs: which, does not stand here.
            None => {
                reset.pack.is_none() && reset.covers(&scored.learner, scored.id, std::iter::empty())
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{mark, resets};
    use crate::{
        record::{
            Attempt, Payload, Row,
            sample::{at, attempt, id, row},
        },
        stats::{AttemptScore, Score, best, trend},
    };

    fn rows(attempt: &Attempt, pack: Option<&str>, question: Option<&str>) -> Vec<Row> {
        let reset = Payload::Reset {
            pack: pack.map(id),
            question: question.map(id),
        };
        vec![row(attempt, 1, reset)]
    }

    #[test]
    fn bests_and_trends_begin_anew_after_a_reset() {
        for (pack, question, by, expected) in [
            (None, None, "ada ", [50].as_slice()),
            (Some("moon"), None, "Ada", &[50]),
            (Some("sun"), None, "Ada", &[90, 50]),
            (Some("moon"), Some("one"), "Ada", &[90, 50]),
            (None, None, "Bob", &[90, 50]),
        ] {
            let of = Attempt {
                learner: by.to_owned(),
                ..attempt(2)
            };
            let mut newest_first = [(3, 1500), (1, 2700)].map(|(number, net)| {
                let score = Score {
                    questions: 3,
                    points: net,
                    max_points: 3000,
                    ..Score::default()
                };
                AttemptScore::new(&attempt(number), Some(at(1)), score)
            });
            mark(&mut newest_first, &resets(&of, &rows(&of, pack, question)));
            assert_eq!(trend(&newest_first), expected, "{pack:?} {question:?} {by}");
            let most = expected.iter().max().copied();
            assert_eq!(best(&newest_first, &id("moon")), most);
        }
    }

    #[test]
    fn a_reset_that_was_undone_is_none() {
        let attempt = attempt(2);
        let mut rows = rows(&attempt, None, None);
        assert_eq!(resets(&attempt, &rows).len(), 1);
        let target = rows[0].id;
        rows.push(row(&attempt, 2, Payload::Undo { target }));
        assert_eq!(resets(&attempt, &rows), []);
    }
}
