//! EDTF (ISO 8601-2, levels 0 to 2) in and out. Reading is edtf-core's; what its values mean here is decided below.

use edtf_core::{
    Bound, Date, DateField, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind,
};

use super::{
    day::Day,
    form::{Form, Time},
    moment::{Marks, Moment},
    numeric::short_range,
    refusal::Refusal,
    stretch::{Era, Season, Size, Stretch},
    unit::Precision,
    when::{When, day_form},
};

/// The date, if the text is EDTF; refused when EDTF can say it and a moment or span cannot, or when people would read
/// it in another way.
pub(super) fn read(text: &str) -> Option<Result<When, Refusal>> {
    let text: String = text
        .chars()
        .map(|c| match c {
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            _ => c,
        })
        .collect();
    // Without this guard every sentence would go through the parser.
    let shape = |c: char| c.is_ascii_graphic();
    if !text.chars().all(shape) {
        return None;
    }
    Some(match Edtf::parse(&text).ok()? {
        Edtf::Date(date) => moment(&date, None).map(When::Moment),
        Edtf::DateTime(at) => {
            let time = Time {
                hour: at.time.hour,
                minute: at.time.minute,
                second: Some(at.time.second),
            };
            moment(&at.date, Some(time)).map(When::Moment)
        }
        Edtf::Interval(interval) => span(&interval),
        Edtf::Set(set) => one_of(&set).map(When::Moment),
    })
}

fn moment(date: &Date, time: Option<Time>) -> Result<Moment, Refusal> {
    let marks = Marks {
        circa: date.is_approximate(),
        uncertain: date.is_uncertain(),
        spread: None,
    };
    if let (Some(year), Some(code)) = (date.year.value(), date.month.and_then(DateField::value))
        && code > 12
    {
        return Err(short_range(year, &code.to_string()));
    }
    let whole = |form| Moment::new(form, marks);
    let masked = |field: Option<DateField>| field.is_none_or(|f| f.digits == [None, None]);
    let exact = date
        .year
        .value()
        .filter(|_| date.year.significant_digits.is_none());
    match (exact, date.month, date.day) {
        (Some(0), ..) => Err(Refusal::year_zero()),
        (Some(year), month, day) if masked(month) && masked(day) => {
            whole(Form::Whole(Stretch::Year(year)))
        }
        (Some(year), Some(month), day) if masked(day) && month.value().is_some() => {
            let month = month.value().unwrap_or(1);
            whole(Form::Whole(Stretch::Month { year, month }))
        }
        (Some(year), Some(month), Some(day)) if !date.has_unspecified() => {
            let (month, day) = (month.value().unwrap_or(0), day.value().unwrap_or(0));
            whole(day_form(year, month, day, time)?)
        }
        (None, month, day) if masked(month) && masked(day) => match masked_years(date) {
            Some(form) => whole(form),
            None => bounds(date, marks),
        },
        _ => bounds(date, marks),
    }
}

/// `195X` and `19XX`.
fn masked_years(date: &Date) -> Option<Form> {
    let YearKind::Standard {
        negative: false,
        digits: [Some(a), Some(b), c, None],
    } = date.year.kind
    else {
        return None;
    };
    let hundreds = i64::from(a) * 1000 + i64::from(b) * 100;
    match c {
        None if hundreds > 0 => Some(Form::Masked(Size::Century, hundreds)),
        Some(0) if hundreds > 0 => Some(Form::Masked(Size::Decade, hundreds)),
        Some(c) if c > 0 => Some(Form::Whole(Stretch::Run {
            size: Size::Decade,
            n: hundreds + i64::from(c) * 10,
            era: Era::Ce,
        })),
        _ => None,
    }
}

/// Anything else with unknown digits: somewhere between its first and its last day.
fn bounds(date: &Date, marks: Marks) -> Result<Moment, Refusal> {
    let no_year =
        matches!(date.year.kind, YearKind::Standard { digits, .. } if digits[0].is_none());
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(a), Bound::Date(b)) = (bounds.earliest, bounds.latest) else {
        return Err(Refusal::year_out_of_range());
    };
    if no_year || (a.year <= 0 && b.year >= 0) {
        return Err(Refusal::new(
            "edtf-no-year",
            "no year is known here",
            "write the years between which it happened: \"between 1950 and 1959\"",
        ));
    }
    let end = |at: edtf_core::BoundDate| {
        let (year, month) = (at.year, at.month);
        let form = match (date.month, date.day) {
            (_, Some(_)) => day_form(year, month, at.day, None)?,
            (Some(_), None) => Form::Whole(Stretch::Month { year, month }),
            (None, None) => Form::Whole(Stretch::Year(year)),
        };
        Moment::new(form, marks)
    };
    between(end(a)?, end(b)?)
}

fn between(a: Moment, b: Moment) -> Result<Moment, Refusal> {
    Moment::new(Form::Between(a.into(), b.into()), Marks::default())
}

