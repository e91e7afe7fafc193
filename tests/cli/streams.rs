//! Where output goes and what happens when it cannot: colours, closed pipes, full devices.

use std::{fs::File, io, process::Stdio};

use crate::program::with_moon;

#[test]
fn a_pipe_gets_no_colour_unless_it_is_forced() {
    let folder = with_moon();
    folder.write("broken.toml", "format = 1\ntitel = \"x\"\n");
    let check = |variables: &[(&str, &str)]| {
        let mut command = folder.command(&["check", "./broken.toml"]);
        command.envs(variables.iter().copied());
        let ran = folder.finish(&mut command, "");
        assert_eq!(ran.code, Some(1), "{ran}");
        ran.out.contains('\u{1b}') || ran.err.contains('\u{1b}')
    };
    assert!(!check(&[]));
    assert!(!check(&[("TERM", "xterm-256color")]));
    assert!(check(&[("CLICOLOR_FORCE", "1")]));
    assert!(!check(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!check(&[("CLICOLOR_FORCE", "0")]));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let commands: &[&[&str]] = &[
        &["take", "moon"],
        &["take", "moon", "--answers", "answers.jsonl"],
        &["scores"],
        &["packs"],
        &["read", "deepseek"],
        &["timeline", "deepseek"],
        &["check", "moon", "--format", "json"],
        &["man"],
        &["completions", "zsh"],
        &["--help"],
    ];
    for arguments in commands {
        let folder = with_moon();
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let mut command = folder.command(arguments);
        command.stdout(writer).stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?} {output:?}");
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that was skipped says so")]
fn output_that_cannot_be_written_is_exit_74() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full here");
        return;
    };
    let folder = with_moon();
    for arguments in [
        &["scores"][..],
        &["packs"],
        &["man"],
        &["--help"],
        &["take", "moon", "--answers", "answers.jsonl"],
    ] {
        let mut command = folder.command(arguments);
        command
            .stdout(full.try_clone().unwrap())
            .stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(74), "{arguments:?} {output:?}");
    }
}
