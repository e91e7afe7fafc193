//! Stretches of the calendar that have a name: months, years, decades, centuries, their parts, and seasons.

use super::day::{Day, YEAR_LIMIT, month_length};

/// Which side of the year 1 a count stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    Ce,
    Bce,
}

impl Era {
    /// The astronomical year of year `n` (from 1) of this era.
    pub(super) fn year(self, n: i64) -> i64 {
        match self {
            Self::Ce => n,
            Self::Bce => 1 - n,
        }
    }

    /// The count and era of an astronomical year.
    pub(super) fn of(year: i64) -> (i64, Self) {
        if year > 0 {
            (year, Self::Ce)
        } else {
            (1 - year, Self::Bce)
        }
    }
}

/// A run of years that people name by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Decade,
    Century,
    Millennium,
}

impl Size {
    pub(super) fn years(self) -> i64 {
        match self {
            Self::Decade => 10,
            Self::Century => 100,
            Self::Millennium => 1000,
        }
    }
}

/// Something that has an early, a middle and a late part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Month {
        year: i64,
        month: u8,
    },
    Year(i64),
    /// `n` is 20 for the 20th century and 1950 for the 1950s.
    Run {
        size: Size,
        n: i64,
        era: Era,
    },
}

/// A part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// A season of the northern hemisphere, by whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Stretch {
    /// First and last day of the whole.
    pub(super) fn days(self) -> (Day, Day) {
        match self {
            Self::Month { year, month } => months(year, month, month),
            Self::Year(year) => months(year, 1, 12),
            Self::Run { .. } => {
                let (first, last) = self.years();
                years(first, last)
            }
        }
    }

    /// First and last year.
    pub(super) fn years(self) -> (i64, i64) {
        match self {
            Self::Month { year, .. } | Self::Year(year) => (year, year),
            Self::Run { size, n, era } => {
                let n = n.clamp(0, YEAR_LIMIT);
                let (first, last) = match size {
                    Size::Decade => (n, n + 9),
                    Size::Century | Size::Millennium => {
                        let last = n.saturating_mul(size.years());
                        (last - size.years() + 1, last)
                    }
                };
                match era {
                    Era::Ce => (first, last),
                    Era::Bce => (era.year(last), era.year(first)),
                }
            }
        }
    }

    /// The part's days. Thirds of longer runs are N1 of edtf-normalize: 0-3, 4-6, 7-9 and 1-30, 31-70, 71-100.
    pub(super) fn part(self, part: Part) -> (Day, Day) {
        fn pick<T>(part: Part, early: T, mid: T, late: T) -> T {
            match part {
                Part::Early => early,
                Part::Mid => mid,
                Part::Late => late,
            }
        }
        match self {
            Self::Month { year, month } => {
                let (from, to) = pick(part, (1, 10), (11, 20), (21, month_length(year, month)));
                (Day::at(year, month, from), Day::at(year, month, to))
            }
            Self::Year(year) => {
                let (from, to) = pick(part, (1, 4), (5, 8), (9, 12));
                months(year, from, to)
            }
            Self::Run { size, .. } => {
                let first = self.years().0;
                let (from, to) = match size {
                    Size::Decade => pick(part, (0, 3), (4, 6), (7, 9)),
                    Size::Century => pick(part, (0, 29), (30, 69), (70, 99)),
                    Size::Millennium => pick(part, (0, 299), (300, 699), (700, 999)),
                };
                years(first + from, first + to)
            }
        }
    }
}

/// From the first of one month to the last of another.
pub(super) fn months(year: i64, from: u8, to: u8) -> (Day, Day) {
    (
        Day::at(year, from, 1),
        Day::at(year, to, month_length(year, to)),
    )
}

/// From the first day of one year to the last of another.
pub(super) fn years(first: i64, last: i64) -> (Day, Day) {
    (Day::at(first, 1, 1), Day::at(last, 12, 31))
}

impl Season {
    /// Three whole months; the winter of a year begins in its December.
    pub(super) fn days(self, year: i64) -> (Day, Day) {
        match self {
            Self::Spring => months(year, 3, 5),
            Self::Summer => months(year, 6, 8),
            Self::Autumn => months(year, 9, 11),
            Self::Winter => {
                let last = month_length(year + 1, 2);
                (Day::at(year, 12, 1), Day::at(year + 1, 2, last))
            }
        }
    }
}
