//! Files made to do harm, or by mistake: each ends with clear findings and in bounded time and memory.

use std::fmt::Write as _;

use proptest::prelude::{ProptestConfig, any, prop, proptest};

use super::accepted::WHOLE;
use crate::pack::{QUESTION_LIMIT, SIZE_LIMIT, read, read_bytes};

fn codes(text: &str) -> Vec<&'static str> {
    read(text, "p")
        .diagnostics
        .iter()
        .map(|d| d.code.name)
        .collect()
}

#[test]
fn what_is_too_large_or_not_utf_8_is_named() {
    let reading = read(&" ".repeat(SIZE_LIMIT + 1), "p");
    assert_eq!(reading.diagnostics[0].code.name, "too-large");
    assert_eq!(reading.questions, None);
    let reading = read_bytes(b"format = 1\ntitle = \"\xff\"", "p");
    assert_eq!(reading.diagnostics[0].code.name, "not-utf-8");
    assert_eq!(reading.diagnostics[0].span, 20..20);
}

#[test]
fn more_questions_than_the_limit_are_left_out_and_named() {
    let one = "[[questions]]\nkind=\"true-false\"\nprompt=\"P\"\nanswer=true\n";
    let text = format!(
        "format=1\nid=\"p\"\ntitle=\"T\"\n{}",
        one.repeat(QUESTION_LIMIT + 1)
    );
    let reading = read(&text, "p");
    assert_eq!(reading.questions, Some(QUESTION_LIMIT + 1));
    assert_eq!(reading.left_out, 1);
    assert_eq!((reading.errors, reading.warnings), (1, QUESTION_LIMIT));
    assert_eq!(reading.diagnostics.len(), 1000);
}

#[test]
fn millions_of_syntax_errors_are_counted_and_not_kept() {
    let reading = read(&"x\n".repeat(1_500_000), "p");
    assert!(reading.errors >= 1_500_000);
    assert_eq!(reading.diagnostics.len(), 1000);
}

#[test]
fn no_nesting_overflows() {
    let headers = format!("[{}]\n", vec!["a"; 100_000].join("."));
    let keys = format!("{} = 1\n", vec!["a"; 100_000].join("."));
    for text in [
        "x = ".to_owned() + &"[".repeat(1_000_000),
        "x = ".to_owned() + &"{a=".repeat(300_000),
        "x = ".to_owned() + &"[{a=".repeat(300_000) + &"}]".repeat(300_000),
        "[".repeat(1_000_000),
        "x = ".to_owned() + &"{".repeat(500_000) + &"]".repeat(500_000),
        "x = [\n".to_owned() + &"a a a a, = = =".repeat(50_000),
        "]\n".repeat(100_000),
        headers,
        keys,
    ] {
        let found = codes(&text);
        assert!(!found.is_empty(), "{}", &text[..20]);
    }
    let deep = format!("x = {}1{}\n", "[".repeat(40), "]".repeat(40));
    let text = format!("format = 1\nid = \"p\"\ntitle = \"T\"\n{deep}");
    assert_eq!(
        codes(&text)
            .iter()
            .filter(|code| **code == "too-deep")
            .count(),
        1
    );
}

#[test]
fn many_keys_sets_and_events_take_no_squared_time() {
    let mut text = "format = 1\nid = \"p\"\ntitle = \"T\"\n[sets]\n".to_owned();
    for i in 0..50_000 {
        let _ = writeln!(text, "s{i} = [1, 2]");
    }
    for i in 0..20_000 {
        let _ = write!(
            text,
            "[[events]]\nid = \"e{i}\"\nwhen = 1969\ntitle = \"E\"\n"
        );
    }
    let reading = read(&text, "p");
    assert_eq!((reading.errors, reading.events), (0, Some(20_000)));
}

#[test]
fn sets_drawn_by_every_question_are_limited() {
    let members: Vec<String> = (0..2000).map(|i| format!("\"m{i}\"")).collect();
    let mut text = format!(
        "format = 1\nid = \"p\"\ntitle = \"T\"\n[sets]\ns = [{}]\n",
        members.join(",")
    );
    for i in 0..1000 {
        let _ = write!(
            text,
            "[[questions]]\nid = \"q{i}\"\nkind = \"choice\"\nprompt = \"P\"\nanswer = \"a\"\ndistractors = {{ set = \"s\", pick = 3 }}\n"
        );
    }
    let reading = read(&text, "p");
    assert_eq!(reading.left_out, 500);
    assert!(
        reading
            .diagnostics
            .iter()
            .all(|d| d.code.name == "too-large")
    );
}

#[test]
fn marks_and_line_breaks_of_other_systems_are_read() {
    for text in [format!("\u{feff}{WHOLE}"), WHOLE.replace('\n', "\r\n")] {
        let reading = read(&text, "p");
        assert!(reading.diagnostics.is_empty(), "{:#?}", reading.diagnostics);
        assert_eq!(reading.pack.unwrap().questions.len(), 15);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        let _ = read(&text, "p");
    }

    #[test]
    fn no_mutation_of_a_pack_makes_reading_panic_and_all_spans_lie_in_it(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, any::<prop::sample::Index>()), 1..6)
    ) {
        const PIECES: [&str; 16] = [
            "", "\"", "\n", "[", "]", "{", "}", "=", ",", "1957-10", "“", "\\", "[[questions]]\n", "\u{202e}", "= = ", "'''",
        ];
        let mut text = WHOLE.to_owned();
        for (at, length, piece) in cuts {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, PIECES[piece.index(PIECES.len())]);
        }
        let reading = read(&text, "p");
        for diagnostic in &reading.diagnostics {
            assert!(text.get(diagnostic.span.clone()).is_some(), "{diagnostic:?}");
            for edit in &diagnostic.fix {
                assert!(text.get(edit.span.clone()).is_some(), "{diagnostic:?}");
            }
        }
        for span in &reading.passages {
            assert!(text.get(span.clone()).is_some());
        }
    }
}
