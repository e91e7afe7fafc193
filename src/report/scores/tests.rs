//! What tables, JSON and CSV say of the same attempts.

use super::{
    ResponseLine, csv, decimal, json, json_with_responses, lines, response_csv, response_table,
    table, trend_line,
};
use crate::{
    grade::Response,
    record::{
        Attempt, Payload, Row,
        sample::{answer, attempt, row},
    },
    stats::{AttemptScore, Score},
    text,
};

fn sitting() -> (Attempt, Vec<Row>) {
    let attempt = Attempt {
        learner: String::from("=HYPERLINK(\"x\")\u{1b}[2J"),
        ..attempt(1)
    };
    let first = row(&attempt, 1, answer(0, Some(0), 0));
    let rows = vec![
        first.clone(),
        row(&attempt, 2, Payload::Undo { target: first.id }),
        row(&attempt, 3, answer(0, Some(1000), 250)),
        row(&attempt, 4, answer(2, Some(500), 0)),
    ];
    (attempt, rows)
}

fn scored() -> AttemptScore {
    let (attempt, rows) = sitting();
    AttemptScore::new(&attempt, None, Score::of(&attempt, &rows))
}

fn told(all: bool) -> Vec<ResponseLine> {
    let (attempt, rows) = sitting();
    let content = r#"{"kind":"choice","choices":["Eagle","Hawk","Owl"]}"#;
    lines(&attempt, &rows, all, |hash| {
        Ok::<_, ()>(hash.0.starts_with("one").then(|| content.to_owned()))
    })
    .unwrap()
}

#[test]
fn thousandths_are_written_as_decimals() {
    for (thousandths, text) in [(0, "0"), (1, "0.001"), (1500, "1.5"), (30_000, "30")] {
        assert_eq!(decimal(thousandths), text);
    }
}

#[test]
fn json_has_the_promised_fields_and_null_where_nothing_is_known() {
    let text = json(&[scored()]).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["version"], 1);
    let attempt = &value["attempts"][0];
    let fields: Vec<_> = attempt.as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        [
            "id",
            "pack",
            "learner",
            "mode",
            "seed",
            "started",
            "finished",
            "answered",
            "questions",
            "credit",
            "points",
            "max_points",
            "percent"
        ]
    );
    assert!(attempt["finished"].is_null());
    assert_eq!(
        (&attempt["points"], &attempt["max_points"]),
        (&1.75.into(), &4.into())
    );
    assert_eq!(
        (&attempt["credit"], &attempt["percent"]),
        (&500.into(), &44.into())
    );
    assert!(value.get("responses").is_none());
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&json(&[]).unwrap()).unwrap()["attempts"],
        serde_json::json!([])
    );
}

#[test]
fn responses_say_what_was_presented_and_what_it_earned() {
    let (all, mut text) = (told(true), String::new());
    let pieces = vec![Ok(all.clone()), Ok(Vec::new())];
    json_with_responses::<serde_json::Error>(&[scored()], pieces.into_iter(), |piece| {
        text.push_str(piece);
        Ok(())
    })
    .unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let first = &value["responses"][1];
    let fields: Vec<_> = first.as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        [
            "attempt",
            "pack",
            "learner",
            "question",
            "kind",
            "presented",
            "response",
            "credit",
            "penalty",
            "points",
            "elapsed_ms",
            "hints",
            "second_try",
            "answered_at",
            "override"
        ]
    );
    assert_eq!(
        first["presented"],
        serde_json::json!(["Owl", "Eagle", "Hawk"])
    );
    assert_eq!(
        (&first["points"], &first["second_try"]),
        (&0.75.into(), &true.into())
    );
    let unknown = &value["responses"][2];
    assert!(unknown["kind"].is_null() && unknown["presented"].is_null());
    assert!(
        value["responses"][0]["points"].is_null(),
        "it was taken back"
    );
    assert_eq!((all.len(), told(false).len()), (3, 2));
}

#[test]
fn no_cell_of_the_csv_is_a_formula_or_steers_a_terminal() {
    let attempts = csv(&[scored()]).unwrap();
    assert!(attempts.starts_with("\"id\",\"pack\","));
    assert!(attempts.contains(",\"'=HYPERLINK(\"\"x\"\")"), "{attempts}");
    let mut line = told(false).remove(0);
    for (response, cell) in [
        ("-2+3", "\"'-2+3\""),
        ("＝1", "\"'＝1\""),
        ("\t=1", "\"'\t=1\""),
        ("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\""),
    ] {
        line.response = Some(Response::Text(response.to_owned()));
        let text = response_csv(std::slice::from_ref(&line), false).unwrap();
        assert!(text.contains(cell), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
    line.response = Some(Response::Number(serde_json::Number::from(-5)));
    assert!(response_csv(&[line], false).unwrap().contains(",\"-5\","));
}

#[test]
fn a_table_keeps_to_its_width_and_reads_without_colour() {
    let mut other = scored();
    other.learner = "很长的名字".repeat(6);
    let scores = [scored(), other];
    for width in [10, 30, 60, 80, 120] {
        for text in [
            table(&scores, true, width),
            response_table(&told(true), true, width),
        ] {
            assert!(!text.contains('\u{1b}'));
            for line in text.lines() {
                assert!(text::width(line) <= width, "{width}: {line}");
            }
        }
    }
    let wide = table(&scores[..1], false, 100);
    assert_eq!(
        wide,
        "Started           Pack  Mode      Answered     Points  Score  State\n\
         2026-11-18 12:23  moon  practice    2 of 3  1.75 of 4    44%  unfinished\n"
    );
}

#[test]
fn a_trend_needs_two_attempts() {
    let mut done = scored();
    done.finished = Some(done.started);
    assert_eq!(trend_line(&[done.clone()]), None);
    let line = trend_line(&[done.clone(), done]).unwrap();
    assert_eq!(line, "Whole pack, oldest first: 44% 44%");
}
