//! What a run writes to: the store, and the spool from the moment that the store cannot be written.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{Content, Spool, Sqlite, Store, StoreError, TakenIn};
use crate::{
    pack::Id,
    record::{Attempt, Payload, Row},
    stats::{AttemptScore, History},
    study::Schedule,
};

/// Where something was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// In the store.
    Store,
    /// In a spool file; with the reason, the first time.
    Spool(Option<String>),
}

/// A store with a spool behind it.
#[derive(Debug)]
pub struct Keeper {
    store: Option<Sqlite>,
    spool: Spool,
    /// Why the spool is used, until that has been said.
    unsaid: Option<String>,
    /// What last stood in the way.
    trouble: Option<StoreError>,
    attempt: Option<Attempt>,
    spooling: bool,
    taken_in: Option<TakenIn>,
}

impl Keeper {
    /// Opens the store and takes in what the spool holds. A store that cannot be opened is no error here: then
    /// everything goes to the spool, and [`Keeper::trouble`] says why. `others` are folders for the spool when the
    /// one beside the store cannot be written.
    #[must_use]
    pub fn open(path: &Path, others: Vec<PathBuf>) -> Self {
        let mut folders = vec![Spool::beside(path)];
        folders.extend(others);
        let mut spool = Spool::new(folders);
        let (mut store, mut trouble, mut taken_in) = (None, None, None);
        match Sqlite::open(path) {
            Ok(mut opened) => {
                match spool.take_in(&mut opened) {
                    Ok(taken) => taken_in = Some(taken),
                    // It is tried again at the next start.
                    Err(error) => trouble = Some(error),
                }
                store = Some(opened);
            }
            Err(error) => trouble = Some(error),
        }
        Self {
            store,
            spool,
            unsaid: None,
            trouble,
            attempt: None,
            spooling: false,
            taken_in,
        }
    }

    /// Why the store is not used, or the spool was not taken in; none while all is well.
    #[must_use]
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// What was taken in from the spool at the start; none when that failed.
    #[must_use]
    pub fn taken_in(&self) -> Option<&TakenIn> {
        self.taken_in.as_ref()
    }

    /// Commits a new attempt.
    ///
    /// # Errors
    /// [`StoreError::NotSaved`] when neither store nor spool could be written.
    pub fn begin(&mut self, attempt: &Attempt) -> Result<Stored, StoreError> {
        self.attempt = Some(attempt.clone());
        self.spooling = false;
        if let Some(store) = &mut self.store {
            match store.begin(attempt) {
                Ok(()) => return Ok(Stored::Store),
                Err(error) => self.trouble = Some(error),
            }
        }
        self.fall_back()?;
        Ok(Stored::Spool(self.unsaid.take()))
    }

