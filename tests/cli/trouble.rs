//! A store that cannot be used: the quiz goes on into a spool that is taken in later, or nothing is shown as graded.

use std::{fs, path::Path, process::Command};

use rusqlite::Connection;

use crate::program::{Folder, PROGRAM, Ran, with_moon};

const ANSWERS: &str = "Neil Armstrong\nNeil Armstrong, Buzz Aldrin\n:quit\n";

/// How many responses the store has, those of the spool and those taken back among them.
fn responses(folder: &Folder) -> usize {
    let ran = folder.run(&[
        "scores",
        "--responses",
        "--all",
        "--everyone",
        "--format",
        "json",
    ]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    json["responses"].as_array().map_or(0, Vec::len)
}

/// Two answers go into the spool with a note, whatever is wrong with the store.
fn spooled(folder: &Folder) {
    let ran = folder.run_with(&["take", "moon"], ANSWERS);
    assert_eq!(ran.code, Some(4), "{ran}");
    let rights = ran
        .out
        .lines()
        .filter(|line| line.starts_with("Right"))
        .count();
    assert_eq!(rights, 2, "{ran}");
    let told = format!("{} {}", ran.out, ran.err);
    let told: Vec<&str> = told.split_whitespace().collect();
    assert!(
        told.join(" ")
            .contains("your answers are kept in a file of their own"),
        "{ran}"
    );
}

/// Commands that need the store say what is wrong and change nothing.
fn refused(folder: &Folder, word: &str) {
    let store = folder.store();
    let before = fs::read(&store).ok();
    for arguments in [
        &["scores"][..],
        &["store", "verify"],
        &["scores", "--format", "json"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, Some(3), "{arguments:?} {ran}");
        assert!(ran.err.contains(word), "{arguments:?} {ran}");
        assert_eq!(ran.out, "", "{arguments:?} {ran}");
    }
    assert!(fs::read(&store).ok() == before, "the store was changed");
}

/// A store with ten responses.
fn with_responses() -> Folder {
    let folder = with_moon();
    let ran = folder.run(&["take", "moon", "--answers", "answers.jsonl"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(responses(&folder), 10);
    folder
}

#[test]
fn a_damaged_store_is_neither_changed_nor_taken_as_empty() {
    let folder = with_responses();
    let whole = fs::read(folder.store()).unwrap();
    for damage in ["no database at all", ""] {
        let mut bytes = damage.as_bytes().to_vec();
        bytes.resize(whole.len() / 2, b'?');
        fs::write(folder.store(), &bytes).unwrap();
        refused(&folder, "damaged");
        spooled(&folder);
        assert_eq!(
            fs::read(folder.store()).unwrap(),
            bytes,
            "the store was changed"
        );
    }
    fs::write(folder.store(), whole).unwrap();
    assert_eq!(
        responses(&folder),
        14,
        "the spool is taken in once the store is back"
    );
    assert_eq!(responses(&folder), 14, "and only once");
}

#[test]
fn restore_saves_what_can_be_read_and_keeps_the_old_file() {
    let folder = with_responses();
    let mut bytes = fs::read(folder.store()).unwrap();
    bytes.truncate(bytes.len() - 4096);
    fs::write(folder.store(), &bytes).unwrap();
    refused(&folder, "damaged");
    let ran = folder.run(&["store", "restore"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(folder.run(&["store", "verify"]).code, Some(0));
    let kept = fs::read_dir(folder.path())
        .unwrap()
        .filter_map(|entry| fs::read(entry.unwrap().path()).ok())
        .any(|content| content == bytes);
    assert!(kept, "the damaged file is gone");
}

#[test]
fn a_newer_store_is_left_alone() {
    let folder = with_responses();
    let connection = Connection::open(folder.store()).unwrap();
    let version: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    connection.close().unwrap();
    refused(&folder, "newer");
    spooled(&folder);
    let connection = Connection::open(folder.store()).unwrap();
    connection
        .pragma_update(None, "user_version", version)
        .unwrap();
    connection.close().unwrap();
    assert_eq!(responses(&folder), 12);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let folder = with_moon();
    let connection = Connection::open(folder.store()).unwrap();
    connection.execute_batch("CREATE TABLE theirs (x)").unwrap();
    connection.close().unwrap();
    refused(&folder, "not quizline's");
    spooled(&folder);
    fs::remove_file(folder.store()).unwrap();
    assert_eq!(responses(&folder), 2);
}

#[test]
fn a_store_that_stays_locked_does_not_stop_the_quiz() {
    let folder = with_responses();
    let connection = Connection::open(folder.store()).unwrap();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    spooled(&folder);
    connection.execute_batch("ROLLBACK").unwrap();
    connection.close().unwrap();
    assert_eq!(responses(&folder), 12);
}

/// Answers and takes back so many times, where no file may become larger than the store is at the start.
fn on_a_full_disk(folder: &Folder, times: usize) -> Ran {
    let blocks = fs::metadata(folder.store()).map_or(0, |store| store.len() / 512);
    let mut shell = Command::new("sh");
    folder.furnish(&mut shell);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{PROGRAM}' take moon");
    shell.args(["-c", &script]);
    let input = "Neil Armstrong\n:undo\n".repeat(times);
    folder.finish(&mut shell, &format!("{input}:quit\n"))
}

#[test]
fn a_full_disk_does_not_stop_the_quiz_while_the_spool_has_room() {
    let folder = with_responses();
    let ran = on_a_full_disk(&folder, 20);
    assert_eq!(ran.code, Some(4), "{ran}");
    assert_eq!(ran.out.matches("\nRight: ").count(), 20, "{ran}");
    assert_eq!(responses(&folder), 10 + 20);
}

#[test]
fn a_disk_without_any_room_ends_the_quiz_before_a_verdict_that_is_not_stored() {
    let folder = with_responses();
    let ran = on_a_full_disk(&folder, 400);
    assert_eq!(ran.code, Some(5), "{ran}");
    let shown = ran.out.matches("\nRight: ").count();
    assert!((20..400).contains(&shown), "{shown} verdicts");
    assert_eq!(responses(&folder), 10 + shown);
}

#[test]
fn without_store_and_spool_no_verdict_is_shown() {
    let folder = with_moon();
    // As root a folder's permissions do not hold; a file in its place does.
    folder.write("file", "");
    let store = folder.path().join("file/store.db");
    let mut command = folder.command(&["take", "moon"]);
    command
        .env("QUIZLINE_STORE", store)
        .env("HOME", folder.path().join("file"));
    let ran = folder.finish(&mut command, ANSWERS);
    assert_eq!(ran.code, Some(5), "{ran}");
    assert!(
        !ran.out.contains("Right") && !ran.out.contains("(yours"),
        "{ran}"
    );
    assert!(ran.err.contains("could not be saved"), "{ran}");
}

#[test]
fn a_store_that_can_only_be_read_is_read() {
    let folder = with_responses();
    let mut permissions = fs::metadata(folder.store()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.store(), permissions).unwrap();
    assert_eq!(responses(&folder), 10);
    // Whoever may write all the same, as root, records; everyone else goes on into the spool.
    let ran = folder.run_with(&["take", "moon"], ANSWERS);
    assert_eq!(ran.code, Some(4), "{ran}");
    assert_eq!(ran.out.matches("\nRight").count(), 2, "{ran}");
}

#[test]
fn a_store_in_a_place_that_is_no_folder_is_named() {
    let folder = with_moon();
    folder.write("file", "");
    let path = folder.path().join("file/store.db");
    let ran = folder.run(&["scores", "--store", shown(&path)]);
    assert!(matches!(ran.code, Some(0 | 3)), "{ran}");
    let ran = folder.run(&["scores", "--store", "quizzes"]);
    assert_eq!(ran.code, Some(3), "{ran}");
    assert!(ran.err.contains("quizzes"), "{ran}");
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("the path of the tests is Unicode")
}
