//! `quizline take`: a quiz. Chooses its questions, finds an attempt to go on with, and plays it.

use std::{
    fs,
    io::{self, BufRead, BufReader, Write as _},
};

use anyhow::{Result, anyhow};

use super::{
    Common, Exit, World,
    front::Front,
    learner,
    lookup::{self, Named},
    play::{Desk, Played},
    review, storage,
    when::ago,
};
use crate::{
    library::{Library, Opened},
    record::{Attempt, Mode, Options, learner_key},
    run::RunError,
    session::{Ending, Material},
    text,
    ui::{Guide, Interface, Item, Menu, Picked, Script, ScriptError, ScriptInterface, UiError},
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
            cram: false,
        }
    }

    /// Whether the learner asked for a quiz of a certain shape, so that an older one is not meant.
    fn shaped(&self) -> bool {
        self.options() != Options::default() || self.seed.is_some()
    }
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let front = Front::new(common, world);
    let mut ui = front.interface(world).map_err(RunError::Ui)?;
    let picked = match (&args.pack, &args.answers) {
        (None, None) => pick(&library, &mut *ui)?,
        // Who answers by a file does not pick from a menu.
        (named, _) => Choice::Pack(named.clone()),
    };
    let name = match picked {
        Choice::Pack(name) => name,
        Choice::None => return Ok(Exit::Done),
    };
    let opened = match lookup::open(&library, name.as_deref())? {
        Named::Opened(opened) => *opened,
        Named::Unnamed(told) => {
            writeln!(world.err, "error: {told}")?;
            return Ok(Exit::Usage);
        }
    };
    usable(&opened)?;
    let mut rich = front.rich;
    if let Some(file) = &args.answers {
        rich = false;
        // It holds standard input, which may be where the answers come from.
        drop(ui);
        let pack = opened.reading.pack.clone();
        let material = pack.map(|pack| Material::new(pack, opened.article().cloned()));
        match scripted(file, material.as_slice(), world)? {
            Some(scripted) => ui = scripted,
            None => return Ok(Exit::Unreadable),
        }
    }
    let guide: Option<&mut dyn Guide> = if rich { Some(&mut *ui) } else { None };
    let learner = learner::resolve(common, world, guide)?;
    let mut keeper = storage::keeper(common, world)?;
    let mut desk = Desk {
        learner,
        library: &library,
        keeper: &mut keeper,
        ui: &mut *ui,
        repeat: common.repeat(),
    };
    let left = if args.resume.is_some() || !args.shaped() {
        left(args, &desk, &opened)?
    } else {
        None
    };
    let resume = match &left {
        Some(_) if args.resume.is_some() => true,
        Some(attempt) if rich => {
            let menu = go_on(attempt, &desk, world.now());
            match desk.ui.pick(&menu).map_err(RunError::Ui)? {
                Picked::Item(at) => at == 0,
                Picked::Key(_) => false,
                Picked::Back => return Ok(Exit::Done),
            }
        }
        Some(_) => {
            writeln!(world.err, "{}", anew(&lookup::argument(&opened)))?;
            false
        }
        None => {
            if args.resume.is_some() {
                writeln!(world.err, "{NOTHING_LEFT}")?;
            }
            false
        }
    };
    let played = if let Some(attempt) = left.filter(|_| resume) {
        Some(desk.resume(opened, attempt, world)?)
    } else {
        let tags = tags(&opened);
        let nothing_answered = match &opened.reading.pack {
            Some(pack) if args.missed => desk.history(&pack.id).is_empty(),
            _ => false,
        };
        let played = desk.begin(opened, args.options(), args.seed, world)?;
        if played.is_none() {
            return nothing_to_ask(args, &tags, nothing_answered, world);
        }
        played
    };
    if played
        .as_ref()
        .is_some_and(|played| played.ending == Ending::Complete)
        && let Some(offer) = review::offer(&desk, world)
    {
        desk.ui.say(&offer).map_err(RunError::Ui)?;
    }
    Ok(played.map_or(Exit::Done, |played| exit(&played, args.min_score)))
}

/// The interface that answers from a file; none when the file has faults, which are listed then.
pub(super) fn scripted(
    file: &str,
    materials: &[Material],
    world: &mut World,
) -> Result<Option<Box<dyn Interface>>> {
    let text: Box<dyn BufRead> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let open = fs::File::open(file).map(BufReader::new);
        Box::new(open.map_err(|error| {
            anyhow!(
                "cannot open the answers `{}`: {error}",
                text::clean_line(file)
            )
        })?)
    };
    match Script::read(text, materials) {
        Ok(script) => {
            let ui = ScriptInterface::new(script, io::stdout(), SCRIPT_WIDTH);
            Ok(Some(Box::new(ui)))
        }
        Err(error) => {
            writeln!(world.err, "error: {error}")?;
            if let ScriptError::Faults(faults, _) = &error {
                for fault in faults {
                    writeln!(world.err, "  {fault}")?;
                }
            }
            Ok(None)
        }
    }
}

/// Columns of a scripted run's lines.
const SCRIPT_WIDTH: usize = 80;

fn exit(played: &Played, min_score: Option<f64>) -> Exit {
    match played.ending {
        Ending::Quit => Exit::Quit,
        Ending::Complete if min_score.is_some_and(|least| played.percent < least) => Exit::Found,
        Ending::Complete => Exit::Done,
    }
}

/// What was picked.
enum Choice {
    /// A pack by its name; the only one there is without one.
    Pack(Option<String>),
    /// Nothing: the person went back.
    None,
}

