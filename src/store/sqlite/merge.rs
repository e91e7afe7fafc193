//! Taking in what was kept elsewhere: a set union, twice without harm, all or nothing.

use std::collections::HashSet;

use rusqlite::{Transaction, params};
use uuid::Uuid;

use super::{Sqlite, read, write};
use crate::{
    record::Payload,
    store::{StoreError, log::Log},
};

impl Sqlite {
    /// Adds attempts, contents and rows that are not here yet; how many rows that were. A row whose number another row
    /// has taken goes behind the others: what it corrects it names by identity.
    pub(in crate::store) fn merge(&mut self, log: &Log) -> Result<usize, StoreError> {
        let path = self.path.clone();
        let mut prepared = Vec::new();
        for (attempt, rows) in log.attempts.values() {
            let text = write::AttemptText::new(attempt)
                .map_err(|error| StoreError::failed(&path, &error))?;
            let mut bodies = Vec::new();
            for row in rows.values() {
                let body = row.payload.body();
                bodies.push((
                    row,
                    body.map_err(|error| StoreError::failed(&path, &error))?,
                ));
            }
            prepared.push((attempt, text, bodies));
        }
        self.transact(|transaction| {
            let mut new = 0;
            for (hash, json) in &log.contents {
                write::content(transaction, (hash, json))?;
            }
            for (attempt, text, rows) in &prepared {
                write::attempt(transaction, attempt, text)?;
                let n: i64 = transaction
                    .prepare_cached("SELECT n FROM attempt WHERE id = ?1")?
                    .query_row([attempt.id.as_bytes()], |found| found.get(0))?;
                let (known, mut taken, mut last) = rows_there(transaction, n)?;
                for (row, body) in rows {
                    if known.contains(&row.id) {
                        continue;
                    }
                    let mut row = (*row).clone();
                    if !taken.insert(row.seq) {
                        row.seq = last.saturating_add(1);
                        taken.insert(row.seq);
                    }
                    last = last.max(row.seq);
                    write::row(transaction, n, &row, body)?;
                    new += 1;
                }
                let all = read::rows(transaction, n, attempt.id)?;
                if let Some(finish) = all.iter().find(|row| row.payload == Payload::Finish) {
                    write::finish(transaction, n, finish, attempt, &all)?;
                }
            }
            Ok(new)
        })
    }
}

/// Identities and numbers that an attempt has, and the last number.
fn rows_there(
    transaction: &Transaction<'_>,
    n: i64,
) -> rusqlite::Result<(HashSet<Uuid>, HashSet<u32>, u32)> {
    let (mut known, mut taken, mut last) = (HashSet::new(), HashSet::new(), 0);
    let mut query =
        transaction.prepare_cached("SELECT id, seq FROM row WHERE attempt = ?1 ORDER BY seq")?;
    let mut found = query.query(params![n])?;
    while let Some(row) = found.next()? {
        known.insert(read::uuid(row, 0)?);
        last = row.get(1)?;
        taken.insert(last);
    }
    Ok((known, taken, last))
}
