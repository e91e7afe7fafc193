//! What is wrong with a script.

use std::{fmt, io};

use crate::text;

/// One fault of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, lower case; names in it may still be anything.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, text::clean_line(&self.message))?;
        match &self.help {
            Some(help) => write!(f, "; {}", text::clean_line(help)),
            None => Ok(()),
        }
    }
}

/// Why a script cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// It cannot be read.
    #[error("cannot read the answers: {0}")]
    Io(#[from] io::Error),
    /// It is larger than any script may be.
    #[error("the answers are larger than {limit} MiB, the most that is read", limit = super::FILE_LIMIT >> 20)]
    TooLarge,
    /// It has faults; all of them, in the order of lines, and how many lines more have some that are not listed.
    #[error("the answers have {}", text::count(.0.len() + .1, "fault"))]
    Faults(Vec<Fault>, usize),
}
