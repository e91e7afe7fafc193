//! Every kind: what earns what, and what is asked again.

mod composed;
mod properties;

use std::collections::BTreeMap;

use super::{AskAgain, Context, Reason, Response, Verdict, grade};
use crate::{
    diagnostic::Span,
    pack::{Choice, CreditRule, Distractors, Gap, Id, Kind, NumericKey, Part, Points, Question},
    text::number,
};

fn question(kind: Kind) -> Question {
    Question {
        id: Id::new("q").unwrap(),
        kind,
        prompt: String::new(),
        explanation: None,
        passage: None,
        source: None,
        hints: Vec::new(),
        tags: Vec::new(),
        points: Points::ONE,
        shuffle: true,
        last: Vec::new(),
        feedback: None,
        span: Span::default(),
    }
}

fn english() -> Context {
    Context::new("en", [])
}

fn choices(texts: &[&str]) -> Vec<Choice> {
    texts
        .iter()
        .map(|text| Choice {
            text: (*text).to_owned(),
            feedback: None,
        })
        .collect()
}

fn distractors(texts: &[&str], pick: Option<usize>) -> Distractors {
    Distractors {
        choices: choices(texts),
        pick,
    }
}

fn short(answer: &str, accept: &[&str], wrong: &[&str], strict: bool) -> Kind {
    Kind::ShortAnswer {
        answer: choices(&[answer]).remove(0),
        accept: choices(accept),
        distractors: choices(wrong),
        strict,
    }
}

fn number_key(written: &str, tolerance: &str) -> NumericKey {
    let value = number::read(written, "en").unwrap();
    NumericKey {
        written: written.to_owned(),
        value: Some(value),
        accepted: number::tolerance(tolerance).unwrap().around(value),
    }
}

fn text(text: &str) -> Response {
    Response::Text(text.to_owned())
}

fn list(texts: &[&str]) -> Response {
    Response::List(texts.iter().map(|text| (*text).to_owned()).collect())
}

fn map(pairs: &[(&str, &str)]) -> Response {
    let owned = pairs
        .iter()
        .map(|(left, right)| ((*left).to_owned(), (*right).to_owned()));
    Response::Map(owned.collect::<BTreeMap<_, _>>())
}

fn integer(value: i64) -> Response {
    Response::Number(value.into())
}

fn verdict(kind: &Kind, response: &Response) -> Result<Verdict, AskAgain> {
    grade(&question(kind.clone()), &english(), response)
}

/// Thousandths; none where it is asked again or not graded.
fn credit(kind: &Kind, response: &Response) -> Option<u16> {
    let credit = verdict(kind, response).ok()?.credit?;
    Some(credit.thousandths())
}

fn reason(kind: &Kind, response: &Response) -> Reason {
    verdict(kind, response).unwrap().reason
}

#[test]
fn edits_never_make_another_fact_right() {
    let slip = |accepted: &str| Reason::Slip {
        accepted: accepted.to_owned(),
    };
    for (key, typed, expected) in [
        ("H800 chips", "H100 chips", Reason::Wrong),
        ("January 2025", "January 2024", Reason::Wrong),
        ("DeepSeek-V3", "DeepSeek-V2", Reason::Wrong),
        ("27 January 2025", "20 January 2025", Reason::Wrong),
        ("US$5.6 million", "US$5.6 billion", Reason::Wrong),
        ("Liang", "Liag", slip("Liang")),
        ("Liang Wenfeng", "Wenfeng Liang", slip("Liang Wenfeng")),
        ("Liang Wenfeng", "Liag Wenfeng", slip("Liang Wenfeng")),
        ("Liang Wenfeng", "Wenfeng Liag", slip("Liang Wenfeng")),
        ("January 2025", "Janaury 2025", slip("January 2025")),
        ("database", "data base", slip("database")),
    ] {
        let kind = short(key, &[], &[], false);
        assert_eq!(reason(&kind, &text(typed)), expected, "{typed} for {key}");
    }
}

#[test]
fn one_of_several_choices_is_right_or_wrong() {
    let kind = Kind::Choice {
        answer: choices(&["Neil Armstrong"]).remove(0),
        also: Vec::new(),
        distractors: distractors(&["Yuri Gagarin", "1957", "True"], Some(1)),
    };
    for (response, expected) in [
        (text("Neil Armstrong"), Some(1000)),
        (text("  Neil  Armstrong "), Some(1000)),
        (text("Yuri Gagarin"), Some(0)),
        (integer(1957), Some(0)),
        (Response::Bool(true), Some(0)),
        (text("neil armstrong"), None),
        (text("Buzz Aldrin"), None),
        (text(""), None),
        (integer(1958), None),
        (list(&["Neil Armstrong"]), None),
        (map(&[]), None),
    ] {
        assert_eq!(credit(&kind, &response), expected, "{response:?}");
    }
    let again = verdict(&kind, &text("Niel Armstrong")).unwrap_err();
    assert_eq!(
        again.message,
        "`Niel Armstrong` is not a choice of this question"
    );
    assert_eq!(
        again.help.as_deref(),
        Some("did you mean `Neil Armstrong`?")
    );
}

