//! Properties of reading, showing and ordering dates.

use proptest::prelude::{
    BoxedStrategy, Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::{When, definitely_before, refuse_unquoted};

/// Dates of all forms, as people write them.
/// They are boxed: nested as they are, their values would not fit the stack of a test.
pub(crate) fn written() -> BoxedStrategy<String> {
    let era = prop_oneof![Just(" BCE"), Just(" CE")];
    let year = prop_oneof![
        (1000..=9999_i64).prop_map(|y| y.to_string()),
        (1..=200_000_i64, era.clone()).prop_map(|(y, era)| format!("{y}{era}")),
    ]
    .boxed();
    let month = (0..12_usize).prop_map(|m| super::words::MONTHS[m]);
    let part = prop_oneof![Just("early "), Just("mid "), Just("late ")];
    let stretch = prop_oneof![
        year.clone(),
        (month.clone(), year.clone()).prop_map(|(m, y)| format!("{m} {y}")),
        (100..=999_i64)
            .prop_filter("no hundreds", |n| n % 10 != 0)
            .prop_map(|n| format!("{n}0s")),
        (1..=40_i64, era).prop_map(|(n, era)| format!("{} century{era}", super::words::ordinal(n))),
        (1..=9_i64).prop_map(|n| format!("{} millennium BCE", super::words::ordinal(n))),
    ]
    .boxed();
    let deep = (
        1..=9_999_u32,
        0..=2_usize,
        prop_oneof![Just("ka"), Just("Ma")],
    )
        .prop_map(|(n, decimals, unit)| {
            format!(
                "{:.decimals$} {unit}",
                f64::from(n) / 10.0_f64.powi(i32::try_from(decimals).unwrap())
            )
        });
    let core = prop_oneof![
        4 => stretch.clone(),
        2 => (part, stretch.clone()).prop_map(|(p, s)| format!("{p}{s}")),
        2 => (1..=28_u8, month, year.clone()).prop_map(|(d, m, y)| format!("{d} {m} {y}")),
        1 => (1..=4_u8, year.clone()).prop_map(|(q, y)| format!("Q{q} {y}")),
        1 => (prop_oneof![Just("spring"), Just("winter"), Just("H1"), Just("H2")], year)
            .prop_map(|(s, y)| format!("{s} {y}")),
        1 => deep,
    ]
    .boxed();
    let marks = (prop_oneof![2 => Just(""), 1 => Just("c. ")], core, prop_oneof![4 => Just(String::new()), 1 => (1..=20_000_u32).prop_map(|n| format!(" ± {n}"))], prop_oneof![4 => Just(""), 1 => Just("?")])
        .prop_map(|(c, core, spread, q)| format!("{c}{core}{spread}{q}"))
        .boxed();
    let open = prop_oneof![Just("before "), Just("after "), Just("by ")];
    prop_oneof![
        6 => marks.clone(),
        1 => (open, marks.clone()).prop_map(|(o, m)| format!("{o}{m}")),
        1 => (marks.clone(), marks.clone()).prop_map(|(a, b)| format!("between {a} and {b}")),
        2 => (marks.clone(), marks.clone()).prop_map(|(a, b)| format!("{a}..{b}")),
        1 => marks.prop_map(|a| format!("{a} – present")),
    ]
    .boxed()
}

fn dates() -> impl Strategy<Value = When> {
    written().prop_filter_map("readable", |text| When::read(&text).ok())
}

proptest! {
    #[test]
    fn what_is_written_is_read_unless_reversed(text in written()) {
        if let Err(refusal) = When::read(&text) {
            prop_assert!(["reversed", "ambiguous-decade"].contains(&refusal.code), "{text}: {refusal:?}");
        }
    }

    #[test]
    fn the_normal_form_reads_as_the_same_date(when in dates()) {
        for shown in [when.to_string(), when.compact().to_string()] {
            let again = When::read(&shown);
            prop_assert_eq!(again.as_ref(), Ok(&when), "{}", shown);
        }
    }

    #[test]
    fn what_edtf_can_say_edtf_core_accepts(when in dates()) {
        if let Some(edtf) = when.edtf() {
            prop_assert!(edtf_core::Edtf::parse(&edtf).is_ok(), "{}: {}", when, edtf);
        }
    }

    #[test]
    fn the_earliest_day_is_not_after_the_latest(when in dates()) {
        for moment in when.moments() {
            for (a, b) in [(moment.earliest(), moment.latest()), moment.padded()] {
                if let (Some(a), Some(b)) = (a, b) {
                    prop_assert!(a <= b, "{}", when);
                }
            }
        }
    }

    #[test]
    fn the_definite_order_is_a_strict_partial_order(a in dates(), b in dates(), c in dates()) {
        prop_assert!(!definitely_before(&a, &a));
        prop_assert!(!(definitely_before(&a, &b) && definitely_before(&b, &a)));
        if definitely_before(&a, &b) && definitely_before(&b, &c) {
            prop_assert!(definitely_before(&a, &c), "{} {} {}", a, b, c);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
        let _ = When::read(&text);
        let _ = refuse_unquoted(&text);
    }

    #[test]
    fn no_likely_text_makes_the_reader_panic(text in "([0-9]{1,12}|[-–./:,~?%±X\\[\\] ]|st|th|s|c\\.|BCE|AD|Ma|Oct|late|Q|H|to|century|between|and|ago|years|before){0,9}") {
        if let Ok(when) = When::read(&text) {
            prop_assert!(!when.json().display.is_empty());
            let _ = (when.list_key(), when.edtf());
        }
        let _ = refuse_unquoted(&text);
    }
}
