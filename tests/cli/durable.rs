//! Killed at any moment, whatever was shown as graded is stored, once; many processes at once lose nothing.

use std::{
    collections::BTreeMap,
    hint::black_box,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Stdio},
};

use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use crate::program::Folder;

const QUESTIONS: usize = 40;
const KILLS: usize = 100;
/// The words that a line begins with once an answer is stored.
const VERDICTS: [&str; 4] = ["Right", "Wrong", "Partly", "Saved"];

/// A pack whose questions are answered with one line each.
fn pack() -> String {
    let head = "format = 1\nid = \"sums\"\ntitle = \"Sums\"\n".to_owned();
    let question = |number| {
        format!(
            "\n[[questions]]\nid = \"q{number}\"\nkind = \"numeric\"\nprompt = \"What is {number} and one?\"\nanswer = {}\n",
            number + 1
        )
    };
    (0..QUESTIONS)
        .map(question)
        .fold(head, |text, question| text + &question)
}

/// Every third answer is wrong.
fn line(question: usize) -> String {
    format!("{}\n", question + usize::from(!question.is_multiple_of(3)))
}

fn credit(question: usize) -> u64 {
    if question.is_multiple_of(3) { 0 } else { 1000 }
}

struct Run {
    child: Child,
    stdin: ChildStdin,
    out: BufReader<ChildStdout>,
}

impl Run {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut child = folder
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let stdin = child.stdin.take().expect("its input is a pipe");
        let out = BufReader::new(child.stdout.take().expect("its output is a pipe"));
        Self { child, stdin, out }
    }

    fn next_line(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.out.read_line(&mut line).expect("output is UTF-8");
        (length > 0).then_some(line)
    }

    /// Reads until a question is asked and gives its number in the pack; none at the end.
    fn question(&mut self, seen: &mut String) -> Option<usize> {
        loop {
            let line = self.next_line()?;
            seen.push_str(&line);
            if line.starts_with("Question ") {
                return number(&line);
            }
        }
    }

    fn kill(mut self, seen: &mut String) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
        // What it had written before stands in the pipe: it was shown.
        let mut rest = Vec::new();
        self.out
            .read_to_end(&mut rest)
            .expect("the pipe can be read");
        seen.push_str(&String::from_utf8_lossy(&rest));
    }
}

/// `Question 3 of 40 [q2]` is about 2.
fn number(heading: &str) -> Option<usize> {
    let (_, id) = heading.split_once("[q")?;
    id.split_once(']')?.0.parse().ok()
}

/// The questions whose verdict stands in what was shown, and whether it says right.
fn shown(text: &str) -> Vec<(usize, bool)> {
    let mut shown = Vec::new();
    let mut asked = None;
    // A line that was cut off by the kill was not shown as a whole; its word may still be read.
    for line in text.lines() {
        if line.starts_with("Question ") {
            asked = number(line);
        } else if VERDICTS.iter().any(|word| line.starts_with(word))
            && let Some(question) = asked
        {
            shown.push((question, line.starts_with("Right")));
        }
    }
    shown
}

