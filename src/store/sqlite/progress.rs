//! What learners met and what came of it, by one query over all their rows. Of a row only what counts is read: a
//! million of them pass through here.

use std::borrow::Cow;

use rusqlite::types::Type;
use serde::Deserialize;

use super::{Sqlite, plan, read};
use crate::{
    pack::Id,
    record::{Payload, learner_key},
    stats::{Deed, Progress, Standing},
    store::StoreError,
};

/// What counts of an answer, with texts that stay where they are.
#[derive(Deserialize)]
struct Answer<'a> {
    index: usize,
    #[serde(borrow)]
    pack: Cow<'a, str>,
    #[serde(borrow)]
    question: Cow<'a, str>,
    credit: Option<u16>,
}

/// Attempts as they came, the rows of each in order: so they lie in the file, and nothing is sorted. Attempts are few
/// beside their rows: all are looked at.
/// Attempts without questions hold resets.
pub(super) fn query(learner: bool, pack: bool) -> String {
    let which = match (learner, pack) {
        (true, true) => {
            "a.learner_key = ?1 AND (a.questions = 0
               OR +a.n IN (SELECT attempt FROM attempt_pack WHERE learner_key = ?1 AND pack = ?2))"
        }
        (true, false) => "a.learner_key = ?1 AND ?2 IS NULL",
        (false, true) => {
            "?1 IS NULL AND (a.questions = 0
               OR EXISTS (SELECT * FROM attempt_pack AS p WHERE p.attempt = a.n AND p.pack = ?2))"
        }
        (false, false) => "?1 IS NULL AND ?2 IS NULL",
    };
    format!(
        "SELECT a.n, a.learner_key, a.questions, r.id, r.at, r.zone, r.kind, r.payload
         FROM attempt AS a NOT INDEXED CROSS JOIN row AS r ON r.attempt = a.n WHERE {which} ORDER BY a.n, r.seq"
    )
}

impl Sqlite {
    pub(super) fn read_progress(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> Result<Standing, StoreError> {
        self.asked(self.progress_of(learner, pack))
    }

    fn progress_of(&self, learner: Option<&str>, pack: Option<&Id>) -> rusqlite::Result<Standing> {
        let mut progress = Progress::new(pack.cloned());
        let mut query = self
            .conn
            .prepare_cached(&query(learner.is_some(), pack.is_some()))?;
        let mut found = query.query((learner.map(learner_key), pack.map(Id::as_str)))?;
        let mut now: Option<i64> = None;
        while let Some(one) = found.next()? {
            let attempt = one.get(0)?;
            if now != Some(attempt) {
                self.end(now, &mut progress)?;
                progress.begin(one.get_ref(1)?.as_str()?, read::small(one, 2)?);
                now = Some(attempt);
            }
            let (id, at) = (read::uuid(one, 3)?, read::text(one, 4)?);
            let (zone, body) = (one.get_ref(5)?.as_str()?, one.get_ref(7)?.as_str()?);
            let kind = one.get_ref(6)?.as_str()?;
            if kind == "answer" {
                let answer: Answer<'_> = serde_json::from_str(body).map_err(damaged)?;
                let deed = Deed::Answer {
                    index: answer.index,
                    pack: &answer.pack,
                    question: &answer.question,
                    credit: answer.credit,
                };
                progress.row(id, at, zone, deed);
            } else {
                let payload = Payload::parse(kind, body).map_err(damaged)?;
                progress.row(id, at, zone, Deed::from(&payload));
            }
        }
        self.end(now, &mut progress)?;
        Ok(progress.standing())
    }

    /// Ends the attempt with this key. Plans are long and seldom needed, so they are read one by one.
    fn end(&self, attempt: Option<i64>, progress: &mut Progress) -> rusqlite::Result<()> {
        let planned = match attempt {
            Some(n) if progress.needs_plan() => self
                .conn
                .prepare_cached("SELECT plan FROM plan WHERE attempt = ?1")?
                .query_row([n], |found| {
                    plan::read(found.get_ref(0)?.as_str()?).map_err(damaged)
                })?,
            _ => Vec::new(),
        };
        progress.end(&planned);
        Ok(())
    }
}

fn damaged(error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(7, Type::Text, error.into())
}

#[cfg(test)]
mod tests {
    use super::query;
    use crate::store::Sqlite;

    #[test]
    fn rows_come_in_the_order_of_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(&folder.path().join("store")).unwrap();
        for (learner, pack) in [(true, true), (true, false), (false, true), (false, false)] {
            let explain = format!("EXPLAIN QUERY PLAN {}", query(learner, pack));
            let mut explain = store.conn.prepare(&explain).unwrap();
            let steps: Vec<String> = explain
                .query_map(("ada", "moon"), |step| step.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let sorted = steps.iter().any(|step| step.contains("TEMP B-TREE"));
            assert!(!sorted, "{learner} {pack}: {steps:#?}");
        }
    }
}
