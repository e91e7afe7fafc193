//! The command line: arguments, one file a command; the only place that reads clock, environment and random seed.

mod check;
mod exit;
mod explain;
mod lookup;
mod packs;
mod read;
mod world;

use std::process::ExitCode;

use exit::Exit;
use world::World;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let _world = World::real();
    Exit::Done.into()
}