/// Every stored answer: attempt, question, credit.
fn stored(folder: &Folder) -> Vec<(String, usize, u64)> {
    let ran = folder.run(&["scores", "--responses", "--everyone", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    json["responses"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().expect("a text").to_owned();
            let question = text("question");
            (
                text("attempt"),
                question.trim_start_matches('q').parse().expect("a number"),
                row["credit"].as_u64().expect("a credit"),
            )
        })
        .collect()
}

#[test]
fn every_verdict_that_was_shown_before_a_kill_is_stored_once() {
    let folder = Folder::new();
    folder.write("quizzes/sums.toml", pack());
    let mut random = ChaCha8Rng::seed_from_u64(17);
    // What was shown in the attempt that goes on now, and how many attempts came to their end.
    let mut shown_here: BTreeMap<usize, bool> = BTreeMap::new();
    let mut newest_before: Vec<usize> = Vec::new();
    let (mut finished, mut shown_in_all, mut kills) = (0, 0, 0);
    while kills < KILLS {
        let mut run = Run::start(&folder, &["take", "sums", "--resume"]);
        let mut seen = String::new();
        let mut ended = false;
        // Some verdicts are waited for; then either the kill comes between two questions, or while answers that were
        // typed ahead are read and written.
        for _ in 0..random.random_range(0..4) {
            let Some(question) = run.question(&mut seen) else {
                ended = true;
                break;
            };
            if run.stdin.write_all(line(question).as_bytes()).is_err() {
                break;
            }
        }
        if random.random_bool(0.7)
            && let Some(question) = run.question(&mut seen)
        {
            let ahead: String = (question..QUESTIONS).take(5).map(line).collect();
            run.stdin.write_all(ahead.as_bytes()).unwrap();
            for step in 0..random.random_range(0..2_000_000_u32) {
                black_box(step);
            }
        }
        run.kill(&mut seen);
        kills += 1;
        let rows = stored(&folder);
        if !shown_here.is_empty() && !seen.contains("Going on: ") && !seen.is_empty() {
            // Nothing was left of the attempt before: all of it is stored, though its end was never shown.
            assert_eq!(
                newest_before.len(),
                QUESTIONS,
                "an attempt was left:\n{seen}"
            );
            shown_here.clear();
        }
        for (question, right) in shown(&seen) {
            assert_eq!(right, credit(question) == 1000, "{seen}");
            let before = shown_here.insert(question, right);
            assert_eq!(before, None, "question {question} was asked twice:\n{seen}");
            shown_in_all += 1;
        }
        let mut counts: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        for (attempt, question, stored) in &rows {
            *counts.entry((attempt, *question)).or_default() += 1;
            assert_eq!(*stored, credit(*question));
        }
        assert!(
            counts.values().all(|count| *count == 1),
            "stored twice: {counts:?}"
        );
        let newest = rows.iter().map(|(attempt, ..)| attempt).max();
        let here = rows.iter().filter(|(attempt, ..)| Some(attempt) == newest);
        newest_before = here.map(|(_, question, _)| *question).collect();
        for question in shown_here.keys() {
            assert!(
                newest_before.contains(question),
                "the verdict on {question} was shown and is not stored:\n{seen}"
            );
        }
        if ended || shown_here.len() == QUESTIONS || seen.contains("\nScore: ") {
            shown_here.clear();
            finished += 1;
        }
    }
    assert!(
        shown_in_all > KILLS / 2,
        "only {shown_in_all} verdicts were shown in {KILLS} runs"
    );
    assert!(finished > 0, "no attempt came to its end");
}

#[test]
fn sixteen_processes_that_write_at_once_lose_no_row() {
    const PROCESSES: usize = 16;
    let folder = Folder::new();
    folder.write("quizzes/sums.toml", pack());
    let all: String = (0..QUESTIONS).map(line).collect();
    // All make the store together, and all have their answers before any of them has ended.
    let runs: Vec<Run> = (0..PROCESSES)
        .map(|_| Run::start(&folder, &["take", "sums"]))
        .collect();
    let mut ended = Vec::new();
    for mut run in runs {
        run.stdin.write_all(all.as_bytes()).unwrap();
        ended.push(run);
    }
    for mut run in ended {
        let mut seen = String::new();
        run.out.read_to_string(&mut seen).unwrap();
        assert!(run.child.wait().unwrap().success(), "{seen}");
        assert_eq!(shown(&seen).len(), QUESTIONS, "{seen}");
    }
    let rows = stored(&folder);
    assert_eq!(rows.len(), PROCESSES * QUESTIONS);
    let attempts: std::collections::BTreeSet<_> =
        rows.iter().map(|(attempt, ..)| attempt).collect();
    assert_eq!(attempts.len(), PROCESSES);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_program_as_its_number_says_and_keeps_every_answer() {
    use rustix::process::{Pid, Signal, kill_process};
    use std::os::unix::process::ExitStatusExt;

    for (signal, number) in [(Signal::INT, 2), (Signal::TERM, 15), (Signal::HUP, 1)] {
        let folder = Folder::new();
        folder.write("quizzes/sums.toml", pack());
        let mut run = Run::start(&folder, &["take", "sums"]);
        let mut seen = String::new();
        let question = run.question(&mut seen).unwrap();
        run.stdin.write_all(line(question).as_bytes()).unwrap();
        run.question(&mut seen).unwrap();
        kill_process(Pid::from_child(&run.child), signal).unwrap();
        let status = run.child.wait().unwrap();
        // A shell shows both alike.
        let ended = status.code().or(status.signal().map(|number| 128 + number));
        assert_eq!(ended, Some(128 + number));
        assert_eq!(stored(&folder).len(), 1);
    }
}
