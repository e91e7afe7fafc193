//! Verdicts as shown: the key and the response side by side.

use super::QuestionView;
use crate::{grade::Credit, pack::Points};

/// A verdict as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictView {
    /// The question as it stood.
    pub question: QuestionView,
    /// The grade alone; none while an essay is not ticked.
    pub credit: Option<Credit>,
    /// What hints took, in thousandths.
    pub penalty: u16,
    /// What it earned.
    pub earned: Points,
    /// Whether "don't know" was said (or the passage read first).
    pub dont_know: bool,
    /// Whether "I was right" was said.
    pub overridden: bool,
    /// One line that says why: what was read, which slip was forgiven, how the credit adds up. May be empty.
    pub remark: String,
    /// Choices, pairs, gaps with their marks.
    pub sheet: Sheet,
    /// Said of the whole response: the author's feedback to it.
    pub feedback: Option<String>,
    /// Why the key is right, Markdown.
    pub explanation: Option<String>,
    /// The ground, within its paragraph.
    pub passage: Option<PassageView>,
    /// Where the fact can be looked up beyond the article.
    pub source: Option<String>,
}

/// The key and the response side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// Every choice, in the order presented.
    Choices(Vec<ChoiceLine>),
    /// A typed answer.
    Typed {
        /// As typed; none after "don't know".
        given: Option<String>,
        /// The right spelling.
        key: String,
        /// Whether it was right but for a slip: then the difference is shown.
        slip: bool,
    },
    /// Items in the right order.
    Order(Vec<OrderLine>),
    /// Lefts in the order presented.
    Pairs(Vec<PairLine>),
    /// Gaps in order, with the text around them (one more).
    Gaps {
        /// The text around the gaps.
        around: Vec<String>,
        /// The gaps.
        gaps: Vec<GapLine>,
    },
    /// An essay.
    Essay {
        /// As typed; none after "don't know".
        given: Option<String>,
        /// A good answer.
        model: String,
        /// The rubric with the ticks; none while it is not ticked.
        rubric: Vec<(String, Option<bool>)>,
    },
}

/// A choice with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceLine {
    /// Its text, Markdown.
    pub text: String,
    /// Whether the learner chose it.
    pub chosen: bool,
    /// Whether it is a key.
    pub right: bool,
    /// What the author says of it.
    pub feedback: Option<String>,
}

/// An item of an order, listed where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// Its text.
    pub text: String,
    /// Where the learner had it, from 1; none after "don't know".
    pub given: Option<usize>,
    /// Whether it belongs to the longest run that was already right.
    pub kept: bool,
    /// Its date, when it is an event.
    pub when: Option<String>,
}

/// A pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLine {
    /// The left.
    pub left: String,
    /// What the learner paired with it.
    pub given: Option<String>,
    /// What belongs to it.
    pub right: String,
    /// Whether they are the same.
    pub correct: bool,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapLine {
    /// As typed; none when left out.
    pub given: Option<String>,
    /// The key.
    pub key: String,
    /// Whether it counts as right.
    pub correct: bool,
    /// Whether it was right but for a slip.
    pub slip: bool,
}

/// A passage within its paragraph, as the article has it but without Markdown marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageView {
    /// The heading it stands under.
    pub heading: Option<String>,
    /// The paragraph before the passage; empty when the article is not there.
    pub before: String,
    /// The passage.
    pub quoted: String,
    /// The paragraph after it.
    pub after: String,
}
