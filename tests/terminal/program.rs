//! The real program in a terminal, with a pack and a store of its own.

use std::fs;

use crate::pty::Pty;

const PACK: &str = r#"
format = 1
id = "moon"
title = "Landing on the Moon"

[[questions]]
id = "commander"
kind = "choice"
prompt = "Who commanded Apollo 11?"
answer = "Neil Armstrong"
distractors = ["Юрий Гагарин", "迈克尔·柯林斯"]
shuffle = false
explanation = "Armstrong commanded."
hints = ["He spoke the first words on the Moon."]

[[questions]]
id = "lander"
kind = "short-answer"
prompt = "What was the lander called?"
answer = "Eagle"
"#;

/// A folder with the pack; the store lies there too.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("moon.toml"), PACK).unwrap();
    folder
}

fn take(folder: &tempfile::TempDir, arguments: &[&str]) -> Pty {
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (pack, store, home) = (path("moon.toml"), path("store.db"), path("home"));
    let mut all = vec!["take", pack.as_str(), "--learner", "Ada"];
    all.extend(arguments);
    let env = [("HOME", home.as_str()), ("QUIZLINE_STORE", store.as_str())];
    Pty::spawn(env!("CARGO_BIN_EXE_quizline"), &all, &env, 30, 80)
}

#[test]
fn a_quiz_is_taken_with_hint_undo_and_a_summary() {
    let folder = folder();
    let mut pty = take(&folder, &[]);
    pty.wait_text("Choose one.");
    pty.type_in("\th");
    pty.wait_text("He spoke the first words");
    pty.type_in("2\r");
    pty.wait_text("Enter next");
    assert!(
        pty.contents().contains("(yours, wrong)"),
        "{}",
        pty.contents()
    );
    pty.type_in("u");
    pty.wait_text("second try");
    pty.type_in("\x1b[B");
    pty.wait_text("> 1) ");
    pty.type_in("\r");
    pty.wait_text("(yours, right)");
    pty.wait_text("Enter next");
    pty.type_in("\r");
    pty.wait_text("Answer in a few words.");
    pty.type_in("eagle\r");
    pty.wait_text("Enter results");
    pty.type_in("\r");
    pty.wait_text("Score: ");
    assert!(pty.end().success(), "{}", pty.contents());
    assert!(pty.is_as_before());
}

#[test]
fn ctrl_c_gives_the_terminal_back_and_the_attempt_goes_on_later() {
    let folder = folder();
    let mut pty = take(&folder, &[]);
    pty.wait_text("Choose one.");
    pty.type_in("1\r");
    pty.wait_text("Enter next");
    pty.type_in("\r");
    pty.wait_text("Answer in a few words.");
    pty.type_in("half an ans\x03");
    assert_eq!(pty.end().code(), Some(130), "{}", pty.contents());
    assert!(pty.is_as_before());

    let mut pty = take(&folder, &["--resume"]);
    pty.wait_text("What was the lander called?");
    pty.type_in("Eagle\r");
    pty.wait_text("Enter results");
    pty.type_in("\r");
    pty.wait_text("2 right.");
    assert!(pty.end().success());
}

const SPACE: &str = r#"
format = 1
id = "space"
title = "Space"

[[events]]
id = "sputnik"
when = 1957-10-04
title = "Sputnik flies"

[[events]]
id = "moon"
when = 1969-07-20
title = "Americans walk on the Moon"

[[events]]
id = "iss"
when = 1998-11-20
title = "The International Space Station 国际空间站 is begun with a first module, and then grows"
"#;

fn play(folder: &tempfile::TempDir, arguments: &[&str]) -> Pty {
    fs::write(folder.path().join("space.toml"), SPACE).unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (pack, store, home) = (path("space.toml"), path("store.db"), path("home"));
    let mut all = vec!["timeline", pack.as_str(), "--learner", "Ada", "--play"];
    all.extend(arguments);
    let env = [("HOME", home.as_str()), ("QUIZLINE_STORE", store.as_str())];
    Pty::spawn(env!("CARGO_BIN_EXE_quizline"), &all, &env, 30, 80)
}

#[test]
fn a_game_outlives_a_window_that_shrinks_and_shows_dates_only_after_the_move() {
    let folder = tempfile::tempdir().unwrap();
    let mut pty = play(&folder, &["order", "--count", "1"]);
    pty.wait_text("Round 1 of 1");
    pty.wait_text("Put these in order");
    for year in ["1957", "1969", "1998"] {
        assert!(!pty.contents().contains(year), "{}", pty.contents());
    }
    for (rows, columns) in [(12, 40), (4, 12), (2, 3), (1, 1), (24, 60), (30, 80)] {
        pty.resize(rows, columns);
        // Lift, move, put down: whatever the window is like.
        pty.type_in(" \x1b[B ");
    }
    pty.wait_text("Put these in order");
    pty.type_in("\r");
    pty.wait_text("Enter results");
    for year in ["1957", "1969", "1998"] {
        assert!(pty.contents().contains(year), "{}", pty.contents());
    }
    pty.type_in("\r");
    pty.wait_text("Guessing earns about");
    pty.wait_text("play again");
    assert!(pty.end().success(), "{}", pty.contents());
    assert!(pty.is_as_before());
}

#[test]
fn a_game_that_was_left_is_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut pty = play(&folder, &["place"]);
    pty.wait_text("3 lives left");
    pty.type_in("1\r");
    pty.wait_text("Enter next");
    pty.type_in("q");
    pty.wait_text("--resume");
    assert_eq!(pty.end().code(), Some(4), "{}", pty.contents());

    let mut pty = play(&folder, &["place"]);
    pty.wait_text("1 of 2 rounds played");
    pty.type_in("\r");
    pty.wait_text("Round 2 of 2");
    pty.type_in("\td");
    pty.wait_text("Enter results");
    pty.type_in("\r");
    assert!(pty.end().success(), "{}", pty.contents());
}

#[test]
fn a_resize_after_a_key_at_a_yes_no_question_is_no_ctrl_c() {
    let folder = folder();
    let mut pty = take(&folder, &[]);
    pty.wait_text("Choose one.");
    pty.type_in("\x1b");
    pty.wait_text("[y/N]");
    // From now on dialoguer itself reads.
    pty.type_in("y");
    pty.wait_text("[Y/n]");
    pty.resize(20, 60);
    pty.wait_text("[y/N]");
    pty.type_in("n\r");
    pty.wait("the question alone", |screen| {
        !screen.contents().contains("Quit?") && screen.bracketed_paste()
    });
    pty.type_in("1\r");
    pty.wait_text("Enter next");
    pty.type_in("\x03");
    assert_eq!(pty.end().code(), Some(130), "{}", pty.contents());
    assert!(pty.is_as_before());
}
