//! Precisions, units and lengths of time, by name and in words.

use std::fmt;

use super::words::group;

/// How fine a date is, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// Early, mid or late in a month.
    ThirdMonth,
    /// A month.
    Month,
    /// A season.
    Season,
    /// A quarter of a year.
    Quarter,
    /// Early, mid or late in a year.
    ThirdYear,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// Early, mid or late in a decade.
    ThirdDecade,
    /// A decade.
    Decade,
    /// Early, mid or late in a century.
    ThirdCentury,
    /// Half a century.
    HalfCentury,
    /// A century.
    Century,
    /// Early, mid or late in a millennium.
    ThirdMillennium,
    /// A millennium.
    Millennium,
    /// Years ago in thousands, millions or billions; as fine as its last digit.
    Deep,
    /// Somewhere between two dates.
    Between,
    /// Before, after or by a date.
    Open,
}

impl Precision {
    /// What a question may ask for with `precision`.
    pub const ASKED: [Self; 6] = [
        Self::Day,
        Self::Month,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];

    /// Its kebab-case name, as packs and JSON have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::ThirdMonth => "third-month",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::ThirdYear => "third-year",
            Self::Half => "half",
            Self::Year => "year",
            Self::ThirdDecade => "third-decade",
            Self::Decade => "decade",
            Self::ThirdCentury => "third-century",
            Self::HalfCentury => "half-century",
            Self::Century => "century",
            Self::ThirdMillennium => "third-millennium",
            Self::Millennium => "millennium",
            Self::Deep => "deep",
            Self::Between => "between",
            Self::Open => "open",
        }
    }

    /// The precision that a question asks for by this name: one of [`Precision::ASKED`].
    #[must_use]
    pub fn asked(name: &str) -> Option<Self> {
        Self::ASKED.into_iter().find(|p| p.name() == name)
    }
}

/// A unit of time that a tolerance or a game counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// Mean length in days: the Gregorian calendar has 146,097 days in 400 years.
    #[must_use]
    pub fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Month => 30.436_875,
            Self::Year => 365.2425,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// So many whole units: how far a date may be off, or two dates lie apart. It shows in words: `3 years`, `1 day`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many, not below 0.
    pub count: i64,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    pub(super) const fn days(count: i64) -> Self {
        Self {
            count,
            unit: Unit::Day,
        }
    }

    pub(super) const fn months(count: i64) -> Self {
        Self {
            count,
            unit: Unit::Month,
        }
    }

    pub(super) const fn years(count: i64) -> Self {
        Self {
            count,
            unit: Unit::Year,
        }
    }

    /// So many days in the largest unit that still says enough: days up to 60, months up to 23, else years.
    #[must_use]
    pub fn of_days(days: i64) -> Self {
        let days = days.saturating_abs();
        // 400 years are 4,800 months and 146,097 days; half the divisor is added for rounding.
        let in_cycle = |n: i128| (i128::from(days) * n + 73_048) / 146_097;
        let months = i64::try_from(in_cycle(4_800)).unwrap_or(i64::MAX);
        match (days, months) {
            (..=60, _) => Self::days(days),
            (_, 12) => Self::years(1),
            (_, ..24) => Self::months(months),
            _ => Self::years(i64::try_from(in_cycle(400)).unwrap_or(i64::MAX)),
        }
    }

    /// A letter for the unit after the count: `3d`, `1m`, `50y`.
    #[must_use]
    pub fn short(self) -> String {
        format!("{}{}", self.count, &self.unit.name()[..1])
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.unit.name();
        let large = |of: i64| {
            // Two significant digits behind the unit are enough for a distance.
            let tenths = (i128::from(self.count) * 10 + i128::from(of) / 2) / i128::from(of);
            match (tenths / 10, tenths % 10) {
                (whole, 0) => whole.to_string(),
                (whole, tenth) => format!("{whole}.{tenth}"),
            }
        };
        match self.count {
            1 => write!(f, "1 {name}"),
            n if n >= 1_000_000_000 => write!(f, "{} billion {name}s", large(1_000_000_000)),
            n if n >= 1_000_000 => write!(f, "{} million {name}s", large(1_000_000)),
            n => write!(f, "{} {name}s", group(n.unsigned_abs())),
        }
    }
}

/// Reads a tolerance: `1 year`, `2.5 months`, `10 days`, `3 weeks`, `2 decades`, `5 million years`. The count is above
/// 0 and finite.
#[must_use]
pub fn read_length(text: &str) -> Option<(f64, Unit)> {
    let text = text.trim().to_lowercase();
    let (number, rest) = text
        .split_once(|c: char| c.is_whitespace() || c.is_alphabetic())
        .map(|(number, _)| (number, text[number.len()..].trim()))?;
    let plain = number
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let grouped = number.split(',').skip(1).all(|g| g.len() == 3);
    let count: f64 = number.replace(',', "").parse().ok()?;
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let times = match words.first() {
        Some(&"thousand") => 1e3,
        Some(&"million") => 1e6,
        Some(&"billion") => 1e9,
        _ => 1.0,
    };
    if times > 1.0 {
        words.remove(0);
    }
    let [word] = words[..] else { return None };
    let (each, unit) = match word {
        "d" | "day" | "days" => (1.0, Unit::Day),
        "week" | "weeks" => (7.0, Unit::Day),
        "month" | "months" => (1.0, Unit::Month),
        "y" | "year" | "years" => (1.0, Unit::Year),
        "decade" | "decades" => (10.0, Unit::Year),
        "century" | "centuries" => (100.0, Unit::Year),
        _ => return None,
    };
    let count = count * times * each;
    (plain && grouped && count > 0.0 && count < 1e12).then_some((count, unit))
}

#[cfg(test)]
mod tests {
    use super::{Length, Precision, Unit, read_length};

    #[test]
    fn distances_read_as_a_person_says_them() {
        for (days, words) in [
            (0, "0 days"),
            (1, "1 day"),
            (60, "60 days"),
            (61, "2 months"),
            (365, "1 year"),
            (3 * 365, "3 years"),
            (4_000_000, "10,952 years"),
            (548_000_000, "1.5 million years"),
            (5_040_000_000_000, "13.8 billion years"),
        ] {
            assert_eq!(Length::of_days(days).to_string(), words);
        }
        assert_eq!(Length::of_days(i64::MIN).unit, Unit::Year);
    }

    #[test]
    fn tolerances_are_read_and_nonsense_is_not() {
        for (text, read) in [
            ("1 year", Some((1.0, Unit::Year))),
            ("5 years", Some((5.0, Unit::Year))),
            ("2.5 months", Some((2.5, Unit::Month))),
            (" 3  Weeks ", Some((21.0, Unit::Day))),
            ("10d", Some((10.0, Unit::Day))),
            ("1,000 years", Some((1000.0, Unit::Year))),
            ("5 million years", Some((5e6, Unit::Year))),
            ("2 decades", Some((20.0, Unit::Year))),
            ("0 years", None),
            ("-1 year", None),
            ("1", None),
            ("", None),
            ("years", None),
            ("1 parsec", None),
            ("1,0 years", None),
            ("inf years", None),
        ] {
            assert_eq!(read_length(text), read, "{text}");
        }
    }

    #[test]
    fn a_precision_that_can_be_asked_for_is_found_by_its_name() {
        assert_eq!(Precision::asked("year"), Some(Precision::Year));
        assert_eq!(Precision::asked("open"), None);
    }
}
