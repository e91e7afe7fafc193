//! Yes/no questions by dialoguer, behind one wrapper: whatever happens the cursor comes back, Ctrl-C is a signal, the
//! question is clean and fits its line. Nothing else of dialoguer shows none of its faults: see `TERMINAL` notes below.
//!
//! `Select` panics in a window of two rows and erases the text above items that are not ASCII; `Input` counts bytes and
//! types unknown sequences in as letters. So lists and text are our own prompts.

use std::io;

use console::Term;
use dialoguer::Confirm;

use super::{
    layout::{self, Hanging},
    line::{Palette, Tone},
    prompt::width,
    tty::{Tty, write_all},
};
use crate::ui::UiError;

/// ` [Y/n] ` after the question.
const CHOICES: usize = 7;

/// Shows the cursor again on every path.
struct Cursor;

impl Drop for Cursor {
    fn drop(&mut self) {
        // Nothing can be done about a terminal that is gone.
        let _ = write_all("\x1b[?25h\x1b[0m");
    }
}

/// Asks until `y`, `n` or Enter for the default is given; the letter is confirmed by Enter. The question's line is
/// taken away afterwards.
pub(super) fn confirm(
    tty: &mut Tty,
    question: &str,
    default: bool,
    palette: Palette,
) -> Result<bool, UiError> {
    let _cursor = Cursor;
    tty.ended()?;
    tty.flush();
    loop {
        let fits = width(Tty::size()).saturating_sub(CHOICES).max(2);
        let mut lines = layout::plain(question, Tone::Plain, &Hanging::new(""), fits);
        let last = lines.pop().unwrap_or_default();
        let above = lines.len().min(Tty::size().rows.saturating_sub(1));
        for line in lines {
            write_all(&format!("{}\x1b[K\r\n", palette.paint(&line)))?;
        }
        let asked = Confirm::new()
            .with_prompt(palette.paint(&last))
            .default(default)
            .wait_for_newline(true)
            .report(false)
            .interact_on(&Term::stdout());
        tty.ended()?;
        match asked {
            Ok(answer) => {
                if above > 0 {
                    write_all(&format!("\x1b[{above}A\r\x1b[J"))?;
                }
                return Ok(answer);
            }
            Err(dialoguer::Error::IO(error)) => match error.kind() {
                // A change of the window's size, or the program was stopped and goes on: ask anew.
                io::ErrorKind::Interrupted => write_all("\r\x1b[J")?,
                io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => {
                    return Err(UiError::EndOfInput);
                }
                // What reading from a terminal that is gone gives.
                _ if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => {
                    return Err(UiError::EndOfInput);
                }
                _ => return Err(error.into()),
            },
        }
    }
}
