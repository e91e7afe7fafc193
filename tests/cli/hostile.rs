//! Packs, names and files that mean harm: a message, the right exit code, and nothing that could steer a terminal.

use std::fs;

use crate::program::{Folder, Ran};

/// Whatever was printed, on either stream, holds only lines of text.
fn assert_tame(ran: &Ran) {
    // Lines of CSV end in two characters, by RFC 4180.
    let out = ran.out.replace("\r\n", "\n");
    for (place, c) in out.chars().chain(ran.err.chars()).enumerate() {
        let hidden = matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(
            !hidden && (c == '\n' || !c.is_control()),
            "{c:?} at {place} in {ran:?}"
        );
    }
}

/// Escape sequences, C0, C1, bidi controls: as TOML writes them, and raw where TOML lets them through.
const POISON: &str =
    "x\\u001b]52;c;AAAA\\u0007\\u001b[2J\\u009b31m\\u202e\u{202e}\u{2066}\u{9b}31m\\r\\u0000y";

fn hostile() -> String {
    let moon = include_str!("packs/moon.toml");
    // In every text of the pack, ids and kinds left alone.
    let mut text = String::new();
    for line in moon.lines() {
        let open = |key: &str| line.trim_start().starts_with(key);
        if [
            "title",
            "detail",
            "summary",
            "prompt",
            "explanation",
            "model",
            "text",
        ]
        .into_iter()
        .any(open)
        {
            text.push_str(&line.replacen('"', &format!("\"{POISON}"), 1));
        } else if open("distractors")
            || open("hints")
            || open("rubric")
            || open("tags")
            || open("pairs")
        {
            text.push_str(&line.replacen("[\"", &format!("[\"{POISON}"), 1));
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

#[test]
fn no_command_prints_what_could_steer_a_terminal() {
    let folder = Folder::new();
    let article = format!(
        "# Moon\u{1b}[2J\u{202e}\n\n{}\u{9b}31m\n",
        include_str!("packs/moon.md")
    );
    folder
        .write("quizzes/moon.toml", hostile())
        .write("quizzes/moon.md", article)
        .write(
            "quizzes/e\u{1b}[2J\u{202e}vil.toml",
            "format = 1\ntitle = \"\\u001b[2J\"\nid = \"evil\"\n",
        )
        .write(
            "answers.jsonl",
            "{\"question\": \"\\u001b[2J\\u202e\", \"response\": \"\\u001b[2J\"}\n\u{1b}[2J\n",
        );
    let runs: &[&[&str]] = &[
        &["packs"],
        &["take", "moon", "--seed", "1"],
        &["take", "moon", "--answers", "answers.jsonl"],
        &["take", "\u{1b}[2J\u{202e}"],
        &["take", "./\u{1b}[2J.toml"],
        &["take", "moon", "--tag", "\u{1b}[2J\u{9b}"],
        &["take", "moon", "--resume", "\u{1b}[2J"],
        &["take", "--\u{1b}[2J"],
        &["take", "--count", "\u{1b}[2J\u{202e}"],
        &["read", "moon"],
        &["timeline", "moon"],
        &["timeline", "moon", "--axis"],
        &["timeline", "moon", "--group", "--ascii"],
        &["check", "moon"],
        &["check", "moon", "--format", "json"],
        &["check", "quizzes/e\u{1b}[2J\u{202e}vil.toml"],
        &[
            "check",
            "quizzes/e\u{1b}[2J\u{202e}vil.toml",
            "--format",
            "json",
        ],
        &["explain", "\u{1b}[2J"],
        &["packs", "copy", "moon", "\u{1b}[2J"],
        &["packs", "copy", "\u{1b}[2J"],
        &["scores", "--learner", "\u{1b}[2J\u{202e}"],
        &["scores", "--responses", "--everyone"],
        &["scores", "--responses", "--everyone", "--format", "csv"],
        &["scores", "--responses", "--everyone", "--format", "json"],
        &["scores", "--everyone"],
        &["scores", "--everyone", "--detail"],
        &["scores", "--everyone", "--detail", "--format", "json"],
        &["scores", "--everyone", "--detail", "--format", "csv"],
        &["scores", "--everyone", "--detail", "--format", "html"],
        &["store", "--store", "\u{1b}[2J/x.db"],
        &["store", "backup", "\u{1b}[2J/x.db"],
        &["\u{1b}[2J\u{202e}"],
    ];
    let said = "\u{1b}[2J\u{202e}\n:\u{1b}[2J\n:flag \u{1b}[2J\n1\n1 2\nt\n\u{1b}[31msea\u{9b}\n\u{1b}[2J\n:skip\n:skip\n:skip\n\u{1b}[2J\n\u{1b}[2J\n\u{1b}[2J\n.\n0\n:quit\n";
    assert_tame(&folder.run_with(
        &[
            "take",
            "moon",
            "--seed",
            "1",
            "--learner",
            "A\u{1b}[2J\u{202e}da",
        ],
        said,
    ));
    for run in runs {
        let ran = folder.run(run);
        assert_tame(&ran);
        assert!(ran.code.is_some_and(|code| code < 100), "{run:?} {ran}");
    }
}

#[test]
fn a_hostile_pack_is_told_by_check() {
    let folder = Folder::new();
    folder
        .write("quizzes/moon.toml", hostile())
        .write("quizzes/moon.md", include_str!("packs/moon.md"));
    let ran = folder.run(&["check", "moon"]);
    assert_eq!(ran.code, Some(1), "{ran}");
}

#[test]
fn a_file_that_is_no_pack_is_exit_3_or_a_finding() {
    let folder = Folder::new();
    let deep = format!(
        "format = 1\ntitle = {}1{}\n",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let keys = format!("format = 1\n{} = 1\n", vec!["a"; 50_000].join("."));
    folder
        .write("latin.toml", b"format = 1\ntitle = \"caf\xe9\"\n")
        .write("nul.toml", b"format = 1\ntitle = \"a\0b\"\n")
        .write("deep.toml", deep)
        .write("keys.toml", keys)
        .write(
            "binary.toml",
            [0xff, 0xfe, 0x00, 0x01, 0x1b, 0x5b].repeat(1000),
        )
        .write("empty.toml", "")
        .write("folder.toml/x", "");
    // Sparse: as large as a file can be without filling the disk.
    let huge = fs::File::create(folder.path().join("huge.toml")).unwrap();
    huge.set_len(40 << 30).unwrap();
    for name in [
        "latin", "nul", "deep", "keys", "binary", "empty", "folder", "huge",
    ] {
        let path = format!("./{name}.toml");
        for command in ["take", "check", "read"] {
            let ran = folder.run(&[command, &path]);
            assert_tame(&ran);
            let right = if command == "check" {
                [Some(1), Some(3)]
            } else {
                [Some(3), Some(3)]
            };
            assert!(right.contains(&ran.code), "{command} {name}: {ran}");
            let said = if command == "check" {
                ran.out.len() + ran.err.len()
            } else {
                ran.err.len()
            };
            assert!(
                (10..5_000).contains(&said),
                "{command} {name} says {said} bytes: {ran}"
            );
        }
    }
}

#[test]
fn an_article_is_never_read_from_outside_its_folder() {
    let folder = Folder::new();
    folder.write("secret.md", "# Secret\n\nThe word is xyzzy.\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.md", {
        fs::create_dir_all(folder.path().join("quizzes")).unwrap();
        folder.path().join("quizzes/link.md")
    })
    .unwrap();
    let absolute = folder.path().join("secret.md");
    for (name, file) in [
        ("up", "../secret.md"),
        ("link", "link.md"),
        ("root", absolute.to_str().unwrap()),
    ] {
        let pack = format!(
            "format = 1\ntitle = \"T\"\n[article]\nfile = '{file}'\n[[questions]]\nid = \"q\"\nkind = \"true-false\"\nprompt = \"True?\"\nanswer = true\n"
        );
        folder.write(&format!("quizzes/{name}.toml"), pack);
        for command in ["take", "check", "read"] {
            let ran = folder.run(&[command, name]);
            assert!(
                !ran.out.contains("xyzzy") && !ran.err.contains("xyzzy"),
                "{command} {name}: {ran}"
            );
            if command == "check" {
                assert_eq!(ran.code, Some(1), "{command} {name}: {ran}");
            }
        }
    }
}
