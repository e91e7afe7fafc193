//! Opening a store: how it is made, what is checked before it is trusted, and how `SQLite` is set.

use std::{
    fs::{self, File},
    io,
    path::Path,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::{Sqlite, header, lock::Lock, migrate, network};
use crate::store::{StoreError, error::shown, file};

/// Says in the file's header whose it is: `Quiz`.
const APPLICATION: i32 = 0x5175_697A;
/// The largest store, in bytes, whose structure is checked after an unclean end: some tens of milliseconds. The log is
/// checked in any case, by its checksums, and `store verify` looks at everything.
const CHECKED: i64 = 4 << 20;
/// How long a write waits for another process.
const PATIENCE: Duration = Duration::from_secs(10);

impl Sqlite {
    /// Opens the store in this file; makes it, and its folder, when there is none.
    ///
    /// # Errors
    /// See [`StoreError`]: a file that is no sound store is never changed, replaced or taken as empty.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        // An absolute path: `SQLite` gives names such as `:memory:` another meaning.
        let path = std::path::absolute(path).map_err(|error| StoreError::open(path, &error))?;
        let folder = path.parent().unwrap_or(Path::new("/"));
        file::make_folder(folder).map_err(|error| StoreError::folder(folder, &error))?;
        let network = network::is_network(folder);
        let lock = Lock::ask(&path);
        if fs::symlink_metadata(&path).is_err() {
            create(&path, folder)?;
        }
        // What a clean end removes: it is there when another process has the store open, or one crashed.
        let left_over = ["-wal", "-journal"]
            .iter()
            .any(|suffix| file::holds_something(&file::beside(&path, suffix)));
        if !left_over {
            let fault = header::fault(&path).map_err(|error| StoreError::open(&path, &error))?;
            if let Some(fault) = fault {
                return Err(StoreError::damaged(&path, &fault));
            }
        }
        let mut conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Before anything is set: WAL would change the file, and it may be another program's.
        identify(&conn, &path)?;
        set(&conn, network).map_err(|error| StoreError::sqlite(&path, &error))?;
        if left_over && lock.alone && small(&conn).map_err(|e| StoreError::sqlite(&path, &e))? {
            quick_check(&conn, &path)?;
        }
        migrate::migrate(&mut conn, &path, migrate::MIGRATIONS)?;
        Ok(Self {
            conn,
            path,
            _lock: lock.share(),
        })
    }

    /// Opens the store in this file for reading alone: none when there is none. On read-only media too, as long as no
    /// other process writes there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn read(path: &Path) -> Result<Option<Self>, StoreError> {
        let path = std::path::absolute(path).map_err(|error| StoreError::open(path, &error))?;
        let wal = file::beside(&path, "-wal");
        if fs::symlink_metadata(&path).is_err() && !file::holds_something(&wal) {
            return Ok(None);
        }
        match Self::open(&path) {
            Err(
                StoreError::ReadOnly { .. } | StoreError::Open { .. } | StoreError::Folder { .. },
            ) if !file::holds_something(&wal) => {}
            opened => return opened.map(Some),
        }
        let uri = immutable(&path);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let conn = connect(Path::new(&uri), flags)?;
        identify(&conn, &path)?;
        let known = i64::try_from(migrate::MIGRATIONS.len()).unwrap_or(i64::MAX);
        let found = migrate::version(&conn).map_err(|error| StoreError::sqlite(&path, &error))?;
        if found > known {
            let path = shown(&path);
            return Err(StoreError::Newer { path, found, known });
        }
        Ok(Some(Self {
            conn,
            path,
            _lock: None,
        }))
    }
}

