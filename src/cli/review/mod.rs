//! `quizline review`: what is due by spaced repetition, of all packs, in a session of the size one has time for.

mod gather;

use std::io::Write as _;

use anyhow::{Result, anyhow};
use jiff::{Timestamp, tz::TimeZone};

use super::{
    Common, Exit, World,
    front::Front,
    learner, lookup,
    play::{Desk, Sheet},
    storage, take,
    when::ago,
};
use crate::{
    library::{Library, Listed},
    pack::Id,
    record::{Attempt, Mode, Options},
    report::review::{self, ReviewLine},
    run::RunError,
    session::{Ending, Place},
    study::{self, Chosen, RETENTION, Schedule, Wish, begin_of, study_day},
    text,
    ui::Guide,
};
use gather::{Filter, Gathered, gather};

/// How many questions a review asks.
pub(super) const LIMIT: usize = 20;

/// Review what is due.
///
/// Questions come back when they are about to be forgotten: of all packs you have begun, those first that are most
/// easily saved. A few new ones follow while there is room.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Args {
    /// Only these packs: their names, or paths
    #[arg(value_name = "PACK")]
    packs: Vec<String>,
    /// Ask at most so many questions
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Ask at most so many new questions, from packs already begun
    #[arg(long, value_name = "N", default_value_t = 5)]
    new: u32,
    /// Ask what is not due as well, least known first; no schedule changes
    #[arg(long, conflicts_with_all = ["new", "list"])]
    cram: bool,
    /// Ask only questions with this tag (may be given several times)
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Ask essays too
    #[arg(long)]
    all: bool,
    /// How likely you want to know an answer when it comes back, from 50% to 99%
    #[arg(long, value_name = "PERCENT", default_value = "90%", value_parser = retention)]
    retention: f32,
    /// List what is scheduled instead of asking
    #[arg(long)]
    list: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value_t = Format::Table, requires = "list")]
    format: Format,
    /// Go on with the review that was left last, or with this one
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "")]
    resume: Option<String>,
    /// Take the answers from a file (`-` is standard input): a line `{"question": ID, "response": R}` each
    #[arg(long, value_name = "FILE")]
    answers: Option<String>,
    /// Draw as the review with this seed did
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Table,
    /// For programs
    Json,
}

impl Default for Args {
    fn default() -> Self {
        Self {
            packs: Vec::new(),
            limit: 20,
            new: 5,
            cram: false,
            tags: Vec::new(),
            all: false,
            retention: RETENTION,
            list: false,
            format: Format::Table,
            resume: None,
            answers: None,
            seed: None,
        }
    }
}

fn retention(text: &str) -> Result<f32, String> {
    let value = text.trim_end_matches('%').parse::<f32>().ok();
    // `0.9` and `90%` are the same wish.
    let share = value.map(|value| if value < 1.0 { value } else { value / 100.0 });
    share
        .filter(|share| (0.5..=0.99).contains(share))
        .ok_or_else(|| "a percentage from 50 to 99 is needed".to_owned())
}

impl Args {
    fn filter(&self) -> Filter<'_> {
        Filter {
            packs: &self.packs,
            tags: &self.tags,
            all: self.all,
        }
    }
}

/// The study day and the zone it is of.
pub(super) struct Today {
    day: i32,
    zone: TimeZone,
}

impl Today {
    /// By this machine's time zone.
    pub(super) fn of(now: Timestamp) -> Self {
        let zone = TimeZone::system();
        Self {
            day: study_day(now, &zone),
            zone,
        }
    }
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let front = Front::new(common, world);
    let mut ui = front.interface(world).map_err(RunError::Ui)?;
    let rich = front.rich && args.answers.is_none() && !args.list;
    let guide: Option<&mut dyn Guide> = if rich { Some(&mut *ui) } else { None };
    let learner = learner::resolve(common, world, guide)?;
    let mut keeper = storage::keeper(common, world)?;
    if args.list {
        let schedule = keeper.schedule(&learner)?;
        return list(args, &library, &schedule, world);
    }
    if let Some(file) = &args.answers {
        // It holds standard input, which may be where the answers come from.
        drop(ui);
        let schedule = keeper.schedule(&learner).unwrap_or_default();
        let standings = schedule.standings(&schedule.model(), Today::of(world.now()).day);
        let materials = gather(&library, args.filter(), &standings)?.materials;
        match take::scripted(file, &materials, world)? {
            Some(scripted) => ui = scripted,
            None => return Ok(Exit::Unreadable),
        }
    }
    let mut desk = Desk {
        learner,
        library: &library,
        keeper: &mut keeper,
        ui: &mut *ui,
        repeat: common.repeat(),
    };
    let ending = sit(args, rich, &mut desk, world)?;
    Ok(match ending {
        Ending::Quit => Exit::Quit,
        Ending::Complete => Exit::Done,
    })
}

