//! `quizline explain`: what a finding of `check` means, and how to mend it.

use std::fmt::Write as _;

use anyhow::Result;

use super::{Exit, World, lookup};
use crate::{diagnostic::Severity, pack::codes, text};

/// Explain a finding of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Its name, as in `error[unknown-key]`; all of them are listed without one
    code: Option<String>,
}

pub(super) fn run(args: &Args, world: &mut World) -> Result<Exit> {
    let Some(name) = &args.code else {
        lookup::write(&mut world.out, &list())?;
        return Ok(Exit::Done);
    };
    let Some(code) = codes::find(name) else {
        let close = text::closest(name, codes::all().map(|code| code.name));
        let hint = close.map_or_else(
            || "`quizline explain` lists them".to_owned(),
            |close| format!("did you mean `{close}`?"),
        );
        writeln!(
            world.err,
            "error: there is no finding `{}`: {hint}",
            text::clean_line(name)
        )?;
        return Ok(Exit::Usage);
    };
    let told = format!(
        "{}: {}\n\n{}\n",
        word(code.severity),
        code.name,
        code.explanation
    );
    lookup::write(&mut world.out, &told)?;
    Ok(Exit::Done)
}

/// All findings: name and first sentence.
fn list() -> String {
    let widest = codes::all().map(|code| code.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for code in codes::all() {
        let first = code.explanation.split(". ").next().unwrap_or_default();
        let first = first.split('\n').next().unwrap_or_default();
        let _ = writeln!(
            out,
            "{:widest$}  {}",
            code.name,
            first.trim_end_matches('.')
        );
    }
    out
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
