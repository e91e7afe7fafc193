//! A round of a game: a question, how it is presented, and the events it is about.

use crate::{
    date::When,
    pack::{Event, Id, Kind, Points, Question},
};

use super::Game;

/// A round of a game.
#[derive(Clone, Debug)]
pub struct Round {
    /// What is asked. Its id is the game's.
    pub question: Question,
    /// The order in which choices or items are presented, as places in the question's own list; empty where nothing is
    /// listed.
    pub presented: Vec<u32>,
    /// The events of the move.
    pub events: Vec<Id>,
    /// What guessing earns on the average, 0 to 1; none where nobody can say.
    pub(super) chance: Option<f64>,
}

impl Round {
    pub(super) fn new(
        question: Question,
        presented: &[usize],
        events: &[&Event],
        chance: Option<f64>,
    ) -> Self {
        Self {
            question,
            presented: presented
                .iter()
                .filter_map(|&place| u32::try_from(place).ok())
                .collect(),
            events: events.iter().map(|event| event.id.clone()).collect(),
            chance,
        }
    }
}

/// A question of a game, without anything that could tell the answer.
pub(super) fn question(game: Game, kind: Kind, prompt: String) -> Question {
    Question {
        id: game.id(),
        kind,
        prompt,
        explanation: None,
        passage: None,
        source: None,
        hints: Vec::new(),
        tags: Vec::new(),
        points: Points::ONE,
        shuffle: false,
        last: Vec::new(),
        feedback: None,
        span: 0..0,
    }
}

/// Whether any of them lasted: then it is its beginning that counts, and the prompt says so.
pub(super) fn any_lasted<'a>(events: impl IntoIterator<Item = &'a &'a Event>) -> bool {
    let mut events = events.into_iter();
    events.any(|event| matches!(event.when, When::Span { .. }))
}

/// An event told after the move; the quotes keep a title from being a heading or a list: `“Sputnik 1 launched”: 4 October 1957. A ball that beeps.`
pub(super) fn told(event: &Event) -> String {
    let detail = event.detail.as_deref().unwrap_or_default();
    format!("“{}”: {}. {detail}", event.title, event.when)
        .trim_end()
        .to_owned()
}
