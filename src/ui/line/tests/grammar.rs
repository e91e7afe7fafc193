//! The grammar as tables: every form of every answer, and what is told of the others.

use super::{PIPE, gaps, interface, many, one, order, pairs, piped, texts};
use crate::{
    grade::Response,
    session::{Ask, Form, Intent},
    ui::{Interface, UiError, line::grammar},
};

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