/// How many questions of these packs are due. Nothing where the store cannot be read: it is an offer, no more.
pub(super) fn due(desk: &Desk, packs: &[Id], world: &World) -> usize {
    let today = Today::of(world.now());
    let due = desk
        .keeper
        .due(&desk.learner, today.day)
        .unwrap_or_default();
    let seen = due.into_iter().filter(|(pack, _)| packs.contains(pack));
    seen.map(|(_, due)| due).sum()
}

/// What the end of a quiz says of it; none when nothing is due.
pub(super) fn offer(desk: &Desk, world: &World) -> Option<String> {
    let listing = desk.library.list();
    let packs: Vec<Id> = listing
        .packs
        .iter()
        .filter(|listed| listed.hidden_by.is_none())
        .filter_map(Listed::id)
        .collect();
    let due = due(desk, &packs, world);
    let questions = text::count_of(due, "question is", "questions are");
    (due > 0).then(|| format!("{questions} due for review: quizline review{}", desk.repeat))
}

/// A review from the guided screens.
pub(super) fn guided(desk: &mut Desk, rich: bool, world: &mut World) -> Result<Ending> {
    sit(&Args::default(), rich, desk, world)
}

/// Goes on with a review that was left, or begins one.
fn sit(args: &Args, rich: bool, desk: &mut Desk, world: &mut World) -> Result<Ending> {
    let today = Today::of(world.now());
    let left = left(args, desk, &today)?;
    let resume = match &left {
        Some(_) if args.resume.is_some() => true,
        Some(attempt) if rich => {
            let (answered, of) = (desk.answered(attempt), attempt.plan.len());
            let when = ago(attempt.started, world.now());
            let question = format!("{answered} of {of} reviewed {when}: go on?");
            desk.ui.confirm(&question, true).map_err(RunError::Ui)?
        }
        Some(_) => {
            writeln!(world.err, "{LEFT}")?;
            false
        }
        None => {
            if args.resume.is_some() {
                writeln!(world.err, "{NOTHING_LEFT}")?;
            }
            false
        }
    };
    match left.filter(|_| resume) {
        Some(attempt) => go_on(attempt, desk, world),
        None => begin(args, &today, desk, world),
    }
}

fn begin(args: &Args, today: &Today, desk: &mut Desk, world: &mut World) -> Result<Ending> {
    // Without a readable store nothing is known to be due; the quiz of a pack goes on without it.
    let schedule = desk.keeper.schedule(&desk.learner)?;
    let model = schedule.model();
    let standings = schedule.standings(&model, today.day);
    let gathered = gather(desk.library, args.filter(), &standings)?;
    let wish = Wish {
        today: today.day,
        limit: args.limit as usize,
        new: args.new as usize,
        cram: args.cram,
        retention: args.retention,
    };
    let chosen = study::choose(&gathered.candidates, &model, &wish);
    if chosen.places.is_empty() {
        let line = nothing(args, &schedule, &gathered, today);
        desk.ui.say(&line).map_err(RunError::Ui)?;
        return Ok(Ending::Complete);
    }
    let options = Options {
        tags: args.tags.clone(),
        count: Some(wish.limit),
        cram: args.cram,
        ..Options::default()
    };
    let places: Vec<Place> = chosen
        .places
        .iter()
        .map(|&at| gathered.places[at])
        .collect();
    let sheet = Sheet {
        materials: gathered.materials,
        found: gathered.found,
        notes: gathered.notes,
        argument: String::new(),
    };
    let played = desk.start(sheet, &places, Mode::Review, options, args.seed, world)?;
    if played.ending == Ending::Complete && !args.cram {
        desk.ui.say(&rest(&chosen)).map_err(RunError::Ui)?;
    }
    Ok(played.ending)
}

fn go_on(attempt: Attempt, desk: &mut Desk, world: &mut World) -> Result<Ending> {
    let wanted: Vec<&Id> = attempt.plan.iter().map(|planned| &planned.pack).collect();
    let mut sheet = Sheet::default();
    for opened in gather::visible(desk.library, |pack| wanted.contains(&pack)) {
        sheet.add(opened);
    }
    if sheet.materials.is_empty() {
        return Err(anyhow!(
            "none of the packs of that review can be seen any more"
        ));
    }
    Ok(desk.go_on(sheet, attempt, world)?.ending)
}

