//! Scores, derived from attempts and what their rows come to: what was earned, trends, histories. No I/O.

mod attempt;
mod history;
mod reset;
mod response;
mod score;
mod tags;

pub use attempt::{AttemptScore, best, trend};
pub use history::{History, Seen};
pub use reset::{Reset, mark, resets};
pub use response::{ResponseScore, responses};
pub use score::Score;
pub use tags::{TagStanding, weak_tags};
