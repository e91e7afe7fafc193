//! `quizline timeline`: play with the events of a pack.

use std::io::Write as _;

use anyhow::Result;

use super::{
    Common, Exit, World, game,
    lookup::{self, Named},
};
use crate::ui::UiError;

/// See the timeline of a pack.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pack: Option<String>,
    #[command(flatten)]
    play: game::Args,
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let opened = match lookup::open(&world.library(), args.pack.as_deref())? {
        Named::Opened(opened) => opened,
        Named::Unnamed(told) => {
            writeln!(world.err, "error: {told}").map_err(UiError::from)?;
            return Ok(Exit::Usage);
        }
    };
    if let Some(game) = args.play.game() {
        return game::run(game, &args.play, *opened, common, world);
    }
    Ok(Exit::Done)
}
