//! What a date names, as a person wrote it: a year, the late 1950s, 66 Ma. Bounds, precision and the pad of vague ones
//! follow from it. Knows nothing of texts.

use super::{
    day::{Day, YEAR_LIMIT},
    moment::Moment,
    stretch::{Era, Part, Season, Size, Stretch, months, years},
    unit::{Length, Precision},
};

/// A time of day as an article prints it; its zone is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60 (a leap second); none when only hour and minute are known.
    pub second: Option<u8>,
}

/// The unit of years ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ago {
    Ka,
    Ma,
    Ga,
}

impl Ago {
    pub(super) fn years(self) -> i64 {
        match self {
            Self::Ka => 1_000,
            Self::Ma => 1_000_000,
            Self::Ga => 1_000_000_000,
        }
    }
}

/// What a date names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Day {
        day: Day,
        time: Option<Time>,
    },
    Whole(Stretch),
    Part(Part, Stretch),
    Season(Season, i64),
    /// 1 to 4.
    Quarter(u8, i64),
    /// 1 or 2, of a year.
    Half(u8, i64),
    /// 1 or 2, of a century.
    HalfCentury(u8, i64, Era),
    /// Years `first..` that share their first digits, counted from 0 where nobody says so: 1900 to 1999, 1900 to 1909.
    Masked(Size, i64),
    /// `digits` x 10^-`decimals` of the unit, before 2000 CE.
    Deep {
        digits: i64,
        decimals: u8,
        ago: Ago,
    },
    Between(Box<Moment>, Box<Moment>),
    Before(Box<Moment>),
    After(Box<Moment>),
    By(Box<Moment>),
}

/// First and last day; none where there is no bound.
pub(super) type Bounds = (Option<Day>, Option<Day>);

impl Form {
    pub(super) fn bounds(&self) -> Bounds {
        let (first, last) = match self {
            Self::Day { day, .. } => (*day, *day),
            Self::Whole(stretch) => stretch.days(),
            Self::Part(part, stretch) => stretch.part(*part),
            Self::Season(season, year) => season.days(*year),
            Self::Quarter(n, year) => {
                let from = 3 * n.clamp(&1, &4) - 2;
                months(*year, from, from + 2)
            }
            Self::Half(n, year) => {
                let from = 6 * n.clamp(&1, &2) - 5;
                months(*year, from, from + 5)
            }
            Self::HalfCentury(half, n, era) => {
                let size = Size::Century;
                let n = *n;
                let (first, last) = Stretch::Run { size, n, era: *era }.years();
                match half {
                    1 => years(first, first + 49),
                    _ => years(first + 50, last),
                }
            }
            Self::Masked(size, first) => years(*first, *first + size.years() - 1),
            Self::Deep { .. } => {
                let (value, half) = self.deep_years();
                years(2000 - value - half, 2000 - value + half)
            }
            Self::Between(a, b) => return (a.earliest(), b.latest()),
            Self::Before(a) => return (None, a.earliest().map(|d| d.plus_days(-1))),
            Self::After(a) => return (a.latest().map(|d| d.plus_days(1)), None),
            Self::By(a) => return (None, a.latest()),
        };
        (Some(first), Some(last))
    }

    /// Years before 2000 CE, and half the place of the last non-zero digit.
    pub(super) fn deep_years(&self) -> (i64, i64) {
        let Self::Deep {
            digits,
            decimals,
            ago,
        } = *self
        else {
            return (0, 0);
        };
        let mut place = ago.years() / 10_i64.pow(u32::from(decimals.min(9)));
        let value = digits.saturating_mul(place);
        let mut rest = digits;
        while decimals == 0 && rest != 0 && rest % 10 == 0 {
            rest /= 10;
            place = place.saturating_mul(10);
        }
        (value.clamp(0, YEAR_LIMIT * 2), place.min(YEAR_LIMIT) / 2)
    }

