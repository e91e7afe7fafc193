//! Reading what can be read of a damaged database: every row that still stands in a sound page.

use std::{
    collections::HashMap,
    fs::OpenOptions,
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

use rusqlite::{Connection, OpenFlags};

use super::{open, plan, read};
use crate::{
    record::{Attempt, ContentHash},
    store::{StoreError, log::Log},
};

/// What could be read.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    pub(super) log: Log,
    /// Rows that were found but not understood, or whose attempt was not found.
    pub(super) lost: usize,
}

/// Reads a database that nobody else has open. The file may be changed: hand in a copy. `fresh` is a new, empty store.
pub(super) fn salvage(copy: &Path, fresh: &Path) -> Result<Salvaged, StoreError> {
    let failed = |error: io::Error| StoreError::failed(copy, &error);
    if let Ok(conn) = opened(copy)
        && let Ok(salvaged) = read_all(&conn)
    {
        return Ok(salvaged);
    }
    // The length that the header names need not be what is left of the file.
    mend_length(copy).map_err(failed)?;
    if let Ok(conn) = opened(copy)
        && let Ok(salvaged) = read_all(&conn)
    {
        return Ok(salvaged);
    }
    // The first page of a new store says where the tables begin: in an old one they begin there too.
    replace_first_page(copy, fresh).map_err(failed)?;
    let conn = opened(copy)?;
    read_all(&conn).map_err(|error| StoreError::sqlite(copy, &error))
}

fn opened(copy: &Path) -> Result<Connection, StoreError> {
    let conn = open::connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Pages that are damaged are to be read as far as they go.
    conn.pragma_update(None, "cell_size_check", false)
        .map_err(|error| StoreError::sqlite(copy, &error))?;
    Ok(conn)
}

/// Makes `SQLite` take the file's own length for its length: the header's counts only when two counters agree.
fn mend_length(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().read(true).write(true).open(path)?;
    let mut header = [0; 100];
    file.read_exact(&mut header)?;
    let differs = header[24..28].iter().map(|byte| !byte).collect::<Vec<_>>();
    file.seek(SeekFrom::Start(92))?;
    file.write_all(&differs)
}

fn replace_first_page(path: &Path, fresh: &Path) -> io::Result<()> {
    let mut page = Vec::new();
    std::fs::File::open(fresh)?
        .take(4096)
        .read_to_end(&mut page)?;
    OpenOptions::new()
        .write(true)
        .open(path)?
        .write_all(&page)?;
    mend_length(path)
}

fn read_all(conn: &Connection) -> rusqlite::Result<Salvaged> {
    let mut salvaged = Salvaged::default();
    // Fails when the table of tables cannot be read: then nothing can.
    conn.prepare("SELECT n FROM attempt")?;
    conn.prepare("SELECT n FROM row")?;

    let mut plans = HashMap::new();
    scan(conn, "plan", "attempt", "attempt, plan", &mut |found| {
        plans.insert(
            found.get::<_, i64>(0)?,
            plan::read(found.get_ref(1)?.as_str()?).unwrap_or_default(),
        );
        Ok(())
    });
    let mut attempts: HashMap<i64, Attempt> = HashMap::new();
    let columns = "n, id, learner, mode, seed, options, started, zone";
    salvaged.lost += scan(conn, "attempt", "n", columns, &mut |found| {
        let n = found.get(0)?;
        let plan = plans.remove(&n).unwrap_or_default();
        attempts.insert(n, read::head(found, 1, plan)?);
        Ok(())
    });
    for attempt in attempts.values() {
        salvaged.log.begin(attempt);
    }
    let log = &mut salvaged.log;
    let mut orphans = 0;
    let columns = "n, attempt, seq, id, at, zone, kind, payload";
    salvaged.lost += scan(conn, "row", "n", columns, &mut |found| {
        let n: i64 = found.get(1)?;
        match attempts.get(&n) {
            Some(attempt) => {
                let row = read::one_row(found, 2, attempt.id)?;
                orphans += usize::from(log.append(&row, None).is_err());
            }
            None => orphans += 1,
        }
        Ok(())
    });
    salvaged.lost += orphans;
    scan(
        conn,
        "question",
        "rowid",
        "rowid, hash, content",
        &mut |found| {
            let hash = ContentHash(found.get(1)?);
            log.content(&hash, found.get_ref(2)?.as_str()?);
            Ok(())
        },
    );
    Ok(salvaged)
}

/// Hands every readable row of a table on; how many were found and not understood. Where a page cannot be read, the
/// search goes on behind it. `columns` begin with the key.
fn scan(
    conn: &Connection,
    table: &str,
    key: &str,
    columns: &str,
    take: &mut dyn FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
) -> usize {
    let sql = format!(
        "SELECT {columns} FROM {table} NOT INDEXED WHERE {key} BETWEEN ?1 AND ?2 ORDER BY {key}"
    );
    let newest = format!("SELECT {key} FROM {table} NOT INDEXED ORDER BY {key} DESC LIMIT 1");
    // Numbers are given one after the other and no row takes less than 30 bytes: that bounds the last, where it cannot
    // be told.
    let pages: i64 = conn
        .query_row("PRAGMA page_count", [], |found| found.get(0))
        .unwrap_or(0);
    let end = conn
        .query_row(&newest, [], |found| found.get(0))
        .unwrap_or_else(|_| pages.saturating_mul(4096 / 30));
    let mut unread = 0;
    let mut ranges = vec![(1, end)];
    while let Some((from, to)) = ranges.pop() {
        let mut next = from;
        let mut read = || {
            let mut query = conn.prepare_cached(&sql)?;
            let mut found = query.query((from, to))?;
            while let Some(row) = found.next()? {
                next = row.get::<_, i64>(0)?.saturating_add(1);
                unread += usize::from(take(row).is_err());
            }
            Ok::<(), rusqlite::Error>(())
        };
        if read().is_err() && next < to {
            // What stands first behind `next` cannot be read: look at both halves of the rest.
            let middle = next + (to - next) / 2;
            ranges.push((middle + 1, to));
            ranges.push((next, middle));
        }
    }
    unread
}
