//! Saving a damaged store: the old file is set aside, never deleted, and what can be read of it goes into a new one.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use rusqlite::OpenFlags;

use super::{
    Sqlite,
    lock::Lock,
    open,
    salvage::{Salvaged, salvage},
};
use crate::store::{StoreError, error::shown, file};

/// What became of a store that was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the old file is now; none when there was none.
    pub aside: Option<PathBuf>,
    /// Attempts saved.
    pub attempts: usize,
    /// Rows saved.
    pub rows: usize,
    /// Rows that were found but could not be understood; those in pages that cannot be read are not counted.
    pub lost: usize,
}

impl Sqlite {
    /// Replaces the store in this file by a new one that holds what can be read of it. The old file is kept beside it,
    /// with the time in its name.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process has the store open; else see [`StoreError`]. Then the old file
    /// stands where it stood.
    pub fn restore(path: &Path, now: Timestamp) -> Result<Restored, StoreError> {
        let path = std::path::absolute(path).map_err(|error| StoreError::open(path, &error))?;
        let lock = Lock::ask(&path);
        if lock.others() {
            return Err(StoreError::InUse { path: shown(&path) });
        }
        let new = Scratch::new(&path)?;
        open::make(&new.path)?;
        let salvaged = read_copy(&path, &path, &new.path)?;
        let rows = fill(&new.path, &salvaged)?;
        let aside = set_aside(&path, now).map_err(|error| StoreError::failed(&path, &error))?;
        fs::rename(&new.path, &path).map_err(|error| StoreError::failed(&path, &error))?;
        let folder = path.parent().unwrap_or(Path::new("/"));
        file::sync_folder(folder).map_err(|error| StoreError::folder(folder, &error))?;
        Ok(Restored {
            aside,
            attempts: salvaged.log.attempts.len(),
            rows,
            lost: salvaged.lost,
        })
    }

    /// Adds what can be read of another store, a backup for instance; how many rows were new. That file is not changed.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn add_from(&mut self, other: &Path) -> Result<usize, StoreError> {
        if !other.is_file() {
            return Err(StoreError::open(other, &"there is no such file"));
        }
        let fresh = Scratch::new(&self.path)?;
        open::make(&fresh.path)?;
        let salvaged = read_copy(other, &self.path, &fresh.path)?;
        self.merge(&salvaged.log)
    }
}

/// A file beside the store that is gone when this is.
struct Scratch {
    path: PathBuf,
}

/// What `SQLite` puts beside a database.
const BESIDE: [&str; 3] = ["-wal", "-journal", "-shm"];

impl Scratch {
    fn new(store: &Path) -> Result<Self, StoreError> {
        let path = file::scratch(store).map_err(|error| StoreError::failed(store, &error))?;
        Ok(Self { path })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-journal", "-shm"] {
            // Some of them are not there.
            let _ = fs::remove_file(file::beside(&self.path, suffix));
        }
    }
}

/// Reads what can be read of a copy of `path`, made beside `store`.
fn read_copy(path: &Path, store: &Path, fresh: &Path) -> Result<Salvaged, StoreError> {
    let copy = Scratch::new(store)?;
    let failed = |error: io::Error| StoreError::failed(path, &error);
    // Where the file itself is gone, what is left beside it belongs to pages of a store like the fresh one.
    let main = if path.exists() { path } else { fresh };
    fs::copy(main, &copy.path).map_err(failed)?;
    for suffix in &BESIDE[..2] {
        let from = file::beside(path, suffix);
        if from.exists() {
            fs::copy(from, file::beside(&copy.path, suffix)).map_err(failed)?;
        }
    }
    // Nothing can be read: then nothing is saved, and the old file is kept all the same.
    Ok(salvage(&copy.path, fresh).unwrap_or_default())
}

fn fill(new: &Path, salvaged: &Salvaged) -> Result<usize, StoreError> {
    let conn = open::connect(new, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut store = Sqlite {
        conn,
        path: new.to_owned(),
        _lock: None,
    };
    let rows = store.merge(&salvaged.log)?;
    store
        .conn
        .close()
        .map_err(|(_, error)| StoreError::sqlite(new, &error))?;
    Ok(rows)
}

/// Gives the old files another name. The main one keeps its old name too until it is replaced, where links exist.
fn set_aside(path: &Path, now: Timestamp) -> io::Result<Option<PathBuf>> {
    let time = now.strftime("%Y%m%dT%H%M%SZ");
    let name = |number: u32| match number {
        1 => file::beside(path, &format!(".damaged-{time}")),
        _ => file::beside(path, &format!(".damaged-{time}-{number}")),
    };
    let mut number = 1;
    while fs::symlink_metadata(name(number)).is_ok() {
        number += 1;
    }
    let aside = name(number);
    let there = fs::symlink_metadata(path).is_ok();
    if there && fs::hard_link(path, &aside).is_err() {
        fs::rename(path, &aside)?;
    }
    for suffix in BESIDE {
        match fs::rename(file::beside(path, suffix), file::beside(&aside, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(there.then_some(aside))
}
