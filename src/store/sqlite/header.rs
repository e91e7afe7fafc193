//! A look at a database file before `SQLite` opens it: <https://sqlite.org/fileformat.html>, section 1.3.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

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
