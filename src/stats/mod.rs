//! Scores, derived from attempts and what their rows come to: what was earned, trends, histories. No I/O.

mod attempt;
mod deed;
mod detail;
mod history;
mod interval;
mod names;
mod progress;
mod reset;
mod response;
mod score;
mod tags;
mod tally;

pub use attempt::{AttemptScore, best, trend};
pub use deed::Deed;
pub use detail::{Course, Detail, InPack, OfQuestion, OfTag, Taken};
pub use history::{History, Seen};
pub use interval::{FEW, Interval};
pub use progress::{Met, Progress, Standing};
pub use reset::{Reset, mark, resets};
pub use response::{ResponseScore, responses};
pub use score::Score;
pub use tags::{TagStanding, weak_tags};
pub use tally::Tally;
