//! From the start of the program to its first question, against starting a program that does nothing.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    generated,
    measure::{self, Contender},
    rows,
};

const ROUNDS: usize = 101;
const RESPONSES: usize = 100_000;
const PACKS: usize = 200;
/// The learner of everything here; the responses in the full store are theirs.
const LEARNER: &str = "Ada";

/// Compares, and prints it.
pub(crate) fn compare(folder: &Path) -> Result<()> {
    let empty = empty_program(folder)?;
    let [fresh, small, full] = ["fresh", "small", "full"].map(|name| folder.join(name));
    for place in [&fresh, &small, &full] {
        fs::create_dir_all(place.join("quizzes"))?;
    }
    first_question(&small, "deepseek", &small.join("store"))?;
    fill(&full)?;
    for size in [1_000, 10_000] {
        fs::write(
            small.join(format!("quizzes/deck{size}.toml")),
            generated::deck(size),
        )?;
        fs::write(
            small.join(format!("quizzes/made{size}.toml")),
            generated::pack(size),
        )?;
    }
    let mut number = 0;
    let (small_store, full_store) = (small.join("store"), full.join("store"));
    let in_small = |name: &str, pack: &'static str| {
        let (place, store) = (small.clone(), small_store.clone());
        Contender::new(name, move || first_question(&place, pack, &store))
    };
    measure::compare(
        "start to the first question, through a pipe",
        "deepseek under 5 x, and no slower with 100,000 responses and 200 packs",
        vec![
            Contender::new("an empty Rust program, to its end", || {
                let (time, status) = measure::time(|| Ok(Command::new(&empty).status()?))?;
                ensure!(status.success(), "the empty program failed");
                Ok(time)
            }),
            Contender::new("quizline --version, to its end", || {
                let (time, status) = measure::time(|| {
                    let mut command = quizline(&small, &small_store);
                    Ok(command.arg("--version").stdout(Stdio::null()).status()?)
                })?;
                ensure!(status.success(), "--version failed");
                Ok(time)
            }),
            in_small("take deepseek", "deepseek"),
            Contender::new(
                format!("take deepseek, {RESPONSES} responses, {PACKS} packs"),
                || first_question(&full, "deepseek", &full_store),
            ),
            Contender::new(
                "take deepseek, the first time ever (makes the store)",
                || {
                    number += 1;
                    first_question(&fresh, "deepseek", &fresh.join(format!("store{number}")))
                },
            ),
        ],
        ROUNDS,
    )?;
    measure::compare(
        "start to the first question of a large pack, through a pipe",
        "10,000 questions: ahead of every peer but BSD quiz, so under 40 ms for the deck",
        vec![
            in_small("take deepseek", "deepseek"),
            in_small("a deck of 1,000 short questions", "deck1000"),
            in_small("a deck of 10,000 short questions", "deck10000"),
            in_small("a pack of 1,000 questions over all kinds", "made1000"),
            in_small("a pack of 10,000 questions over all kinds", "made10000"),
        ],
        11,
    )
}

/// The time from starting `take` until the first question has come through its pipe.
fn first_question(place: &Path, pack: &str, store: &Path) -> Result<Duration> {
    let (time, child) = measure::time(|| {
        let mut child = quizline(place, store)
            .args(["take", pack])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let out = child.stdout.as_mut().context("no pipe")?;
        let mut seen = Vec::new();
        let mut piece = [0; 4096];
        while !contains(&seen, b"Question 1 of ") {
            let length = out.read(&mut piece)?;
            if length == 0 {
                bail!("no question came: {}", String::from_utf8_lossy(&seen));
            }
            seen.extend_from_slice(&piece[..length]);
        }
        Ok(child)
    })?;
    // Its input ends: it leaves the store as a person who quits does. A kill would have the next start look for damage.
    let output = child.wait_with_output()?;
    ensure!(
        output.status.code() == Some(4),
        "it ended with {}",
        output.status
    );
    Ok(time)
}

fn quizline(place: &Path, store: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quizline"));
    command
        .env_clear()
        .env("HOME", place)
        .args(["--learner", LEARNER, "--store"])
        .arg(store)
        .current_dir(place);
    command
}

/// A store with many responses to the very pack that is taken, and a folder with many packs.
fn fill(place: &Path) -> Result<()> {
    for number in 0..PACKS {
        fs::write(
            place.join(format!("quizzes/made{number}.toml")),
            generated::pack(50),
        )?;
    }
    let text = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/quizzes/deepseek.toml"
    ))?;
    let pack = quizline::pack::read(&text, "deepseek")
        .pack
        .context("the bundled pack cannot be read")?;
    writeln!(
        io::stdout(),
        "filling a store with {RESPONSES} responses .."
    )?;
    rows::filled(&pack, LEARNER, RESPONSES, &place.join("store"))
}

/// Builds a program that does nothing, as `cargo build --release` would.
#[expect(
    clippy::disallowed_methods,
    reason = "cargo names the compiler it runs with in the environment"
)]
fn empty_program(folder: &Path) -> Result<PathBuf> {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let file = folder.join("empty");
    let status = Command::new(compiler)
        .args(["--edition=2024", "-O", "-Cstrip=symbols", "-o"])
        .arg(&file)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/empty.rs"))
        .status()?;
    ensure!(status.success(), "the empty program cannot be built");
    Ok(file)
}

fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
