//! Guided screens as lines.

use super::{PIPE, interface, texts, written};
use crate::ui::{Guide, Item, Menu, Picked, UiError};

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
fn after_the_end_of_the_input_no_menu_is_shown_to_nobody() {
    let mut ui = interface(b"", PIPE);
    for _ in 0..2 {
        assert!(matches!(ui.pick(&menu()), Err(UiError::EndOfInput)));
    }
    let shown = written(ui);
    assert_eq!(shown.matches("DeepSeek").count(), 1, "{shown}");
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
