//! Why a pack could not be found, opened or copied.

use std::{io, path::PathBuf};

use super::shown;

/// Why a pack could not be found, opened or copied. Every name in a message is clean.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// No pack has this name.
    #[error("no pack is called `{name}`: looked in {looked}{}", .closest.as_ref().map(|closest| format!("; did you mean `{closest}`?")).unwrap_or_default())]
    NotFound {
        /// What was looked for, clean.
        name: String,
        /// Where, as a phrase.
        looked: String,
        /// The name that comes nearest.
        closest: Option<String>,
    },
    /// There is no such file.
    #[error("there is no file `{}`", shown(.path))]
    NoFile {
        /// The file.
        path: PathBuf,
    },
    /// It is a folder, a device, a pipe or a socket.
    #[error("`{}` is {what}, not a file: give the path of a pack", shown(.path))]
    NotAFile {
        /// The thing.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// It is larger than any pack may be.
    #[error("`{}` is larger than {} MiB, the most that is read", shown(.path), .limit >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit, in bytes.
        limit: u64,
    },
    /// It is not UTF-8.
    #[error("`{}` is not UTF-8 (line {line}): save it as UTF-8 in your editor", shown(.path))]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line of the first wrong byte, from 1.
        line: usize,
    },
    /// It cannot be read.
    #[error("cannot read `{}`: {error}", shown(.path))]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It cannot be written.
    #[error("cannot write `{}`: {error}", shown(.path))]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A copy would replace a file.
    #[error("`{}` is already there and is left as it is: remove or rename it, or name another folder", shown(.path))]
    Exists {
        /// The file.
        path: PathBuf,
    },
}
