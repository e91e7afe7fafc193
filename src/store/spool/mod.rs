//! The spool: one durable file an attempt, for when the store cannot be written. Taken in at the next start that can.

mod file;
mod forget;
mod line;
mod take_in;

use std::{
    borrow::Cow,
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use uuid::Uuid;

use self::file::SpoolFile;
use super::{Content, Store, StoreError, log::Log};
use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Line, Row},
    stats::{AttemptScore, History, Standing},
    study::Schedule,
};

pub use take_in::TakenIn;

/// Spool files in folders. Reading looks into all of them; writing takes the first that can be written.
#[derive(Debug)]
pub struct Spool {
    folders: Vec<PathBuf>,
    /// The files that this process writes, with what stands in them.
    held: HashMap<Uuid, (SpoolFile, Log)>,
}

impl Spool {
    /// A spool in these folders, best first; they need not be there. [`Spool::beside`] names the usual one.
    #[must_use]
    pub fn new(folders: Vec<PathBuf>) -> Self {
        Self {
            folders,
            held: HashMap::new(),
        }
    }

    /// The usual folder: `spool` beside the store.
    #[must_use]
    pub fn beside(store: &Path) -> PathBuf {
        store.with_file_name("spool")
    }

    /// The spool files there are.
    ///
    /// # Errors
    /// When a folder that is there cannot be listed.
    pub fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut files = Vec::new();
        for folder in &self.folders {
            let failed = |error: io::Error| StoreError::spool(folder, &error);
            let entries = match fs::read_dir(folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(failed(error)),
            };
            for entry in entries {
                let path = entry.map_err(failed)?.path();
                if attempt_of(&path).is_some() {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }

    /// Opens the file of an attempt; whether there is one in any folder that can be written.
    fn hold(&mut self, attempt: Uuid) -> bool {
        if self.held.contains_key(&attempt) {
            return true;
        }
        for folder in &self.folders {
            if let Ok(Some((file, found))) = SpoolFile::open(&name(folder, attempt), false) {
                let (log, _) = log_of(found.lines);
                if log.attempts.contains_key(&attempt) {
                    self.held.insert(attempt, (file, log));
                    return true;
                }
            }
        }
        false
    }

    /// Everything that stands in the spool.
    fn all(&self) -> Result<Log, StoreError> {
        let mut lines = Vec::new();
        for path in self.files()? {
            // Without a lock: another process may be writing, and a torn line is dropped.
            let bytes = fs::read(&path).map_err(|error| StoreError::spool(&path, &error))?;
            lines.extend(line::read(&bytes).lines);
        }
        Ok(log_of(lines).0)
    }
}

/// The file of an attempt in a folder.
fn name(folder: &Path, attempt: Uuid) -> PathBuf {
    folder.join(format!("{attempt}.jsonl"))
}

/// The attempt whose spool file this is.
fn attempt_of(path: &Path) -> Option<Uuid> {
    (path.extension()? == "jsonl")
        .then(|| Uuid::try_parse(path.file_stem()?.to_str()?).ok())
        .flatten()
}

/// Attempts, contents and rows of lines, and how many rows had to be left out: their number is taken, or their attempt
/// is not there.
fn log_of(lines: Vec<Line<'static>>) -> (Log, usize) {
    let (mut log, mut left_out) = (Log::default(), 0);
    for line in lines {
        match line {
            Line::Log { .. } => {}
            Line::Attempt(attempt) => log.begin(&attempt),
            Line::Content { hash, json } => log.content(&hash, &json),
            Line::Row(row) => left_out += usize::from(log.append(&row, None).is_err()),
        }
    }
    (log, left_out)
}

impl Store for Spool {
    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        if self.hold(attempt.id) {
            return Ok(());
        }
        let mut trouble = StoreError::spool(Path::new("spool"), &"there is no folder for it");
        for folder in &self.folders {
            let opened = SpoolFile::open(&name(folder, attempt.id), true).and_then(|opened| {
                let Some((mut file, _)) = opened else {
                    return Ok(None);
                };
                file.add(&[Line::Attempt(Cow::Borrowed(attempt))])?;
                Ok(Some(file))
            });
            match opened {
                Ok(Some(file)) => {
                    let mut log = Log::default();
                    log.begin(attempt);
                    self.held.insert(attempt.id, (file, log));
                    return Ok(());
                }
                Ok(None) => {}
                Err(StoreError::Taken) => return Err(StoreError::Taken),
                Err(error) => trouble = error,
            }
        }
        Err(trouble)
    }

    fn append(&mut self, row: &Row, content: Option<Content<'_>>) -> Result<(), StoreError> {
        self.hold(row.attempt);
        let Some((file, log)) = self.held.get_mut(&row.attempt) else {
            return Err(StoreError::NoAttempt(row.attempt));
        };
        // Checked in a copy of what matters, so that nothing is remembered that was not written.
        let (_, rows) = log
            .attempts
            .get(&row.attempt)
            .ok_or(StoreError::NoAttempt(row.attempt))?;
        match rows.get(&row.seq) {
            Some(there) if there.id == row.id => return Ok(()),
            Some(_) => return Err(StoreError::Taken),
            None => {}
        }
        let mut lines = Vec::new();
        if let Some((hash, json)) = content
            && !log.contents.contains_key(hash)
        {
            lines.push(Line::Content {
                hash: Cow::Borrowed(hash),
                json: Cow::Borrowed(json),
            });
        }
        lines.push(Line::Row(Cow::Borrowed(row)));
        file.add(&lines)?;
        log.append(row, content)
    }

    fn attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError> {
        Ok(self.all()?.attempt(id))
    }

    fn unfinished(&self, learner: &str, pack: Option<&Id>) -> Result<Option<Attempt>, StoreError> {
        Ok(self.all()?.unfinished(learner, pack))
    }

    fn attempts(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError> {
        Ok(self.all()?.scores(learner, pack))
    }

    fn rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError> {
        Ok(self.all()?.rows(attempt))
    }

    fn history(&self, learner: &str, pack: &Id) -> Result<History, StoreError> {
        Ok(self.all()?.history(learner, pack))
    }

    fn schedule(&self, learner: &str) -> Result<Schedule, StoreError> {
        Ok(self.all()?.schedule(learner))
    }

    fn progress(&self, learner: Option<&str>, pack: Option<&Id>) -> Result<Standing, StoreError> {
        Ok(self.all()?.progress(learner, pack))
    }

    fn content(&self, hash: &ContentHash) -> Result<Option<String>, StoreError> {
        Ok(self.all()?.contents.get(hash).cloned())
    }
}
