//! Years and ages in a few characters, as ticks and headings have them.

use super::{age, order::DAY};
use crate::date::{group, ordinal};

/// `1957`, `79 CE`, `200 BCE`, of an astronomical year; years before 10,000 BCE as ages.
pub(super) fn year_text(year: i64) -> String {
    match year {
        ..=-10_000 => age_text(2000_i64.saturating_sub(year)),
        -9_999..=0 => format!("{} BCE", group((1 - year).unsigned_abs())),
        1..1000 => format!("{year} CE"),
        _ => year.to_string(),
    }
}

/// `13.8 Ga`, `66 Ma`, `300 ka`, of years before 2000.
pub(super) fn age_text(years: i64) -> String {
    let (one, unit) = match years {
        i64::MIN..=0 => return year_text(2000 - years),
        1..1_000_000 => (1_000, "ka"),
        1_000_000..1_000_000_000 => (1_000_000, "Ma"),
        _ => (1_000_000_000, "Ga"),
    };
    // Three digits behind the point tell any two ticks apart that are worth telling.
    let thousandths = (i128::from(years) * 1000 + i128::from(one) / 2) / i128::from(one);
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return format!("{whole} {unit}");
    }
    let rest = format!("{rest:03}");
    format!("{whole}.{} {unit}", rest.trim_end_matches('0'))
}

/// The year or age of a point, rounded to what its size deserves.
pub(super) fn point_text(at: i64) -> String {
    let year = super::step::civil(at).year;
    if year >= -9_999 {
        return year_text(year);
    }
    let years = 2000 - year;
    let place = 10_i64.pow(years.ilog10().saturating_sub(2));
    age_text((years + place / 2) / place * place)
}

/// A stretch of time with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Day,
    Month,
    Year,
    Decade,
    Century,
    Millennium,
    /// By powers of a thousand of the age.
    Deep,
}

impl Run {
    /// A number that all points of a run share, and no other.
    pub(super) fn of(self, at: i64) -> i64 {
        let civil = super::step::civil(at);
        // Decades go by their digits; centuries and millennia begin with year 1.
        let signed = |n: i64, from_one: i64| match civil.year {
            year @ 1.. => (year - from_one) / n + from_one,
            year => -(((1 - year) - from_one) / n) - 1,
        };
        match self {
            Self::Day => at.div_euclid(DAY),
            Self::Month => civil.year * 12 + i64::from(civil.month),
            Self::Year => civil.year,
            Self::Decade => signed(10, 0),
            Self::Century => signed(100, 1),
            Self::Millennium => signed(1000, 1),
            Self::Deep => match 2000 - civil.year {
                1_000_000_000.. => -4,
                1_000_000.. => -3,
                12_000.. => -2,
                _ => -1,
            },
        }
    }

    /// The name of the run that a point is in.
    pub(super) fn name(self, at: i64) -> String {
        let civil = super::step::civil(at);
        let run = self.of(at);
        let bce = if run < 0 { " BCE" } else { "" };
        let n = run.abs();
        match self {
            Self::Day => {
                let day = Self::Month.name(at);
                format!("{} {day}", civil.day)
            }
            Self::Month => {
                let month = MONTHS[usize::from(civil.month.clamp(1, 12)) - 1];
                format!("{month} {}", year_text(civil.year))
            }
            Self::Year => year_text(civil.year),
            Self::Decade if run < 0 => format!("{}s BCE", (n - 1) * 10),
            Self::Decade if run < 100 => format!("{}s CE", n * 10),
            Self::Decade => format!("{}s", n * 10),
            Self::Century => format!("{} century{bce}", ordinal(n)),
            Self::Millennium => format!("{} millennium{bce}", ordinal(n)),
            Self::Deep => match run {
                -4 => "Billions of years ago",
                -3 => "Millions of years ago",
                -2 => "Thousands of years ago",
                _ => "The last 12,000 years",
            }
            .to_owned(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The runs to gather these points, in order, in, at most `most` of them: the finest from decades on that have two events each on
/// average; where decades tell nothing apart, years, months or days.
pub(super) fn fitting(points: &[i64], most: usize) -> Run {
    let groups = |run: Run| {
        let mut runs = points.iter().map(|at| run.of(*at));
        let mut last = runs.next();
        let mut count = usize::from(last.is_some());
        for run in runs {
            count += usize::from(last.replace(run) != Some(run));
        }
        count
    };
    if age::is_deep(points) {
        return Run::Deep;
    }
    let some = |run: &Run| (2..=most).contains(&groups(*run));
    if groups(Run::Decade) <= 1 {
        let fine = [Run::Year, Run::Month, Run::Day];
        return fine.into_iter().find(some).unwrap_or(Run::Decade);
    }
    let coarse = [Run::Decade, Run::Century, Run::Millennium];
    let shared = |run: &Run| some(run) && groups(*run) * 2 <= points.len();
    coarse
        .into_iter()
        .find(shared)
        .or_else(|| coarse.into_iter().find(some))
        .or_else(|| coarse.into_iter().find(|run| groups(*run) <= most))
        .unwrap_or(Run::Deep)
}

#[cfg(test)]
mod tests {
    use super::{DAY, Run, age_text, fitting, year_text};
    use crate::date::Day;

    fn at(year: i64) -> i64 {
        Day::new(year, 7, 1).unwrap().days() * DAY
    }

    #[test]
    fn years_and_ages_are_short() {
        let years = [1957, 79, 0, -43, -9_999].map(year_text);
        assert_eq!(years.join("|"), "1957|79 CE|1 BCE|44 BCE|10,000 BCE");
        let ages = [13_800_000_000, 66_000_000, 541_500_000, 12_000, 0].map(age_text);
        assert_eq!(ages.join("|"), "13.8 Ga|66 Ma|541.5 Ma|12 ka|2000");
    }

    #[test]
    fn runs_have_the_names_that_historians_give_them() {
        for (run, year, name) in [
            (Run::Year, 1957, "1957"),
            (Run::Decade, 1957, "1950s"),
            (Run::Decade, 79, "70s CE"),
            (Run::Decade, -43, "40s BCE"),
            (Run::Century, 2000, "20th century"),
            (Run::Century, 2001, "21st century"),
            (Run::Century, -43, "1st century BCE"),
            (Run::Century, -99, "1st century BCE"),
            (Run::Century, -100, "2nd century BCE"),
            (Run::Millennium, -1199, "2nd millennium BCE"),
            (Run::Deep, -66_000_000, "Millions of years ago"),
        ] {
            assert_eq!(run.name(at(year)), name, "{year}");
        }
    }

    #[test]
    fn there_are_few_groups_and_more_than_one_where_that_can_be() {
        for (years, run) in [
            (
                vec![1957, 1958, 1959, 1969, 1971, 1972, 1974, 2016, 2024, 2025],
                Run::Decade,
            ),
            (vec![1957, 1958, 1969, 2016, 2025], Run::Century),
            (vec![2023, 2024, 2025], Run::Year),
            ((0..30).map(|n| 1500 + n * 15).collect(), Run::Century),
            ((0..30).map(|n| -1500 + n * 100).collect(), Run::Millennium),
            (vec![-13_800_000_000, 1957], Run::Deep),
        ] {
            let points: Vec<i64> = years.iter().map(|year| at(*year)).collect();
            assert_eq!(fitting(&points, 7), run, "{years:?}");
        }
    }
}
