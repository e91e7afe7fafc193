//! Bringing a store to the newest version, step by step, with a backup before.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::open;
use crate::store::{StoreError, error::shown, file};

/// `MIGRATIONS[n]` makes version n + 1 of version n; version 0 is an empty database. Never change one that was
/// released: add another.
pub(super) const MIGRATIONS: &[&str] = &[include_str!("schema.sql"), include_str!("study.sql")];

/// The version of a database.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Applies what is missing of `migrations`, each in a transaction of its own, after a backup unless the database is
/// empty.
pub(super) fn migrate(
    conn: &mut Connection,
    path: &Path,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let failed = |error: &rusqlite::Error| StoreError::sqlite(path, error);
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    let found = version(conn).map_err(|error| failed(&error))?;
    if found > known {
        return Err(StoreError::Newer {
            path: shown(path),
            found,
            known,
        });
    }
    if (1..known).contains(&found) {
        back_up(conn, path, found)?;
    }
    for (step, sql) in (1..).zip(migrations) {
        let mut apply = || {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Another process may have been faster.
            if version(&transaction)? < step {
                transaction.execute_batch(sql)?;
                transaction.pragma_update(None, "user_version", step)?;
            }
            transaction.commit()
        };
        if step > found {
            apply().map_err(|error| failed(&error))?;
        }
    }
    Ok(())
}

/// Writes `<store>.v<N>.backup`, or the like with a number when that is there.
fn back_up(conn: &Connection, path: &Path, found: i64) -> Result<(), StoreError> {
    let mut number = 1;
    loop {
        let suffix = match number {
            1 => format!(".v{found}.backup"),
            _ => format!(".v{found}-{number}.backup"),
        };
        match open::copy_into(conn, path, &file::beside(path, &suffix)) {
            Err(StoreError::Exists { .. }) => number += 1,
            done => return done,
        }
    }
}
