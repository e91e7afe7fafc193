//! `quizline take`: a quiz. Chooses its questions, finds an attempt to go on with, and plays it.

use anyhow::{Context as _, Result, anyhow};

use super::{
    Common, Exit, World,
    front::{Front, Kind},
    learner,
    play::{Desk, Played, argument},
    storage,
};
use crate::{
    library::Opened,
    record::{Attempt, Options},
    run::RunError,
    session::Ending,
    store::Store,
    text,
    ui::{Interface, Item, Menu, Picked},
};

/// Take a quiz.
///
/// Questions come in the pack's order. Every answer is stored before its verdict is shown, so a quiz can be left at any
/// time and gone on with later.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pub(super) pack: Option<String>,
    /// Ask at most so many: unseen ones first, then missed ones, then those answered longest ago
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) count: Option<u32>,
    /// Ask only questions with this tag (may be given several times)
    #[arg(long = "tag", value_name = "TAG")]
    pub(super) tags: Vec<String>,
    /// Ask only questions whose last answer was not right
    #[arg(long)]
    pub(super) missed: bool,
    /// Ask the questions in a new order
    #[arg(long)]
    pub(super) shuffle: bool,
    /// Draw as the attempt with this seed did
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// Go on with the attempt that was left last, or with this one
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "")]
    pub(super) resume: Option<String>,
    /// Take the answers from a file (`-` is standard input): a line `{"question": ID, "response": R}` each
    #[arg(long, value_name = "FILE")]
    pub(super) answers: Option<String>,
    /// End with exit code 1 below this score
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(super) min_score: Option<f64>,
}

fn percent(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value),
        _ => Err("a percentage from 0 to 100 is needed".to_owned()),
    }
}

impl Args {
    fn options(&self) -> Options {
        Options {
            tags: self.tags.clone(),
            count: self.count.map(|count| count as usize),
            missed: self.missed,
            shuffle: self.shuffle,
        }
    }

    /// Whether the learner asked for a quiz of a certain shape, so that an older one is not meant.
    fn shaped(&self) -> bool {
        self.options() != Options::default() || self.seed.is_some()
    }
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let mut front = Front::new(common, world, args.answers.is_some());
    let name = match &args.pack {
        Some(name) => name.clone(),
        None => match pick(&library, front.interface())? {
            Some(name) => name,
            None => return Ok(Exit::Done),
        },
    };
    let opened = library.open(&name)?;
    usable(&opened)?;
    let script = match &args.answers {
        Some(file) => Some(super::answers::read(file, &opened, world)?),
        None => None,
    };
    let script_given = script.is_some();
    if let Some(script) = script {
        front.script(script);
    }
    let terminal = front.kind() == Kind::Terminal;
    let learner = {
        let guide: Option<&mut dyn Interface> = terminal.then(|| front.interface());
        learner::resolve(common, world, guide)?
    };
    let mut keeper = storage::open(common, world, front.interface())?;
    let mut desk = Desk {
        learner,
        library: &library,
        keeper: &mut keeper,
        ui: front.interface(),
        repeat: common.repeat(),
    };
    let left = if args.resume.is_some() || !args.shaped() {
        left(args, &desk, &opened)?
    } else {
        None
    };
    let played = match left {
        Some(attempt) if args.resume.is_some() => Some(desk.resume(opened, attempt, world)?),
        Some(attempt) if terminal && !script_given => {
            if desk.ui.confirm(&go_on(&attempt, &desk)?, true)? {
                Some(desk.resume(opened, attempt, world)?)
            } else {
                desk.begin(opened, args.options(), args.seed, world)?
            }
        }
        Some(_) => {
            writeln!(world.err, "{}", anew(&argument(&opened)))?;
            desk.begin(opened, args.options(), args.seed, world)?
        }
        None => {
            if args.resume.is_some() {
                writeln!(world.err, "{NOTHING_LEFT}")?;
            }
            desk.begin(opened, args.options(), args.seed, world)?
        }
    };
    Ok(match played {
        None => nothing_to_ask(args, world)?,
        Some(played) => exit(&played, args.min_score),
    })
}
