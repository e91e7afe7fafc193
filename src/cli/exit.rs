//! Exit codes, as the manual lists them.

use std::process::ExitCode;

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done; a low score is no error.
    Done,
    /// `check` found errors (`--strict`: warnings), or the score is below `--min-score`.
    Found,
    /// Wrong usage.
    Usage,
    /// A file that cannot be opened or read, or an invalid pack.
    Unreadable,
    /// Quit before the end; everything is saved.
    Quit,
    /// Neither store nor spool could be written; no verdict was shown.
    NotSaved,
    /// Standard output cannot be written.
    Output,
    /// Ended by a signal, by its number.
    Signal(i32),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
            Exit::Quit => 4,
            Exit::NotSaved => 5,
            Exit::Output => 74,
            Exit::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
        })
    }
}
