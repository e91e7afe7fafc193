use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::{
    prelude::{Just, Strategy, prop_assert_eq, prop_oneof, proptest},
    test_runner::Config,
};

use super::{Progress, Standing};
use crate::{
    grade::Credit,
    record::{
        Attempt, Payload, Row,
        sample::{answer, attempt, id, row},
    },
    stats::{Deed, History, Tally},
};

fn take(progress: &mut Progress, attempt: &Attempt, rows: &[Row]) {
    progress.begin(&attempt.learner, attempt.plan.len());
    for row in rows {
        progress.row(row.id, row.at, &row.zone, Deed::from(&row.payload));
    }
    let plan: &[_] = if progress.needs_plan() {
        &attempt.plan
    } else {
        &[]
    };
    progress.end(plan);
}

fn rows(attempt: &Attempt, payloads: impl IntoIterator<Item = Payload>) -> Vec<Row> {
    (1..)
        .zip(payloads)
        .map(|(seq, payload)| row(attempt, seq, payload))
        .collect()
}

fn standing(attempts: &[(Attempt, Vec<Row>)]) -> Standing {
    let mut progress = Progress::new(None);
    for (attempt, rows) in attempts {
        take(&mut progress, attempt, rows);
    }
    progress.standing()
}

fn told(standing: &Standing) -> Vec<(&str, [u64; 4])> {
    let told = standing.questions.iter().map(|met| {
        let Tally {
            answers,
            passed,
            ungraded,
            right,
            ..
        } = met.tally;
        (met.question.as_str(), [answers, passed, ungraded, right])
    });
    told.collect()
}

#[test]
fn corrections_count_as_they_do_in_scores() {
    let attempt = attempt(1);
    let mut all = rows(
        &attempt,
        [
            answer(0, Some(0), 0),
            answer(1, None, 0),
            answer(2, Some(900), 0),
        ],
    );
    let [one, two, three] = [0, 1, 2].map(|at: usize| all[at].id);
    let more = [
        Payload::Override { target: one },
        Payload::SelfGrade {
            target: two,
            rubric: vec![],
            credit: Credit::new(500),
        },
        Payload::Undo { target: three },
        Payload::Skip { index: 2 },
        Payload::Skip { index: 99 },
        Payload::Void { target: three },
    ];
    all.extend(
        (4..)
            .zip(more)
            .map(|(seq, payload)| row(&attempt, seq, payload)),
    );
    let standing = standing(&[(attempt, all)]);
    assert_eq!(
        told(&standing),
        [
            ("one", [1, 0, 0, 1]),
            ("three", [0, 1, 0, 0]),
            ("two", [1, 0, 0, 0])
        ]
    );
    let days: Vec<_> = standing
        .days
        .iter()
        .map(|(day, tally)| (*day, tally.answers))
        .collect();
    assert_eq!(days, [(date(2026, 11, 18), 2)], "passing over is no answer");
}

#[test]
fn each_row_counts_on_the_day_of_its_own_zone() {
    let attempt = attempt(1);
    let mut all = rows(&attempt, [answer(0, Some(1000), 0), answer(1, Some(0), 0)]);
    for (row, zone) in all
        .iter_mut()
        .zip(["Pacific/Auckland", "America/Los_Angeles"])
    {
        row.at = "2026-11-23T15:30:00Z".parse().unwrap();
        zone.clone_into(&mut row.zone);
    }
    let days: Vec<_> = standing(&[(attempt, all)]).days.into_keys().collect();
    assert_eq!(days, [date(2026, 11, 23), date(2026, 11, 24)]);
}

#[test]
fn a_reset_forgets_what_its_learner_did_before_it() {
    let by = |number, name: &str| Attempt {
        learner: name.to_owned(),
        ..attempt(number)
    };
    for (pack, question, left) in [
        (None, None, 3),
        (Some("moon"), None, 3),
        (Some("moon"), Some("one"), 4),
        (Some("sun"), None, 5),
    ] {
        let answers = || [answer(0, Some(0), 0), answer(1, Some(0), 0)];
        let reset = Payload::Reset {
            pack: pack.map(id),
            question: question.map(id),
        };
        let (ada, eve, again) = (by(1, "ada"), by(2, "eve"), by(3, "ada"));
        let all = [
            // Read first, though it was written last.
            (
                again.clone(),
                rows(&again, [reset, answer(2, Some(1000), 0)]),
            ),
            (ada.clone(), rows(&ada, answers())),
            (eve.clone(), rows(&eve, answers())),
        ];
        let answers: u64 = standing(&all)
            .questions
            .iter()
            .map(|met| met.tally.answers)
            .sum();
        assert_eq!(answers, left, "{pack:?} {question:?}");
    }
}

#[test]
fn only_what_was_asked_for_counts_and_games_count_as_days() {
    let attempt = attempt(1);
    let mut progress = Progress::new(Some(id("sun")));
    take(
        &mut progress,
        &attempt,
        &rows(&attempt, [answer(0, Some(0), 0)]),
    );
    assert_eq!(progress.standing(), Standing::default());
    let mut progress = Progress::new(None);
    progress.begin("ada", 1);
    let deed = Deed::Answer {
        index: 0,
        pack: "moon",
        question: "@order",
        credit: Some(1),
    };
    progress.row(attempt.id, attempt.started, "UTC", deed);
    progress.end(&[]);
    let standing = progress.standing();
    assert_eq!((standing.questions.len(), standing.days.len()), (0, 1));
}

proptest! {
    #![proptest_config(Config::with_cases(256))]
    #[test]
    fn progress_says_what_histories_say(
        deeds in proptest::collection::vec(
            (0..3_u32, 0..3_usize, prop_oneof![Just(None), (0..3_u16).prop_map(|c| Some(c * 500))], 0..9_u8, 0..8_usize),
            0..40,
        )
    ) {
        let mut attempts: BTreeMap<u32, (Attempt, Vec<Row>)> =
            (0..3).map(|number| (number, (attempt(number + 1), Vec::new()))).collect();
        for (number, index, credit, kind, back) in deeds {
            let (attempt, rows) = attempts.get_mut(&number).unwrap();
            let target = rows.len().checked_sub(back + 1).map_or(attempt.id, |at| rows[at].id);
            let payload = match kind {
                0..=3 => answer(index, credit, 0),
                4 => Payload::Skip { index },
                5 => Payload::Undo { target },
                6 => Payload::Override { target },
                7 => Payload::Void { target },
                _ => Payload::Reset { pack: Some(id("moon")), question: (back > 3).then(|| id("one")) },
            };
            let seq = u32::try_from(rows.len()).unwrap() + 1;
            let row = row(attempt, seq, payload);
            rows.push(row);
        }
        let mut history = History::new(id("moon"));
        for (attempt, rows) in attempts.values() {
            history.add(attempt, rows);
        }
        let all: Vec<_> = attempts.into_values().collect();
        let standing = standing(&all);
        let mut expected: Vec<_> = history.iter().map(|(id, seen)| (id.to_string(), seen.last)).collect();
        expected.sort();
        let found: Vec<_> = standing
            .questions
            .iter()
            .map(|met| (met.question.clone(), met.tally.last.unwrap().0))
            .collect();
        prop_assert_eq!(found, expected);
    }
}
