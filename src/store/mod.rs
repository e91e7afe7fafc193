//! Where attempts and rows are kept: `SQLite`, and a spool when it cannot be written. The only place that knows SQL.

mod error;
mod file;
mod import;
mod keeper;
mod log;
mod memory;
mod spool;
mod sqlite;

#[cfg(test)]
mod contract;
#[cfg(test)]
mod fall_back_tests;
#[cfg(test)]
mod import_tests;

use uuid::Uuid;

use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Row},
    stats::{AttemptScore, History, Standing},
    study::Schedule,
};

pub use error::StoreError;
pub use file::write_new;
pub use import::{ImportError, Imported, Refusal};
pub use keeper::{Keeper, Stored};
pub use memory::Memory;
pub use spool::{Spool, TakenIn};
pub use sqlite::{Amount, Contents, Restored, Sqlite};

/// A question's content with its hash.
pub type Content<'a> = (&'a ContentHash, &'a str);

/// A place where attempts are kept. Rows are committed durably before [`Store::begin`] and [`Store::append`] return.
/// Learners are compared by [`crate::record::learner_key`].
pub trait Store {
    /// Commits a new attempt. One that is there already stays as it is.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError>;

    /// Commits a row, and the content of the question it speaks of unless it is known. The very row that is there
    /// already is no error.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another process has written a row with this number; [`StoreError::NoAttempt`] when
    /// the attempt was never begun here.
    fn append(&mut self, row: &Row, content: Option<Content<'_>>) -> Result<(), StoreError>;

    /// An attempt with its plan.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError>;

    /// This learner's newest attempt that has no end and was not reset, games and reviews left out; of those that ask
    /// from this pack when one is
    /// named.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn unfinished(&self, learner: &str, pack: Option<&Id>) -> Result<Option<Attempt>, StoreError>;

    /// Attempts that ask something with their scores, newest first, those that were reset since marked: of this learner when one is named, and of those that ask from this
    /// pack when one is named.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn attempts(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError>;

    /// The rows of an attempt, in order.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError>;

    /// What this learner has seen of a pack.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn history(&self, learner: &str, pack: &Id) -> Result<History, StoreError>;

    /// What this learner's responses say of when to ask again, of all packs.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn schedule(&self, learner: &str) -> Result<Schedule, StoreError>;

    /// What was met and what came of it: by this learner when one is named, of this pack when one is named.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn progress(&self, learner: Option<&str>, pack: Option<&Id>) -> Result<Standing, StoreError>;

    /// The canonical JSON of what a question asked.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn content(&self, hash: &ContentHash) -> Result<Option<String>, StoreError>;
}
