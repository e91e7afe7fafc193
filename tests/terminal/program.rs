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
