//! Reading a file that may be anything: never more than a limit, never a device or a pipe, never a wait.

use std::{
    fs::{self, File, FileType, OpenOptions},
    io::{self, Read},
    path::Path,
};

use super::LibraryError;

/// The size of the largest pack that is read, in bytes.
pub const PACK_LIMIT: u64 = 32 << 20;

/// Why a file could not be read, without its name.
#[derive(Debug)]
pub(super) enum Trouble {
    Missing,
    NotAFile(&'static str),
    TooLarge,
    NotUtf8 { line: usize },
    Io(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

impl Trouble {
    /// The trouble with the file at `path`, of which at most `limit` bytes were to be read.
    pub(super) fn at(self, path: &Path, limit: u64) -> LibraryError {
        let path = path.to_owned();
        match self {
            Self::Missing => LibraryError::NoFile { path },
            Self::NotAFile(what) => LibraryError::NotAFile { path, what },
            Self::TooLarge => LibraryError::TooLarge { path, limit },
            Self::NotUtf8 { line } => LibraryError::NotUtf8 { path, line },
            Self::Io(error) => LibraryError::Read { path, error },
        }
    }
}

/// The text of a pack.
pub(super) fn pack(path: &Path) -> Result<String, LibraryError> {
    text(path, PACK_LIMIT).map_err(|trouble| trouble.at(path, PACK_LIMIT))
}

/// The text of a file of at most `limit` bytes.
pub(super) fn text(path: &Path, limit: u64) -> Result<String, Trouble> {
    let (file, size) = open(path)?;
    if size > limit {
        return Err(Trouble::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    // The size may be wrong (a file that grows, a file of /proc): what counts is what comes.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Trouble::TooLarge);
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let lines = error.as_bytes()[..good]
            .iter()
            .filter(|&&byte| byte == b'\n');
        Trouble::NotUtf8 {
            line: lines.count() + 1,
        }
    })
}

/// Opens a regular file. Its kind is looked at before (opening a device can already do something) and after (it may
/// have been exchanged in between).
fn open(path: &Path) -> Result<(File, u64), Trouble> {
    regular(fs::metadata(path)?.file_type())?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    regular(metadata.file_type())?;
    Ok((file, metadata.len()))
}

fn regular(kind: FileType) -> Result<(), Trouble> {
    if kind.is_file() {
        return Ok(());
    }
    if kind.is_dir() {
        return Err(Trouble::NotAFile("a folder"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Err(Trouble::NotAFile("a pipe"));
        }
        if kind.is_socket() {
            return Err(Trouble::NotAFile("a socket"));
        }
    }
    Err(Trouble::NotAFile("a device"))
}
