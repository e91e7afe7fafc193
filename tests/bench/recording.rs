//! Recording a response durably against the same row by `SQLite` alone, with the same settings, on the same disk.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use quizline::{
    pack,
    record::{ContentHash, Payload},
    store::{Sqlite, Store},
};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    generated,
    measure::{self, Contender},
    rows,
};

const ROUNDS: usize = 1_000;

/// Compares, and prints it.
pub(crate) fn compare(folder: &Path) -> Result<()> {
    let pack = pack::read(&generated::pack(ROUNDS + 1), "made")
        .pack
        .context("the made pack cannot be read")?;
    let attempt = rows::attempt(&pack, "Ada", 0)?;
    let answers = (0..=ROUNDS)
        .map(|index| rows::answer(&attempt, index))
        .collect::<Result<Vec<_>>>()?;
    // Contents are written once a version; here, as in most attempts, all are known.
    let known = ContentHash("known".to_owned());
    let mut store = Sqlite::open(&folder.join("ours"))?;
    store.begin(&attempt)?;
    let mut bare = bare(&folder.join("bare"))?;
    let (mut ours, mut theirs) = (answers.iter(), answers.iter());
    measure::compare(
        "recording a response durably",
        "under 1.2 x",
        vec![
            Contender::new(
                "the same row by bare rusqlite (WAL, synchronous=FULL)",
                || {
                    let row = theirs.next().context("no row is left")?;
                    let (time, ()) = measure::time(|| {
                        let body = row.payload.body()?;
                        let transaction =
                            bare.transaction_with_behavior(TransactionBehavior::Immediate)?;
                        transaction
                        .prepare_cached("INSERT INTO row (attempt, seq, id, at, zone, kind, payload) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)")?
                        .execute(params![row.seq, row.id.as_bytes(), row.at.to_string(), row.zone, row.payload.kind(), body])?;
                        transaction.commit()?;
                        Ok(())
                    })?;
                    Ok(time)
                },
            ),
            Contender::new("Sqlite::append", || {
                let row = ours.next().context("no row is left")?;
                let (time, ()) = measure::time(|| Ok(store.append(row, Some((&known, "{}")))?))?;
                Ok(time)
            }),
        ],
        ROUNDS,
    )?;
    let stored = store.rows(attempt.id)?;
    ensure!(stored.len() == ROUNDS + 1, "rows are missing");
    ensure!(
        stored
            .iter()
            .all(|row| matches!(row.payload, Payload::Answer(_))),
        "rows are not what was recorded"
    );
    Ok(())
}

fn bare(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = wal", [], |row| row.get(0))?;
    ensure!(mode == "wal", "no WAL here, but {mode}");
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.execute_batch(
        "CREATE TABLE row (
            n INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL,
            at TEXT NOT NULL, zone TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL,
            UNIQUE (attempt, seq)
        ) STRICT;",
    )?;
    Ok(connection)
}
