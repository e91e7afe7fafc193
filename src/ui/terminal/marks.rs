//! The signs beside words: never the only bearer of a meaning, and plain ASCII where the terminal has no more.

/// A set of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) right: &'static str,
    pub(super) wrong: &'static str,
    pub(super) other: &'static str,
    pub(super) up: &'static str,
    pub(super) down: &'static str,
    /// At the edge of lines that are quoted.
    pub(super) bar: &'static str,
    /// Between a left and its right.
    pub(super) arrow: &'static str,
    /// Around quoted words where they cannot be underlined.
    pub(super) quotes: (&'static str, &'static str),
    /// A full and an empty cell of a bar.
    pub(super) cells: (&'static str, &'static str),
}

impl Marks {
    pub(super) const UNICODE: Self = Self {
        right: "✓",
        wrong: "✗",
        other: "·",
        up: "↑",
        down: "↓",
        bar: "▏",
        arrow: "→",
        quotes: ("»", "«"),
        cells: ("█", "░"),
    };

    pub(super) const ASCII: Self = Self {
        right: "+",
        wrong: "x",
        other: ".",
        up: "^",
        down: "v",
        bar: "|",
        arrow: "->",
        quotes: (">>", "<<"),
        cells: ("#", "."),
    };
}
