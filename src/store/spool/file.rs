//! One spool file: the records of one attempt, written by one process at a time.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::line::{self, Found};
use crate::{
    record::Line,
    store::{
        StoreError,
        file::{make_folder, private, sync_folder},
    },
};

/// A spool file that this process holds.
#[derive(Debug)]
pub(super) struct SpoolFile {
    file: File,
    pub(super) path: PathBuf,
    /// Bytes that are known to be whole lines.
    length: u64,
}

impl SpoolFile {
    /// Opens the file, with what it holds; makes it, and its folder, when asked to. None when there is none.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when another process holds it; else the system's word.
    pub(super) fn open(path: &Path, make: bool) -> Result<Option<(Self, Found)>, StoreError> {
        let failed = |error: io::Error| StoreError::spool(path, &error);
        let folder = path.parent().unwrap_or(Path::new("/"));
        if make {
            make_folder(folder).map_err(failed)?;
        }
        // A name that was removed while this process waited for its file is asked for again.
        for _ in 0..16 {
            match fs::symlink_metadata(path) {
                Ok(meta) if !meta.is_file() => {
                    return Err(StoreError::spool(path, &"it is no plain file"));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound && !make => return Ok(None),
                Ok(_) | Err(_) => {}
            }
            let mut file = private()
                .read(true)
                .append(true)
                .create(make)
                .open(path)
                .map_err(failed)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Err(StoreError::Taken),
                // Some network file systems have no locks; there is one file an attempt.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            if is_gone(&file, path) {
                continue;
            }
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(failed)?;
            if make {
                sync_folder(folder).map_err(failed)?;
            }
            let found = line::read(&bytes);
            let path = path.to_owned();
            let length = u64::try_from(found.whole).unwrap_or(u64::MAX);
            return Ok(Some((Self { file, path, length }, found)));
        }
        Err(StoreError::spool(path, &"other programs keep removing it"))
    }

    /// Adds lines durably, all or none.
    pub(super) fn add(&mut self, lines: &[Line<'_>]) -> Result<(), StoreError> {
        let mut text = String::new();
        for line in lines {
            text += &line::write(line).map_err(|error| StoreError::spool(&self.path, &error))?;
        }
        let mut add = || {
            // Removes what a crash or a full disk left of a line.
            if self.file.seek(SeekFrom::End(0))? != self.length {
                self.file.set_len(self.length)?;
            }
            self.file.write_all(text.as_bytes())?;
            self.file.sync_data()
        };
        add().map_err(|error| StoreError::spool(&self.path, &error))?;
        self.length += u64::try_from(text.len()).unwrap_or(0);
        Ok(())
    }

    /// Removes the file: everything in it is elsewhere.
    pub(super) fn remove(self) -> Result<(), StoreError> {
        fs::remove_file(&self.path).map_err(|error| StoreError::spool(&self.path, &error))
    }
}

/// Whether the name no longer leads to this file.
#[cfg(unix)]
fn is_gone(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) != (named.dev(), named.ino()),
        _ => true,
    }
}

/// Whether the name no longer leads to this file: elsewhere an open file keeps its name.
#[cfg(not(unix))]
fn is_gone(_file: &File, _path: &Path) -> bool {
    false
}
