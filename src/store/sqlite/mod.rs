//! The store in a `SQLite` file. Every write is one transaction, durable when it returns; many processes may write.

mod erase;
mod export;
mod header;
mod history;
mod import;
mod lock;
mod merge;
mod migrate;
mod network;
mod open;
mod plan;
mod progress;
mod read;
mod restore;
mod salvage;
mod schedule;
mod verify;
mod write;

#[cfg(test)]
mod tests;

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use rusqlite::Connection;

pub use erase::Amount;
pub(super) use import::Importing;
pub use restore::Restored;
pub use verify::Contents;

use super::{Content, Store, StoreError};
use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Row},
    stats::{AttemptScore, History, Standing},
    study::Schedule,
};
use uuid::Uuid;

/// A store in a file.
#[derive(Debug)]
pub struct Sqlite {
    conn: Connection,
    path: PathBuf,
    /// Held while the store is open, so that another process knows that files beside it are in use.
    _lock: Option<File>,
}

impl Sqlite {
    /// The file, as an absolute path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn error(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::sqlite(&self.path, error)
    }
}

impl Store for Sqlite {
    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        self.write_attempt(attempt)
    }

    fn append(&mut self, row: &Row, content: Option<Content<'_>>) -> Result<(), StoreError> {
        self.write_row(row, content)
    }

    fn attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError> {
        self.read_attempt(id)
    }

    fn unfinished(&self, learner: &str, pack: Option<&Id>) -> Result<Option<Attempt>, StoreError> {
        self.read_unfinished(learner, pack)
    }

    fn attempts(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError> {
        self.read_scores(learner, pack)
    }

    fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError> {
        self.read_rows(attempt)
    }

    fn history(&self, learner: &str, pack: &Id) -> Result<History, StoreError> {
        self.read_history(learner, pack)
    }

    fn schedule(&self, learner: &str) -> Result<Schedule, StoreError> {
        self.read_schedule(learner)
    }

    fn progress(&self, learner: Option<&str>, pack: Option<&Id>) -> Result<Standing, StoreError> {
        self.read_progress(learner, pack)
    }

    fn content(&self, hash: &ContentHash) -> Result<Option<String>, StoreError> {
        self.read_content(hash)
    }
}
