//! Reading attempts, rows and scores, each need by one query over an index.

use std::{fmt::Display, str::FromStr};

use rusqlite::{Connection, OptionalExtension, ToSql, types::Type};
use uuid::Uuid;

use super::{Sqlite, plan, write::RESETS};
use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Mode, Options, Payload, Planned, Row, learner_key},
    stats::{self, AttemptScore, Reset, Score, resets},
    store::StoreError,
};

/// A stored text that cannot be read: the store is damaged, or was written by hand.
pub(super) fn unreadable(column: usize, what: &dyn Display) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, what.to_string().into())
}

pub(super) fn text<T: FromStr<Err: Display>>(
    row: &rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<T> {
    row.get_ref(column)?
        .as_str()?
        .parse()
        .map_err(|error: T::Err| unreadable(column, &error))
}

pub(super) fn uuid(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    Uuid::from_slice(row.get_ref(column)?.as_blob()?).map_err(|error| unreadable(column, &error))
}

fn mode(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Mode> {
    let name = row.get_ref(column)?.as_str()?;
    Mode::named(name).ok_or_else(|| unreadable(column, &format!("`{name}` is no mode")))
}

fn options(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Options> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| unreadable(column, &error))
}

pub(super) fn count(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, Option<i64>>(column)?.unwrap_or(0)).unwrap_or(0))
}

pub(super) fn small(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<usize> {
    Ok(usize::try_from(count(row, column)?).unwrap_or(usize::MAX))
}

/// An attempt; its columns begin at `first`: id, learner, mode, seed, options, started, zone.
pub(super) fn head(
    found: &rusqlite::Row<'_>,
    first: usize,
    plan: Vec<Planned>,
) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        id: uuid(found, first)?,
        learner: found.get(first + 1)?,
        mode: mode(found, first + 2)?,
        seed: found.get::<_, i64>(first + 3)?.cast_unsigned(),
        options: options(found, first + 4)?,
        started: text(found, first + 5)?,
        zone: found.get(first + 6)?,
        plan,
    })
}

/// A row; its columns begin at `first`: seq, id, at, zone, kind, payload.
pub(super) fn one_row(
    found: &rusqlite::Row<'_>,
    first: usize,
    attempt: Uuid,
) -> rusqlite::Result<Row> {
    let kind = found.get_ref(first + 4)?.as_str()?;
    let body = found.get_ref(first + 5)?.as_str()?;
    Ok(Row {
        seq: found.get(first)?,
        id: uuid(found, first + 1)?,
        attempt,
        at: text(found, first + 2)?,
        zone: found.get(first + 3)?,
        payload: Payload::parse(kind, body).map_err(|error| unreadable(first + 5, &error))?,
    })
}

/// The rows of the attempt with this key, in order.
pub(super) fn rows(conn: &Connection, n: i64, attempt: Uuid) -> rusqlite::Result<Vec<Row>> {
    conn.prepare_cached(
        "SELECT seq, id, at, zone, kind, payload FROM row WHERE attempt = ?1 ORDER BY seq",
    )?
    .query_map([n], |found| one_row(found, 0, attempt))?
    .collect()
}

/// The row of that number.
pub(super) fn row(
    conn: &Connection,
    n: i64,
    attempt: Uuid,
    seq: u32,
) -> rusqlite::Result<Option<Row>> {
    conn.prepare_cached(
        "SELECT seq, id, at, zone, kind, payload FROM row WHERE attempt = ?1 AND seq = ?2",
    )?
    .query_row((n, seq), |found| one_row(found, 0, attempt))
    .optional()
}

/// The attempt with its plan for which a condition holds.
pub(super) fn one_attempt(
    conn: &Connection,
    which: &str,
    values: &[&dyn ToSql],
) -> rusqlite::Result<Option<Attempt>> {
    conn.prepare_cached(&format!(
        "SELECT id, learner, mode, seed, options, started, zone, plan
         FROM attempt JOIN plan ON plan.attempt = n WHERE {which}"
    ))?
    .query_row(values, |found| {
        let plan = plan::read(found.get_ref(7)?.as_str()?);
        head(found, 0, plan.map_err(|error| unreadable(7, &error))?)
    })
    .optional()
}

impl Sqlite {
    pub(super) fn asked<T>(&self, answer: rusqlite::Result<T>) -> Result<T, StoreError> {
        answer.map_err(|error| self.read_error(&error))
    }

    /// What an error of reading means: a value that cannot be read is damage.
    pub(super) fn read_error(&self, error: &rusqlite::Error) -> StoreError {
        match error {
            rusqlite::Error::FromSqlConversionFailure(_, _, reason) => {
                StoreError::damaged(&self.path, reason)
            }
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => {
                StoreError::damaged(&self.path, error)
            }
            _ => self.error(error),
        }
    }

    pub(super) fn read_attempt(&self, id: Uuid) -> Result<Option<Attempt>, StoreError> {
        self.asked(one_attempt(&self.conn, "attempt.id = ?1", &[id.as_bytes()]))
    }