    /// Goes on with an attempt of before: its rows so far, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn resume(&mut self, attempt: &Attempt) -> Result<Vec<Row>, StoreError> {
        let rows = self.rows(attempt.id)?;
        self.attempt = Some(attempt.clone());
        // Once rows of it are in the spool, the store alone does not know which number comes next.
        self.spooling = false;
        if self.spool.attempt(attempt.id)?.is_some() {
            self.fall_back()?;
        }
        Ok(rows)
    }

    /// Commits a row of the attempt that was begun or resumed last.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another process goes on with the attempt; [`StoreError::NotSaved`] when neither store
    /// nor spool could be written.
    pub fn append(
        &mut self,
        row: &Row,
        content: Option<Content<'_>>,
    ) -> Result<Stored, StoreError> {
        if !self.spooling
            && let Some(store) = &mut self.store
        {
            match store.append(row, content) {
                Ok(()) => return Ok(Stored::Store),
                Err(StoreError::Taken) => return Err(StoreError::Taken),
                Err(error) => self.trouble = Some(error),
            }
        }
        if !self.spooling {
            self.fall_back()?;
        }
        match self.spool.append(row, content) {
            Ok(()) => Ok(Stored::Spool(self.unsaid.take())),
            Err(StoreError::Taken) => Err(StoreError::Taken),
            Err(error) => Err(self.not_saved(error)),
        }
    }

    /// Puts the attempt into the spool, where its rows go from now on.
    fn fall_back(&mut self) -> Result<(), StoreError> {
        let Some(attempt) = self.attempt.clone() else {
            return Err(StoreError::NoAttempt(Uuid::nil()));
        };
        match self.spool.begin(&attempt) {
            Ok(()) => {}
            Err(StoreError::Taken) => return Err(StoreError::Taken),
            Err(error) => return Err(self.not_saved(error)),
        }
        self.spooling = true;
        self.unsaid = self.trouble.as_ref().map(ToString::to_string);
        Ok(())
    }

    fn not_saved(&mut self, spool: StoreError) -> StoreError {
        match self.trouble.take() {
            Some(store) => StoreError::NotSaved {
                store: Box::new(store),
                spool: Box::new(spool),
            },
            None => spool,
        }
    }

    /// See [`Store::attempt`].
    ///
    /// # Errors
    /// When neither store nor spool can be read.
    pub fn attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError> {
        if let Some(store) = &self.store
            && let Some(attempt) = store.attempt(id)?
        {
            return Ok(Some(attempt));
        }
        self.spool.attempt(id)
    }

    /// See [`Store::unfinished`]; the newest of store and spool.
    ///
    /// # Errors
    /// When the store or the spool cannot be read.
    pub fn unfinished(
        &self,
        learner: &str,
        pack: Option<&Id>,
    ) -> Result<Option<Attempt>, StoreError> {
        let spooled = self.spool.unfinished(learner, pack)?;
        let Some(store) = &self.store else {
            return Ok(spooled);
        };
        let stored = match store.unfinished(learner, pack)? {
            // Its end may stand in the spool.
            Some(attempt) if self.ended_in_spool(attempt.id)? => None,
            stored => stored,
        };
        let newest = stored.into_iter().chain(spooled);
        Ok(newest.max_by_key(|attempt| attempt.id))
    }

    fn ended_in_spool(&self, attempt: Uuid) -> Result<bool, StoreError> {
        let rows = self.spool.rows(attempt)?;
        Ok(rows.iter().any(|row| row.payload == Payload::Finish))
    }

    /// See [`Store::attempts`]; only the spool's when there is no store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attempts(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError> {
        match &self.store {
            Some(store) => store.attempts(learner, pack),
            None => self.spool.attempts(learner, pack),
        }
    }

    /// See [`Store::rows`]; of store and spool together.
    ///
    /// # Errors
    /// When the store or the spool cannot be read.
    pub fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError> {
        let mut rows = match &self.store {
            Some(store) => store.rows(attempt)?,
            None => Vec::new(),
        };
        for row in self.spool.rows(attempt)? {
            if !rows.iter().any(|there| there.id == row.id) {
                rows.push(row);
            }
        }
        rows.sort_by_key(|row| row.seq);
        Ok(rows)
    }

    /// See [`Store::history`]; only the spool's when there is no store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history(&self, learner: &str, pack: &Id) -> Result<History, StoreError> {
        match &self.store {
            Some(store) => store.history(learner, pack),
            None => self.spool.history(learner, pack),
        }
    }

    /// See [`Store::schedule`]; only the spool's when there is no store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn schedule(&self, learner: &str) -> Result<Schedule, StoreError> {
        match &self.store {
            Some(store) => store.schedule(learner),
            None => self.spool.schedule(learner),
        }
    }

    /// See [`Sqlite::due`]; nothing when there is no store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn due(&self, learner: &str, day: i32) -> Result<Vec<(Id, usize)>, StoreError> {
        match &self.store {
            Some(store) => store.due(learner, day),
            None => Ok(Vec::new()),
        }
    }
}
