//! Scores, derived from attempts and their rows: what counted, what it earned, trends. No I/O.

mod attempt;
mod counted;
mod history;
mod score;

pub use attempt::{AttemptScore, best, trend};
pub use counted::{Counted, Standing};
pub use history::{History, Seen};
pub use score::{Score, earned};
