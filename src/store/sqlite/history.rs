//! What a learner has seen of a pack: counted attempts by one query, the newest ones row by row.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::{Sqlite, plan, read};
use crate::{
    grade::Credit,
    pack::Id,
    record::learner_key,
    stats::{History, Reset, Seen},
    store::StoreError,
};

/// How many attempts, the newest, are read row by row: those that corrections still come to.
const RECENT: i64 = 8;
/// How many may wait before the older ones of them are counted.
const WAITING: i64 = 24;

impl Sqlite {
    pub(super) fn read_history(&self, learner: &str, pack: &Id) -> Result<History, StoreError> {
        let key = learner_key(learner);
        // What is counted only saves time: a store that cannot be written is read row by row.
        let resets = self.read_resets(Some(learner))?;
        let _ = self.count(&key, pack, &resets);
        let read = || {
            // One state of the store for both, whatever is counted meanwhile.
            let state = self.conn.unchecked_transaction()?;
            let mut history = counted(&state, &key, pack)?;
            add(&state, &mut history, &key, &resets, -1)?;
            Ok(history)
        };
        self.asked(read())
    }

    /// Counts the older ones of the attempts that wait for it, when there are many.
    fn count(&self, key: &str, pack: &Id, resets: &[Reset]) -> rusqlite::Result<()> {
        if waiting(&self.conn, key, pack)? <= WAITING {
            return Ok(());
        }
        let write = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        // Another process may have been faster.
        let older = waiting(&write, key, pack)? - RECENT;
        if older > 0 {
            let mut history = counted(&write, key, pack)?;
            add(&write, &mut history, key, resets, older)?;
            keep(&write, &history, key, pack)?;
            mark(&write, key, pack, older)?;
        }
        write.commit()
    }
}

/// How many attempts are not counted yet.
fn waiting(conn: &Connection, key: &str, pack: &Id) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT count(*) FROM attempt_pack WHERE learner_key = ?1 AND pack = ?2 AND counted = 0",
    )?
    .query_row((key, pack.as_str()), |found| found.get(0))
}

/// What the counted attempts say.
fn counted(conn: &Connection, key: &str, pack: &Id) -> rusqlite::Result<History> {
    let mut history = History::new(pack.clone());
    let mut query = conn.prepare_cached(
        "SELECT question, at, credit, skipped, times, row FROM seen WHERE learner_key = ?1 AND pack = ?2",
    )?;
    let mut found = query.query((key, pack.as_str()))?;
    while let Some(one) = found.next()? {
        let question = Id::new(one.get_ref(0)?.as_str()?)
            .ok_or_else(|| read::unreadable(0, &"a question has no id"))?;
        let credit: Option<u16> = one.get(2)?;
        let seen = Seen {
            last: read::text(one, 1)?,
            credit: credit.map(Credit::new),
            skipped: one.get(3)?,
            times: one.get(4)?,
            row: read::uuid(one, 5)?,
        };
        history.recall(question, seen);
    }
    Ok(history)
}

/// Adds attempts that are not counted yet, oldest first: so many, or all when `limit` is negative. Each reset comes
/// between the attempts before it and those after it.
fn add(
    conn: &Connection,
    history: &mut History,
    key: &str,
    resets: &[Reset],
    limit: i64,
) -> rusqlite::Result<()> {
    let mut resets = resets.iter().peekable();
    let mut query = conn.prepare_cached(
        "SELECT a.n, a.id, learner, mode, seed, options, started, zone, plan
         FROM (SELECT attempt, id FROM attempt_pack
               WHERE learner_key = ?1 AND pack = ?2 AND counted = 0 ORDER BY id LIMIT ?3) AS p
         JOIN attempt AS a ON a.n = p.attempt JOIN plan ON plan.attempt = a.n ORDER BY p.id",
    )?;
    let pack = history.pack().as_str().to_owned();
    let mut found = query.query((key, pack, limit))?;
    while let Some(one) = found.next()? {
        let plan = plan::read(one.get_ref(8)?.as_str()?);
        let attempt = read::head(one, 1, plan.map_err(|error| read::unreadable(8, &error))?)?;
        while let Some(reset) = resets.next_if(|reset| reset.attempt < attempt.id) {
            history.forget(reset);
        }
        history.add(&attempt, &read::rows(conn, one.get(0)?, attempt.id)?);
    }
    if limit < 0 {
        resets.for_each(|reset| history.forget(reset));
    }
    Ok(())
}

