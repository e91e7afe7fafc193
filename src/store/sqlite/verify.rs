//! What `store verify` and `store` alone say of a store.

use std::{fs, path::Path};

use super::{Sqlite, migrate, open, read};
use crate::store::{StoreError, file::beside};

/// How much a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Attempts.
    pub attempts: u64,
    /// Answers, those that were taken back too.
    pub responses: u64,
    /// Rows of every kind.
    pub rows: u64,
    /// Versions of questions.
    pub questions: u64,
    /// Bytes on disk.
    pub bytes: u64,
    /// The version of its layout.
    pub version: i64,
}

impl Sqlite {
    /// How much there is.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn contents(&self) -> Result<Contents, StoreError> {
        let count = |table: &str| {
            let sql = format!("SELECT count(*) FROM {table}");
            self.conn.query_row(&sql, [], |found| read::count(found, 0))
        };
        let read = || {
            Ok(Contents {
                attempts: count("attempt")?,
                responses: count("row WHERE kind = 'answer'")?,
                rows: count("row")?,
                questions: count("question")?,
                bytes: ["", "-wal"]
                    .iter()
                    .filter_map(|suffix| fs::metadata(beside(&self.path, suffix)).ok())
                    .map(|meta| meta.len())
                    .sum(),
                version: migrate::version(&self.conn)?,
            })
        };
        read().map_err(|error| self.error(&error))
    }

    /// Every fault that can be found, one a line, at most 100 of a kind; none when the store is sound.
    ///
    /// # Errors
    /// When the search itself fails.
    pub fn verify(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = self.structure().map_err(|error| self.error(&error))?;
        if faults.is_empty() {
            for scored in self.attempts_to_verify(&mut faults)? {
                if let Err(error) = self.read_rows(scored) {
                    faults.push(error.to_string());
                }
                if faults.len() >= 100 {
                    break;
                }
            }
        }
        Ok(faults)
    }

    fn structure(&self) -> rusqlite::Result<Vec<String>> {
        let mut faults: Vec<String> = self
            .conn
            .prepare("PRAGMA integrity_check(100)")?
            .query_map([], |found| found.get::<_, String>(0))?
            .collect::<Result<_, _>>()?;
        faults.retain(|line| line != "ok");
        if !faults.is_empty() {
            // What is asked of spoilt pages would only fail.
            return Ok(faults);
        }
        let orphans = self
            .conn
            .prepare("PRAGMA foreign_key_check")?
            .query_map([], |found| found.get::<_, String>(0))?
            .take(100)
            .collect::<Result<Vec<_>, _>>()?;
        faults.extend(
            orphans
                .iter()
                .map(|table| format!("a row of the table `{table}` names an attempt that is gone")),
        );
        Ok(faults)
    }

    fn attempts_to_verify(&self, faults: &mut Vec<String>) -> Result<Vec<uuid::Uuid>, StoreError> {
        let ids: Vec<uuid::Uuid> = self
            .conn
            .prepare("SELECT id FROM attempt")
            .and_then(|mut query| query.query_map([], |found| read::uuid(found, 0))?.collect())
            .map_err(|error| self.error(&error))?;
        for id in &ids {
            if faults.len() < 100
                && let Err(error) = self.read_attempt(*id)
            {
                faults.push(error.to_string());
            }
        }
        Ok(ids)
    }

    /// Writes a copy to a new file.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is such a file; it is never written over.
    pub fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        let to = std::path::absolute(to).map_err(|error| StoreError::failed(to, &error))?;
        open::copy_into(&self.conn, &self.path, &to)
    }
}
