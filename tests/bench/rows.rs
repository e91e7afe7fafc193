//! Attempts and rows made by rule, in the shape that playing a pack gives them.

use std::path::Path;

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use quizline::{
    grade::{Credit, RULES, Response},
    pack::{Id, Pack},
    record::{Answer, Attempt, ContentHash, Mode, Options, Payload, Planned, Row, Source, new_id},
    store::{Sqlite, Store},
};

/// The `number`th attempt of a learner at all questions of a pack.
pub(crate) fn attempt(pack: &Pack, learner: &str, number: u64) -> Result<Attempt> {
    let started = Timestamp::from_second(1_700_000_000)?
        .checked_add(SignedDuration::from_mins(i64::try_from(number)?))?;
    let mut random = [0; 10];
    random[2..].copy_from_slice(&number.to_be_bytes());
    let plan = pack.questions.iter().map(|question| Planned {
        pack: pack.id.clone(),
        question: question.id.clone(),
        content: hash(&question.id),
        points: 1000,
    });
    Ok(Attempt {
        id: new_id(started, random),
        learner: learner.to_owned(),
        mode: Mode::Practice,
        seed: number,
        options: Options::default(),
        started,
        zone: "UTC".to_owned(),
        plan: plan.collect(),
    })
}

/// The answer to the question at `index` of the plan, as the row with number `index` + 1.
pub(crate) fn answer(attempt: &Attempt, index: usize) -> Result<Row> {
    let planned = attempt.plan.get(index).context("no such question")?;
    let credit = if index.is_multiple_of(3) {
        Credit::NONE
    } else {
        Credit::FULL
    };
    row(
        attempt,
        index,
        Payload::Answer(Answer {
            index,
            pack: planned.pack.clone(),
            question: planned.question.clone(),
            content: planned.content.clone(),
            presented: vec![2, 0, 3, 1],
            response: Some(Response::Text("An answer of a usual length".to_owned())),
            credit: Some(credit),
            penalty: 0,
            rule: RULES,
            elapsed_ms: 4_321,
            hints: 0,
            source: Source::Line,
            events: Vec::new(),
        }),
    )
}

/// A row with number `index` + 1.
pub(crate) fn row(attempt: &Attempt, index: usize, payload: Payload) -> Result<Row> {
    let seq = u32::try_from(index)? + 1;
    let mut random = [0; 10];
    random[..6].copy_from_slice(&attempt.id.as_bytes()[10..]);
    random[6..].copy_from_slice(&seq.to_be_bytes());
    let at = attempt
        .started
        .checked_add(SignedDuration::from_secs(i64::from(seq)))?;
    Ok(Row {
        id: new_id(at, random),
        attempt: attempt.id,
        seq,
        at,
        zone: attempt.zone.clone(),
        payload,
    })
}

/// A store with so many responses of one learner to a pack, in finished attempts. It is made in memory where the
/// system has a place for that, and then put where it is wanted: only what is measured must be durable.
pub(crate) fn filled(pack: &Pack, learner: &str, responses: usize, to: &Path) -> Result<()> {
    let shared = Path::new("/dev/shm");
    let scratch = if shared.is_dir() {
        tempfile::tempdir_in(shared)?
    } else {
        tempfile::tempdir()?
    };
    let file = scratch.path().join("store");
    let mut store = Sqlite::open(&file)?;
    let mut left = responses;
    let mut number = 0;
    while left > 0 {
        let attempt = attempt(pack, learner, number)?;
        store.begin(&attempt)?;
        let here = attempt.plan.len().min(left);
        for index in 0..here {
            let row = answer(&attempt, index)?;
            let hash = hash(&attempt.plan[index].question);
            store.append(&row, Some((&hash, "{}")))?;
        }
        store.append(&row(&attempt, here, Payload::Finish)?, None)?;
        left -= here;
        number += 1;
    }
    drop(store);
    std::fs::copy(file, to)?;
    Ok(())
}

fn hash(question: &Id) -> ContentHash {
    ContentHash(format!("hash of {question}"))
}
