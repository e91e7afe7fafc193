//! Taking turns: things that are compared run one after the other, round by round, so that whatever else the machine
//! does falls on all of them alike. Reports medians and ratios; judges nothing.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Something to measure: its name, and one run of it.
pub(crate) struct Contender<'a> {
    pub(crate) name: String,
    pub(crate) run: Box<dyn FnMut() -> Result<Duration> + 'a>,
}

impl<'a> Contender<'a> {
    pub(crate) fn new(name: impl Into<String>, run: impl FnMut() -> Result<Duration> + 'a) -> Self {
        Self {
            name: name.into(),
            run: Box::new(run),
        }
    }
}

/// Runs all contenders by turns, `rounds` times after one that does not count, and gives their medians.
pub(crate) fn medians(contenders: &mut [Contender<'_>], rounds: usize) -> Result<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(rounds); contenders.len()];
    for round in 0..=rounds {
        for (times, contender) in times.iter_mut().zip(&mut *contenders) {
            let time = (contender.run)()?;
            if round > 0 {
                times.push(time);
            }
        }
    }
    Ok(times.into_iter().map(median).collect())
}

/// Prints contenders against the first of them.
pub(crate) fn compare(
    title: &str,
    goal: &str,
    mut contenders: Vec<Contender<'_>>,
    rounds: usize,
) -> Result<()> {
    let medians = medians(&mut contenders, rounds)?;
    let mut out = io::stdout().lock();
    writeln!(out, "\n{title}  (medians of {rounds} rounds; goal: {goal})")?;
    let base = medians.first().copied().unwrap_or_default();
    for (contender, median) in contenders.iter().zip(&medians) {
        writeln!(
            out,
            "  {:<56} {:>9.3} ms  {:>6.2} x",
            contender.name,
            median.as_secs_f64() * 1000.0,
            ratio(*median, base)
        )?;
    }
    Ok(())
}

/// How many times the second is in the first.
pub(crate) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(f64::MIN_POSITIVE)
}

pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How long it takes.
#[expect(
    clippy::disallowed_methods,
    reason = "a benchmark is there to read the clock"
)]
pub(crate) fn time<T>(run: impl FnOnce() -> Result<T>) -> Result<(Duration, T)> {
    let began = Instant::now();
    let done = run()?;
    Ok((began.elapsed(), done))
}
