//! `quizline scores`: attempts, responses, trend and weak tags.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use anyhow::{Result, anyhow};

use super::{Common, Exit, World, detail, learner, lookup, play::Desk, storage, store};
use crate::{
    library::LibraryError,
    pack::{Id, Pack},
    report::scores::{self, ResponseLine},
    run::RunError,
    stats::{self, AttemptScore, History},
    store::{Sqlite, Store},
    text,
};

/// See your attempts, what they earned, and what is weak.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that a person may write"
)]
pub(super) struct Args {
    /// Only attempts at this pack: its name, its id, or a path
    pack: Option<String>,
    /// Every learner's attempts
    #[arg(long)]
    everyone: bool,
    /// Every response, not only attempts
    #[arg(long)]
    responses: bool,
    /// Responses that were taken back too
    #[arg(long, requires = "responses")]
    all: bool,
    /// Where you stand: by day, pack, tag and question, with trends
    #[arg(long, conflicts_with = "responses")]
    detail: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write the detail to this file instead
    #[arg(short, long, value_name = "FILE", requires = "detail")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// One page for a browser or a printer, with --detail
    Html,
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    if args.format == Format::Html && !args.detail {
        lookup::write(&mut world.err, ONLY_DETAIL)?;
        return Ok(Exit::Usage);
    }
    let asked = args
        .pack
        .as_deref()
        .map(|name| asked(name, world))
        .transpose()?;
    let pack = asked.as_ref().map(Asked::id).cloned();
    let learner = (!args.everyone).then(|| whose(common, world)).transpose()?;
    let path = storage::path(common, world)?;
    let store = store::reader(&path, world)?;
    let attempts = match &store {
        Some(store) => store.attempts(learner.as_deref(), pack.as_ref())?,
        None => Vec::new(),
    };
    let asked = match asked {
        Some(Asked::Unknown(_, unknown)) if attempts.is_empty() => return Err(unknown.into()),
        asked => asked,
    };
    if args.detail && (!attempts.is_empty() || args.format != Format::Table) {
        let asked = detail::Asked {
            learner: learner.as_deref(),
            pack: asked.map(|asked| match asked {
                Asked::Pack(pack) => (pack.id.clone(), Some(*pack)),
                Asked::Unknown(id, _) => (id, None),
            }),
            format: args.format,
            output: args.output.as_deref(),
        };
        detail::run(asked, &attempts, store.as_ref(), world)?;
        return Ok(Exit::Done);
    }
    let sheet = Sheet {
        args,
        attempts: &attempts,
        store: store.as_ref(),
    };
    match args.format {
        Format::Json => sheet.json(world)?,
        Format::Csv => sheet.csv(world)?,
        // Detail alone has a page.
        Format::Html => {}
        Format::Table if attempts.is_empty() => {
            let text = nothing(learner.as_deref(), args.pack.as_deref());
            lookup::write(&mut world.out, &text)?;
        }
        Format::Table => {
            let outlook_of = match (&store, &learner, &asked) {
                (Some(store), Some(learner), Some(Asked::Pack(pack))) => {
                    Some((&**pack, store.history(learner, &pack.id)?))
                }
                _ => None,
            };
            sheet.table(outlook_of, world)?;
        }
    }
    Ok(Exit::Done)
}

const ONLY_DETAIL: &str =
    "error: there is a page of details only: `quizline scores --detail --format html`\n";

/// A learner's attempts at a pack, for the guided screens; `argument` names the pack in commands.
pub(super) fn table(desk: &Desk, pack: Option<&Pack>, argument: &str) -> Result<String> {
    let id = pack.map(|pack| &pack.id);
    let found = desk.keeper.attempts(Some(&desk.learner), id);
    let attempts = found.map_err(RunError::Store)?;
    if attempts.is_empty() {
        return Ok(nothing(Some(&desk.learner), Some(argument)));
    }
    let mut lines = scores::table(&attempts, false, width());
    if let Some(pack) = pack {
        let history = desk.keeper.history(&desk.learner, &pack.id);
        lines.push_str(&outlook(
            &attempts,
            &history.map_err(RunError::Store)?,
            pack,
        ));
    }
    Ok(lines)
}

/// The pack that is meant.
pub(super) enum Asked {
    /// By name or path.
    Pack(Box<Pack>),
    /// By an id that only the store may know any more.
    Unknown(Id, LibraryError),
}

