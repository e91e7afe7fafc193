//! Logs out of one store and into another.

use std::fs;

use snapbox::str;

use crate::program::{Folder, with_moon};

/// A folder in which this learner answered everything right, or only began.
fn taken_by(learner: &str, whole: bool) -> Folder {
    let folder = with_moon();
    let ran = if whole {
        folder.run(&[
            "take",
            "moon",
            "--answers",
            "answers.jsonl",
            "--learner",
            learner,
        ])
    } else {
        let answers = "Neil Armstrong\n:quit\n";
        folder.run_with(&["take", "moon", "--learner", learner], answers)
    };
    assert!(matches!(ran.code, Some(0 | 4)), "{ran}");
    folder
}

fn exported(folder: &Folder) -> String {
    let ran = folder.run(&["log", "export", "--everyone"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    ran.out
}

#[test]
fn a_log_goes_from_one_store_into_another_twice_without_harm() {
    let one = taken_by("Ada", true);
    one.run(&["log", "export", "-o", "ada.jsonl"]).is(str![[r#"
wrote 1 attempt with 11 rows to `ada.jsonl`
exit 0

"#]]);
    let log = fs::read_to_string(one.path().join("ada.jsonl")).unwrap();
    assert_eq!(log, one.run(&["log", "export"]).out);
    assert!(
        log.starts_with("{\"log\":{\"version\":1}}\n{\"attempt\":{\"id\":\""),
        "{log}"
    );

    let other = with_moon();
    other.write("ada.jsonl", &log);
    other.run(&["log", "import", "ada.jsonl"]).is(str![[r#"
took in 1 new attempt with 11 new rows from 1 log
exit 0

"#]]);
    other
        .run(&["log", "import", "ada.jsonl", "ada.jsonl"])
        .is(str![[r#"
took in 0 new attempts with 0 new rows from 2 logs; 22 rows were here already
exit 0

"#]]);
    other.run_with(&["log", "import", "-"], &log).is(str![[r#"
took in 0 new attempts with 0 new rows from 1 log; 11 rows were here already
exit 0

"#]]);
    assert_eq!(exported(&other), log);
    let responses = ["scores", "--responses", "--format", "csv"];
    assert_eq!(other.run(&responses).out, one.run(&responses).out);
    assert_eq!(other.run(&["store", "verify"]).code, Some(0));
}

#[test]
fn an_export_takes_ones_own_alone_and_never_replaces_a_file() {
    let folder = taken_by("Ada", false);
    folder.run_with(
        &["take", "moon", "--learner", "Bob"],
        "Neil Armstrong\n:quit\n",
    );
    let export = |arguments: &[&str]| {
        let ran = folder.run(&[&["log", "export"], arguments].concat());
        assert_eq!(ran.code, Some(0), "{ran}");
        (
            ran.out.matches("\"attempt\":{").count(),
            ran.out.contains("Bob"),
        )
    };
    assert_eq!(export(&[]), (1, false));
    assert_eq!(export(&["--learner", " bob "]), (1, true));
    assert_eq!(export(&["--everyone"]), (2, true));
    assert_eq!(export(&["--everyone", "--pack", "moon"]), (2, true));
    folder.write("mine.txt", "kept");
    folder
        .run(&["log", "export", "-o", "mine.txt"])
        .is(str![[r#"
stderr: error: `mine.txt` is there already; name another file
exit 3

"#]]);
    assert_eq!(
        fs::read_to_string(folder.path().join("mine.txt")).unwrap(),
        "kept"
    );
    folder
        .run(&["log", "export", "--learner", "Eve", "--pack", "moon"])
        .is(str![[r#"
{"log":{"version":1}}
stderr: note: there are no attempts by Eve at `moon`; `--everyone` takes every learner's
exit 0

"#]]);
    folder.run(&["log", "export", "-o", "no/such/folder/file"]).is(str![[r#"
stderr: error: cannot write `no/such/folder/file` (No such file or directory (os error 2)); name another file
exit 3

"#]]);
}

#[test]
fn faults_are_told_by_file_and_line_and_the_rest_is_taken() {
    let log = exported(&taken_by("Ada", true));
    let half = log.len() - 40;
    let folder = with_moon();
    folder
        .write("cut.jsonl", &log[..half])
        .write(
            "odd.jsonl",
            format!("what is this?\n{}", log.replace("\"Eagle\"", "7")),
        )
        .write("newer.jsonl", "{\"log\":{\"version\":2,\"by\":\"2.0\"}}\n")
        .write("bytes.jsonl", [0xff, 0xfe, b'\n'])
        .write("empty.jsonl", "");
    folder
        .run(&[
            "log",
            "import",
            "newer.jsonl",
            "gone.jsonl",
            "odd.jsonl",
            "bytes.jsonl",
            "quizzes",
            "empty.jsonl",
            "cut.jsonl",
        ])
        .is(str![[r#"
took in 1 new attempt with 11 new rows from 4 logs; 10 rows were here already; 3 lines were left out
stderr: error: `newer.jsonl`: the log was written by a newer quizline (its version is 2, this one knows up to 1); install the newer quizline; nothing of it was taken in
stderr: error: `gone.jsonl`: cannot be read (No such file or directory (os error 2)); nothing of it was taken in
stderr: error: odd.jsonl:1: not a line of a log: expected value (column 1)
stderr: error: bytes.jsonl:1: the line is not UTF-8 text
stderr: error: `quizzes`: cannot be read (Is a directory (os error 21)); nothing of it was taken in
stderr: error: cut.jsonl:23: the last line is cut off; export the log again to have it whole
exit 3

"#]]);
    folder
        .run(&[
            "log",
            "import",
            "--format",
            "json",
            "odd.jsonl",
            "gone.jsonl",
        ])
        .is(str![[r#"
{
  "version": 1,
  "files": [
    {
      "file": "odd.jsonl",
      "attempts": 0,
      "rows": 0,
      "known": 11,
      "left_out": 1,
      "future": 0,
      "lines": [
        {
          "line": 1,
          "why": "not a line of a log: expected value (column 1)"
        }
      ],
      "error": null
    },
    {
      "file": "gone.jsonl",
      "attempts": 0,
      "rows": 0,
      "known": 0,
      "left_out": 0,
      "future": 0,
      "lines": [],
      "error": "cannot be read (No such file or directory (os error 2))"
    }
  ],
  "attempts": 0,
  "rows": 0,
  "known": 11,
  "left_out": 1
}
exit 3

"#]]);
    folder.run(&["log", "import"]).is(str![[r#"
stderr: error: the following required arguments were not provided:
stderr:   <FILE>...
stderr: 
stderr: Usage: quizline log import <FILE>...
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
}

#[test]
fn a_line_that_contradicts_is_left_out() {
    let folder = taken_by("Ada", true);
    let log = exported(&folder);
    let lie = |from: &str, to: &str| log.replace(from, to);
    folder.write("name.jsonl", lie("\"Ada\"", "\"Bob\"")).write(
        "time.jsonl",
        lie("\"zone\":\"UTC\",\"kind\"", "\"zone\":\"Mars\",\"kind\""),
    );
    let before = exported(&folder);
    for name in ["name.jsonl", "time.jsonl"] {
        let ran = folder.run(&["log", "import", name]);
        assert_eq!(ran.code, Some(3), "{ran}");
        assert!(ran.err.contains(&format!("error: {name}:")), "{ran}");
        assert!(ran.err.contains("stays"), "{ran}");
        assert!(ran.out.contains("0 new attempts with 0 new rows"), "{ran}");
    }
    assert_eq!(exported(&folder), before);
}

#[test]
fn the_logs_of_a_class_make_one_table() {
    let class = Folder::new();
    let one = exported(&taken_by("Ada", true));
    let begun = exported(&taken_by("Ada", false));
    let mut names = Vec::new();
    for learner in 0..25 {
        // Everyone's own machine: the same quiz under other identities.
        let log = if learner % 5 == 4 { &begun } else { &one };
        let mut log = log.replace("\"Ada\"", &format!("\"Learner {learner:02}\""));
        for id in ids(&log) {
            let tail = format!("{learner:04x}{}", &id[28..]);
            log = log.replace(&id, &format!("{}{tail}", &id[..24]));
        }
        let name = format!("{learner:02}.jsonl");
        class.write(&name, log);
        names.push(name);
    }
    // Handed in twice by some, and in no order.
    names.reverse();
    names.push(String::from("03.jsonl"));
    let mut arguments = vec!["log", "import"];
    arguments.extend(names.iter().map(String::as_str));
    let ran = class.run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    assert!(
        ran.out.starts_with("took in 25 new attempts with "),
        "{ran}"
    );

    let table = class.run(&["scores", "--everyone"]).out;
    for learner in 0..25 {
        let name = format!("Learner {learner:02}");
        let lines: Vec<&str> = table.lines().filter(|line| line.contains(&name)).collect();
        assert_eq!(lines.len(), 1, "{name} in {table}");
        let state = if learner % 5 == 4 { "1 of 10" } else { "100%" };
        assert!(lines[0].contains(state), "{name} in {table}");
    }
    assert_eq!(table.lines().count(), 26, "{table}");
    let own = class.run(&["scores", "--learner", "learner 07"]).out;
    assert_eq!(own.lines().count(), 2, "{own}");
    assert!(!own.contains("Learner 08"), "{own}");
    let nobody = class.run(&["scores"]).out;
    assert!(nobody.starts_with("No attempts by Ada yet."), "{nobody}");
}

/// Every identity in a log.
fn ids(log: &str) -> Vec<String> {
    let mut ids: Vec<String> = log
        .split('"')
        .filter(|piece| piece.len() == 36 && piece.matches('-').count() == 4)
        .map(str::to_owned)
        .collect();
    ids.sort();
    ids.dedup();
    ids
}
