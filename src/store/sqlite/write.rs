//! Writing attempts and rows, each in one transaction with what is derived from it.

use rusqlite::{ErrorCode, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Sqlite, plan};
use crate::{
    record::{Attempt, Mode, Payload, Row, learner_key},
    stats::Score,
    store::{Content, StoreError},
};

/// Counts as `SQLite` keeps them: signed, at most `i64::MAX`.
fn signed(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

impl Sqlite {
    pub(super) fn write_attempt(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        let failed = |error: serde_json::Error| StoreError::failed(&self.path, &error);
        let options = serde_json::to_string(&attempt.options).map_err(failed)?;
        let plan = plan::write(&attempt.plan).map_err(failed)?;
        let points = Score::of(attempt, &[]).max_points;
        let key = learner_key(&attempt.learner);
        let open = attempt.mode != Mode::Timeline;
        self.transact(|transaction| {
            let new = transaction
                .prepare_cached(
                    "INSERT INTO attempt (id, learner, mode, seed, options, started, zone, learner_key, pack, questions, max_points)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING",
                )?
                .execute(params![
                    attempt.id.as_bytes(),
                    attempt.learner,
                    attempt.mode.name(),
                    attempt.seed.cast_signed(),
                    options,
                    attempt.started.to_string(),
                    attempt.zone,
                    key,
                    attempt.only_pack().map(crate::pack::Id::as_str),
                    signed(attempt.plan.len()),
                    signed(points),
                ])?;
            if new == 0 {
                return Ok(());
            }
            let n = transaction.last_insert_rowid();
            transaction
                .prepare_cached("INSERT INTO plan (attempt, plan) VALUES (?1, ?2)")?
                .execute(params![n, plan])?;
            for pack in plan::packs(&attempt.plan) {
                transaction
                    .prepare_cached(
                        "INSERT INTO attempt_pack (attempt, pack, learner_key, open, id) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![n, pack.as_str(), key, open, attempt.id.as_bytes()])?;
            }
            Ok(())
        })
    }

    pub(super) fn write_row(
        &mut self,
        row: &Row,
        content: Option<Content<'_>>,
    ) -> Result<(), StoreError> {
        let body = row
            .payload
            .body()
            .map_err(|error| StoreError::failed(&self.path, &error))?;
        // The score that stands at the end is derived here, while what it is derived from cannot change.
        let finish = row.payload == Payload::Finish;
        let before = if finish {
            self.read_attempt(row.attempt)?
                .ok_or(StoreError::NoAttempt(row.attempt))?
                .into()
        } else {
            None
        };
        let written = self.transact(|transaction| {
            let Some(n) = transaction
                .prepare_cached("SELECT n FROM attempt WHERE id = ?1")?
                .query_row([row.attempt.as_bytes()], |found| found.get(0))
                .optional()?
            else {
                return Ok(None);
            };
            if let Some((hash, json)) = content {
                transaction
                    .prepare_cached("INSERT INTO question (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")?
                    .execute([&hash.0, json])?;
            }
            transaction
                .prepare_cached(
                    "INSERT INTO row (attempt, seq, id, at, zone, kind, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    n,
                    row.seq,
                    row.id.as_bytes(),
                    row.at.to_string(),
                    row.zone,
                    row.payload.kind(),
                    body
                ])?;
            if let Some(attempt) = &before {
                finish_attempt(transaction, n, row, attempt)?;
            }
            Ok(Some(n))
        });
        match written {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(StoreError::NoAttempt(row.attempt)),
            Err(StoreError::Taken) if self.has(row)? => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whether this very row is there already, as after a commit whose answer was lost.
    fn has(&self, row: &Row) -> Result<bool, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT row.id = ?3 FROM row JOIN attempt ON attempt.n = row.attempt WHERE attempt.id = ?1 AND seq = ?2",
            )
            .and_then(|mut query| {
                query.query_row(
                    params![row.attempt.as_bytes(), row.seq, row.id.as_bytes()],
                    |found| found.get(0),
                )
            })
            .map_err(|error| self.error(&error))
    }

    /// Runs one write. A number or an identity that is taken is [`StoreError::Taken`].
    pub(super) fn transact<T>(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let run = || {
            let transaction = self
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = write(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        run().map_err(
            |error: rusqlite::Error| match error.sqlite_extended_error_code() {
                Some(rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE)
                    if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
                {
                    StoreError::Taken
                }
                _ => StoreError::sqlite(&self.path, &error),
            },
        )
    }
}

/// Marks the attempt as finished and keeps its score.
fn finish_attempt(
    transaction: &Transaction<'_>,
    n: i64,
    row: &Row,
    attempt: &Attempt,
) -> rusqlite::Result<()> {
    let rows = super::read::rows(transaction, n, attempt.id)?;
    let score = Score::of(attempt, &rows);
    transaction
        .prepare_cached("UPDATE attempt SET finished = ?2 WHERE n = ?1 AND finished IS NULL")?
        .execute(params![n, row.at.to_string()])?;
    transaction
        .prepare_cached("UPDATE attempt_pack SET open = 0 WHERE attempt = ?1")?
        .execute([n])?;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO score (attempt, seq, answered, void, credit, net, points, max_points)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            n,
            row.seq,
            signed(score.answered),
            signed(score.void),
            signed(score.credit),
            signed(score.net),
            signed(score.points),
            signed(score.max_points),
        ])?;
    Ok(())
}
