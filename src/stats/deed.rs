//! What a row does to a learner's progress: the few fields that count, borrowed from wherever the row is kept.

use uuid::Uuid;

use crate::{
    grade::Credit,
    record::{Answer, Payload},
};

/// What a row did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed<'a> {
    /// A question was answered.
    Answer {
        /// Its place in the plan, from 0.
        index: usize,
        /// Its pack.
        pack: &'a str,
        /// Its id.
        question: &'a str,
        /// The credit before hints, in thousandths; none while it is not graded.
        credit: Option<u16>,
    },
    /// A question was passed over.
    Skip {
        /// Its place in the plan, from 0.
        index: usize,
    },
    /// An answer or a skip was taken back.
    Undo {
        /// That row.
        target: Uuid,
    },
    /// An answer has another credit now.
    Credit {
        /// That row.
        target: Uuid,
        /// The credit, in thousandths.
        credit: u16,
    },
    /// An answer counts for nobody.
    Void {
        /// That row.
        target: Uuid,
    },
    /// What was before counts no longer.
    Reset {
        /// The pack; all when none.
        pack: Option<&'a str>,
        /// The question; all of the pack when none.
        question: Option<&'a str>,
    },
    /// Nothing that counts.
    Other,
}

impl<'a> From<&'a Payload> for Deed<'a> {
    fn from(payload: &'a Payload) -> Self {
        match payload {
            Payload::Answer(Answer {
                index,
                pack,
                question,
                credit,
                ..
            }) => Self::Answer {
                index: *index,
                pack: pack.as_str(),
                question: question.as_str(),
                credit: credit.map(Credit::thousandths),
            },
            Payload::Skip { index } => Self::Skip { index: *index },
            Payload::Undo { target } => Self::Undo { target: *target },
            Payload::Override { target } => Self::Credit {
                target: *target,
                credit: Credit::FULL.thousandths(),
            },
            Payload::SelfGrade { target, credit, .. } | Payload::Regrade { target, credit, .. } => {
                Self::Credit {
                    target: *target,
                    credit: credit.thousandths(),
                }
            }
            Payload::Void { target } => Self::Void { target: *target },
            Payload::Reset { pack, question } => Self::Reset {
                pack: pack.as_ref().map(crate::pack::Id::as_str),
                question: question.as_ref().map(crate::pack::Id::as_str),
            },
            Payload::Flag { .. } | Payload::Finish => Self::Other,
        }
    }
}
