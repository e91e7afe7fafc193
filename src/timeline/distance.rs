//! How far apart two dates lie, in words. Spans count by their start.

use std::cmp::Ordering;

use super::order::{DAY, point};
use crate::{
    date::{Moment, Unit, When, distance_in_words, true_order},
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
    let mut length = distance_in_words(a, b)?;
    if length.unit == Unit::Year && length.count >= 100 && (a.approx() || b.approx()) {
        // Between rough dates only the first two digits mean something.
        let place = 10_i64.pow(length.count.ilog10().saturating_sub(1));
        length.count = (length.count + place / 2) / place * place;
    }
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

#[cfg(test)]
mod tests {
    use super::{apart, relation};
    use crate::date::When;

    #[test]
    fn distances_are_as_exact_as_the_dates() {
        for (a, b, words) in [
            ("1957-10-04", "1969-07-20", Some("12 years")),
            ("1957-10", "1957-12", Some("2 months")),
            ("1969-07-20T20:17", "1969-07-20T20:47", Some("30 minutes")),
            (
                "1969-07-20T20:17:40",
                "1969-07-21T02:56:15",
                Some("7 hours"),
            ),
            (
                "1969-07-20T20:17:40",
                "1969-07-20T20:17:41",
                Some("1 second"),
            ),
            ("c. 300 ka", "c. 10,000 BCE", Some("290,000 years")),
            ("44 BCE", "79 CE", Some("122 years")),
            ("1957", "1957", None),
            ("../1917", "1957", None),
        ] {
            let when = |text| When::read(text).unwrap();
            assert_eq!(apart(&when(a), &when(b)).as_deref(), words, "{a} to {b}");
        }
    }

    #[test]
    fn neighbours_say_which_way_and_whether_that_is_certain() {
        for (one, other, words) in [
            ("1957-10-04", "1958-01-31", "4 months later"),
            ("1969", "1957", "12 years earlier"),
            (
                "1957",
                "1957-10-04",
                "about 3 months later; the dates overlap",
            ),
            ("1957", "1957", "at about the same time"),
            ("1957", "before 1917", "41 years earlier"),
        ] {
            let when = |text| When::read(text).unwrap();
            assert_eq!(relation(&when(one), &when(other)), words, "{one}, {other}");
        }
    }
}
