//! Where attempts and rows are kept: `SQLite`, and a spool when it cannot be written.

use uuid::Uuid;

use crate::record::{Attempt, ContentHash, Row};

/// A place where attempts are kept. Rows are committed durably before these calls return.
pub trait Store {
    /// Commits a new attempt.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError>;

    /// Commits a row, and the content of the question it speaks of unless it is known.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another process has written a row with this number.
    fn append(
        &mut self,
        row: &Row,
        content: Option<(&ContentHash, &str)>,
    ) -> Result<(), StoreError>;

    /// This learner's attempts (compared after trimming and folding case), newest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn attempts(&self, learner: Option<&str>) -> Result<Vec<Attempt>, StoreError>;

    /// The rows of an attempt, in order.
    ///
    /// # Errors
    /// See [`StoreError`].
    fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError>;
}

/// Why a store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process went on with the same attempt.
    #[error("another quizline goes on with this attempt")]
    Taken,
}
