//! What `check` shows, whole: and that no pack makes it panic or lets anything raw through.

use proptest::prelude::{ProptestConfig, any, prop, proptest};

use super::{Checked, Look, json, text};
use crate::{
    diagnostic::{Code, Diagnostic, Place, Severity},
    pack::{self, read},
};

const PLAIN: Look = Look {
    colour: false,
    width: 80,
};

fn checked<'a>(file: &str, source: &'a str, diagnostics: Vec<Diagnostic>) -> Checked<'a> {
    let errors = diagnostics
        .iter()
        .filter(|d| d.code.severity == Severity::Error)
        .count();
    Checked {
        file: file.to_owned(),
        source,
        article: None,
        id: Some("p".to_owned()),
        questions: Some(1),
        events: Some(0),
        warnings: diagnostics.len() - errors,
        errors,
        diagnostics,
    }
}

fn shown(source: &str) -> String {
    text(
        &checked("p.toml", source, read(source, "p").diagnostics),
        PLAIN,
    )
}

const PACK: &str = "format = 1\nid = \"p\"\ntitle = \"T\"\n\n[[questions]]\nid = \"q\"\nkind = \"choice\"\nprompt = \"漢字?\"\nanswer = \"漢\"\ndistractors = [\"字\", \"漢\"]\n";

#[test]
fn a_finding_looks_as_rustc_shows_it() {
    assert_eq!(
        shown(PACK),
        "\
error[answer-among-distractors]: `漢` is an answer and a distractor
  --> p.toml:10:21
   |
 9 | answer = \"漢\"
   |          ---- right here
10 | distractors = [\"字\", \"漢\"]
   |                      ^^^^ wrong here
   |
   = help: delete one of the two

p.toml: 1 error (1 question, 0 events)
"
    );
}

#[test]
fn places_far_apart_are_shown_without_what_lies_between() {
    let far = format!(
        "{}{}[[questions]]\nid = \"q\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
        PACK.replace("\"漢\"]", "\"x\"]"),
        "# nothing\n".repeat(1000)
    );
    let shown = shown(&far);
    assert!(shown.lines().count() < 20, "{shown}");
    assert!(
        shown.contains("p.toml:1012:6") && shown.contains("p.toml:6:6"),
        "{shown}"
    );
}

#[test]
fn a_long_line_is_cut_and_its_column_told_all_the_same() {
    let long = format!(
        "format = 1\nid = \"p\"\ntitle = \"{}\u{202e}{}\"\n",
        "ä".repeat(5000),
        "b".repeat(5000)
    );
    let shown = shown(&long);
    assert!(shown.contains("p.toml:3:5010"), "{shown}");
    assert!(
        shown.lines().all(|line| line.chars().count() < 260),
        "{shown}"
    );
}

#[test]
fn at_most_fifty_findings_are_shown_and_the_rest_is_counted() {
    let many = format!(
        "format = 1\nid = \"p\"\ntitle = \"T\"\n{}",
        "x y\n".repeat(70)
    );
    let shown = shown(&many);
    assert_eq!(shown.matches("error[").count(), 50);
    assert!(shown.contains("20 more findings not shown"), "{shown}");
    assert!(
        shown.ends_with("p.toml: 70 errors (1 question, 0 events)\n"),
        "{shown}"
    );
}

#[test]
fn json_has_the_promised_shape() {
    let source = PACK;
    let pack = checked("a\u{9b}.toml", source, read(source, "p").diagnostics);
    let json = json(&[pack]).unwrap();
    assert!(json.contains("a\\u009b.toml"));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let expected = serde_json::json!({
        "version": 1,
        "packs": [{
            "file": "a\u{9b}.toml", "id": "p", "questions": 1, "events": 0,
            "diagnostics": [{
                "code": "answer-among-distractors", "severity": "error",
                "message": "`漢` is an answer and a distractor", "file": "a\u{9b}.toml",
                "line": 10, "column": 21, "end_line": 10, "end_column": 24,
                "help": "delete one of the two", "fix": [],
            }],
        }],
        "errors": 1, "warnings": 0,
    });
    assert_eq!(value, expected);
}

#[test]
fn findings_in_the_article_name_its_file() {
    static CODE: Code = Code {
        name: "x",
        severity: Severity::Error,
        explanation: "",
    };
    let mut diagnostic = Diagnostic::new(&CODE, 4..5, "m");
    diagnostic.place = Place::Article;
    let mut pack = checked("p.toml", PACK, vec![diagnostic]);
    pack.article = Some(("p.md".to_owned(), "one\ntwo\n"));
    assert!(text(&pack, PLAIN).contains("p.md:2:1"));
    assert!(json(&[pack]).unwrap().contains("\"p.md\""));
}

/// Whether a terminal could be steered by a text.
fn is_raw(text: &str) -> bool {
    crate::text::forbidden(text, true).is_some()
}

#[test]
fn nothing_of_a_hostile_pack_gets_out_raw() {
    for hostile in [
        "format = 1\n\"\u{202e}evil\u{9b}31m\" = 1\n",
        "title = \"\\u001b]52;c;x\\u0007\u{2066}\"\n[[questions]]\nkind = \"\u{202e}\\u001b[31m\"\n",
        "\u{1b}[31m = \u{7}\n",
        "x = \"\u{85}\u{2028}\u{fff9}\" y\n",
    ] {
        let diagnostics = read(hostile, "p").diagnostics;
        assert!(!diagnostics.is_empty());
        let pack = checked("\u{1b}[2J.toml", hostile, diagnostics);
        let shown = text(&pack, PLAIN);
        assert!(!is_raw(&shown), "{shown:?}");
        assert!(!is_raw(&json(&[pack]).unwrap()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_span_and_no_width_makes_it_panic(
        source in "(?s)[ -~\u{0}-\u{1f}äé漢😀\u{301}\u{202e}\n\r\t]{0,200}",
        spans in prop::collection::vec((0_usize..300, 0_usize..300), 1..5),
        width in 0_usize..200,
        colour in any::<bool>(),
    ) {
        let code = pack::codes::all().next().unwrap();
        let diagnostics = spans.windows(2).chain([&spans[..1]]).map(|pair| {
            let (start, end) = pair[0];
            let mut diagnostic = Diagnostic::new(code, start..end, "m").label("l").help("h");
            if let Some((start, end)) = pair.get(1) {
                diagnostic = diagnostic.related(*start..*end, "r");
            }
            diagnostic
        }).collect();
        let pack = checked("p.toml", &source, diagnostics);
        let shown = text(&pack, Look { colour, width });
        assert!(colour || !is_raw(&shown), "{shown:?}");
        let json = json(&[pack]).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
