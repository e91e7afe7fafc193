//! What every store promises, in one test.

use crate::{
    record::{
        Attempt, ContentHash, Mode, Payload,
        sample::{answer, at, attempt, id, payloads, row},
    },
    stats::Score,
    store::{Store, StoreError},
};

/// Puts an empty store through everything that all stores promise.
pub(super) fn holds(store: &mut dyn Store) {
    empty(store);
    keeps_everything(store);
    numbers_are_taken_once(store);
    finds_the_newest_unfinished(store);
    scores(store);
    history(store);
    progress(store);
    resets(store);
    schedule(store);
}

fn empty(store: &dyn Store) {
    assert_eq!(store.attempt(attempt(1).id).unwrap(), None);
    assert_eq!(store.unfinished("Ada", None).unwrap(), None);
    assert_eq!(store.attempts(None, None).unwrap(), []);
    assert_eq!(store.rows(attempt(1).id).unwrap(), []);
    assert_eq!(store.history("Ada", &id("moon")).unwrap().iter().count(), 0);
    let missing = ContentHash(String::from("one-hash"));
    assert_eq!(store.content(&missing).unwrap(), None);
}

fn keeps_everything(store: &mut dyn Store) {
    let attempt = Attempt {
        learner: String::from(" Grâce \u{202e}\"'; DROP TABLE row; --"),
        mode: Mode::Exam,
        ..attempt(1)
    };
    store.begin(&attempt).unwrap();
    let rows: Vec<_> = (1..)
        .zip(payloads())
        .map(|(seq, payload)| row(&attempt, seq, payload))
        .collect();
    let hash = ContentHash(String::from("one-hash"));
    for row in &rows {
        store
            .append(row, Some((&hash, "{\"kind\": \"choice\"}")))
            .unwrap();
    }
    store.append(&rows[0], None).unwrap();
    store.begin(&attempt).unwrap();
    assert_eq!(store.attempt(attempt.id).unwrap().unwrap(), attempt);
    assert_eq!(store.rows(attempt.id).unwrap(), rows);
    let content = store.content(&hash).unwrap();
    assert_eq!(content.as_deref(), Some("{\"kind\": \"choice\"}"));
}

fn numbers_are_taken_once(store: &mut dyn Store) {
    let attempt = Attempt {
        learner: String::from("Bob"),
        ..attempt(2)
    };
    store.begin(&attempt).unwrap();
    let mine = row(&attempt, 1, answer(0, Some(1000), 0));
    let mut theirs = mine.clone();
    theirs.id = row(&attempt, 9, Payload::Finish).id;
    store.append(&mine, None).unwrap();
    let taken = store.append(&theirs, None);
    assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?}");
    assert_eq!(store.rows(attempt.id).unwrap(), [mine]);

    theirs.attempt = row(&attempt, 77, Payload::Finish).id;
    let nowhere = store.append(&theirs, None);
    assert!(
        matches!(nowhere, Err(StoreError::NoAttempt(_))),
        "{nowhere:?}"
    );
}

fn finds_the_newest_unfinished(store: &mut dyn Store) {
    let (old, new) = (attempt(10), attempt(12));
    let mut elsewhere = attempt(14);
    elsewhere.plan.iter_mut().for_each(|p| p.pack = id("sun"));
    let mut game = attempt(16);
    game.mode = Mode::Timeline;
    // Order of arrival is not order of age.
    for attempt in [&new, &old, &elsewhere, &game] {
        store.begin(attempt).unwrap();
    }
    let found = |store: &dyn Store, learner: &str, pack: Option<&str>| {
        let found = store.unfinished(learner, pack.map(id).as_ref()).unwrap();
        found.map(|attempt| attempt.id)
    };
    assert_eq!(found(store, " aDA ", Some("moon")), Some(new.id));
    assert_eq!(found(store, "Ada", None), Some(elsewhere.id));
    assert_eq!(found(store, "Eve", Some("moon")), None);
    store.append(&row(&new, 1, Payload::Finish), None).unwrap();
    assert_eq!(found(store, "Ada", Some("moon")), Some(old.id));
    store.append(&row(&old, 1, Payload::Finish), None).unwrap();
    assert_eq!(found(store, "Ada", Some("moon")), None);
    assert_eq!(found(store, "Ada", Some("sun")), Some(elsewhere.id));
}

