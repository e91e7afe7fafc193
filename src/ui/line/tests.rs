//! The grammar as tables, dialogues as whole transcripts, and what no input may do.

use std::io::Cursor;

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::{prop_assert, strategy::Strategy};

use super::{LINE_LIMIT, LineInterface, Setting, grammar};
use crate::{
    grade::{AskAgain, Credit, Response},
    pack::{Id, Points},
    session::{
        Ask, Form, Intent, QuestionView, Sheet, VerdictView, View,
        view::{ChoiceLine, Notice, PassageView},
    },
    ui::{Guide, Interface, Item, Menu, Picked, UiError},
};

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

fn one() -> Form {
    let choices = texts(&["Liang Wenfeng", "Sam Altman", "7", "*Marc* Andreessen"]);
    Form::One { choices }
}

fn many() -> Form {
    Form::Many {
        choices: texts(&["R1", "V3", "Sputnik, the first", "GPT-4"]),
        all_or_nothing: false,
    }
}

fn order() -> Form {
    let items = texts(&["Sputnik", "Apollo", "DeepSeek"]);
    Form::Order { items }
}

fn pairs() -> Form {
    Form::Match {
        lefts: texts(&["Liang", "Altman"]),
        rights: texts(&["OpenAI", "DeepSeek", "Nvidia"]),
    }
}

fn gaps() -> Form {
    Form::Gaps {
        around: texts(&["About ", " chips of type ", "."]),
        numeric: vec![true, false],
    }
}

fn question(form: Form) -> QuestionView {
    QuestionView {
        pack: Id::new("deepseek").unwrap(),
        id: Id::new("q").unwrap(),
        number: 1,
        of: 2,
        prompt: "What is asked?".to_owned(),
        form,
        points: Points::ONE,
        hints: Vec::new(),
        hints_left: 0,
        hint_cost: 250,
        second_try: false,
        comes_back: false,
        given: None,
        commands: Vec::new(),
    }
}

fn ask(form: Form) -> Ask {
    Ask::Answer {
        question: Box::new(question(form)),
        again: None,
    }
}

const PIPE: Setting = Setting {
    width: 80,
    interactive: false,
    echo: true,
    ready: || true,
};

fn interface(input: &[u8], setting: Setting) -> LineInterface<Cursor<Vec<u8>>, Vec<u8>> {
    LineInterface::new(Cursor::new(input.to_vec()), Vec::new(), setting)
}

fn written(interface: LineInterface<Cursor<Vec<u8>>, Vec<u8>>) -> String {
    String::from_utf8(interface.plain.into_inner()).unwrap()
}

/// What a pipe's lines are taken as, and everything that was written.
fn piped(form: Form, input: &str) -> (Result<Intent, UiError>, String) {
    let mut interface = interface(input.as_bytes(), PIPE);
    let intent = interface.ask(&ask(form));
    (intent, written(interface))
}

