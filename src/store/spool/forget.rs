//! Removing what the spool holds of a learner, files set aside as damaged among them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::{Spool, line};
use crate::{
    record::{Line, learner_key},
    store::StoreError,
};

impl Spool {
    /// Removes the files of a learner; which those were.
    ///
    /// # Errors
    /// When a folder cannot be listed, or a file cannot be read or removed.
    pub fn forget(&mut self, learner: &str) -> Result<Vec<PathBuf>, StoreError> {
        let key = learner_key(learner);
        let mut gone = Vec::new();
        for folder in &self.folders {
            let entries = match fs::read_dir(folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(StoreError::spool(folder, &error)),
            };
            for entry in entries {
                let path = entry
                    .map_err(|error| StoreError::spool(folder, &error))?
                    .path();
                let failed = |error: io::Error| StoreError::spool(&path, &error);
                if !is_spooled(&path) {
                    continue;
                }
                let lines = line::read(&fs::read(&path).map_err(failed)?).lines;
                let theirs = lines.iter().any(|line| {
                    matches!(line, Line::Attempt(attempt) if learner_key(&attempt.learner) == key)
                });
                if theirs {
                    fs::remove_file(&path).map_err(failed)?;
                    gone.push(path);
                }
            }
        }
        Ok(gone)
    }
}

/// Whether it is a spool file, or one set aside: `<id>.jsonl`, or that with something behind it.
fn is_spooled(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let stem = name.and_then(|name| name.split_once(".jsonl"));
    stem.is_some_and(|(id, _)| Uuid::try_parse(id).is_ok())
        && fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file())
}