fn scores(store: &mut dyn Store) {
    let attempt = Attempt {
        learner: String::from("Cleo"),
        ..attempt(20)
    };
    store.begin(&attempt).unwrap();
    let first = row(&attempt, 1, answer(0, Some(1000), 250));
    let rows = [
        first.clone(),
        row(&attempt, 2, answer(2, Some(500), 0)),
        row(&attempt, 3, Payload::Finish),
        // After the end: what was kept of the score is out of date now.
        row(&attempt, 4, Payload::Void { target: first.id }),
    ];
    for upto in 0..=rows.len() {
        if let Some(row) = upto.checked_sub(1).map(|last| &rows[last]) {
            store.append(row, None).unwrap();
        }
        let scored = store.attempts(Some("CLEO"), Some(&id("moon"))).unwrap();
        assert_eq!(scored.len(), 1);
        assert_eq!(scored[0].score, Score::of(&attempt, &rows[..upto]));
        assert_eq!(scored[0].finished, (upto >= 3).then(|| rows[2].at));
        assert_eq!(scored[0].pack, Some(id("moon")));
        assert_eq!((scored[0].seed, scored[0].whole), (attempt.seed, true));
    }
    let all = store.attempts(None, None).unwrap();
    assert!(all.is_sorted_by(|newer, older| newer.id > older.id));
    assert!(all.len() > store.attempts(None, Some(&id("sun"))).unwrap().len());
    assert_eq!(store.attempts(Some("Cleo"), Some(&id("sun"))).unwrap(), []);
}

fn history(store: &mut dyn Store) {
    let one = Attempt {
        learner: String::from("Dora"),
        ..attempt(30)
    };
    let mut two = Attempt {
        learner: String::from("dora"),
        ..attempt(31)
    };
    two.plan[0].pack = id("sun");
    for (attempt, payloads) in [
        (
            &one,
            vec![answer(1, Some(0), 0), Payload::Skip { index: 2 }],
        ),
        (
            &two,
            vec![answer(1, Some(1000), 0), Payload::Skip { index: 0 }],
        ),
    ] {
        store.begin(attempt).unwrap();
        for (seq, payload) in (1..).zip(payloads) {
            store.append(&row(attempt, seq, payload), None).unwrap();
        }
    }
    let history = store.history("Dora", &id("moon")).unwrap();
    assert!(history.of(&id("one")).is_none(), "it was the other pack's");
    let two_seen = history.of(&id("two")).unwrap();
    assert_eq!((two_seen.missed(), two_seen.times), (false, 2));
    assert_eq!(two_seen.last, at(31_001));
    assert!(history.of(&id("three")).unwrap().missed());
}

fn progress(store: &mut dyn Store) {
    // What `history` put there; then a reset in an attempt without questions.
    let told = |store: &dyn Store, pack: Option<&str>| -> Vec<(String, u64, u64, u64)> {
        let standing = store.progress(Some("DORA"), pack.map(id).as_ref()).unwrap();
        let met = standing.questions.into_iter().map(|met| {
            let name = format!("{}/{}", met.pack, met.question);
            (name, met.tally.answers, met.tally.passed, met.tally.right)
        });
        met.collect()
    };
    let met = |name: &str, answers, passed, right| (name.to_owned(), answers, passed, right);
    let (three, two) = (met("moon/three", 0, 1, 0), met("moon/two", 2, 0, 1));
    assert_eq!(told(store, Some("moon")), [three.clone(), two.clone()]);
    assert_eq!(
        told(store, None),
        [three.clone(), two, met("sun/one", 0, 1, 0)]
    );
    let everyone = store.progress(None, None).unwrap();
    assert!(everyone.questions.len() > 3 && everyone.days.len() == 1);
    let reset = Attempt {
        learner: String::from("Dora"),
        plan: Vec::new(),
        ..attempt(60)
    };
    store.begin(&reset).unwrap();
    let forget = Payload::Reset {
        pack: Some(id("moon")),
        question: Some(id("two")),
    };
    store.append(&row(&reset, 1, forget), None).unwrap();
    assert_eq!(told(store, Some("moon")), [three]);
    let others = store.progress(None, Some(&id("sun"))).unwrap();
    assert!(others.questions.iter().all(|met| met.pack == "sun"));
}

