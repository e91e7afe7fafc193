//! Questions as they stand on the screen, and what is waited for.

use super::Command;
use crate::{
    grade::{AskAgain, Response},
    pack::{Id, Points},
};

/// A question as it stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The pack it is from.
    pub pack: Id,
    /// Its id, shown beside the number so that people can talk about it.
    pub id: Id,
    /// Its number in this attempt, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What is asked, Markdown; may be empty for a cloze.
    pub prompt: String,
    /// How to answer.
    pub form: Form,
    /// What it is worth.
    pub points: Points,
    /// Hints shown so far.
    pub hints: Vec<String>,
    /// Hints not yet shown.
    pub hints_left: usize,
    /// What the next hint takes, in thousandths of the points.
    pub hint_cost: u16,
    /// Whether it was answered before and undone.
    pub second_try: bool,
    /// Whether it was skipped before and comes back.
    pub comes_back: bool,
    /// How many wrong moves are still forgiven, where a game counts them.
    pub lives: Option<usize>,
    /// What was given before, when it is being revised (exam).
    pub given: Option<Response>,
    /// What can be done beside answering.
    pub commands: Vec<Command>,
}

impl QuestionView {
    /// What the hints shown so far take, in thousandths of the points.
    #[must_use]
    pub fn penalty(&self) -> u16 {
        let taken = self.hints.len() as u64 * u64::from(self.hint_cost);
        u16::try_from(taken.min(1000)).unwrap_or(1000)
    }
}

/// How a question is answered. Texts in the order in which they are presented.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One of these.
    One {
        /// The choices.
        choices: Vec<String>,
    },
    /// All that are right.
    Many {
        /// The choices.
        choices: Vec<String>,
        /// Whether anything but all the right ones earns nothing.
        all_or_nothing: bool,
    },
    /// True or false.
    TrueFalse,
    /// A few words.
    Words,
    /// A number.
    Number {
        /// Its unit, which may be left out.
        unit: Option<String>,
    },
    /// A date.
    Date {
        /// How fine it has to be: `a day`, `a month`, `a year`.
        wanted: String,
    },
    /// An order, first to last.
    Order {
        /// The items, shuffled.
        items: Vec<String>,
    },
    /// A right for every left.
    Match {
        /// The lefts.
        lefts: Vec<String>,
        /// The rights, shuffled, distractors among them.
        rights: Vec<String>,
    },
    /// Words or numbers for every gap.
    Gaps {
        /// What stands before each gap, and after the last: one more than there are gaps.
        around: Vec<String>,
        /// Which gaps want a number.
        numeric: Vec<bool>,
    },
    /// Several lines.
    Essay,
}

/// What the session waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// An answer, or a command.
    Answer {
        /// The question.
        question: Box<QuestionView>,
        /// Why the last response could not be taken.
        again: Option<AskAgain>,
    },
    /// What next, after a verdict.
    Next {
        /// What can be done.
        commands: Vec<Command>,
        /// Whether this was the last question.
        last: bool,
    },
    /// Which rubric lines the essay fulfils; the verdict view with model and rubric was shown before.
    Tick {
        /// The lines.
        rubric: Vec<String>,
    },
    /// Hand in or go on (exam): one entry a question.
    Submit {
        /// For every question whether it was answered and whether it was flagged.
        sheet: Vec<(bool, bool)>,
    },
}
