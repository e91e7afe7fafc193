//! Steps between ticks: minutes to months as calendars have them, years in historical numbering, ages in thousands,
//! millions and billions of years. Knows nothing of columns.

use super::{
    age,
    naming::{age_text, year_text},
    order::DAY,
};
use crate::date::{Civil, Day};

/// A step between ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Minutes(i64),
    Days(i64),
    Weeks,
    Months(i64),
    Years(i64),
    /// Years before 2000.
    Ages(i64),
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The ladder, finest first. Years go on with 1, 2 and 5 times powers of ten; stretches over 10,000 BCE count ages.
pub(super) fn ladder(from: i64) -> Vec<Step> {
    let tens = (0..12).map(|power| 10_i64.pow(power));
    let years = tens.flat_map(|one| [one, 2 * one, 5 * one]);
    if civil(from).year < -10_000 {
        return years.map(Step::Ages).collect();
    }
    let mut ladder: Vec<Step> = [1, 5, 15, 30, 60, 180, 360, 720]
        .map(Step::Minutes)
        .to_vec();
    ladder.extend([Step::Days(1), Step::Days(2), Step::Weeks]);
    ladder.extend([Step::Months(1), Step::Months(3)]);
    ladder.extend(years.map(Step::Years));
    ladder
}

impl Step {
    /// About how many seconds it is.
    fn seconds(self) -> f64 {
        match self {
            Self::Minutes(n) => age::float(n * 60),
            Self::Days(n) => age::float(n * DAY),
            Self::Weeks => age::float(7 * DAY),
            Self::Months(n) => age::float(n) * age::year() / 12.0,
            Self::Years(n) | Self::Ages(n) => age::float(n) * age::year(),
        }
    }

    /// Ticks from one point to another with their labels; none when there would be more than `most`.
    pub(super) fn ticks(self, from: i64, to: i64, most: usize) -> Option<Vec<(i64, String)>> {
        if age::float(to.saturating_sub(from)) / self.seconds() > age::columns(most) + 1.0 {
            return None;
        }
        let mut ticks = Vec::new();
        let mut index = self.index(from);
        while let Some(at) = self.at(index) {
            if at > to {
                break;
            }
            // 1 CE takes the place of a year 0 and may be a tick of its own as well.
            if at >= from && ticks.last().is_none_or(|(last, _)| *last < at) {
                ticks.push((at, self.label(at, ticks.is_empty())));
            }
            index += 1;
        }
        (ticks.len() <= most).then_some(ticks)
    }

    /// The number of the last tick that is not after a point.
    fn index(self, at: i64) -> i64 {
        let civil = civil(at);
        match self {
            Self::Minutes(n) => at.div_euclid(n * 60),
            Self::Days(n) => at.div_euclid(n * DAY),
            // 1 January 1970 was a Thursday; weeks begin on Monday.
            Self::Weeks => (at.div_euclid(DAY) + 3).div_euclid(7),
            Self::Months(n) => (civil.year * 12 + i64::from(civil.month) - 1).div_euclid(n),
            // Year 1 - k BCE is astronomical year k: BCE years count down to 1 CE, which takes the place of 0.
            Self::Years(n) if civil.year > 0 => civil.year.div_euclid(n),
            Self::Years(n) => -((1 - civil.year) / n) - 1,
            Self::Ages(n) => -(2000 - civil.year).div_euclid(n) - 1,
        }
    }

    fn at(self, index: i64) -> Option<i64> {
        let begins = |year, month| Day::new(year, month, 1).map(|day| day.days() * DAY);
        match self {
            Self::Minutes(n) => index.checked_mul(n * 60),
            Self::Days(n) => index.checked_mul(n * DAY),
            Self::Weeks => Some((index * 7 - 3) * DAY),
            Self::Months(n) => {
                let index = index * n;
                let month = u8::try_from(index.rem_euclid(12) + 1).ok()?;
                begins(index.div_euclid(12), month)
            }
            Self::Years(n) => match index.checked_mul(n)? {
                0 => begins(1, 1),
                year @ 1.. => begins(year, 1),
                bce => begins(1 + bce, 1),
            },
            Self::Ages(n) => begins(2000 + index.checked_mul(n)?, 1),
        }
    }

