//! Every prompt at every size, with any text and any keys: nothing is wider than the window, the selected line is in
//! sight, nothing panics.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_oneof, proptest};

use super::{
    keys::Key,
    line::Line,
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    question::Question,
    tty::Size,
};
use crate::{
    pack::{Id, Points},
    session::{Command, Form, QuestionView},
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,40}",
        "[中文字星 ]{1,30}",
        "[a-zé`*e\u{301}👩\u{200d}🚀\u{202e}\u{1b}\u{9b}\n ]{0,60}",
        Just("word ".repeat(60)),
        Just("x".repeat(300)),
    ]
}

fn texts(least: usize, most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(text(), least..most)
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![
        texts(2, 14).prop_map(|choices| Form::One { choices }),
        (texts(2, 14), any::<bool>()).prop_map(|(choices, all_or_nothing)| Form::Many {
            choices,
            all_or_nothing
        }),
        Just(Form::TrueFalse),
        Just(Form::Words),
        text().prop_map(|unit| Form::Number { unit: Some(unit) }),
        Just(Form::Date {
            wanted: "a day".to_owned()
        }),
        texts(2, 12).prop_map(|items| Form::Order { items }),
        (texts(2, 8), texts(2, 8)).prop_map(|(lefts, rights)| Form::Match { lefts, rights }),
        texts(2, 6).prop_map(|around| Form::Gaps {
            numeric: vec![false; around.len() - 1],
            around,
        }),
        Just(Form::Essay),
    ]
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        any::<char>()
            .prop_filter("typed", |c| !c.is_control())
            .prop_map(Key::Char),
        "[0-9a-l ?]".prop_map(|c| Key::Char(c.chars().next().unwrap_or(' '))),
        text().prop_map(Key::Paste),
        proptest::sample::select(vec![
            Key::Enter,
            Key::Tab,
            Key::BackTab,
            Key::Esc,
            Key::Backspace,
            Key::Delete,
            Key::Up,
            Key::Down,
            Key::Left,
            Key::Right,
            Key::Home,
            Key::End,
            Key::PageUp,
            Key::PageDown,
            Key::Ctrl('w'),
            Key::Char(' '),
        ]),
    ]
}

fn view(prompt: String, form: Form) -> QuestionView {
    let id = Id::new("q").unwrap();
    QuestionView {
        pack: id.clone(),
        id,
        number: 3,
        of: 10,
        prompt,
        form,
        points: Points::ONE,
        hints: vec!["a hint".to_owned()],
        hints_left: 1,
        hint_cost: 250,
        second_try: false,
        comes_back: false,
        lives: None,
        given: None,
        commands: vec![
            Command::Hint,
            Command::Skip,
            Command::DontKnow,
            Command::Flag,
            Command::Quit,
        ],
    }
}

/// What is wrong with a frame, if anything is.
fn fault(lines: &[Line], cursor: Option<(usize, usize)>, size: Size) -> Option<String> {
    for line in lines {
        if line.width() > width(size) {
            return Some(format!("too wide: {}", line.text()));
        }
        if line.text().chars().any(char::is_control) {
            return Some(format!("a control character: {:?}", line.text()));
        }
    }
    let first = lines.len().saturating_sub(reach(size));
    match cursor {
        Some((row, col)) if row < first || row >= lines.len() || col > width(size) => {
            Some(format!("cursor at {row}, {col} is out of sight"))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_question_fits_every_window_whatever_it_asks_and_whatever_is_pressed(
        prompt in text(),
        form in form(),
        keys in proptest::collection::vec(key(), 0..24),
        rows in 1_usize..60,
        cols in 20_usize..200,
    ) {
        let size = Size { rows, cols };
        let view = view(prompt, form);
        let mut question = Question::new(&view, None, None, None);
        for key in keys {
            if question.press(&key) != Step::Stay {
                break;
            }
            let frame = question.frame(size, Marks::UNICODE);
            let fault = fault(&frame.lines, frame.cursor, size);
            prop_assert!(fault.is_none(), "{fault:?} after {key:?}");
        }
    }

    #[test]
    fn the_selected_choice_is_in_sight_in_every_window_of_line_mode_and_above(
        choices in texts(2, 30),
        steps in 1_usize..40,
        rows in 4_usize..60,
        cols in 20_usize..200,
    ) {
        let size = Size { rows, cols };
        let view = view("word ".repeat(50), Form::One { choices });
        let mut question = Question::new(&view, None, None, None);
        for _ in 0..steps {
            question.press(&Key::Down);
            let frame = question.frame(size, Marks::UNICODE);
            let first = frame.lines.len().saturating_sub(reach(size));
            let selected = frame.lines[first..]
                .iter()
                .any(|line| line.text().starts_with("> "));
            prop_assert!(selected);
        }
    }

    #[test]
    fn a_window_that_shrinks_to_almost_nothing_breaks_nothing(
        form in form(),
        keys in proptest::collection::vec(key(), 0..12),
        rows in 1_usize..5,
        cols in 1_usize..24,
    ) {
        let size = Size { rows, cols };
        let view = view("What?".to_owned(), form);
        let mut question = Question::new(&view, None, None, None);
        question.frame(size, Marks::ASCII);
        for key in keys {
            if question.press(&key) != Step::Stay {
                break;
            }
            question.frame(size, Marks::ASCII);
        }
    }
}
