//! `quizline log export`: attempts, rows and what was asked, one JSON object a line.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use anyhow::Result;

use super::{Common, Exit, World};
use crate::{
    cli::{
        lookup,
        scores::{self, Asked},
        storage, store,
    },
    library,
    pack::Id,
    record::Line,
    store::{Sqlite, Store, write_new},
    text,
    ui::UiError,
};

/// Write one's attempts and answers as JSON Lines.
///
/// Each line is an object with one key: `log` with the version, `attempt`, `row`, or `content`, what a question asked.
/// `quizline log import` takes it in elsewhere. Names of learners are in it as they were given.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write to this new file (else to standard output)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Only attempts that ask from this pack: its name, its id, or a path
    #[arg(long)]
    pack: Option<String>,
    /// Every learner's attempts
    #[arg(long)]
    everyone: bool,
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let asked = args
        .pack
        .as_deref()
        .map(|name| scores::asked(name, world))
        .transpose()?;
    let pack = asked.as_ref().map(Asked::id).cloned();
    let learner = (!args.everyone)
        .then(|| scores::whose(common, world))
        .transpose()?;
    let path = storage::path(common, world)?;
    let store = store::reader(&path, world)?;
    if let Some(Asked::Unknown(id, unknown)) = asked {
        let begun = |store: &Sqlite| store.attempts(learner.as_deref(), Some(&id));
        if store
            .as_ref()
            .map(begun)
            .transpose()?
            .unwrap_or_default()
            .is_empty()
        {
            return Err(unknown.into());
        }
    }
    let what = What {
        store: store.as_ref(),
        learner: learner.as_deref(),
        pack: pack.as_ref(),
    };
    let Some(file) = &args.output else {
        let mut out = BufWriter::with_capacity(1 << 16, &mut world.out);
        let counts = what.write(&mut |line| Ok(out.write_all(line).map_err(UiError::from)?))?;
        out.flush().map_err(UiError::from)?;
        drop(out);
        if counts.attempts == 0 {
            lookup::write(&mut world.err, &format!("note: {}\n", what.nothing()))?;
        }
        return Ok(Exit::Done);
    };
    let counts = write_new(file, |out| {
        what.write(&mut |line| {
            // Not one of standard output: the file is named.
            let written = out.write_all(line);
            written.map_err(|error| {
                anyhow::anyhow!("cannot write `{}`: {error}", library::shown(file))
            })
        })
    })?;
    let wrote = format!(
        "wrote {} with {} to `{}`\n",
        text::count(counts.attempts, "attempt"),
        text::count(counts.rows, "row"),
        library::shown(file)
    );
    lookup::write(&mut world.out, &wrote)?;
    if counts.attempts == 0 {
        lookup::write(&mut world.err, &format!("note: {}\n", what.nothing()))?;
    }
    Ok(Exit::Done)
}

/// What is written.
struct What<'a> {
    store: Option<&'a Sqlite>,
    learner: Option<&'a str>,
    pack: Option<&'a Id>,
}

/// How much was written.
#[derive(Default)]
struct Counts {
    attempts: usize,
    rows: usize,
}

impl What<'_> {
    fn write(&self, write: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<Counts> {
        let mut counts = Counts::default();
        let mut take = |line: &Line<'_>| {
            match line {
                Line::Attempt(_) => counts.attempts += 1,
                Line::Row(_) => counts.rows += 1,
                Line::Log { .. } | Line::Content { .. } => {}
            }
            let mut text = line.write()?;
            text.push('\n');
            write(text.as_bytes())
        };
        match self.store {
            Some(store) => store.export(self.learner, self.pack, take)?,
            None => take(&Line::Log {
                version: Line::VERSION,
            })?,
        }
        Ok(counts)
    }

    fn nothing(&self) -> String {
        let by = self.learner.map_or_else(String::new, |learner| {
            format!(" by {}", text::clean_line(learner))
        });
        let at = self
            .pack
            .map_or_else(String::new, |pack| format!(" at `{pack}`"));
        format!("there are no attempts{by}{at}; `--everyone` takes every learner's")
    }
}
