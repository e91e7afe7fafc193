//! Schedules, from a cache that is brought up to date when it is read: attempts with new rows are derived anew, or
//! everything when that cannot be told. Where nothing can be written, they are computed without it.

mod packed;
mod stream;

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use self::stream::Which;
use super::{Sqlite, read::small, write::signed};
use crate::{
    pack::Id,
    record::learner_key,
    store::StoreError,
    study::{
        Item, Model, RETENTION, Reply, Reviewed, Schedule, arrange, milestone, only, standing,
    },
};

/// From so many new rows on, everything is derived anew: that reads in one sweep.
const MANY: i64 = 20_000;

/// What is known of a learner's cache.
struct Head {
    seen: i64,
    seen_id: Vec<u8>,
    reviewed: usize,
    fit_until: i64,
    parameters: Option<Vec<f32>>,
}

impl Sqlite {
    pub(super) fn read_schedule(&self, learner: &str) -> Result<Schedule, StoreError> {
        let key = learner_key(learner);
        // Where the cache cannot be had (read-only, locked by another process, of an older layout) the rows tell.
        let read = || {
            refresh(&self.conn, &key)
                .and_then(|()| cached(&self.conn, &key))
                .or_else(|_| build(&self.conn, &key))
        };
        read().map_err(|error| self.error(&error))
    }

    /// How many questions of each pack are due for a learner on a study day, essays left out; some of them may be gone
    /// from their packs since.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn due(&self, learner: &str, day: i32) -> Result<Vec<(Id, usize)>, StoreError> {
        let key = learner_key(learner);
        let read = || {
            refresh(&self.conn, &key)?;
            let mut query = self.conn.prepare_cached(
                "SELECT pack, count(*) FROM study_item WHERE learner_key = ?1 AND due <= ?2 GROUP BY pack",
            )?;
            let found = query.query_map((&key, day), |found| {
                Ok((found.get::<_, String>(0)?, small(found, 1)?))
            })?;
            found.collect::<rusqlite::Result<Vec<_>>>()
        };
        let found = read().map_err(|error| self.error(&error))?;
        let packs = found.into_iter();
        Ok(packs
            .filter_map(|(pack, due)| Some((Id::new(&pack)?, due)))
            .collect())
    }
}

/// Everything of a learner, from the rows alone.
fn build(conn: &Connection, key: &str) -> rusqlite::Result<Schedule> {
    let mut schedule = Schedule::default();
    stream::add(conn, Which::Learner(key), &mut schedule)?;
    schedule.finish();
    Ok(schedule)
}

fn head(conn: &Connection, key: &str) -> rusqlite::Result<Option<Head>> {
    conn.prepare_cached(
        "SELECT seen, seen_id, reviewed, fit_until, parameters FROM study_learner WHERE learner_key = ?1",
    )?
    .query_row([key], |found| {
        let parameters: Option<String> = found.get(4)?;
        Ok(Head {
            seen: found.get(0)?,
            seen_id: found.get(1)?,
            reviewed: small(found, 2)?,
            fit_until: found.get(3)?,
            parameters: parameters.and_then(|text| serde_json::from_str(&text).ok()),
        })
    })
    .optional()
}

/// A row by its number, or the last one: (number, identity).
fn row_at(conn: &Connection, number: Option<i64>) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
    conn.prepare_cached("SELECT n, id FROM row WHERE n = coalesce(?1, (SELECT max(n) FROM row))")?
        .query_row([number], |found| Ok((found.get(0)?, found.get(1)?)))
        .optional()
}

/// What the cache holds.
fn cached(conn: &Connection, key: &str) -> rusqlite::Result<Schedule> {
    let mut schedule = Schedule::default();
    schedule.parameters = head(conn, key)?.and_then(|head| head.parameters);
    let mut query =
        conn.prepare_cached("SELECT pack, question, said FROM study_item WHERE learner_key = ?1")?;
    let mut found = query.query([key])?;
    while let Some(row) = found.next()? {
        let item = (
            Id::new(row.get_ref(0)?.as_str()?),
            Id::new(row.get_ref(1)?.as_str()?),
        );
        let said = packed::unpack(row.get_ref(2)?.as_blob()?);
        let ((Some(pack), Some(question)), Some(said)) = (item, said) else {
            return build(conn, key);
        };
        schedule.items.insert((pack, question), said);
    }
    Ok(schedule)
}

