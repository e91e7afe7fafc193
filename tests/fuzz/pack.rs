//! Any text as a pack: read with findings, never a panic; every finding points into the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quizline::pack;

fuzz_target!(|text: &str| {
    drop(pack::head(text));
    let reading = pack::read(text, "fuzz");
    for finding in &reading.diagnostics {
        assert!(
            text.get(finding.span.clone()).is_some(),
            "{finding:?} points beside the text"
        );
    }
    if let Some(pack) = reading.pack {
        for question in &pack.questions {
            assert!(!pack::content(question, &pack.language).is_empty());
        }
    }
});
