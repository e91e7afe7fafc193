//! `quizline completions`: completions for a shell, made from the arguments themselves.

use anyhow::Result;
use clap_complete::Shell;

use super::{Exit, World};

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// For which shell
    shell: Shell,
}

pub(super) fn run(args: &Args, mut command: clap::Command, world: &mut World) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "quizline", &mut script);
    world.out.write_all(&script)?;
    Ok(Exit::Done)
}
