//! The rich terminal through a pseudo-terminal: what a person sees, and that the terminal comes back as it was.

use rustix::process::Signal;

use crate::{pty::Pty, role::start};

/// Waits for the result, which must contain this, and checks that the terminal is as before.
fn ends(mut pty: Pty, result: &str) {
    pty.wait("the result", |screen| screen.contents().contains("RESULT "));
    pty.end();
    let contents = pty.contents();
    let shown = contents.split("RESULT ").last().unwrap_or_default();
    assert!(shown.contains(result), "{result} is not in:\n{contents}");
    assert!(pty.is_as_before(), "the terminal is not as before");
}

fn selected(pty: &Pty, text: &str) {
    let line = format!("> {text}");
    pty.wait(&line, |screen| {
        let contents = screen.contents();
        contents.lines().filter(|row| row.starts_with("> ")).count() == 1
            && contents.contains(&line)
    });
}

#[test]
fn arrows_and_digits_choose_and_enter_answers() {
    let mut pty = start("one", 24, 80);
    pty.wait_text("Choose one.");
    pty.type_in("\x1b[B");
    selected(&pty, "1) Armstrong");
    pty.type_in("\x1b[B");
    selected(&pty, "2) Aldrin");
    pty.type_in("4");
    selected(&pty, "4) Collins");
    assert!(pty.contents().contains("Text above that must stay."));
    pty.type_in("\r");
    ends(pty, "Text(\"Collins\")");
}

#[test]
fn an_arrow_that_arrives_in_pieces_is_one_arrow() {
    let mut pty = start("one", 24, 80);
    pty.wait_text("Choose one.");
    for piece in ["\x1b", "[", "B"] {
        pty.type_in(piece);
    }
    selected(&pty, "1) Armstrong");
    pty.type_in("\r");
    ends(pty, "Armstrong");
}

#[test]
fn a_long_cjk_list_keeps_the_selected_choice_in_sight_and_the_text_above() {
    let mut pty = start("cjk", 16, 40);
    pty.wait_text("Choose one.");
    for number in [1, 2, 3, 20, 40] {
        let keys = if number < 4 {
            "\x1b[B".to_owned()
        } else {
            number.to_string()
        };
        pty.type_in(&keys);
        selected(&pty, &format!("{number:>2}) 选择 {number} "));
    }
    pty.type_in("\r");
    ends(pty, "选择 40 ");
}

#[test]
fn a_resize_lays_the_question_out_anew_and_eats_nothing() {
    let mut pty = start("cjk", 30, 80);
    pty.wait_text("Choose one.");
    pty.type_in("2");
    selected(&pty, " 2) ");
    for (rows, cols) in [(30, 40), (12, 60), (30, 100), (2, 10), (1, 1), (24, 80)] {
        pty.resize(rows, cols);
        pty.wait("a frame for the new size", |screen| {
            let found = screen
                .contents()
                .lines()
                .any(|row| row.starts_with('>') || row.starts_with("Choose"));
            found && !screen.contents().is_empty()
        });
    }
    pty.wait_text("Choose one. 1-40");
    pty.type_in("\r");
    ends(pty, "选择 2 ");
}

#[test]
fn text_above_stays_when_the_window_becomes_narrow() {
    let mut pty = start("one", 30, 80);
    pty.wait_text("Choose one.");
    pty.resize(30, 40);
    pty.wait("the keys on two lines", |screen| {
        screen.contents().contains("Enter\ntakes it")
    });
    let contents = pty.contents();
    assert!(
        contents.contains("Text above that must stay."),
        "{contents}"
    );
    assert_eq!(contents.matches("What is asked?").count(), 1, "{contents}");
    pty.type_in("1\r");
    ends(pty, "Armstrong");
}

#[test]
fn what_is_typed_ahead_does_not_answer_the_next_question() {
    let mut pty = start("two", 24, 80);
    pty.wait_text("Choose one.");
    pty.type_in("1\r2\r2\r");
    pty.wait("the second question, open", |screen| {
        let contents = screen.contents();
        contents.contains("Question 2") && contents.contains("Choose one.")
    });
    pty.type_in("4\r");
    ends(pty, "Collins");
}

#[test]
fn a_hint_is_taken_from_the_menu_and_undo_is_a_command() {
    let mut pty = start("one", 24, 80);
    pty.wait_text("Choose one.");
    pty.type_in("2\t");
    pty.wait_text("hint (takes 25% of the points)");
    pty.type_in("h");
    pty.wait_text("He spoke first.");
    selected(&pty, "2) Aldrin");
    pty.type_in("?u");
    pty.wait_text("Taken back.");
    pty.wait_text("Choose one.");
    pty.type_in("1\r");
    ends(pty, "Armstrong");
}

