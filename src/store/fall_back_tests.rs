//! From the store to the spool and back.

use std::{fs, path::PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Keeper, Spool, Sqlite, Store, StoreError, Stored};
use crate::record::{
    ContentHash, Payload,
    sample::{answer, attempt, id, row},
};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scores.db");
    (folder, path)
}

#[test]
fn a_damaged_store_sends_the_attempt_to_the_spool_and_restoring_brings_it_back() {
    let (_folder, path) = place();
    fs::write(&path, "not a database").unwrap();
    let attempt = attempt(1);
    let mut keeper = Keeper::open(&path, Vec::new());
    assert!(matches!(keeper.trouble(), Some(StoreError::Damaged { .. })));
    let begun = keeper.begin(&attempt).unwrap();
    assert!(
        matches!(&begun, Stored::Spool(Some(reason)) if reason.contains("damaged")),
        "{begun:?}"
    );
    let hash = ContentHash(String::from("one-hash"));
    let rows = [1, 2].map(|seq| row(&attempt, seq, answer(0, Some(1000), 0)));
    for row in &rows {
        // It is said once.
        let stored = keeper.append(row, Some((&hash, "{}"))).unwrap();
        assert_eq!(stored, Stored::Spool(None));
    }
    drop(keeper);

    // The next start goes on there.
    let mut keeper = Keeper::open(&path, Vec::new());
    let found = keeper.unfinished("ada", Some(&id("moon"))).unwrap();
    assert_eq!(found.as_ref(), Some(&attempt));
    assert_eq!(keeper.resume(&attempt).unwrap(), rows);
    let third = row(&attempt, 3, Payload::Skip { index: 1 });
    let stored = keeper.append(&third, None).unwrap();
    assert!(matches!(stored, Stored::Spool(Some(_))), "{stored:?}");
    drop(keeper);

    Sqlite::restore(&path, attempt.started).unwrap();
    let keeper = Keeper::open(&path, Vec::new());
    assert_eq!(keeper.taken_in().map(|taken| taken.rows), Some(3));
    assert_eq!(keeper.rows(attempt.id).unwrap().len(), 3);
    assert!(
        Spool::new(vec![Spool::beside(&path)])
            .files()
            .unwrap()
            .is_empty()
    );
    let store = Sqlite::open(&path).unwrap();
    assert_eq!(store.content(&hash).unwrap().as_deref(), Some("{}"));
    // A second time without harm.
    drop(Keeper::open(&path, Vec::new()));
    assert_eq!(store.contents().unwrap().rows, 3);
}

