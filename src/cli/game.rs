//! `quizline timeline PACK --play GAME`: games with the timeline, new or gone on with. What they ask is dealt by the
//! session; this only finds pack, learner and seed.

use std::io::Write as _;

use anyhow::{Result, anyhow};
use clap::ValueEnum;

use super::{
    Common, Exit, World,
    front::Front,
    learner, lookup,
    outside::{fresh_id, fresh_seed, zone},
    play::{Desk, Played},
    storage,
    when::ago,
};
use crate::{
    library::Opened,
    pack::{Id, Pack},
    record::{Attempt, Mode, Options},
    run::RunError,
    session::{Deal, Ending, Session, view::Notice},
    store::Stored,
    text,
    timeline::games::{Game, MOST_ROUNDS, Needs},
    ui::{Guide, UiError},
};

/// The arguments that a game takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(skip)]
pub(super) struct Args {
    /// Play a game: the dates stay hidden until a move is made
    #[arg(long, value_name = "GAME", conflicts_with_all = ["axis", "group", "width", "ascii", "reverse", "scale", "format"])]
    play: Option<Play>,
    /// Play at most so many rounds
    #[arg(long, value_name = "N", requires = "play", value_parser = rounds)]
    count: Option<usize>,
    /// Deal as the game with this seed did
    #[arg(long, value_name = "N", requires = "play")]
    seed: Option<u64>,
    /// Go on with the game that was left last
    #[arg(long, requires = "play")]
    resume: bool,
}

