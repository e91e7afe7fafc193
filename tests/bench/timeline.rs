//! How fast timelines are drawn: against writing the same lines unlaid, as their number grows, and how soon a key
//! shows when 10,000 events are walked through. Ratios are printed and held against their limits.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and prints"
)]

#[cfg(unix)]
#[path = "../terminal/pty.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "the tests use more of it, and a test may panic"
)]
mod pty;

use std::{
    fmt::Write as _,
    hint::black_box,
    time::{Duration, Instant},
};

use quizline::{
    pack::{self, Pack},
    timeline::{Line, Look, Timeline, Vertical, axis, groups},
};

/// Drawing may take so many times as long as writing the lines.
const AGAINST_WRITING: f64 = 20.0;

/// Ten times the events may take so many times as long: n log n gives 13.3 from 1,000 to 10,000 and 12.5 beyond; the
/// rest is for caches and noise.
const TEN_TIMES: f64 = 20.0;

/// A frame.
#[cfg(unix)]
const FRAME: Duration = Duration::from_millis(16);

fn main() {
    let packs = [1_000, 10_000, 100_000].map(|events| (events, pack(events)));
    let mut fast = true;
    let mut before: Option<[f64; 4]> = None;
    for (events, pack) in &packs {
        let times = [
            best(|| plain(pack)),
            best(|| drawn(pack, |t, look| Vertical::new(t, look).lines())),
            best(|| drawn(pack, axis)),
            best(|| drawn(pack, groups)),
        ];
        println!("{events} events: lines {:.2} ms", times[0] * 1e3);
        for (at, view) in ["vertical", "axis", "group"].iter().enumerate() {
            let ratio = times[at + 1] / times[0];
            let growth = before.map(|before| times[at + 1] / before[at + 1]);
            let grown = growth
                .map(|growth| format!(", {growth:.1} times as long for ten times the events"));
            println!(
                "  {view}: {:.2} ms, {ratio:.1} times the lines{}",
                times[at + 1] * 1e3,
                grown.unwrap_or_default()
            );
            fast &= *events != 10_000 || ratio < AGAINST_WRITING;
            fast &= growth.is_none_or(|growth| growth < TEN_TIMES);
        }
        before = Some(times);
    }
    fast &= walk();
    println!(
        "{}",
        if fast {
            "within all limits"
        } else {
            "TOO SLOW"
        }
    );
    assert!(fast, "a limit was passed");
}

/// A pack with days all over four centuries, in no order.
fn pack(events: usize) -> Pack {
    let mut toml = String::from("format = 1\nid = \"bench\"\ntitle = \"Bench\"\n");
    for n in 0..events {
        let (year, month, day) = (1600 + n * 7919 % 400, 1 + n * 31 % 12, 1 + n * 17 % 28);
        let _ = write!(
            toml,
            "[[events]]\nid = \"e{n}\"\nwhen = {year}-{month:02}-{day:02}\ntitle = \"Event number {n} of this long pack\"\n"
        );
    }
    let Some(pack) = pack::read(&toml, "bench").pack else {
        unreachable!("the head is valid")
    };
    assert_eq!(pack.events.len(), events);
    pack
}

/// The lines of a pipe.
fn plain(pack: &Pack) -> String {
    let mut out = String::new();
    for event in &pack.events {
        let _ = writeln!(out, "{}\t{}", event.when, event.title);
    }
    out
}

fn drawn(pack: &Pack, view: impl Fn(&Timeline, &Look) -> Vec<Line>) -> String {
    let timeline = Timeline::of(pack);
    let mut out = String::new();
    for line in view(&timeline, &Look::of_width(80)) {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// Seconds of the fastest of several runs: the one that was disturbed least.
fn best(run: impl Fn() -> String) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..7 {
        let began = Instant::now();
        black_box(run());
        best = best.min(began.elapsed().as_secs_f64());
    }
    best
}

/// Presses keys in the real program and waits for each to show; a half of the redraws must come within a frame.
#[cfg(unix)]
fn walk() -> bool {
    use pty::Pty;

    let folder = std::env::temp_dir().join(format!("quizline-bench-{}", std::process::id()));
    let file = folder.join("bench.toml");
    let mut toml = String::from("format = 1\nid = \"bench\"\ntitle = \"Bench\"\n");
    for n in 0..10_000 {
        let _ = write!(
            toml,
            "[[events]]\nid = \"e{n}\"\nwhen = {}-{:02}-{:02}\ntitle = \"Event number {n} of this long pack\"\n",
            1600 + n / 30,
            1 + n % 12,
            1 + n % 28
        );
    }
    if std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&file, toml))
        .is_err()
    {
        println!("walk: left out, the pack could not be written");
        return true;
    }
    let home = folder.to_string_lossy().into_owned();
    let arguments = ["timeline", &*file.to_string_lossy()].map(str::to_owned);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let program = env!("CARGO_BIN_EXE_quizline");
    let began = Instant::now();
    let mut pty = Pty::spawn(program, &arguments, &[("HOME", &home)], 40, 100);
    pty.wait("the timeline", |screen| {
        screen.contents().contains("1 of 10000")
    });
    println!(
        "walk: the first screen of 10,000 events after {:.1} ms",
        ms(began.elapsed())
    );
    let mut times = Vec::new();
    let mut press = |keys: &str, place: usize| {
        let began = Instant::now();
        pty.type_in(keys);
        let wanted = format!("{place} of 10000");
        pty.wait(&wanted, |screen| screen.contents().contains(&wanted));
        times.push(began.elapsed());
    };
    for at in 2..60 {
        press("j", at);
    }
    press("G", 10_000);
    for at in (9_950..10_000).rev() {
        press("k", at);
    }
    press("g", 1);
    pty.type_in("q");
    pty.end();
    // What cannot be removed is left to the system's cleaning of its folder.
    let _ = std::fs::remove_dir_all(&folder);
    times.sort_unstable();
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!(
        "walk: a key shows after {:.2} ms (median), {:.2} ms at worst, pseudo-terminal and its model included",
        ms(median),
        ms(worst)
    );
    median < FRAME
}

#[cfg(not(unix))]
fn walk() -> bool {
    true
}

#[cfg(unix)]
fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