#[test]
fn a_store_that_fails_in_mid_attempt_loses_nothing() {
    let (_folder, path) = place();
    let attempt = attempt(1);
    let mut keeper = Keeper::open(&path, Vec::new());
    assert_eq!(keeper.begin(&attempt).unwrap(), Stored::Store);
    let rows = [1, 2, 3].map(|seq| row(&attempt, seq, answer(0, Some(0), 0)));
    assert_eq!(keeper.append(&rows[0], None).unwrap(), Stored::Store);
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch(
            "CREATE TRIGGER full BEFORE INSERT ON row BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        .unwrap();
    let stored = keeper.append(&rows[1], None).unwrap();
    assert!(matches!(stored, Stored::Spool(Some(_))), "{stored:?}");
    other.execute_batch("DROP TRIGGER full").unwrap();
    assert_eq!(keeper.append(&rows[2], None).unwrap(), Stored::Spool(None));

    // While this process writes the file, another does not take it in.
    let busy = Keeper::open(&path, Vec::new());
    assert_eq!(busy.taken_in().map(|taken| taken.files), Some(0));
    assert_eq!(busy.rows(attempt.id).unwrap(), rows);
    drop((keeper, busy));

    let keeper = Keeper::open(&path, Vec::new());
    assert_eq!(keeper.taken_in().map(|taken| taken.rows), Some(2));
    assert_eq!(keeper.rows(attempt.id).unwrap(), rows);
}

#[test]
fn an_end_in_the_spool_ends_the_attempt_of_the_store() {
    let (_folder, path) = place();
    let attempt = attempt(1);
    let mut keeper = Keeper::open(&path, Vec::new());
    keeper.begin(&attempt).unwrap();
    let mut spool = Spool::new(vec![Spool::beside(&path)]);
    spool.begin(&attempt).unwrap();
    spool
        .append(&row(&attempt, 1, Payload::Finish), None)
        .unwrap();
    assert_eq!(keeper.unfinished("Ada", None).unwrap(), None);
    drop(spool);
    let keeper = Keeper::open(&path, Vec::new());
    assert_eq!(keeper.unfinished("Ada", None).unwrap(), None);
    assert!(
        keeper.attempts(Some("Ada"), None).unwrap()[0]
            .finished
            .is_some()
    );
}

#[test]
fn where_neither_can_be_written_both_reasons_are_told() {
    let (folder, _) = place();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let mut keeper = Keeper::open(&file.join("scores.db"), vec![file.join("other")]);
    let error = keeper
        .begin(&attempt(1))
        .expect_err("there is a file in the way");
    assert!(matches!(error, StoreError::NotSaved { .. }), "{error}");
}

#[test]
fn another_folder_serves_where_the_one_beside_the_store_does_not() {
    let (folder, _) = place();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let other = folder.path().join("other");
    let mut keeper = Keeper::open(&file.join("scores.db"), vec![other.clone()]);
    assert!(matches!(
        keeper.begin(&attempt(1)).unwrap(),
        Stored::Spool(Some(_))
    ));
    assert_eq!(fs::read_dir(other).unwrap().count(), 1);
}

#[test]
fn a_row_whose_number_was_taken_meanwhile_goes_behind_the_others() {
    let (_folder, path) = place();
    let attempt = attempt(1);
    let mut store = Sqlite::open(&path).unwrap();
    store.begin(&attempt).unwrap();
    let stored = row(&attempt, 1, answer(0, Some(0), 0));
    store.append(&stored, None).unwrap();
    let mut spool = Spool::new(vec![Spool::beside(&path)]);
    spool.begin(&attempt).unwrap();
    let mut spooled = row(&attempt, 1, answer(1, Some(1000), 0));
    spooled.id = row(&attempt, 7, Payload::Finish).id;
    spool.append(&spooled, None).unwrap();
    drop(spool);
    let mut spool = Spool::new(vec![Spool::beside(&path)]);
    assert_eq!(spool.take_in(&mut store).unwrap().rows, 1);
    let rows = store.rows(attempt.id).unwrap();
    assert_eq!((rows[0].id, rows[1].id), (stored.id, spooled.id));
    assert_eq!(rows[1].seq, 2);
}

#[test]
fn a_spool_file_with_a_bad_line_gives_its_good_ones_and_is_kept() {
    let (_folder, path) = place();
    let attempt = attempt(1);
    let mut spool = Spool::new(vec![Spool::beside(&path)]);
    spool.begin(&attempt).unwrap();
    for seq in 1..=3 {
        let row = row(&attempt, seq, answer(0, Some(0), 0));
        spool.append(&row, None).unwrap();
    }
    drop(spool);
    let file = Spool::beside(&path).join(format!("{}.jsonl", attempt.id));
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    lines[2] = lines[2].replace("Eagle", "Bagel");
    fs::write(&file, lines.join("\n") + "\n").unwrap();
    let mut store = Sqlite::open(&path).unwrap();
    let mut spool = Spool::new(vec![Spool::beside(&path)]);
    let taken = spool.take_in(&mut store).unwrap();
    assert_eq!((taken.rows, taken.damaged.len()), (2, 1));
    assert!(taken.damaged[0].exists() && !file.exists());
}

#[test]
fn a_torn_line_is_gone_before_the_next_is_written() {
    let (_folder, path) = place();
    let attempt = attempt(1);
    let folder = Spool::beside(&path);
    let mut spool = Spool::new(vec![folder.clone()]);
    spool.begin(&attempt).unwrap();
    let rows = [1, 2].map(|seq| row(&attempt, seq, answer(0, Some(0), 0)));
    spool.append(&rows[0], None).unwrap();
    drop(spool);
    let file = folder.join(format!("{}.jsonl", attempt.id));
    let torn = fs::read_to_string(&file).unwrap() + "12ab34cd {\"row\":{\"id\"";
    fs::write(&file, torn).unwrap();
    let mut spool = Spool::new(vec![folder]);
    spool.append(&rows[1], None).unwrap();
    assert_eq!(spool.rows(attempt.id).unwrap(), rows);
    drop(spool);
    let mut store = Sqlite::open(&path).unwrap();
    let taken = Spool::new(vec![Spool::beside(&path)])
        .take_in(&mut store)
        .unwrap();
    assert_eq!((taken.rows, taken.damaged.len()), (2, 0));
}
