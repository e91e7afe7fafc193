//! Dates that a TOML file has without quotes and TOML cannot read, or reads as something else: what an author meets
//! first, in an author's words. Knows the forms, not TOML's grammar.

use super::{refusal::Refusal, when::When, words::month_name};

/// Why a bare value of `when` is no date, if it was meant as one. `raw` is the value as it stands in the file, without
/// the comment behind it.
#[must_use]
pub fn refuse_unquoted(raw: &str) -> Option<Refusal> {
    let raw = raw.trim();
    if let Ok(number) = raw.replace('_', "").parse::<i64>() {
        return When::from_year(number).err();
    }
    if let Some(refusal) = figures(raw) {
        return Some(refusal);
    }
    if is_native(raw) || raw.starts_with(['[', '{', '"', '\'']) {
        return None;
    }
    let quoted = |what: &str, code| {
        let help = if raw.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            format!("write \"{raw}\" in quotes")
        } else {
            "put the date in quotes".to_owned()
        };
        Refusal::new(code, what, help)
    };
    let month = "TOML has no month type";
    match When::read(raw) {
        Ok(When::Span { .. }) => Some(quoted("a span needs quotes", "toml-range-needs-quotes")),
        Ok(When::Moment(_)) if raw.len() == 7 && raw.as_bytes().get(4) == Some(&b'-') => {
            let mut refusal = quoted("a month needs quotes", "toml-month-needs-quotes");
            refusal.help = format!("{month}: {}", refusal.help);
            Some(refusal)
        }
        Ok(When::Moment(_)) => Some(Refusal::new(
            "toml-needs-quotes",
            "a date in words needs quotes",
            "put the date in quotes",
        )),
        Err(refusal) => (!refusal.is_unreadable()).then_some(refusal),
    }
}

/// Figures that TOML reads, or nearly: `-43-03-15`, `0000-01-01`, `19:28:34`, `2023-02-30`.
fn figures(raw: &str) -> Option<Refusal> {
    let only = |text: &str, extra: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || extra.contains(c))
    };
    if raw.contains(':') && only(raw, ":.") {
        return Some(Refusal::time_without_date());
    }
    let (negative, rest) = match raw.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, raw),
    };
    let date = rest.split(['T', 't', ' ']).next().unwrap_or(rest);
    if !only(date, "-") {
        return None;
    }
    let parts: Vec<&str> = date.split('-').collect();
    let number = |at: usize| parts.get(at).and_then(|p| p.parse::<u32>().ok());
    let small = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
    match (number(0)?, number(1), number(2), parts.len()) {
        (year, Some(month @ 1..=12), day, 2 | 3) if negative && year < 100_000 => {
            let day = day.map_or(String::new(), |d| format!("{d} "));
            let month = month_name(small(month));
            let bce = year + 1;
            Some(Refusal::negative_year(format!(
                "write \"{day}{month} {bce} BCE\""
            )))
        }
        (0, _, _, 2 | 3) if !negative && parts[0].len() == 4 => Some(Refusal::native_year_zero()),
        (year, Some(month), Some(day), 3) if !negative && parts[0].len() == 4 => {
            When::from_date(i64::from(year), small(month), small(day), None).err()
        }
        _ => None,
    }
}

/// Whether it is a date, or a date and a time, that TOML reads.
fn is_native(raw: &str) -> bool {
    let (Some(date), Some(rest)) = (raw.get(..10), raw.get(10..)) else {
        return false;
    };
    let shape = date.bytes().enumerate().all(|(i, b)| match i {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    let time = rest.strip_prefix(['T', 't', ' ']);
    let time = time.is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()));
    shape && (rest.is_empty() || time)
}

/// Whether the text of an `until` means that the span lasts: `present`, `now`, `today`, `ongoing`.
#[must_use]
pub fn reads_as_present(text: &str) -> bool {
    super::span::is_present(&text.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::refuse_unquoted;

    #[test]
    fn what_toml_stumbles_over_is_told_in_an_authors_words() {
        for (raw, code, help) in [
            (
                "1957-10",
                "toml-month-needs-quotes",
                "TOML has no month type: write \"1957-10\" in quotes",
            ),
            ("late 2023", "toml-needs-quotes", "put the date in quotes"),
            (
                "1957..1969",
                "toml-range-needs-quotes",
                "write \"1957..1969\" in quotes",
            ),
            (
                "1957/1969",
                "toml-range-needs-quotes",
                "write \"1957/1969\" in quotes",
            ),
            (
                "-44",
                "negative-year",
                "write \"44 BCE\" (or EDTF \"-0043\")",
            ),
            ("-43-03-15", "negative-year", "write \"15 March 44 BCE\""),
            ("0", "year-zero", "there is no year 0; write \"1 BCE\""),
            (
                "0000-01-01",
                "year-zero",
                "there is no year 0; write \"1 BCE\"",
            ),
            (
                "12025",
                "year-too-large",
                "a bare number is a year from 1 to 9999",
            ),
            (
                "19:28:34",
                "time-without-date",
                "write the day before it: 1957-10-04 19:28",
            ),
            (
                "2023-02-30",
                "day-out-of-range",
                "February 2023 has 28 days",
            ),
            (
                "2023-13-01",
                "month-out-of-range",
                "months run from 1 to 12",
            ),
            (
                "2023-24",
                "ambiguous-short-range",
                "write \"2023..2024\" or \"winter 2023\"",
            ),
            ("c. 44 BCE", "toml-needs-quotes", "put the date in quotes"),
            (
                "yesterday",
                "relative-date",
                "a pack must read the same next year; write the date itself",
            ),
        ] {
            let refusal = refuse_unquoted(raw).unwrap();
            assert_eq!((refusal.code, refusal.help.as_str()), (code, help), "{raw}");
        }
    }

    #[test]
    fn what_is_no_date_or_reads_well_is_left_alone() {
        for raw in [
            "1957",
            "1957-10-04",
            "1957-10-04T19:28:00Z",
            "true",
            "[1957]",
            "{ from = 1957 }",
            "",
            "1.5",
            "nonsense",
            "\u{1b}[31m",
        ] {
            assert_eq!(refuse_unquoted(raw), None, "{raw}");
        }
    }
}
