//! Writing attempts and rows, each in one transaction with what is derived from it.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Sqlite, plan, read};
use crate::{
    pack::Id,
    record::{self, Attempt, Payload, learner_key},
    stats::Score,
    store::{Content, StoreError},
};

impl Sqlite {
    pub(super) fn write_attempt(&mut self, begun: &Attempt) -> Result<(), StoreError> {
        let text =
            AttemptText::new(begun).map_err(|error| StoreError::failed(&self.path, &error))?;
        self.transact(|transaction| attempt(transaction, begun, &text))
    }

    pub(super) fn write_row(
        &mut self,
        added: &record::Row,
        asked: Option<Content<'_>>,
    ) -> Result<(), StoreError> {
        let body = added
            .payload
            .body()
            .map_err(|error| StoreError::failed(&self.path, &error))?;
        let ended = if added.payload == Payload::Finish {
            self.read_attempt(added.attempt)?
        } else {
            None
        };
        let written = self.transact(|transaction| {
            let Some(n) = transaction
                .prepare_cached("SELECT n FROM attempt WHERE id = ?1")?
                .query_row([added.attempt.as_bytes()], |found| found.get(0))
                .optional()?
            else {
                return Ok(false);
            };
            if let Some(asked) = asked {
                content(transaction, asked)?;
            }
            row(transaction, n, added, &body)?;
            if let Some(attempt) = &ended {
                let all = read::rows(transaction, n, attempt.id)?;
                finish(transaction, n, added, attempt, &all)?;
            }
            Ok(true)
        });
        match written {
            Ok(true) => Ok(()),
            Ok(false) => Err(StoreError::NoAttempt(added.attempt)),
            Err(StoreError::Taken) if self.has(added)? => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whether this very row is there already, as after a commit whose answer was lost.
    fn has(&self, row: &record::Row) -> Result<bool, StoreError> {
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
        let conn = &mut self.conn;
        let run = || {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = write(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        run().map_err(|error: rusqlite::Error| {
            let unique = rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE;
            if error.sqlite_extended_error_code() == Some(unique) {
                return StoreError::Taken;
            }
            StoreError::sqlite(&self.path, &error)
        })
    }
}

/// What a transaction should not wait for: the texts of an attempt.
pub(super) struct AttemptText {
    options: String,
    plan: String,
    packs: Vec<Id>,
}

impl AttemptText {
    pub(super) fn new(attempt: &Attempt) -> serde_json::Result<Self> {
        Ok(Self {
            options: serde_json::to_string(&attempt.options)?,
            plan: plan::write(&attempt.plan)?,
            packs: plan::packs(&attempt.plan),
        })
    }
}

/// Adds an attempt unless it is there.
pub(super) fn attempt(
    transaction: &Transaction<'_>,
    attempt: &Attempt,
    text: &AttemptText,
) -> rusqlite::Result<()> {
    let key = learner_key(&attempt.learner);
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
            text.options,
            attempt.started.to_string(),
            attempt.zone,
            key,
            attempt.only_pack().map(Id::as_str),
            signed(attempt.plan.len()),
            signed(Score::of(attempt, &[]).max_points),
        ])?;
    if new == 0 {
        return Ok(());
    }
    let n = transaction.last_insert_rowid();
    transaction
        .prepare_cached("INSERT INTO plan (attempt, plan) VALUES (?1, ?2)")?
        .execute(params![n, text.plan])?;
    let open = attempt.mode.of_a_pack();
    for pack in &text.packs {
        transaction
            .prepare_cached(
                "INSERT INTO attempt_pack (attempt, pack, learner_key, open, id) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![n, pack.as_str(), key, open, attempt.id.as_bytes()])?;
    }
    Ok(())
}

/// Adds a question's content unless it is there.
pub(super) fn content(
    transaction: &Transaction<'_>,
    (hash, json): Content<'_>,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO question (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
        )?
        .execute([&hash.0, json])?;
    Ok(())
}

/// Adds a row to the attempt with this key.
pub(super) fn row(
    transaction: &Transaction<'_>,
    n: i64,
    row: &record::Row,
    body: &str,
) -> rusqlite::Result<()> {
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
    if let Payload::Reset { .. } = row.payload {
        transaction
            .prepare_cached(
                "INSERT INTO attempt_pack (attempt, pack, learner_key, open, id)
                 SELECT n, ?2, learner_key, 0, id FROM attempt WHERE n = ?1 ON CONFLICT DO NOTHING",
            )?
            .execute(params![n, RESETS])?;
    }
    if let Payload::Reset { .. } | Payload::Undo { .. } = row.payload {
        let learner: Option<String> = transaction
            .prepare_cached(
                "SELECT learner_key FROM attempt_pack WHERE attempt = ?1 AND pack = ?2",
            )?
            .query_row(params![n, RESETS], |found| found.get(0))
            .optional()?;
        // It may speak of what was counted before.
        if let Some(learner) = learner {
            forget_counts(transaction, &learner)?;
        }
    }
    Ok(())
}

/// Forgets what was counted of a learner's histories; it is counted anew when it is asked for.
pub(super) fn forget_counts(transaction: &Transaction<'_>, key: &str) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM seen WHERE learner_key = ?1",
        "UPDATE attempt_pack SET counted = 0 WHERE learner_key = ?1 AND counted = 1",
    ] {
        transaction.prepare_cached(sql)?.execute([key])?;
    }
    Ok(())
}

/// What stands in `attempt_pack` for an attempt that resets something: no pack can be called so.
pub(super) const RESETS: &str = "*";

/// Forgets the score that was kept of an attempt; it is derived anew when it is asked for.
pub(super) fn forget_score(transaction: &Transaction<'_>, n: i64) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("DELETE FROM score WHERE attempt = ?1")?
        .execute([n])?;
    Ok(())
}

/// Marks the attempt as finished and keeps its score, which is derived from all its rows.
pub(super) fn finish(
    transaction: &Transaction<'_>,
    n: i64,
    finish: &record::Row,
    attempt: &Attempt,
    all: &[record::Row],
) -> rusqlite::Result<()> {
    let score = Score::of(attempt, all);
    transaction
        .prepare_cached("UPDATE attempt SET finished = ?2 WHERE n = ?1 AND finished IS NULL")?
        .execute(params![n, finish.at.to_string()])?;
    transaction
        .prepare_cached("UPDATE attempt_pack SET open = 0 WHERE attempt = ?1")?
        .execute([n])?;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO score (attempt, seq, answered, void, credit, points, max_points)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            n,
            all.last().map_or(finish.seq, |row| row.seq),
            signed(score.answered),
            signed(score.void),
            signed(score.credit),
            signed(score.points),
            signed(score.max_points),
        ])?;
    Ok(())
}

/// Counts as `SQLite` keeps them: signed, at most `i64::MAX`.
pub(super) fn signed(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}
