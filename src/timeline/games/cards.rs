//! Which events a game may deal, and what it needs to know of them.

use std::collections::HashSet;

use crate::{
    date::{Day, Unit, When, true_order},
    pack::Event,
    text::fold::exact,
};

/// The events that games are played with, in the pack's order.
pub(super) struct Cards<'a> {
    /// The cards.
    pub(super) all: Vec<&'a Event>,
    /// Where ages count back from: a year after the newest event, so that a pack gives the same game on any day.
    pub(super) from: Day,
}

impl<'a> Cards<'a> {
    /// Leaves out doubtful dates, beginnings that nobody knows, titles that tell the date and titles that two events
    /// share.
    pub(super) fn of(events: &'a [Event]) -> Self {
        let mut titles = HashSet::new();
        let all: Vec<&Event> = events
            .iter()
            .filter(|event| !event.when.uncertain() && day(event).is_some())
            .filter(|event| !tells_its_date(event))
            .filter(|event| titles.insert(exact(&event.title)))
            .collect();
        let newest = events.iter().filter_map(day).max();
        Self {
            from: Day::from_days(newest.map_or(0, |day| day.days().saturating_add(366))),
            all,
        }
    }

    /// How old an event is, in years; at least one.
    pub(super) fn age(&self, event: &Event) -> f64 {
        let days = day(event).map_or(0, |day| self.from.days().saturating_sub(day.days()));
        #[expect(clippy::cast_precision_loss, reason = "an age is rough anyway")]
        let days = days as f64;
        (days / Unit::Year.days()).max(1.0)
    }

    /// From the oldest card to the newest, in years.
    pub(super) fn span(&self) -> f64 {
        let ages = || self.all.iter().map(|event| self.age(event));
        (ages().fold(1.0, f64::max) - ages().fold(f64::INFINITY, f64::min)).max(0.0)
    }

    /// A largest set of cards whose order can be told pair by pair, earliest first: interval scheduling, which takes
    /// the one that ends first, then the next that begins after it.
    pub(super) fn in_order(&self) -> Vec<&'a Event> {
        let mut cards = self.all.clone();
        cards.sort_by_key(|event| {
            let (_, last) = event.when.start_range();
            last.map_or(i64::MAX, Day::days)
        });
        let mut taken: Vec<&Event> = Vec::new();
        for event in cards {
            if taken.last().is_none_or(|last| before(last, event)) {
                taken.push(event);
            }
        }
        taken
    }
}

/// The day that stands for its beginning.
pub(super) fn day(event: &Event) -> Option<Day> {
    event.when.start()?.nominal()
}

/// Whether one began before the other, whatever the days within their bounds.
pub(super) fn before(one: &Event, other: &Event) -> bool {
    true_order(&one.when, &other.when).is_some_and(std::cmp::Ordering::is_lt)
}

/// Whether it can be told which of two events came first.
pub(super) fn decidable(one: &Event, other: &Event) -> bool {
    true_order(&one.when, &other.when).is_some()
}

/// Whether a title gives the answer away: it has a year of its own date in it, or the date as it is written.
fn tells_its_date(event: &Event) -> bool {
    let title = &event.title;
    let year_in_it = |year: i64| {
        event.when.moments().any(|moment| {
            let year_of = |day: Option<Day>| day.map(|day| day.civil().year);
            match (year_of(moment.earliest()), year_of(moment.latest())) {
                (Some(first), Some(last)) => (first..=last).contains(&year),
                _ => false,
            }
        })
    };
    let years = title
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok());
    let written = |when: &When| {
        let (long, short) = (when.to_string(), when.compact().to_string());
        title.contains(&long) || title.contains(&short)
    };
    years.into_iter().any(year_in_it) || written(&event.when)
}
