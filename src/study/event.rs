//! What a schedule needs of a row, and no more: stores can stream it without reading whole payloads.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    grade::Credit,
    pack::Id,
    record::{Payload, Row, Source},
};

/// Something that happened in an attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The row.
    pub row: Uuid,
    /// Its number in the attempt: the order there, whatever clocks say.
    pub seq: u32,
    /// When it was written.
    pub at: Timestamp,
    /// The time zone it was written in.
    pub zone: String,
    /// What happened.
    pub what: What,
}

/// What happened, as far as schedules care.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A response.
    Answer {
        /// The question's place in the plan.
        index: usize,
        /// Its pack.
        pack: Id,
        /// Its id.
        question: Id,
        /// The grade; none while an essay is not ticked.
        credit: Option<Credit>,
        /// False after "don't know".
        given: bool,
        /// Hints shown before.
        hints: usize,
        /// Whether a person gave it, not a file.
        person: bool,
    },
    /// A question passed over.
    Skip {
        /// Its place in the plan.
        index: usize,
    },
    /// "I was right."
    Override {
        /// The answer.
        target: Uuid,
    },
    /// The learner held an essay against its rubric.
    Ticked {
        /// The answer.
        target: Uuid,
        /// What that earns.
        credit: Credit,
    },
    /// Credited anew.
    Regrade {
        /// The answer.
        target: Uuid,
        /// The new credit.
        credit: Credit,
    },
    /// Taken back.
    Undo {
        /// An answer or a skip.
        target: Uuid,
    },
    /// Counts for nobody.
    Void {
        /// The answer.
        target: Uuid,
    },
    /// What was before counts no longer.
    Reset {
        /// The pack; all when none.
        pack: Option<Id>,
        /// The question; all of the pack when none.
        question: Option<Id>,
    },
}

impl Event {
    /// The event of a row; none when schedules have nothing to do with it.
    #[must_use]
    pub fn of(row: &Row) -> Option<Self> {
        let what = match &row.payload {
            Payload::Answer(answer) => What::Answer {
                index: answer.index,
                pack: answer.pack.clone(),
                question: answer.question.clone(),
                credit: answer.credit,
                given: answer.response.is_some(),
                hints: answer.hints,
                person: answer.source != Source::Script,
            },
            Payload::Skip { index } => What::Skip { index: *index },
            Payload::Undo { target } => What::Undo { target: *target },
            Payload::Override { target } => What::Override { target: *target },
            Payload::SelfGrade { target, credit, .. } => What::Ticked {
                target: *target,
                credit: *credit,
            },
            Payload::Regrade { target, credit, .. } => What::Regrade {
                target: *target,
                credit: *credit,
            },
            Payload::Void { target } => What::Void { target: *target },
            Payload::Reset { pack, question } => What::Reset {
                pack: pack.clone(),
                question: question.clone(),
            },
            Payload::Flag { .. } | Payload::Finish => return None,
        };
        Some(Self {
            row: row.id,
            seq: row.seq,
            at: row.at,
            zone: row.zone.clone(),
            what,
        })
    }
}