#[test]
fn several_choices_are_balanced() {
    let kind = |credit, pick| Kind::Multiple {
        answers: choices(&["a", "b"]),
        distractors: distractors(&["x", "y", "z"], pick),
        credit,
    };
    for (chosen, each, all) in [
        (&["a", "b"][..], Some(1000), Some(1000)),
        (&["b", "a", "a"], Some(1000), Some(1000)),
        (&["a"], Some(500), Some(0)),
        (&["a", "b", "x"], Some(667), Some(0)),
        (&["a", "x"], Some(167), Some(0)),
        (&["x"], Some(0), Some(0)),
        (&["a", "b", "x", "y", "z"], Some(0), Some(0)),
        (&[], None, None),
        (&["a", "q"], None, None),
    ] {
        let response = list(chosen);
        assert_eq!(
            credit(&kind(CreditRule::Each, None), &response),
            each,
            "{chosen:?}"
        );
        assert_eq!(
            credit(&kind(CreditRule::All, None), &response),
            all,
            "{chosen:?}"
        );
    }
    // One distractor is presented; one that was not drawn is graded all the same.
    let drawn = kind(CreditRule::Each, Some(1));
    assert_eq!(credit(&drawn, &list(&["a", "b", "x"])), Some(0));
    assert_eq!(credit(&drawn, &list(&["a", "b", "y", "z"])), Some(0));
    assert_eq!(credit(&drawn, &list(&["a", "b"])), Some(1000));
    assert_eq!(credit(&drawn, &text("a")), None);
}

#[test]
fn a_statement_is_judged_in_words_or_values() {
    let kind = Kind::TrueFalse { answer: false };
    for (response, expected) in [
        (Response::Bool(false), Some(1000)),
        (Response::Bool(true), Some(0)),
        (text("f"), Some(1000)),
        (text(" FALSE "), Some(1000)),
        (text("True."), Some(0)),
        (text("perhaps"), None),
        (text(""), None),
        (integer(0), None),
        (list(&[]), None),
    ] {
        assert_eq!(credit(&kind, &response), expected, "{response:?}");
    }
}

#[test]
fn a_short_answer_is_forgiven_what_does_not_change_it() {
    let kind = short("The Café Central", &["Central"], &["Café Sperl"], false);
    for (typed, expected) in [
        ("The Café Central", Some(1000)),
        ("cafe central!", Some(1000)),
        ("CENTRAL", Some(1000)),
        ("Cefe Centrall", Some(1000)),
        ("cafe sperl", Some(0)),
        ("Cafe Spelr", Some(0)),
        ("Hawelka", Some(0)),
        ("?!", Some(0)),
        ("", None),
        ("  ", None),
    ] {
        assert_eq!(credit(&kind, &text(typed)), expected, "{typed}");
    }
    assert_eq!(
        reason(&kind, &text("Cafe Spelr")),
        Reason::KnownWrong {
            text: "Café Sperl".to_owned(),
            feedback: None
        }
    );
    assert_eq!(credit(&kind, &list(&["Central"])), None);
    assert_eq!(
        credit(&short("1957", &[], &[], false), &integer(1957)),
        Some(1000)
    );
    assert_eq!(
        credit(&short("2,000", &[], &[], false), &text("2000")),
        Some(1000)
    );
}

#[test]
fn the_mildest_difference_decides_between_key_and_known_wrong() {
    let kind = short("MB", &[], &["Mb"], false);
    assert_eq!(credit(&kind, &text("MB")), Some(1000));
    assert_eq!(credit(&kind, &text("Mb")), Some(0));
    let kind = short("año", &[], &["ano"], false);
    assert_eq!(credit(&kind, &text("AÑO")), Some(1000));
    assert_eq!(credit(&kind, &text("Ano")), Some(0));
}

#[test]
fn a_strict_answer_is_forgiven_nothing_but_space() {
    let kind = short("Éire", &[], &["Eire"], true);
    for (typed, expected) in [
        ("Éire", Some(1000)),
        (" E\u{301}ire ", Some(1000)),
        ("éire", Some(0)),
        ("Eire", Some(0)),
        ("Éirre", Some(0)),
    ] {
        assert_eq!(credit(&kind, &text(typed)), expected, "{typed}");
    }
}

#[test]
fn a_number_counts_within_its_tolerance() {
    let kind = Kind::Numeric {
        key: number_key("2000", "50"),
        unit: Some("chips".to_owned()),
    };
    for (response, expected) in [
        (text("2,000"), Some(1000)),
        (text("2 000 chips"), Some(1000)),
        (text("2k"), Some(1000)),
        (text("1950"), Some(1000)),
        (text("2051"), Some(0)),
        (integer(2000), Some(1000)),
        (text("-2000"), Some(0)),
        // In English the point is a decimal sign; meant as grouping it would be right.
        (text("2.000"), None),
        (text("3.000"), Some(0)),
        (text("many"), None),
        (text("2000 bananas"), None),
        (text(""), None),
        (Response::Bool(true), None),
    ] {
        assert_eq!(credit(&kind, &response), expected, "{response:?}");
    }
    assert_eq!(
        reason(&kind, &text("2.1k")),
        Reason::Number {
            read: "2100".to_owned(),
            accepted: "1950 to 2050".to_owned()
        }
    );
    let pi = Kind::Numeric {
        key: number_key("3.142", "0"),
        unit: None,
    };
    assert_eq!(credit(&pi, &text("3.142")), Some(1000));
    assert_eq!(credit(&pi, &text("3,142")), None);
    let cost = Kind::Numeric {
        key: number_key("6", "0"),
        unit: Some("million dollars".to_owned()),
    };
    assert_eq!(credit(&cost, &text("$6 million")), Some(1000));
    assert_eq!(credit(&cost, &text("€6 million")), None);
}

#[test]
fn a_misfit_says_what_fits() {
    let again = verdict(&Kind::TrueFalse { answer: true }, &list(&["x"])).unwrap_err();
    assert_eq!(
        again.message,
        "a list does not answer a `true-false` question"
    );
    assert_eq!(again.help.as_deref(), Some("give true or false"));
}

fn gap(alternatives: &[&str]) -> Part {
    Part::Gap(Gap {
        alternatives: alternatives.iter().map(|&text| text.to_owned()).collect(),
        number: number::read(alternatives[0], "en")
            .ok()
            .map(|_| number_key(alternatives[0], "0")),
    })
}
