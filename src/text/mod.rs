//! Strings: cleaning, folding, numbers, quotations, Markdown, widths and wrapping. Knows nothing of quizzes.

pub mod article;
pub mod clean;
mod closest;
pub mod fold;
pub mod markdown;
pub mod number;
mod phrase;
mod slug;
pub mod width;
pub mod wrap;

pub use clean::{clean, clean_line, clean_same_length, forbidden};
pub use closest::closest;
pub use phrase::{count, count_of, list, percent};
pub use slug::slug;
pub use width::{truncate, width};
