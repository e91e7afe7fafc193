//! Attempts and rows, as all stores keep them: rows are only ever added, and what is shown is derived from them.
//! Knows nothing of where they are kept; no clock and no generator.

mod day;
mod id;
mod learner;
mod line;
mod lines;
mod payload;
#[cfg(test)]
pub(crate) mod sample;

pub use day::{DAY_BEGINS, StudyDays, study_day, time_zone};
pub use id::new_id;
pub use learner::{LONGEST_NAME, learner_key, name_fault};
pub use line::Line;
pub use lines::{Lines, Piece};

mod outcome;

pub use outcome::{Counted, Outcome, Outcomes, mean_percent, outcomes, percent_of, points_earned};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    grade::{Credit, Response},
    pack::Id,
};

/// A hash of what a question asks and accepts (see `pack::content`), in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(pub String);

/// Why an attempt was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// A verdict after every answer.
    Practice,
    /// Verdicts only when everything has been submitted.
    Exam,
    /// What was due, of several packs.
    Review,
    /// A game with the timeline.
    Timeline,
}

impl Mode {
    const ALL: [Self; 4] = [Self::Practice, Self::Exam, Self::Review, Self::Timeline];

    /// Its kebab-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
            Self::Review => "review",
            Self::Timeline => "timeline",
        }
    }

    /// Whether an attempt can be gone on with as one at a pack: games cannot at all, reviews as a whole.
    #[must_use]
    pub fn of_a_pack(self) -> bool {
        matches!(self, Self::Practice | Self::Exam)
    }

    /// The mode of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// How the questions of an attempt were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Only questions with one of these tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// At most so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// Only questions whose last counted response was not right.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub missed: bool,
    /// Questions in a new order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub shuffle: bool,
    /// Asked before its time: it says nothing of when to ask again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cram: bool,
}

impl Options {
    /// Whether nothing was left out: only such attempts are compared with each other.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.tags.is_empty() && self.count.is_none() && !self.missed
    }
}

/// A question that an attempt plans to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its pack.
    pub pack: Id,
    /// Its id there.
    pub question: Id,
    /// What it asked when the attempt began.
    pub content: ContentHash,
    /// What it was worth then, in thousandths of a point; more than 0.
    pub points: u64,
}

/// One sitting of one learner. Committed before its first question is shown; never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// A version 7 UUID.
    pub id: Uuid,
    /// Whose answers these are, as the learner wrote the name.
    pub learner: String,
    /// Why it was made.
    pub mode: Mode,
    /// The seed of every draw and shuffle.
    pub seed: u64,
    /// How its questions were chosen.
    pub options: Options,
    /// When it began.
    pub started: Timestamp,
    /// The learner's time zone, an IANA name or an offset.
    pub zone: String,
    /// What it asks, in order.
    pub plan: Vec<Planned>,
}

impl Attempt {
    /// The pack that all its questions are from; none when they are from several, or there are none.
    #[must_use]
    pub fn only_pack(&self) -> Option<&Id> {
        let first = &self.plan.first()?.pack;
        let same = self.plan.iter().all(|planned| planned.pack == *first);
        same.then_some(first)
    }
}

/// One thing that happened in an attempt. Never changed or deleted by play.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// A version 7 UUID.
    pub id: Uuid,
    /// The attempt it belongs to.
    pub attempt: Uuid,
    /// Its place among the rows of the attempt, from 1: the order, whatever clocks say.
    pub seq: u32,
    /// When it was written.
    pub at: Timestamp,
    /// The time zone it was written in.
    pub zone: String,
    /// What happened.
    #[serde(flatten)]
    pub payload: Payload,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload", rename_all = "kebab-case")]
pub enum Payload {
    /// A response, graded.
    Answer(Answer),
    /// A question passed over.
    Skip {
        /// Its place in the plan, from 0.
        index: usize,
    },
    /// The target counts no longer; its question is asked again.
    Undo {
        /// An answer or a skip.
        target: Uuid,
    },
    /// The learner says the target was right: it counts in full.
    Override {
        /// An answer.
        target: Uuid,
    },
    /// The learner held an essay against its rubric.
    SelfGrade {
        /// The answer with the essay.
        target: Uuid,
        /// Lines ticked, from 1.
        rubric: Vec<usize>,
        /// What that earns.
        credit: Credit,
    },
    /// The learner says that something is wrong with a question.
    Flag {
        /// Its pack.
        pack: Id,
        /// Its id.
        question: Id,
        /// What it asked then.
        content: ContentHash,
        /// What the learner wrote; may be empty.
        note: String,
    },
    /// The target is credited anew, by a newer rule or key.
    Regrade {
        /// An answer.
        target: Uuid,
        /// The new credit.
        credit: Credit,
        /// The rule version that gave it.
        rule: u16,
    },
    /// The target counts for nobody and against nobody.
    Void {
        /// An answer.
        target: Uuid,
    },
    /// Everything this learner did before counts no longer: for a question, a pack, or all.
    Reset {
        /// The pack; all when none.
        pack: Option<Id>,
        /// The question; all of the pack when none.
        question: Option<Id>,
    },
    /// The attempt came to its end.
    Finish,
}

/// A response and its grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's place in the plan, from 0.
    pub index: usize,
    /// Its pack.
    pub pack: Id,
    /// Its id.
    pub question: Id,
    /// What it asked.
    pub content: ContentHash,
    /// The choices (items, rights) as they were presented, as places in the content's own list.
    pub presented: Vec<u32>,
    /// Verbatim; none when the learner said "don't know" or read the passage first.
    pub response: Option<Response>,
    /// The grade alone, before hints; none while an essay is not ticked.
    pub credit: Option<Credit>,
    /// What hints take, in thousandths.
    pub penalty: u16,
    /// The version of the grading rules.
    pub rule: u16,
    /// From showing the question to the answer, in milliseconds; pauses between sittings left out.
    pub elapsed_ms: u64,
    /// How many hints were shown before.
    pub hints: usize,
    /// How it came in.
    pub source: Source,
    /// The events that a game's round asked about; none for a question of a pack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Id>,
}

/// How a response came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Keys in a terminal.
    Terminal,
    /// A line.
    Line,
    /// A file of answers.
    Script,
}
