//! Erasing for good: a learner, or what a learner answered of a pack or a question. What nobody else was asked goes,
//! too, and the file is written anew, so that nothing of it is left in free pages.

use std::collections::HashSet;

use rusqlite::{Transaction, params};
use uuid::Uuid;

use super::{Sqlite, read, write};
use crate::{
    pack::Id,
    record::{Payload, Row, learner_key},
    stats::Reset,
    store::StoreError,
};

/// How much there is of a learner, or how much was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Attempts, whole.
    pub attempts: usize,
    /// Answers, those that were taken back too.
    pub answers: usize,
}

impl Sqlite {
    /// How much a learner answered: of a pack and of a question when they are named. The attempts are those with such
    /// an answer; without a pack all that asked something.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn amount(
        &self,
        learner: &str,
        pack: Option<&Id>,
        question: Option<&Id>,
    ) -> Result<Amount, StoreError> {
        let key = learner_key(learner);
        let count = || -> rusqlite::Result<(u64, u64, u64)> {
            let (answers, answered) = self
                .conn
                .prepare_cached(
                    "SELECT count(*), count(DISTINCT attempt) FROM row
                     WHERE kind = 'answer' AND attempt IN (SELECT n FROM attempt WHERE learner_key = ?1)
                       AND (?2 IS NULL OR json_extract(payload, '$.pack') = ?2)
                       AND (?3 IS NULL OR json_extract(payload, '$.question') = ?3)",
                )?
                .query_row((&key, pack.map(Id::as_str), question.map(Id::as_str)), |found| {
                    Ok((read::count(found, 0)?, read::count(found, 1)?))
                })?;
            let begun = self
                .conn
                .prepare_cached(
                    "SELECT count(*) FROM attempt WHERE learner_key = ?1 AND questions > 0",
                )?
                .query_row([&key], |found| read::count(found, 0))?;
            Ok((answers, answered, begun))
        };
        let (answers, answered, begun) = count().map_err(|error| self.read_error(&error))?;
        let attempts = if pack.is_none() { begun } else { answered };
        Ok(Amount {
            attempts: usize::try_from(attempts).unwrap_or(usize::MAX),
            answers: usize::try_from(answers).unwrap_or(usize::MAX),
        })
    }

    /// The resets of a learner that hold, oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn resets(&self, learner: &str) -> Result<Vec<Reset>, StoreError> {
        self.read_resets(Some(learner))
    }

    /// Erases what a learner answered: of a pack and of a question when they are named, else everything, the attempts
    /// too. Whether the file could be written anew: not while others use it, but then nothing of what was erased can
    /// be read in it either.
    ///
    /// # Errors
    /// See [`StoreError`]; then nothing was erased.
    pub fn erase(
        &mut self,
        learner: &str,
        pack: Option<&Id>,
        question: Option<&Id>,
    ) -> Result<bool, StoreError> {
        let key = learner_key(learner);
        self.conn
            .pragma_update(None, "secure_delete", true)
            .map_err(|error| self.error(&error))?;
        self.transact(|transaction| {
            for (n, id, only_pack) in of_learner(transaction, &key, pack)? {
                let whole = match pack {
                    None => true,
                    Some(pack) => question.is_none() && only_pack.as_deref() == Some(pack.as_str()),
                };
                match pack {
                    Some(pack) if !whole => answers(transaction, n, id, pack, question)?,
                    _ => attempt(transaction, n)?,
                }
            }
            write::forget_counts(transaction, &key)?;
            // Contents that nobody was asked any more.
            transaction.execute(
                "DELETE FROM question WHERE hash NOT IN (
                     SELECT json_extract(payload, '$.content') FROM row
                     WHERE kind IN ('answer', 'flag') AND json_extract(payload, '$.content') IS NOT NULL
                     UNION
                     SELECT json_extract(planned.value, '$[2]') FROM plan, json_each(plan.plan, '$.questions') AS planned
                     WHERE json_extract(planned.value, '$[2]') IS NOT NULL)",
                [],
            )
        })?;
        let anew = self
            .conn
            .execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        Ok(anew.is_ok())
    }
}

/// Attempts of a learner: of those that ask from a pack when one is named. Key, identity, and the only pack.
fn of_learner(
    transaction: &Transaction<'_>,
    key: &str,
    pack: Option<&Id>,
) -> rusqlite::Result<Vec<(i64, Uuid, Option<String>)>> {
    transaction
        .prepare_cached(
            "SELECT n, id, pack FROM attempt WHERE learner_key = ?1
               AND (?2 IS NULL OR EXISTS (SELECT * FROM attempt_pack AS p WHERE p.attempt = n AND p.pack = ?2))",
        )?
        .query_map((key, pack.map(Id::as_str)), |found| {
            Ok((found.get(0)?, read::uuid(found, 1)?, found.get(2)?))
        })?
        .collect()
}

/// Erases an attempt with everything that belongs to it.
fn attempt(transaction: &Transaction<'_>, n: i64) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM score WHERE attempt = ?1",
        "DELETE FROM attempt_pack WHERE attempt = ?1",
        "DELETE FROM row WHERE attempt = ?1",
        "DELETE FROM plan WHERE attempt = ?1",
        "DELETE FROM attempt WHERE n = ?1",
    ] {
        transaction.prepare_cached(sql)?.execute([n])?;
    }
    Ok(())
}

/// Erases the answers to a pack, or to a question of it, with what corrects them; the plan stays.
fn answers(
    transaction: &Transaction<'_>,
    n: i64,
    id: Uuid,
    pack: &Id,
    question: Option<&Id>,
) -> rusqlite::Result<()> {
    let all = read::rows(transaction, n, id)?;
    let mut gone = HashSet::new();
    for row in &all {
        if speaks_of(row, pack, question, &gone) {
            gone.insert(row.id);
            transaction
                .prepare_cached("DELETE FROM row WHERE attempt = ?1 AND seq = ?2")?
                .execute(params![n, row.seq])?;
        }
    }
    write::forget_score(transaction, n)
}

/// Whether a row holds an answer or a word about a question, or corrects one that does.
fn speaks_of(row: &Row, pack: &Id, question: Option<&Id>, gone: &HashSet<Uuid>) -> bool {
    let meant = |own: &Id, asked: &Id| own == pack && question.is_none_or(|it| it == asked);
    match &row.payload {
        Payload::Answer(answer) => meant(&answer.pack, &answer.question),
        Payload::Flag { pack, question, .. } => meant(pack, question),
        Payload::Undo { target }
        | Payload::Override { target }
        | Payload::SelfGrade { target, .. }
        | Payload::Regrade { target, .. }
        | Payload::Void { target } => gone.contains(target),
        Payload::Skip { .. } | Payload::Reset { .. } | Payload::Finish => false,
    }
}
