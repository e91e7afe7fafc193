//! Taking spool files into a store: the commit comes before the file is removed, so a crash between costs nothing.

use std::{fs, path::PathBuf};

use super::{Spool, SpoolFile, log_of};
use crate::store::{Sqlite, StoreError, file::beside};

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Files whose attempts stand in the store now.
    pub files: usize,
    /// Rows that were new to the store.
    pub rows: usize,
    /// Files with lines that could not be read: their sound lines were taken in, and the files kept under these names.
    pub damaged: Vec<PathBuf>,
}

impl Spool {
    /// Takes every file into the store that no process is writing.
    ///
    /// # Errors
    /// When the store cannot be written or a file cannot be removed; what was taken in before stays.
    pub fn take_in(&mut self, store: &mut Sqlite) -> Result<TakenIn, StoreError> {
        let mut taken = TakenIn::default();
        for path in self.files()? {
            let (file, found) = match SpoolFile::open(&path, false) {
                Ok(Some(opened)) => opened,
                Ok(None) | Err(StoreError::Taken) => continue,
                Err(error) => return Err(error),
            };
            let bad = found.bad;
            let (log, left_out) = log_of(found.lines);
            taken.rows += store.merge(&log)?;
            taken.files += 1;
            if bad + left_out == 0 {
                file.remove()?;
            } else {
                let kept = beside(&path, ".damaged");
                fs::rename(&path, &kept).map_err(|error| StoreError::spool(&path, &error))?;
                taken.damaged.push(kept);
            }
        }
        Ok(taken)
    }
}
