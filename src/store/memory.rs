//! A store that forgets everything at its end: for tests, and for a preview that keeps nothing.

use uuid::Uuid;

use super::{Content, Store, StoreError, log::Log};
use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Row},
    stats::{AttemptScore, History, Standing},
    study::Schedule,
};

/// A store in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    log: Log,
}

impl Store for Memory {
    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        self.log.begin(attempt);
        Ok(())
    }

    fn append(&mut self, row: &Row, content: Option<Content<'_>>) -> Result<(), StoreError> {
        self.log.append(row, content)
    }

    fn attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError> {
        Ok(self.log.attempt(id))
    }

    fn unfinished(&self, learner: &str, pack: Option<&Id>) -> Result<Option<Attempt>, StoreError> {
        Ok(self.log.unfinished(learner, pack))
    }

    fn attempts(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError> {
        Ok(self.log.scores(learner, pack))
    }

    fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError> {
        Ok(self.log.rows(attempt))
    }

    fn history(&self, learner: &str, pack: &Id) -> Result<History, StoreError> {
        Ok(self.log.history(learner, pack))
    }

    fn schedule(&self, learner: &str) -> Result<Schedule, StoreError> {
        Ok(self.log.schedule(learner))
    }

    fn progress(&self, learner: Option<&str>, pack: Option<&Id>) -> Result<Standing, StoreError> {
        Ok(self.log.progress(learner, pack))
    }

    fn content(&self, hash: &ContentHash) -> Result<Option<String>, StoreError> {
        Ok(self.log.contents.get(hash).cloned())
    }
}
