//! stub
use super::{Exit, World};
#[derive(Debug, clap::Args)]
pub(super) struct Args {}
pub(super) fn run(_args: &Args, _world: &mut World) -> anyhow::Result<Exit> {
    Ok(Exit::Done)
}
pub(super) fn table(
    _d: &super::play::Desk,
    _p: Option<&crate::pack::Pack>,
    _a: &str,
    _w: &mut World,
) -> anyhow::Result<String> {
    Ok(String::new())
}
