//! `quizline timeline` from the outside: what a pipe gets, and what bad input is told.

use std::{
    io::Write as _,
    process::{Command, Output},
};

fn run(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().expect("a folder for tests");
    Command::new(env!("CARGO_BIN_EXE_quizline"))
        .arg("timeline")
        .args(arguments)
        .current_dir(home.path())
        .env_clear()
        .env("HOME", home.path())
        .env("LANG", "C.UTF-8")
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn written(toml: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new()
        .suffix(".toml")
        .tempfile()
        .expect("a file for tests");
    file.write_all(toml.as_bytes()).expect("it can be written");
    file
}

/// The command on a pack with these events.
fn of(events: &str, arguments: &[&str]) -> Output {
    let file = written(&format!("format = 1\nid = \"p\"\ntitle = \"P\"\n{events}"));
    let path = file.path().to_string_lossy().into_owned();
    let mut all = vec![path.as_str()];
    all.extend(arguments);
    run(&all)
}

const EVENTS: &str = "[[events]]\nid = \"b\"\nwhen = 1958\ntitle = \"B 中\"\n\
    [[events]]\nid = \"a\"\nwhen = \"c. 44 BCE\"\ntitle = \"A\"\n";

#[test]
fn a_pipe_gets_a_line_an_event_in_order() {
    let lines = text(&of(EVENTS, &[]).stdout);
    assert_eq!(lines, "c. 44 BCE\tA\n1958\tB 中\n");
    let reversed = text(&of(EVENTS, &["--reverse", "--format", "text"]).stdout);
    assert_eq!(reversed, "1958\tB 中\nc. 44 BCE\tA\n");
}

#[test]
fn a_view_that_is_asked_for_is_drawn_in_a_pipe_too() {
    let drawn = text(&of(EVENTS, &["--width", "40", "--ascii"]).stdout);
    assert!(drawn.starts_with("c. 44 BCE -~- A\n"), "{drawn}");
    for view in ["--axis", "--group"] {
        let drawn = text(&of(EVENTS, &[view]).stdout);
        assert!(drawn.contains('◐') && drawn.contains("cale"), "{drawn}");
    }
}

#[test]
fn json_is_one_value() {
    let json: serde_json::Value =
        serde_json::from_slice(&of(EVENTS, &["--format", "json"]).stdout).expect("JSON");
    assert_eq!(json["events"][0]["begins_before"][0], "b");
    assert_eq!(json["events"][1]["title"], "B 中");
    let none: serde_json::Value =
        serde_json::from_slice(&of("", &["--format", "json"]).stdout).expect("JSON");
    assert_eq!(none["events"], serde_json::json!([]));
}

#[test]
fn packs_with_few_events_are_told_kindly() {
    let none = of("", &[]);
    assert!(none.status.success() && none.stdout.is_empty());
    assert!(text(&none.stderr).contains("has no events"));
    let one = of(
        "[[events]]\nid = \"a\"\nwhen = 1957\ntitle = \"A\"\n",
        &["--axis"],
    );
    assert!(text(&one.stdout).contains("1957"), "{}", text(&one.stdout));
    assert!(text(&one.stderr).contains("one event"));
}

#[test]
fn what_cannot_be_shown_is_an_error_with_its_own_code() {
    for (arguments, code) in [
        (vec!["no-such-pack"], 3),
        (vec!["deepseek", "--width", "19"], 2),
        (vec!["deepseek", "--axis", "--group"], 2),
        (vec!["deepseek", "--scale", "wide"], 2),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    let file = written("nonsense");
    let path = file.path().to_string_lossy().into_owned();
    assert_eq!(run(&[&path]).status.code(), Some(3));
}
