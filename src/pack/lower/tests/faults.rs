//! One snippet for every fault: `⟦..⟧` marks the bytes that must be underlined, and nothing else may be found.

use std::collections::HashSet;

use super::cases::CASES;

use crate::{
    diagnostic::Severity,
    pack::{codes, read, read_bytes},
};

/// A head without fault; snippets that begin with `+` stand below it.
const HEAD: &str = "format = 1\nid = \"p\"\ntitle = \"T\"\n";

/// A question without its key; snippets that begin with `?` stand below it, and below the head.
const QUESTION: &str = "[[questions]]\nid = \"q\"\nprompt = \"P\"\n";

/// Text and marked spans of a snippet.
fn unmarked(snippet: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let mut text = match snippet.chars().next() {
        Some('+') => HEAD.to_owned(),
        Some('?') => format!("{HEAD}{QUESTION}"),
        _ => String::new(),
    };
    let (mut spans, mut start) = (Vec::new(), 0);
    for c in snippet.trim_start_matches(['+', '?']).chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => spans.push(start..text.len()),
            c => text.push(c),
        }
    }
    (text, spans)
}

#[test]
fn every_fault_is_found_once_at_its_place() {
    let mut wrong = Vec::new();
    for (code, snippet) in CASES {
        let (text, spans) = unmarked(snippet);
        let reading = read(&text, "p");
        let found: Vec<_> = reading
            .diagnostics
            .iter()
            .map(|d| (d.code.name, d.span.clone()))
            .collect();
        let expected: Vec<_> = spans.into_iter().map(|span| (*code, span)).collect();
        if found != expected {
            let shown: Vec<_> = reading
                .diagnostics
                .iter()
                .map(|d| format!("{} `{}` {}", d.code.name, &text[d.span.clone()], d.message))
                .collect();
            wrong.push(format!("{snippet}\n  expected {code}, found {shown:#?}"));
        }
        let items = text.matches("[[questions]").count();
        let left = reading.pack.map_or(0, |pack| pack.questions.len());
        let severe = codes::find(code).is_none_or(|code| code.severity == Severity::Error);
        if severe && snippet.starts_with('?') && left == items {
            wrong.push(format!("{snippet}\n  the question with the fault was kept"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    // These need a file that no snippet can show; they are tested among the hostile ones and with the article.
    let elsewhere = [
        "not-utf-8",
        "too-large",
        "too-many-questions",
        "article-missing",
        "passage-without-article",
        "passage-not-found",
        "passage-ambiguous",
    ];
    let tested: HashSet<&str> = CASES
        .iter()
        .map(|(code, _)| *code)
        .chain(elsewhere)
        .collect();
    let missing: Vec<_> = codes::all()
        .map(|code| code.name)
        .filter(|name| !tested.contains(name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_fault_says_what_to_do() {
    for (code, snippet) in CASES {
        let (text, _) = unmarked(snippet);
        for diagnostic in read(&text, "p").diagnostics {
            assert!(diagnostic.help.is_some(), "{code}: {snippet}");
            assert!(!diagnostic.message.ends_with('.'), "{}", diagnostic.message);
        }
    }
}

#[test]
fn fixes_mend_what_they_are_for() {
    let mut mended = 0;
    for (code, snippet) in CASES {
        let (mut text, _) = unmarked(snippet);
        let mut edits: Vec<_> = read(&text, "p")
            .diagnostics
            .into_iter()
            .flat_map(|diagnostic| diagnostic.fix)
            .collect();
        if edits.is_empty() {
            continue;
        }
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
        for edit in edits {
            text.replace_range(edit.span, &edit.text);
        }
        mended += 1;
        let after = read(&text, "p");
        let again = after.diagnostics.iter().find(|d| d.code.name == *code);
        assert!(again.is_none(), "{code}: {text}\n{again:?}");
    }
    assert!(mended > 20, "only {mended} fixes");
}

#[test]
fn a_fault_of_the_head_leaves_no_pack_and_one_of_a_question_leaves_the_others() {
    let text = format!(
        "{HEAD}{QUESTION}kind = \"true-false\"\nanswer = true\n[[questions]]\nid = \"r\"\nkind = \"choice\"\n"
    );
    let reading = read(&text, "p");
    assert_eq!((reading.left_out, reading.questions), (1, Some(2)));
    assert_eq!(reading.pack.unwrap().questions.len(), 1);
    assert!(read("format = 1\nid = \"p\"\n", "p").pack.is_none());
    assert!(read("", "p").pack.is_none());
    assert!(read_bytes(b"\xff", "p").pack.is_none());
}

#[test]
fn faults_of_sets_and_events_spoil_what_uses_them_without_a_word() {
    let text = format!(
        "{HEAD}[sets]\ns = [1, 1]\n[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = \"soon\"\n\
         {QUESTION}kind = \"choice\"\nanswer = \"a\"\ndistractors = {{ set = \"s\" }}\n\
         [[questions]]\nid = \"r\"\nprompt = \"P\"\nkind = \"date\"\nevent = \"e\"\n"
    );
    let reading = read(&text, "p");
    let found: Vec<_> = reading.diagnostics.iter().map(|d| d.code.name).collect();
    assert_eq!(found, ["duplicate-choice", "invalid-date"]);
    assert_eq!(reading.left_out, 2);
}

#[test]
fn one_fault_of_a_question_hides_no_other() {
    let text = format!(
        "{HEAD}{QUESTION}kind = \"choice\"\npoints = 0\nanswer = \"a\"\ndistractors = [\"b\", \"A\"]\nlast = [\"c\"]\n\
         [[questions]]\nid = \"q\"\nkind = \"ordering\"\nitems = [\"a\"]\nshuffle = 1\n"
    );
    let found: Vec<_> = read(&text, "p")
        .diagnostics
        .iter()
        .map(|d| d.code.name)
        .collect();
    let expected = [
        "out-of-range",
        "answer-among-distractors",
        "no-such-choice",
        "missing-key",
        "duplicate-id",
        "too-few",
        "wrong-type",
    ];
    assert_eq!(found, expected);
}

#[test]
fn duplicates_name_both_places() {
    for snippet in [
        "toml-duplicate-key",
        "duplicate-id",
        "duplicate-choice",
        "answer-among-distractors",
    ] {
        let (_, snippet) = CASES.iter().find(|(code, _)| *code == snippet).unwrap();
        let (text, _) = unmarked(snippet);
        assert_eq!(
            read(&text, "p").diagnostics[0].related.len(),
            1,
            "{snippet}"
        );
    }
}
