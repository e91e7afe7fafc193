//! From what stands on the command line to an opened pack: what `take`, `read` and others have in common.

use std::io::{self, Write};

use crate::{
    library::{self, Library, LibraryError, Opened, Origin},
    text,
    ui::UiError,
};

/// What became of a command's `[PACK]`.
#[derive(Debug)]
pub(super) enum Named {
    /// The pack that was named, or the only one there is.
    Opened(Box<Opened>),
    /// None was named though there are several, or none at all; what to say.
    Unnamed(String),
}

/// Opens the pack that a command was given; the only one there is when none was given.
pub(super) fn open(library: &Library, name: Option<&str>) -> Result<Named, LibraryError> {
    if let Some(name) = name {
        return library
            .open(name)
            .map(|opened| Named::Opened(Box::new(opened)));
    }
    let mut names: Vec<String> = library
        .list()
        .packs
        .into_iter()
        .filter(|listed| listed.hidden_by.is_none())
        .map(|listed| listed.stem)
        .collect();
    if let (Some(only), true) = (names.first(), names.len() == 1) {
        return library
            .open(only)
            .map(|opened| Named::Opened(Box::new(opened)));
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    let names = text::list(&names, "and");
    Ok(Named::Unnamed(format!(
        "which pack? There are {} (`quizline packs` tells more)",
        text::clean_line(&names)
    )))
}

/// How many packs a message names.
const NAMED: usize = 10;

/// How a pack is named in a command that is offered: by its stem, or by the path it was opened by; quoted where a
/// shell needs it.
pub(super) fn argument(opened: &Opened) -> String {
    quoted(&match opened.place.path() {
        Some(path) if opened.origin == Origin::Path => library::shown(path),
        _ => text::clean_line(&opened.place.stem()).into_owned(),
    })
}

/// A word for a POSIX shell.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:@%+,=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Writes a whole text. A failure is one of the interface: of standard output, not of a file that was read.
pub(super) fn write(out: &mut dyn Write, text: &str) -> Result<(), UiError> {
    let written: io::Result<()> = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    Ok(written?)
}
