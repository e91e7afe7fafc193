//! Numbers as people write them: exact values, reading, tolerances. Knows nothing of questions.

mod decimal;
mod language;
mod read;
mod tail;
mod tolerance;

pub use decimal::Decimal;
pub use language::{currency_of, thousands};
pub use read::{Reading, read, readings};
pub use tolerance::{Tolerance, tolerance};

/// Why a text is not a number, or not one that can be held.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// There is nothing.
    #[error("a number is missing")]
    Empty,
    /// It does not begin with a number.
    #[error("`{text}` is not a number")]
    NotANumber {
        /// What was read, cut where long.
        text: String,
    },
    /// Its separators stand where none belongs.
    #[error("the digits of `{text}` are grouped in a way that cannot be read")]
    Grouping {
        /// The digits with their separators.
        text: String,
    },
    /// A word stands with it that is neither a multiple, a currency nor its unit.
    #[error("`{word}` after the number cannot be read")]
    Unknown {
        /// The word.
        word: String,
    },
    /// It has more than 36 digits or is beyond 10^120.
    #[error("`{text}` is too long or too large to be read")]
    Beyond {
        /// What was read, cut where long.
        text: String,
    },
    /// A tolerance that would accept nothing, or that is none.
    #[error(
        "`{text}` is no tolerance: give a distance like `50`, a share like `5%`, or a factor over 1 like `x1.25`"
    )]
    Tolerance {
        /// What was read, cut where long.
        text: String,
    },
}

impl NumberFault {
    fn not_a_number(text: &str) -> Self {
        let text = cut(text);
        if text.is_empty() {
            Self::Empty
        } else {
            Self::NotANumber { text }
        }
    }

    fn beyond(text: &str) -> Self {
        Self::Beyond { text: cut(text) }
    }
}

/// A text from outside as a message may quote it: one line, not longer than a message bears.
fn cut(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = super::clean_line(text.trim());
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.into_owned(),
    }
}
