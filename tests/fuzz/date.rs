//! Any text as a date: read or refused, never a panic; its display and its EDTF, where they can
//! be read again, name the same days.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizline::date::{When, definitely_before, true_order};

fuzz_target!(|text: &str| {
    match When::read(text) {
        Ok(when) => {
            for moment in when.moments() {
                if let (Some(earliest), Some(latest)) = (moment.earliest(), moment.latest()) {
                    assert!(earliest <= latest, "{text:?} ends before it begins");
                }
            }
            assert!(
                !definitely_before(&when, &when),
                "{text:?} is before itself"
            );
            assert!(true_order(&when, &when).is_none_or(|order| order.is_eq()));
            let days = |when: &When| {
                let first = when.start().and_then(|moment| moment.earliest());
                let last = when.end().and_then(|moment| moment.latest());
                (first, last)
            };
            for written in std::iter::once(when.to_string()).chain(when.edtf()) {
                assert!(!written.is_empty(), "{text:?} is shown as nothing");
                if let Ok(again) = When::read(&written) {
                    assert_eq!(days(&when), days(&again), "{text:?} is written {written:?}");
                }
            }
            drop(when.json());
        }
        Err(refusal) => assert!(
            !refusal.to_string().is_empty(),
            "{text:?} is refused in silence"
        ),
    }
});
