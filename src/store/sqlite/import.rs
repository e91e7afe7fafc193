//! The transaction that takes in an exported log, record by record.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::{Sqlite, read, write};
use crate::{
    record::{Attempt, Payload, Row},
    store::{
        Content, StoreError,
        import::{Refusal, Taken},
    },
};

/// A log that is being taken in; undone when it is dropped before [`Importing::commit`].
pub(in crate::store) struct Importing<'a> {
    transaction: Transaction<'a>,
    path: &'a Path,
    /// The attempt that the last row belonged to.
    current: Option<Current>,
    /// Keys of attempts that have new rows: what is derived from them is out of date.
    touched: HashSet<i64>,
    /// Attempts that were left out: their rows are, too.
    refused: HashSet<Uuid>,
}

/// An attempt with the identities and numbers of its rows.
struct Current {
    id: Uuid,
    n: i64,
    seqs: HashMap<u32, Uuid>,
    rows: HashSet<Uuid>,
}

impl Sqlite {
    pub(in crate::store) fn begin_import(&mut self) -> Result<Importing<'_>, StoreError> {
        let path = &self.path;
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| StoreError::sqlite(path, &error))?;
        Ok(Importing {
            transaction,
            path,
            current: None,
            touched: HashSet::new(),
            refused: HashSet::new(),
        })
    }
}

impl Importing<'_> {
    fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::sqlite(self.path, error)
    }

    /// Adds a content unless it is there.
    pub(in crate::store) fn content(&mut self, content: Content<'_>) -> Result<(), StoreError> {
        write::content(&self.transaction, content).map_err(|error| self.failed(&error))
    }

    /// Leaves out whatever belongs to this attempt.
    pub(in crate::store) fn refuse(&mut self, attempt: Uuid) {
        self.refused.insert(attempt);
    }

    /// Adds an attempt unless it is there.
    pub(in crate::store) fn attempt(
        &mut self,
        attempt: &Attempt,
    ) -> Result<Result<Taken, Refusal>, StoreError> {
        let there = read::one_attempt(
            &self.transaction,
            "attempt.id = ?1",
            &[attempt.id.as_bytes()],
        )
        .map_err(|error| self.failed(&error))?;
        match there {
            Some(there) if there == *attempt => Ok(Ok(Taken::Known)),
            Some(_) => {
                self.refused.insert(attempt.id);
                Ok(Err(Refusal::OtherAttempt(attempt.id)))
            }
            None => {
                let text = write::AttemptText::new(attempt)
                    .map_err(|error| StoreError::failed(self.path, &error))?;
                write::attempt(&self.transaction, attempt, &text)
                    .map_err(|error| self.failed(&error))?;
                Ok(Ok(Taken::New))
            }
        }
    }

    /// Adds a row unless it is there.
    pub(in crate::store) fn row(
        &mut self,
        row: &Row,
    ) -> Result<Result<Taken, Refusal>, StoreError> {
        if self.refused.contains(&row.attempt) {
            return Ok(Err(Refusal::RefusedAttempt(row.attempt)));
        }
        let current = match self.current.take() {
            Some(current) if current.id == row.attempt => Some(current),
            _ => self.open(row.attempt)?,
        };
        let Some(mut current) = current else {
            return Ok(Err(Refusal::NoAttempt(row.attempt)));
        };
        let taken = self.add(&mut current, row);
        self.current = Some(current);
        taken
    }

    fn add(
        &mut self,
        current: &mut Current,
        row: &Row,
    ) -> Result<Result<Taken, Refusal>, StoreError> {
        let n = current.n;
        match current.seqs.get(&row.seq) {
            Some(id) if *id == row.id => {
                let there = read::row(&self.transaction, n, row.attempt, row.seq)
                    .map_err(|error| self.failed(&error))?;
                return Ok(if there.as_ref() == Some(row) {
                    Ok(Taken::Known)
                } else {
                    Err(Refusal::OtherRow(row.id))
                });
            }
            _ if current.rows.contains(&row.id) => return Ok(Err(Refusal::OtherRow(row.id))),
            Some(_) => {
                return Ok(Err(Refusal::Taken {
                    attempt: row.attempt,
                    seq: row.seq,
                }));
            }
            None => {}
        }
        current.seqs.insert(row.seq, row.id);
        current.rows.insert(row.id);
        let body = row
            .payload
            .body()
            .map_err(|error| StoreError::failed(self.path, &error))?;
        write::row(&self.transaction, n, row, &body).map_err(|error| self.failed(&error))?;
        self.touched.insert(n);
        Ok(Ok(Taken::New))
    }

    fn key(&self, attempt: Uuid) -> Result<Option<i64>, StoreError> {
        self.transaction
            .prepare_cached("SELECT n FROM attempt WHERE id = ?1")
            .and_then(|mut query| {
                query
                    .query_row([attempt.as_bytes()], |found| found.get(0))
                    .optional()
            })
            .map_err(|error| self.failed(&error))
    }

    /// An attempt that is here, with what its rows are called.
    fn open(&self, id: Uuid) -> Result<Option<Current>, StoreError> {
        let Some(n) = self.key(id)? else {
            return Ok(None);
        };
        let mut current = Current {
            id,
            n,
            seqs: HashMap::new(),
            rows: HashSet::new(),
        };
        let mut fill = || -> rusqlite::Result<()> {
            let mut query = self
                .transaction
                .prepare_cached("SELECT id, seq FROM row WHERE attempt = ?1")?;
            let mut found = query.query([n])?;
            while let Some(row) = found.next()? {
                let id = read::uuid(row, 0)?;
                current.seqs.insert(row.get(1)?, id);
                current.rows.insert(id);
            }
            Ok(())
        };
        fill().map_err(|error| self.failed(&error))?;
        Ok(Some(current))
    }

    /// Derives anew what depends on the new rows, and makes it all last.
    pub(in crate::store) fn commit(self) -> Result<(), StoreError> {
        let path = self.path;
        self.finish()
            .map_err(|error| StoreError::sqlite(path, &error))
    }

    fn finish(self) -> rusqlite::Result<()> {
        for &n in &self.touched {
            let ended: bool = self
                .transaction
                .prepare_cached(
                    "SELECT EXISTS (SELECT * FROM row WHERE attempt = ?1 AND kind = 'finish')",
                )?
                .query_row([n], |found| found.get(0))?;
            if !ended {
                continue;
            }
            let Some(attempt) = read::one_attempt(&self.transaction, "attempt.n = ?1", &[&n])?
            else {
                continue;
            };
            let all = read::rows(&self.transaction, n, attempt.id)?;
            if let Some(finish) = all.iter().find(|row| row.payload == Payload::Finish) {
                // By the first of its ends, in whatever order they came.
                self.transaction
                    .prepare_cached("UPDATE attempt SET finished = NULL WHERE n = ?1")?
                    .execute(params![n])?;
                write::finish(&self.transaction, n, finish, &attempt, &all)?;
            }
        }
        self.transaction.commit()
    }
}
