//! stub
use super::{Exit, World};
#[derive(Debug, clap::Args)]
pub(super) struct Args {}
pub(super) fn run(_args: &Args, _world: &mut World) -> anyhow::Result<Exit> {
    Ok(Exit::Done)
}
