//! Faults, crashes and crowds.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use super::{Sqlite, migrate, open};
use crate::{
    record::{
        Attempt, ContentHash, Payload,
        sample::{answer, at, attempt, row},
    },
    store::{Store, StoreError, file::beside, log::Log},
};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scores.db");
    (folder, path)
}

/// A closed store with this many attempts of ten rows each.
fn filled(path: &Path, attempts: u32) {
    let mut log = Log::default();
    for number in 1..=attempts {
        let attempt = attempt(number);
        log.begin(&attempt);
        for seq in 1..=10 {
            let hash = ContentHash(format!("{number}-{seq}"));
            let text = "x".repeat(200);
            let row = row(&attempt, seq, answer(0, Some(500), 0));
            log.append(&row, Some((&hash, &text))).unwrap();
        }
    }
    Sqlite::open(path).unwrap().merge(&log).unwrap();
}

#[test]
fn the_library_is_free_of_the_wal_reset_fault() {
    // Fixed in 3.51.3: https://sqlite.org/wal.html#walresetbug
    assert!(rusqlite::version_number() >= 3_051_003);
}

#[test]
fn a_row_is_synced_before_it_counts_as_committed() {
    let (_folder, path) = place();
    let store = Sqlite::open(&path).unwrap();
    let text = |name: &str| -> String {
        let sql = format!("SELECT CAST(\"{name}\" AS TEXT) FROM pragma_{name}");
        let sql = sql.replace("\"busy_timeout\"", "timeout");
        store.conn.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(
        (text("journal_mode").as_str(), text("synchronous").as_str()),
        ("wal", "2")
    );
    assert_eq!(
        (text("foreign_keys").as_str(), text("busy_timeout").as_str()),
        ("1", "10000")
    );
    open::set(&store.conn, true).unwrap();
    assert_eq!(
        (text("journal_mode").as_str(), text("synchronous").as_str()),
        ("delete", "3")
    );
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new").join("scores.db");
    let mut store = Sqlite::open(&path).unwrap();
    store.begin(&attempt(1)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn sixteen_writers_at_once_lose_no_row() {
    const WRITERS: u32 = 16;
    const ROWS: u32 = 25;
    let (_folder, path) = place();
    std::thread::scope(|scope| {
        for number in 1..=WRITERS {
            let path = &path;
            scope.spawn(move || {
                let mut store = Sqlite::open(path).unwrap();
                let attempt = attempt(number);
                store.begin(&attempt).unwrap();
                for seq in 1..=ROWS {
                    let row = row(&attempt, seq, answer(1, Some(1000), 0));
                    store.append(&row, None).unwrap();
                }
            });
        }
    });
    let store = Sqlite::open(&path).unwrap();
    assert_eq!(store.contents().unwrap().rows, u64::from(WRITERS * ROWS));
    for number in 1..=WRITERS {
        let rows = store.rows(attempt(number).id).unwrap();
        assert!((1..=ROWS).eq(rows.iter().map(|row| row.seq)));
    }
    assert_eq!(store.verify().unwrap(), [] as [String; 0]);
}

#[test]
fn what_is_no_sound_store_is_refused_and_left_as_it_is() {
    type Spoil = fn(&mut Vec<u8>);
    let cases: [(&str, Spoil); 6] = [
        ("nothing", Vec::clear),
        ("a few bytes", |bytes| bytes.truncate(50)),
        ("a torn header", |bytes| bytes[..16].fill(b'?')),
        ("a truncated file", |bytes| bytes.truncate(bytes.len() / 2)),
        ("random bytes", |bytes| {
            let mut state = 1_u32;
            for byte in bytes {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = state.to_be_bytes()[0];
            }
        }),
        ("a text", |bytes| {
            *bytes = "name,score\n".repeat(500).into_bytes();
        }),
    ];
    for (name, spoil) in cases {
        let (_folder, path) = place();
        filled(&path, 3);
        let mut bytes = fs::read(&path).unwrap();
        spoil(&mut bytes);
        fs::write(&path, &bytes).unwrap();
        for refused in [
            Sqlite::open(&path).map(|_| ()),
            Sqlite::read(&path).map(|_| ()),
        ] {
            let error = refused.expect_err(name);
            assert!(
                matches!(error, StoreError::Damaged { .. }),
                "{name}: {error}"
            );
            assert!(
                error.to_string().contains("quizline store restore"),
                "{error}"
            );
        }
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}: it was changed");
    }
}

#[test]
fn a_database_of_another_program_is_refused() {
    let (_folder, path) = place();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE cookies (name TEXT)")
        .unwrap();
    drop(other);
    let refused = Sqlite::open(&path).expect_err("it is another program's");
    assert!(matches!(refused, StoreError::Foreign { .. }), "{refused}");
}

#[test]
fn a_newer_store_is_refused_with_advice() {
    let (_folder, path) = place();
    filled(&path, 1);
    let newer = Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let refused = Sqlite::open(&path).expect_err("it is newer");
    assert!(matches!(refused, StoreError::Newer { found: 99, .. }));
    assert!(refused.to_string().contains("install the newer quizline"));
}

#[test]
fn a_write_ahead_log_without_its_file_is_not_taken_as_a_new_store() {
    let (_folder, path) = place();
    fs::write(beside(&path, "-wal"), "rows").unwrap();
    let refused = Sqlite::open(&path).expect_err("rows stand in the -wal file");
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused}");
    assert!(!path.exists());
}

/// Spoils the first page of the table of rows.
fn spoil(path: &Path) {
    let store = Sqlite::open(path).unwrap();
    let page: i64 = store
        .conn
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'row'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    drop(store);
    let mut bytes = fs::read(path).unwrap();
    let at = usize::try_from(page - 1).unwrap() * 4096;
    bytes[at..at + 64].fill(0x55);
    fs::write(path, &bytes).unwrap();
}

#[test]
fn after_an_unclean_end_the_structure_is_checked() {
    let (_folder, path) = place();
    filled(&path, 40);
    // What a killed process leaves: the log, and here a page that the crash of a disk has spoilt.
    spoil(&path);
    drop(Sqlite::open(&path).expect("after a clean end the header alone is looked at"));
    fs::write(beside(&path, "-wal"), [0; 32]).unwrap();
    let refused = Sqlite::open(&path).expect_err("a page is spoilt");
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused}");
}

