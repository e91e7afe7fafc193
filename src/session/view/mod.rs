//! What a session shows and what it can be told, as data: every interface decorates the same views.
//!
//! Texts are as the author or learner wrote them; an interface cleans them before they reach a terminal.

mod question;
mod summary;
mod verdict;

pub use question::{Ask, Form, QuestionView};
pub use summary::{MissedLine, NextStep, Summary, TagLine, Tally};
pub use verdict::{ChoiceLine, GapLine, OrderLine, PairLine, PassageView, Sheet, VerdictView};

use crate::grade::Response;

/// What a learner wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// This is my response.
    Answer(Response),
    /// Pass this question over; it comes back once at the end.
    Skip,
    /// I don't know: show me.
    DontKnow,
    /// Show the next hint.
    Hint,
    /// Show the passage (before an answer this counts as don't know).
    Passage,
    /// Something is wrong with this question.
    Flag(String),
    /// Take the last answer or skip back and ask again.
    Undo,
    /// My last answer was right, whatever the verdict says.
    Right,
    /// Open the question in an editor.
    Edit,
    /// Look at the question before (practice), or go back to it (exam).
    Back,
    /// Go on after a verdict.
    Next,
    /// These rubric lines, from 1, are in my essay.
    Tick(Vec<usize>),
    /// Go to this question, from 0 (exam).
    GoTo(usize),
    /// Hand everything in (exam).
    Submit,
    /// Show what can be done here.
    Help,
    /// Stop; everything is saved.
    Quit,
}

/// A command that stands open at some moment, in the order menus list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// [`Intent::Next`].
    Next,
    /// [`Intent::Hint`].
    Hint,
    /// [`Intent::Skip`].
    Skip,
    /// [`Intent::DontKnow`].
    DontKnow,
    /// [`Intent::Passage`].
    Passage,
    /// [`Intent::Right`].
    Right,
    /// [`Intent::Undo`].
    Undo,
    /// [`Intent::Back`].
    Back,
    /// [`Intent::Flag`].
    Flag,
    /// [`Intent::Edit`].
    Edit,
    /// [`Intent::Submit`].
    Submit,
    /// [`Intent::Help`].
    Help,
    /// [`Intent::Quit`].
    Quit,
}

/// Something to show.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// An attempt begins or goes on.
    Opening(Opening),
    /// A verdict.
    Verdict(Box<VerdictView>),
    /// A verdict of before, read only.
    Earlier(Box<VerdictView>),
    /// A hint was taken: its text, its number from 1, and what it cost in thousandths.
    Hint {
        /// The hint.
        text: String,
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// What all hints so far take, in thousandths of the points.
        penalty: u16,
    },
    /// A passage within its paragraph.
    Passage(PassageView),
    /// One line about what happened.
    Notice(Notice),
    /// The end of an attempt.
    Summary(Box<Summary>),
}

/// An attempt begins or goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The pack's title.
    pub title: String,
    /// The pack's summary.
    pub summary: Option<String>,
    /// Questions of the plan.
    pub questions: usize,
    /// Whether they are the rounds of a game.
    pub game: bool,
    /// Questions already answered, when it goes on.
    pub answered: usize,
    /// How long the rest takes, in minutes; at least 1.
    pub minutes: usize,
    /// Whose answers these are.
    pub learner: String,
    /// The seed, for doing it again.
    pub seed: u64,
    /// Notes: faulty questions left out, a pool that was too small, questions edited since.
    pub notes: Vec<Notice>,
}

/// One line about what happened; the words for it are the interfaces'.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A question was passed over.
    Skipped {
        /// Whether it comes back at the end.
        comes_back: bool,
    },
    /// An answer is held until everything is handed in, or an essay was stored.
    Saved,
    /// A flag was stored.
    Flagged,
    /// The last answer or skip was taken back.
    Undone,
    /// The answer counts as right from now on; a patch for the author when it was typed.
    Overridden {
        /// TOML for the pack.
        patch: Option<String>,
    },
    /// There is no further hint.
    NoHint,
    /// The command does nothing here.
    NotHere(Command),
    /// Nothing stands before this question.
    NothingBefore,
    /// The store could not be written; the attempt goes on in a spool file.
    Spooled {
        /// The error.
        error: String,
    },
    /// The question was edited, checked and is asked as it stands now.
    Edited,
    /// The edited pack could not be used; the question is asked as it stood.
    EditFailed {
        /// What is wrong.
        error: String,
    },
    /// Anything else: a whole line.
    Line(String),
}
