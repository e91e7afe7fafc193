//! From rows to replies: every line of the table of LEARNING 1.4, and clocks that go wrong.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

use super::{Reply, replies};
use crate::{
    grade::Credit,
    pack::Id,
    record::{
        Attempt, Payload, Row, Source,
        sample::{answer, attempt, row},
    },
    study::{Days, Event, Grade},
};

fn said(attempt: &Attempt, rows: &[Row]) -> Vec<(String, Reply)> {
    let mut days = Days::default();
    let planned = |index: usize| -> Option<(Id, Id)> {
        let planned = attempt.plan.get(index)?;
        Some((planned.pack.clone(), planned.question.clone()))
    };
    let events = rows.iter().filter_map(Event::of);
    let (all, _) = replies(events, &mut days, planned);
    all.into_iter()
        .map(|((_, question), reply)| (question.as_str().to_owned(), reply))
        .collect()
}

fn rows(attempt: &Attempt, payloads: Vec<Payload>) -> Vec<Row> {
    (1..)
        .zip(payloads)
        .map(|(seq, payload)| row(attempt, seq, payload))
        .collect()
}

fn graded(payloads: impl FnOnce(&Attempt) -> Vec<Row>) -> Vec<(String, Grade, bool)> {
    let attempt = attempt(1);
    said(&attempt, &payloads(&attempt))
        .into_iter()
        .map(|(question, reply)| (question, reply.grade, reply.first))
        .collect()
}

fn dont_know(index: usize) -> Payload {
    let mut payload = answer(index, Some(0), 0);
    if let Payload::Answer(answer) = &mut payload {
        answer.response = None;
    }
    payload
}

#[test]
fn every_outcome_has_its_grade() {
    for (payload, grade) in [
        (answer(0, Some(1000), 0), Grade::Good),
        (answer(0, Some(1000), 250), Grade::Hard),
        (answer(0, Some(999), 0), Grade::Hard),
        (answer(0, Some(800), 0), Grade::Hard),
        (answer(0, Some(799), 0), Grade::Again),
        (answer(0, Some(0), 0), Grade::Again),
        (dont_know(0), Grade::Again),
    ] {
        let told = graded(|attempt| rows(attempt, vec![payload.clone()]));
        assert_eq!(told, [("one".to_owned(), grade, true)], "{payload:?}");
    }
}

#[test]
fn corrections_change_what_a_response_says() {
    let after = |credit, correction: fn(uuid::Uuid) -> Payload| {
        graded(|attempt| {
            let first = row(attempt, 1, answer(0, credit, 0));
            let second = row(attempt, 2, correction(first.id));
            vec![first, second]
        })
        .first()
        .map(|(_, grade, _)| *grade)
    };
    let again = Some(0);
    assert_eq!(
        after(again, |target| Payload::Override { target }),
        Some(Grade::Hard)
    );
    assert_eq!(after(again, |target| Payload::Void { target }), None);
    let regrade = |target| Payload::Regrade {
        target,
        credit: Credit::FULL,
        rule: 2,
    };
    assert_eq!(after(again, regrade), Some(Grade::Good));
    // An essay says nothing until it is ticked.
    assert_eq!(after(None, |target| Payload::Undo { target }), None);
    let ticked = |target| Payload::SelfGrade {
        target,
        rubric: vec![1],
        credit: Credit::new(850),
    };
    assert_eq!(after(None, ticked), Some(Grade::Hard));
}

#[test]
fn an_answer_taken_back_was_still_the_first() {
    let told = graded(|attempt| {
        let first = row(attempt, 1, answer(0, Some(0), 0));
        let undo = row(attempt, 2, Payload::Undo { target: first.id });
        vec![first, undo, row(attempt, 3, answer(0, Some(1000), 0))]
    });
    let one = || "one".to_owned();
    assert_eq!(
        told,
        [(one(), Grade::Again, true), (one(), Grade::Good, false)]
    );
}

#[test]
fn what_is_passed_over_for_good_is_not_known_and_a_file_without_a_line_says_nothing() {
    let skips = |source| {
        graded(|attempt| {
            let mut given = answer(1, Some(1000), 0);
            if let Payload::Answer(answer) = &mut given {
                answer.source = source;
            }
            let skip = |index| Payload::Skip { index };
            rows(
                attempt,
                vec![
                    skip(0),
                    given,
                    skip(2),
                    skip(2),
                    skip(0),
                    answer(0, Some(1000), 0),
                ],
            )
        })
    };
    let told = skips(Source::Line);
    assert!(
        told.contains(&("three".to_owned(), Grade::Again, true)),
        "{told:?}"
    );
    assert_eq!(
        told.len(),
        3,
        "a question that came back and was answered was not passed over"
    );
    let attempt = attempt(1);
    let mut given = answer(1, Some(1000), 0);
    if let Payload::Answer(answer) = &mut given {
        answer.source = Source::Script;
    }
    let scripted = rows(
        &attempt,
        vec![
            given,
            Payload::Skip { index: 2 },
            Payload::Skip { index: 2 },
        ],
    );
    assert_eq!(said(&attempt, &scripted).len(), 1);
}

#[test]
fn a_clock_that_goes_back_a_little_leaves_the_order() {
    let attempt = attempt(1);
    let mut rows = rows(
        &attempt,
        vec![answer(0, Some(0), 0), answer(0, Some(1000), 0)],
    );
    rows[1].at = rows[0].at - SignedDuration::from_secs(3600);
    let mut told = said(&attempt, &rows);
    told.sort_by_key(|(_, reply)| *reply);
    assert_eq!(told[0].1.grade, Grade::Again);
    assert!(told[0].1.first && !told[1].1.first);
    // A clock that was years ahead was wrong before, not now.
    rows[0].at = "2099-01-01T12:00:00Z".parse().unwrap();
    let told = said(&attempt, &rows);
    assert!(told[1].1.day < told[0].1.day);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn no_rows_make_it_panic(
        made in prop::collection::vec((0_usize..3, 0_u8..6, any::<i64>(), 0_usize..4), 0..40),
    ) {
        let attempt = attempt(1);
        let zones = ["UTC", "Europe/Berlin", "\u{1b}[2J", "+14:00"];
        let mut rows: Vec<Row> = Vec::new();
        for (seq, (index, kind, at, zone)) in (1..).zip(made) {
            let target = rows.first().map_or(attempt.id, |row| row.id);
            let payload = match kind {
                0 => Payload::Skip { index },
                1 => Payload::Undo { target },
                2 => Payload::Override { target },
                3 => Payload::Void { target },
                _ => answer(index, Some(500 * u16::from(kind - 3)), 0),
            };
            let mut row = row(&attempt, seq, payload);
            let seconds = at.clamp(-377_705_023_201, 253_402_207_200);
            row.at = Timestamp::from_second(seconds).unwrap();
            row.zone = zones[zone].to_owned();
            rows.push(row);
        }
        let told = said(&attempt, &rows);
        for name in ["one", "two", "three"] {
            let firsts = told.iter().filter(|(question, reply)| question == name && reply.first);
            prop_assert!(firsts.count() <= 1);
        }
    }
}
