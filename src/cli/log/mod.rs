//! `quizline log`: answers as JSON Lines, out of the store and into it.

mod export;
mod import;

use anyhow::Result;

use super::{Common, Exit, World};

/// Carry answers to another computer, or collect those of a class.
#[derive(Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write one's attempts and answers as JSON Lines
    Export(export::Args),
    /// Take in exported logs: many at once, in any order, twice without harm
    Import(import::Args),
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    match &args.command {
        Command::Export(args) => export::run(args, common, world),
        Command::Import(args) => import::run(args, common, world),
    }
}
