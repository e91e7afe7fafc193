//! What merging logs owes: a set union, whatever comes in which order and how often; and what is told of hostile ones.

use std::{fmt::Write as _, path::PathBuf};

use proptest::{collection::vec, prelude::any, proptest, test_runner::Config};
use tempfile::TempDir;

use super::{ImportError, Imported, Sqlite, Store, StoreError, write_new};
use crate::{
    pack,
    record::{
        Attempt, ContentHash, Line, Payload, Row,
        sample::{answer, at, attempt, id, row},
    },
};

/// A store that is gone with its folder.
struct Place {
    store: Sqlite,
    folder: TempDir,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(&folder.path().join("scores.db")).unwrap();
    Place { store, folder }
}

fn log(store: &Sqlite) -> String {
    exported(store, None, None)
}

fn exported(store: &Sqlite, learner: Option<&str>, pack: Option<&pack::Id>) -> String {
    let mut log = String::new();
    let taken = store.export(learner, pack, |line| {
        writeln!(log, "{}", line.write().unwrap()).unwrap();
        Ok::<_, StoreError>(())
    });
    taken.unwrap();
    log
}

fn sorted(log: &str) -> Vec<&str> {
    let mut lines: Vec<_> = log.lines().collect();
    lines.sort_unstable();
    lines
}

/// Takes a log in; the lines left out come with what is said of them.
fn import(store: &mut Sqlite, log: &str) -> (Imported, Vec<(u64, String)>) {
    let mut told = Vec::new();
    let imported = store
        .import(log.as_bytes(), at(1_000_000_000), &mut |line, refusal| {
            told.push((line, refusal.to_string()));
        })
        .unwrap();
    assert_eq!(imported.left_out, told.len());
    (imported, told)
}

/// A content with its hash; the same for the same name.
fn content(name: usize) -> (ContentHash, String) {
    let json = format!("{{\"v\":1,\"kind\":\"choice\",\"prompt\":\"{name}\"}}");
    (ContentHash(pack::content_hash(&json)), json)
}

/// The rows of an attempt: answers, a correction and an end.
fn rows(attempt: &Attempt) -> Vec<Row> {
    let mut payloads: Vec<Payload> = (0..3).map(|place| answer(place, Some(500), 0)).collect();
    for (name, payload) in payloads.iter_mut().enumerate() {
        if let Payload::Answer(answer) = payload {
            answer.content = content(name).0;
        }
    }
    let target = row(attempt, 1, Payload::Finish).id;
    payloads.push(Payload::Override { target });
    payloads.push(Payload::Finish);
    (1..)
        .zip(payloads)
        .map(|(seq, payload)| row(attempt, seq, payload))
        .collect()
}

