//! Beginning anew and forgetting: what counts no longer, what is gone, and what another learner keeps.

use std::fs;

use snapbox::str;

use crate::program::{Folder, with_moon};

/// Ada and Bob answered everything right.
fn two_learners() -> Folder {
    let folder = with_moon();
    let ran = folder.run(&["take", "moon", "--answers", "answers.jsonl"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let ran = folder.run(&[
        "take",
        "moon",
        "--answers",
        "answers.jsonl",
        "--learner",
        "Bob",
    ]);
    assert_eq!(ran.code, Some(0), "{ran}");
    folder
}

#[test]
fn a_pack_is_begun_anew_and_that_is_taken_back() {
    let folder = two_learners();
    folder
        .run_with(&["store", "reset", "moon"], "n\n")
        .is(str![[r#"
Ada begins anew with `moon`: 10 answers of 1 attempt count no longer. Go on? [y/N] n
Nothing was changed.
exit 0

"#]]);
    folder.run(&["store", "reset", "moon"]).is(str![[r#"
Ada begins anew with `moon`: 10 answers of 1 attempt count no longer. Go on? [y/N] 
stderr: error: nobody answered, so nothing was changed; `--yes` does it without asking
exit 2

"#]]);
    folder
        .run_with(&["store", "reset", "moon"], "y\n")
        .is(str![[r#"
Ada begins anew with `moon`: 10 answers of 1 attempt count no longer. Go on? [y/N] y
Begun anew with `moon`: 10 answers of 1 attempt count no longer.
They are kept: `quizline store reset --undo` takes this back.
exit 0

"#]]);
    folder.run(&["store", "reset", "--undo"]).is(str![[r#"
Taken back the reset of `moon`: 10 answers of 1 attempt count again.
exit 0

"#]]);
    folder.run(&["store", "reset", "--undo"]).is(str![[r#"
There is no reset by Ada to take back.
exit 0

"#]]);
    folder
        .run(&["store", "reset", "--yes", "moon:commander"])
        .is(str![[r#"
Begun anew with `moon:commander`: 1 answer of 1 attempt count no longer.
They are kept: `quizline store reset --undo` takes this back.
exit 0

"#]]);
    folder
        .run(&["store", "reset", "--all", "--yes", "--learner", "Bob"])
        .is(str![[r#"
Begun anew with everything: 10 answers of 1 attempt count no longer.
They are kept: `quizline store reset --undo --learner Bob` takes this back.
exit 0

"#]]);
    folder
        .run(&["store", "reset", "moon", "--learner", "Eve"])
        .is(str![[r#"
There are no answers by Eve to `moon`.
exit 0

"#]]);
    folder.run(&["store", "reset"]).is(str![[r#"
stderr: error: the following required arguments were not provided:
stderr:   <PACK[:QUESTION]>
stderr: 
stderr: Usage: quizline store reset <PACK[:QUESTION]>
stderr: 
stderr: For more information, try '--help'.
exit 2

"#]]);
    assert_eq!(folder.run(&["store", "verify"]).code, Some(0));
}

/// The line of the trend; none when there is no trend.
fn trend(folder: &Folder) -> Option<String> {
    let ran = folder.run(&["scores", "moon"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let mut lines = ran.out.lines();
    let line = lines.find(|line| line.starts_with("Whole pack"));
    line.map(str::to_owned)
}

#[test]
fn a_reset_is_honoured_wherever_answers_count() {
    let folder = with_moon();
    let whole = |answers: &str| {
        let ran = folder.run(&["take", "moon", "--answers", answers]);
        assert_eq!(ran.code, Some(0), "{ran}");
    };
    folder.write(
        "one.jsonl",
        "{\"question\":\"commander\",\"response\":\"Neil Armstrong\"}\n",
    );
    whole("one.jsonl");
    whole("answers.jsonl");
    assert_eq!(
        trend(&folder).as_deref(),
        Some("Whole pack, oldest first: 10% 100%")
    );
    folder.run_with(&["take", "moon"], "Neil Armstrong\n:quit\n");
    let missed = |folder: &Folder| folder.run(&["take", "moon", "--missed"]).out;
    whole("one.jsonl");
    assert!(missed(&folder).contains("of 9"), "{}", missed(&folder));

    let ran = folder.run(&["store", "reset", "moon", "--yes"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert_eq!(trend(&folder), None);
    assert!(
        missed(&folder).contains("Nothing is missed"),
        "{}",
        missed(&folder)
    );
    let ran = folder.run(&["take", "moon", "--resume"]);
    assert!(ran.err.contains("nothing was left unfinished"), "{ran}");
    // The reset itself is no attempt; old ones are listed still.
    let listed = folder.run(&["scores", "moon"]).out;
    assert!(
        listed.lines().filter(|line| line.contains("moon")).count() >= 4,
        "{listed}"
    );
    assert!(!listed.contains("of 0"), "{listed}");

    folder.run(&["store", "reset", "--undo"]);
    assert_eq!(
        trend(&folder).as_deref(),
        Some("Whole pack, oldest first: 10% 100% 10%")
    );
    // Another computer hears of it, too.
    let log = folder.run(&["log", "export"]).out;
    assert_eq!(log.matches("\"kind\":\"reset\"").count(), 1);
}

#[test]
fn purging_erases_a_question_a_pack_or_everything() {
    for (what, left) in [("moon:commander", 9), ("moon", 0), ("--all", 0)] {
        let folder = two_learners();
        let ran = folder.run_with(&["store", "reset", what, "--purge"], "y\n");
        assert_eq!(ran.code, Some(0), "{ran}");
        assert!(ran.out.contains("Erased "), "{ran}");
        for (learner, left) in [("Ada", left), ("Bob", 10)] {
            let log = folder.run(&["log", "export", "--learner", learner]).out;
            assert_eq!(
                log.matches("\"kind\":\"answer\"").count(),
                left,
                "{what} {learner}"
            );
        }
        let ran = folder.run(&["store", "verify"]);
        assert_eq!(ran.code, Some(0), "{ran}");
        assert_eq!(
            folder.run(&["scores", "--everyone", "--responses"]).code,
            Some(0)
        );
    }
}

#[test]
fn a_learner_is_forgotten_to_the_last_byte() {
    let folder = two_learners();
    // Something that only Bob was asked, and a name in a file of its own.
    folder.write(
        "quizzes/own.toml",
        "format = 1\nid = \"own\"\ntitle = \"Own\"\n[[questions]]\nid = \"q\"\nkind = \"short-answer\"\nprompt = \"Only for Bob\"\nanswer = \"Bobs secret\"\n",
    );
    let ran = folder.run_with(&["take", "own", "--learner", "Bob"], "Bobs secret\n");
    assert_eq!(ran.code, Some(0), "{ran}");
    let holds = |needle: &str| {
        ["store.db", "store.db-wal"].iter().any(|name| {
            let bytes = fs::read(folder.path().join(name)).unwrap_or_default();
            bytes
                .windows(needle.len())
                .any(|part| part == needle.as_bytes())
        })
    };
    assert!(holds("Bobs secret") && holds("Only for Bob"));
    folder.run(&["store", "backup"]);
    let ran = folder.run_with(&["store", "forget", " bob "], "no\n");
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(holds("Bobs secret"));
    let ran = folder.run_with(&["store", "forget", " bob "], "y\n");
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(
        ran.out
            .contains("Erase everything of bob for good: 2 attempts with 11 answers?"),
        "{ran}"
    );
    assert!(
        ran.err
            .contains("copies made before still hold it: `[FOLDER]/store-"),
        "{ran}"
    );
    for needle in ["Bob", "bob", "Bobs secret", "Only for Bob"] {
        assert!(!holds(needle), "{needle}");
    }
    assert_eq!(folder.run(&["store", "verify"]).code, Some(0));
    let ada = folder.run(&["scores", "--everyone"]).out;
    assert!(ada.contains("Ada") && ada.contains("100%"), "{ada}");
    let log = folder.run(&["log", "export"]).out;
    assert_eq!(
        log.matches("{\"content\":").count(),
        10,
        "what Ada was asked is kept"
    );
    folder
        .run(&["store", "forget", "Bob", "--yes"])
        .is(str![[r#"
There is nothing of Bob here.
exit 0

"#]]);
    Folder::new()
        .run(&["store", "forget", "Bob", "--yes"])
        .is(str![[r#"
There is nothing of Bob here.
exit 0

"#]]);
}

#[test]
fn what_waits_in_the_spool_is_forgotten_too() {
    let folder = two_learners();
    let kept = fs::read(folder.store()).unwrap();
    fs::write(folder.store(), "no database at all").unwrap();
    for learner in ["Ada", "Bob"] {
        let ran = folder.run_with(
            &["take", "moon", "--learner", learner],
            "Neil Armstrong\n:quit\n",
        );
        assert_eq!(ran.code, Some(4), "{ran}");
    }
    fs::write(folder.store(), kept).unwrap();
    let spool = folder.path().join("spool");
    for entry in fs::read_dir(&spool).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        // One that cannot be taken in as a whole, and so is set aside.
        fs::write(&path, [&bytes[..], b"no line\n"].concat()).unwrap();
    }
    let ran = folder.run(&["store", "forget", "Bob", "--yes"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.out.contains("2 attempts with 11 answers"), "{ran}");
    let left: Vec<String> = fs::read_dir(&spool)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(left.len() == 1 && left[0].contains("Ada"), "{left:?}");
}

#[test]
fn nobody_sees_what_another_learner_did_unless_everyone_is_asked_for() {
    let folder = two_learners();
    folder.run_with(
        &["take", "moon", "--learner", "Bob"],
        "Neil Armstrong\n:quit\n",
    );
    for arguments in [
        &["scores"][..],
        &["scores", "moon"],
        &["scores", "--format", "json"],
        &["scores", "--responses", "--format", "csv"],
        &["log", "export"],
    ] {
        let own = folder.run(arguments).out;
        assert!(
            own.len() > 30 && !own.contains("Bob"),
            "{arguments:?} {own}"
        );
        let mut command = folder.command(arguments);
        command.env("QUIZLINE_LEARNER", " BOB ");
        let theirs = folder.finish(&mut command, "").out;
        assert!(!theirs.contains("Ada"), "{arguments:?} {theirs}");
        let everyone = folder.run(&[arguments, &["--everyone"]].concat()).out;
        assert!(
            everyone.contains("Bob") && everyone.contains("Ada"),
            "{arguments:?} {everyone}"
        );
    }
    // The guided screens: nothing is left for Ada to go on with, and the best is her own.
    let guided = folder.run_with(&["--learner", "Cleo"], "moon\n").out;
    assert!(
        !guided.contains("Go on with") && !guided.contains("best "),
        "{guided}"
    );
    let guided = folder.run_with(&["--learner", "bob"], "").out;
    assert!(
        guided.contains("Go on with") && guided.contains("best 100%"),
        "{guided}"
    );
}
