//! Dates of figures only (`25.12.1957`, `1957-10`, `2023-24`): read where they read one way, else refused with both.

use super::{
    form::Form,
    refusal::Refusal,
    stretch::{Era, Season, Stretch},
    when::day_form,
    words::{MONTHS, month_name},
};

/// The astronomical year of written digits.
///
/// # Errors
/// Year 0; without an era, a year of fewer or more than four digits.
pub(super) fn year(digits: &str, era: Option<Era>) -> Result<i64, Refusal> {
    let n: i64 = digits.parse().map_err(|_| Refusal::year_out_of_range())?;
    match era {
        _ if n == 0 && (era.is_some() || digits.len() == 4) => Err(Refusal::year_zero()),
        Some(era) => Ok(era.year(n)),
        None => match digits.len() {
            4 => Ok(n),
            0..4 => Err(Refusal::bare_short_year()),
            _ => Err(Refusal::year_too_large()),
        },
    }
}

/// Three numbers with the same mark between them.
pub(super) fn three(parts: &[String; 3], mark: char, era: Option<Era>) -> Result<Form, Refusal> {
    let [a, b, c] = parts;
    let short = |text: &str| -> Result<u8, Refusal> {
        let fits = (1..=2).contains(&text.len());
        fits.then(|| text.parse().ok())
            .flatten()
            .ok_or_else(Refusal::unreadable)
    };
    if a.len() == 4 {
        let (month, day) = (short(b)?, short(c)?);
        return day_form(year(a, era)?, month, day, None);
    }
    let (first, second) = (short(a)?, short(b)?);
    if mark == '-' && c.len() < 4 && era.is_none() {
        return Err(Refusal::bare_short_year());
    }
    let year = year(c, era)?;
    match (first, second) {
        (day, month) if month <= 12 && (day > 12 || day == month) => {
            day_form(year, month, day, None)
        }
        (month, day) if month <= 12 && day > 12 => day_form(year, month, day, None),
        (day @ 1..=12, month @ 1..=12) => {
            let iso = format!("{c:0>4}-{month:02}-{day:02}");
            let words = super::display::month_and_year(year, month_name(month));
            let either = match era {
                Some(_) => format!("{day} {words}"),
                None => format!("{iso} or {day} {words}"),
            };
            Err(Refusal::new(
                "ambiguous-numeric",
                "day and month cannot be told apart",
                format!("day and month could be swapped; write {either}"),
            ))
        }
        _ => Err(Refusal::month_out_of_range()),
    }
}

/// Four digits, a hyphen, one or two digits: a month, or a doubt.
pub(super) fn year_and_two(digits: &str, two: &str, era: Option<Era>) -> Result<Form, Refusal> {
    let year = year(digits, era)?;
    let n: u8 = two.parse().map_err(|_| Refusal::unreadable())?;
    if era.is_none() && two.len() == 2 && (1..=12).contains(&n) {
        return Ok(Form::Whole(Stretch::Month { year, month: n }));
    }
    if era.is_some() || two.len() == 1 {
        return Err(ambiguous(format!(
            "write \"{}\" or the two years in full",
            super::display::month_and_year(year, MONTHS[usize::from(n.clamp(1, 12)) - 1])
        )));
    }
    Err(short_range(year, two))
}

/// `1914-18`, `2023-24`, `1957-21`: a short range, a season code of EDTF, or no month at all.
pub(super) fn short_range(year: i64, two: &str) -> Refusal {
    let n: i64 = two.parse().unwrap_or(0);
    let season = match n {
        21 => Some("spring"),
        22 => Some("summer"),
        23 => Some("autumn"),
        24 => Some("winter"),
        _ => None,
    };
    let later = n > year.rem_euclid(100) && two.len() <= 2 && year > 0;
    let range = later.then(|| format!("\"{year:04}..{:04}\"", year - year % 100 + n));
    let season = season.map(|s| format!("\"{}\"", super::display::month_and_year(year, s)));
    match (range, season) {
        (Some(a), Some(b)) => ambiguous(format!("write {a} or {b}")),
        (Some(a), None) | (None, Some(a)) => ambiguous(format!("write {a}")),
        (None, None) => Refusal::month_out_of_range(),
    }
}

fn ambiguous(help: String) -> Refusal {
    Refusal::new(
        "ambiguous-short-range",
        "two figures after a year could be a month, a later year or a season",
        help,
    )
}

/// `winter 2023-24`: the winter of two years that follow each other.
pub(super) fn winter(digits: &str, two: &str) -> Option<Result<Form, Refusal>> {
    let first: i64 = digits.parse().ok()?;
    let last: i64 = two.parse().ok()?;
    (two.len() == 2 && (first + 1) % 100 == last)
        .then(|| year(digits, None).map(|year| Form::Season(Season::Winter, year)))
}

/// `10/1957`.
pub(super) fn month_slash_year(
    month: &str,
    digits: &str,
    era: Option<Era>,
) -> Result<Form, Refusal> {
    let month = month.parse().map_err(|_| Refusal::unreadable())?;
    if !(1..=12).contains(&month) {
        return Err(Refusal::month_out_of_range());
    }
    let year = year(digits, era)?;
    Ok(Form::Whole(Stretch::Month { year, month }))
}