#[test]
fn a_large_store_is_not_checked_as_a_whole_before_it_opens() {
    let (_folder, path) = place();
    filled(&path, 40);
    let store = Sqlite::open(&path).unwrap();
    let sql = "INSERT INTO question VALUES ('large', hex(zeroblob(3000000)))";
    store.conn.execute(sql, []).unwrap();
    drop(store);
    spoil(&path);
    fs::write(beside(&path, "-wal"), [0; 32]).unwrap();
    let store = Sqlite::open(&path).expect("the first question must not wait for it");
    assert!(!store.verify().is_ok_and(|faults| faults.is_empty()));
}

#[test]
fn a_full_disk_is_an_error_and_costs_no_committed_row() {
    let (_folder, path) = place();
    let mut store = Sqlite::open(&path).unwrap();
    let attempt = attempt(1);
    store.begin(&attempt).unwrap();
    let pages: i64 = store
        .conn
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    store
        .conn
        .pragma_update(None, "max_page_count", pages + 4)
        .unwrap();
    let mut committed = 0;
    let error = (1..=10_000)
        .find_map(|seq| {
            let row = row(&attempt, seq, answer(0, Some(0), 0));
            let refused = store.append(&row, None).err();
            committed = if refused.is_none() { seq } else { committed };
            refused
        })
        .expect("there is room for four pages only");
    assert!(matches!(error, StoreError::Full { .. }), "{error}");
    drop(store);
    let rows = Sqlite::open(&path).unwrap().rows(attempt.id).unwrap();
    assert_eq!(rows.len(), usize::try_from(committed).unwrap());
}