impl Asked {
    pub(super) fn id(&self) -> &Id {
        match self {
            Self::Pack(pack) => &pack.id,
            Self::Unknown(id, _) => id,
        }
    }
}

/// The pack that a name, an id or a path means.
pub(super) fn asked(name: &str, world: &World) -> Result<Asked> {
    match world.library().open(name) {
        Ok(opened) => match opened.reading.pack {
            Some(pack) => Ok(Asked::Pack(Box::new(pack))),
            None => Err(anyhow!(
                "`{0}` has faults: run `quizline check {0}`",
                text::clean_line(name)
            )),
        },
        Err(error) => match Id::new(name) {
            Some(id) => Ok(Asked::Unknown(id, error)),
            None => Err(error.into()),
        },
    }
}

/// Whose answers are meant, without asking.
pub(super) fn whose(common: &Common, world: &World) -> Result<String> {
    let person = io::stdin().is_terminal();
    match learner::known(common, world, person) {
        Some(learner) => Ok(learner),
        None => Ok(learner::resolve(common, world, None)?),
    }
}

/// A kind sentence and what to do.
fn nothing(learner: Option<&str>, pack: Option<&str>) -> String {
    let by = learner.map_or_else(String::new, |learner| {
        format!(" by {}", text::clean_line(learner))
    });
    match pack {
        Some(pack) => {
            let pack = text::clean_line(pack);
            format!("No attempts{by} at `{pack}` yet. Begin with `quizline take {pack}`.\n")
        }
        None => format!(
            "No attempts{by} yet. Begin with `quizline take`; `quizline packs` lists what there is.\n"
        ),
    }
}

/// Trend and weak tags, each a line where there is something to say.
fn outlook(attempts: &[AttemptScore], history: &History, pack: &Pack) -> String {
    let lines = [
        scores::trend_line(attempts),
        scores::tags_line(&stats::weak_tags(history, pack)),
    ];
    let lines: String = lines
        .into_iter()
        .flatten()
        .map(|line| line + "\n")
        .collect();
    if lines.is_empty() {
        lines
    } else {
        format!("\n{lines}")
    }
}

/// Columns of the terminal; where there is none, a table is as wide as it needs to be.
pub(super) fn width() -> usize {
    #[cfg(unix)]
    if io::stdout().is_terminal() {
        return crate::ui::Terminal::size().1;
    }
    usize::MAX
}

/// What is written, in one of the formats.
struct Sheet<'a> {
    args: &'a Args,
    attempts: &'a [AttemptScore],
    store: Option<&'a Sqlite>,
}

impl Sheet<'_> {
    /// The responses of one attempt after another.
    fn lines(&self) -> impl Iterator<Item = Result<Vec<ResponseLine>>> {
        self.attempts.iter().map(|scored| {
            let Some(store) = self.store else {
                return Ok(Vec::new());
            };
            let Some(attempt) = store.attempt(scored.id)? else {
                return Ok(Vec::new());
            };
            let rows = store.rows(scored.id)?;
            let content = |hash: &_| store.content(hash);
            Ok(scores::lines(&attempt, &rows, self.args.all, content)?)
        })
    }

    fn json(&self, world: &mut World) -> Result<()> {
        if !self.args.responses {
            let text = scores::json(self.attempts)?;
            return Ok(lookup::write(&mut world.out, &text)?);
        }
        scores::json_with_responses(self.attempts, self.lines(), |piece| {
            Ok(lookup::write(&mut world.out, piece)?)
        })
    }

    fn csv(&self, world: &mut World) -> Result<()> {
        if !self.args.responses {
            let text = scores::csv(self.attempts)?;
            return Ok(lookup::write(&mut world.out, &text)?);
        }
        lookup::write(&mut world.out, &scores::response_csv(&[], true)?)?;
        for lines in self.lines() {
            let text = scores::response_csv(&lines?, false)?;
            lookup::write(&mut world.out, &text)?;
        }
        Ok(())
    }

    fn table(&self, outlook_of: Option<(&Pack, History)>, world: &mut World) -> Result<()> {
        let everyone = self.args.everyone;
        let mut text = scores::table(self.attempts, everyone, width());
        if self.args.responses {
            let mut all = Vec::new();
            for lines in self.lines() {
                all.extend(lines?);
            }
            text.push('\n');
            text.push_str(&scores::response_table(&all, everyone, width()));
        } else if let Some((pack, history)) = outlook_of {
            text.push_str(&outlook(self.attempts, &history, pack));
        }
        Ok(lookup::write(&mut world.out, &text)?)
    }
}
