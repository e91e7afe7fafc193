//! What a format could not carry, as values; their words are made here.

use std::fmt;

use crate::{
    pack::{Event, Id},
    text,
};

/// Something that a format could not carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The date of an event.
    Date {
        /// The event.
        event: Id,
        /// Its date, in words.
        date: String,
        /// What became of it.
        fate: Fate,
    },
    /// An era that is open where the format wants a date.
    Era {
        /// Its title.
        title: String,
        /// The date that is written in its place, in words.
        shown: String,
    },
    /// Fields of events.
    LeftOut {
        /// The format's name.
        format: &'static str,
        /// Events that have a detail, a passage or a source.
        events: usize,
    },
}

/// What became of a date that a format cannot carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It lies outside the years that the format reads; the event is a comment.
    Comment,
    /// It has no end, or none that is known: the event stands at its start, with the date in words.
    AtStart,
    /// It has no start that is known: the event stands at its end, with the date in words.
    AtEnd,
}

impl Note {
    pub(super) fn date(event: &Event, fate: Fate) -> Self {
        Self::Date {
            event: event.id.clone(),
            date: event.when.to_string(),
            fate,
        }
    }

    /// What a format has no room for beside dates and titles; none when the events have nothing else.
    pub(super) fn left_out(format: &'static str, events: &[Event]) -> Option<Self> {
        let more = |event: &&Event| {
            event.detail.is_some() || event.passage.is_some() || event.source.is_some()
        };
        let events = events.iter().filter(more).count();
        (events > 0).then_some(Self::LeftOut { format, events })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date { event, date, fate } => {
                let fate = match fate {
                    Fate::Comment => {
                        "lies outside the years that the format reads; it is written as a comment"
                    }
                    Fate::AtStart => {
                        "has no end that the format could carry; it stands at its start"
                    }
                    Fate::AtEnd => "has no start that the format could carry; it stands at its end",
                };
                write!(f, "event `{event}` ({date}) {fate}")
            }
            Self::Era { title, shown } => {
                let title = text::clean_line(title);
                write!(
                    f,
                    "era `{title}` is open; the format wants a date, so {shown} is written"
                )
            }
            Self::LeftOut { format, events } => {
                let events = text::count(*events, "event");
                write!(
                    f,
                    "{format} has no room for details, passages and sources; those of {events} are left out"
                )
            }
        }
    }
}