fn resets(store: &mut dyn Store) {
    let by = |number| Attempt {
        learner: String::from("Finn"),
        ..attempt(number)
    };
    let (before, left, after) = (by(40), by(41), by(43));
    for (attempt, payloads) in [
        (&before, vec![answer(0, Some(0), 0), Payload::Finish]),
        (&left, vec![answer(1, Some(0), 0)]),
        (&after, vec![answer(2, Some(0), 0), Payload::Finish]),
    ] {
        store.begin(attempt).unwrap();
        for (seq, payload) in (1..).zip(payloads) {
            store.append(&row(attempt, seq, payload), None).unwrap();
        }
    }
    let told = |store: &dyn Store| {
        let attempts = store.attempts(Some("Finn"), Some(&id("moon"))).unwrap();
        let marked: Vec<bool> = attempts.iter().map(|scored| scored.reset).collect();
        assert_eq!(store.attempts(Some("finn"), None).unwrap(), attempts);
        let unfinished = store.unfinished("Finn", Some(&id("moon"))).unwrap();
        assert_eq!(store.unfinished("Finn", None).unwrap(), unfinished);
        let seen = store.history("Finn", &id("moon")).unwrap().iter().count();
        (marked, unfinished.map(|attempt| attempt.id), seen)
    };
    let all = (vec![false, false, false], Some(left.id), 3);
    assert_eq!(told(store), all);
    for (number, pack, question, expected) in [
        (
            100,
            Some("moon"),
            Some("one"),
            (vec![false; 3], Some(left.id), 2),
        ),
        (101, Some("moon"), None, (vec![true; 3], None, 0)),
        (102, None, None, (vec![true; 3], None, 0)),
        (42, None, None, (vec![false, true, true], None, 1)),
        (103, Some("sun"), None, all.clone()),
    ] {
        let mut reset = by(number);
        reset.plan.clear();
        store.begin(&reset).unwrap();
        let (pack, question) = (pack.map(id), question.map(id));
        let first = row(&reset, 1, Payload::Reset { pack, question });
        store.append(&first, None).unwrap();
        assert_eq!(told(store), expected, "{number}");
        let target = first.id;
        let undo = row(&reset, 2, Payload::Undo { target });
        store.append(&undo, None).unwrap();
        assert_eq!(told(store), all, "{number}");
    }
}

fn schedule(store: &mut dyn Store) {
    let said = |store: &dyn Store| {
        let schedule = store.schedule(" DORA ").unwrap();
        let standings = schedule.standings(&schedule.model(), 30_000);
        standings
            .into_iter()
            .map(|((pack, question), s)| {
                (
                    pack.to_string(),
                    question.to_string(),
                    s.reviews,
                    s.responses,
                    s.right,
                )
            })
            .collect::<Vec<_>>()
    };
    let of = |question: &str, responses, right| {
        (
            String::from("moon"),
            question.to_owned(),
            1,
            responses,
            right,
        )
    };
    // One skip is no skip for good.
    assert_eq!(said(store), [of("two", 2, true)]);
    let mut more = Attempt {
        learner: String::from("Dora"),
        ..attempt(33)
    };
    store.begin(&more).unwrap();
    let first = row(&more, 1, answer(0, Some(0), 0));
    store.append(&first, None).unwrap();
    assert_eq!(said(store), [of("one", 1, false), of("two", 2, true)]);
    let right = row(&more, 2, Payload::Override { target: first.id });
    store.append(&right, None).unwrap();
    assert_eq!(said(store), [of("one", 1, true), of("two", 2, true)]);
    more = Attempt {
        learner: String::from("Dora"),
        ..attempt(34)
    };
    store.begin(&more).unwrap();
    let reset = Payload::Reset {
        pack: Some(id("moon")),
        question: Some(id("two")),
    };
    let reset = row(&more, 1, reset);
    store.append(&reset, None).unwrap();
    assert_eq!(said(store), [of("one", 1, true)]);
    let undo = Payload::Undo { target: reset.id };
    store.append(&row(&more, 2, undo), None).unwrap();
    assert_eq!(said(store), [of("one", 1, true), of("two", 2, true)]);
    assert!(store.schedule("Eve").unwrap().items.is_empty());
}

#[test]
fn the_store_in_memory_keeps_the_contract() {
    holds(&mut super::Memory::default());
}

#[test]
fn the_store_in_a_file_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new folder").join("scores.db");
    holds(&mut super::Sqlite::open(&path).unwrap());
}

#[test]
fn the_spool_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    holds(&mut super::Spool::new(vec![folder.path().join("spool")]));
}