/// Lets a pack be picked unless there is only one.
fn pick(library: &Library, ui: &mut dyn Interface) -> Result<Choice> {
    let listing = library.list();
    let mut names = Vec::new();
    let mut items = Vec::new();
    for listed in listing
        .packs
        .iter()
        .filter(|listed| listed.hidden_by.is_none())
    {
        let Some(head) = listed.head() else { continue };
        names.push(listed.stem.clone());
        items.push(Item::new(
            head.title.clone().unwrap_or_else(|| listed.stem.clone()),
            listed.stem.clone(),
        ));
    }
    if names.len() == 1 {
        return Ok(Choice::Pack(names.pop()));
    }
    let menu = Menu {
        title: vec![WHICH.to_owned()],
        items,
        back: "quit".to_owned(),
        ..Menu::default()
    };
    match ui.pick(&menu) {
        Ok(Picked::Item(at)) => Ok(Choice::Pack(names.into_iter().nth(at))),
        Ok(Picked::Key(_) | Picked::Back) => Ok(Choice::None),
        // Nobody is there to pick one: then it has to be named.
        Err(UiError::EndOfInput) => Ok(Choice::Pack(None)),
        Err(error) => Err(RunError::Ui(error).into()),
    }
}

/// A pack without a head or without a single sound question cannot be asked from.
pub(super) fn usable(opened: &Opened) -> Result<()> {
    let place = &opened.place;
    match &opened.reading.pack {
        None => Err(anyhow!(
            "`{place}` is no valid pack: run `quizline check {}`",
            lookup::argument(opened)
        )),
        Some(pack) if pack.questions.is_empty() && opened.reading.left_out > 0 => Err(anyhow!(
            "every question of `{place}` has faults: run `quizline check {}`",
            lookup::argument(opened)
        )),
        Some(pack) if pack.questions.is_empty() => Err(anyhow!("`{place}` has no questions")),
        Some(_) => Ok(()),
    }
}

/// The attempt to go on with: the one named, else the learner's newest unfinished one at this pack.
fn left(args: &Args, desk: &Desk, opened: &Opened) -> Result<Option<Attempt>> {
    let Some(pack) = &opened.reading.pack else {
        return Ok(None);
    };
    let named = args.resume.as_deref().filter(|id| !id.is_empty());
    if let Some(named) = named {
        let id = named.parse().map_err(|_| {
            anyhow!("`{named}` is no id of an attempt: `quizline scores --format json` lists them")
        })?;
        let attempt = desk.keeper.attempt(id).map_err(RunError::Store)?;
        let Some(attempt) = attempt else {
            return Err(anyhow!("there is no attempt `{named}`"));
        };
        if attempt.mode == Mode::Timeline {
            return Err(anyhow!(
                "attempt `{named}` is a game: `quizline timeline {} --play GAME --resume` goes on with it",
                lookup::argument(opened)
            ));
        }
        if !attempt.plan.iter().any(|planned| planned.pack == pack.id) {
            return Err(anyhow!("attempt `{named}` asks from another pack"));
        }
        if learner_key(&attempt.learner) != learner_key(&desk.learner) {
            return Err(anyhow!(
                "attempt `{named}` is not {}'s: name its learner with --learner",
                text::clean_line(&desk.learner)
            ));
        }
        return Ok(Some(attempt));
    }
    // A store that cannot be read was told of already; the quiz goes on without what it holds.
    Ok(desk
        .keeper
        .unfinished(&desk.learner, Some(&pack.id))
        .unwrap_or_default())
}

fn tags(opened: &Opened) -> Vec<String> {
    let questions = opened.reading.pack.iter().flat_map(|pack| &pack.questions);
    let mut tags: Vec<String> = questions.flat_map(|q| q.tags.iter().cloned()).collect();
    tags.sort();
    tags.dedup();
    tags
}

fn nothing_to_ask(
    args: &Args,
    tags: &[String],
    nothing_answered: bool,
    world: &mut World,
) -> Result<Exit> {
    if let Some(unknown) = args.tags.iter().find(|tag| !tags.contains(tag)) {
        let meant = text::closest(unknown, tags.iter().map(String::as_str))
            .map(|close| format!("; did you mean `{close}`?"))
            .unwrap_or_default();
        let there = if tags.is_empty() {
            "no question has a tag".to_owned()
        } else {
            format!("there are {}", text::list(tags, "and"))
        };
        writeln!(
            world.err,
            "error: no question has the tag `{}`{meant} ({})",
            text::clean_line(unknown),
            text::clean_line(&there)
        )?;
        return Ok(Exit::Usage);
    }
    writeln!(
        world.out,
        "{}",
        if args.missed && nothing_answered {
            NOTHING_ANSWERED
        } else if args.missed {
            NOTHING_MISSED
        } else {
            NOTHING_FITS
        }
    )?;
    Ok(Exit::Done)
}

const WHICH: &str = "Which pack?";
const NOTHING_MISSED: &str =
    "Nothing is missed: every question you answered was right the last time.";
const NOTHING_ANSWERED: &str =
    "Nothing is missed: you have not answered a question of this pack yet.";
const NOTHING_FITS: &str = "No question fits what was asked for.";
const NOTHING_LEFT: &str = "note: nothing was left unfinished; a new attempt begins";

fn anew(pack: &str) -> String {
    format!(
        "note: a new attempt begins; `quizline take {pack} --resume` goes on with the one that was left"
    )
}

/// Enter goes on and `n` starts anew; whoever goes back does neither.
fn go_on(attempt: &Attempt, desk: &Desk, now: jiff::Timestamp) -> Menu {
    let (answered, of) = (desk.answered(attempt), attempt.plan.len());
    let when = ago(attempt.started, now);
    Menu {
        title: vec![format!("{answered} of {of} answered {when}")],
        items: vec![Item::new("Go on", ""), Item::new("Start anew", "")],
        keys: vec![('n', "start anew".to_owned())],
        back: "quit".to_owned(),
        ..Menu::default()
    }
}
