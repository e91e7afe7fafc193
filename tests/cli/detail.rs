//! `scores --detail`: where a learner stands after an attempt, in every format.

use std::fs;

use snapbox::str;

use crate::program::{Folder, with_moon};

/// Ada took the whole pack, Bob left after one answer.
fn played() -> Folder {
    let folder = with_moon();
    folder.run(&["take", "moon", "--seed", "1", "--answers", "answers.jsonl"]);
    let bob = ["take", "moon", "--seed", "2", "--learner", "Bob"];
    folder.run_with(&bob, "2\n:quit\n");
    folder
}

#[test]
fn detail_tells_packs_tags_and_questions() {
    let folder = with_moon();
    folder.run(&["scores", "--detail"]).is(str![[r#"
No attempts by Ada yet. Begin with `quizline take`; `quizline packs` lists what there is.
exit 0

"#]]);
    let folder = played();
    let ran = folder.run(&["scores", "--detail"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(
        ran.out
            .starts_with("Ada, all packs\n10 answers, 1 day of study, since ")
    );
    for told in [
        "Answers by day",
        "100% (72-100%)",
        "10 of 10",
        "too few answers",
    ] {
        assert!(ran.out.contains(told), "{told}: {ran}");
    }
    assert!(
        ran.out.is_ascii() && ran.out.lines().all(|line| line.len() <= 80),
        "{ran}"
    );
    let one = folder.run(&["scores", "moon", "--detail", "--everyone"]);
    assert!(one.out.starts_with("Everyone, "), "{one}");
    assert!(one.out.contains("11 answers"), "{one}");
}

#[test]
fn a_question_that_is_gone_keeps_its_name() {
    let folder = played();
    let pack = fs::read_to_string(folder.path().join("quizzes/moon.toml")).unwrap();
    let first = pack.split("[[questions]]").nth(1).unwrap();
    folder.write(
        "quizzes/moon.toml",
        pack.replace(&format!("[[questions]]{first}"), ""),
    );
    let ran = folder.run(&["scores", "--detail"]);
    assert!(
        ran.out.contains("(gone)") && ran.out.contains("9 of 9"),
        "{ran}"
    );
    fs::remove_file(folder.path().join("quizzes/moon.toml")).unwrap();
    let ran = folder.run(&["scores", "--detail"]);
    assert!(ran.out.contains("moon (gone)"), "{ran}");
}

#[test]
fn detail_is_written_for_programs_and_as_a_page() {
    let folder = played();
    let json = folder.run(&["scores", "--detail", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(told["version"], 1);
    assert_eq!(told["attempts"].as_array().map(Vec::len), Some(1));
    assert_eq!(told["packs"][0]["right"], 10);
    assert_eq!(told["questions"].as_array().map(Vec::len), Some(10));
    let csv = folder.run(&["scores", "--detail", "--format", "csv"]);
    assert!(csv.out.starts_with("\"of\",\"pack\",\"tag\","), "{csv}");

    let page = folder.run(&["scores", "--detail", "--format", "html", "-o", "page.html"]);
    assert_eq!((page.code, page.out.as_str()), (Some(0), ""));
    let written = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(written.starts_with("<!DOCTYPE html>") && written.ends_with("</html>\n"));
    let shown = folder.run(&["scores", "--detail", "--format", "html"]);
    assert_eq!(shown.out, written);
    folder
        .run(&["scores", "--detail", "-o", "no/such/folder"])
        .is(str![[r#"
stderr: error: cannot write `no/such/folder`: No such file or directory (os error 2)
exit 3

"#]]);
    folder.run(&["scores", "--format", "html"]).is(str![[r#"
stderr: error: there is a page of details only: `quizline scores --detail --format html`
exit 2

"#]]);
}