/// Brings the cache of a learner up to date.
fn refresh(conn: &Connection, key: &str) -> rusqlite::Result<()> {
    let fresh = |head: &Option<Head>, last: &Option<(i64, Vec<u8>)>| match (head, last) {
        (Some(head), Some((n, id))) => head.seen == *n && head.seen_id == *id,
        (None, None) => true,
        _ => false,
    };
    if fresh(&head(conn, key)?, &row_at(conn, None)?) {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // Another process may have been faster.
    let (head, last) = (head(conn, key)?, row_at(conn, None)?);
    if !fresh(&head, &last) {
        let (seen, seen_id) = last.unwrap_or_default();
        let caught_up = match &head {
            Some(head)
                if row_at(conn, Some(head.seen))?.is_some_and(|(_, id)| id == head.seen_id) =>
            {
                seen - head.seen < MANY && catch_up(conn, key, head)?
            }
            _ => false,
        };
        if !caught_up {
            rebuild(conn, key)?;
        }
        conn.prepare_cached(
            "UPDATE study_learner SET seen = ?2, seen_id = ?3 WHERE learner_key = ?1",
        )?
        .execute(params![key, seen, seen_id])?;
    }
    transaction.commit()
}

/// Computes the cache of a learner anew.
fn rebuild(conn: &Connection, key: &str) -> rusqlite::Result<()> {
    let schedule = build(conn, key)?;
    conn.execute("DELETE FROM study_item WHERE learner_key = ?1", [key])?;
    let model = schedule.model();
    for (item, said) in &schedule.items {
        keep(conn, key, item, said, &model)?;
    }
    let (reviewed, fit_until) = schedule.fitted();
    let parameters = schedule.parameters.as_ref();
    let parameters = parameters.and_then(|parameters| serde_json::to_string(parameters).ok());
    conn.prepare_cached(
        "INSERT OR REPLACE INTO study_learner (learner_key, seen, seen_id, reviewed, fit_until, parameters)
         VALUES (?1, 0, x'', ?2, ?3, ?4)",
    )?
    .execute(params![key, signed(reviewed), fit_until, parameters])?;
    Ok(())
}

/// Takes in the attempts that have rows since; whether that was enough. It is not after a reset or its undoing, when
/// the parameters have to be fitted anew, or when a row came in that is older than what they were fitted to.
fn catch_up(conn: &Connection, key: &str, head: &Head) -> rusqlite::Result<bool> {
    let attempts: Vec<(i64, bool)> = conn
        .prepare_cached(
            "SELECT row.attempt, row.attempt IN (SELECT attempt FROM row WHERE kind = 'reset')
             FROM row CROSS JOIN attempt AS a ON a.n = row.attempt
             WHERE row.n > ?1 AND a.learner_key = ?2 GROUP BY row.attempt",
        )?
        .query_map((head.seen, key), |found| Ok((found.get(0)?, found.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    if attempts.iter().any(|(_, reset)| *reset) {
        return Ok(false);
    }
    let resets = if attempts.is_empty() {
        Vec::new()
    } else {
        stream::resets(conn, key)?
    };
    let model = model_of(head);
    let mut reviewed = head.reviewed;
    for (attempt, _) in attempts {
        let mut now = Schedule::default();
        stream::add(conn, Which::One(attempt), &mut now)?;
        let mut touched: BTreeSet<Item> = stream::items_of(conn, attempt)?.into_iter().collect();
        touched.extend(now.items.keys().cloned());
        for item in touched {
            let Some(before) = said_of(conn, key, &item)? else {
                return Ok(false);
            };
            let mut after: Vec<(i64, Reply)> = before
                .iter()
                .filter(|(own, _)| *own != attempt)
                .copied()
                .collect();
            after.extend(now.items.remove(&item).unwrap_or_default());
            arrange(&item.0, &item.1, &mut after, &resets);
            if before == after {
                continue;
            }
            let old = |said: &[(i64, Reply)]| -> Vec<(i64, Reply)> {
                let old = said
                    .iter()
                    .filter(|(_, reply)| reply.at_ms <= head.fit_until);
                old.copied().collect()
            };
            if old(&before) != old(&after) {
                return Ok(false);
            }
            reviewed += Reviewed::of(&only(&after)).len();
            reviewed = reviewed.saturating_sub(Reviewed::of(&only(&before)).len());
            keep(conn, key, &item, &after, &model)?;
        }
    }
    if milestone(reviewed) != milestone(head.reviewed) {
        return Ok(false);
    }
    conn.prepare_cached("UPDATE study_learner SET reviewed = ?2 WHERE learner_key = ?1")?
        .execute(params![key, signed(reviewed)])?;
    Ok(true)
}

fn model_of(head: &Head) -> Model {
    head.parameters
        .as_deref()
        .and_then(Model::new)
        .unwrap_or_else(Model::standard)
}

/// What the cache has of a question; none when it cannot be read.
fn said_of(
    conn: &Connection,
    key: &str,
    item: &Item,
) -> rusqlite::Result<Option<Vec<(i64, Reply)>>> {
    let bytes: Option<Vec<u8>> = conn
        .prepare_cached(
            "SELECT said FROM study_item WHERE learner_key = ?1 AND pack = ?2 AND question = ?3",
        )?
        .query_row(params![key, item.0.as_str(), item.1.as_str()], |found| {
            found.get(0)
        })
        .optional()?;
    Ok(match bytes {
        Some(bytes) => packed::unpack(&bytes),
        None => Some(Vec::new()),
    })
}

fn keep(
    conn: &Connection,
    key: &str,
    item: &Item,
    said: &[(i64, Reply)],
    model: &Model,
) -> rusqlite::Result<()> {
    let (pack, question) = (item.0.as_str(), item.1.as_str());
    if said.is_empty() {
        conn.prepare_cached(
            "DELETE FROM study_item WHERE learner_key = ?1 AND pack = ?2 AND question = ?3",
        )?
        .execute(params![key, pack, question])?;
        return Ok(());
    }
    // The day is looked at when it is read: what is due in a far future is simply not due yet.
    let standing = standing(model, &only(said), i32::MAX).filter(|standing| !standing.essay);
    let due = standing.and_then(|standing| standing.due(model, RETENTION));
    conn.prepare_cached(
        "INSERT OR REPLACE INTO study_item (learner_key, pack, question, due, said) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![key, pack, question, due, packed::pack(said)])?;
    Ok(())
}

#[cfg(test)]
mod tests;
