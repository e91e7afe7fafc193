//! Tables of reading, showing and ordering dates.

use std::cmp::Ordering;

use super::{Precision, Refusal, Time, When, refuse_unquoted, true_order};

/// What `when = ..` of a pack reads as: TOML natives by their constructors, strings by the reader, and what TOML
/// cannot parse by its text.
fn from_toml(line: &str) -> Result<When, Refusal> {
    let raw = line.split_once('=').unwrap().1.trim();
    let Ok(table) = line.parse::<toml::Table>() else {
        return Err(refuse_unquoted(raw).unwrap());
    };
    match &table["when"] {
        toml::Value::Integer(year) => When::from_year(*year),
        toml::Value::String(text) => When::read(text),
        toml::Value::Datetime(at) => {
            let date = at.date.ok_or_else(When::refuse_time)?;
            let time = at.time.map(|t| Time {
                hour: t.hour,
                minute: t.minute,
                second: t.second,
            });
            When::from_date(i64::from(date.year), date.month, date.day, time)
        }
        other => panic!("{other}"),
    }
}

#[test]
fn every_case_of_the_shared_table_reads_as_it_says() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/fixtures/timeline/own/when-cases.json"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        skipped(path);
        return;
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    for row in &rows {
        let line = row["toml"].as_str().unwrap();
        match from_toml(line) {
            Ok(when) => {
                let json = serde_json::to_value(when.json()).unwrap();
                differences(line, &row["ok"], &json, &mut wrong);
            }
            Err(refusal) => {
                let want = (row["error"].as_str(), row["help"].as_str());
                if want != (Some(refusal.code), Some(&refusal.help)) {
                    wrong.push(format!("{line}: {refusal:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Bounds as edtf-core gives them; where EDTF says more than a moment or a span can hold, a refusal and never a guess.
#[test]
fn the_examples_of_the_library_of_congress_keep_their_bounds() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/fixtures/timeline/edtf/loc-bounds-edtf-core-1.2.3.tsv"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        return skipped(path);
    };
    for row in text.lines().filter(|row| !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        match When::read(fields[0]) {
            Ok(when) => {
                let json = when.json();
                for (want, got) in [(fields[2], json.earliest), (fields[3], json.latest)] {
                    // The table writes two signs before far years, whatever their era.
                    let want = want.strip_prefix("--").unwrap_or(want);
                    let open = want.ends_with("inf") || want == "unknown";
                    assert_eq!(got.as_deref(), (!open).then_some(want), "{row}");
                }
            }
            Err(refusal) => assert!(
                [
                    "edtf-set",
                    "edtf-no-year",
                    "unknown-end",
                    "ambiguous-short-range"
                ]
                .contains(&refusal.code),
                "{row}: {refusal:?}"
            ),
        }
    }
}

#[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
fn skipped(path: &str) {
    eprintln!("skipped: {path} is not there");
}

/// Notes every wanted field that is another one here.
fn differences(
    line: &str,
    want: &serde_json::Value,
    got: &serde_json::Value,
    wrong: &mut Vec<String>,
) {
    let Some(fields) = want.as_object() else {
        wrong.push(format!("{line}: should be refused, is {got}"));
        return;
    };
    for (name, value) in fields {
        if value.is_object() {
            differences(line, value, &got[name], wrong);
        } else if value != &got[name] {
            wrong.push(format!(
                "{line}: {name} should be {value}, is {}",
                got[name]
            ));
        }
    }
}

#[test]
fn keys_when_and_until_make_a_span() {
    let year = |y| When::from_year(y).unwrap();
    let span = year(1957).until(Some(year(1969))).unwrap();
    assert_eq!(span, When::read("1957..1969").unwrap());
    let lasts = year(1957).until(None).unwrap();
    assert_eq!(lasts, When::read("1957..present").unwrap());
    assert_eq!(
        year(1969).until(Some(year(1957))).unwrap_err().code,
        "reversed"
    );
    assert_eq!(span.until(None).unwrap_err().code, "span-in-until");
}

#[test]
fn narrow_columns_get_short_months() {
    for (text, compact) in [
        ("4 October 1957", "4 Oct 1957"),
        ("c. October 1957", "c. Oct 1957"),
        ("late July 2023", "late Jul 2023"),
        ("1957-10-04..1958-01-04", "4 Oct 1957 – 4 Jan 1958"),
        ("44 BCE", "44 BCE"),
    ] {
        assert_eq!(When::read(text).unwrap().compact().to_string(), compact);
    }
}

#[test]
fn the_truth_is_left_open_where_dates_overlap() {
    use Ordering::{Greater, Less};
    for (a, b, order) in [
        ("1957-10-04", "1958", Some(Less)),
        ("1957-10-04", "1957", None),
        ("1957", "1957", None),
        ("1958", "1957", Some(Greater)),
        ("c. 1957", "1958", None),
        ("c. 1957", "1959", Some(Less)),
        ("c. 1200 BCE", "1160 BCE", None),
        ("c. 1200 BCE", "1149 BCE", Some(Less)),
        ("late 2023", "January 2024", None),
        ("late 2023", "February 2024", Some(Less)),
        ("before 1917", "1917", Some(Less)),
        ("before 1917", "1900", None),
        ("1950..1990", "1960", Some(Less)),
        ("..1950", "1951", Some(Less)),
        ("..1950", "1949", None),
        ("66 Ma", "10,000 BCE", Some(Less)),
        ("44 BCE", "44 CE", Some(Less)),
    ] {
        let (a, b) = (When::read(a).unwrap(), When::read(b).unwrap());
        assert_eq!(true_order(&a, &b), order, "{a} {b}");
    }
}

#[test]
fn a_list_puts_a_bare_year_before_its_days() {
    let sorted = [
        "..1900",
        "66 Ma",
        "44 BCE",
        "1950s",
        "1957",
        "1957-10",
        "1957-10-04",
        "1957-10-04 19:28",
        "1957-10-05",
        "1958",
        "1958..1960",
    ];
    let mut dates: Vec<When> = sorted
        .iter()
        .rev()
        .map(|t| When::read(t).unwrap())
        .collect();
    dates.sort_by_key(When::list_key);
    let shown: Vec<String> = dates.iter().map(When::to_string).collect();
    let want: Vec<String> = sorted
        .iter()
        .map(|t| When::read(t).unwrap().to_string())
        .collect();
    assert_eq!(shown, want);
}

#[test]
fn precisions_are_ordered_from_fine_to_coarse() {
    assert!(Precision::Day < Precision::Month && Precision::Month < Precision::Year);
    assert!(Precision::Half < Precision::Year && Precision::Deep < Precision::Open);
}
