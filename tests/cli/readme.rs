//! The README's examples, run: each `console` block in a fresh folder with a fresh store, so that what it promises is
//! what happens. `...` on a line of its own stands for any lines, `[..]` for any part of a line.

use std::{fs, path::Path, process::Command};

use snapbox::{Data, assert_data_eq, filter::NormalizeToExpected};

use crate::program::{Folder, PROGRAM};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// A fenced block: the word behind its fence, and its lines.
struct Block {
    kind: String,
    text: String,
}

fn blocks(readme: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in readme.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => {
                open = Some(Block {
                    kind: kind.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence of the README is not closed");
    blocks
}

/// Commands with what is expected of each.
fn commands(block: &Block) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block.text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push((command.to_owned(), String::new()));
        } else {
            let (_, expected) = commands.last_mut().expect("a block begins with a command");
            expected.push_str(line);
            expected.push('\n');
        }
    }
    commands
}

fn run(folder: &Folder, command: &str) -> String {
    let programs = Path::new(PROGRAM)
        .parent()
        .expect("the program is in a folder");
    let mut shell = Command::new("sh");
    folder.furnish(&mut shell);
    shell
        .env("PATH", format!("{}:/usr/bin:/bin", programs.display()))
        .args(["-c", &format!("{{ {command}; }} 2>&1")]);
    folder.finish(&mut shell, "").out
}

#[test]
fn every_example_does_what_the_readme_says() {
    let readme = fs::read_to_string(README).unwrap();
    let blocks = blocks(&readme);
    let mut run_at_all = 0;
    for block in blocks.iter().filter(|block| block.kind == "console") {
        let folder = Folder::new();
        // A pack that the README shows is there for its examples: its first line names the file.
        for file in blocks.iter().filter(|block| block.kind == "toml") {
            let name = file
                .text
                .lines()
                .next()
                .and_then(|line| line.strip_prefix("# "));
            folder.write(
                name.expect("a pack's first line names its file"),
                &file.text,
            );
        }
        for (command, expected) in commands(block) {
            let printed = run(&folder, &command);
            let expected = Data::text(format!("$ {command}\n{expected}")).raw();
            let printed = Data::text(format!("$ {command}\n{printed}"));
            let printed = NormalizeToExpected::new()
                .redact()
                .normalize(printed, &expected);
            assert_data_eq!(printed, expected);
            run_at_all += 1;
        }
    }
    assert!(
        run_at_all >= 5,
        "the README shows only {run_at_all} commands"
    );
}

/// The rows of the table under a heading, split into cells.
fn table(readme: &str, heading: &str) -> Vec<Vec<String>> {
    let (_, below) = readme
        .split_once(&format!("## {heading}\n"))
        .expect("the heading is there");
    below
        .lines()
        .take_while(|line| !line.starts_with('#'))
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            let cells = line.trim_matches('|').split(" | ");
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

#[test]
fn exit_codes_are_those_of_the_help() {
    let readme = fs::read_to_string(README).unwrap();
    let help = Folder::new().run(&["--help"]).out;
    let (_, codes) = help
        .split_once("Exit codes:\n")
        .expect("the help lists exit codes");
    let in_help: Vec<&str> = codes
        .lines()
        .map_while(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .collect();
    let in_readme: Vec<String> = table(&readme, "Exit codes")
        .iter()
        .map(|row| row[0].clone())
        .collect();
    assert_eq!(in_readme, in_help);
}

#[test]
fn commands_are_those_of_the_help() {
    let readme = fs::read_to_string(README).unwrap();
    let help = Folder::new().run(&["--help"]).out;
    let (_, listed) = help
        .split_once("Commands:\n")
        .expect("the help lists commands");
    let in_help: Vec<&str> = listed
        .lines()
        .map_while(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    let in_readme: Vec<String> = table(&readme, "Commands")
        .iter()
        .map(|row| {
            let command = row[0].trim_matches('`');
            let command = command
                .strip_prefix("quizline ")
                .expect("a row names a command");
            command
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    assert_eq!(in_readme, in_help);
}
