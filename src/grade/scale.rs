//! The steps in which a date answer is compared: days, months, years, decades. One year off is one year, not the day
//! between two New Year's Eves.

use crate::date::{Day, Length, Precision, Unit};

/// Steps of the calendar for a precision.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    step: Step,
    /// How many steps the precision itself covers.
    pub(super) unit: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Day,
    Month,
    Year,
    /// So many years that are named by a number; decades begin with a 0, all others with a 1.
    Years(i64),
}

/// First and last step; none where there is no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    first: Option<i64>,
    last: Option<i64>,
}

impl Scale {
    pub(super) fn of(precision: Precision) -> Self {
        let (step, unit) = match precision {
            Precision::Day | Precision::Between | Precision::Open => (Step::Day, 1),
            Precision::ThirdMonth => (Step::Day, 11),
            Precision::Month => (Step::Month, 1),
            Precision::Season | Precision::Quarter => (Step::Month, 3),
            Precision::ThirdYear => (Step::Month, 4),
            Precision::Half => (Step::Month, 6),
            Precision::Year | Precision::Deep => (Step::Year, 1),
            Precision::ThirdDecade => (Step::Year, 4),
            Precision::ThirdCentury => (Step::Year, 40),
            Precision::HalfCentury => (Step::Year, 50),
            Precision::ThirdMillennium => (Step::Year, 400),
            Precision::Decade => (Step::Years(10), 1),
            Precision::Century => (Step::Years(100), 1),
            Precision::Millennium => (Step::Years(1000), 1),
        };
        Self { step, unit }
    }

    pub(super) fn range(self, (first, last): (Option<Day>, Option<Day>)) -> Range {
        Range {
            first: first.map(|day| self.index(day)),
            last: last.map(|day| self.index(day)),
        }
    }

    fn index(self, day: Day) -> i64 {
        let civil = day.civil();
        match self.step {
            Step::Day => day.days(),
            Step::Month => civil.year * 12 + i64::from(civil.month) - 1,
            Step::Year => civil.year,
            Step::Years(n) => {
                // Counted away from the turn of the eras, as people do: 9 to 1 BCE is a decade of nine years.
                let from_one = i64::from(n > 10);
                if civil.year > 0 {
                    (civil.year - from_one) / n
                } else {
                    -((1 - civil.year - from_one) / n) - 1
                }
            }
        }
    }

    /// So many steps in a unit of time.
    pub(super) fn in_unit(self, steps: i64, unit: Unit) -> f64 {
        let (count, own) = self.length(steps);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a score does not need the last bit"
        )]
        let count = count as f64;
        match (own, unit) {
            (Unit::Month, Unit::Year) => count / 12.0,
            (Unit::Year, Unit::Month) => count * 12.0,
            _ if own == unit => count,
            _ => count * own.days() / unit.days(),
        }
    }

    /// So many steps in words; none for none.
    pub(super) fn words(self, steps: i64) -> Option<String> {
        let (count, unit) = self.length(steps);
        let length = match unit {
            _ if count == 0 => return None,
            Unit::Day => Length::of_days(count),
            Unit::Month if count >= 24 || count == 12 => Length {
                count: (count + 6) / 12,
                unit: Unit::Year,
            },
            _ => Length { count, unit },
        };
        Some(length.to_string())
    }

    fn length(self, steps: i64) -> (i64, Unit) {
        match self.step {
            Step::Day => (steps, Unit::Day),
            Step::Month => (steps, Unit::Month),
            Step::Year => (steps, Unit::Year),
            Step::Years(n) => (steps.saturating_mul(n), Unit::Year),
        }
    }
}

impl Range {
    /// Steps from here to the nearest step of `other`; 0 when they meet.
    pub(super) fn distance_to(self, other: Self) -> i64 {
        let gap = |from: Option<i64>, to: Option<i64>| match (from, to) {
            (Some(from), Some(to)) => to.saturating_sub(from).max(0),
            _ => 0,
        };
        gap(self.last, other.first).max(gap(other.last, self.first))
    }

    /// Steps from here to the farthest step of `other`.
    pub(super) fn farthest_of(self, other: Self) -> i64 {
        let point = |at: Option<i64>| Self {
            first: at,
            last: at,
        };
        self.distance_to(point(other.first))
            .max(self.distance_to(point(other.last)))
    }

    /// How many steps it covers; none when it is open.
    pub(super) fn width(self) -> Option<i64> {
        Some(self.last?.saturating_sub(self.first?).saturating_add(1))
    }
}
