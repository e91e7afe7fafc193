//! Packs: the domain model, and reading it from TOML with positions. Knows nothing of files, learners or terminals.
//!
//! Reading goes in two steps: the text becomes a tree with positions, whatever is wrong with it; then the tree is
//! lowered to a [`Pack`], collecting every fault. A [`Pack`] cannot hold an invalid question, so no later code checks.

pub mod codes;
mod content;
mod dates;
mod findings;
mod ground;
mod head;
mod lower;
mod model;
mod patch;
mod tree;

pub use content::{content, content_hash};
pub use ground::{Ground, ground};
pub use head::{Head, head};
pub use lower::{QUESTION_LIMIT, Reading, SIZE_LIMIT, read, read_bytes};
pub use model::{
    Article, Choice, CreditRule, Distractors, Era, Event, Gap, Id, Item, Kind, NumericKey, Pack,
    Part, Points, Pool, Question, Tolerance,
};
pub use patch::accept_patch;
