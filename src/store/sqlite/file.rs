//! The files of a store: private ones, a new store put in place whole, and a look at an old one before it is opened.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// The path with something added to its file name.
pub(in crate::store) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes a folder, and those it stands in; new ones are for their owner only.
pub(in crate::store) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// How files of the store are opened: new ones are for their owner only.
pub(in crate::store) fn private() -> OpenOptions {
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
pub(in crate::store) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A new, empty, private file beside `path`, with a name of its own.
pub(in crate::store) fn scratch(path: &Path) -> io::Result<PathBuf> {
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
pub(in crate::store) fn put(scratch: &Path, path: &Path) -> io::Result<()> {
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

/// Whether there is a file of more than nothing.
pub(in crate::store) fn holds_something(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.len() > 0)
}

/// What is wrong with a database file, as far as its first bytes and its length tell; none when nothing is. Only for
/// one that no process has open and that was closed cleanly.
pub(super) fn fault(path: &Path) -> io::Result<Option<String>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut header = [0; 100];
    if length == 0 {
        return Ok(Some(String::from("the file is empty")));
    }
    if length < 100 {
        return Ok(Some(format!("only {length} bytes are left of it")));
    }
    file.read_exact(&mut header)?;
    // https://sqlite.org/fileformat.html, section 1.3
    if !header.starts_with(b"SQLite format 3\0") {
        return Ok(Some(String::from("it does not begin as a database does")));
    }
    let number = |at: usize| {
        u64::from(u32::from_be_bytes([
            header[at],
            header[at + 1],
            header[at + 2],
            header[at + 3],
        ]))
    };
    let page = match number(16) >> 16 {
        1 => 65536,
        size => size,
    };
    let counted = number(24) == number(92);
    if counted && length < page * number(28) {
        return Ok(Some(format!(
            "it should have {} bytes and has {length}",
            page * number(28)
        )));
    }
    Ok(None)
}
