//! Any text as an answer to a question of any kind: graded or asked again, never a panic, never beyond full credit.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quizline::{
    grade::{Context, Credit, Response, grade},
    pack::{self, Pack},
};

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    pack::read(include_str!("../cli/packs/moon.toml"), "moon")
        .pack
        .expect("the pack of the tests can be read")
});

fuzz_target!(|input: (u8, bool, &str)| {
    let (number, listed, text) = input;
    let question = &PACK.questions[usize::from(number) % PACK.questions.len()];
    let response = if listed {
        Response::List(text.split('\n').map(str::to_owned).collect())
    } else {
        Response::Text(text.to_owned())
    };
    let context = Context {
        language: PACK.language.clone(),
        ..Context::default()
    };
    match grade(question, &context, &response) {
        Ok(verdict) => assert!(verdict.credit.is_none_or(|credit| credit <= Credit::FULL)),
        Err(again) => assert!(
            !again.message.is_empty(),
            "{text:?} is asked again in silence"
        ),
    }
});
