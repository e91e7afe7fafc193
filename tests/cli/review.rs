//! `review` in line mode and by a script: what was missed comes back, what was not due does not.

use serde_json::Value;

use crate::program::{Folder, with_moon};

/// Two questions of the pack: one missed, one right.
const SOME: &str = "{\"question\": \"orbit\", \"response\": true}\n\
                    {\"question\": \"commander\", \"response\": \"Neil Armstrong\"}\n";

fn taken() -> Folder {
    let folder = with_moon();
    let ran = folder.run_with(&["take", "moon", "--answers", "-"], SOME);
    assert_eq!(ran.code, Some(0), "{ran}");
    folder
}

fn listed(folder: &Folder) -> Vec<Value> {
    let ran = folder.run(&["review", "--list", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran}");
    let document: Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!(document["version"], 1);
    document["items"]
        .as_array()
        .expect("it lists items")
        .clone()
}

#[test]
fn who_has_answered_nothing_is_told_what_to_do() {
    let ran = with_moon().run(&["review"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.out.contains("`quizline take` begins a quiz"), "{ran}");
}

#[test]
fn a_quiz_just_taken_puts_what_was_missed_first() {
    let folder = taken();
    let ran = folder.run_with(&["review", "--new", "0"], "f\n");
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.out.starts_with("Review\n1 question, "), "{ran}");
    assert!(ran.out.contains("[orbit]"), "{ran}");
    assert!(ran.out.contains("That was all that is due."), "{ran}");
    // Right since: it comes back another day.
    let ran = folder.run(&["review", "--new", "0"]);
    assert!(
        ran.out
            .contains("Nothing is due today; the next is tomorrow."),
        "{ran}"
    );
}

#[test]
fn the_list_has_what_was_asked_and_no_repeat_of_the_day_moves_it() {
    let folder = taken();
    let before = listed(&folder);
    let names: Vec<_> = before
        .iter()
        .map(|item| item["question"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["orbit", "commander"],
        "what was missed is due first"
    );
    assert_eq!(before[0]["responses"], 1);
    assert_eq!(before[1]["retrievability"], 1.0);
    folder.run_with(&["review", "--new", "0"], "f\n");
    let after = listed(&folder);
    assert_eq!(after[0]["responses"], 2);
    assert_eq!(after[0]["due"], before[0]["due"]);
    assert_eq!(after[0]["stability"], before[0]["stability"]);
}

#[test]
fn cramming_asks_what_was_seen_and_changes_nothing() {
    let folder = taken();
    let before = listed(&folder);
    let ran = folder.run_with(&["review", "--cram"], "Neil Armstrong\nf\n");
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(
        ran.out.contains("[orbit]") && ran.out.contains("[commander]"),
        "{ran}"
    );
    assert_eq!(listed(&folder), before);
}

#[test]
fn new_questions_come_from_packs_that_were_begun_and_fit_the_limit() {
    let folder = taken();
    let ran = folder.run(&["review", "--limit", "3"]);
    assert!(ran.out.starts_with("Review\n3 questions, "), "{ran}");
    assert_eq!(ran.code, Some(4), "{ran}");
    let ran = folder.run_with(&["review", "--resume"], "f\n");
    assert!(ran.out.contains("[orbit]"), "{ran}");
    assert_eq!(
        ran.code,
        Some(4),
        "what is left can still be gone on with: {ran}"
    );
}

#[test]
fn a_question_that_is_gone_is_named_and_kept() {
    let folder = taken();
    let pack = folder.path().join("quizzes/moon.toml");
    let text = std::fs::read_to_string(&pack).unwrap();
    folder.write(
        "quizzes/moon.toml",
        text.replace("\"orbit\"", "\"circling\""),
    );
    let ran = folder.run(&["review", "--list"]);
    assert!(
        ran.out.contains("moon/orbit  (no longer in its pack)"),
        "{ran}"
    );
    assert_eq!(listed(&folder).len(), 2);
    let ran = folder.run(&["review", "--new", "0"]);
    assert_eq!(ran.code, Some(0), "{ran}");
}

#[test]
fn wishes_that_make_no_sense_are_refused() {
    let folder = with_moon();
    for wrong in [
        ["review", "--retention", "20%"].as_slice(),
        &["review", "--limit", "0"],
        &["review", "--cram", "--list"],
        &["review", "--format", "json"],
    ] {
        assert_eq!(folder.run(wrong).code, Some(2), "{wrong:?}");
    }
    assert_eq!(folder.run(&["review", "nowhere"]).code, Some(3));
}
