//! What learners met and what came of it, against a bare SQL aggregate over the same rows.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use quizline::{
    pack,
    store::{Sqlite, Store},
};
use rusqlite::Connection;

use crate::{
    generated,
    measure::{self, Contender},
    rows,
};

const RESPONSES: usize = 1_000_000;
const LEARNER: &str = "Ada";

/// By question only: no day, no undo, no override, no reset.
const AGGREGATE: &str = "SELECT payload ->> 'pack', payload ->> 'question', count(*),
        sum(payload ->> 'credit' = 1000), max(at)
    FROM attempt JOIN row ON row.attempt = attempt.n
    WHERE learner_key = 'ada' AND row.kind = 'answer' GROUP BY 1, 2";

/// Compares, and prints it.
pub(crate) fn compare(folder: &Path) -> Result<()> {
    let pack = pack::read(&generated::pack(100), "made")
        .pack
        .context("the made pack cannot be read")?;
    let file = folder.join("detail");
    rows::filled(&pack, LEARNER, RESPONSES, &file)?;
    let store = Sqlite::open(&file)?;
    let bare = Connection::open(&file)?;
    measure::compare(
        "what came of 1,000,000 responses, by question and by day",
        "under 2 x",
        vec![
            Contender::new("a bare SQL aggregate by question", || {
                let (time, answers) = measure::time(|| {
                    let mut query = bare.prepare_cached(AGGREGATE)?;
                    let counts = query.query_map([], |row| row.get::<_, i64>(2))?;
                    Ok(counts.sum::<rusqlite::Result<i64>>()?)
                })?;
                ensure!(usize::try_from(answers)? == RESPONSES, "{answers} answers");
                Ok(time)
            }),
            Contender::new("Sqlite::progress", || {
                let (time, standing) = measure::time(|| Ok(store.progress(Some(LEARNER), None)?))?;
                let answers: u64 = standing.days.values().map(|tally| tally.answers).sum();
                ensure!(usize::try_from(answers)? == RESPONSES, "{answers} answers");
                Ok(time)
            }),
        ],
        5,
    )
}
