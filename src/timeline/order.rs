//! A pack's events in list order, each with the point that stands for it on an axis.

use super::{about::Neighbour, distance};
use crate::{
    date::{Day, Moment, When},
    pack::{Era, Event, Pack},
    text,
};

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// Events in order.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    entries: Vec<Entry<'a>>,
    pub(super) eras: &'a [Era],
}

/// An event in its place.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The event.
    pub event: &'a Event,
    /// Its title on one line, clean.
    pub title: String,
    /// Its date for a column: months cut to three letters, a time of day only where another event is on that day.
    pub date: String,
    /// The second that stands for it on an axis, since 1 January 1970.
    pub(super) at: i64,
}

impl<'a> Timeline<'a> {
    /// The events of a pack, the earliest first; ties stay in file order.
    #[must_use]
    pub fn of(pack: &'a Pack) -> Self {
        Self::new(&pack.events, &pack.eras)
    }

    /// Events in list order: it never contradicts a pair whose order is certain.
    #[must_use]
    pub fn new(events: &'a [Event], eras: &'a [Era]) -> Self {
        let mut order: Vec<&Event> = events.iter().collect();
        order.sort_by_cached_key(|event| event.when.list_key());
        let points: Vec<i64> = order.iter().map(|event| point(&event.when)).collect();
        let entries = order
            .iter()
            .enumerate()
            .map(|(place, event)| {
                let day = points[place].div_euclid(DAY);
                let shares =
                    |other: Option<&i64>| other.is_some_and(|at| at.div_euclid(DAY) == day);
                let timed = shares(points.get(place + 1))
                    || place
                        .checked_sub(1)
                        .is_some_and(|one| shares(points.get(one)));
                Entry {
                    event,
                    title: text::clean_line(&event.title).trim().to_owned(),
                    date: short(&event.when, timed),
                    at: points[place],
                }
            })
            .collect();
        Self { entries, eras }
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The events, the earliest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The event before a place, and how far off it is.
    #[must_use]
    pub fn before(&self, place: usize) -> Option<Neighbour<'_>> {
        self.neighbour(place, place.checked_sub(1)?)
    }

    /// The event after a place, and how far off it is.
    #[must_use]
    pub fn after(&self, place: usize) -> Option<Neighbour<'_>> {
        self.neighbour(place, place.checked_add(1)?)
    }

    fn neighbour(&self, place: usize, other: usize) -> Option<Neighbour<'_>> {
        let (entry, other_entry) = (self.entries.get(place)?, self.entries.get(other)?);
        Some(Neighbour {
            place: other,
            title: &other_entry.title,
            distance: distance::relation(&entry.event.when, &other_entry.event.when),
        })
    }

    /// Places of the events by the points that stand for them, as an axis has them. This order contradicts no certain
    /// pair either.
    pub(super) fn by_point(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.len()).collect();
        places.sort_by_key(|place| self.entries[*place].at);
        places
    }

    /// The second that stands for the event at a place.
    pub(super) fn at(&self, place: usize) -> i64 {
        self.entries.get(place).map_or(0, |entry| entry.at)
    }
}

/// The second that stands for a date: that of its start, or of its end where the start is open.
pub(super) fn point(when: &When) -> i64 {
    let moment = when.start().or_else(|| when.end());
    let day = moment.and_then(Moment::nominal).map_or(0, Day::days);
    let time = moment.and_then(Moment::time).map_or(0, |time| {
        i64::from(time.hour) * 3600
            + i64::from(time.minute) * 60
            + i64::from(time.second.unwrap_or_default())
    });
    day.saturating_mul(DAY).saturating_add(time)
}

fn short(when: &When, timed: bool) -> String {
    let mut text = when.compact().to_string();
    if !timed {
        for time in when.moments().filter_map(Moment::time) {
            text = text.replacen(&format!(", {time}"), "", 1);
        }
    }
    text
}