fn rounds(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(rounds) if (1..=MOST_ROUNDS).contains(&rounds) => Ok(rounds),
        _ => Err(format!("a number from 1 to {MOST_ROUNDS} is needed")),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Play {
    /// Put events in order
    Order,
    /// Find the place of one card after another
    Place,
    /// Tell which of two came first
    WhichFirst,
    /// Tell when it was
    Date,
}

impl Args {
    /// The game, when one is to be played.
    pub(super) fn game(&self) -> Option<Game> {
        self.play.map(|play| match play {
            Play::Order => Game::Order,
            Play::Place => Game::Place,
            Play::WhichFirst => Game::WhichFirst,
            Play::Date => Game::Date,
        })
    }
}

/// Plays a game.
pub(super) fn run(
    game: Game,
    args: &Args,
    opened: Opened,
    common: &Common,
    world: &mut World,
) -> Result<Exit> {
    let library = world.library();
    let front = Front::new(common, world);
    let mut ui = front.interface(world).map_err(RunError::Ui)?;
    let guide: Option<&mut dyn Guide> = if front.rich { Some(&mut *ui) } else { None };
    let learner = learner::resolve(common, world, guide)?;
    let mut keeper = storage::keeper(common, world)?;
    let mut desk = Desk {
        learner,
        library: &library,
        keeper: &mut keeper,
        ui: &mut *ui,
        repeat: common.repeat(),
    };
    let shaped = args.count.is_some() || args.seed.is_some();
    let left = match &opened.reading.pack {
        Some(pack) if args.resume || !shaped => desk.left(game, &pack.id),
        _ => None,
    };
    let resume = match &left {
        Some(_) if args.resume => true,
        Some(attempt) if front.rich => desk.asks_to_go_on(attempt, world)?,
        Some(_) => {
            let name = lookup::argument(&opened);
            writeln!(world.err, "{}", anew(&name, game)).map_err(UiError::from)?;
            false
        }
        None => {
            if args.resume {
                writeln!(world.err, "{NOTHING_LEFT}").map_err(UiError::from)?;
            }
            false
        }
    };
    let dealt = Dealing {
        game,
        rounds: args.count,
        seed: args.seed,
        left: left.filter(|_| resume),
    };
    Ok(match desk.game(opened, dealt, world)? {
        Ok(played) if played.ending == Ending::Quit => Exit::Quit,
        Ok(_) => Exit::Done,
        Err(needs) => {
            let told = format!("{}\n", cannot(game, needs));
            lookup::write(&mut world.out, &told)?;
            Exit::Done
        }
    })
}

/// What is to be played.
pub(super) struct Dealing {
    /// The game.
    pub(super) game: Game,
    /// How many rounds at most; as many as the game has when it is not said.
    pub(super) rounds: Option<usize>,
    /// The seed of a new game.
    pub(super) seed: Option<u64>,
    /// A game to go on with.
    pub(super) left: Option<Attempt>,
}

impl Dealing {
    /// A new game as it usually is, or one to go on with.
    pub(super) fn usual(game: Game, left: Option<Attempt>) -> Self {
        Self {
            game,
            rounds: None,
            seed: None,
            left,
        }
    }
}

impl Desk<'_> {
    /// The learner's newest game of this kind at a pack that was begun and not ended.
    pub(super) fn left(&self, game: Game, pack: &Id) -> Option<Attempt> {
        // Without a readable store there is nothing to go on with; the new game is kept in the spool.
        let attempts = self.keeper.attempts(Some(&self.learner), Some(pack)).ok()?;
        let open = attempts.iter().filter(|attempt| {
            attempt.mode == Mode::Timeline
                && attempt.finished.is_none()
                && attempt.score.answered > 0
        });
        let mut games = open.filter_map(|open| self.keeper.attempt(open.id).ok().flatten());
        games.find(|attempt| {
            let first = attempt.plan.first();
            first.is_some_and(|planned| Game::of(&planned.question) == Some(game))
        })
    }

    /// Asks whether to go on with a game that was left.
    pub(super) fn asks_to_go_on(&mut self, attempt: &Attempt, world: &World) -> Result<bool> {
        let (played, of) = (self.answered(attempt), attempt.plan.len());
        let when = ago(attempt.started, world.now());
        let question = format!("{played} of {of} rounds played {when}: go on?");
        Ok(self.ui.confirm(&question, true).map_err(RunError::Ui)?)
    }

    /// Plays a game; or says what it would need.
    pub(super) fn game(
        &mut self,
        opened: Opened,
        dealing: Dealing,
        world: &World,
    ) -> Result<Result<Played, Needs>> {
        let argument = lookup::argument(&opened);
        let found = opened.found();
        let mut notes: Vec<Notice> = opened
            .article_note()
            .map(Notice::Line)
            .into_iter()
            .collect();
        let article = opened.article.and_then(Result::ok);
        let Some(pack) = opened.reading.pack else {
            return Err(anyhow!(
                "`{argument}` is no valid pack: run `quizline check {argument}`"
            ));
        };
        let game = dealing.game;
        let deal = |pack: &Pack, rounds, seed| {
            Deal::new(pack.clone(), article.clone(), game, rounds, seed)
        };
        if let Some(attempt) = dealing.left {
            match deal(&pack, attempt.options.count, attempt.seed) {
                Ok(deal) if deal.plan() == attempt.plan => {
                    let rows = self.keeper.resume(&attempt).map_err(RunError::Store)?;
                    let last = rows.last().map_or(0, |row| row.seq);
                    let framing = self.framing(&argument, notes);
                    let mut session = Session::play(attempt, &rows, deal, framing);
                    return self.play(&mut session, last, vec![found], world).map(Ok);
                }
                _ => notes.push(Notice::Line(CHANGED.to_owned())),
            }
        }
        let seed = dealing.seed.unwrap_or_else(fresh_seed);
        let deal = match deal(&pack, dealing.rounds, seed) {
            Ok(deal) => deal,
            Err(needs) => return Ok(Err(needs)),
        };
        if let Some(wanted) = dealing.rounds.filter(|&wanted| wanted > deal.rounds()) {
            notes.push(Notice::Line(fewer(wanted, deal.rounds())));
        }
        let now = world.now();
        let attempt = Attempt {
            id: fresh_id(now),
            learner: self.learner.clone(),
            mode: Mode::Timeline,
            seed,
            options: Options {
                count: dealing.rounds,
                ..Options::default()
            },
            started: now,
            zone: zone(),
            plan: deal.plan(),
        };
        if let Stored::Spool(Some(error)) = self.keeper.begin(&attempt).map_err(RunError::Store)? {
            notes.push(Notice::Spooled { error });
        }
        let framing = self.framing(&argument, notes);
        let mut session = Session::play(attempt, &[], deal, framing);
        self.play(&mut session, 0, vec![found], world).map(Ok)
    }
}

/// Why a game cannot be played, as a sentence.
pub(super) fn cannot(game: Game, needs: Needs) -> String {
    format!("The game `{}` {needs}.", game.name())
}

const NOTHING_LEFT: &str = "note: no game was left unfinished; a new one begins";
const CHANGED: &str = "The events have changed since that game was left: a new one begins.";

fn anew(pack: &str, game: Game) -> String {
    let game = game.name();
    format!(
        "note: a new game begins; `quizline timeline {pack} --play {game} --resume` goes on with the one that was left"
    )
}

fn fewer(wanted: usize, there: usize) -> String {
    format!(
        "{} were asked for; these events give {there}",
        text::count(wanted, "round")
    )
}
