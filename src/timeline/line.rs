//! Lines of a drawing: pieces of text with a role. Knows nothing of colours.

use std::{borrow::Cow, fmt};

use crate::text;

/// What a piece of a line is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Spaces and what needs no look of its own.
    Plain,
    /// A date.
    Date,
    /// The mark of an event.
    Mark,
    /// What marks stand on: a rail, an axis, a leader.
    Rail,
    /// The title of an event.
    Title,
    /// What says how long a gap is.
    Gap,
    /// The number of an event in a legend.
    Number,
    /// The label of a tick.
    Tick,
    /// The heading of a group.
    Heading,
    /// How the drawing is to be read.
    Note,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub role: Role,
    /// Its text, clean and without line breaks.
    pub text: Cow<'static, str>,
}

/// A line of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it consists of.
    pub pieces: Vec<Piece>,
    /// The event it belongs to, by its place in the timeline's order.
    pub event: Option<usize>,
}

impl Line {
    /// An empty line of an event.
    pub(super) fn of(event: usize) -> Self {
        Self {
            pieces: Vec::with_capacity(6),
            event: Some(event),
        }
    }

    /// Adds to its end.
    pub(super) fn push(&mut self, role: Role, text: impl Into<Cow<'static, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push(Piece { role, text });
        }
    }

    /// The line with more at its end.
    pub(super) fn and(mut self, role: Role, text: impl Into<Cow<'static, str>>) -> Self {
        self.push(role, text);
        self
    }

    /// Adds spaces up to a column.
    pub(super) fn pad_to(&mut self, column: usize) {
        let width = self.width();
        if column > width {
            self.push(Role::Plain, spaces(column - width));
        }
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        let of = |piece: &Piece| match piece.text.as_bytes() {
            ascii if ascii.is_ascii() => ascii.len(),
            _ => text::width(&piece.text),
        };
        self.pieces.iter().map(of).sum()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces
            .iter()
            .try_for_each(|piece| f.write_str(&piece.text))
    }
}

/// So many spaces.
pub(super) fn spaces(count: usize) -> Cow<'static, str> {
    const SPACES: &str = "                                                                ";
    SPACES
        .get(..count)
        .map_or_else(|| Cow::Owned(" ".repeat(count)), Cow::Borrowed)
}

/// A text as lines of one role.
pub(super) fn flow(role: Role, text: &str, width: usize) -> Vec<Line> {
    text::wrap::wrap_text(text, width)
        .into_iter()
        .map(|row| Line::default().and(role, row))
        .collect()
}