/// Writes down what the counted attempts say.
fn keep(conn: &Connection, history: &History, key: &str, pack: &Id) -> rusqlite::Result<()> {
    conn.execute(
        "DELETE FROM seen WHERE learner_key = ?1 AND pack = ?2",
        (key, pack.as_str()),
    )?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO seen (learner_key, pack, question, at, credit, skipped, times, row)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (question, seen) in history.iter() {
        insert.execute(params![
            key,
            pack.as_str(),
            question.as_str(),
            seen.last.to_string(),
            seen.credit.map(Credit::thousandths),
            seen.skipped,
            seen.times,
            seen.row.as_bytes(),
        ])?;
    }
    Ok(())
}

fn mark(conn: &Connection, key: &str, pack: &Id, older: i64) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE attempt_pack SET counted = 1 WHERE pack = ?2 AND attempt IN (
             SELECT attempt FROM attempt_pack
             WHERE learner_key = ?1 AND pack = ?2 AND counted = 0 ORDER BY id LIMIT ?3)",
        (key, pack.as_str(), older),
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Sqlite;
    use crate::{
        record::{
            Attempt, Payload, Row,
            sample::{answer, attempt, id, row, uuid},
        },
        store::{Memory, Store},
    };

    /// A store in a file beside one in memory, which keeps no counts.
    struct Pair {
        file: Sqlite,
        memory: Memory,
    }

    impl Pair {
        fn begin(&mut self, attempt: &Attempt) {
            self.file.begin(attempt).unwrap();
            self.memory.begin(attempt).unwrap();
        }

        fn append(&mut self, row: &Row) {
            self.file.append(row, None).unwrap();
            self.memory.append(row, None).unwrap();
        }

        /// Plays an attempt of two answers, the second right in every third attempt.
        fn play(&mut self, number: u32) -> (Attempt, Row) {
            let attempt = attempt(number);
            self.begin(&attempt);
            let credit = if number.is_multiple_of(3) { 1000 } else { 0 };
            let first = row(&attempt, 1, answer(0, Some(500), 0));
            self.append(&first);
            self.append(&row(&attempt, 2, answer(1, Some(credit), 0)));
            (attempt, first)
        }

        fn agree(&self, when: &str) {
            let learner = &attempt(1).learner;
            let of = |store: &dyn Store| store.history(learner, &id("moon")).unwrap();
            assert_eq!(of(&self.file), of(&self.memory), "{when}");
        }

        fn counted(&self) -> i64 {
            let sql = "SELECT count(*) FROM attempt_pack WHERE counted = 1";
            self.file.conn.query_row(sql, [], |n| n.get(0)).unwrap()
        }
    }

    #[test]
    fn a_long_history_is_counted_once_and_says_what_its_rows_say() {
        let folder = tempfile::tempdir().unwrap();
        let mut pair = Pair {
            file: Sqlite::open(&folder.path().join("store.db")).unwrap(),
            memory: Memory::default(),
        };
        let mut played = Vec::new();
        for number in 10..70 {
            played.push(pair.play(number));
            pair.agree("while it grows");
        }
        let counted = pair.counted();
        assert!(counted > 30, "{counted}");

        let (newest, first) = played.last().unwrap();
        let target = first.id;
        pair.append(&row(newest, 3, Payload::Undo { target }));
        pair.agree("after a correction of the newest");
        assert_eq!(pair.counted(), counted);

        let (old, first) = &played[3];
        let target = first.id;
        pair.append(&row(old, 3, Payload::Void { target }));
        assert_eq!(pair.counted(), 0);
        pair.agree("after a correction of a counted one");
        assert!(pair.counted() > 30);

        pair.play(5);
        pair.agree("after one before all others");
        let reset = Payload::Reset {
            pack: None,
            question: None,
        };
        let (last, _) = pair.play(80);
        pair.append(&row(&last, 3, reset));
        pair.agree("after a reset");
        for number in 81..120 {
            pair.play(number);
            pair.agree("after a reset, growing again");
        }
        // Resets in attempts of their own, of now and of long ago, and back again.
        for number in [130, 100, 12] {
            let mut alone = attempt(number);
            alone.id = uuid(number, 7);
            alone.plan.clear();
            pair.begin(&alone);
            let pack = (number != 100).then(|| id("moon"));
            let question = (number == 12).then(|| id("one"));
            let first = row(&alone, 1, Payload::Reset { pack, question });
            pair.append(&first);
            pair.agree("after a reset alone");
            let target = first.id;
            pair.append(&row(&alone, 2, Payload::Undo { target }));
            pair.agree("after a reset was undone");
            pair.append(&row(
                &alone,
                3,
                Payload::Reset {
                    pack: None,
                    question: None,
                },
            ));
            for next in 0..30 {
                pair.play(1000 * number + next);
                pair.agree("after a reset alone, growing again");
            }
        }
    }
}
