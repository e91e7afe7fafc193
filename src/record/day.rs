//! The day that a moment belongs to, by the time zone it was written down in. Late evenings belong to the day before.

use std::ops::Range;

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, DateTime},
    fmt::temporal::DateTimeParser,
    tz::TimeZone,
};

/// The hour, by the clock on the learner's wall, at which a day of study begins.
pub const DAY_BEGINS: i8 = 4;

/// The time zone of this name (an IANA name, or an offset); none where it is not known here.
#[must_use]
pub fn time_zone(name: &str) -> Option<TimeZone> {
    DateTimeParser::new().parse_time_zone(name).ok()
}

/// The day of study that a moment belongs to in a time zone.
#[must_use]
pub fn study_day(at: Timestamp, zone: &TimeZone) -> Date {
    let hours = SignedDuration::from_hours(i64::from(DAY_BEGINS));
    let civil: DateTime = zone.to_datetime(at);
    civil.saturating_sub(hours).date()
}

/// Days of study of many moments, most of which follow each other: what was found out for one serves the next.
#[derive(Debug)]
pub struct StudyDays {
    name: String,
    zone: TimeZone,
    span: Range<Timestamp>,
    day: Date,
}

impl Default for StudyDays {
    fn default() -> Self {
        Self {
            name: String::new(),
            zone: TimeZone::UTC,
            span: Timestamp::MAX..Timestamp::MAX,
            day: Date::ZERO,
        }
    }
}

impl StudyDays {
    /// The day of study of a moment in the time zone of this name; in UTC where the zone is not known here.
    pub fn of(&mut self, at: Timestamp, zone: &str) -> Date {
        if self.name != zone {
            zone.clone_into(&mut self.name);
            self.zone = time_zone(zone).unwrap_or(TimeZone::UTC);
            self.span = Timestamp::MAX..Timestamp::MAX;
        }
        if !self.span.contains(&at) {
            self.day = study_day(at, &self.zone);
            let begins = |day: Date| {
                let civil = day.at(DAY_BEGINS, 0, 0, 0);
                self.zone.to_timestamp(civil)
            };
            // Where clocks are put back over the beginning of a day, a moment may lie outside: it is computed each time.
            self.span = match (begins(self.day), self.day.checked_add(1.day()).map(begins)) {
                (Ok(first), Ok(Ok(next))) if zone_is_even(first, next) => first..next,
                _ => Timestamp::MAX..Timestamp::MAX,
            };
        }
        self.day
    }
}

/// Whether a day has 24 hours: only then is every moment between its ends surely its own.
fn zone_is_even(first: Timestamp, next: Timestamp) -> bool {
    next.duration_since(first) == SignedDuration::from_hours(24)
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};

    use super::{StudyDays, study_day, time_zone};

    #[test]
    fn a_day_begins_at_four_by_the_clock_on_the_wall() {
        for (at, zone, day) in [
            ("2026-11-23T03:59:59Z", "UTC", date(2026, 11, 22)),
            ("2026-11-23T04:00:00Z", "UTC", date(2026, 11, 23)),
            ("2026-11-23T02:59:00Z", "Europe/Berlin", date(2026, 11, 22)),
            ("2026-11-23T03:00:00Z", "Europe/Berlin", date(2026, 11, 23)),
            ("2026-11-22T22:15:00Z", "Asia/Kathmandu", date(2026, 11, 23)),
            ("2026-11-23T10:00:00Z", "-08:00", date(2026, 11, 22)),
            // Clocks are put forward at two and back at three in the night.
            ("2026-03-29T01:59:00Z", "Europe/Berlin", date(2026, 3, 28)),
            ("2026-03-29T02:00:00Z", "Europe/Berlin", date(2026, 3, 29)),
            ("2026-10-25T02:59:00Z", "Europe/Berlin", date(2026, 10, 24)),
            ("2026-10-25T03:00:00Z", "Europe/Berlin", date(2026, 10, 25)),
            ("2026-11-23T03:00:00Z", "Nowhere/Atall", date(2026, 11, 22)),
            ("-009999-01-02T02:00:00Z", "UTC", date(-9999, 1, 1)),
        ] {
            let at: Timestamp = at.parse().unwrap();
            assert_eq!(StudyDays::default().of(at, zone), day, "{at} {zone}");
        }
    }

    proptest! {
        #[test]
        fn remembering_a_day_changes_nothing(
            moments in proptest::collection::vec((1_700_000_000_i64..1_800_000_000, 0..4_usize), 1..200)
                .prop_map(|mut moments| { moments.sort_unstable_by_key(|(at, zone)| (zone / 2, *at)); moments })
        ) {
            let zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];
            let mut days = StudyDays::default();
            for (second, zone) in moments {
                let at = Timestamp::from_second(second).unwrap();
                let zone = zones[zone];
                prop_assert_eq!(days.of(at, zone), study_day(at, &time_zone(zone).unwrap()));
            }
        }
    }
}