    pub(super) fn read_unfinished(
        &self,
        learner: &str,
        pack: Option<&Id>,
    ) -> Result<Option<Attempt>, StoreError> {
        let key = learner_key(learner);
        let resets = self.read_resets(Some(learner))?;
        let read = || {
            let mut query = self.conn.prepare_cached(match pack {
                Some(_) => {
                    "SELECT attempt FROM attempt_pack WHERE learner_key = ?1 AND pack = ?2 AND open = 1
                     ORDER BY id DESC"
                }
                None => {
                    "SELECT attempt FROM attempt_pack WHERE learner_key = ?1 AND open AND ?2 IS NULL
                     ORDER BY id DESC"
                }
            })?;
            let mut found = query.query((&key, pack.map(Id::as_str)))?;
            while let Some(one) = found.next()? {
                let n: i64 = one.get(0)?;
                let attempt = one_attempt(&self.conn, "n = ?1", &[&n])?;
                let begun_anew = |attempt: &Attempt| {
                    let packs = || attempt.plan.iter().map(|planned| &planned.pack);
                    resets
                        .iter()
                        .any(|reset| reset.covers(learner, attempt.id, packs()))
                };
                if attempt.as_ref().is_some_and(|attempt| !begun_anew(attempt)) {
                    return Ok(attempt);
                }
            }
            Ok(None)
        };
        self.asked(read())
    }

    /// The resets that hold, oldest first: of this learner when one is named.
    pub(super) fn read_resets(&self, learner: Option<&str>) -> Result<Vec<Reset>, StoreError> {
        let read = || {
            let mut all = Vec::new();
            let mut query = self.conn.prepare_cached(match learner {
                Some(_) => {
                    "SELECT p.id FROM attempt_pack AS p WHERE p.learner_key = ?2 AND p.pack = ?1 AND open IN (0, 1)
                     ORDER BY p.id"
                }
                None => "SELECT p.id FROM attempt_pack AS p WHERE p.pack = ?1 AND ?2 IS NULL ORDER BY p.id",
            })?;
            let mut found = query.query((RESETS, learner.map(learner_key)))?;
            while let Some(one) = found.next()? {
                let id = uuid(one, 0)?;
                let Some(attempt) = one_attempt(&self.conn, "attempt.id = ?1", &[id.as_bytes()])?
                else {
                    continue;
                };
                let n = self
                    .conn
                    .prepare_cached("SELECT n FROM attempt WHERE id = ?1")?
                    .query_row([id.as_bytes()], |found| found.get(0))?;
                all.extend(resets(&attempt, &rows(&self.conn, n, id)?));
            }
            Ok(all)
        };
        self.asked(read())
    }

    pub(super) fn read_rows(&self, attempt: Uuid) -> Result<Vec<Row>, StoreError> {
        let read = || {
            let n = self
                .conn
                .prepare_cached("SELECT n FROM attempt WHERE id = ?1")?
                .query_row([attempt.as_bytes()], |found| found.get(0))
                .optional()?;
            n.map_or(Ok(Vec::new()), |n| rows(&self.conn, n, attempt))
        };
        self.asked(read())
    }

    pub(super) fn read_scores(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Vec<AttemptScore>, StoreError> {
        let key = learner.map(learner_key);
        let pack = pack.map(Id::as_str);
        let which = match (&key, pack) {
            (Some(_), Some(_)) => {
                "n IN (SELECT attempt FROM attempt_pack WHERE learner_key = ?1 AND pack = ?2)"
            }
            (Some(_), None) => "learner_key = ?1 AND ?2 IS NULL AND questions > 0",
            (None, Some(_)) => {
                "?1 IS NULL AND EXISTS (SELECT * FROM attempt_pack WHERE attempt = n AND attempt_pack.pack = ?2)"
            }
            (None, None) => "?1 IS NULL AND ?2 IS NULL AND questions > 0",
        };
        let read = || {
            self.conn
                .prepare_cached(&format!(
                    "SELECT a.id, a.pack, learner, mode, seed, options, started, zone, finished, questions,
                            answered, void, credit, points, coalesce(score.max_points, a.max_points),
                            score.seq IS (SELECT max(seq) FROM row WHERE row.attempt = a.n)
                     FROM attempt AS a LEFT JOIN score ON score.attempt = n WHERE {which} ORDER BY a.id DESC"
                ))?
                .query_map((&key, pack), score)?
                .collect::<rusqlite::Result<Vec<_>>>()
        };
        let mut scores = Vec::new();
        for (mut scored, derived) in self.asked(read())? {
            if !derived && let Some(attempt) = self.read_attempt(scored.id)? {
                scored.score = Score::of(&attempt, &self.read_rows(scored.id)?);
            }
            scores.push(scored);
        }
        stats::mark(&mut scores, &self.read_resets(learner)?);
        Ok(scores)
    }

    pub(super) fn read_content(&self, hash: &ContentHash) -> Result<Option<String>, StoreError> {
        let read = || {
            self.conn
                .prepare_cached("SELECT content FROM question WHERE hash = ?1")?
                .query_row([&hash.0], |found| found.get(0))
                .optional()
        };
        self.asked(read())
    }
}

/// An attempt with its kept score, and whether that score is up to date.
fn score(found: &rusqlite::Row<'_>) -> rusqlite::Result<(AttemptScore, bool)> {
    let pack = found.get_ref(1)?.as_str_or_null()?.and_then(Id::new);
    let finished = found
        .get_ref(8)?
        .as_str_or_null()?
        .map(|at| {
            at.parse()
                .map_err(|error: jiff::Error| unreadable(8, &error))
        })
        .transpose()?;
    let scored = AttemptScore {
        id: uuid(found, 0)?,
        pack,
        learner: found.get(2)?,
        mode: mode(found, 3)?,
        seed: found.get::<_, i64>(4)?.cast_unsigned(),
        whole: options(found, 5)?.whole(),
        started: text(found, 6)?,
        zone: found.get(7)?,
        finished,
        reset: false,
        score: Score {
            questions: small(found, 9)?,
            answered: small(found, 10)?,
            void: small(found, 11)?,
            credit: count(found, 12)?,
            points: count(found, 13)?,
            max_points: count(found, 14)?,
        },
    };
    Ok((scored, found.get(15)?))
}
