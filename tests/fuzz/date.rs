//! Any text as a date: read or refused, never a panic; what was read says the same when its display is read again.
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
            let shown = when.to_string();
            let again = When::read(&shown).expect("a date's own display can be read");
            assert_eq!(when, again, "{text:?} is shown as {shown:?}");
            drop(when.json());
        }
        Err(refusal) => assert!(
            !refusal.to_string().is_empty(),
            "{text:?} is refused in silence"
        ),
    }
});
