//! `quizline store forget`: everything of a learner, for good.

use std::path::Path;

use anyhow::Result;

use super::{
    reader, shown, spool,
    sure::{copies, sure},
};
use crate::{
    cli::{Common, Exit, World, learner, lookup},
    text,
};

/// Erase everything of a learner for good, after one question.
///
/// Attempts, answers, what only this learner was asked, and what waits in the spool. Files that were exported or
/// backed up before are not touched; importing one of them brings back what it holds.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The learner's name
    learner: String,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

pub(super) fn run(path: &Path, args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let learner = args.learner.as_str();
    let name = text::clean_line(learner).trim().to_owned();
    let Some(mut store) = reader(path, world)? else {
        lookup::write(&mut world.out, &nothing(&name))?;
        return Ok(Exit::Done);
    };
    let amount = store.amount(learner, None, None)?;
    if amount.attempts == 0 && store.resets(learner)?.is_empty() {
        let gone = spool(path, world).forget(learner)?;
        let said = if gone.is_empty() {
            nothing(&name)
        } else {
            erased(&name, &text::count(gone.len(), "spool file"))
        };
        lookup::write(&mut world.out, &said)?;
        return Ok(Exit::Done);
    }
    let what = format!(
        "{} with {}",
        text::count(amount.attempts, "attempt"),
        text::count(amount.answers, "answer")
    );
    let question = format!("Erase everything of {name} for good: {what}?");
    match sure(&question, args.yes, common, world)? {
        Some(true) => {}
        Some(false) => return Ok(Exit::Done),
        None => return Ok(Exit::Usage),
    }
    let anew = store.erase(learner, None, None)?;
    spool(path, world).forget(learner)?;
    learner::forget(learner, world);
    lookup::write(&mut world.out, &erased(&name, &what))?;
    if !anew {
        let note = format!(
            "note: `{}` is in use and keeps its size; what was erased is overwritten in it\n",
            shown(path)
        );
        lookup::write(&mut world.err, &note)?;
    }
    if let Some(note) = copies(path) {
        lookup::write(&mut world.err, &note)?;
    }
    Ok(Exit::Done)
}

fn nothing(name: &str) -> String {
    format!("There is nothing of {name} here.\n")
}

fn erased(name: &str, what: &str) -> String {
    format!("Erased everything of {name}: {what}.\n")
}
