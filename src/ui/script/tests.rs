//! Scripts against packs: what is taken, every fault that is told, and how a scripted quiz reads.

use proptest::prelude::{ProptestConfig, any, prop, proptest};

use super::{Script, ScriptError, ScriptInterface};
use crate::{
    grade::{AskAgain, Response},
    pack::{Choice, CreditRule, Distractors, Id, Item, Kind, Pack, Points, Question},
    session::{Ask, Form, Intent, Material, QuestionView, View, view::Notice},
    ui::{Guide, Interface, Menu, Picked},
};

fn choice(text: &str) -> Choice {
    Choice {
        text: text.to_owned(),
        feedback: None,
    }
}

fn distractors(texts: &[&str]) -> Distractors {
    Distractors {
        choices: texts.iter().copied().map(choice).collect(),
        pick: Some(1),
    }
}

fn question(id: &str, kind: Kind) -> Question {
    Question {
        id: Id::new(id).unwrap(),
        kind,
        prompt: "What is asked?".to_owned(),
        explanation: None,
        passage: None,
        source: None,
        hints: Vec::new(),
        tags: Vec::new(),
        points: Points::ONE,
        shuffle: true,
        last: Vec::new(),
        feedback: None,
        span: 0..0,
    }
}

fn material(id: &str, questions: Vec<Question>) -> Material {
    let pack = Pack {
        id: Id::new(id).unwrap(),
        title: "A pack".to_owned(),
        summary: None,
        language: "en".to_owned(),
        authors: Vec::new(),
        license: None,
        hint_cost: 250,
        article: None,
        pools: Vec::new(),
        eras: Vec::new(),
        events: Vec::new(),
        questions,
    };
    Material::new(pack, None)
}

fn every_kind() -> Material {
    let item = |text: &str| Item {
        text: text.to_owned(),
        event: None,
    };
    let kinds = [
        (
            "founder",
            Kind::Choice {
                answer: choice("Liang Wenfeng"),
                also: Vec::new(),
                distractors: distractors(&["Sam Altman", "Marc Andreessen"]),
            },
        ),
        (
            "models",
            Kind::Multiple {
                answers: vec![choice("R1"), choice("V3")],
                distractors: distractors(&["GPT-4", "Claude"]),
                credit: CreditRule::Each,
            },
        ),
        ("sputnik", Kind::TrueFalse { answer: true }),
        (
            "city",
            Kind::ShortAnswer {
                answer: choice("Hangzhou"),
                accept: Vec::new(),
                distractors: Vec::new(),
                strict: false,
            },
        ),
        (
            "order",
            Kind::Ordering {
                items: vec![item("Sputnik"), item("Apollo"), item("DeepSeek")],
            },
        ),
        (
            "heads",
            Kind::Matching {
                pairs: vec![
                    ("Liang".to_owned(), "DeepSeek".to_owned()),
                    ("Altman".to_owned(), "OpenAI".to_owned()),
                ],
                distractors: vec![choice("Nvidia")],
            },
        ),
        (
            "essay",
            Kind::Essay {
                model: "It matters.".to_owned(),
                rubric: vec!["names a".to_owned(), "names b".to_owned()],
            },
        ),
    ];
    material(
        "deepseek",
        kinds
            .into_iter()
            .map(|(id, kind)| question(id, kind))
            .collect(),
    )
}

