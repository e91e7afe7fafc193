//! Attempts and rows for tests.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Answer, Attempt, ContentHash, Mode, Options, Payload, Planned, Row, Source, new_id};
use crate::{
    grade::{Credit, Response},
    pack::Id,
};

/// An id.
pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A time: so many seconds into the tests' day.
pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

/// An identity that differs with each (attempt, number).
pub(crate) fn uuid(attempt: u32, number: u32) -> Uuid {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&attempt.to_be_bytes());
    random[4..8].copy_from_slice(&number.to_be_bytes());
    new_id(at(i64::from(attempt) * 1000 + i64::from(number)), random)
}

/// An attempt by Ada at the pack `moon`, with three questions of one, one and two points. A higher number began later.
pub(crate) fn attempt(number: u32) -> Attempt {
    let planned = |question: &str, points| Planned {
        pack: id("moon"),
        question: id(question),
        content: ContentHash(format!("{question}-hash")),
        points,
    };
    Attempt {
        id: uuid(number, 0),
        learner: String::from("Ada"),
        mode: Mode::Practice,
        seed: u64::MAX - u64::from(number),
        options: Options::default(),
        started: at(i64::from(number) * 1000),
        zone: String::from("Europe/Berlin"),
        plan: vec![
            planned("one", 1000),
            planned("two", 1000),
            planned("three", 2000),
        ],
    }
}

/// A row of the attempt with that number.
pub(crate) fn row(attempt: &Attempt, seq: u32, payload: Payload) -> Row {
    Row {
        id: new_id(
            attempt.started,
            [
                attempt.id.as_bytes()[9],
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                seq.to_be_bytes()[2],
                seq.to_be_bytes()[3],
            ],
        ),
        attempt: attempt.id,
        seq,
        at: attempt
            .started
            .saturating_add(jiff::SignedDuration::from_secs(i64::from(seq)))
            .unwrap(),
        zone: attempt.zone.clone(),
        payload,
    }
}

/// An answer to the question at that place of the sample's plan.
pub(crate) fn answer(index: usize, credit: Option<u16>, penalty: u16) -> Payload {
    let question = ["one", "two", "three"][index];
    Payload::Answer(Answer {
        index,
        pack: id("moon"),
        question: id(question),
        content: ContentHash(format!("{question}-hash")),
        presented: vec![2, 0, 1],
        response: Some(Response::Text(String::from("Eagle"))),
        credit: credit.map(Credit::new),
        penalty,
        rule: 1,
        elapsed_ms: 4200,
        hints: usize::from(penalty > 0),
        source: Source::Line,
        events: Vec::new(),
    })
}

/// One of every kind.
pub(crate) fn payloads() -> Vec<Payload> {
    let target = uuid(1, 1);
    vec![
        answer(0, Some(1000), 0),
        answer(2, None, 250),
        Payload::Skip { index: 1 },
        Payload::Undo { target },
        Payload::Override { target },
        Payload::SelfGrade {
            target,
            rubric: vec![1, 3],
            credit: Credit::new(667),
        },
        Payload::Flag {
            pack: id("moon"),
            question: id("one"),
            content: ContentHash(String::from("one-hash")),
            note: String::from("a \u{1b}[2J\nnote"),
        },
        Payload::Regrade {
            target,
            credit: Credit::FULL,
            rule: 2,
        },
        Payload::Void { target },
        Payload::Reset {
            pack: Some(id("moon")),
            question: None,
        },
        Payload::Finish,
    ]
}
