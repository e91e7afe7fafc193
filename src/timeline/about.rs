//! What belongs to an event: its neighbours, and the questions about it.

use std::ops::Range;

use crate::{
    pack::{Event, Kind, Pack, Question},
    text::article::{Article, Found},
};

/// The event before or after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour<'a> {
    /// Its place in the order.
    pub place: usize,
    /// Its title.
    pub title: &'a str,
    /// How far off it is: `4 months earlier`.
    pub distance: String,
}

/// The questions about an event: those that name it, and those whose passage overlaps with its own.
#[must_use]
pub fn questions_about<'a>(
    event: &Event,
    pack: &'a Pack,
    article: Option<&Article>,
) -> Vec<&'a Question> {
    let spot = event.passage.as_deref().map(|words| spot(words, article));
    pack.questions
        .iter()
        .filter(|question| {
            names(question, event)
                || match (&spot, &question.passage) {
                    (Some(Spot::At(own)), Some(words)) => match self::spot(words, article) {
                        Spot::At(other) => own.start < other.end && other.start < own.end,
                        Spot::Words(_) => false,
                    },
                    (Some(Spot::Words(own)), Some(words)) => {
                        own.contains(words.trim()) || words.contains(own.as_str())
                    }
                    _ => false,
                }
        })
        .collect()
}

fn names(question: &Question, event: &Event) -> bool {
    match &question.kind {
        Kind::Date { event: named, .. } => named.as_ref() == Some(&event.id),
        Kind::Ordering { items } => items
            .iter()
            .any(|item| item.event.as_ref().is_some_and(|(id, _)| *id == event.id)),
        Kind::Choice { .. }
        | Kind::Multiple { .. }
        | Kind::TrueFalse { .. }
        | Kind::ShortAnswer { .. }
        | Kind::Numeric { .. }
        | Kind::Matching { .. }
        | Kind::Cloze { .. }
        | Kind::Essay { .. } => false,
    }
}

/// Where a passage stands, or only its words.
enum Spot {
    At(Range<usize>),
    Words(String),
}

fn spot(words: &str, article: Option<&Article>) -> Spot {
    match article.map(|article| article.find(words)) {
        Some(Found::Once(located)) => Spot::At(located.span),
        _ => Spot::Words(words.trim().to_owned()),
    }
}
