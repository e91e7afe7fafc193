//! The rows of a learner as events, streamed: of a payload only what schedules need is read.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension, types::Type};
use serde::{Deserialize, de::IgnoredAny};

use super::super::{plan, read};
use crate::{
    grade::Credit,
    pack::Id,
    record::{Payload, Row, Source},
    study::{Event, Item, Reset, Schedule, What},
};

/// An answer, read as far as it matters.
#[derive(Deserialize)]
struct Answer<'a> {
    index: usize,
    #[serde(borrow)]
    pack: Cow<'a, str>,
    #[serde(borrow)]
    question: Cow<'a, str>,
    credit: Option<Credit>,
    response: Option<IgnoredAny>,
    hints: usize,
    source: Source,
}

/// Which attempts to read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    /// All of a learner, by key.
    Learner(&'a str),
    /// One, by its number.
    One(i64),
}

/// Adds attempts that count to a schedule, oldest first.
pub(super) fn add(
    conn: &Connection,
    which: Which<'_>,
    schedule: &mut Schedule,
) -> rusqlite::Result<()> {
    const COLUMNS: &str =
        "SELECT a.n, row.id, seq, at, row.zone, kind, payload, json_extract(options, '$.cram')
         FROM attempt AS a CROSS JOIN row ON row.attempt = a.n";
    const COUNTS: &str = "mode <> 'timeline' AND kind NOT IN ('flag', 'finish')";
    let mut query = conn.prepare_cached(&match which {
        Which::Learner(_) => {
            format!(
                "{COLUMNS} WHERE a.learner_key = ?1 AND {COUNTS} ORDER BY a.learner_key, a.id, seq"
            )
        }
        Which::One(_) => format!("{COLUMNS} WHERE a.n = ?1 AND {COUNTS} ORDER BY seq"),
    })?;
    let mut found = match which {
        Which::Learner(key) => query.query([key])?,
        Which::One(n) => query.query([n])?,
    };
    let mut last_id: Option<Id> = None;
    let (mut number, mut events) = (0, Vec::new());
    while let Some(row) = found.next()? {
        let n: i64 = row.get(0)?;
        if n != number {
            flush(conn, number, &mut events, schedule);
            number = n;
        }
        if row.get::<_, Option<bool>>(7)?.unwrap_or(false) {
            continue;
        }
        if let Some(event) = event(row, &mut last_id)? {
            events.push(event);
        }
    }
    flush(conn, number, &mut events, schedule);
    Ok(())
}

fn flush(conn: &Connection, number: i64, events: &mut Vec<Event>, schedule: &mut Schedule) {
    let mut plan: Option<Vec<Item>> = None;
    let planned = |index: usize| {
        // Read only when a question was passed over for good.
        plan.get_or_insert_with(|| items_of(conn, number).unwrap_or_default())
            .get(index)
            .cloned()
    };
    schedule.add_events(number, events.drain(..), planned);
}

/// The questions of an attempt's plan.
pub(super) fn items_of(conn: &Connection, number: i64) -> rusqlite::Result<Vec<Item>> {
    let text: Option<String> = conn
        .prepare_cached("SELECT plan FROM plan WHERE attempt = ?1")?
        .query_row([number], |found| found.get(0))
        .optional()?;
    let plan = text.map(|text| plan::read(&text)).transpose();
    let planned = plan
        .map_err(|error| unreadable(0, error))?
        .unwrap_or_default();
    Ok(planned.into_iter().map(|p| (p.pack, p.question)).collect())
}

fn event(row: &rusqlite::Row<'_>, last: &mut Option<Id>) -> rusqlite::Result<Option<Event>> {
    let (kind, body) = (row.get_ref(5)?.as_str()?, row.get_ref(6)?.as_str()?);
    let at = row.get_ref(3)?.as_str()?;
    let at = at
        .parse()
        .map_err(|error: jiff::Error| unreadable(3, error))?;
    let (id, seq) = (read::uuid(row, 1)?, row.get(2)?);
    let zone: String = row.get(4)?;
    if kind != "answer" {
        let payload = Payload::parse(kind, body).map_err(|error| unreadable(6, error))?;
        let row = Row {
            id,
            attempt: uuid::Uuid::nil(),
            seq,
            at,
            zone,
            payload,
        };
        return Ok(Event::of(&row));
    }
    let answer: Answer<'_> = serde_json::from_str(body).map_err(|error| unreadable(6, error))?;
    // Most answers of an attempt are of one pack: its name is kept once.
    let pack = last
        .take_if(|pack| pack.as_str() == answer.pack)
        .or_else(|| Id::new(&answer.pack));
    let (Some(pack), Some(question)) = (pack, Id::new(&answer.question)) else {
        // `@order` and the like: a game.
        return Ok(None);
    };
    *last = Some(pack.clone());
    Ok(Some(Event {
        row: id,
        seq,
        at,
        zone,
        what: What::Answer {
            index: answer.index,
            pack,
            question,
            credit: answer.credit,
            given: answer.response.is_some(),
            hints: answer.hints,
            person: answer.source != Source::Script,
        },
    }))
}

/// Every reset of a learner.
pub(super) fn resets(conn: &Connection, key: &str) -> rusqlite::Result<Vec<Reset>> {
    let mut schedule = Schedule::default();
    let mut query = conn.prepare_cached(
        "SELECT DISTINCT a.n FROM row INDEXED BY row_reset CROSS JOIN attempt AS a ON a.n = row.attempt
         WHERE kind = 'reset' AND a.learner_key = ?1",
    )?;
    let attempts: Vec<i64> = query
        .query_map([key], |found| found.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for n in attempts {
        add(conn, Which::One(n), &mut schedule)?;
    }
    Ok(schedule.resets)
}

pub(super) fn unreadable(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