#[test]
fn every_form_of_every_answer_is_read() {
    let text = |text: &str| Response::Text(text.to_owned());
    let list = |list: &[&str]| Response::List(texts(list));
    let map = |pairs: &[(&str, &str)]| {
        let pairs = pairs
            .iter()
            .map(|(left, right)| ((*left).to_owned(), (*right).to_owned()));
        Response::Map(pairs.collect())
    };
    let cases = [
        // A label first, the exact text when that is no label.
        (one(), "1", text("Liang Wenfeng")),
        (one(), "B", text("Sam Altman")),
        (one(), "2.", text("Sam Altman")),
        (one(), "(b)", text("Sam Altman")),
        (one(), "Sam Altman", text("Sam Altman")),
        (one(), "7", text("7")),
        (one(), "3", text("7")),
        (one(), "*Marc* Andreessen", text("*Marc* Andreessen")),
        (many(), "1", list(&["R1"])),
        (many(), "1 3", list(&["R1", "Sputnik, the first"])),
        (many(), "3,1", list(&["R1", "Sputnik, the first"])),
        (many(), "a; C a", list(&["R1", "Sputnik, the first"])),
        (many(), "R1, GPT-4", list(&["R1", "GPT-4"])),
        (many(), "Sputnik, the first", list(&["Sputnik, the first"])),
        (Form::TrueFalse, "t", Response::Bool(true)),
        (Form::TrueFalse, "TRUE", Response::Bool(true)),
        (Form::TrueFalse, "yes", Response::Bool(true)),
        (Form::TrueFalse, "f", Response::Bool(false)),
        (Form::TrueFalse, "False", Response::Bool(false)),
        (Form::TrueFalse, "n", Response::Bool(false)),
        (Form::Words, "Liang  Wenfeng", text("Liang  Wenfeng")),
        (Form::Words, "::)", text(":)")),
        (Form::Words, "1", text("1")),
        (Form::Number { unit: None }, "2,000", text("2,000")),
        (
            Form::Date {
                wanted: "a year".to_owned(),
            },
            "1957",
            text("1957"),
        ),
        (order(), "3 1 2", list(&["DeepSeek", "Sputnik", "Apollo"])),
        (order(), "c,a,b", list(&["DeepSeek", "Sputnik", "Apollo"])),
        (order(), "cab", list(&["DeepSeek", "Sputnik", "Apollo"])),
        (order(), "312", list(&["DeepSeek", "Sputnik", "Apollo"])),
        (
            pairs(),
            "1b 2a",
            map(&[("Liang", "DeepSeek"), ("Altman", "OpenAI")]),
        ),
        (
            pairs(),
            "2a1b",
            map(&[("Liang", "DeepSeek"), ("Altman", "OpenAI")]),
        ),
        (
            pairs(),
            "1 b, 2-A",
            map(&[("Liang", "DeepSeek"), ("Altman", "OpenAI")]),
        ),
        (
            pairs(),
            "1->b; 2: c",
            map(&[("Liang", "DeepSeek"), ("Altman", "Nvidia")]),
        ),
        (pairs(), "1- 2a", map(&[("Altman", "OpenAI")])),
        (gaps(), "2,000\nH800", list(&["2,000", "H800"])),
        (gaps(), "-\nH800", list(&["", "H800"])),
        (Form::Essay, "It is a.\n\n::b\n.", text("It is a.\n\n:b")),
    ];
    for (form, input, response) in cases {
        let (intent, _) = piped(form, &format!("{input}\n"));
        assert_eq!(intent.unwrap(), Intent::Answer(response), "{input}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_asked_again() {
    let cases = [
        (
            one(),
            "9",
            "`9` is none of the choices: give a number from 1 to 4, a letter from a to d, or a choice's text.",
        ),
        (
            one(),
            "sam",
            "`sam` is none of the choices: give a number from 1 to 4, a letter from a to d, or a choice's text.",
        ),
        (
            many(),
            "1 9",
            "`9` is none of the choices: give all that are right, as in 1 3 (a number from 1 to 4).",
        ),
        (
            many(),
            ",",
            "`,` is none of the choices: give all that are right, as in 1 3 (a number from 1 to 4).",
        ),
        (
            Form::TrueFalse,
            "maybe",
            "`maybe` is neither: give t for true or f for false.",
        ),
        (
            order(),
            "3 1",
            "2 is missing: give all 3 numbers in the right order, as in 2 1 3.",
        ),
        (
            order(),
            "3 1 1",
            "1 stands there twice: give all 3 numbers in the right order, as in 2 1 3.",
        ),
        (
            order(),
            "3 1 4",
            "`4` is none of these: give all 3 numbers in the right order, as in 2 1 3.",
        ),
        (
            order(),
            "3 1 2 1",
            "1 stands there twice: give all 3 numbers in the right order, as in 2 1 3.",
        ),
        (
            pairs(),
            "1b",
            "2 is missing: give a letter from a to c for every number from 1 to 2, as in 1b 2a (1- leaves one out).",
        ),
        (
            pairs(),
            "1b 1a",
            "1 stands there twice: give a letter from a to c for every number from 1 to 2, as in 1b 2a (1- leaves one out).",
        ),
        (
            pairs(),
            "1b 2d",
            "`d` is no letter of these: give a letter from a to c for every number from 1 to 2, as in 1b 2a (1- leaves one out).",
        ),
        (
            pairs(),
            "b1",
            "`b1` is no number of these: give a letter from a to c for every number from 1 to 2, as in 1b 2a (1- leaves one out).",
        ),
        (
            pairs(),
            "1 2",
            "`2` is no letter of these: give a letter from a to c for every number from 1 to 2, as in 1b 2a (1- leaves one out).",
        ),
    ];
    for (form, line, told) in cases {
        assert_eq!(grammar::read(&form, line), Err(told.to_owned()), "{line}");
        // The end of the input is no answer either.
        let (intent, _) = piped(form, &format!("{line}\n\n  \n"));
        assert!(matches!(intent, Err(UiError::EndOfInput)), "{line}");
    }
}

#[test]
fn commands_come_in_every_form_and_in_the_middle_of_one() {
    for form in [
        one(),
        many(),
        Form::TrueFalse,
        Form::Words,
        order(),
        pairs(),
        gaps(),
        Form::Essay,
    ] {
        let (intent, _) = piped(form, ":undo\n");
        assert_eq!(intent.unwrap(), Intent::Undo);
    }
    for (form, input) in [(gaps(), "2000\n:skip\n"), (Form::Essay, "some\n:skip\n")] {
        let (intent, _) = piped(form, input);
        assert_eq!(intent.unwrap(), Intent::Skip);
    }
}

#[test]
fn the_rubric_is_ticked_by_numbers() {
    let tick = Ask::Tick {
        rubric: texts(&["names a", "names b", "names c"]),
    };
    let cases = [
        ("1 3", Intent::Tick(vec![1, 3])),
        ("3,1,1", Intent::Tick(vec![1, 3])),
        ("0", Intent::Tick(Vec::new())),
        ("none", Intent::Tick(Vec::new())),
        ("\n4\n1 x\n2", Intent::Tick(vec![2])),
        (":skip", Intent::Next),
        (":quit", Intent::Quit),
    ];
    for (input, intent) in cases {
        let asked = interface(input.as_bytes(), PIPE).ask(&tick).unwrap();
        assert_eq!(asked, intent, "{input}");
    }
}

#[test]
fn nothing_is_read_between_a_verdict_and_the_next_question() {
    let mut interface = interface(b":undo\n", PIPE);
    let next = Ask::Next {
        commands: Vec::new(),
        last: false,
    };
    assert_eq!(interface.ask(&next).unwrap(), Intent::Next);
    assert_eq!(interface.ask(&ask(one())).unwrap(), Intent::Undo);
}

#[test]
fn after_the_last_question_commands_are_taken_and_a_pipe_is_not_waited_for() {
    let last = Ask::Next {
        commands: Vec::new(),
        last: true,
    };
    let interactive = Setting {
        interactive: true,
        ..PIPE
    };
    let silent = Setting {
        ready: || false,
        ..PIPE
    };
    let cases = [
        (PIPE, "", Intent::Next),
        (PIPE, "\n", Intent::Next),
        (PIPE, ":undo\n", Intent::Undo),
        (PIPE, ":right\n", Intent::Right),
        (PIPE, "surplus\n:undo\n", Intent::Next),
        (PIPE, ":skip\n", Intent::Next),
        (silent, ":undo\n", Intent::Next),
        (interactive, "", Intent::Next),
        (interactive, "\n", Intent::Next),
        (interactive, "surplus\n:undo\n", Intent::Undo),
        (interactive, ":quit\n", Intent::Quit),
    ];
    for (setting, input, intent) in cases {
        let asked = interface(input.as_bytes(), setting).ask(&last).unwrap();
        assert_eq!(asked, intent, "{input:?}");
    }
}

#[test]
fn a_line_that_came_with_an_answer_is_taken_though_nothing_more_is_to_come() {
    let silent = Setting {
        ready: || false,
        ..PIPE
    };
    let mut interface = interface(b"1\n:undo\n", silent);
    assert!(matches!(
        interface.ask(&ask(one())).unwrap(),
        Intent::Answer(_)
    ));
    let last = Ask::Next {
        commands: Vec::new(),
        last: true,
    };
    assert_eq!(interface.ask(&last).unwrap(), Intent::Undo);
}

#[test]
fn lines_that_are_no_text_are_told_and_asked_again() {
    let mut input = "x".repeat(LINE_LIMIT + 1).into_bytes();
    input.extend_from_slice(b"\n\xff\xfe\n2\n");
    let mut interface = interface(&input, PIPE);
    let intent = interface.ask(&ask(one())).unwrap();
    assert_eq!(
        intent,
        Intent::Answer(Response::Text("Sam Altman".to_owned()))
    );
    let written = written(interface);
    for told in [
        "That line is longer than 64 KiB and was not taken. Try again.\n",
        "That line is not UTF-8 and was not taken. Try again.\n",
    ] {
        assert!(written.contains(told), "{written}");
    }
}

fn verdict(given: usize) -> VerdictView {
    let Form::One { choices } = one() else {
        unreachable!()
    };
    let lines = choices.iter().enumerate().map(|(index, text)| ChoiceLine {
        text: text.clone(),
        chosen: index == given,
        right: index == 0,
        feedback: (index == 1).then(|| "He leads OpenAI.".to_owned()),
    });
    let credit = if given == 0 {
        Credit::FULL
    } else {
        Credit::NONE
    };
    VerdictView {
        question: question(one()),
        credit: Some(credit),
        penalty: 0,
        earned: Points(u64::from(credit.thousandths())),
        dont_know: false,
        overridden: false,
        remark: String::new(),
        sheet: Sheet::Choices(lines.collect()),
        feedback: None,
        explanation: Some("Liang founded it in 2023.".to_owned()),
        passage: Some(PassageView {
            heading: Some("The founder".to_owned()),
            before: "It was ".to_owned(),
            quoted: "founded by Liang".to_owned(),
            after: " in 2023.".to_owned(),
        }),
        source: None,
    }
}

#[test]
fn a_dialogue_through_a_pipe_reads_like_one() {
    let mut interface = interface(b"\n:hlp\n5\n:hint\n2\n:undo\n", PIPE);
    let mut hinted = question(one());
    hinted.hints_left = 1;
    let asked = |question: &QuestionView| Ask::Answer {
        question: Box::new(question.clone()),
        again: None,
    };
    assert_eq!(interface.ask(&asked(&hinted)).unwrap(), Intent::Hint);
    interface
        .show(&View::Hint {
            text: "A man of *Hangzhou*.".to_owned(),
            number: 1,
            of: 1,
            penalty: 250,
        })
        .unwrap();
    hinted.hints = vec!["A man of *Hangzhou*.".to_owned()];
    hinted.hints_left = 0;
    assert!(matches!(
        interface.ask(&asked(&hinted)).unwrap(),
        Intent::Answer(_)
    ));
    interface
        .show(&View::Verdict(Box::new(verdict(1))))
        .unwrap();
    let next = Ask::Next {
        commands: Vec::new(),
        last: false,
    };
    assert_eq!(interface.ask(&next).unwrap(), Intent::Next);
    let mut gapped = question(gaps());
    gapped.number = 2;
    assert_eq!(interface.ask(&asked(&gapped)).unwrap(), Intent::Undo);
    interface.show(&View::Notice(Notice::Undone)).unwrap();
    let mut again = question(one());
    again.second_try = true;
    assert!(matches!(
        interface.ask(&asked(&again)),
        Err(UiError::EndOfInput)
    ));
    snapbox::assert_data_eq!(written(interface), snapbox::file!["transcript.txt"].raw());
}

#[test]
fn a_response_that_could_not_be_taken_is_asked_again_without_the_question() {
    let mut interface = interface(b"12/3\n1957\n", PIPE);
    let form = Form::Date {
        wanted: "a year".to_owned(),
    };
    interface.ask(&ask(form.clone())).unwrap();
    let again = Ask::Answer {
        question: Box::new(question(form)),
        again: Some(AskAgain {
            message: "`12/3` can be read in two ways.".to_owned(),
            help: Some("Write the month as a word.".to_owned()),
        }),
    };
    assert_eq!(
        interface.ask(&again).unwrap(),
        Intent::Answer(Response::Text("1957".to_owned()))
    );
    let written = written(interface);
    assert_eq!(written.matches("What is asked?").count(), 1);
    assert!(written.ends_with(
        "> 12/3\nAsked again, at no cost: `12/3` can be read in two ways.\nWrite the month as a word.\n> 1957\n"
    ));
}

#[test]
fn the_first_word_of_a_verdict_says_what_it_is() {
    let partly = VerdictView {
        credit: Some(Credit::new(500)),
        earned: Points(500),
        ..verdict(1)
    };
    let saved = VerdictView {
        credit: None,
        ..verdict(1)
    };
    let cases = [
        (verdict(0), "Right"),
        (verdict(1), "Wrong"),
        (partly, "Partly"),
        (saved, "Saved"),
    ];
    for (verdict, word) in cases {
        let mut interface = interface(b"", PIPE);
        interface.show(&View::Verdict(Box::new(verdict))).unwrap();
        let written = written(interface);
        assert!(written.starts_with(word), "{written}");
    }
}

fn menu() -> Menu {
    Menu {
        title: texts(&["quizline"]),
        items: vec![
            Item::new("DeepSeek", "30 questions"),
            Item::new("Apollo", ""),
            Item::new("Apollo 13", ""),
        ],
        keys: vec![('n', "change the name".to_owned())],
        footer: Vec::new(),
        selected: 0,
        back: "quit".to_owned(),
    }
}

#[test]
fn a_menu_is_picked_from_by_number_key_or_text() {
    let cases = [
        ("\n", Picked::Item(0)),
        ("2\n", Picked::Item(1)),
        ("N\n", Picked::Key('n')),
        ("apollo\n", Picked::Item(1)),
        ("seek\n", Picked::Item(0)),
        ("apo\n9\n3\n", Picked::Item(2)),
        (":back\n", Picked::Back),
        (":quit\n", Picked::Back),
    ];
    for (input, picked) in cases {
        assert_eq!(
            interface(input.as_bytes(), PIPE).pick(&menu()).unwrap(),
            picked,
            "{input}"
        );
    }
    assert!(matches!(
        interface(b"9\n", PIPE).pick(&menu()),
        Err(UiError::EndOfInput)
    ));
}

#[test]
fn questions_of_the_guide_have_a_default() {
    for (input, default, answer) in [
        ("\n", true, true),
        ("maybe\nn\n", true, false),
        ("Yes\n", false, true),
    ] {
        assert_eq!(
            interface(input.as_bytes(), PIPE)
                .confirm("Go on?", default)
                .unwrap(),
            answer
        );
    }
    for (input, default, answer) in [
        ("\n", Some("ada"), Some("ada")),
        (" bob \n", None, Some("bob")),
        ("\n:back\n", None, None),
    ] {
        let given = interface(input.as_bytes(), PIPE)
            .input("Your name", default)
            .unwrap();
        assert_eq!(given.as_deref(), answer);
    }
}

/// Texts that try to steer a terminal, as they are and as Markdown entities.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\u{1b}[2J",
        "\u{9b}31m",
        "\u{7}",
        "\u{202e}",
        "&#27;",
        "&#x1b;]52;c;x",
        "\\\u{1b}",
        "`",
        "**",
        "\n",
        "\t",
        "漢",
        "a",
        " ",
        "\r",
        "[x](\u{1b}y)",
        "<\u{1b}>",
        "# ",
        "- ",
        "e\u{301}",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

fn form(kind: usize, texts: &[String]) -> Form {
    let choices = texts.to_vec();
    match kind {
        0 => Form::One { choices },
        1 => Form::Many {
            choices,
            all_or_nothing: true,
        },
        2 => Form::TrueFalse,
        3 => Form::Words,
        4 => Form::Number {
            unit: texts.first().cloned(),
        },
        5 => Form::Date {
            wanted: "a year".to_owned(),
        },
        6 => Form::Order { items: choices },
        7 => Form::Match {
            lefts: choices.clone(),
            rights: choices,
        },
        8 => Form::Gaps {
            around: choices.clone(),
            numeric: vec![true; choices.len() - 1],
        },
        _ => Form::Essay,
    }
}

fn steers(written: &str) -> bool {
    written
        .chars()
        .any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_pack_and_no_input_steers_the_terminal(
        kind in 0..10_usize,
        texts in prop::collection::vec(hostile(), 1..5),
        lines in prop::collection::vec(hostile(), 0..6),
        width in 0..100_usize,
    ) {
        let mut interface = interface(lines.join("\n").as_bytes(), Setting { width, ..PIPE });
        let mut asked = question(form(kind, &texts));
        asked.prompt = texts[0].clone();
        asked.hints = texts.clone();
        let _ = interface.ask(&Ask::Answer { question: Box::new(asked), again: None });
        let mut shown = verdict(1);
        shown.sheet = Sheet::Typed { given: lines.first().cloned(), key: texts[0].clone(), slip: true };
        shown.explanation = Some(texts[0].clone());
        shown.source = Some(texts[0].clone());
        shown.passage = Some(PassageView {
            heading: Some(texts[0].clone()),
            before: texts[0].clone(),
            quoted: texts[0].clone(),
            after: String::new(),
        });
        interface.show(&View::Verdict(Box::new(shown))).unwrap();
        interface.show(&View::Notice(Notice::Overridden { patch: Some(texts[0].clone()) })).unwrap();
        let written = written(interface);
        prop_assert!(!steers(&written), "{written:?}");
    }

    #[test]
    fn no_bytes_panic_and_every_dialogue_ends(kind in 0..10_usize, input in prop::collection::vec(any::<u8>(), 0..300)) {
        let choices = texts(&["a", "b", "1"]);
        let mut interface = interface(&input, PIPE);
        for _ in 0..input.len() + 2 {
            match interface.ask(&ask(form(kind, &choices))) {
                Ok(_) => {}
                Err(error) => {
                    prop_assert!(matches!(error, UiError::EndOfInput));
                    break;
                }
            }
        }
        prop_assert!(!steers(&written(interface)));
    }

    #[test]
    fn any_characters_of_the_grammar_are_read_or_told(kind in 0..10_usize, line in "[0-9a-c ,;.:>=()–-]{1,12}") {
        let choices = texts(&["a", "b", "1"]);
        let _ = grammar::read(&form(kind, &choices), &line);
        let _ = grammar::ticks(3, &line);
    }
}
