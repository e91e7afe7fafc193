//! Dialogues: what is asked, shown and waited for, and in which order.

use super::{PIPE, ask, gaps, interface, one, question, verdict, written};
use crate::{
    grade::{AskAgain, Credit, Response},
    pack::Points,
    session::{Ask, Form, Intent, QuestionView, VerdictView, View, view::Notice},
    ui::{
        Interface, UiError,
        line::{LINE_LIMIT, Setting},
    },
};

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
    snapbox::assert_data_eq!(
        written(interface),
        snapbox::file!["../transcript.txt"].raw()
    );
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