#[test]
fn a_file_where_the_folder_should_be_is_an_error_that_names_it() {
    let (folder, _) = place();
    let file = folder.path().join("a\u{1b}[2Jfile");
    fs::write(&file, "").unwrap();
    let refused = Sqlite::open(&file.join("scores.db")).expect_err("there is a file");
    assert!(matches!(refused, StoreError::Folder { .. }), "{refused}");
}

fn newest() -> i64 {
    i64::try_from(migrate::MIGRATIONS.len()).unwrap()
}

#[test]
fn every_older_version_becomes_the_newest_with_a_backup() {
    // Two versions that are not there yet, so that the way itself is tested.
    let later = [
        migrate::MIGRATIONS,
        &[
            "ALTER TABLE attempt ADD COLUMN room TEXT",
            "CREATE TABLE later (n INTEGER PRIMARY KEY) STRICT",
        ],
    ]
    .concat();
    for from in 1..=later.len() {
        let (folder, path) = place();
        filled(&path, 2);
        let mut conn = Connection::open(&path).unwrap();
        if from == 1 {
            conn.execute_batch(
                "DROP TRIGGER study_row_gone; DROP TRIGGER study_learner_renamed; DROP INDEX row_reset;
                 DROP TABLE study_item; DROP TABLE study_learner; PRAGMA user_version = 1",
            )
            .unwrap();
        }
        migrate::migrate(&mut conn, &path, &later[..from]).unwrap();
        let before = fs::read_dir(folder.path()).unwrap().count();
        migrate::migrate(&mut conn, &path, &later).unwrap();
        let known = i64::try_from(later.len()).unwrap();
        assert_eq!(migrate::version(&conn).unwrap(), known);
        let rows: i64 = conn
            .query_row("SELECT count(*) FROM row", [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 20);
        let backups = fs::read_dir(folder.path()).unwrap().count() - before;
        assert_eq!(backups, usize::from(from < later.len()), "from {from}");
    }
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let (_folder, path) = place();
    filled(&path, 1);
    let broken = [
        migrate::MIGRATIONS,
        &["CREATE TABLE half (n INTEGER) STRICT; SELECT * FROM nowhere;"],
    ]
    .concat();
    let mut conn = Connection::open(&path).unwrap();
    migrate::migrate(&mut conn, &path, &broken).expect_err("it names a table that is not there");
    assert_eq!(migrate::version(&conn).unwrap(), newest());
    conn.prepare("SELECT * FROM half")
        .expect_err("it was rolled back");
    drop(conn);
    assert_eq!(Sqlite::open(&path).unwrap().contents().unwrap().rows, 10);
}

#[test]
fn a_backup_is_a_whole_store_and_never_replaces_a_file() {
    let (folder, path) = place();
    filled(&path, 3);
    let store = Sqlite::open(&path).unwrap();
    let copy = folder.path().join("copy.db");
    store.back_up(&copy).unwrap();
    let again = store.back_up(&copy).expect_err("it is there");
    assert!(matches!(again, StoreError::Exists { .. }));
    let copied = Sqlite::open(&copy).unwrap();
    assert_eq!(
        copied.rows(attempt(2).id).unwrap(),
        store.rows(attempt(2).id).unwrap()
    );
    let files = fs::read_dir(folder.path()).unwrap();
    let left = files.filter(|e| {
        e.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains(".new-")
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn a_store_that_is_only_read_needs_no_right_to_write() {
    let (folder, path) = place();
    assert!(Sqlite::read(&path).unwrap().is_none());
    filled(&path, 1);
    let uri = open::immutable(&path);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let conn = open::connect(Path::new(&uri), flags).unwrap();
    assert_eq!(migrate::version(&conn).unwrap(), newest());
    let odd = folder.path().join("a ?#%b").join("scores.db");
    filled(&odd, 1);
    open::connect(Path::new(&open::immutable(&odd)), flags).unwrap();
}

#[test]
fn restoring_saves_what_stands_in_sound_pages_and_keeps_the_old_file() {
    type Spoil = fn(&mut Vec<u8>);
    let cases: [(&str, Spoil, usize); 5] = [
        ("a torn header", |bytes| bytes[..100].fill(b'?'), 400),
        ("no first page", |bytes| bytes[..4096].fill(0), 400),
        (
            "a spoilt page",
            |bytes| bytes[30 * 4096..31 * 4096].fill(0xAA),
            350,
        ),
        (
            "three quarters of the file",
            |bytes| bytes.truncate(bytes.len() / 4 * 3),
            100,
        ),
        ("nothing", Vec::clear, 0),
    ];
    for (name, spoil, at_least) in cases {
        let (_folder, path) = place();
        filled(&path, 40);
        let mut bytes = fs::read(&path).unwrap();
        spoil(&mut bytes);
        fs::write(&path, &bytes).unwrap();
        let restored = Sqlite::restore(&path, at(0)).unwrap();
        assert!(restored.rows >= at_least, "{name}: {restored:?}");
        assert_eq!(fs::read(restored.aside.unwrap()).unwrap(), bytes, "{name}");
        let store = Sqlite::open(&path).unwrap();
        assert_eq!(store.verify().unwrap(), [] as [String; 0], "{name}");
        let mut rows = 0;
        for number in 1..=40 {
            for (seq, found) in (1..).zip(store.rows(attempt(number).id).unwrap()) {
                let written = row(&attempt(number), found.seq, answer(0, Some(500), 0));
                assert_eq!(found, written, "{name} {seq}");
                rows += 1;
            }
        }
        assert_eq!(
            rows, restored.rows,
            "{name}: every row saved is one that was written"
        );
    }
}

#[test]
fn restoring_saves_rows_that_stand_in_the_log_alone() {
    let (_folder, path) = place();
    filled(&path, 1);
    let mut live = Sqlite::open(&path).unwrap();
    let late = Attempt {
        learner: String::from("Eve"),
        ..attempt(2)
    };
    live.begin(&late).unwrap();
    live.append(&row(&late, 1, Payload::Skip { index: 0 }), None)
        .unwrap();
    let in_use = Sqlite::restore(&path, at(0)).expect_err("it is open");
    assert!(matches!(in_use, StoreError::InUse { .. }), "{in_use}");
    // As after a crash: the files of now, while nobody has them open.
    let (_other, crashed) = place();
    for suffix in ["", "-wal"] {
        fs::copy(beside(&path, suffix), beside(&crashed, suffix)).unwrap();
    }
    let restored = Sqlite::restore(&crashed, at(0)).unwrap();
    assert_eq!(
        (restored.attempts, restored.rows, restored.lost),
        (2, 11, 0)
    );
    let mut store = Sqlite::open(&crashed).unwrap();
    assert_eq!(store.rows(late.id).unwrap().len(), 1);
    assert_eq!(store.add_from(&restored.aside.unwrap()).unwrap(), 0);
}

#[test]
fn a_kept_score_serves_until_a_later_row_is_there() {
    let (_folder, path) = place();
    let mut store = Sqlite::open(&path).unwrap();
    let attempt = attempt(1);
    store.begin(&attempt).unwrap();
    store
        .append(&row(&attempt, 1, Payload::Finish), None)
        .unwrap();
    // No row says so: what is told comes from the kept score.
    let changed = store.conn.execute("UPDATE score SET answered = 2", []);
    assert_eq!(changed.unwrap(), 1);
    let answered = |store: &Sqlite| store.attempts(None, None).unwrap()[0].score.answered;
    assert_eq!(answered(&store), 2);
    store
        .append(&row(&attempt, 2, answer(0, Some(0), 0)), None)
        .unwrap();
    assert_eq!(answered(&store), 1);
    store.conn.execute("DELETE FROM score", []).unwrap();
    assert_eq!(answered(&store), 1, "it may be deleted at any time");
}
