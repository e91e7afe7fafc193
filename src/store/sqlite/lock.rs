//! A lock file beside the store: whoever holds it alone knows that no other quizline has the store open.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

use crate::store::file;

/// What the lock file says about others.
#[derive(Debug)]
pub(super) struct Lock {
    file: Option<File>,
    /// Whether no other process has the store open. False when it cannot be told.
    pub(super) alone: bool,
}

impl Lock {
    /// Asks for the lock, without waiting. Where it cannot be had, nothing is lost but a check after a crash.
    pub(super) fn ask(store: &Path) -> Self {
        let Ok(file) = file::open_private(&file::beside(store, ".lock")) else {
            return Self {
                file: None,
                alone: false,
            };
        };
        let alone = file.try_lock().is_ok();
        Self {
            file: Some(file),
            alone,
        }
    }

    /// Whether another process is known to have the store open.
    pub(super) fn others(&self) -> bool {
        self.file.is_some() && !self.alone
    }

    /// Shares the lock with others for as long as the file is kept.
    pub(super) fn share(self) -> Option<File> {
        let file = self.file?;
        if self.alone {
            file.unlock().ok()?;
        }
        match file.try_lock_shared() {
            Ok(()) | Err(TryLockError::WouldBlock) => Some(file),
            Err(TryLockError::Error(_)) => None,
        }
    }
}
