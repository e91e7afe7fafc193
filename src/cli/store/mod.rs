//! `quizline store`: where answers are kept and how much there is; verifying, backing up, restoring, beginning anew,
//! erasing.

mod forget;
mod reset;
mod sure;

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Common, Exit, World, lookup, storage};
use crate::{
    store::{Contents, Spool, Sqlite, StoreError, TakenIn},
    text,
};

/// See where answers are kept and how many there are; verify, back up, restore, begin anew, erase.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Look for damage in every part
    Verify,
    /// Write a copy to a new file
    Backup {
        /// The file (else one beside the store, with the time in its name)
        file: Option<PathBuf>,
    },
    /// Save what can be read of a damaged store; the old file is kept
    Restore {
        /// Add what this backup holds
        from: Option<PathBuf>,
    },
    /// Begin anew with a question, a pack, or everything
    Reset(reset::Args),
    /// Erase everything of a learner for good
    Forget(forget::Args),
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let path = std::path::absolute(storage::path(common, world)?)?;
    match &args.command {
        None => tell(&path, world),
        Some(Command::Verify) => verify(&path, world),
        Some(Command::Backup { file }) => back_up(&path, file.as_deref(), world),
        Some(Command::Restore { from }) => restore(&path, from.as_deref(), world),
        Some(Command::Reset(args)) => reset::run(&path, args, common, world),
        Some(Command::Forget(args)) => forget::run(&path, args, common, world),
    }
}

/// The store for reading, with what the spool held taken in where that is possible; none when nothing was ever kept.
pub(super) fn reader(path: &Path, world: &mut World) -> Result<Option<Sqlite>> {
    let mut spool = spool(path, world);
    let waiting = spool.files()?;
    let store = if waiting.is_empty() {
        Sqlite::read(path)?
    } else {
        Some(Sqlite::open(path)?)
    };
    let Some(mut store) = store else {
        return Ok(None);
    };
    if !waiting.is_empty() {
        let note = match spool.take_in(&mut store) {
            Ok(taken) => damaged(&taken),
            Err(error) => vec![format!("note: spool files are not counted yet: {error}")],
        };
        for line in note {
            lookup::write(&mut world.err, &format!("{line}\n"))?;
        }
    }
    Ok(Some(store))
}

fn spool(path: &Path, world: &World) -> Spool {
    let mut folders = vec![Spool::beside(path)];
    folders.extend(world.spool_folders());
    Spool::new(folders)
}

fn tell(path: &Path, world: &mut World) -> Result<Exit> {
    let files = spool(path, world).files()?;
    let holds = match Sqlite::read(path)? {
        Some(store) => told(&store.contents()?),
        None => String::from("nothing yet: it is made when the first quiz begins"),
    };
    let spool = match files.first() {
        None => String::from("empty"),
        Some(first) => format!(
            "{}, taken in at the next start that can write the store (`{}`)",
            text::count(files.len(), "file"),
            shown(first)
        ),
    };
    let lines = format!("store  {}\nholds  {holds}\nspool  {spool}\n", shown(path));
    lookup::write(&mut world.out, &lines)?;
    Ok(Exit::Done)
}

fn told(contents: &Contents) -> String {
    let count =
        |number: u64, noun| text::count(usize::try_from(number).unwrap_or(usize::MAX), noun);
    format!(
        "{}, {}, {} of questions; {} KiB, layout {}",
        count(contents.attempts, "attempt"),
        count(contents.responses, "response"),
        count(contents.questions, "version"),
        contents.bytes.div_ceil(1024),
        contents.version
    )
}

fn verify(path: &Path, world: &mut World) -> Result<Exit> {
    let files = spool(path, world).files()?;
    let Some(store) = Sqlite::read(path)? else {
        let line = format!("there is no store at `{}` yet\n", shown(path));
        lookup::write(&mut world.out, &line)?;
        return Ok(Exit::Done);
    };
    let faults = store.verify()?;
    if !faults.is_empty() {
        for fault in &faults {
            let line = format!("error: {}\n", text::clean_line(fault));
            lookup::write(&mut world.err, &line)?;
        }
        let advice =
            "run `quizline store restore`: it saves what can be read and keeps the old file\n";
        lookup::write(&mut world.err, advice)?;
        return Ok(Exit::Unreadable);
    }
    let lines = format!(
        "sound: {}\nspool: {} waiting\n",
        told(&store.contents()?),
        text::count(files.len(), "file")
    );
    lookup::write(&mut world.out, &lines)?;
    Ok(Exit::Done)
}

fn back_up(path: &Path, file: Option<&Path>, world: &mut World) -> Result<Exit> {
    let Some(store) = reader(path, world)? else {
        let line = format!(
            "there is no store at `{}` yet: nothing to back up\n",
            shown(path)
        );
        lookup::write(&mut world.out, &line)?;
        return Ok(Exit::Done);
    };
    let to = if let Some(file) = file {
        std::path::absolute(file)?
    } else {
        let time = world.now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        path.with_file_name(format!("{stem}-{time}.db"))
    };
    store.back_up(&to)?;
    let line = format!("saved {} to `{}`\n", told(&store.contents()?), shown(&to));
    lookup::write(&mut world.out, &line)?;
    Ok(Exit::Done)
}

fn restore(path: &Path, from: Option<&Path>, world: &mut World) -> Result<Exit> {
    let mut lines = Vec::new();
    if sound(path)? {
        lines.push(format!(
            "the store `{}` is sound: it stays as it is",
            shown(path)
        ));
    } else {
        let restored = Sqlite::restore(path, world.now())?;
        lines.push(format!(
            "saved {} with {} in a new store `{}`",
            text::count(restored.attempts, "attempt"),
            text::count(restored.rows, "row"),
            shown(path)
        ));
        if restored.lost > 0 {
            let lost = text::count(restored.lost, "row");
            lines.push(format!("{lost} could not be understood and stayed behind"));
        }
        if let Some(aside) = &restored.aside {
            lines.push(format!("the old file is kept: `{}`", shown(aside)));
        }
    }
    let mut store = Sqlite::open(path)?;
    if let Some(from) = from {
        let rows = text::count(store.add_from(from)?, "row");
        lines.push(format!("added {rows} from `{}`", shown(from)));
    }
    let taken = spool(path, world).take_in(&mut store)?;
    if taken.files > 0 {
        lines.push(format!(
            "took in {} from {} of the spool",
            text::count(taken.rows, "row"),
            text::count(taken.files, "file")
        ));
    }
    lines.extend(damaged(&taken));
    lookup::write(&mut world.out, &(lines.join("\n") + "\n"))?;
    Ok(Exit::Done)
}

/// Whether nothing has to be saved: there is no store yet, or no fault in it.
///
/// # Errors
/// Where restoring would be wrong: the file is another program's, is newer, or cannot be reached.
fn sound(path: &Path) -> Result<bool> {
    match Sqlite::read(path) {
        Ok(None) => Ok(true),
        Ok(Some(store)) => Ok(store.verify().is_ok_and(|faults| faults.is_empty())),
        Err(StoreError::Damaged { .. } | StoreError::Failed { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn damaged(taken: &TakenIn) -> Vec<String> {
    let note = |file: &PathBuf| {
        format!(
            "note: some lines of a spool file could not be read; it is kept as `{}`",
            shown(file)
        )
    };
    taken.damaged.iter().map(note).collect()
}

fn shown(path: &Path) -> String {
    text::clean_line(&path.to_string_lossy()).into_owned()
}