    pub(super) fn precision(&self) -> Precision {
        match self {
            Self::Day { .. } => Precision::Day,
            Self::Whole(Stretch::Month { .. }) => Precision::Month,
            Self::Whole(Stretch::Year(_)) => Precision::Year,
            Self::Whole(Stretch::Run { size, .. }) | Self::Masked(size, _) => match size {
                Size::Decade => Precision::Decade,
                Size::Century => Precision::Century,
                Size::Millennium => Precision::Millennium,
            },
            Self::Part(_, Stretch::Month { .. }) => Precision::ThirdMonth,
            Self::Part(_, Stretch::Year(_)) => Precision::ThirdYear,
            Self::Part(_, Stretch::Run { size, .. }) => match size {
                Size::Decade => Precision::ThirdDecade,
                Size::Century => Precision::ThirdCentury,
                Size::Millennium => Precision::ThirdMillennium,
            },
            Self::Season(..) => Precision::Season,
            Self::Quarter(..) => Precision::Quarter,
            Self::Half(..) => Precision::Half,
            Self::HalfCentury(..) => Precision::HalfCentury,
            Self::Deep { .. } => Precision::Deep,
            Self::Between(..) => Precision::Between,
            Self::Before(_) | Self::After(_) | Self::By(_) => Precision::Open,
        }
    }

    /// Whether it is vague by its nature.
    pub(super) fn is_vague(&self) -> bool {
        match self {
            Self::Part(..) | Self::Season(..) | Self::Deep { .. } => true,
            Self::Between(a, b) => a.approx() || b.approx(),
            Self::Before(a) | Self::After(a) | Self::By(a) => a.approx(),
            _ => false,
        }
    }

    /// How far each bound may be off when dates are compared, and how far with `c.` before it.
    pub(super) fn pad(&self, circa: bool) -> Option<Length> {
        match self {
            Self::Between(a, b) => [a.pad(), b.pad()]
                .into_iter()
                .flatten()
                .max_by_key(|pad| (pad.unit, pad.count)),
            Self::Before(a) | Self::After(a) | Self::By(a) => a.pad(),
            Self::Deep { .. } => None,
            Self::Part(_, stretch) => Some(match stretch {
                Stretch::Month { .. } => Length::days(3),
                Stretch::Year(_) => Length::months(1),
                Stretch::Run { size, .. } => Length::years(size.years() / 10),
            }),
            Self::Season(..) => Some(Length::months(1)),
            _ if !circa => None,
            Self::Day { .. } => Some(Length::days(3)),
            Self::Whole(Stretch::Month { .. }) | Self::Quarter(..) | Self::Half(..) => {
                Some(Length::months(1))
            }
            Self::Whole(Stretch::Year(year)) => Some(Length::years(circa_years(*year))),
            Self::Whole(Stretch::Run { size, .. }) | Self::Masked(size, _) => {
                Some(Length::years(size.years() / 2))
            }
            Self::HalfCentury(..) => Some(Length::years(10)),
        }
    }
}

/// What `c.` means for a year: half the place of its last non-zero digit, at least 1. The place counts at most as the
/// power of ten within a tenth of the number, and from 1500 CE on at most as ten.
fn circa_years(year: i64) -> i64 {
    let (n, era) = Era::of(year);
    let cap = if era == Era::Ce && n >= 1500 {
        10
    } else {
        n / 10
    };
    let mut place = 1;
    while n % (place * 10) == 0 && place * 10 <= cap {
        place *= 10;
    }
    (place / 2).max(1)
}

#[cfg(test)]
mod tests {
    use super::circa_years;

    #[test]
    fn circa_widens_with_the_roundness_of_the_number() {
        for (year, pad) in [
            (1957, 1),
            (1950, 5),
            (2000, 5),
            (1500, 5),
            (1400, 50),
            (1000, 50),
            (1 - 1200, 50),
            (1 - 3000, 50),
            (1 - 44, 1),
            (1 - 10_000, 500),
            (100, 5),
            (50, 1),
            (1, 1),
        ] {
            assert_eq!(circa_years(year), pad, "{year}");
        }
    }
}
