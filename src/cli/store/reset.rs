//! `quizline store reset`: begin anew with a question, a pack, or everything; old answers are kept aside, or erased.

use std::path::Path;

use anyhow::Result;

use super::{
    reader,
    sure::{copies, sure},
};
use crate::{
    cli::{
        Common, Exit, World, lookup,
        outside::{fresh_id, fresh_seed, zone},
        scores::{self, Asked},
    },
    library::LibraryError,
    pack::Id,
    record::{Attempt, Mode, Options, Payload, Row},
    store::{Amount, Sqlite, Store},
    text,
};

/// Begin anew with a question, a pack, or everything.
///
/// Answers given before count no longer: not for what was missed or seen, bests, trends, or what is due. They are kept,
/// and stay in the list of attempts; `--undo` takes the last reset back, `--purge` erases them for good instead.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub(super) struct Args {
    /// The pack: its name, its id, or a path; with `:QUESTION` that question of it alone
    #[arg(
        value_name = "PACK[:QUESTION]",
        required_unless_present_any = ["all", "undo"],
        conflicts_with_all = ["all", "undo"]
    )]
    what: Option<String>,
    /// Everything
    #[arg(long)]
    all: bool,
    /// Take the last reset back
    #[arg(long, conflicts_with_all = ["all", "purge"])]
    undo: bool,
    /// Erase the answers for good
    #[arg(long)]
    purge: bool,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

/// What is reset: all when there is no pack, all of the pack when there is no question.
struct Scope {
    pack: Option<Id>,
    question: Option<Id>,
    /// Why the pack is not among those that can be seen.
    unknown: Option<LibraryError>,
}

impl Scope {
    fn read(what: Option<&str>, world: &World) -> Result<Self> {
        let Some(what) = what else {
            return Ok(Self {
                pack: None,
                question: None,
                unknown: None,
            });
        };
        let parts = what
            .rsplit_once(':')
            .filter(|(pack, _)| !pack.is_empty())
            .and_then(|(pack, question)| Some((pack, Id::new(question)?)));
        let (pack, question) = match parts {
            Some((pack, question)) => (pack, Some(question)),
            None => (what, None),
        };
        let (pack, unknown) = match scores::asked(pack, world)? {
            Asked::Pack(pack) => (pack.id, None),
            Asked::Unknown(id, error) => (id, Some(error)),
        };
        Ok(Self {
            pack: Some(pack),
            question,
            unknown,
        })
    }

    fn name(&self) -> String {
        match (&self.pack, &self.question) {
            (Some(pack), Some(question)) => format!("`{pack}:{question}`"),
            (Some(pack), None) => format!("`{pack}`"),
            (None, _) => String::from("everything"),
        }
    }

    fn amount(&self, store: &Sqlite, learner: &str) -> Result<Amount> {
        Ok(store.amount(learner, self.pack.as_ref(), self.question.as_ref())?)
    }
}

pub(super) fn run(path: &Path, args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let learner = scores::whose(common, world)?;
    let name = text::clean_line(&learner).into_owned();
    let scope = Scope::read(args.what.as_deref(), world)?;
    let Some(mut store) = reader(path, world)? else {
        lookup::write(&mut world.out, &nothing(&name, &scope))?;
        return Ok(Exit::Done);
    };
    if args.undo {
        return undo(&mut store, &learner, world);
    }
    let amount = scope.amount(&store, &learner)?;
    if amount == Amount::default() {
        if let Some(unknown) = scope.unknown {
            return Err(unknown.into());
        }
        lookup::write(&mut world.out, &nothing(&name, &scope))?;
        return Ok(Exit::Done);
    }
    let (told, whole) = (told(amount), scope.name());
    let question = if args.purge {
        format!("Erase {told} by {name} for good ({whole})?")
    } else {
        format!("{name} begins anew with {whole}: {told} count no longer. Go on?")
    };
    match sure(&question, args.yes, common, world)? {
        Some(true) => {}
        Some(false) => return Ok(Exit::Done),
        None => return Ok(Exit::Usage),
    }
    if args.purge {
        store.erase(&learner, scope.pack.as_ref(), scope.question.as_ref())?;
        lookup::write(&mut world.out, &format!("Erased {told}.\n"))?;
        if let Some(note) = copies(path) {
            lookup::write(&mut world.err, &note)?;
        }
        return Ok(Exit::Done);
    }
    reset(&mut store, &learner, scope, world)?;
    let repeat = common.repeat();
    let said = format!(
        "Begun anew with {whole}: {told} count no longer.\nThey are kept: `quizline store reset --undo{repeat}` takes this back.\n"
    );
    lookup::write(&mut world.out, &said)?;
    Ok(Exit::Done)
}

/// A reset is a row in an attempt of its own that asks nothing.
fn reset(store: &mut Sqlite, learner: &str, scope: Scope, world: &World) -> Result<()> {
    let now = world.now();
    let attempt = Attempt {
        id: fresh_id(now),
        learner: learner.to_owned(),
        mode: Mode::Practice,
        seed: fresh_seed(),
        options: Options::default(),
        started: now,
        zone: zone(),
        plan: Vec::new(),
    };
    store.begin(&attempt)?;
    let payload = Payload::Reset {
        pack: scope.pack,
        question: scope.question,
    };
    store.append(&row(&attempt, 1, payload, world), None)?;
    Ok(())
}

fn row(attempt: &Attempt, seq: u32, payload: Payload, world: &World) -> Row {
    let now = world.now();
    Row {
        id: fresh_id(now),
        attempt: attempt.id,
        seq,
        at: now,
        zone: zone(),
        payload,
    }
}

fn undo(store: &mut Sqlite, learner: &str, world: &mut World) -> Result<Exit> {
    let name = text::clean_line(learner).into_owned();
    let last = store.resets(learner)?.pop();
    let found = match &last {
        Some(last) => store.attempt(last.attempt)?,
        None => None,
    };
    let (Some(last), Some(attempt)) = (last, found) else {
        let said = format!("There is no reset by {name} to take back.\n");
        lookup::write(&mut world.out, &said)?;
        return Ok(Exit::Done);
    };
    let rows = store.rows(attempt.id)?;
    let seq = rows.last().map_or(0, |row| row.seq).saturating_add(1);
    let target = last.row;
    store.append(&row(&attempt, seq, Payload::Undo { target }, world), None)?;
    let scope = Scope {
        pack: last.pack,
        question: last.question,
        unknown: None,
    };
    let told = told(scope.amount(store, learner)?);
    let said = format!(
        "Taken back the reset of {}: {told} count again.\n",
        scope.name()
    );
    lookup::write(&mut world.out, &said)?;
    Ok(Exit::Done)
}

fn told(amount: Amount) -> String {
    format!(
        "{} of {}",
        text::count(amount.answers, "answer"),
        text::count(amount.attempts, "attempt")
    )
}

fn nothing(name: &str, scope: &Scope) -> String {
    match scope.pack {
        Some(_) => format!("There are no answers by {name} to {}.\n", scope.name()),
        None => format!("There are no answers by {name}.\n"),
    }
}
