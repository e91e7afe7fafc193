//! What a pack holds once it has been read. Texts are as the author wrote them (decoded from TOML): a terminal or a
//! page must clean them first.

use std::{borrow::Cow, fmt, ops::RangeInclusive, sync::Arc};

use crate::{
    date::{Precision, When},
    diagnostic::Span,
    text::number::Decimal,
};

/// A pack: what it is about, its article, its events and its questions.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its identity: the `id` of the head, else a slug of the file's stem.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The language of its texts, a BCP 47 tag; "en" unless it says otherwise.
    pub language: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its licence, as an SPDX expression.
    pub license: Option<String>,
    /// What a hint takes, in thousandths of the question's points: 0 to 1000.
    pub hint_cost: u16,
    /// The article it is built from.
    pub article: Option<Article>,
    /// How many questions of a tag an attempt asks.
    pub pools: Vec<Pool>,
    /// Named stretches of its timeline.
    pub eras: Vec<Era>,
    /// Its dated events, in file order.
    pub events: Vec<Event>,
    /// Its questions without fault, in file order.
    pub questions: Vec<Question>,
}

/// The identity of a pack, a question or an event: 1 to 64 letters and digits of any script, `-` or `_`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Id(Arc<str>);

impl Id {
    /// The id, if `text` is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.chars().count())
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        fits.then(|| Self(Arc::from(text)))
    }

    /// The id of a game's rounds: `@` and a name, which no pack, question or event can have.
    #[must_use]
    pub fn of_game(name: &str) -> Self {
        Self(Arc::from(format!("@{name}")))
    }

    /// Whether it is the id of a game's rounds.
    #[must_use]
    pub fn is_game(&self) -> bool {
        self.0.starts_with('@')
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The article that a pack is built from.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its file, a plain relative path below the pack's folder.
    pub file: String,
    /// Where its facts can be looked up.
    pub source: Option<String>,
}

/// How many questions of a tag an attempt asks, drawn anew each time.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The tag.
    pub tag: String,
    /// How many; at most as many as the pack has with this tag.
    pub pick: usize,
}

/// A named stretch of the timeline.
#[derive(Clone, Debug)]
pub struct Era {
    /// Its name.
    pub title: String,
    /// When it began.
    pub from: When,
    /// When it ended; none while it lasts.
    pub to: Option<When>,
}

/// Something dated.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its identity within the pack.
    pub id: Id,
    /// When it was; `until` of the file is already the span's end.
    pub when: When,
    /// What happened, in a few words.
    pub title: String,
    /// What happened, in a sentence or two.
    pub detail: Option<String>,
    /// Words of the article that say so.
    pub passage: Option<String>,
    /// Where the fact can be looked up beyond the article.
    pub source: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A question: everything needed to ask it and to grade it, with sets and events resolved.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its identity within the pack.
    pub id: Id,
    /// What is asked for, and the key.
    pub kind: Kind,
    /// What is asked, Markdown; empty only for a cloze, whose text stands for itself.
    pub prompt: String,
    /// Why the key is right, Markdown.
    pub explanation: Option<String>,
    /// Words of the article that the question stands on.
    pub passage: Option<String>,
    /// Where the fact can be looked up beyond the article.
    pub source: Option<String>,
    /// Hints, the mildest first.
    pub hints: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// What it is worth.
    pub points: Points,
    /// Whether choices come in a new order in every attempt.
    pub shuffle: bool,
    /// Texts of choices that stay at the end, in this order, however the others are shuffled.
    pub last: Vec<String>,
    /// Shown after a response that did not earn full credit.
    pub feedback: Option<String>,
    /// Where it stands in the file, its header first: for an editor and for findings.
    pub span: Span,
}

/// What a question is worth: more than 0, in thousandths so that sums are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub u64);

impl Points {
    /// One point.
    pub const ONE: Self = Self(1000);
}

/// A choice, an accepted answer or a known wrong answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its text, Markdown in a choice, plain words in a typed answer.
    pub text: String,
    /// What to say to a learner who gave it.
    pub feedback: Option<String>,
}

/// Wrong choices.
#[derive(Clone, Debug, Default)]
pub struct Distractors {
    /// All there are; those of a set come without the key.
    pub choices: Vec<Choice>,
    /// How many are drawn in each attempt; all when none is said.
    pub pick: Option<usize>,
}

/// How a `multiple` is credited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditRule {
    /// Share of the keys chosen minus share of the distractors chosen, not below 0.
    Each,
    /// All or nothing.
    All,
}

