//! How fast timelines are drawn: against writing the same lines unlaid, as their number grows, and how soon a key
//! shows when 10,000 events are walked through. It judges nothing: the goals stand beside the figures.
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

/// A way to draw a timeline.
type View = fn(&Timeline, &Look) -> Vec<Line>;

const VIEWS: [(&str, View); 3] = [
    ("vertical", |timeline, look| {
        Vertical::new(timeline, look).lines()
    }),
    ("axis", axis),
    ("group", groups),
];

fn main() {
    println!(
        "goals: at 10,000 events under 20 times the lines; ten times the events at most 13.3 times as long"
    );
    let mut before: Option<[f64; 3]> = None;
    for (events, rounds) in [(1_000, 60), (10_000, 30), (100_000, 7)] {
        let pack = pack(events);
        // In turn, so that whatever else the machine does meets all alike; the fastest was disturbed least.
        let (mut lines, mut views) = (f64::INFINITY, [f64::INFINITY; 3]);
        for _ in 0..rounds {
            lines = lines.min(seconds(|| plain(&pack)));
            for (best, (_, view)) in views.iter_mut().zip(VIEWS) {
                *best = best.min(seconds(|| drawn(&pack, view)));
            }
        }
        println!("{events} events: lines {:.2} ms", lines * 1e3);
        for (at, (name, _)) in VIEWS.iter().enumerate() {
            let grown = before.map_or(String::new(), |before| {
                format!(
                    ", {:.1} times a tenth of the events",
                    views[at] / before[at]
                )
            });
            let (time, ratio) = (views[at] * 1e3, views[at] / lines);
            println!("  {name}: {time:.2} ms, {ratio:.1} times the lines{grown}");
        }
        before = Some(views);
    }
    walk();
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

fn seconds(run: impl Fn() -> String) -> f64 {
    let began = Instant::now();
    black_box(run());
    began.elapsed().as_secs_f64()
}

/// Presses keys in the real program and waits for each to show; the goal is a frame of 16 ms.
#[cfg(unix)]
fn walk() {
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
        return;
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
        "walk, goal 16 ms: a key shows after {:.2} ms (median), {:.2} ms at worst, pseudo-terminal and its model included",
        ms(median),
        ms(worst)
    );
}

#[cfg(not(unix))]
fn walk() {}

#[cfg(unix)]
fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