/// The file as a URI that says that nobody changes it: then a database in WAL mode opens on read-only media.
pub(super) fn immutable(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    let name: String = bytes
        .map(|&byte| match byte {
            b'/' | b'.' | b'-' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("file:{name}?immutable=1")
}

/// Makes a store beside its place and puts it there whole: a file with the store's name is always a whole store.
fn create(path: &Path, folder: &Path) -> Result<(), StoreError> {
    if file::holds_something(&file::beside(path, "-wal")) {
        let reason = "its `-wal` file is there and the file itself is gone";
        return Err(StoreError::damaged(path, &reason));
    }
    let scratch = file::scratch(path).map_err(|error| StoreError::folder(folder, &error))?;
    let made = make(&scratch).and_then(|()| match file::put(&scratch, path) {
        // Another process was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done.map_err(|error| StoreError::folder(folder, &error)),
    });
    if made.is_err() {
        // The error that stopped it says more than one of tidying up.
        let _ = fs::remove_file(&scratch);
    }
    made?;
    file::sync_folder(folder).map_err(|error| StoreError::folder(folder, &error))
}

pub(super) fn make(scratch: &Path) -> Result<(), StoreError> {
    let mut conn = connect(scratch, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "application_id", APPLICATION)
        .map_err(|error| StoreError::sqlite(scratch, &error))?;
    migrate::migrate(&mut conn, scratch, migrate::MIGRATIONS)?;
    conn.close()
        .map_err(|(_, error)| StoreError::sqlite(scratch, &error))
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connect = || {
        let conn = Connection::open_with_flags(path, flags)?;
        conn.busy_timeout(PATIENCE)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        conn.pragma_update(None, "cell_size_check", true)?;
        Ok(conn)
    };
    connect().map_err(|error| StoreError::sqlite(path, &error))
}

/// WAL with a sync at every commit; on a network file system a rollback journal, whose removal is synced too.
pub(super) fn set(conn: &Connection, network: bool) -> rusqlite::Result<()> {
    let wanted = if network { "delete" } else { "wal" };
    let answer: String = conn.query_row(&format!("PRAGMA journal_mode = {wanted}"), [], |row| {
        row.get(0)
    })?;
    // Where WAL is not to be had the answer names what holds instead: then the careful way.
    let synchronous = if answer == "wal" { "FULL" } else { "EXTRA" };
    conn.pragma_update(None, "synchronous", synchronous)?;
    if cfg!(target_os = "macos") {
        conn.pragma_update(None, "fullfsync", true)?;
        conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    Ok(())
}

/// Whether the database is quizline's.
fn identify(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let found: i32 = conn
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(|error| StoreError::sqlite(path, &error))?;
    if found != APPLICATION {
        return Err(StoreError::Foreign { path: shown(path) });
    }
    Ok(())
}

/// Whether the structure can be checked before anybody notices.
fn small(conn: &Connection) -> rusqlite::Result<bool> {
    let number = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(number("page_count")?.saturating_mul(number("page_size")?) <= CHECKED)
}

/// The first fault that `SQLite` finds in the file's structure, as an error.
pub(super) fn quick_check(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let answer: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| StoreError::sqlite(path, &error))?;
    if answer != "ok" {
        return Err(StoreError::damaged(path, &answer));
    }
    Ok(())
}

/// Writes a copy of the database to a new file, whole or not at all, never over another.
pub(super) fn copy_into(conn: &Connection, path: &Path, to: &Path) -> Result<(), StoreError> {
    let exists = || StoreError::Exists { path: shown(to) };
    if fs::symlink_metadata(to).is_ok() {
        return Err(exists());
    }
    let failed = |error: io::Error| StoreError::failed(to, &error);
    let scratch = file::scratch(to).map_err(failed)?;
    let copy = || {
        let name = scratch.to_str().ok_or_else(|| {
            StoreError::failed(to, &"its name is not Unicode; choose another one")
        })?;
        conn.execute("VACUUM INTO ?1", [name])
            .map_err(|error| StoreError::sqlite(path, &error))?;
        File::open(&scratch)
            .and_then(|file| file.sync_all())
            .map_err(failed)?;
        match file::put(&scratch, to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists()),
            done => done.map_err(failed),
        }?;
        let folder = to.parent().unwrap_or(Path::new("/"));
        file::sync_folder(folder).map_err(failed)
    };
    let copied = copy();
    if copied.is_err() {
        // Gone already when it was put in place; the error says more than one of tidying up.
        let _ = fs::remove_file(&scratch);
    }
    copied
}