fn faults(script: &[u8], packs: &[Material]) -> Vec<String> {
    match Script::read(script, packs) {
        Ok(script) => panic!("it was taken: {script:?}"),
        Err(ScriptError::Faults(faults, 0)) => faults.iter().map(ToString::to_string).collect(),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_script_answers_every_kind() {
    let script = "\u{feff}{\"question\": \"founder\", \"response\": \"Marc Andreessen\"}\r\n\n  \n\
        {\"question\": \"deepseek/models\", \"response\": [\"R1\", \"Claude\"]}\n\
        {\"response\": false, \"question\": \"sputnik\"}\n\
        {\"question\": \"city\", \"response\": \"hangzhou\"}\n\
        {\"question\": \"order\", \"response\": [\"Apollo\", \"Sputnik\", \"DeepSeek\"]}\n\
        {\"question\": \"heads\", \"response\": {\"Liang\": \"Nvidia\"}}\n\
        {\"question\": \"essay\", \"response\": {\"text\": \"It does.\", \"rubric\": [2]}}";
    let script = Script::read(script.as_bytes(), &[every_kind()]).unwrap();
    assert_eq!(script.len(), 7);
    let bare = r#"{"question": "essay", "response": "It does."}"#;
    assert_eq!(
        Script::read(bare.as_bytes(), &[every_kind()])
            .unwrap()
            .len(),
        1
    );
    assert!(
        Script::read(&b"\n\n"[..], &[every_kind()])
            .unwrap()
            .is_empty()
    );
}

#[test]
fn lines_that_are_no_entries_are_all_told() {
    let script = b"{\"question\": \"founder\"\nfounder: 1\n{\"question\": \"founder\"}\n{\"question\": 1, \"response\": 1}\n\
        {\"question\": \"founder\", \"response\": 1, \"x\": 2}\n\xff\n[]\n{\"question\": \"founder\", \"response\": 1e999}\n";
    let told = faults(script, &[every_kind()]);
    let starts = [
        "line 1: this is no JSON (column 22: EOF while parsing an object)",
        "line 2: this is no JSON (column 2: expected ident)",
        "line 3: missing field `response`",
        "line 4: invalid type: integer `1`, expected a string",
        "line 5: unknown field `x`, expected `question` or `response`",
        "line 6: this line is not UTF-8",
        "line 7: invalid",
        "line 8: this is no JSON (column 41: number out of range)",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}");
    }
}

#[test]
fn what_no_question_can_take_is_told_with_its_line() {
    let cases = [
        (
            r#"{"question": "foundr", "response": "x"}"#,
            "line 1: there is no question `foundr`; did you mean `founder`?",
        ),
        (
            r#"{"question": "apollo/founder", "response": "x"}"#,
            "line 1: there is no question `apollo/founder`",
        ),
        (
            r#"{"question": "founder", "response": null}"#,
            "line 1: `founder`: `null` is no response",
        ),
        (
            r#"{"question": "founder", "response": "Elon Musk"}"#,
            "line 1: `founder`: `Elon Musk` is not a choice",
        ),
        (
            r#"{"question": "founder", "response": ["Sam Altman"]}"#,
            "line 1: `founder`: a list does not answer a `choice` question",
        ),
        (
            r#"{"question": "models", "response": "R1"}"#,
            "line 1: `models`: a text does not answer a `multiple` question",
        ),
        (
            r#"{"question": "models", "response": ["R1", "R9"]}"#,
            "line 1: `models`: `R9` is not a choice",
        ),
        (
            r#"{"question": "models", "response": ["R1", 3]}"#,
            "line 1: `models`: a list holds texts only",
        ),
        (
            r#"{"question": "sputnik", "response": "true"}"#,
            "line 1: `sputnik`: a text does not answer a `true-false` question; give true or false, without quotation marks",
        ),
        (
            r#"{"question": "city", "response": 7}"#,
            "line 1: `city`: a number does not answer a `short-answer` question; give a text",
        ),
        (
            r#"{"question": "order", "response": ["Apollo", "Sputnik"]}"#,
            "line 1: `order`: ",
        ),
        (
            r#"{"question": "order", "response": ["Apollo", "Sputnik", "Sputnik"]}"#,
            "line 1: `order`: ",
        ),
        (
            r#"{"question": "heads", "response": {"Liang": 1}}"#,
            "line 1: `heads`: a map pairs texts with texts",
        ),
        (
            r#"{"question": "heads", "response": {"Musk": "Nvidia"}}"#,
            "line 1: `heads`: `Musk` is not a left",
        ),
        (
            r#"{"question": "heads", "response": {"Liang": "Tesla"}}"#,
            "line 1: `heads`: `Tesla` is not a right",
        ),
        (
            r#"{"question": "essay", "response": {"text": "x", "rubric": [3]}}"#,
            "line 1: `essay`: the rubric has no line 3",
        ),
        (
            r#"{"question": "essay", "response": {"text": "x", "rubric": [-1]}}"#,
            "line 1: `essay`: an essay is a text, or",
        ),
        (
            r#"{"question": "essay", "response": {"text": "x", "rubric": [1], "y": 1}}"#,
            "line 1: `essay`: an essay is a text, or",
        ),
        (
            r#"{"question": "essay", "response": true}"#,
            "line 1: `essay`: true or false does not answer",
        ),
    ];
    for (line, start) in cases {
        let told = faults(line.as_bytes(), &[every_kind()]);
        assert!(
            told.len() == 1 && told[0].starts_with(start),
            "{line}: {told:?}"
        );
    }
}

#[test]
fn a_question_is_answered_once_and_named_with_its_pack_where_that_is_needed() {
    let line = r#"{"question": "sputnik", "response": true}"#;
    let twice = format!("{line}\n\n{line}\n{line}\n");
    assert_eq!(
        faults(twice.as_bytes(), &[every_kind()]),
        [
            "line 3: `sputnik` is answered a second time; line 1 answers it already",
            "line 4: `sputnik` is answered a second time; line 1 answers it already",
        ]
    );
    let other = || {
        material(
            "apollo",
            vec![question("sputnik", Kind::TrueFalse { answer: true })],
        )
    };
    assert_eq!(
        faults(line.as_bytes(), &[every_kind(), other()]),
        [
            "line 1: `sputnik` is a question of several packs; write `deepseek/sputnik`, with the pack's id before it"
        ]
    );
    let named = r#"{"question": "apollo/sputnik", "response": true}"#;
    assert!(Script::read(named.as_bytes(), &[every_kind(), other()]).is_ok());
}

#[test]
fn messages_about_hostile_scripts_are_clean_and_bounded() {
    let line = "{\"question\": \"\\u001b[2J\", \"response\": 1}\n";
    let told = faults(line.as_bytes(), &[every_kind()]);
    assert!(!told[0].contains('\u{1b}'), "{told:?}");
    let many = line.repeat(1500);
    let Err(ScriptError::Faults(faults, more)) = Script::read(many.as_bytes(), &[every_kind()])
    else {
        panic!("it was taken");
    };
    assert_eq!((faults.len(), more), (1000, 500));
    let deep = format!(
        "{{\"question\": \"city\", \"response\": {}}}",
        "[".repeat(100_000)
    );
    assert!(Script::read(deep.as_bytes(), &[every_kind()]).is_err());
    let long = "x".repeat(super::read::LINE_LIMIT + 1);
    assert!(Script::read(long.as_bytes(), &[every_kind()]).is_err());
}

fn asked(id: &str, form: Form) -> QuestionView {
    QuestionView {
        pack: Id::new("deepseek").unwrap(),
        id: Id::new(id).unwrap(),
        number: 1,
        of: 3,
        prompt: "What is asked?".to_owned(),
        form,
        points: Points::ONE,
        hints: Vec::new(),
        hints_left: 0,
        hint_cost: 0,
        second_try: false,
        comes_back: false,
        lives: None,
        given: None,
        commands: Vec::new(),
    }
}

fn ask(id: &str, form: Form) -> Ask {
    Ask::Answer {
        question: Box::new(asked(id, form)),
        again: None,
    }
}

fn interface(script: &str) -> ScriptInterface<Vec<u8>> {
    let script = Script::read(script.as_bytes(), &[every_kind()]).unwrap();
    ScriptInterface::new(script, Vec::new(), 80)
}

#[test]
fn questions_without_a_line_are_skipped_however_often_they_come() {
    let mut interface = interface("{\"question\": \"sputnik\", \"response\": true}");
    let answer = Intent::Answer(Response::Bool(true));
    assert_eq!(
        interface.ask(&ask("sputnik", Form::TrueFalse)).unwrap(),
        answer
    );
    assert_eq!(
        interface.ask(&ask("city", Form::Words)).unwrap(),
        Intent::Skip
    );
    interface
        .show(&View::Notice(Notice::Skipped { comes_back: true }))
        .unwrap();
    assert_eq!(
        interface.ask(&ask("city", Form::Words)).unwrap(),
        Intent::Skip
    );
    let written = String::from_utf8(interface.plain.into_inner()).unwrap();
    assert_eq!(
        written,
        "\nQuestion 1 of 3 [sputnik]\nWhat is asked?\nTrue or false? Type t or f.\n> true\n\nQuestion 1 of 3 [city]\n\
         Skipped. It comes back at the end.\n\nQuestion 1 of 3 [city]\n"
    );
}

#[test]
fn nothing_is_asked_for_ever_and_nobody_is_waited_for() {
    let mut interface = interface("{\"question\": \"sputnik\", \"response\": true}");
    let again = Ask::Answer {
        question: Box::new(asked("sputnik", Form::TrueFalse)),
        again: Some(AskAgain {
            message: "neither".to_owned(),
            help: None,
        }),
    };
    assert_eq!(interface.ask(&again).unwrap(), Intent::Skip);
    let next = Ask::Next {
        commands: Vec::new(),
        last: true,
    };
    assert_eq!(interface.ask(&next).unwrap(), Intent::Next);
    assert_eq!(
        interface.ask(&Ask::Submit { sheet: Vec::new() }).unwrap(),
        Intent::Submit
    );
    assert_eq!(interface.pick(&Menu::default()).unwrap(), Picked::Back);
    assert!(interface.confirm("Copy it?", true).unwrap());
    assert_eq!(
        interface.input("Name", Some("ada")).unwrap().as_deref(),
        Some("ada")
    );
}

#[test]
fn an_essay_is_ticked_as_the_script_says_or_not_at_all() {
    let tick = Ask::Tick {
        rubric: vec!["names a".to_owned(), "names b".to_owned()],
    };
    let cases = [
        (r#""It does.""#, Intent::Next),
        (
            r#"{"text": "It does.", "rubric": [2]}"#,
            Intent::Tick(vec![2]),
        ),
    ];
    for (response, intent) in cases {
        let mut interface = interface(&format!(
            "{{\"question\": \"essay\", \"response\": {response}}}"
        ));
        assert!(matches!(
            interface.ask(&ask("essay", Form::Essay)).unwrap(),
            Intent::Answer(_)
        ));
        assert_eq!(interface.ask(&tick).unwrap(), intent);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Script::read(&bytes[..], &[every_kind()]);
    }

    #[test]
    fn no_response_panics(id in "founder|models|sputnik|city|order|heads|essay", response in "[\\[\\]{}\",:0-9a-z.-]{0,30}") {
        let line = format!("{{\"question\": \"{id}\", \"response\": {response}}}");
        let _ = Script::read(line.as_bytes(), &[every_kind()]);
    }
}