#[test]
fn ctrl_c_and_signals_give_the_terminal_back() {
    for (signal, number) in [
        (None, 2),
        (Some(Signal::INT), 2),
        (Some(Signal::TERM), 15),
        (Some(Signal::HUP), 1),
    ] {
        let mut pty = start("one", 24, 80);
        pty.wait_text("Choose one.");
        pty.wait("a hidden cursor", vt100::Screen::hide_cursor);
        match signal {
            None => pty.type_in("\x03"),
            Some(signal) => pty.signal(signal),
        }
        ends(pty, &format!("Signal({number})"));
    }
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut pty = start("panic", 24, 80);
    pty.wait_text("Choose one.");
    pty.type_in("1\r");
    pty.wait_text("as asked");
    pty.end();
    assert!(pty.is_as_before());
}

#[test]
fn a_yes_no_question_shows_the_cursor_again_on_every_path() {
    for (keys, result) in [
        ("\r", "true"),
        ("n\r", "false"),
        ("\x1b[B\x1b[1;5An\r", "false"),
        ("\x03", "Signal(2)"),
    ] {
        let mut pty = start("confirm", 24, 30);
        pty.wait_text("[Y/n]");
        pty.type_in(keys);
        ends(pty, result);
    }
    let mut pty = start("confirm", 24, 80);
    pty.wait_text("[Y/n]");
    pty.resize(2, 20);
    pty.resize(1, 5);
    pty.signal(Signal::TERM);
    pty.end();
    let bytes = pty.bytes();
    assert!(String::from_utf8_lossy(&bytes).contains("RESULT Signal(15)"));
    assert!(pty.is_as_before());
}

#[test]
fn esc_asks_whether_to_quit_and_no_goes_on() {
    let mut pty = start("many", 24, 80);
    pty.wait_text("Choose all");
    pty.type_in("1\x1b");
    pty.wait_text("Quit?");
    pty.type_in("n\r");
    pty.wait("the question alone", |screen| {
        !screen.contents().contains("Quit?") && screen.bracketed_paste()
    });
    assert!(pty.contents().contains("[x] 1) red"), "{}", pty.contents());
    pty.type_in("3\r");
    ends(pty, "List([\"red\", \"blue\"])");
}

#[test]
fn ctrl_z_stops_and_comes_back_with_the_question() {
    let mut pty = start("one", 24, 80);
    pty.wait_text("Choose one.");
    pty.type_in("3");
    selected(&pty, "3) Юрий Гагарин");
    pty.type_in("\x1a");
    pty.wait_stopped();
    pty.wait("a shown cursor", |screen| !screen.hide_cursor());
    assert!(pty.is_as_before());
    pty.signal(Signal::CONT);
    pty.wait("the question again", |screen| {
        screen.hide_cursor() && screen.contents().matches("> 3) ").count() == 2
    });
    pty.type_in("\r");
    ends(pty, "Юрий");
}

#[test]
fn a_paste_and_wide_characters_are_edited_as_people_count_them() {
    let mut pty = start("words", 24, 80);
    pty.wait_text("Answer in a few words.");
    pty.type_in("\x1b[200~梁文锋\nx\x1b[201~");
    pty.wait_text("> 梁文锋 x");
    pty.type_in("\x7f\x7f\x7f");
    pty.wait("two characters", |screen| {
        screen
            .contents()
            .lines()
            .any(|row| row.trim_end() == "> 梁文")
    });
    assert!(!pty.cursor_is_hidden());
    pty.type_in("\r");
    ends(pty, "Text(\"梁文\")");
}

#[test]
fn what_cannot_be_read_is_asked_again_in_its_place_with_what_was_typed() {
    let mut pty = start("again", 24, 80);
    pty.wait_text("Answer in a few words.");
    pty.type_in("next year\r");
    pty.wait_text("this cannot be read");
    let contents = pty.contents();
    assert_eq!(contents.matches("What is asked?").count(), 1, "{contents}");
    pty.type_in("!\r");
    ends(pty, "Text(\"next year!\")");
}

#[test]
fn ctrl_d_where_nothing_is_typed_ends_the_input() {
    let mut pty = start("words", 24, 80);
    pty.wait_text("Answer in a few words.");
    pty.type_in("a\x04\x7f");
    pty.type_in("\x04");
    ends(pty, "EndOfInput");
}

#[test]
fn a_long_menu_filters_by_typing() {
    let mut pty = start("menu", 12, 60);
    pty.wait_text("type to filter");
    pty.type_in("pack 57");
    pty.wait("one item", |screen| {
        let contents = screen.contents();
        contents.contains("57) 深度 pack 57") && !contents.contains("pack 56")
    });
    pty.type_in("\r");
    ends(pty, "Item(56)");
}

#[test]
fn nothing_but_our_own_sequences_reaches_the_terminal() {
    let mut pty = start("words", 24, 80);
    pty.wait_text("Answer in a few words.");
    pty.type_in("\x1b[200~a\u{1b}]52;c;aGk=\u{7}b\u{202e}\u{9b}2J\x1b[201~");
    pty.wait_text("> a");
    pty.type_in("\r");
    pty.wait_text("RESULT");
    let bytes = pty.bytes();
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("\u{1b}]52"), "{text:?}");
    assert!(!text.contains('\u{202e}') && !text.contains('\u{9b}'));
    ends(pty, "Text(");
}
