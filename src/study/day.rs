//! Study days: a day of a learner begins at a set hour, by the time zone that a row was written in.

use std::collections::HashMap;

use jiff::{
    Timestamp,
    civil::{Date, Time, date},
    fmt::temporal::DateTimeParser,
    tz::TimeZone,
};

use crate::record::{self, DAY_BEGINS};

const EPOCH: Date = date(1970, 1, 1);

/// The study day that a time is in, as days since 1 January 1970.
#[must_use]
pub fn study_day(at: Timestamp, zone: &TimeZone) -> i32 {
    let date = record::study_day(at, zone);
    let days = date.duration_since(EPOCH).as_hours() / 24;
    i32::try_from(days).unwrap_or(0)
}

/// When a study day begins in a time zone; none beyond the calendar.
#[must_use]
pub fn begin_of(day: i32, zone: &TimeZone) -> Option<Timestamp> {
    let span = jiff::Span::new().try_days(day).ok()?;
    let date = EPOCH.checked_add(span).ok()?;
    let begins = date.to_datetime(Time::new(DAY_BEGINS, 0, 0, 0).ok()?);
    // An hour that the clocks leave out or have twice: jiff takes the one that calendars take.
    zone.to_timestamp(begins).ok()
}

/// Study days by the names of time zones, each looked up once.
#[derive(Clone, Debug, Default)]
pub struct Days {
    zones: HashMap<String, TimeZone>,
}

impl Days {
    /// The study day of a time in the zone of that name: an IANA name or an offset. A name that nobody knows is UTC.
    pub fn of(&mut self, at: Timestamp, zone: &str) -> i32 {
        if let Some(known) = self.zones.get(zone) {
            return study_day(at, known);
        }
        let read = DateTimeParser::new()
            .parse_time_zone(zone)
            .unwrap_or(TimeZone::UTC);
        let day = study_day(at, &read);
        self.zones.insert(zone.to_owned(), read);
        day
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, tz::TimeZone};

    use super::{Days, begin_of, study_day};

    #[test]
    fn a_study_day_begins_at_four_by_the_rows_own_clock() {
        let mut days = Days::default();
        for (at, zone, day) in [
            ("1970-01-02T04:00:00Z", "UTC", 1),
            ("1970-01-02T03:59:59Z", "UTC", 0),
            ("1970-01-01T03:00:00Z", "UTC", -1),
            // Four in the morning in Berlin is three in UTC; a night later the clocks stand an hour ahead.
            ("2026-03-28T03:00:00Z", "Europe/Berlin", 20_540),
            ("2026-03-28T02:59:00Z", "Europe/Berlin", 20_539),
            ("2026-03-29T02:00:00Z", "Europe/Berlin", 20_541),
            ("2026-03-29T01:59:00Z", "Europe/Berlin", 20_540),
            ("2026-10-25T02:59:00Z", "Europe/Berlin", 20_750),
            ("2026-10-25T03:00:00Z", "Europe/Berlin", 20_751),
            ("2026-03-28T03:00:00Z", "+01:00", 20_540),
            ("2026-03-28T04:00:00Z", "no zone", 20_540),
        ] {
            let at: Timestamp = at.parse().unwrap();
            assert_eq!(days.of(at, zone), day, "{at} {zone}");
        }
    }

    #[test]
    fn the_begin_of_a_day_is_its_first_moment() {
        for name in ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"] {
            let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
            for day in [-1, 0, 20_540, 20_541, 20_750, 20_751] {
                let begins = begin_of(day, &zone).unwrap();
                assert_eq!(study_day(begins, &zone), day, "{name}");
                let before = begins - jiff::SignedDuration::from_secs(1);
                assert_eq!(study_day(before, &zone), day - 1, "{name}");
            }
        }
        assert_eq!(begin_of(i32::MAX, &TimeZone::UTC), None);
        let ends = [Timestamp::MIN, Timestamp::MAX];
        assert!(ends.map(|at| study_day(at, &TimeZone::UTC)) != [0, 0]);
    }
}