    /// The label of a tick; the first of a part says its day or year.
    pub(super) fn label(self, at: i64, first: bool) -> String {
        let Civil { year, month, day } = civil(at);
        let name = MONTHS[usize::from(month.clamp(1, 12)) - 1];
        let day_month = format!("{day} {name}");
        match self {
            Self::Minutes(_) => {
                let minutes = at.rem_euclid(DAY) / 60;
                let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
                match (minutes, first) {
                    (0, _) => day_month,
                    (_, true) => format!("{day_month} {time}"),
                    _ => time,
                }
            }
            Self::Days(_) | Self::Weeks if first || (month == 1 && day <= 7) => {
                format!("{day_month} {}", year_text(year))
            }
            Self::Days(_) | Self::Weeks => day_month,
            Self::Months(_) if month == 1 => year_text(year),
            Self::Months(_) if first => format!("{name} {}", year_text(year)),
            Self::Months(_) => name.to_owned(),
            Self::Years(_) => year_text(year),
            Self::Ages(_) => age_text(2000 - year),
        }
    }
}

/// The calendar day of a point.
pub(super) fn civil(at: i64) -> Civil {
    Day::from_days(at.div_euclid(DAY)).civil()
}

#[cfg(test)]
mod tests {
    use super::{DAY, Step, ladder};
    use crate::date::Day;

    fn at(year: i64, month: u8, day: u8) -> i64 {
        Day::new(year, month, day).unwrap().days() * DAY
    }

    fn labels(step: Step, from: i64, to: i64) -> String {
        let ticks = step.ticks(from, to, 100).unwrap();
        let labels: Vec<String> = ticks.into_iter().map(|(_, label)| label).collect();
        labels.join("|")
    }

    #[test]
    fn years_before_the_common_era_are_historical_and_there_is_no_year_0() {
        for (step, from, to, wanted) in [
            (
                Step::Years(100),
                -250,
                250,
                "200 BCE|100 BCE|1 CE|100 CE|200 CE",
            ),
            (Step::Years(1), -2, 2, "3 BCE|2 BCE|1 BCE|1 CE|2 CE"),
            (Step::Years(500), -1199, -400, "1000 BCE|500 BCE"),
            (Step::Years(5), 1956, 1970, "1960|1965|1970"),
            (
                Step::Ages(10_000_000),
                -70_000_000,
                -40_000_000,
                "70 Ma|60 Ma|50 Ma",
            ),
        ] {
            assert_eq!(labels(step, at(from, 1, 1), at(to, 1, 1)), wanted);
        }
    }

    #[test]
    fn months_days_and_hours_say_their_year_or_day_once() {
        let cases = [
            (
                Step::Months(1),
                (2023, 10, 5),
                (2024, 2, 3),
                "Nov 2023|Dec|2024|Feb",
            ),
            (Step::Months(3), (2023, 12, 5), (2024, 8, 3), "2024|Apr|Jul"),
            (
                Step::Days(1),
                (2024, 12, 30),
                (2025, 1, 1),
                "30 Dec 2024|31 Dec|1 Jan 2025",
            ),
            (
                Step::Weeks,
                (2025, 1, 8),
                (2025, 1, 31),
                "13 Jan 2025|20 Jan|27 Jan",
            ),
            (
                Step::Minutes(720),
                (1969, 7, 20),
                (1969, 7, 21),
                "20 Jul|12:00|21 Jul",
            ),
        ];
        for (step, (y, m, d), (y2, m2, d2), wanted) in cases {
            assert_eq!(
                labels(step, at(y, m, d), at(y2, m2, d2)),
                wanted,
                "{step:?}"
            );
        }
    }

    #[test]
    fn every_step_ends_and_stays_within_its_bounds() {
        for from in [-13_800_000_000, -20_000, -300, 1, 1957] {
            for to in [from, from + 1, from + 500, 2025] {
                for step in ladder(at(from, 1, 1)) {
                    let (a, b) = (at(from, 1, 1), at(to, 1, 1));
                    for (at, _) in step.ticks(a, b, 60).unwrap_or_default() {
                        assert!((a..=b).contains(&at), "{step:?} from {from} to {to}");
                    }
                }
            }
        }
    }
}
