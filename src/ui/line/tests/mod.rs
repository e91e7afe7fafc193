//! What the tests of line mode share: questions of every form, and pipes to answer them through.

mod dialogue;
mod grammar;
mod guide;
mod hostile;

use std::io::Cursor;

use super::{LineInterface, Setting};
use crate::{
    grade::Credit,
    pack::{Id, Points},
    session::{
        Ask, Form, Intent, QuestionView, Sheet, VerdictView,
        view::{ChoiceLine, PassageView},
    },
    ui::{Interface, UiError},
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
        lives: None,
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
