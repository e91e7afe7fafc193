//! The order of fuzzy dates: a total one for lists, a partial one for the truth, and distances. Spans are compared by
//! their start.

use std::cmp::{Ordering, Reverse};

use super::{
    day::{Day, month_index},
    form::Time,
    moment::Moment,
    unit::{Length, Unit},
    when::When,
};

/// Where dates stand in a list: the earlier start first, of two with the same the longer one (a bare `1957` heads its
/// days), then the time of day, then the end. Stable sorting leaves ties in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListKey {
    earliest: i64,
    latest: Reverse<i64>,
    time: Option<Time>,
    end: i64,
}

impl When {
    /// Its place in a list.
    #[must_use]
    pub fn list_key(&self) -> ListKey {
        let day = |day: Option<Day>, open| day.map_or(open, Day::days);
        let start = self.start();
        let (earliest, latest) = self.start_bounds();
        ListKey {
            earliest: day(earliest, i64::MIN),
            latest: Reverse(day(latest, i64::MAX)),
            time: start.and_then(Moment::time),
            end: day(self.end().and_then(Moment::latest), i64::MAX),
        }
    }

    /// The first and the last day its start can be, with pads; none where it is open. A span whose start is open began
    /// no later than it ended.
    #[must_use]
    pub fn start_range(&self) -> (Option<Day>, Option<Day>) {
        match (self.start(), self.end()) {
            (Some(start), _) => start.padded(),
            (None, end) => (None, end.and_then(|end| end.padded().1)),
        }
    }

    fn start_bounds(&self) -> (Option<Day>, Option<Day>) {
        match (self.start(), self.end()) {
            (Some(start), _) => (start.earliest(), start.latest()),
            (None, end) => (None, end.and_then(Moment::latest)),
        }
    }
}

/// The true order of two dates: which one was, or began, before the other; none when the two overlap, so that no one
/// can say. A strict partial order; never sort by it.
#[must_use]
pub fn true_order(a: &When, b: &When) -> Option<Ordering> {
    let before = |a: &When, b: &When| matches!((a.start_range().1, b.start_range().0), (Some(a), Some(b)) if a < b);
    match (before(a, b), before(b, a)) {
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        _ => None,
    }
}

/// Whether `a` was, or began, before `b` whatever the days within their bounds.
#[must_use]
pub fn definitely_before(a: &When, b: &When) -> bool {
    true_order(a, b) == Some(Ordering::Less)
}

/// How far two dates lie apart, by the days that stand for their starts; none when one has an open start.
#[must_use]
pub fn distance(a: &When, b: &When, unit: Unit) -> Option<f64> {
    let days = days_apart(a, b)?;
    #[expect(clippy::cast_precision_loss, reason = "a distance is rounded anyway")]
    let days = days as f64;
    Some(days / unit.days())
}

/// How far two dates lie apart in words, as exactly as both are known: `11 years`, `2 months`.
#[must_use]
pub fn distance_in_words(a: &When, b: &When) -> Option<Length> {
    let exact = |when: &When| {
        when.start()
            .and_then(|m| Some(m.earliest()? == m.latest()?))
    };
    let length = Length::of_days(days_apart(a, b)?);
    if length.unit == Unit::Day && !(exact(a)? && exact(b)?) {
        let index = |when: &When| Some(month_index(when.start()?.nominal()?.civil()));
        let months = index(a)?.saturating_sub(index(b)?).saturating_abs();
        return Some(Length {
            count: months,
            unit: Unit::Month,
        });
    }
    Some(length)
}

fn days_apart(a: &When, b: &When) -> Option<i64> {
    let day = |when: &When| Some(when.start()?.nominal()?.days());
    Some(day(a)?.saturating_sub(day(b)?).saturating_abs())
}