/// The review to go on with: the one named, the newest unfinished one when asked to, else that of today.
fn left(args: &Args, desk: &Desk, today: &Today) -> Result<Option<Attempt>> {
    if let Some(named) = args.resume.as_deref().filter(|id| !id.is_empty()) {
        let id = named.parse().map_err(|_| {
            anyhow!("`{named}` is no id of an attempt: `quizline scores --format json` lists them")
        })?;
        let attempt = desk.keeper.attempt(id).map_err(RunError::Store)?;
        return match attempt.filter(|attempt| attempt.mode == Mode::Review) {
            Some(attempt) => Ok(Some(attempt)),
            None => Err(anyhow!("there is no review `{named}`")),
        };
    }
    // A store that cannot be read was told of already.
    let attempts = desk
        .keeper
        .attempts(Some(&desk.learner), None)
        .unwrap_or_default();
    let newest = attempts.iter().find(|a| a.mode == Mode::Review);
    let open = newest.filter(|attempt| {
        let fresh = study_day(attempt.started, &today.zone) == today.day;
        attempt.finished.is_none() && (fresh || args.resume.is_some())
    });
    match open {
        Some(open) => Ok(desk.keeper.attempt(open.id).map_err(RunError::Store)?),
        None => Ok(None),
    }
}

/// What is said when a review is over: never a debt.
fn rest(chosen: &Chosen) -> String {
    match chosen.waiting {
        0 => "That was all that is due.".to_owned(),
        1 => "The other one can wait.".to_owned(),
        waiting => format!("The other {waiting} can wait."),
    }
}

/// What is said when there is nothing to ask.
fn nothing(args: &Args, schedule: &Schedule, gathered: &Gathered, today: &Today) -> String {
    if schedule.items.is_empty() {
        return NOTHING_YET.to_owned();
    }
    if gathered.candidates.is_empty() {
        return "No question that you have begun fits what was asked for.".to_owned();
    }
    let model = schedule.model();
    let next = gathered
        .candidates
        .iter()
        .filter_map(|candidate| candidate.standing?.due(&model, args.retention))
        .filter(|due| *due > today.day)
        .min();
    match next {
        Some(next) if next == today.day + 1 => {
            "Nothing is due today; the next is tomorrow.".to_owned()
        }
        Some(next) => format!(
            "Nothing is due today; the next is in {}.",
            text::count(usize::try_from(next - today.day).unwrap_or(0), "day")
        ),
        None => "Nothing is due today.".to_owned(),
    }
}

fn list(args: &Args, library: &Library, schedule: &Schedule, world: &mut World) -> Result<Exit> {
    let today = Today::of(world.now());
    let model = schedule.model();
    let standings = schedule.standings(&model, today.day);
    let gathered = gather(library, args.filter(), &standings)?;
    let fits = |item: &study::Item| {
        let named = args.packs.is_empty() || gathered.named.contains(&item.0);
        named && (args.tags.is_empty() || gathered.asks(item))
    };
    let mut lines: Vec<(i32, ReviewLine)> = standings
        .iter()
        .filter(|(item, standing)| (args.all || !standing.essay) && fits(item))
        .filter_map(|(item, standing)| {
            let memory = standing.memory?;
            let due = standing.due(&model, args.retention)?;
            let begins = begin_of(due, &today.zone);
            let line = ReviewLine {
                pack: item.0.clone(),
                question: item.1.clone(),
                stability: memory.stability,
                difficulty: memory.difficulty,
                retrievability: standing.recall(&model, today.day)?,
                last: Timestamp::from_millisecond(standing.reviewed_ms).ok()?,
                due: begins,
                responses: standing.responses,
                now: due <= today.day,
                day: begins
                    .map(|at| today.zone.to_datetime(at).date().to_string())
                    .unwrap_or_default(),
                there: gathered.there.contains(item),
            };
            Some((due, line))
        })
        .collect();
    lines.sort_by_key(|(due, _)| *due);
    let lines: Vec<ReviewLine> = lines.into_iter().map(|(_, line)| line).collect();
    let text = match args.format {
        Format::Json => review::to_json(&lines)?,
        Format::Table => review::table(&lines),
    };
    lookup::write(&mut world.out, &text)?;
    Ok(Exit::Done)
}

impl Gathered {
    fn asks(&self, item: &study::Item) -> bool {
        self.places.iter().any(|place| {
            let pack = &self.materials[place.material].pack;
            pack.id == item.0 && pack.questions[place.question].id == item.1
        })
    }
}

const NOTHING_YET: &str =
    "Nothing to review yet. `quizline take` begins a quiz; what you answer comes back here.";
const LEFT: &str =
    "note: a new review begins; `quizline review --resume` goes on with the one that was left";
const NOTHING_LEFT: &str = "note: no review was left unfinished; a new one begins";
