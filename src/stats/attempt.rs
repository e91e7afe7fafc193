//! Attempts beside each other: trends and bests.

use jiff::Timestamp;
use uuid::Uuid;

use super::Score;
use crate::{
    pack::Id,
    record::{Attempt, Mode},
};

/// An attempt without its plan, and what it earned so far.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptScore {
    /// The attempt.
    pub id: Uuid,
    /// The pack that all its questions are from; none when they are from several.
    pub pack: Option<Id>,
    /// Whose it is, as written.
    pub learner: String,
    /// Why it was made.
    pub mode: Mode,
    /// Its seed.
    pub seed: u64,
    /// Whether nothing was left out when its questions were chosen.
    pub whole: bool,
    /// When it began.
    pub started: Timestamp,
    /// The time zone it began in.
    pub zone: String,
    /// When it came to its end; none while it is unfinished.
    pub finished: Option<Timestamp>,
    /// Whether everything of it was reset since: it is kept, and compared with nothing.
    pub reset: bool,
    /// What it earned.
    pub score: Score,
}

impl AttemptScore {
    /// An attempt with its score.
    #[must_use]
    pub fn new(attempt: &Attempt, finished: Option<Timestamp>, score: Score) -> Self {
        Self {
            id: attempt.id,
            pack: attempt.only_pack().cloned(),
            learner: attempt.learner.clone(),
            mode: attempt.mode,
            seed: attempt.seed,
            whole: attempt.options.whole(),
            started: attempt.started,
            zone: attempt.zone.clone(),
            finished,
            reset: false,
            score,
        }
    }

    /// Whether it can be compared with others: the whole of one pack, to the end, no game, not reset since.
    #[must_use]
    pub fn comparable(&self) -> bool {
        self.whole
            && !self.reset
            && self.pack.is_some()
            && self.finished.is_some()
            && matches!(self.mode, Mode::Practice | Mode::Exam)
    }
}

/// Percents of the attempts at the whole pack, oldest first. The attempts are one learner's at one pack, newest first,
/// as a store gives them.
#[must_use]
pub fn trend(attempts: &[AttemptScore]) -> Vec<u32> {
    let comparable = attempts.iter().rev().filter(|a| a.comparable());
    comparable.filter_map(|a| a.score.percent()).collect()
}

/// The best percent at the whole pack; none when it was never taken whole.
#[must_use]
pub fn best<'a>(attempts: impl IntoIterator<Item = &'a AttemptScore>, pack: &Id) -> Option<u32> {
    let comparable = attempts
        .into_iter()
        .filter(|a| a.comparable() && a.pack.as_ref() == Some(pack));
    comparable.filter_map(|a| a.score.percent()).max()
}

#[cfg(test)]
mod tests {
    use super::{AttemptScore, best, trend};
    use crate::{
        record::{
            Mode,
            sample::{at, attempt, id},
        },
        stats::Score,
    };

    fn scored(number: u32, points: u64, change: impl FnOnce(&mut AttemptScore)) -> AttemptScore {
        let score = Score {
            questions: 3,
            answered: 3,
            points,
            max_points: 3000,
            ..Score::default()
        };
        let mut scored = AttemptScore::new(&attempt(number), Some(at(1)), score);
        change(&mut scored);
        scored
    }

    #[test]
    fn only_whole_finished_attempts_are_compared() {
        let newest_first = [
            scored(6, 900, |_| {}),
            scored(5, 3000, |a| a.whole = false),
            scored(4, 3000, |a| a.finished = None),
            scored(3, 3000, |a| a.mode = Mode::Timeline),
            scored(2, 3000, |a| a.pack = None),
            scored(1, 1500, |_| {}),
        ];
        assert_eq!(trend(&newest_first), [50, 30]);
        assert_eq!(best(&newest_first, &id("moon")), Some(50));
        assert_eq!(best(&newest_first, &id("sun")), None);
    }
}
