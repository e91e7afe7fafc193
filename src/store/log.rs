//! Attempts and rows in memory, as they were added: what the in-memory store and the spool answer from.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::{Content, StoreError};
use crate::{
    pack::Id,
    record::{Attempt, ContentHash, Payload, Row, learner_key},
    stats::{self, AttemptScore, Deed, History, Progress, Reset, Score, Standing, resets},
    study::Schedule,
};

/// Attempts by id (so oldest first), each with its rows by number, and contents.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub(super) attempts: BTreeMap<Uuid, (Attempt, BTreeMap<u32, Row>)>,
    pub(super) contents: HashMap<ContentHash, String>,
}

impl Log {
    pub(super) fn begin(&mut self, attempt: &Attempt) {
        self.attempts
            .entry(attempt.id)
            .or_insert_with(|| (attempt.clone(), BTreeMap::new()));
    }

    pub(super) fn append(
        &mut self,
        row: &Row,
        content: Option<Content<'_>>,
    ) -> Result<(), StoreError> {
        let (_, rows) = self
            .attempts
            .get_mut(&row.attempt)
            .ok_or(StoreError::NoAttempt(row.attempt))?;
        match rows.get(&row.seq) {
            Some(there) if there.id == row.id => return Ok(()),
            Some(_) => return Err(StoreError::Taken),
            None => rows.insert(row.seq, row.clone()),
        };
        if let Some((hash, json)) = content {
            self.content(hash, json);
        }
        Ok(())
    }

    pub(super) fn content(&mut self, hash: &ContentHash, json: &str) {
        self.contents
            .entry(hash.clone())
            .or_insert_with(|| json.to_owned());
    }

    pub(super) fn attempt(&self, id: Uuid) -> Option<Attempt> {
        self.attempts.get(&id).map(|(attempt, _)| attempt.clone())
    }

    pub(super) fn rows(&self, attempt: Uuid) -> Vec<Row> {
        self.attempts
            .get(&attempt)
            .map(|(_, rows)| rows.values().cloned().collect())
            .unwrap_or_default()
    }

    pub(super) fn unfinished(&self, learner: &str, pack: Option<&Id>) -> Option<Attempt> {
        self.of(Some(learner), pack)
            .rev()
            .filter(|(attempt, _)| attempt.mode.of_a_pack() && !attempt.plan.is_empty())
            .filter(|(_, rows)| finished(rows).is_none())
            .find(|(attempt, _)| {
                let packs = || attempt.plan.iter().map(|planned| &planned.pack);
                let mut resets = self.resets(Some(learner)).into_iter();
                !resets.any(|reset| reset.covers(learner, attempt.id, packs()))
            })
            .map(|(attempt, _)| attempt.clone())
    }

    pub(super) fn scores(&self, learner: Option<&str>, pack: Option<&Id>) -> Vec<AttemptScore> {
        let mut scores: Vec<_> = self
            .of(learner, pack)
            .rev()
            .filter(|(attempt, _)| !attempt.plan.is_empty())
            .map(|(attempt, rows)| {
                let all: Vec<Row> = rows.values().cloned().collect();
                AttemptScore::new(attempt, finished(rows), Score::of(attempt, &all))
            })
            .collect();
        stats::mark(&mut scores, &self.resets(learner));
        scores
    }

    fn resets(&self, learner: Option<&str>) -> Vec<Reset> {
        self.of(learner, None)
            .flat_map(|(attempt, rows)| {
                let rows: Vec<Row> = rows.values().cloned().collect();
                resets(attempt, &rows)
            })
            .collect()
    }

    pub(super) fn history(&self, learner: &str, pack: &Id) -> History {
        let mut history = History::new(pack.clone());
        for (attempt, rows) in self.of(Some(learner), None) {
            let rows: Vec<Row> = rows.values().cloned().collect();
            history.add(attempt, &rows);
        }
        history
    }

    pub(super) fn schedule(&self, learner: &str) -> Schedule {
        let mut schedule = Schedule::default();
        for (number, (attempt, rows)) in (0..).zip(self.of(Some(learner), None)) {
            let rows: Vec<Row> = rows.values().cloned().collect();
            schedule.add(number, attempt, &rows);
        }
        schedule.finish();
        schedule
    }

    pub(super) fn progress(&self, learner: Option<&str>, pack: Option<&Id>) -> Standing {
        let mut progress = Progress::new(pack.cloned());
        // All packs: a reset may stand anywhere.
        for (attempt, rows) in self.of(learner, None) {
            progress.begin(&learner_key(&attempt.learner), attempt.plan.len());
            for row in rows.values() {
                progress.row(row.id, row.at, &row.zone, Deed::from(&row.payload));
            }
            progress.end(&attempt.plan);
        }
        progress.standing()
    }

    fn of(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
    ) -> impl DoubleEndedIterator<Item = &(Attempt, BTreeMap<u32, Row>)> {
        let key = learner.map(learner_key);
        self.attempts.values().filter(move |(attempt, _)| {
            key.as_ref()
                .is_none_or(|key| learner_key(&attempt.learner) == *key)
                && pack.is_none_or(|pack| attempt.plan.iter().any(|planned| planned.pack == *pack))
        })
    }
}

fn finished(rows: &BTreeMap<u32, Row>) -> Option<jiff::Timestamp> {
    let finish = rows.values().find(|row| row.payload == Payload::Finish)?;
    Some(finish.at)
}
