//! What a prompt is: keys in, frames out, an outcome at the end. Prompts are pure; the terminal drives them.

use super::{keys::Key, marks::Marks, screen::Frame, tty::Size};

/// What a prompt makes of a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step<T> {
    /// It goes on.
    Stay,
    /// It is over.
    Done(T),
    /// Ctrl-D where nothing was typed: the input has ended.
    End,
}

/// Something that stands on the screen until it has an outcome.
pub(super) trait Prompt {
    /// What comes of it.
    type Outcome;

    /// Takes a key.
    fn press(&mut self, key: &Key) -> Step<Self::Outcome>;

    /// How it stands, for a window of this size.
    fn frame(&mut self, size: Size, marks: Marks) -> Frame;
}

/// Columns that lines may use: the last one stays free, so that no terminal wraps by itself.
pub(super) fn width(size: Size) -> usize {
    size.cols.saturating_sub(1).max(1)
}

/// Rows that a frame can use and still be redrawn.
pub(super) fn reach(size: Size) -> usize {
    size.rows.saturating_sub(1).max(1)
}
