//! Ages, for logarithmic scales, and the numbers of drawing.

use super::order::DAY;

/// Where the logarithm of an age bends, in years: ages below it lie close together (TIMELINE, section 2).
const BEND: f64 = 100.0;

/// An event older than this, in years, may make a scale logarithmic.
const OLD: f64 = 10_000.0;

/// 1 January 2000, in seconds: what deep dates count back from.
pub(super) const Y2000: i64 = 10_957 * DAY;

/// The second that ages count to: 2000, or the latest event. Never the clock, so that a pack looks the same on any day.
pub(super) fn reference(points: &[i64]) -> i64 {
    points.iter().copied().max().unwrap_or(Y2000).max(Y2000)
}

/// Years from a point to the reference, not below 0.
pub(super) fn years(at: i64, now: i64) -> f64 {
    float(now.saturating_sub(at).max(0)) / year()
}

/// Mean length of a year in seconds.
pub(super) fn year() -> f64 {
    crate::date::Unit::Year.days() * float(DAY)
}

/// The logarithm of an age: log10(1 + age / 100 years), so that the present has a place.
pub(super) fn log(at: i64, now: i64) -> f64 {
    log_of(years(at, now))
}

/// The same of an age in years.
pub(super) fn log_of(years: f64) -> f64 {
    (1.0 + years / BEND).log10()
}

/// Whether only a logarithmic scale does these points justice: the oldest is over 10,000 years old and ages spread
/// over three orders of magnitude.
pub(super) fn is_deep(points: &[i64]) -> bool {
    let now = reference(points);
    let ages = || points.iter().map(|at| years(*at, now).max(1.0));
    let oldest = ages().fold(0.0, f64::max);
    let youngest = ages().fold(f64::INFINITY, f64::min);
    oldest > OLD && oldest / youngest >= 1000.0
}

/// A count of seconds or events as a float: drawing needs no more than its 15 digits.
#[expect(clippy::cast_precision_loss, reason = "a column is far coarser")]
pub(super) fn float(n: i64) -> f64 {
    n as f64
}

/// A number of columns or lines as a float.
#[expect(clippy::cast_precision_loss, reason = "a column is far coarser")]
pub(super) fn columns(n: usize) -> f64 {
    n as f64
}

/// The nearest whole number, not below 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float to integer saturates, and NaN becomes 0"
)]
pub(super) fn whole(x: f64) -> usize {
    x.round() as usize
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float to integer saturates, and NaN becomes 0"
)]
pub(super) fn rounded(x: f64) -> i64 {
    x.round() as i64
}
