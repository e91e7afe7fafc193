//! Handing out everything that is kept, attempt by attempt, as lines of a log.

use std::{borrow::Cow, collections::HashSet};

use rusqlite::OptionalExtension;

use super::{Sqlite, plan, read};
use crate::{
    pack::Id,
    record::{ContentHash, Line, Payload, learner_key},
    store::StoreError,
};

impl Sqlite {
    /// Hands out attempts, oldest first, each with its rows and with the contents that they speak of: of this learner
    /// when one is named, and those that ask from this pack when one is named, whole. What is handed out is the store
    /// as it was at one moment.
    ///
    /// # Errors
    /// Those of `take`, and those of the store by way of `E`.
    pub fn export<E: From<StoreError>>(
        &self,
        learner: Option<&str>,
        pack: Option<&Id>,
        mut take: impl FnMut(&Line<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error: rusqlite::Error| E::from(self.read_error(&error));
        let moment = self.conn.unchecked_transaction().map_err(failed)?;
        let mut query = moment
            .prepare(
                "SELECT a.n, a.id, learner, mode, seed, options, started, zone, plan
                 FROM attempt AS a JOIN plan ON plan.attempt = a.n
                 WHERE (?1 IS NULL OR learner_key = ?1)
                   AND (?2 IS NULL OR EXISTS (SELECT * FROM attempt_pack AS p WHERE p.attempt = a.n AND p.pack = ?2))
                 ORDER BY a.id",
            )
            .map_err(failed)?;
        let mut found = query
            .query((learner.map(learner_key), pack.map(Id::as_str)))
            .map_err(failed)?;
        let mut told = HashSet::new();
        take(&Line::Log {
            version: Line::VERSION,
        })?;
        while let Some(one) = found.next().map_err(failed)? {
            let read = || {
                let plan = plan::read(one.get_ref(8)?.as_str()?)
                    .map_err(|error| read::unreadable(8, &error))?;
                let attempt = read::head(one, 1, plan)?;
                let rows = read::rows(&moment, one.get(0)?, attempt.id)?;
                Ok((attempt, rows))
            };
            let (attempt, rows) = read().map_err(failed)?;
            take(&Line::Attempt(Cow::Owned(attempt)))?;
            for row in rows {
                if let Some(hash) = content_of(&row.payload)
                    && told.insert(hash.clone())
                    && let Some(json) = self.content_there(hash).map_err(failed)?
                {
                    take(&Line::Content {
                        hash: Cow::Borrowed(hash),
                        json: Cow::Owned(json),
                    })?;
                }
                take(&Line::Row(Cow::Owned(row)))?;
            }
        }
        Ok(())
    }

    fn content_there(&self, hash: &ContentHash) -> rusqlite::Result<Option<String>> {
        self.conn
            .prepare_cached("SELECT content FROM question WHERE hash = ?1")?
            .query_row([&hash.0], |found| found.get(0))
            .optional()
    }
}

/// The content that a row speaks of.
fn content_of(payload: &Payload) -> Option<&ContentHash> {
    match payload {
        Payload::Answer(answer) => Some(&answer.content),
        Payload::Flag { content, .. } => Some(content),
        Payload::Skip { .. }
        | Payload::Undo { .. }
        | Payload::Override { .. }
        | Payload::SelfGrade { .. }
        | Payload::Regrade { .. }
        | Payload::Void { .. }
        | Payload::Reset { .. }
        | Payload::Finish => None,
    }
}
