//! The cache against the fold over the rows: whatever happens, it says the same.

use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

use super::build;
use crate::{
    record::{
        Attempt, Payload, Row,
        sample::{answer, attempt, row},
    },
    store::{Memory, Sqlite, Store},
    study::{Item, Schedule, Standing},
};

fn standings(schedule: &Schedule) -> Vec<(Item, Standing)> {
    let model = schedule.model();
    schedule.standings(&model, 30_000).into_iter().collect()
}

/// An attempt so many days after the first.
fn on_day(number: u32, day: u32) -> Attempt {
    let mut attempt = attempt(number);
    attempt.started = attempt
        .started
        .saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(day)))
        .unwrap();
    attempt
}

#[test]
fn rows_that_go_take_the_cache_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Sqlite::open(&folder.path().join("s.db")).unwrap();
    let attempt = attempt(1);
    store.begin(&attempt).unwrap();
    store
        .append(&row(&attempt, 1, answer(0, Some(0), 0)), None)
        .unwrap();
    store
        .append(&row(&attempt, 2, answer(1, Some(0), 0)), None)
        .unwrap();
    assert_eq!(store.schedule("Ada").unwrap().items.len(), 2);
    assert_eq!(store.due("Ada", 30_000).unwrap()[0].1, 2);
    store
        .conn
        .execute("DELETE FROM row WHERE seq = 2", [])
        .unwrap();
    assert_eq!(store.schedule("Ada").unwrap().items.len(), 1);
    store
        .conn
        .execute("UPDATE study_item SET said = x'00'", [])
        .unwrap();
    assert_eq!(store.schedule("Ada").unwrap().items.len(), 1);
    store.conn.execute("DROP TABLE study_item", []).unwrap();
    assert_eq!(store.schedule("Ada").unwrap().items.len(), 1);
}

#[test]
fn a_cache_that_is_deleted_comes_out_the_same_with_fitted_parameters() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Sqlite::open(&folder.path().join("s.db")).unwrap();
    for number in 1..=60 {
        let attempt = on_day(number, number * 3);
        store.begin(&attempt).unwrap();
        for (seq, index) in (1..).zip(0..3) {
            let credit = if (usize::try_from(number).unwrap() + index).is_multiple_of(2) {
                0
            } else {
                1000
            };
            let row = row(&attempt, seq, answer(index, Some(credit), 0));
            store.append(&row, None).unwrap();
        }
        // Taken in bit by bit.
        let grown = store.schedule("Ada").unwrap();
        let anew = build(&store.conn, "ada").unwrap();
        assert_eq!(grown.parameters, anew.parameters, "after {number}");
        assert_eq!(standings(&grown), standings(&anew), "after {number}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_cache_says_what_the_rows_say(
        steps in prop::collection::vec((1_u32..6, 0_usize..3, 0_u8..7, 0_u32..3), 1..30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Sqlite::open(&folder.path().join("s.db")).unwrap();
        let mut memory = Memory::default();
        let mut rows: Vec<Row> = Vec::new();
        for (number, index, kind, look) in steps {
            let attempt = on_day(number, number * 2);
            store.begin(&attempt).unwrap();
            memory.begin(&attempt).unwrap();
            let target = rows.last().map_or(attempt.id, |row| row.id);
            let payload = match kind {
                0 => Payload::Undo { target },
                1 => Payload::Override { target },
                2 => Payload::Void { target },
                3 => Payload::Skip { index },
                4 => Payload::Reset { pack: None, question: None },
                _ => answer(index, Some(1000 * u16::from(kind - 5)), 0),
            };
            let seq = u32::try_from(store.rows(attempt.id).unwrap().len() + 1).unwrap();
            let row = row(&attempt, seq, payload);
            store.append(&row, None).unwrap();
            memory.append(&row, None).unwrap();
            rows.push(row);
            if look == 0 {
                store.schedule("Ada").unwrap();
            }
        }
        let told = standings(&store.schedule("Ada").unwrap());
        prop_assert_eq!(&told, &standings(&memory.schedule("Ada").unwrap()));
        store.conn.execute("DELETE FROM study_learner", []).unwrap();
        prop_assert_eq!(&told, &standings(&store.schedule("Ada").unwrap()));
    }
}
