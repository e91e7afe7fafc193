//! Fuzzy dates: reading, normal form, display, and an order that may be undecidable. Knows nothing of quizzes.
//!
//! A text goes through `token` (pieces), `span` (where it is cut), `read` (marks such as `c.`) and `phrase` (one date)
//! to a form, from which bounds, precision and pad follow. Calendars are not converted: the numbers that an article
//! prints are kept.

mod day;
mod deep;
mod display;
mod edtf;
mod form;
mod json;
mod moment;
mod numeric;
mod order;
mod phrase;
mod read;
mod refusal;
mod span;
mod stretch;
mod token;
mod unit;
mod unquoted;
mod when;
mod words;

#[cfg(test)]
pub(crate) mod properties;
#[cfg(test)]
mod readings;
#[cfg(test)]
mod tests;

pub use day::{Civil, Day};
pub use display::Compact;
pub use form::Time;
pub use json::WhenJson;
pub use moment::Moment;
pub use order::{ListKey, definitely_before, distance, distance_in_words, true_order};
pub use refusal::Refusal;
pub use unit::{Length, Precision, Unit, read_length};
pub use unquoted::{reads_as_present, refuse_unquoted};
pub use when::When;
pub(crate) use words::{group, ordinal};
