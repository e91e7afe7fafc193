//! Days of the proleptic Gregorian calendar, counted and as year, month, day. Knows nothing of fuzzy dates.

/// Years beyond this distance from 1 BCE are refused: nothing dated lies there, and sums of days stay far from the
/// bounds of `i64`.
pub(super) const YEAR_LIMIT: i64 = 100_000_000_000;

/// A day: days since 1 January 1970, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

/// A day as calendars write it. Years are astronomical: 0 is 1 BCE, -43 is 44 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day, if the calendar has it and its year is no further than 100 billion years away.
    #[must_use]
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let valid = (-YEAR_LIMIT..=YEAR_LIMIT).contains(&year)
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        valid.then(|| Self::at(year, month, day))
    }

    /// The day so many days after 1 January 1970.
    #[must_use]
    pub fn from_days(days: i64) -> Self {
        Self(days)
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub fn days(self) -> i64 {
        self.0
    }

    /// Days from civil, after <https://howardhinnant.github.io/date_algorithms.html>: years begin in March, so that
    /// the leap day ends them. The day is not checked.
    pub(super) fn at(year: i64, month: u8, day: u8) -> Self {
        let year = year.clamp(-3 * YEAR_LIMIT, 3 * YEAR_LIMIT) - i64::from(month <= 2);
        let cycle = year.div_euclid(400);
        let of_cycle = year.rem_euclid(400);
        let from_march = (i64::from(month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
        let days = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year;
        Self(cycle * 146_097 + days - 719_468)
    }

    /// Year, month and day: the way back of the same algorithm.
    #[must_use]
    pub fn civil(self) -> Civil {
        let days = self.0.saturating_add(719_468);
        let cycle = days.div_euclid(146_097);
        let of_cycle = days.rem_euclid(146_097);
        let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
        let of_year = of_cycle - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = small(of_year - (153 * from_march + 2) / 5 + 1);
        let month = small((from_march + 2) % 12 + 1);
        Civil {
            year: year + cycle * 400 + i64::from(month <= 2),
            month,
            day,
        }
    }

    /// So many days later, or earlier.
    pub(super) fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// So many months later, or earlier; a day that the month does not have becomes its last.
    pub(super) fn plus_months(self, months: i64) -> Self {
        let civil = self.civil();
        let (year, month) = month_of_index(month_index(civil).saturating_add(months));
        Self::at(year, month, civil.day.min(month_length(year, month)))
    }
}

impl Civil {
    /// `YYYY-MM-DD` with the astronomical year, at least four digits, `-` before a negative one.
    #[must_use]
    pub fn iso(self) -> String {
        let sign = if self.year < 0 { "-" } else { "" };
        let year = self.year.unsigned_abs();
        format!("{sign}{year:04}-{:02}-{:02}", self.month, self.day)
    }
}

/// Months since January of the astronomical year 0.
pub(super) fn month_index(civil: Civil) -> i64 {
    civil.year * 12 + i64::from(civil.month) - 1
}

/// Year and month of such an index.
pub(super) fn month_of_index(index: i64) -> (i64, u8) {
    (index.div_euclid(12), small(index.rem_euclid(12) + 1))
}

/// How many days a month has.
pub(super) fn month_length(year: i64, month: u8) -> u8 {
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn small(n: i64) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Civil, Day};

    #[test]
    fn days_count_from_1970_and_back() {
        for (year, month, day, days) in [
            (1970, 1, 1, 0),
            (1969, 12, 31, -1),
            (2000, 2, 29, 11_016),
            (1957, 10, 4, -4_472),
            (0, 1, 1, -719_528),
            (-43, 3, 15, -735_160),
        ] {
            assert_eq!(Day::new(year, month, day).unwrap().days(), days, "{year}");
            assert_eq!(
                Day::from_days(days).civil(),
                Civil { year, month, day },
                "{days}"
            );
        }
    }

    #[test]
    fn every_day_of_a_cycle_and_far_ones_come_back() {
        for days in (-200_000..200_000).chain([5_000_000_000_000, -5_000_000_000_000]) {
            let civil = Day::from_days(days).civil();
            let day = Day::new(civil.year, civil.month, civil.day).unwrap();
            assert_eq!(day.days(), days);
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        for (year, month, day) in [
            (2023, 2, 29),
            (2023, 0, 1),
            (2023, 13, 1),
            (2023, 4, 31),
            (1900, 2, 29),
            (2023, 1, 0),
            (i64::MAX, 1, 1),
        ] {
            assert_eq!(Day::new(year, month, day), None);
        }
    }

    #[test]
    fn months_added_keep_the_day_or_take_the_last() {
        let day = Day::new(2024, 1, 31).unwrap();
        assert_eq!(day.plus_months(1).civil().iso(), "2024-02-29");
        assert_eq!(day.plus_months(-12).civil().iso(), "2023-01-31");
        assert_eq!(Day::new(-43, 3, 15).unwrap().civil().iso(), "-0043-03-15");
    }
}
