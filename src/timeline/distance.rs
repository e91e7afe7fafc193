//! How far apart two dates lie, in words. Spans count by their start.

use std::cmp::Ordering;

use super::order::{DAY, point};
use crate::{
    date::{Moment, When, distance_in_words, true_order},
    text,
};

/// How far two dates lie apart, as exactly as both are known: `11 years`, `2 months`, `3 hours`. None when a start is
/// open, or when nothing tells them apart.
#[must_use]
pub fn apart(a: &When, b: &When) -> Option<String> {
    let timed = |when: &When| when.start().and_then(Moment::time).is_some();
    let seconds = point(a).saturating_sub(point(b)).saturating_abs();
    if timed(a) && timed(b) && seconds < 2 * DAY {
        let number = |n: i64| usize::try_from(n).unwrap_or_default();
        return match seconds {
            0 => None,
            1..60 => Some(text::count(number(seconds), "second")),
            60..5400 => Some(text::count(number((seconds + 30) / 60), "minute")),
            _ => Some(text::count(number((seconds + 1800) / 3600), "hour")),
        };
    }
    let length = distance_in_words(a, b)?;
    (length.count > 0).then(|| length.to_string())
}

/// Where the other date lies, seen from one: `4 months earlier`, `about 2 years later; the dates overlap`.
pub(super) fn relation(one: &When, other: &When) -> String {
    let words = apart(one, other);
    match (true_order(other, one), words) {
        (Some(Ordering::Less), Some(words)) => format!("{words} earlier"),
        (Some(Ordering::Less), None) => "shortly before".to_owned(),
        (Some(_), Some(words)) => format!("{words} later"),
        (Some(_), None) => "shortly after".to_owned(),
        (None, None) => "at about the same time".to_owned(),
        (None, Some(words)) => match point(other).cmp(&point(one)) {
            Ordering::Less => format!("about {words} earlier; the dates overlap"),
            Ordering::Equal => "at about the same time".to_owned(),
            Ordering::Greater => format!("about {words} later; the dates overlap"),
        },
    }
}
