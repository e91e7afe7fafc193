//! Why a store could not do it, and what to do then. Paths and reasons are cleaned when an error is made, so that it
//! can be printed as it is.

use std::{io, path::Path};

use crate::text;

/// Why a store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process went on with the same attempt.
    #[error("another quizline goes on with this attempt; take the pack again to begin a new one")]
    Taken,
    /// A row for an attempt that was never begun here.
    #[error("the store holds no attempt `{0}`")]
    NoAttempt(uuid::Uuid),
    /// The folder of the store cannot be made or used.
    #[error(
        "cannot use the folder `{path}` ({reason}); name another store with --store or QUIZLINE_STORE"
    )]
    Folder {
        /// The folder.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The file cannot be opened.
    #[error(
        "cannot open the store `{path}` ({reason}); see to its permissions, or name another one with --store or QUIZLINE_STORE"
    )]
    Open {
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The file is there but is no sound store.
    #[error(
        "the store `{path}` is damaged ({reason}); nothing in it was changed: `quizline store restore` saves what can be read and keeps the old file"
    )]
    Damaged {
        /// The file.
        path: String,
        /// What was found.
        reason: String,
    },
    /// A database of another program.
    #[error(
        "`{path}` is a database, but not quizline's; name another file with --store or QUIZLINE_STORE"
    )]
    Foreign {
        /// The file.
        path: String,
    },
    /// Written by a newer quizline.
    #[error(
        "the store `{path}` was written by a newer quizline (its version is {found}, this one knows up to {known}); install the newer quizline, or name another store with --store"
    )]
    Newer {
        /// The file.
        path: String,
        /// Its version.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// Not writable.
    #[error(
        "the store `{path}` is read-only; see to its permissions, or name another one with --store or QUIZLINE_STORE"
    )]
    ReadOnly {
        /// The file.
        path: String,
    },
    /// No room.
    #[error("the disk that holds the store `{path}` is full; make room on it")]
    Full {
        /// The file.
        path: String,
    },
    /// Held by another process for longer than quizline waits.
    #[error("another program keeps the store `{path}` locked; try again when it has ended")]
    Locked {
        /// The file.
        path: String,
    },
    /// Other processes have the store open while it would have to be closed.
    #[error("another quizline has the store `{path}` open; end it first")]
    InUse {
        /// The file.
        path: String,
    },
    /// Something else that the system or `SQLite` said.
    #[error("the store `{path}` failed: {reason}")]
    Failed {
        /// The file.
        path: String,
        /// What was said.
        reason: String,
    },
    /// A spool file could not be written or read.
    #[error("the spool file `{path}` failed: {reason}")]
    Spool {
        /// The file or folder.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// Neither the store nor a spool file could be written.
    #[error("this could not be saved: {store}; {spool}")]
    NotSaved {
        /// What became of the store.
        store: Box<StoreError>,
        /// What became of the spool.
        spool: Box<StoreError>,
    },
    /// A file that could not be written.
    #[error("cannot write `{path}` ({reason}); name another file")]
    Write {
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A file that would have been written over.
    #[error("`{path}` is there already; name another file")]
    Exists {
        /// The file.
        path: String,
    },
}

/// A path as it may be printed.
pub(crate) fn shown(path: &Path) -> String {
    text::clean_line(&path.to_string_lossy()).into_owned()
}

/// A reason as it may be printed.
pub(crate) fn said(reason: &dyn std::fmt::Display) -> String {
    text::clean_line(&reason.to_string()).into_owned()
}

impl StoreError {
    pub(super) fn folder(path: &Path, error: &io::Error) -> Self {
        Self::Folder {
            path: shown(path),
            reason: said(error),
        }
    }

    pub(super) fn open(path: &Path, error: &dyn std::fmt::Display) -> Self {
        Self::Open {
            path: shown(path),
            reason: said(error),
        }
    }

    pub(super) fn damaged(path: &Path, reason: &dyn std::fmt::Display) -> Self {
        Self::Damaged {
            path: shown(path),
            reason: said(reason),
        }
    }

    pub(super) fn failed(path: &Path, reason: &dyn std::fmt::Display) -> Self {
        Self::Failed {
            path: shown(path),
            reason: said(reason),
        }
    }

    pub(super) fn spool(path: &Path, reason: &dyn std::fmt::Display) -> Self {
        Self::Spool {
            path: shown(path),
            reason: said(reason),
        }
    }

    /// What an error of `SQLite` means for the store in this file.
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path_shown = || shown(path);
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Locked { path: path_shown() }
            }
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path: path_shown() },
            Some(ErrorCode::DiskFull) => Self::Full { path: path_shown() },
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::damaged(path, error)
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::open(path, error),
            _ => Self::failed(path, error),
        }
    }
}
