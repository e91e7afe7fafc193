//! A moment: what is known of one point in time. Knows nothing of texts.

use super::{
    day::{Day, YEAR_LIMIT},
    form::{Form, Time},
    refusal::Refusal,
    unit::{Length, Precision, Unit},
};

/// One point in time, as far as it is known: somewhere from `earliest` to `latest`, give or take `pad`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    form: Form,
    marks: Marks,
    earliest: Option<Day>,
    latest: Option<Day>,
}

/// What is said about a form beside itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// `c.`
    pub(super) circa: bool,
    /// `?`
    pub(super) uncertain: bool,
    /// `± n`
    pub(super) spread: Option<Length>,
}

impl Moment {
    /// # Errors
    /// A year beyond the limit.
    pub(super) fn new(form: Form, marks: Marks) -> Result<Self, Refusal> {
        let (earliest, latest) = form.bounds();
        let fits = |day: Option<Day>| {
            day.is_none_or(|d| (-YEAR_LIMIT..=YEAR_LIMIT).contains(&d.civil().year))
        };
        if fits(earliest) && fits(latest) {
            Ok(Self {
                form,
                marks,
                earliest,
                latest,
            })
        } else {
            Err(Refusal::year_out_of_range())
        }
    }

    /// The first day it can be, before any pad; none when it is open that way.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.earliest
    }

    /// The last day it can be, before any pad; none when it is open that way.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// How fine it is.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.form.precision()
    }

    /// Whether it is a rough date: `c.`, `±`, a season, an early, middle or late part, years ago.
    #[must_use]
    pub fn approx(&self) -> bool {
        self.marks.circa || self.marks.spread.is_some() || self.form.is_vague()
    }

    /// Whether its source is doubtful (`?`): it is shown and never graded.
    #[must_use]
    pub fn uncertain(&self) -> bool {
        self.marks.uncertain
            || match &self.form {
                Form::Between(a, b) => a.uncertain() || b.uncertain(),
                Form::Before(a) | Form::After(a) | Form::By(a) => a.uncertain(),
                _ => false,
            }
    }

    /// How far either bound may be off when dates are compared; it never shows in the bounds themselves.
    #[must_use]
    pub fn pad(&self) -> Option<Length> {
        self.marks
            .spread
            .or_else(|| self.form.pad(self.marks.circa))
    }

    /// The time of day, which only a day can have.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        match self.form {
            Form::Day { time, .. } => time,
            _ => None,
        }
    }

    /// `earliest` less the pad and `latest` plus the pad: where it can be when dates are compared.
    #[must_use]
    pub fn padded(&self) -> (Option<Day>, Option<Day>) {
        let Some(pad) = self.pad() else {
            return (self.earliest, self.latest);
        };
        let shift = |day: Day, by: i64| match pad.unit {
            Unit::Day => day.plus_days(by),
            Unit::Month => day.plus_months(by),
            Unit::Year => day.plus_months(by.saturating_mul(12)),
        };
        (
            self.earliest.map(|day| shift(day, -pad.count)),
            self.latest.map(|day| shift(day, pad.count)),
        )
    }

    /// The one day that stands for it on an axis or in an answer: the nominal year of `66 Ma`, the middle of anything
    /// else, the bound of what is open.
    #[must_use]
    pub fn nominal(&self) -> Option<Day> {
        if let Form::Deep { .. } = self.form {
            return Some(Day::at(2000 - self.form.deep_years().0, 1, 1));
        }
        match (self.earliest, self.latest) {
            (Some(a), Some(b)) => Some(Day::from_days(a.days() + (b.days() - a.days()) / 2)),
            (one, other) => one.or(other),
        }
    }

    pub(super) fn form(&self) -> &Form {
        &self.form
    }

    pub(super) fn marks(&self) -> Marks {
        self.marks
    }
}
