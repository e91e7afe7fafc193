//! Other tools' formats: writers from a pack to the text of a file. Pure: where the text goes is decided elsewhere.
//!
//! Each writer carries every event it can and names in [`Exported::notes`] what its format has no room for.

mod dates;
mod listing;
mod markwhen;
mod mermaid;
mod note;
mod timelinejs;

#[cfg(test)]
mod tests;

pub use markwhen::markwhen;
pub use mermaid::mermaid;
pub use note::Note;
pub use timelinejs::timelinejs;

/// A pack in another tool's format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The whole text of the file, with a line break at its end.
    pub text: String,
    /// What the format could not carry, in the order of the events.
    pub notes: Vec<Note>,
}
