//! The normal form of a date in English: always BCE and CE, never an astronomical year. Reading it gives the date
//! again, but for years that share their first digits (`1900–1999`).

use std::fmt::{self, Display, Formatter};

use super::{
    day::Day,
    form::{Ago, Form, Time},
    moment::Moment,
    stretch::{Era, Part, Season, Size, Stretch},
    unit::{Length, Unit},
    when::When,
    words::{group, month_name, ordinal},
};

/// A date with month names cut to three letters, for narrow columns: `4 Oct 1957`.
#[derive(Clone, Copy, Debug)]
pub struct Compact<'a>(&'a When);

impl When {
    /// Shows month names cut to three letters, for narrow columns: `4 Oct 1957`.
    #[must_use]
    pub fn compact(&self) -> Compact<'_> {
        Compact(self)
    }
}

impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_when(f, self, Months::Full)
    }
}

impl Display for Compact<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_when(f, self.0, Months::Short)
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_moment(f, self, Months::Full)
    }
}

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |s| write!(f, ":{s:02}"))
    }
}

#[derive(Clone, Copy)]
enum Months {
    Full,
    Short,
}

impl Months {
    fn name(self, month: u8) -> &'static str {
        let name = month_name(month);
        match self {
            Self::Full => name,
            Self::Short => name.get(..3).unwrap_or(name),
        }
    }
}

fn write_when(f: &mut Formatter<'_>, when: &When, months: Months) -> fmt::Result {
    match when {
        When::Moment(moment) => write_moment(f, moment, months),
        When::Span { start, end } => {
            match start {
                Some(start) => write_moment(f, start, months)?,
                None => f.write_str("…")?,
            }
            f.write_str(" – ")?;
            match end {
                Some(end) => write_moment(f, end, months),
                None => f.write_str("present"),
            }
        }
    }
}

fn write_moment(f: &mut Formatter<'_>, moment: &Moment, months: Months) -> fmt::Result {
    let marks = moment.marks();
    if marks.circa {
        f.write_str("c. ")?;
    }
    write_form(f, moment.form(), months)?;
    if let Some(spread) = marks.spread {
        write_spread(f, moment.form(), spread)?;
    }
    if marks.uncertain {
        f.write_str("?")?;
    }
    Ok(())
}

fn write_form(f: &mut Formatter<'_>, form: &Form, months: Months) -> fmt::Result {
    match form {
        Form::Day { day, time } => {
            let civil = day.civil();
            let month = months.name(civil.month);
            write!(f, "{} {month} {}", civil.day, year_text(civil.year))?;
            time.map_or(Ok(()), |time| write!(f, ", {time}"))
        }
        Form::Whole(stretch) => f.write_str(&stretch_text(*stretch, months)),
        Form::Part(part, stretch) => {
            let part = match part {
                Part::Early => "early",
                Part::Mid => "mid",
                Part::Late => "late",
            };
            write!(f, "{part} {}", stretch_text(*stretch, months))
        }
        Form::Season(season, year) => {
            let season = match season {
                Season::Spring => "spring",
                Season::Summer => "summer",
                Season::Autumn => "autumn",
                Season::Winter => "winter",
            };
            write!(f, "{season} {}", year_text(*year))
        }
        Form::Quarter(n, year) => write!(f, "Q{n} {}", year_text(*year)),
        Form::Half(n, year) => write!(f, "H{n} {}", year_text(*year)),
        Form::HalfCentury(half, n, era) => {
            let half = if *half == 1 { "first" } else { "second" };
            let (size, n, era) = (Size::Century, *n, *era);
            let century = stretch_text(Stretch::Run { size, n, era }, months);
            write!(f, "{half} half of the {century}")
        }
        Form::Masked(size, first) => write!(f, "{first:04}–{:04}", first + size.years() - 1),
        Form::Deep {
            digits,
            decimals,
            ago,
        } => {
            let ago = match ago {
                Ago::Ka => "ka",
                Ago::Ma => "Ma",
                Ago::Ga => "Ga",
            };
            write!(f, "{} {ago}", decimal(*digits, *decimals))
        }
        Form::Between(a, b) => {
            f.write_str("between ")?;
            write_moment(f, a, months)?;
            f.write_str(" and ")?;
            write_moment(f, b, months)
        }
        Form::Before(a) => write_after(f, "before ", a, months),
        Form::After(a) => write_after(f, "after ", a, months),
        Form::By(a) => write_after(f, "by ", a, months),
    }
}

fn write_after(f: &mut Formatter<'_>, word: &str, a: &Moment, months: Months) -> fmt::Result {
    f.write_str(word)?;
    write_moment(f, a, months)
}

fn stretch_text(stretch: Stretch, months: Months) -> String {
    match stretch {
        Stretch::Month { year, month } => month_and_year(year, months.name(month)),
        Stretch::Year(year) => year_text(year),
        Stretch::Run { size, n, era } => {
            let name = match size {
                Size::Decade => format!("{n}s"),
                Size::Century => format!("{} century", ordinal(n)),
                Size::Millennium => format!("{} millennium", ordinal(n)),
            };
            match era {
                Era::Bce => format!("{name} BCE"),
                Era::Ce if size == Size::Decade && n < 1000 => format!("{name} CE"),
                Era::Ce => name,
            }
        }
    }
}

/// `February 2023`.
pub(super) fn month_and_year(year: i64, month: &str) -> String {
    format!("{month} {}", year_text(year))
}

/// `1957`, `44 CE`, `44 BCE`, `10,000 BCE`: the era wherever a reader could doubt it.
pub(super) fn year_text(year: i64) -> String {
    let (n, era) = Era::of(year);
    let digits = group(n.unsigned_abs());
    match era {
        Era::Bce => format!("{digits} BCE"),
        Era::Ce if (1000..10_000).contains(&n) => digits,
        Era::Ce => format!("{digits} CE"),
    }
}

fn decimal(digits: i64, decimals: u8) -> String {
    let one = 10_u64.pow(u32::from(decimals.min(9)));
    let digits = digits.unsigned_abs();
    let whole = group(digits / one);
    if decimals == 0 {
        whole
    } else {
        let width = usize::from(decimals);
        format!("{whole}.{:0width$}", digits % one)
    }
}

/// The unit that a bare `± n` counts in.
pub(super) fn spread_unit(form: &Form) -> Unit {
    match form {
        Form::Day { .. } | Form::Part(_, Stretch::Month { .. }) => Unit::Day,
        Form::Whole(Stretch::Month { .. }) => Unit::Month,
        _ => Unit::Year,
    }
}

fn write_spread(f: &mut Formatter<'_>, form: &Form, spread: Length) -> fmt::Result {
    if let Form::Deep { ago, .. } = form {
        // Written in the unit of the number itself, with as many decimals as it takes.
        let (mut digits, mut decimals) = (spread.count, ago.years().ilog10());
        while decimals > 0 && digits % 10 == 0 {
            digits /= 10;
            decimals -= 1;
        }
        let decimals = u8::try_from(decimals).unwrap_or(0);
        return write!(f, " ± {}", decimal(digits, decimals));
    }
    write!(f, " ± {}", group(spread.count.unsigned_abs()))?;
    if spread.unit == spread_unit(form) {
        return Ok(());
    }
    let plural = if spread.count == 1 { "" } else { "s" };
    write!(f, " {}{plural}", spread.unit.name())
}

/// `YYYY-MM-DD` of a day that may be open.
pub(super) fn iso(day: Option<Day>) -> Option<String> {
    day.map(|day| day.civil().iso())
}
