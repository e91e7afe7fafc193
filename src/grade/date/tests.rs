//! Tables and a property of grading dates.

use proptest::prelude::{prop_assert, proptest};

use super::{AskAgain, Precision, Reason, Tolerance, When, grade_date, wanted};
use crate::date::{Unit, read_length};

fn tolerance(text: &str) -> Option<Tolerance> {
    read_length(text).map(|(count, unit)| Tolerance::Length { count, unit })
}

/// Credit and distance; `again: ..` when it is asked again.
fn graded(key: &str, precision: Option<Precision>, within: &str, response: &str) -> String {
    let key = When::read(key).unwrap();
    let own = key.start().unwrap().precision();
    let verdict = grade_date(
        &key,
        precision.unwrap_or(own),
        tolerance(within),
        false,
        response,
    );
    match verdict {
        Ok(verdict) => {
            let Reason::Date { off, .. } = verdict.reason else {
                panic!("another reason");
            };
            let credit = verdict.credit.unwrap().thousandths();
            off.map_or(credit.to_string(), |off| format!("{credit}, off by {off}"))
        }
        Err(AskAgain { help, .. }) => format!("again: {}", help.unwrap()),
    }
}

#[test]
fn a_date_is_right_at_the_precision_that_is_asked_for() {
    use Precision::{Century, Decade, Month, Year};
    for (key, precision, response, want) in [
        ("1957-10-04", None, "Oct. 4, 1957", "1000"),
        ("1957-10-04", None, "5 October 1957", "0, off by 1 day"),
        ("1957-10-04", None, "October 1957", "again: give a day"),
        (
            "1957-10-04",
            None,
            "between 1 October 1957 and 9 October 1957",
            "again: give a day",
        ),
        ("1957-10-04", Some(Year), "1957", "1000"),
        ("1957-10-04", Some(Year), "31 December 1957", "1000"),
        ("1957-10-04", Some(Year), "1958", "0, off by 1 year"),
        ("1957-10-04", Some(Year), "1950s", "again: give a year"),
        (
            "1957-10-04",
            Some(Year),
            "before 1960",
            "again: give a year",
        ),
        ("1957-10-04", Some(Month), "October 1957", "1000"),
        (
            "1957-10-04",
            Some(Month),
            "December 1959",
            "0, off by 2 years",
        ),
        ("1957-10-04", Some(Decade), "1950s", "1000"),
        ("1957-10-04", Some(Century), "20th century", "1000"),
        ("1957-10-04", Some(Century), "1900-1999", "1000"),
        (
            "1957-10-04",
            Some(Century),
            "19th century",
            "0, off by 100 years",
        ),
        ("150s BCE", None, "155 BCE", "1000"),
        ("150s BCE", None, "150s CE", "0, off by 310 years"),
        ("44 BCE", None, "44 CE", "0, off by 87 years"),
        (
            "44 BCE",
            None,
            "44",
            "again: write 79 CE or BCE, or a four-digit year",
        ),
        ("c. 1957", None, "1958", "1000"),
        ("c. 1957", None, "1959", "0, off by 1 year"),
        ("c. 1200 BCE", None, "1160 BCE", "1000"),
        ("late 2023", None, "December 2023", "1000"),
        ("late 2023", None, "autumn 2023", "1000"),
        (
            "late 2023",
            None,
            "2023",
            "again: give early, mid or late in a year",
        ),
        ("1957", Some(Precision::Day), "1957", "1000"),
        ("1957..1969", None, "1957", "1000"),
        ("1957..1969", None, "1957 to 1969", "1000"),
        ("1957..1969", None, "1957 to 1970", "1000"),
        ("1957..1969", None, "1958", "0, off by 1 year"),
        ("1957", None, "1957..1969", "again: give a year"),
        ("66 Ma", None, "66 million years ago", "1000"),
        ("66 Ma", None, "65 Ma", "0, off by 500,000 years"),
        ("66 Ma", None, "66.04 Ma", "1000"),
        ("between 1957 and 1969", None, "1960", "1000"),
        (
            "between 1957 and 1969",
            None,
            "20th century",
            "again: give a date",
        ),
        ("before 1917", None, "before 1917", "1000"),
        ("before 1917", None, "1918", "0, off by 1 year"),
        ("1957", None, "yesterday", "again: write the date itself"),
        (
            "1985",
            None,
            "12/04/1985",
            "again: day and month could be swapped; write 1985-04-12 or 12 April 1985",
        ),
    ] {
        assert_eq!(
            graded(key, precision, "", response),
            want,
            "{key}: {response}"
        );
    }
}

