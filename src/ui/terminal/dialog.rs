//! Yes/no questions by dialoguer, behind one wrapper: whatever happens the cursor comes back, Ctrl-C is a signal, the
//! question is clean and fits its line.
//!
//! Lists and text are our own prompts, since no other part of dialoguer 0.12 is without a fault that would show:
//! `Select` panics in a window of two rows and erases the text above items that are not ASCII; `Input` counts bytes and
//! types unknown sequences in as letters.

use std::io;

use console::Term;
use dialoguer::{
    Confirm,
    theme::{SimpleTheme, Theme},
};

use super::{
    layout::{self, Hanging},
    line::{Palette, Tone},
    prompt::width,
    tty::{Raw, Tty, write_all},
};
use crate::ui::UiError;

/// ` [Y/n] ` after the question.
const CHOICES: usize = 7;

/// Asks until `y`, `n` or Enter for the default is given; the letter is confirmed by Enter. The question's line is
/// taken away afterwards.
pub(super) fn confirm(
    tty: &mut Tty,
    question: &str,
    default: bool,
    palette: Palette,
) -> Result<bool, UiError> {
    tty.ended()?;
    // Dropped on every path, it shows the cursor again.
    let _raw = Raw::quiet()?;
    tty.forget();
    loop {
        let size = Tty::size();
        let fits = width(size).saturating_sub(CHOICES).max(2);
        let mut lines = layout::plain(question, Tone::Plain, &Hanging::new(""), fits);
        let last = palette.paint(&lines.pop().unwrap_or_default());
        let above = lines.len().min(size.rows.saturating_sub(1));
        let mut shown = String::new();
        for line in lines {
            shown.extend([&palette.paint(&line), "\x1b[K\r\n"]);
        }
        // dialoguer would not notice a signal that comes just before it waits. So the wait is ours; it is called when
        // there is a key, and shows the same line in the same place.
        let line = SimpleTheme.format_confirm_prompt(&mut shown, &last, Some(default));
        line.map_err(io::Error::other)?;
        write_all(&shown)?;
        let answer = if tty.readable()? {
            write_all("\r\x1b[K")?;
            ask(tty, &last, default)?
        } else {
            None
        };
        tty.ended()?;
        let up = if above > 0 {
            format!("\x1b[{above}A")
        } else {
            String::new()
        };
        write_all(&format!("{up}\r\x1b[J"))?;
        if let Some(answer) = answer {
            return Ok(answer);
        }
    }
}

/// The question by dialoguer; none when a signal came between.
fn ask(tty: &Tty, question: &str, default: bool) -> Result<Option<bool>, UiError> {
    let asked = Confirm::new()
        .with_prompt(question)
        .default(default)
        .wait_for_newline(true)
        .report(false)
        .interact_on(&Term::stdout());
    match asked {
        Ok(answer) => Ok(Some(answer)),
        Err(dialoguer::Error::IO(error)) => match error.kind() {
            // A change of the window's size or a stop asks anew. console raises the signal of Ctrl-C for them, too; the
            // key itself comes without an error of the system.
            io::ErrorKind::Interrupted => {
                if error.raw_os_error().is_some() && tty.disturbed() {
                    tty.forgive();
                }
                Ok(None)
            }
            io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => Err(UiError::EndOfInput),
            // What reading from a terminal that is gone gives.
            _ if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => {
                Err(UiError::EndOfInput)
            }
            _ => Err(error.into()),
        },
    }
}
