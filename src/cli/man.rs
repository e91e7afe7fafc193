//! `quizline man`: the manual page, made from the arguments themselves, one section a command.

use std::io::Write as _;

use anyhow::Result;
use clap_mangen::Man;

use super::{Exit, World};

pub(super) fn run(mut command: clap::Command, world: &mut World) -> Result<Exit> {
    let mut page = Vec::new();
    // So that every command says what it is called with.
    command.build();
    Man::new(command.clone()).render(&mut page)?;
    sections(&command, "QUIZLINE", &mut page)?;
    // There is one page, with a section a command, and not one page a command.
    let page = String::from_utf8_lossy(&page).replace("quizline\\-", "quizline ");
    let page = page.replace("(1)\n", "\n");
    world.out.write_all(page.as_bytes())?;
    Ok(Exit::Done)
}

/// A section for every command, and for every command of a command.
fn sections(command: &clap::Command, above: &str, page: &mut Vec<u8>) -> Result<()> {
    let commands = command.get_subcommands();
    for sub in commands.filter(|sub| sub.get_name() != "help") {
        let name = format!("{above} {}", sub.get_name().to_uppercase());
        writeln!(page, ".SH \"{}\"", name.replace('-', "\\-"))?;
        if let Some(line) = sub.get_long_about().or(sub.get_about()) {
            writeln!(page, "{}", line.to_string().replace('-', "\\-"))?;
        }
        let mut synopsis = Vec::new();
        let man = Man::new(sub.clone());
        man.render_synopsis_section(&mut synopsis)?;
        man.render_options_section(&mut synopsis)?;
        page.extend(
            String::from_utf8_lossy(&synopsis)
                .replace(".SH SYNOPSIS", ".SS SYNOPSIS")
                .replace(".SH OPTIONS", ".SS OPTIONS")
                .bytes(),
        );
        sections(sub, &name, page)?;
    }
    Ok(())
}
