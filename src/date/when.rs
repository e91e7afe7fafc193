//! A date as packs and learners give it: a moment, or a span that lasted. Makes them from numbers; texts are read
//! elsewhere.

use super::{
    day::{Day, month_length},
    form::{Form, Time},
    moment::{Marks, Moment},
    refusal::Refusal,
    stretch::Stretch,
    words::month_name,
};

/// A date as a pack gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// It happened once.
    Moment(Moment),
    /// It lasted. Not both ends are none.
    Span {
        /// When it began; none when that is open.
        start: Option<Moment>,
        /// When it ended; none while it lasts.
        end: Option<Moment>,
    },
}

impl When {
    /// A bare year, 1 to 9999.
    ///
    /// # Errors
    /// Any other number, with how to write it.
    pub fn from_year(year: i64) -> Result<Self, Refusal> {
        match year {
            1..=9999 => moment(Form::Whole(Stretch::Year(year))),
            0 => Err(Refusal::native_year_zero()),
            i64::MIN..0 => {
                let bce = year.unsigned_abs();
                let edtf = bce.saturating_sub(1);
                Err(Refusal::negative_year(format!(
                    "write \"{bce} BCE\" (or EDTF \"-{edtf:04}\")"
                )))
            }
            10_000.. => Err(Refusal::year_too_large()),
        }
    }

    /// A day, with a time of day if there is one.
    ///
    /// # Errors
    /// The year 0, and days that the calendar does not have.
    pub fn from_date(year: i64, month: u8, day: u8, time: Option<Time>) -> Result<Self, Refusal> {
        if year == 0 {
            return Err(Refusal::native_year_zero());
        }
        moment(day_form(year, month, day, time)?)
    }

    /// A time of day without a date.
    #[must_use]
    pub fn refuse_time() -> Refusal {
        Refusal::time_without_date()
    }

    /// A span from `self` until `until`, as the keys `when` and `until` give it; none is the present.
    ///
    /// # Errors
    /// Either is a span itself, or the end lies before the start.
    pub fn until(self, until: Option<Self>) -> Result<Self, Refusal> {
        let one = |when| match when {
            Self::Moment(moment) => Ok(moment),
            Self::Span { .. } => Err(Refusal::new(
                "span-in-until",
                "`when` and `until` are one date each",
                "write the span in `when` and leave `until` out, or one date in each",
            )),
        };
        let end = until.map(one).transpose()?;
        Self::span(Some(one(self)?), end)
    }

    /// # Errors
    /// The end lies before the start, or neither is given.
    pub(super) fn span(start: Option<Moment>, end: Option<Moment>) -> Result<Self, Refusal> {
        match (&start, &end) {
            (None, None) => return Err(Refusal::unreadable()),
            (Some(a), Some(b)) => {
                let by_day = matches!((a.earliest(), b.latest()), (Some(a), Some(b)) if a > b);
                let by_time = a.earliest() == b.latest()
                    && matches!((a.time(), b.time()), (Some(a), Some(b)) if a > b);
                if by_day || by_time {
                    return Err(Refusal::reversed());
                }
            }
            _ => {}
        }
        Ok(Self::Span { start, end })
    }

    /// Whether the source of any of its dates is doubtful: it is shown and never graded.
    #[must_use]
    pub fn uncertain(&self) -> bool {
        self.moments().any(Moment::uncertain)
    }

    /// Whether any of its dates is rough.
    #[must_use]
    pub fn approx(&self) -> bool {
        self.moments().any(Moment::approx)
    }

    /// Its moments, the start first.
    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        let (a, b) = match self {
            Self::Moment(moment) => (Some(moment), None),
            Self::Span { start, end } => (start.as_ref(), end.as_ref()),
        };
        a.into_iter().chain(b)
    }

    /// The moment it is, or began; none for a span with an open start.
    #[must_use]
    pub fn start(&self) -> Option<&Moment> {
        match self {
            Self::Moment(moment) => Some(moment),
            Self::Span { start, .. } => start.as_ref(),
        }
    }

    /// The moment it is, or ended; none for a span that lasts.
    #[must_use]
    pub fn end(&self) -> Option<&Moment> {
        match self {
            Self::Moment(moment) => Some(moment),
            Self::Span { end, .. } => end.as_ref(),
        }
    }
}

pub(super) fn moment(form: Form) -> Result<When, Refusal> {
    Moment::new(form, Marks::default()).map(When::Moment)
}

/// A day of an astronomical year.
pub(super) fn day_form(year: i64, month: u8, day: u8, time: Option<Time>) -> Result<Form, Refusal> {
    if !(1..=12).contains(&month) {
        return Err(Refusal::month_out_of_range());
    }
    if let Some(time) = time
        && (time.hour > 23 || time.minute > 59 || time.second.is_some_and(|s| s > 60))
    {
        return Err(Refusal::new(
            "time-out-of-range",
            "there is no such time of day",
            "a time runs from 00:00 to 23:59",
        ));
    }
    if let Some(day) = Day::new(year, month, day) {
        return Ok(Form::Day { day, time });
    }
    let length = month_length(year, month);
    if (1..=length).contains(&day) {
        return Err(Refusal::year_out_of_range());
    }
    let month = super::display::month_and_year(year, month_name(month));
    Err(Refusal::new(
        "day-out-of-range",
        format!("there is no such day in {month}"),
        format!("{month} has {length} days"),
    ))
}
