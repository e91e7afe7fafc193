//! Fuzzy dates as other tools write dates: a year, with a month and a day where they are known, and an end.

use super::note::Fate;
use crate::date::{Civil, Day, Moment, Precision, When};

/// A date of another tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Astronomical year: 0 is 1 BCE.
    pub(super) year: i64,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

/// A fuzzy date as a start and an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: Stamp,
    /// None for what one stamp says.
    pub(super) end: Option<Stamp>,
    /// Whether it lasts until the present.
    pub(super) lasts: bool,
    /// What got lost.
    pub(super) fate: Option<Fate>,
    /// Whether start and end say all there is to say.
    pub(super) exact: bool,
}

impl Stamp {
    fn year(civil: Civil) -> Self {
        Self {
            year: civil.year,
            month: None,
            day: None,
        }
    }

    fn month(civil: Civil) -> Self {
        Self {
            month: Some(civil.month),
            ..Self::year(civil)
        }
    }

    fn day(civil: Civil) -> Self {
        Self {
            day: Some(civil.day),
            ..Self::month(civil)
        }
    }

    /// Years as people count them: -1 for 1 BCE, never 0.
    pub(super) fn historical_year(self) -> i64 {
        if self.year > 0 {
            self.year
        } else {
            self.year - 1
        }
    }
}

/// The stretch that stands for a date; none for one without any bound, which no pack can hold.
pub(super) fn stretch(when: &When) -> Option<Stretch> {
    match when {
        When::Moment(moment) => of_moment(moment),
        When::Span {
            start: Some(start),
            end: Some(end),
        } => {
            let (start, end) = (of_moment(start)?, of_moment(end)?);
            Some(Stretch {
                start: start.start,
                end: Some(end.end.unwrap_or(end.start)),
                lasts: false,
                fate: start.fate.or(end.fate),
                exact: start.exact && end.exact && start.end.is_none() && end.end.is_none(),
            })
        }
        When::Span {
            start: Some(start),
            end: None,
        } => Some(Stretch {
            end: None,
            lasts: true,
            fate: Some(Fate::AtStart),
            exact: false,
            ..of_moment(start)?
        }),
        When::Span { start: None, end } => {
            let end = of_moment(end.as_ref()?)?;
            Some(Stretch {
                start: end.end.unwrap_or(end.start),
                end: None,
                lasts: false,
                fate: Some(Fate::AtEnd),
                exact: false,
            })
        }
    }
}

fn of_moment(moment: &Moment) -> Option<Stretch> {
    let civil = |day: Option<Day>| day.map(Day::civil);
    let one = |start| Stretch {
        start,
        end: None,
        lasts: false,
        fate: None,
        exact: !moment.approx() && !moment.uncertain(),
    };
    let nominal = civil(moment.nominal())?;
    Some(match moment.precision() {
        Precision::Day => one(Stamp::day(nominal)),
        Precision::Month => one(Stamp::month(nominal)),
        Precision::Year => one(Stamp::year(nominal)),
        Precision::Deep => Stretch {
            exact: false,
            ..one(Stamp::year(nominal))
        },
        _ => match (civil(moment.earliest()), civil(moment.latest())) {
            (Some(first), Some(last)) => {
                let (start, end) = trimmed(first, last);
                Stretch {
                    start,
                    end: Some(end),
                    exact: false,
                    ..one(start)
                }
            }
            (first, last) => {
                let bound = first.or(last)?;
                let whole_year =
                    (bound.month, bound.day) == if first.is_some() { (1, 1) } else { (12, 31) };
                Stretch {
                    fate: Some(if first.is_some() {
                        Fate::AtStart
                    } else {
                        Fate::AtEnd
                    }),
                    exact: false,
                    ..one(if whole_year {
                        Stamp::year(bound)
                    } else {
                        Stamp::day(bound)
                    })
                }
            }
        },
    })
}

/// A first and a last day, without days where whole months say the same and without months where whole years do.
fn trimmed(first: Civil, last: Civil) -> (Stamp, Stamp) {
    let next =
        Day::new(last.year, last.month, last.day).map(|day| Day::from_days(day.days() + 1).civil());
    let ends_month = next.is_some_and(|next| next.day == 1);
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) {
        (Stamp::year(first), Stamp::year(last))
    } else if first.day == 1 && ends_month {
        (Stamp::month(first), Stamp::month(last))
    } else {
        (Stamp::day(first), Stamp::day(last))
    }
}

#[cfg(test)]
mod tests {
    use super::{Stamp, stretch};
    use crate::date::When;

    fn written(stamp: Stamp) -> String {
        let mut text = stamp.historical_year().to_string();
        for part in [stamp.month, stamp.day].into_iter().flatten() {
            text = format!("{text}-{part:02}");
        }
        text
    }

    #[test]
    fn a_date_becomes_a_start_and_an_end() {
        for (text, expected) in [
            ("4 October 1957", "1957-10-04"),
            ("October 1957", "1957-10"),
            ("1957", "1957"),
            ("c. 1200 BCE", "-1200"),
            ("1 BCE", "-1"),
            ("15 March 44 BCE", "-44-03-15"),
            ("8th century BCE", "-800..-701"),
            ("1950s", "1950..1959"),
            ("late 2023", "2023-09..2023-12"),
            ("winter 2023", "2023-12..2024-02"),
            ("early March 1969", "1969-03-01..1969-03-10"),
            ("between 410 CE and 476 CE", "410..476"),
            ("1957..1969", "1957..1969"),
            ("264..241 BCE", "-264..-241"),
            ("13.8 Ga", "-13799998001"),
            ("1917..present", "1917 AtStart"),
            ("before 1917", "1916 AtEnd"),
            ("by 1917", "1917 AtEnd"),
            ("after 1917", "1918 AtStart"),
            ("after 3 May 1917", "1917-05-04 AtStart"),
        ] {
            let stretch = stretch(&When::read(text).unwrap()).unwrap();
            let mut got = written(stretch.start);
            if let Some(end) = stretch.end {
                got = format!("{got}..{}", written(end));
            }
            if let Some(fate) = stretch.fate {
                got = format!("{got} {fate:?}");
            }
            assert_eq!(got, expected, "{text}");
        }
    }
}
