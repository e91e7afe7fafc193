//! One snippet for every fault: `⟦..⟧` marks the bytes that must be underlined, and nothing else may be found.

use std::collections::HashSet;

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

/// Code and snippet; the findings come in the order of the marks, all of the same code.
const CASES: &[(&str, &str)] = &[
    // TOML itself.
    (
        "toml-unquoted",
        "+summary = ⟦Landing, on the Moon⟧ # comment\n",
    ),
    (
        "toml-unquoted",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦Yuri Gagarin⟧, \"b\"]\n",
    ),
    (
        "toml-unquoted",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\n⟦Yuri⟧,\n\"b\",\n⟦John⟧\n]\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦1957-10⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦late 2023⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦1957..1969⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦-43-03-15⟧\n",
    ),
    (
        "toml-unquoted-date",
        "?kind = \"date\"\nanswer = ⟦2023-02-30⟧\n",
    ),
    ("toml-smart-quotes", "+summary = ⟦“Landing, on the Moon”⟧\n"),
    ("toml-missing-quote", "+summary = ⟦Landing\"⟧\n"),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"Landing⟧\nlicense = \"MIT\"\n",
    ),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"Landing on⟧\nthe Moon\"\nlicense = \"MIT\"\n",
    ),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"\"\"Landing⟧\nlicense = \"MIT\"\n",
    ),
    ("toml-escape", "+summary = \"C:⟦\\q⟧uiz\"\n"),
    ("toml-escape", "+summary = \"⟦\\u12z⟧\"\n"),
    ("toml-control-character", "+summary = \"a⟦\u{1b}⟧[31m\"\n"),
    ("toml-control-character", "+# a⟦\u{7}⟧\n"),
    ("toml-line-break", "+summary = \"\"\"a⟦\r⟧b\"\"\"\n"),
    (
        "toml-invalid-number",
        "?kind = \"numeric\"\nanswer = 5\ntolerance = ⟦5%⟧\n",
    ),
    ("toml-invalid-number", "+hint_cost = ⟦007⟧\n"),
    ("toml-boolean", "?kind = \"true-false\"\nanswer = ⟦True⟧\n"),
    ("toml-boolean", "?kind = \"true-false\"\nanswer = ⟦yes⟧\n"),
    ("toml-missing-value", "+⟦summary⟧ =\nlicense = \"MIT\"\n"),
    ("toml-missing-equals", "+⟦summary:⟧ \"Landing\"\n"),
    ("toml-missing-equals", "+⟦summary⟧ \"Landing\"\n"),
    ("toml-missing-key", "+⟦=⟧ \"Landing\"\n"),
    ("toml-missing-key", "+[⟦]⟧\n"),
    ("toml-invalid-key", "+[sets]\n⟦prénoms⟧ = [\"a\", \"b\"]\n"),
    ("toml-bare-text", "+⟦Armstrong commanded.⟧\n"),
    (
        "toml-after-value",
        "?kind = \"numeric\"\nanswer = 2⟦,000⟧\n",
    ),
    ("toml-after-value", "+summary = \"a \"⟦b\" c\"⟧\n"),
    (
        "toml-missing-comma",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\" ⟦\"⟧c\"]\n",
    ),
    (
        "toml-extra-comma",
        "?kind = \"true-false\"\nanswer = true\ntags = [\"b\",⟦,⟧ \"c\"]\n",
    ),
    (
        "toml-unclosed-bracket",
        "?kind = \"true-false\"\ntags = ⟦[⟧\"a\", \"b\"\nanswer = true\n[[questions]]\nid = \"r\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    (
        "toml-unclosed-bracket",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [ ⟦{⟧ text = \"b\", \"c\" ]\n",
    ),
    (
        "toml-unclosed-bracket",
        "+⟦[[questions]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    ("toml-unclosed-bracket", "+⟦[article⟧\nfile = \"a.md\"\n"),
    (
        "toml-single-brackets",
        "+⟦[questions]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n⟦[questions]⟧\nid = \"r\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "toml-duplicate-key",
        "?kind = \"true-false\"\nanswer = true\n⟦answer⟧ = false\n",
    ),
    (
        "toml-duplicate-key",
        "+[article]\nfile = \"a.md\"\n[⟦article⟧]\nfile = \"b.md\"\n",
    ),
    ("toml-syntax", "+summary = ⟦=⟧ \"Landing\"\n"),
    // The file and its head.
    (
        "too-deep",
        "+summary = [[[[[[[[[[[[[[[[⟦[⟧1]]]]]]]]]]]]]]]]]\n",
    ),
    ("missing-format", "⟦id⟧ = \"p\"\ntitle = \"T\"\n"),
    ("format-newer", "format = ⟦2⟧\nwhatever = 1\n[new]\n"),
    ("out-of-range", "format = ⟦0⟧\nid = \"p\"\ntitle = \"T\"\n"),
    (
        "wrong-type",
        "format = ⟦\"1\"⟧\nid = \"p\"\ntitle = \"T\"\n",
    ),
    ("missing-key", "⟦format⟧ = 1\nid = \"p\"\n"),
    ("missing-key", "+⟦[article]⟧\n"),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"a\"\n",
    ),
    ("missing-key", "+⟦[[events]]⟧\nid = \"e\"\ntitle = \"E\"\n"),
    (
        "missing-key",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦{ feedback = \"F\" }⟧]\n",
    ),
    ("unknown-key", "+⟦tilte⟧ = \"T\"\n"),
    (
        "unknown-key",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\"]\n⟦explain⟧ = \"c\"\n",
    ),
    (
        "unknown-key",
        "+[[⟦question⟧]]\nid = \"q\"\n[[question]]\nid = \"r\"\n",
    ),
    (
        "misplaced-key",
        "?kind = \"true-false\"\nanswer = true\n⟦language⟧ = \"de\"\n",
    ),
    ("misplaced-key", "+[sets]\n⟦license⟧ = \"MIT\"\n"),
    (
        "wrong-type",
        "?kind = \"true-false\"\nanswer = true\ntags = ⟦\"crew\"⟧\n",
    ),
    (
        "wrong-type",
        "?kind = \"true-false\"\nanswer = ⟦\"true\"⟧\n",
    ),
    (
        "wrong-type",
        "+[[questions]]\nid = \"q\"\nprompt = ⟦1969⟧\nkind = \"true-false\"\nanswer = true\n",
    ),
    ("wrong-type", "+article = ⟦\"a.md\"⟧\n"),
    (
        "wrong-type",
        "?kind = \"choice\"\nanswer = ⟦[\"a\", \"b\"]⟧\ndistractors = [\"c\"]\n",
    ),
    (
        "wrong-type",
        "?kind = \"matching\"\npairs = [[\"a\", \"b\"], ⟦[\"c\"]⟧]\n",
    ),
    ("out-of-range", "+hint_cost = ⟦1001⟧\n"),
    (
        "out-of-range",
        "?kind = \"true-false\"\nanswer = true\npoints = ⟦0⟧\n",
    ),
    (
        "out-of-range",
        "?kind = \"true-false\"\nanswer = true\npoints = ⟦0.0001⟧\n",
    ),
    (
        "invalid-id",
        "+[[questions]]\nid = ⟦\"who commanded?\"⟧\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    (
        "invalid-id",
        "format = 1\nid = ⟦\"@order\"⟧\ntitle = \"T\"\n",
    ),
    (
        "duplicate-id",
        "?kind = \"true-false\"\nanswer = true\n[[questions]]\nid = ⟦\"q\"⟧\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "missing-id",
        "+⟦[[questions]]⟧\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    ("missing-id", "⟦format⟧ = 1\ntitle = \"T\"\n"),
    ("forbidden-character", "+summary = \"a⟦\u{202e}⟧b\"\n"),
    ("forbidden-character", "+summary = \"a\\\\⟦\\u001b⟧[31m\"\n"),
    ("forbidden-character", "+summary = \"a ⟦\\e⟧]52;c\"\n"),
    (
        "forbidden-character",
        "?kind = \"true-false\"\nanswer = true\ntags = [\"a⟦\u{9b}⟧\"]\n",
    ),
    ("invalid-language", "+language = ⟦\"English\"⟧\n"),
    ("invalid-path", "+article.file = ⟦\"../a.md\"⟧\n"),
    ("invalid-path", "+article.file = ⟦\"/etc/passwd\"⟧\n"),
    ("invalid-path", "+article.file = ⟦'C:\\a.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦'\\\\host\\a.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦'a\\b.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦\"nul.md\"⟧\n"),
    (
        "pool-too-small",
        "+[[pools]]\ntag = \"x\"\npick = ⟦2⟧\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\ntags = [\"x\"]\n",
    ),
    ("pool-too-small", "+[[pools]]\ntag = ⟦\"x\"⟧\npick = 2\n"),
    (
        "pool-duplicate",
        "+[[pools]]\ntag = \"x\"\npick = 1\n[[pools]]\ntag = ⟦\"x\"⟧\npick = 1\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\ntags = [\"x\"]\n",
    ),
    // Events and questions.
    (
        "unknown-kind",
        "?kind = ⟦\"choise\"⟧\nanswer = \"a\"\ndistractors = [\"b\"]\n",
    ),
    (
        "foreign-key",
        "?kind = \"choice\"\n⟦answers⟧ = [\"a\"]\ndistractors = [\"b\"]\n",
    ),
    (
        "foreign-key",
        "?kind = \"true-false\"\nanswer = true\n⟦tolerance⟧ = 5\n",
    ),
    (
        "foreign-key",
        "?kind = \"numeric\"\nrange = [1, 2]\n⟦tolerance⟧ = 5\n",
    ),
    (
        "unknown-value",
        "?kind = \"multiple\"\nanswers = [\"a\"]\ndistractors = [\"b\"]\ncredit = ⟦\"partial\"⟧\n",
    ),
    (
        "unknown-value",
        "?kind = \"date\"\nanswer = 1969\nprecision = ⟦\"yaer\"⟧\n",
    ),
    ("empty-text", "+summary = ⟦\" \"⟧\n"),
    (
        "empty-text",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦\"\"⟧]\n",
    ),
    (
        "too-few",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = ⟦[]⟧\n",
    ),
    ("too-few", "?kind = \"ordering\"\nitems = ⟦[\"a\"]⟧\n"),
    (
        "too-few",
        "?kind = \"matching\"\npairs = ⟦[[\"a\", \"b\"]]⟧\n",
    ),
    (
        "too-few",
        "?kind = \"essay\"\nmodel = \"M\"\nrubric = ⟦[]⟧\n",
    ),
    (
        "duplicate-choice",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\", \"c\", ⟦\"B \"⟧]\n",
    ),
    (
        "duplicate-choice",
        "?kind = \"ordering\"\nitems = [\"a\", \"b\", ⟦\"a\"⟧]\n",
    ),
    (
        "duplicate-choice",
        "+[sets]\ns = [\"a\", ⟦\"A\"⟧]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = \"s\" }\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"choice\"\nanswer = \"Neil Armstrong\"\ndistractors = [\"b\", ⟦\"neil  armstrong\"⟧]\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"short-answer\"\nanswer = \"Café\"\ndistractors = [⟦\"cafe\"⟧]\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"matching\"\npairs = [[\"a\", \"b\"], [\"c\", \"d\"]]\ndistractors = [⟦\"d\"⟧]\n",
    ),
    (
        "no-such-choice",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"None of these\"]\nlast = [⟦\"None of them\"⟧]\n",
    ),
    (
        "unknown-set",
        "+[sets]\ncolours = [\"a\", \"b\"]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = ⟦\"colors\"⟧ }\n",
    ),
    (
        "pick-too-many",
        "+[sets]\ns = [\"a\", \"b\"]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = \"s\", pick = ⟦2⟧ }\n",
    ),
    (
        "invalid-number",
        "?kind = \"numeric\"\nanswer = ⟦\"many\"⟧\n",
    ),
    ("invalid-number", "?kind = \"numeric\"\nanswer = ⟦inf⟧\n"),
    (
        "invalid-tolerance",
        "?kind = \"numeric\"\nanswer = 5\ntolerance = ⟦\"five\"⟧\n",
    ),
    (
        "invalid-tolerance",
        "?kind = \"date\"\nanswer = 1969\ntolerance = ⟦\"5%\"⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦\"12/04/1985\"⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦-44⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦19:28:34⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦0⟧\n",
    ),
    ("invalid-date", "?kind = \"date\"\nanswer = ⟦\"1957?\"⟧\n"),
    (
        "invalid-date",
        "?kind = \"date\"\nanswer = 1957\nend = ⟦true⟧\n",
    ),
    (
        "reversed",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = 1969\nuntil = ⟦1957⟧\n",
    ),
    (
        "reversed",
        "+[[eras]]\ntitle = \"E\"\nfrom = 1969\nto = ⟦1957⟧\n",
    ),
    ("reversed", "?kind = \"numeric\"\nrange = ⟦[2500, 1500]⟧\n"),
    (
        "reversed",
        "+[[events]]\nid = \"a\"\ntitle = \"A\"\nwhen = 1957\n[[events]]\nid = \"b\"\ntitle = \"B\"\nwhen = 1969\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"ordering\"\nevents = [\"b\", ⟦\"a\"⟧]\n",
    ),
    (
        "precision-too-fine",
        "?kind = \"date\"\nanswer = 1969\nprecision = ⟦\"month\"⟧\n",
    ),
    ("unknown-event", "?kind = \"date\"\nevent = ⟦\"landing\"⟧\n"),
    (
        "undecidable-order",
        "+[[events]]\nid = \"a\"\ntitle = \"A\"\nwhen = 1969\n[[events]]\nid = \"b\"\ntitle = \"B\"\nwhen = \"July 1969\"\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"ordering\"\nevents = ⟦[\"a\", \"b\"]⟧\n",
    ),
    (
        "cloze-syntax",
        "?kind = \"cloze\"\ntext = \"About {{2,000⟦}⟧ chips\"\n",
    ),
    (
        "cloze-syntax",
        "?kind = \"cloze\"\ntext = \"About ⟦{{}}⟧ chips\"\n",
    ),
    (
        "cloze-without-gap",
        "?kind = \"cloze\"\ntext = ⟦\"About {2,000} chips\"⟧\n",
    ),
];

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
