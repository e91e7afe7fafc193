//! `quizline man`: the manual page, made from the arguments themselves, one section a command.

use anyhow::Result;
use clap_mangen::Man;

use super::{Exit, World};

pub(super) fn run(command: clap::Command, world: &mut World) -> Result<Exit> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands() {
        let man = Man::new(sub.clone());
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    world.out.write_all(&page)?;
    Ok(Exit::Done)
}
