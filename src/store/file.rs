//! Files and folders of store and spool: private ones, and whole ones put in place.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use super::{
    StoreError,
    error::{said, shown},
};

/// The path with something added to its file name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes a folder, and those it stands in; new ones are for their owner only.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// How files of the store are opened: new ones are for their owner only.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Opens a file for writing; makes it when it is not there.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    private()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

/// Makes sure that names made or removed in this folder last.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A new, empty, private file beside `path`, with a name of its own.
pub(super) fn scratch(path: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let scratch = beside(path, &format!(".new-{}-{count}", std::process::id()));
        match private().write(true).create_new(true).open(&scratch) {
            Ok(_) => return Ok(scratch),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Gives a finished file its name, never in place of another.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when the name is taken; the finished file is gone then.
pub(super) fn put(scratch: &Path, path: &Path) -> io::Result<()> {
    let put = match fs::hard_link(scratch, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no links.
        Err(_) if fs::symlink_metadata(path).is_err() => return fs::rename(scratch, path),
        Err(_) => Err(io::ErrorKind::AlreadyExists.into()),
    };
    fs::remove_file(scratch)?;
    put
}

/// Writes a new file, whole or not at all, never over another; its folder must be there.
///
/// # Errors
/// Those of `write`; [`StoreError::Exists`] when there is such a file, and what the system says.
pub fn write_new<T, E: From<StoreError>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    let exists = || StoreError::Exists { path: shown(path) };
    let failed = |error: io::Error| StoreError::Write {
        path: shown(path),
        reason: said(&error),
    };
    if fs::symlink_metadata(path).is_ok() {
        return Err(exists().into());
    }
    let scratch = scratch(path).map_err(failed)?;
    let whole = || {
        let file = private().write(true).open(&scratch).map_err(failed)?;
        let mut out = BufWriter::with_capacity(1 << 16, file);
        let done = write(&mut out)?;
        let file = out
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        match put(&scratch, path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists()),
            done => done.map_err(failed),
        }?;
        Ok(done)
    };
    let written = whole();
    if written.is_err() {
        // Gone already when it was put in place; the error says more than one of tidying up.
        let _ = fs::remove_file(&scratch);
    }
    written
}

/// Whether there is a file of more than nothing.
pub(super) fn holds_something(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.len() > 0)
}