fn span(interval: &Interval) -> Result<When, Refusal> {
    let start = match &interval.start {
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
        IntervalEndpoint::Date(date) => Some(moment(date, None)?),
        IntervalEndpoint::OnOrBefore(date) => Some(open(Form::By, moment(date, None)?)?),
        IntervalEndpoint::OnOrAfter(date) => Some(not_before(&moment(date, None)?)?),
    };
    let end = match &interval.end {
        IntervalEndpoint::Open => None,
        IntervalEndpoint::Unknown => {
            return Err(Refusal::new(
                "unknown-end",
                "the end of this span is unknown",
                "write \"1985..present\" if it lasts, or only the date it began",
            ));
        }
        IntervalEndpoint::Date(date) => Some(moment(date, None)?),
        IntervalEndpoint::OnOrBefore(date) => Some(open(Form::By, moment(date, None)?)?),
        IntervalEndpoint::OnOrAfter(date) => Some(not_before(&moment(date, None)?)?),
    };
    When::span(start, end)
}

/// A set is a moment only where it says "one of these" and these are all dates of a stretch.
fn one_of(set: &Set) -> Result<Moment, Refusal> {
    match (set.kind, &set.elements[..]) {
        (SetKind::OneMember, [SetElement::Date(date)]) => moment(date, None),
        (SetKind::OneMember, [SetElement::Range(a, b)]) => {
            between(moment(a, None)?, moment(b, None)?)
        }
        (SetKind::OneMember, [SetElement::OnOrBefore(a)]) => open(Form::By, moment(a, None)?),
        (SetKind::OneMember, [SetElement::OnOrAfter(a)]) => not_before(&moment(a, None)?),
        _ => Err(Refusal::new(
            "edtf-set",
            "a set of dates is neither one moment nor one span",
            "write an event for each date, or \"between 1667 and 1672\"",
        )),
    }
}

fn open(form: fn(Box<Moment>) -> Form, moment: Moment) -> Result<Moment, Refusal> {
    Moment::new(form(moment.into()), Marks::default())
}

/// On that date or later: after the day before it.
fn not_before(moment: &Moment) -> Result<Moment, Refusal> {
    let day = moment.earliest().unwrap_or(Day::from_days(0)).plus_days(-1);
    let before = Moment::new(Form::Day { day, time: None }, moment.marks())?;
    open(Form::After, before)
}

impl Moment {
    /// The date as EDTF, where EDTF can say it.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let marks = self.marks();
        let suffix = match (marks.uncertain, marks.circa || marks.spread.is_some()) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        };
        let plain = marks == Marks::default();
        let four = |year: &i64| (-9999..=9999).contains(year);
        Some(match self.form() {
            Form::Day { day, .. } => {
                let civil = day.civil();
                four(&civil.year).then(|| civil.iso() + suffix)?
            }
            Form::Whole(Stretch::Month { year, month }) => {
                four(year).then(|| format!("{}-{month:02}{suffix}", year4(*year)))?
            }
            Form::Whole(Stretch::Year(year)) if four(year) => year4(*year) + suffix,
            Form::Whole(Stretch::Year(year)) => format!("Y{year}{suffix}"),
            Form::Whole(Stretch::Run {
                size: Size::Decade,
                n,
                era: Era::Ce,
            })
            | Form::Masked(Size::Decade, n) => {
                four(n).then(|| format!("{:03}X{suffix}", n / 10))?
            }
            Form::Masked(_, first) => format!("{:02}XX{suffix}", first / 100),
            Form::Season(season, year) => {
                let code = match season {
                    Season::Spring => 21,
                    Season::Summer => 22,
                    Season::Autumn => 23,
                    Season::Winter => 24,
                };
                four(year).then(|| format!("{}-{code}{suffix}", year4(*year)))?
            }
            Form::Quarter(n, year) => {
                four(year).then(|| format!("{}-{}{suffix}", year4(*year), 32 + n))?
            }
            Form::Half(n, year) => {
                four(year).then(|| format!("{}-{}{suffix}", year4(*year), 39 + n))?
            }
            Form::Part(_, Stretch::Run { size, .. }) if plain && *size != Size::Decade => {
                let (a, b) = (self.earliest()?.civil().year, self.latest()?.civil().year);
                (four(&a) && four(&b)).then(|| format!("{}/{}", year4(a), year4(b)))?
            }
            Form::Between(a, b) if is_plain(a) && a.precision() == b.precision() => {
                format!("[{}..{}]", a.edtf()?, b.edtf().filter(|_| is_plain(b))?)
            }
            Form::By(a) => format!("../{}", a.edtf().filter(|t| !t.contains(['/', '[']))?),
            _ => return None,
        })
    }
}

/// Whether a set may hold it: a plain year, month or day.
fn is_plain(moment: &Moment) -> bool {
    moment.marks() == Marks::default()
        && moment.precision() <= Precision::Year
        && matches!(moment.form(), Form::Day { .. } | Form::Whole(_))
}

fn year4(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

impl When {
    /// The date as EDTF, where EDTF can say it; an interval for a span.
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let end = |moment: &Option<Moment>| match moment {
            Some(moment) => moment.edtf().filter(|t| !t.contains(['/', '['])),
            None => Some("..".into()),
        };
        match self {
            Self::Moment(moment) => moment.edtf(),
            Self::Span { start, end: last } => Some(format!("{}/{}", end(start)?, end(last)?)),
        }
    }
}
