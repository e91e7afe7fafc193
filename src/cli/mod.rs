//! The command line: arguments, one file a command; the only place that reads clock, environment and random seed.

mod check;
mod completions;
mod detail;
mod exit;
mod explain;
mod front;
mod game;
mod guided;
mod learner;
mod log;
mod lookup;
mod man;
mod outside;
mod packs;
mod play;
mod read;
mod review;
mod scores;
mod storage;
mod store;
mod take;
mod timeline;
mod when;
mod world;

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::{library, run::RunError, text, ui::UiError};
use exit::Exit;
use world::World;

/// A guided quiz and timeline program for the terminal.
///
/// Without a command it leads through everything: pick a pack, take its quiz, read its article, see your scores.
#[derive(Debug, Parser)]
#[command(name = "quizline", version, max_term_width = 100, after_help = AFTER)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    common: Common,
}

/// What every command understands.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Common {
    /// Whose answers these are (else `QUIZLINE_LEARNER`, else asked once)
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) learner: Option<String>,
    /// Keep answers in this file (else `QUIZLINE_STORE`, else the data folder)
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) store: Option<std::path::PathBuf>,
    /// Numbered lines instead of a screen that redraws: for screen readers and logs
    #[arg(long, global = true)]
    pub(super) plain: bool,
}

impl Common {
    /// The options to repeat in commands that are offered, each with a space before it.
    fn repeat(&self) -> String {
        let learner = self
            .learner
            .as_ref()
            .map(|learner| (" --learner ", text::clean_line(learner).into_owned()));
        let store = self
            .store
            .as_ref()
            .map(|store| (" --store ", library::shown(store)));
        learner
            .into_iter()
            .chain(store)
            .flat_map(|(flag, value)| [flag.to_owned(), lookup::quoted(&value)])
            .collect()
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Take a quiz
    Take(take::Args),
    /// Review what is due
    Review(review::Args),
    /// Read the article of a pack
    Read(read::Args),
    /// See and play the timeline of a pack
    Timeline(timeline::Args),
    /// See your attempts
    Scores(scores::Args),
    /// List the packs that can be seen
    Packs(packs::Args),
    /// Find every fault of packs
    Check(check::Args),
    /// Explain a finding of `check`
    Explain(explain::Args),
    /// Carry answers to another computer, or collect those of a class
    Log(log::Args),
    /// See where answers are kept; verify, back up, restore, begin anew, erase
    Store(store::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page
    Man,
}

const AFTER: &str = "\
Exit codes:
  0  done
  1  errors found by `check`, or below --min-score
  2  wrong usage
  3  a file that cannot be read, or an invalid pack
  4  quit before the end; everything is saved
  5  answers could not be saved; no verdict was shown";

/// The common options that do nothing in a command: they are taken there, since they may stand before it, and not
/// shown.
const UNUSED: &[(&str, &[&str])] = &[
    ("scores", &["plain"]),
    ("packs", &["learner", "store", "plain"]),
    ("check", &["learner", "store", "plain"]),
    ("explain", &["learner", "store", "plain"]),
    ("store", &["learner", "plain"]),
    ("completions", &["learner", "store", "plain"]),
    ("man", &["learner", "store", "plain"]),
];

/// The arguments, as help, completions and the manual show them.
fn command() -> clap::Command {
    let command = Cli::command();
    let options: Vec<clap::Arg> = command.get_arguments().cloned().collect();
    UNUSED.iter().fold(command, |command, (name, unused)| {
        let hidden = options
            .iter()
            .filter(|option| unused.contains(&option.get_id().as_str()))
            .map(|option| option.clone().hide(true));
        command.mut_subcommand(name, |sub| sub.args(hidden))
    })
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let mut world = World::real();
    let arguments = std::env::args_os();
    let exit = dispatch(arguments, &mut world);
    let flushed = world.out.flush().and_then(|()| world.err.flush());
    match flushed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Output,
        _ => exit,
    }
    .into()
}

fn dispatch(arguments: impl Iterator<Item = OsString>, world: &mut World) -> Exit {
    let parsed = command().try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(usage) => return print_usage(&usage, world),
    };
    match run(cli, world) {
        Ok(exit) => exit,
        Err(error) => explain_error(&error, world),
    }
}

fn run(cli: Cli, world: &mut World) -> Result<Exit> {
    let common = &cli.common;
    match cli.command {
        None => guided::run(common, world),
        Some(Command::Take(args)) => take::run(&args, common, world),
        Some(Command::Review(args)) => review::run(&args, common, world),
        Some(Command::Read(args)) => read::run(&args, common, world),
        Some(Command::Timeline(args)) => timeline::run(&args, common, world),
        Some(Command::Scores(args)) => scores::run(&args, common, world),
        Some(Command::Packs(args)) => packs::run(&args, world),
        Some(Command::Check(args)) => check::run(&args, world),
        Some(Command::Explain(args)) => explain::run(&args, world),
        Some(Command::Log(args)) => log::run(&args, common, world),
        Some(Command::Store(args)) => store::run(&args, common, world),
        Some(Command::Completions(args)) => completions::run(&args, command(), world),
        Some(Command::Man) => man::run(command(), world),
    }
}

/// Help and version go to standard output, wrong usage to standard error.
fn print_usage(usage: &clap::Error, world: &mut World) -> Exit {
    let text = usage.render().to_string();
    let (stream, exit) = if usage.use_stderr() {
        (&mut world.err, Exit::Usage)
    } else {
        (&mut world.out, Exit::Done)
    };
    match stream.write_all(text::clean(&text).as_bytes()) {
        Ok(()) => exit,
        Err(error) => output_error(&error),
    }
}

/// A broken pipe means that nobody reads on: no error.
fn output_error(error: &io::Error) -> Exit {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Exit::Done
    } else {
        Exit::Output
    }
}

/// Prints an error once and says how the program ends.
fn explain_error(error: &anyhow::Error, world: &mut World) -> Exit {
    let ui = match error.downcast_ref::<RunError>() {
        Some(RunError::Ui(error)) => Some(error),
        _ => error.downcast_ref::<UiError>(),
    };
    let broken = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    let exit = match ui {
        Some(UiError::Signal(number)) => return Exit::Signal(*number),
        Some(UiError::EndOfInput) => return Exit::Quit,
        Some(UiError::Io(error)) if broken(error) => return Exit::Done,
        Some(UiError::Io(_)) => Exit::Output,
        // Files are named when they fail; an error that names nothing is one of the output.
        None if error.downcast_ref::<io::Error>().is_some_and(broken) => return Exit::Done,
        None if error.is::<io::Error>() => Exit::Output,
        None => match error.downcast_ref::<RunError>() {
            Some(_) => Exit::NotSaved,
            None => Exit::Unreadable,
        },
    };
    let message = format!("error: {error:#}");
    // Nothing is left to tell it to when standard error is closed.
    let _ = writeln!(world.err, "{}", text::clean(&message));
    exit
}