/// Writes those rows of attempts that are asked for.
fn fill(store: &mut Sqlite, wanted: &[Vec<bool>]) {
    for (number, wanted) in (1..).zip(wanted) {
        let attempt = attempt(number);
        if !wanted[0] {
            continue;
        }
        store.begin(&attempt).unwrap();
        for (at, row) in rows(&attempt).iter().enumerate() {
            if wanted[at + 1] {
                let (hash, json) = content(at);
                let asked = matches!(row.payload, Payload::Answer(_)).then_some((&hash, &*json));
                store.append(row, asked).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(Config::with_cases(48))]

    #[test]
    fn two_machines_merged_in_any_order_have_the_same_rows_and_scores(
        one in vec(vec(any::<bool>(), 6), 1..4),
        two in vec(vec(any::<bool>(), 6), 1..4),
    ) {
        let (mut a, mut b, mut c) = (place(), place(), place());
        fill(&mut a.store, &one);
        fill(&mut b.store, &two);
        let (log_a, log_b) = (log(&a.store), log(&b.store));
        for (place, logs) in [
            (&mut a, [&log_b, &log_a]),
            (&mut b, [&log_a, &log_a]),
            (&mut c, [&log_b, &log_a]),
        ] {
            for log in logs {
                assert_eq!(import(&mut place.store, log).1, []);
            }
        }
        let merged = log(&a.store);
        let scores = a.store.attempts(None, None).unwrap();
        for other in [&b.store, &c.store] {
            assert_eq!(sorted(&log(other)), sorted(&merged));
            assert_eq!(other.attempts(None, None).unwrap(), scores);
        }
        let again = import(&mut a.store, &merged).0;
        assert_eq!((again.attempts, again.rows), (0, 0));
        assert_eq!(log(&a.store), merged);
        // As whoever keeps plain files would do.
        let mut d = place();
        let lines = sorted(&merged).join("\n") + "\n";
        assert_eq!(import(&mut d.store, &lines).1, []);
        assert_eq!(log(&d.store), merged);
        assert_eq!(d.store.attempts(None, None).unwrap(), scores);
        assert_eq!(d.store.verify().unwrap(), [] as [String; 0]);
    }

    #[test]
    fn no_line_is_so_hostile_that_it_stops_the_others(
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let mut a = place();
        fill(&mut a.store, &[vec![true; 6], vec![true; 6]]);
        let whole = log(&a.store);
        let mut bytes = whole.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes.truncate(bytes.len() - cut.index(40));
        let mut b = place();
        let done = b.store.import(bytes.as_slice(), crate::record::sample::at(0), &mut |_, _| {});
        match done {
            Ok(imported) => assert!(imported.rows + imported.left_out >= 5, "{imported:?}"),
            Err(error) => assert!(matches!(error, ImportError::Newer { .. }), "{error}"),
        }
        assert_eq!(b.store.verify().unwrap(), [] as [String; 0]);
        // Whatever came of it, the whole log still fits beside it or is told.
        import(&mut b.store, &whole);
        assert_eq!(b.store.verify().unwrap(), [] as [String; 0]);
    }
}

#[test]
fn what_was_asked_travels_with_the_answers() {
    let (mut a, mut b) = (place(), place());
    fill(&mut a.store, &[vec![true; 6]]);
    import(&mut b.store, &log(&a.store));
    for name in 0..3 {
        let (hash, json) = content(name);
        assert_eq!(b.store.content(&hash).unwrap(), Some(json));
    }
    let forged = Line::Content {
        hash: std::borrow::Cow::Owned(content(7).0),
        json: "{\"kind\":\"choice\",\"choices\":[\"I was right\"]}".into(),
    };
    let (_, told) = import(&mut b.store, &format!("{}\n", forged.write().unwrap()));
    assert!(
        told[0]
            .1
            .starts_with("the content is not the one of its hash")
    );
    assert_eq!(b.store.content(&content(7).0).unwrap(), None);
}

#[test]
fn a_learner_and_a_pack_can_be_asked_for() {
    let mut a = place();
    for (number, learner, pack) in [(1, "Ada", "moon"), (2, "Bob", "moon"), (3, "ada ", "sun")] {
        let mut attempt = Attempt {
            learner: learner.to_owned(),
            ..attempt(number)
        };
        attempt.plan.iter_mut().for_each(|p| p.pack = id(pack));
        a.store.begin(&attempt).unwrap();
    }
    let attempts = |learner, pack: Option<&str>| {
        let log = exported(&a.store, learner, pack.map(id).as_ref());
        log.lines().count() - 1
    };
    assert_eq!(attempts(None, None), 3);
    assert_eq!(attempts(Some("ADA"), None), 2);
    assert_eq!(attempts(Some("Ada"), Some("moon")), 1);
    assert_eq!(attempts(None, Some("moon")), 2);
    assert_eq!(attempts(Some("Eve"), None), 0);
}

/// The log of one attempt with all its rows.
fn one_attempt() -> String {
    let mut a = place();
    fill(&mut a.store, &[vec![true; 6]]);
    log(&a.store)
}

#[test]
fn what_contradicts_is_told_with_its_line_and_changes_nothing() {
    type Forge = fn(&mut Attempt, &mut Row);
    let cases: [(&str, Forge, &[&str]); 6] = [
        (
            "another attempt of that identity",
            |attempt, _| attempt.learner = String::from("Mallory"),
            &["is another one; the one that is here stays", "was left out"],
        ),
        (
            "another row of that identity",
            |_, row| row.payload = Payload::Skip { index: 1 },
            &["says something else"],
        ),
        (
            "the same row with another number",
            |_, row| row.seq = 9,
            &["says something else"],
        ),
        (
            "another row of that number",
            |_, row| row.id = attempt(8).id,
            &["is here already and is another one"],
        ),
        (
            "a row of no attempt",
            |_, row| row.attempt = attempt(9).id,
            &["neither here nor on a line before"],
        ),
        (
            "a number that no row has",
            |_, row| row.seq = 0,
            &["rows are numbered from 1"],
        ),
    ];
    for (name, forge, expected) in cases {
        let mut b = place();
        import(&mut b.store, &one_attempt());
        let before = log(&b.store);
        let mut attempt = attempt(1);
        let mut row = rows(&attempt).remove(0);
        forge(&mut attempt, &mut row);
        let forged = [
            Line::Attempt(std::borrow::Cow::Owned(attempt)),
            Line::Row(std::borrow::Cow::Owned(row)),
        ];
        let forged: String = forged.map(|line| line.write().unwrap() + "\n").concat();
        let (imported, told) = import(&mut b.store, &forged);
        assert_eq!((imported.attempts, imported.rows), (0, 0), "{name}");
        assert_eq!(told.len(), expected.len(), "{name}: {told:?}");
        for ((line, said), expected) in told.iter().zip(expected) {
            assert!(said.contains(expected), "{name}: {line} {said}");
        }
        assert_eq!(log(&b.store), before, "{name}");
    }
}

#[test]
fn what_is_no_line_of_a_log_is_told_and_the_rest_is_taken() {
    let whole = one_attempt();
    let deep = format!("{{\"row\":{{\"x\":{}", "[".repeat(100_000));
    let rename = |name: &str| {
        let name = serde_json::to_string(name).unwrap();
        let other = attempt(2).id.to_string();
        let line = whole.lines().nth(1).unwrap();
        line.replace("\"Ada\"", &name)
            .replace(&attempt(1).id.to_string(), &other)
    };
    for (line, expected) in [
        ("{\"ro", "not a line of a log: EOF"),
        (deep.as_str(), "recursion limit"),
        ("[]", "not a line of a log"),
        ("null", "not a line of a log"),
        ("{\"row\":{\"id\":7}}", "not a line of a log"),
        ("{\"\\u001b[2J\":1}", "unknown variant `\u{fffd}[2J`"),
        ("{\"attempt\":null}", "not a line of a log"),
        ("\u{0}\u{0}", "not a line of a log"),
        (&rename("\u{1b}[2JEve"), "the learner's name holds"),
        (&rename("  "), "the learner has no name"),
        (&rename(&"e".repeat(65)), "longer than 64 characters"),
    ] {
        let mut b = place();
        let (imported, told) = import(&mut b.store, &format!("{line}\n{whole}"));
        assert_eq!((imported.attempts, imported.rows), (1, 5), "{line:.60}");
        assert_eq!(told.len(), 1, "{line:.60}");
        assert!(told[0].0 == 1 && told[0].1.contains(expected), "{told:?}");
        assert!(told[0].1.chars().count() < 400, "{told:?}");
    }
}

#[test]
fn half_a_line_at_the_end_is_told_and_a_whole_one_without_its_end_is_not() {
    let whole = one_attempt();
    let (imported, told) = import(&mut place().store, whole.trim_end());
    assert_eq!((imported.rows, told.len()), (5, 0));
    let last = whole.trim_end().rfind('\n').unwrap() + 1;
    for end in last + 1..whole.len() - 1 {
        let (imported, told) = import(&mut place().store, &whole[..end]);
        assert_eq!(imported.rows, 4, "{end}");
        assert!(told[0].1.contains("cut off"), "{told:?}");
        if end > last + 3 {
            break;
        }
    }
}

#[test]
fn unknown_fields_are_ignored_and_a_newer_log_is_refused_as_a_whole() {
    let whole = one_attempt();
    let more = whole.replace("\"seq\":", "\"mood\":{\"glad\":[1]},\"seq\":");
    let mut b = place();
    assert_eq!(import(&mut b.store, &more).1, []);
    assert_eq!(log(&b.store), whole);

    let mut c = place();
    let newer = format!("{whole}{{\"log\":{{\"version\":2}}}}\n");
    let refused = c.store.import(newer.as_bytes(), at(0), &mut |_, _| {});
    let error = refused.expect_err("it is newer");
    assert!(error.to_string().contains("install the newer quizline"));
    assert_eq!(c.store.contents().unwrap().attempts, 0);
}

#[test]
fn future_dates_are_taken_and_counted() {
    let mut b = place();
    let done = b
        .store
        .import(one_attempt().as_bytes(), at(-900_000), &mut |_, _| {});
    let imported = done.unwrap();
    assert_eq!((imported.rows, imported.future), (5, 5));
}

#[test]
fn a_new_file_is_whole_or_not_there_and_never_over_another() {
    let folder = place().folder;
    let path: PathBuf = folder.path().join("ada.jsonl");
    let write = |text: &'static str, fails: bool| {
        write_new(&path, |out| {
            out.write_all(text.as_bytes()).unwrap();
            if fails {
                return Err(StoreError::Taken);
            }
            Ok(())
        })
    };
    // Its folder went with the store of `place`.
    std::fs::create_dir_all(folder.path()).unwrap();
    write("half", true).expect_err("it fails on the way");
    assert!(!path.exists());
    write("whole", false).unwrap();
    let over = write("other", false).expect_err("it is there");
    assert!(matches!(over, StoreError::Exists { .. }), "{over}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "whole");
    let files = std::fs::read_dir(folder.path()).unwrap();
    let left = files.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().contains(".new-")
    });
    assert_eq!(left.count(), 0);
}
