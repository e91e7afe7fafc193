//! What grading says: credit and the reason for it, as data. Words for it are made where it is shown.

use serde::{Deserialize, Serialize};

/// How right a response is, in thousandths: 0 to 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Credit(u16);

impl Credit {
    /// Nothing of it is right.
    pub const NONE: Self = Self(0);
    /// All of it is right.
    pub const FULL: Self = Self(1000);

    /// That many thousandths; more than 1000 count as 1000.
    #[must_use]
    pub fn new(thousandths: u16) -> Self {
        Self(thousandths.min(1000))
    }

    /// `part` of `whole`, rounded; full only when nothing is missing, and all of nothing is none.
    #[must_use]
    pub fn share(part: usize, whole: usize) -> Self {
        if whole == 0 || part == 0 {
            return Self::NONE;
        }
        if part >= whole {
            return Self::FULL;
        }
        let (part, whole) = (part as u128, whole as u128);
        let rounded = (2000 * part + whole) / (2 * whole);
        Self(u16::try_from(rounded).unwrap_or(999).min(999))
    }

    /// The thousandths.
    #[must_use]
    pub fn thousandths(self) -> u16 {
        self.0
    }
}

/// Credit and its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// None only for an essay that has not been held against its rubric.
    pub credit: Option<Credit>,
    /// Why.
    pub reason: Reason,
}

impl Verdict {
    /// A graded response.
    pub(super) fn new(credit: Credit, reason: Reason) -> Self {
        Self {
            credit: Some(credit),
            reason,
        }
    }
}

/// Why a response earned what it earned.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Choices: how many keys and distractors were chosen, of how many.
    Chosen {
        /// Keys chosen.
        right: usize,
        /// Keys there are.
        keys: usize,
        /// Distractors chosen.
        wrong: usize,
        /// Distractors that were presented.
        distractors: usize,
    },
    /// Right as typed, or but for case, accents, punctuation or a leading article.
    Exact {
        /// The accepted spelling it equals.
        accepted: String,
    },
    /// Right but for a slip or the order of words; `accepted` is the right spelling.
    Slip {
        /// The accepted spelling it is near to.
        accepted: String,
    },
    /// A wrong answer that the author foresaw, with its feedback.
    KnownWrong {
        /// As the author wrote it.
        text: String,
        /// What the author says to it.
        feedback: Option<String>,
    },
    /// Not right, and nothing more is known about it.
    Wrong,
    /// A number within or beyond what is accepted.
    Number {
        /// The value that was read, in normal form.
        read: String,
        /// What is accepted, as a person would write it: `2000`, `1950 to 2050`.
        accepted: String,
    },
    /// A date and how far off it is.
    Date {
        /// The date that was read, in its display form.
        read: String,
        /// The distance in words (`3 years`); none when it is right.
        off: Option<String>,
    },
    /// An order: pairs in the right order of all pairs that can be decided.
    Ordered {
        /// Pairs in the right order.
        right: usize,
        /// Pairs that can be decided.
        decidable: usize,
        /// Positions, in the learner's order, of a longest run that is already right.
        kept: Vec<usize>,
        /// The others: places in the key's list, and which way each has to move.
        moves: Vec<(usize, Way)>,
    },
    /// Pairs: which lefts, in the pack's order, got their right.
    Matched {
        /// One for each left.
        right: Vec<bool>,
    },
    /// Gaps, in order.
    Gaps(Vec<GapVerdict>),
    /// Rubric lines ticked.
    Ticked {
        /// Lines ticked.
        ticked: usize,
        /// Lines there are.
        of: usize,
    },
    /// An essay, not yet held against its rubric.
    Unticked,
}

/// Which way an item of an order has to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// A gap of a cloze.
#[derive(Clone, Debug, PartialEq)]
pub struct GapVerdict {
    /// Full or none.
    pub credit: Credit,
    /// Why: [`Reason::Exact`], [`Reason::Slip`], [`Reason::Number`] or [`Reason::Wrong`].
    pub reason: Reason,
}

/// A response that could not be taken: what was wrong with it and how to give it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AskAgain {
    /// One line, lower case.
    pub message: String,
    /// How to give it.
    pub help: Option<String>,
}

impl AskAgain {
    /// What was wrong, one line in lower case, and what to give instead.
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: Some(help.into()),
        }
    }
}
