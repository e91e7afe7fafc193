//! The program that runs in the terminal: this test program starts itself again, and there shows one question or menu.

use crate::pty::Pty;
use quizline::{
    grade::AskAgain,
    pack::{Id, Points},
    session::{
        Ask, Command, Form, Intent, QuestionView, View,
        view::{Notice, PassageView},
    },
    ui::{Guide, Interface, Item, Menu, Terminal, TerminalSettings, UiError},
};

const ROLE: &str = "QUIZLINE_TEST_ROLE";

fn view(form: Form) -> QuestionView {
    let id = Id::new("q").unwrap();
    QuestionView {
        pack: id.clone(),
        id,
        number: 1,
        of: 2,
        prompt: "What is asked?".to_owned(),
        form,
        points: Points::ONE,
        hints: Vec::new(),
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
            Command::Undo,
            Command::Flag,
            Command::Quit,
        ],
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn cjk() -> Vec<String> {
    (1..=40)
        .map(|n| format!("选择 {n} 这是一个很长的中文选项，它比屏幕更宽，所以必须换行显示"))
        .collect()
}

fn form(role: &str) -> Form {
    match role {
        "cjk" => Form::One { choices: cjk() },
        "many" => Form::Many {
            choices: texts(&["red", "green", "blue"]),
            all_or_nothing: false,
        },
        "words" | "again" => Form::Words,
        _ => Form::One {
            choices: texts(&["Armstrong", "Aldrin", "Юрий Гагарин", "Collins"]),
        },
    }
}

/// What runs in the terminal.
fn run(role: &str) -> Result<String, UiError> {
    let mut terminal = Terminal::open(TerminalSettings {
        colour: true,
        ascii: false,
    })?;
    if role == "menu" {
        let menu = Menu {
            title: texts(&["Packs"]),
            items: (1..=60)
                .map(|n| Item::new(format!("深度 pack {n}"), ""))
                .collect(),
            ..Menu::default()
        };
        return Ok(format!("{:?}", terminal.pick(&menu)?));
    }
    if role == "confirm" {
        let said =
            terminal.confirm("Начать сначала? Everything so far is saved and kept.", true)?;
        return Ok(format!("{said}"));
    }
    terminal.show(&View::Passage(PassageView {
        heading: None,
        before: "Text above that must stay. ".to_owned(),
        quoted: "The lander set down".to_owned(),
        after: String::new(),
    }))?;
    let mut view = view(form(role));
    let mut again = None;
    if role == "two" {
        let question = Box::new(view.clone());
        terminal.ask(&Ask::Answer {
            question,
            again: None,
        })?;
        view.number = 2;
    }
    loop {
        let question = Box::new(view.clone());
        match terminal.ask(&Ask::Answer {
            question,
            again: again.take(),
        })? {
            Intent::Hint => {
                view.hints.push("He spoke first.".to_owned());
                view.hints_left = 0;
            }
            Intent::Undo => terminal.show(&View::Notice(Notice::Undone))?,
            Intent::Answer(_) if role == "panic" => panic!("as asked"),
            Intent::Answer(answer) if role == "again" && !view.second_try => {
                assert_ne!(format!("{answer:?}"), "");
                view.second_try = true;
                again = Some(AskAgain {
                    message: "this cannot be read".to_owned(),
                    help: None,
                });
            }
            intent => return Ok(format!("{intent:?}")),
        }
    }
}

/// The program in the terminal; a test of its own only in name.
#[test]
#[expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "this is the program that runs in the terminal"
)]
fn role() {
    if let Ok(role) = std::env::var(ROLE) {
        match run(&role) {
            Ok(said) => println!("RESULT {said}"),
            Err(error) => println!("RESULT {error:?}"),
        }
    }
}

/// Starts this test program again in a terminal, to play a role.
pub(crate) fn start(role: &str, rows: u16, cols: u16) -> Pty {
    let program = std::env::current_exe().unwrap();
    let program = program.to_str().unwrap();
    let arguments = ["role::role", "--exact", "--nocapture"];
    Pty::spawn(program, &arguments, &[(ROLE, role)], rows, cols)
}