/// What is asked for, with the key. Every match on it is exhaustive: a new kind that is forgotten does not compile.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One of several choices.
    Choice {
        /// The key.
        answer: Choice,
        /// Further choices that count as right too: several places in a line may fit. Only games have any.
        also: Vec<Choice>,
        /// The wrong choices; at least one.
        distractors: Distractors,
    },
    /// Every right one of several choices.
    Multiple {
        /// The keys; at least one.
        answers: Vec<Choice>,
        /// The wrong choices; at least one.
        distractors: Distractors,
        /// How credit is given.
        credit: CreditRule,
    },
    /// Whether a statement is true.
    TrueFalse {
        /// The key.
        answer: bool,
    },
    /// A few words, typed.
    ShortAnswer {
        /// The key, shown as the right spelling.
        answer: Choice,
        /// Other spellings that count as right.
        accept: Vec<Choice>,
        /// Known wrong answers; never forgiven as a slip.
        distractors: Vec<Choice>,
        /// Whether slips, case and accents count.
        strict: bool,
    },
    /// A number.
    Numeric {
        /// What counts as right.
        key: NumericKey,
        /// Its unit, which a response may leave out.
        unit: Option<String>,
    },
    /// A date.
    Date {
        /// The key.
        answer: When,
        /// How fine a response has to be; the answer's own unless the pack says otherwise.
        precision: Precision,
        /// Half the credit is lost at this distance; none: right or wrong.
        tolerance: Option<Tolerance>,
        /// Whether a span is asked for by its end.
        end: bool,
        /// The event it was taken from.
        event: Option<Id>,
    },
    /// Things to put in order.
    Ordering {
        /// In the right order; at least two.
        items: Vec<Item>,
    },
    /// Lefts to pair with rights.
    Matching {
        /// (left, right); at least two, lefts distinct.
        pairs: Vec<(String, String)>,
        /// Extra rights.
        distractors: Vec<Choice>,
    },
    /// A text with gaps.
    Cloze {
        /// Text and gaps, as they follow each other; at least one gap.
        parts: Vec<Part>,
    },
    /// A longer text, which the learner holds against a rubric.
    Essay {
        /// A good answer.
        model: String,
        /// What a good answer does; at least one line.
        rubric: Vec<String>,
    },
}

impl Kind {
    /// Its kebab-case name, as `kind = ".."` has it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Choice { .. } => "choice",
            Self::Multiple { .. } => "multiple",
            Self::TrueFalse { .. } => "true-false",
            Self::ShortAnswer { .. } => "short-answer",
            Self::Numeric { .. } => "numeric",
            Self::Date { .. } => "date",
            Self::Ordering { .. } => "ordering",
            Self::Matching { .. } => "matching",
            Self::Cloze { .. } => "cloze",
            Self::Essay { .. } => "essay",
        }
    }
}

impl Question {
    /// The texts that can be presented, in the order that stored indexes count in; see [`Kind::presentable`].
    #[must_use]
    pub fn presentable(&self) -> Vec<&str> {
        self.kind.presentable()
    }

    /// What it asks, Markdown; a cloze without a prompt asks by its text, its gaps open.
    #[must_use]
    pub fn asked(&self) -> Cow<'_, str> {
        match &self.kind {
            Kind::Cloze { parts } if self.prompt.trim().is_empty() => parts
                .iter()
                .map(|part| match part {
                    Part::Text(text) => text.as_str(),
                    Part::Gap(_) => "\\_\\_\\_",
                })
                .collect(),
            _ => Cow::Borrowed(&self.prompt),
        }
    }
}

impl Kind {
    /// The texts that can be presented, in the order that stored indexes count in: of choices the keys (of a choice the
    /// further ones too), then the distractors; of an ordering the items in the right order; of a matching the rights of the pairs, then the
    /// extra ones. Nothing for kinds that present no list.
    #[must_use]
    pub fn presentable(&self) -> Vec<&str> {
        match self {
            Self::Choice {
                answer,
                also,
                distractors,
            } => std::iter::once(answer)
                .chain(also)
                .chain(&distractors.choices)
                .map(|choice| choice.text.as_str())
                .collect(),
            Self::Multiple {
                answers,
                distractors,
                ..
            } => answers
                .iter()
                .chain(&distractors.choices)
                .map(|choice| choice.text.as_str())
                .collect(),
            Self::Ordering { items } => items.iter().map(|item| item.text.as_str()).collect(),
            Self::Matching { pairs, distractors } => pairs
                .iter()
                .map(|(_, right)| right.as_str())
                .chain(distractors.iter().map(|choice| choice.text.as_str()))
                .collect(),
            Self::TrueFalse { .. }
            | Self::ShortAnswer { .. }
            | Self::Numeric { .. }
            | Self::Date { .. }
            | Self::Cloze { .. }
            | Self::Essay { .. } => Vec::new(),
        }
    }
}

/// What counts as right for a number. Bounds are inclusive; `written` is how the author wrote the key.
#[derive(Clone, Debug, PartialEq)]
pub struct NumericKey {
    /// The key as written, for showing: `2000`, or `1500 to 2500` for a range.
    pub written: String,
    /// The value itself; none for a range.
    pub value: Option<Decimal>,
    /// Everything from here to there earns full credit.
    pub accepted: RangeInclusive<Decimal>,
}

/// How far off a date loses half the credit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// A distance in time: so many of a unit.
    Length {
        /// How many; more than 0.
        count: f64,
        /// Of what.
        unit: crate::date::Unit,
    },
    /// A ratio of ages, for events that lie millions and thousands of years back. Only games have it.
    Age {
        /// How many powers of ten; more than 0.
        orders: f64,
        /// Where ages count back from.
        from: crate::date::Day,
    },
}

/// One thing to put in order.
#[derive(Clone, Debug)]
pub struct Item {
    /// What the learner sees.
    pub text: String,
    /// The event it stands for, with its date: pairs that dates cannot decide never cost a point.
    pub event: Option<(Id, When)>,
}

/// A piece of a cloze.
#[derive(Clone, Debug)]
pub enum Part {
    /// Words that stand there, Markdown.
    Text(String),
    /// Words to fill in.
    Gap(Gap),
}

/// A gap of a cloze.
#[derive(Clone, Debug)]
pub struct Gap {
    /// What counts as right, the key first; at least one.
    pub alternatives: Vec<String>,
    /// The key as a number, when its first alternative reads as one: then the gap is numeric.
    pub number: Option<NumericKey>,
}
