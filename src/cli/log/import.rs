//! `quizline log import`: logs into the store, each whole or not at all, and what became of them.

use std::{
    fmt::Write as _,
    fs::File,
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use anyhow::Result;
use serde_json::{Value, json};

use super::{Common, Exit, World};
use crate::{
    cli::{lookup, storage, store},
    library,
    run::RunError,
    store::{ImportError, Imported, Sqlite},
    text,
};

/// Take in exported logs: many at once, in any order, twice without harm.
///
/// What is there already is never changed: a line that contradicts it is told and left out, like a line that cannot
/// be read. A log that cannot be read to its end, or that a newer quizline wrote, is left out as a whole; the others
/// are taken. The exit code is 0 when everything in the logs stands in the store now, else 3.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The logs; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to write what became of them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// How many lines of a log that were left out are told one by one.
const TOLD: usize = 20;

/// What became of a log.
struct Taken {
    name: String,
    imported: Imported,
    /// Lines left out with the reason, the first of them.
    told: Vec<(u64, String)>,
    error: Option<String>,
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let path = storage::path(common, world)?;
    let mut store = match store::reader(&path, world)? {
        Some(store) => store,
        None => Sqlite::open(&path)?,
    };
    let mut all = Vec::new();
    for file in &args.files {
        let taken = take(&mut store, file, world)?;
        if args.format == Format::Text {
            tell(&taken, world)?;
        }
        all.push(taken);
    }
    let said = match args.format {
        Format::Text => summary(&all),
        Format::Json => format!("{:#}\n", as_json(&all)),
    };
    lookup::write(&mut world.out, &said)?;
    let whole = |taken: &Taken| taken.error.is_none() && taken.imported.left_out == 0;
    Ok(if all.iter().all(whole) {
        Exit::Done
    } else {
        Exit::Unreadable
    })
}

/// Takes one log in. An error is one of the store: then the others cannot be taken either.
fn take(store: &mut Sqlite, file: &Path, world: &World) -> Result<Taken> {
    let mut told = Vec::new();
    let mut tell = |line, refusal: &_| {
        if told.len() < TOLD {
            told.push((line, ToString::to_string(refusal)));
        }
    };
    let now = world.now();
    let (name, done) = if file == Path::new("-") {
        let log = io::stdin().lock();
        (String::from("-"), store.import(log, now, &mut tell))
    } else {
        let done = match File::open(file) {
            Ok(log) => store.import(BufReader::with_capacity(1 << 16, log), now, &mut tell),
            Err(error) => Err(ImportError::Read(error)),
        };
        (library::shown(file), done)
    };
    let (imported, error) = match done {
        Ok(imported) => (imported, None),
        Err(ImportError::Store(error)) => return Err(RunError::Store(error).into()),
        Err(ImportError::Read(error)) => (
            Imported::default(),
            Some(text::clean_line(&format!("cannot be read ({error})")).into_owned()),
        ),
        Err(error @ ImportError::Newer { .. }) => (Imported::default(), Some(error.to_string())),
    };
    Ok(Taken {
        name,
        imported,
        told,
        error,
    })
}

fn tell(taken: &Taken, world: &mut World) -> Result<()> {
    let name = &taken.name;
    if let Some(error) = &taken.error {
        let line = format!("error: `{name}`: {error}; nothing of it was taken in\n");
        return Ok(lookup::write(&mut world.err, &line)?);
    }
    let mut lines = String::new();
    for (line, why) in &taken.told {
        let _ = writeln!(lines, "error: {name}:{line}: {why}");
    }
    let more = taken.imported.left_out - taken.told.len();
    if more > 0 {
        let more = text::count_of(more, "more line was", "more lines were");
        let _ = writeln!(lines, "error: {name}: {more} left out");
    }
    if taken.imported.future > 0 {
        let rows = text::count_of(taken.imported.future, "row is", "rows are");
        let _ = writeln!(
            lines,
            "note: {name}: {rows} dated in the future: the clock of that computer was wrong"
        );
    }
    Ok(lookup::write(&mut world.err, &lines)?)
}

fn sum(all: &[Taken], of: impl Fn(&Imported) -> usize) -> usize {
    all.iter().map(|taken| of(&taken.imported)).sum()
}

fn summary(all: &[Taken]) -> String {
    let known = sum(all, |imported| imported.known);
    let left_out = sum(all, |imported| imported.left_out);
    let mut said = format!(
        "took in {} with {} from {}",
        text::count(sum(all, |imported| imported.attempts), "new attempt"),
        text::count(sum(all, |imported| imported.rows), "new row"),
        text::count(
            all.iter().filter(|taken| taken.error.is_none()).count(),
            "log"
        ),
    );
    if known > 0 {
        let known = text::count_of(known, "row was", "rows were");
        let _ = write!(said, "; {known} here already");
    }
    if left_out > 0 {
        let left_out = text::count_of(left_out, "line was", "lines were");
        let _ = write!(said, "; {left_out} left out");
    }
    said.push('\n');
    said
}

fn as_json(all: &[Taken]) -> Value {
    let files: Vec<Value> = all
        .iter()
        .map(|taken| {
            let lines = taken.told.iter();
            let lines: Vec<Value> = lines
                .map(|(line, why)| json!({"line": line, "why": why}))
                .collect();
            json!({
                "file": taken.name,
                "attempts": taken.imported.attempts,
                "rows": taken.imported.rows,
                "known": taken.imported.known,
                "left_out": taken.imported.left_out,
                "future": taken.imported.future,
                "lines": lines,
                "error": taken.error,
            })
        })
        .collect();
    json!({
        "version": 1,
        "files": files,
        "attempts": sum(all, |imported| imported.attempts),
        "rows": sum(all, |imported| imported.rows),
        "known": sum(all, |imported| imported.known),
        "left_out": sum(all, |imported| imported.left_out),
    })
}
