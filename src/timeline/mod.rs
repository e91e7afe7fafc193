//! Events in order, how far apart they lie, and how they are drawn: as lines of pieces with a role, which interfaces
//! colour. Knows no terminal, no clock and no learner.
//!
//! [`Timeline`] is the order. Three views draw it: [`Vertical`], one event below the other with compressed gaps;
//! [`axis()`], numbered marks on an axis with a legend; [`groups`], by era. No line is wider than [`Look`] allows.
//! [`Strip`] is the same axis as numbers, for drawings that are no text. [`games`] makes questions of it.

mod about;
mod age;
mod axis;
mod distance;
pub mod games;
mod gaps;
mod group;
mod lanes;
mod legend;
mod line;
mod log_ticks;
mod look;
mod naming;
mod order;
mod row;
mod scale;
mod step;
mod strip;
#[cfg(test)]
mod tests;
mod ticks;
mod vertical;

pub use about::{Neighbour, questions_about};
pub use axis::axis;
pub use distance::apart;
pub use group::groups;
pub use line::{Line, Piece, Role};
pub use look::{Certainty, Look, certainty};
pub use order::{Entry, Timeline};
pub use scale::Scale;
pub use strip::{Band, Mark, Notch, Reach, Strip};
pub use vertical::Vertical;
