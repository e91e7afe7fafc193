//! The end of an attempt as shown.

use crate::pack::{Id, Points};

/// The end of an attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The pack's title; of several packs the first.
    pub title: String,
    /// Whether every question of the plan has been answered or finally skipped.
    pub complete: bool,
    /// Points earned, of how many.
    pub earned: Points,
    /// Points there were.
    pub of: Points,
    /// Points earned of the points there were, in percent, rounded to a whole number.
    pub percent: u32,
    /// What guessing would have earned on the average, in percent; none where nobody can say, and in a quiz.
    pub chance: Option<u32>,
    /// Questions fully right, partly right, wrong, don't know, skipped, not yet graded, not reached.
    pub tally: Tally,
    /// Per tag: questions asked, and mean percent; tags of at least two questions, weakest first.
    pub tags: Vec<TagLine>,
    /// Questions that did not earn full credit, in order.
    pub missed: Vec<MissedLine>,
    /// Earlier percents of the same learner at the whole pack, oldest first; empty when this was not the whole pack.
    pub trend: Vec<u32>,
    /// What to do next, best first.
    pub next: Vec<NextStep>,
}

/// How many questions ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Full credit.
    pub right: usize,
    /// Some credit.
    pub partly: usize,
    /// None.
    pub wrong: usize,
    /// "Don't know".
    pub dont_know: usize,
    /// Skipped for good.
    pub skipped: usize,
    /// Essays without ticks.
    pub ungraded: usize,
    /// Never reached.
    pub open: usize,
}

/// A tag's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagLine {
    /// The tag.
    pub tag: String,
    /// Questions with it.
    pub questions: usize,
    /// Mean credit over them, in percent.
    pub percent: u32,
}

/// A question that did not earn full credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedLine {
    /// Its number in the attempt, from 1.
    pub number: usize,
    /// Its id.
    pub id: Id,
    /// What it asked.
    pub prompt: String,
    /// The key in words.
    pub key: String,
    /// What it earned, in thousandths, after hints.
    pub earned: u16,
}

/// Something sensible to do after an attempt, with the command that does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask the missed ones again, as an attempt of their own.
    Retry {
        /// How many.
        missed: usize,
        /// The command.
        command: String,
    },
    /// Go on with an attempt that was left.
    Resume {
        /// Questions left.
        left: usize,
        /// Whether they are the rounds of a game.
        game: bool,
        /// The command.
        command: String,
    },
    /// Read the article.
    Read {
        /// The command.
        command: String,
    },
    /// Play the game again.
    Again {
        /// The command.
        command: String,
    },
    /// See the timeline.
    Timeline {
        /// The command.
        command: String,
    },
    /// Look at the scores.
    Scores {
        /// The command.
        command: String,
    },
}
