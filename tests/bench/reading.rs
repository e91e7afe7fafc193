//! Reading packs of growing size against `toml`'s own parse of the same text, each in a process of its own, which
//! alone tells its peak memory.

use std::{
    fs,
    hint::black_box,
    io::{self, Write},
    path::Path,
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    generated,
    measure::{self, Contender},
};

/// The first argument of a process that reads one file in one way.
pub(crate) const CHILD: &str = "--read-in-a-process-of-its-own";

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const ROUNDS: usize = 9;

/// Compares time and peak memory, and prints both.
pub(crate) fn compare(folder: &Path) -> Result<()> {
    let mut growth = Vec::new();
    for size in SIZES {
        let text = generated::pack(size);
        let length = u64::try_from(text.len())?;
        let file = folder.join(format!("{size}.toml"));
        fs::write(&file, &text)?;
        let way = |name: &str, way: &'static str| {
            let file = file.clone();
            Contender::new(name, move || Ok(child(way, &file)?.time))
        };
        let mut contenders = [
            way("toml::Table", "table"),
            way("pack::read, all checks", "read"),
        ];
        let medians = measure::medians(&mut contenders, ROUNDS)?;
        let (table, read) = (medians[0], medians[1]);
        let peak = |way| -> Result<f64> {
            let over = child(way, &file)?
                .peak
                .saturating_sub(child("nothing", &file)?.peak);
            Ok(times(over, length))
        };
        growth.push(read.as_secs_f64() / times(length, 1));
        writeln!(
            io::stdout(),
            "\nreading {size} questions, {} kB  (medians of {ROUNDS} rounds; goals: time under 1.5 x, peak not above)\n  \
             toml::Table             {:>9.3} ms           peak {:>5.1} x the text\n  \
             pack::read, all checks  {:>9.3} ms  {:>5.2} x  peak {:>5.1} x the text",
            text.len() / 1000,
            table.as_secs_f64() * 1000.0,
            peak("table")?,
            read.as_secs_f64() * 1000.0,
            measure::ratio(read, table),
            peak("read")?,
        )?;
    }
    let first = growth.first().copied().unwrap_or(1.0);
    let growth: Vec<String> = growth
        .iter()
        .map(|each| format!("{:.2}", each / first))
        .collect();
    writeln!(
        io::stdout(),
        "  time a byte at {SIZES:?} questions: {} x  (goal: linear)",
        growth.join(", ")
    )?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "it is printed with few digits")]
fn times(one: u64, other: u64) -> f64 {
    one as f64 / other as f64
}

struct Read {
    time: Duration,
    peak: u64,
}

fn child(way: &str, file: &Path) -> Result<Read> {
    let output = Command::new(std::env::current_exe()?)
        .args([CHILD, way])
        .arg(file)
        .output()?;
    ensure!(output.status.success(), "reading failed: {output:?}");
    let text = String::from_utf8(output.stdout)?;
    let mut fields = text.split_whitespace().map(str::parse::<u64>);
    let mut next = || {
        fields
            .next()
            .context("a number is missing")?
            .context(text.clone())
    };
    Ok(Read {
        time: Duration::from_nanos(next()?),
        peak: next()?,
    })
}

/// What the process of its own does: reads the file in one way and says how long it took and the peak of its memory.
pub(crate) fn in_child(way: &str, file: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?;
    let (time, ()) = measure::time(|| {
        match way {
            "nothing" => {}
            "table" => {
                black_box(text.parse::<toml::Table>()?);
            }
            "read" => {
                let reading = quizline::pack::read(&text, "made");
                ensure!(
                    reading.diagnostics.is_empty(),
                    "the made pack has faults: {:?}",
                    reading.diagnostics.first()
                );
                black_box(reading);
            }
            other => bail!("no way to read is called {other}"),
        }
        Ok(())
    })?;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak: u64 = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default();
    writeln!(io::stdout(), "{} {}", time.as_nanos(), peak * 1024)?;
    Ok(())
}