#[test]
fn with_a_tolerance_credit_falls_to_half_there_and_to_none_far_off() {
    for (key, within, response, want) in [
        ("1957", "5 years", "1957", "1000"),
        ("1957", "5 years", "1962", "500, off by 5 years"),
        ("1957", "5 years", "1952", "500, off by 5 years"),
        ("1957", "5 years", "1958", "973, off by 1 year"),
        ("1957", "5 years", "1968", "0, off by 11 years"),
        ("1957", "5 years", "October 1958", "973, off by 1 year"),
        ("1957", "5 years", "1950s", "again: give a year"),
        ("1957", "6 months", "1957", "1000"),
        ("c. 1957", "5 years", "1958", "1000"),
        ("1950s", "5 years", "1950s", "1000"),
        ("1950s", "5 years", "1960s", "63, off by 10 years"),
        ("1957-10-04", "10 days", "1957-10-05", "993, off by 1 day"),
        ("1957-10-04", "50 years", "1957-10-05", "999, off by 1 day"),
        ("late 2023", "1 year", "January 2025", "500, off by 1 year"),
        (
            "66 Ma",
            "5 million years",
            "70 Ma",
            "712, off by 3.5 million years",
        ),
        ("1957", "2 months", "1958", "0, off by 1 year"),
    ] {
        assert_eq!(
            graded(key, None, within, response),
            want,
            "{key}: {response}"
        );
    }
}

#[test]
fn the_study_table_of_scores_comes_out() {
    // TIMELINE 3: h = 6.8 years.
    for (off, hundredths) in [
        (0, 100),
        (1, 99),
        (2, 94),
        (3, 87),
        (5, 69),
        (7, 48),
        (10, 22),
        (15, 0),
    ] {
        let key = When::from_year(1957).unwrap();
        let h = Tolerance::Length {
            count: 6.8,
            unit: Unit::Year,
        };
        let response = (1957 + off).to_string();
        let verdict = grade_date(&key, Precision::Year, Some(h), false, &response).unwrap();
        let credit = verdict.credit.unwrap().thousandths();
        assert_eq!((credit + 5) / 10, hundredths, "{off}");
    }
}

#[test]
fn a_span_can_be_asked_for_by_its_end() {
    let key = When::read("1957..1969").unwrap();
    let graded = |response| {
        let verdict = grade_date(&key, Precision::Year, None, true, response).unwrap();
        verdict.credit.unwrap().thousandths()
    };
    assert_eq!(
        [graded("1969"), graded("1957"), graded("1950..1969")],
        [1000, 0, 1000]
    );
}

#[test]
fn the_prompt_names_the_unit() {
    assert_eq!(wanted(Precision::Year), "a year");
}

proptest! {
    #[test]
    fn the_key_earns_full_credit_however_it_is_asked(
        key in "(c\\. )?(early |late )?(1957|October 1957|44 BCE|1950s|3rd century BCE|66 Ma|1957\\.\\.1969|summer 1957|Q3 2023|between 1957 and 1969|before 1917|1957-10-04)\\??",
        precision in 0..6_usize,
        years in 0..50_u8,
        end in proptest::bool::ANY,
    ) {
        if let Ok(key) = When::read(&key) {
            let h = Tolerance::Length { count: f64::from(years), unit: Unit::Year };
            for h in [None, Some(h)] {
                let verdict = grade_date(&key, Precision::ASKED[precision], h, end, &key.to_string());
                prop_assert!(verdict.is_ok_and(|v| v.credit == Some(super::Credit::FULL)), "{}", key);
            }
        }
    }
}

#[test]
fn by_age_the_same_ratio_is_worth_the_same_however_long_ago() {
    let from = crate::date::Day::new(2025, 1, 1).unwrap();
    let graded = |key: &str, response: &str| {
        let key = When::read(key).unwrap();
        let h = Tolerance::Age { orders: 1.0, from };
        let own = key.start().unwrap().precision();
        let verdict = grade_date(&key, own, Some(h), false, response).unwrap();
        verdict.credit.unwrap().thousandths()
    };
    for (key, response, credits) in [
        ("66 Ma", "66 Ma", 1000..=1000),
        ("66 Ma", "66.4 million years ago", 1000..=1000),
        ("66 Ma", "660 Ma", 490..=510),
        ("66 Ma", "6.6 Ma", 490..=510),
        ("66 Ma", "6 ka", 0..=0),
        // Nobody gets far with the day before yesterday.
        ("13.8 Ga", "2024", 0..=0),
        ("13.8 Ga", "1 Ga", 400..=420),
        ("8000 BCE", "100000 BCE", 490..=520),
        ("8000 BCE", "7999 BCE", 999..=999),
        // The future is as young as can be.
        ("1957", "2050", 80..=120),
    ] {
        let credit = graded(key, response);
        assert!(credits.contains(&credit), "{response} for {key}: {credit}");
    }
}
