//! Where a learner stands, for reading in a terminal, for programs, for spreadsheets and as a page. Makes texts; knows
//! no store and no clock.

mod calendar;
mod csv;
mod html;
mod json;
mod text;

use jiff::civil::Date;

pub use self::{csv::csv, html::html, json::json, text::text};
use crate::{
    stats::{AttemptScore, Detail, Tally},
    text::percent,
};

/// What is told, and of whom.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Where they stand.
    pub detail: &'a Detail,
    /// Their attempts, newest first.
    pub attempts: &'a [AttemptScore],
    /// The learner; none: everyone.
    pub learner: Option<&'a str>,
    /// The pack that alone is looked at; none: all.
    pub pack: Option<&'a str>,
    /// The day of study that it is now.
    pub today: Date,
}

/// How wide a text may be, and with which signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of the widest line; 30 to 200 are used.
    pub width: usize,
    /// Whether signs are plain ASCII.
    pub ascii: bool,
}

/// What is said of shares of too few answers.
const TOO_FEW: &str = "too few answers";

/// The share that is right, as text; none when there are too few answers to say.
fn share(tally: &Tally) -> Option<String> {
    tally.enough().then(|| percent(tally.right, tally.graded()))
}

/// The ends of the interval in whole percent, outwards; none when nothing is graded.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "both lie within 0 and 100"
)]
fn interval(tally: &Tally) -> Option<(u32, u32)> {
    let interval = tally.interval()?;
    let low = (interval.low * 100.0).floor() as u32;
    let high = (interval.high * 100.0).ceil() as u32;
    Some((low, high.min(100)))
}

#[cfg(test)]
mod tests;
