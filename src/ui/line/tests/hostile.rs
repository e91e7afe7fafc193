//! What no pack and no input may do.

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::{prop_assert, strategy::Strategy};

use super::{PIPE, ask, interface, question, texts, verdict, written};
use crate::{
    session::{
        Ask, Form, Sheet, View,
        view::{Notice, PassageView},
    },
    ui::{
        Interface, UiError,
        line::{Setting, grammar},
    },
};

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
