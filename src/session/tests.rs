//! Event sequences: what the machine does, in what order, and what it refuses.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Ask, Command, Effect, Ending, Event, Framing, History, Intent, Material, Session, Sheet, View,
    choose,
    view::{NextStep, Notice, VerdictView},
};
use crate::{
    grade::{Credit, Response},
    pack,
    record::{Attempt, ContentHash, Mode, Options, Payload, Planned, Row, Source},
};

const PACK: &str = r#"
format = 1
id = "moon"
title = "The Moon"
hint_cost = 300

[[questions]]
id = "who"
kind = "short-answer"
prompt = "Who commanded?"
answer = "Armstrong"
hints = ["A.", "Ar."]
tags = ["crew"]
passage = "Armstrong commanded"

[[questions]]
id = "which"
kind = "choice"
prompt = "Which sea?"
answer = "Tranquility"
distractors = ["Serenity", { text = "Storms", feedback = "That is an ocean." }]
tags = ["crew"]

[[questions]]
id = "why"
kind = "essay"
prompt = "Why?"
model = "Because of the race."
rubric = ["names the race", "names the year"]
"#;

struct Play {
    session: Session,
    rows: Vec<Row>,
}

fn attempt(material: &Material, mode: Mode) -> (Attempt, Vec<super::Place>) {
    let materials = std::slice::from_ref(material);
    let (places, notices) = choose(materials, &Options::default(), &History::new(), 7);
    assert!(notices.is_empty());
    let plan = material.pack.questions.iter().map(|question| Planned {
        pack: material.pack.id.clone(),
        question: question.id.clone(),
        content: ContentHash(pack::content_hash(&pack::content(question, "en"))),
        points: question.points.0,
    });
    let attempt = Attempt {
        id: Uuid::from_u128(1),
        learner: "Ann".to_owned(),
        mode,
        seed: 7,
        options: Options::default(),
        started: Timestamp::UNIX_EPOCH,
        zone: "UTC".to_owned(),
        plan: plan.collect(),
    };
    (attempt, places)
}

fn material(text: &str) -> Material {
    let reading = pack::read(text, "moon");
    assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
    Material::new(reading.pack.unwrap(), None)
}

impl Play {
    fn begin(mode: Mode) -> (Self, Vec<Effect>) {
        let material = material(PACK);
        let (attempt, places) = attempt(&material, mode);
        let framing = Framing {
            argument: "moon".to_owned(),
            notes: Vec::new(),
        };
        let session = Session::start(attempt, &places, vec![material], framing);
        let mut play = Self {
            session,
            rows: Vec::new(),
        };
        let effects = play.session.apply(Event::Begin);
        (play, effects)
    }

    fn practice() -> Self {
        Self::begin(Mode::Practice).0
    }

    /// An intent, without recording what it asks to record.
    fn intent(&mut self, intent: Intent) -> Vec<Effect> {
        self.session.apply(Event::Intent {
            intent,
            elapsed_ms: 100,
            source: Source::Line,
        })
    }

    /// An intent; rows are recorded, summaries get no earlier attempts. Everything that was done, in order.
    fn say(&mut self, intent: Intent) -> Vec<Effect> {
        let mut all = self.intent(intent);
        loop {
            let next = match all.last() {
                Some(Effect::Record { payload, .. }) => {
                    let row = self.row(payload.clone());
                    Event::Recorded(Box::new(row))
                }
                Some(Effect::Recall) => Event::Recalled(vec![40]),
                _ => return all,
            };
            all.extend(self.session.apply(next));
        }
    }

    fn row(&mut self, payload: Payload) -> Row {
        let seq = u32::try_from(self.rows.len()).unwrap() + 1;
        let row = Row {
            id: Uuid::from_u128(100 + u128::from(seq)),
            attempt: self.session.attempt().id,
            seq,
            at: Timestamp::UNIX_EPOCH,
            zone: "UTC".to_owned(),
            payload,
        };
        self.rows.push(row.clone());
        row
    }

    fn answer(&mut self, text: &str) -> Vec<Effect> {
        self.say(Intent::Answer(Response::Text(text.to_owned())))
    }
}

fn asked(effects: &[Effect]) -> &str {
    match effects.last() {
        Some(Effect::Ask(Ask::Answer { question, .. })) => question.id.as_str(),
        other => panic!("no question is asked: {other:?}"),
    }
}

fn verdict(effects: &[Effect]) -> &VerdictView {
    let shown = effects.iter().find_map(|effect| match effect {
        Effect::Show(View::Verdict(verdict)) => Some(verdict),
        _ => None,
    });
    shown.expect("a verdict is shown")
}

fn notices(effects: &[Effect]) -> Vec<&Notice> {
    let notices = effects.iter().filter_map(|effect| match effect {
        Effect::Show(View::Notice(notice)) => Some(notice),
        _ => None,
    });
    notices.collect()
}

#[test]
fn an_answer_is_recorded_before_it_is_revealed() {
    let mut play = Play::practice();
    let effects = play.intent(Intent::Answer(Response::Text("Armstrong".to_owned())));
    assert!(
        matches!(&effects[..], [Effect::Record { payload: Payload::Answer(answer), content: Some(_) }]
            if answer.credit == Some(Credit::FULL) && answer.elapsed_ms == 100),
        "{effects:?}"
    );
    // Whatever happens meanwhile, nothing is shown until the row is safe.
    assert_eq!(play.intent(Intent::Next), []);
    assert_eq!(play.intent(Intent::Undo), []);
    let Effect::Record { payload, .. } = effects[0].clone() else {
        unreachable!("checked above")
    };
    let row = play.row(payload);
    let effects = play.session.apply(Event::Recorded(Box::new(row)));
    assert_eq!(verdict(&effects).credit, Some(Credit::FULL));
}

#[test]
fn what_cannot_be_read_is_asked_again_without_a_row() {
    let mut play = Play::practice();
    play.answer("Armstrong");
    play.say(Intent::Next);
    let effects = play.answer("Nectar");
    assert!(
        matches!(effects.last(), Some(Effect::Ask(Ask::Answer { again: Some(_), question })) if question.id.as_str() == "which")
    );
    assert_eq!(play.rows.len(), 1);
}

#[test]
fn a_hint_takes_its_cost_and_the_credit_stays_the_grade_alone() {
    let mut play = Play::practice();
    let effects = play.say(Intent::Hint);
    assert!(
        matches!(&effects[0], Effect::Show(View::Hint { number: 1, of: 2, penalty: 300, text }) if text == "A.")
    );
    play.say(Intent::Hint);
    assert_eq!(notices(&play.say(Intent::Hint)), [&Notice::NoHint]);
    let effects = play.answer("Armstrong");
    let shown = verdict(&effects);
    assert_eq!(
        (shown.credit, shown.penalty, shown.earned.0),
        (Some(Credit::FULL), 600, 400)
    );
}

#[test]
fn a_skipped_question_comes_back_once_and_then_counts_nothing() {
    let mut play = Play::practice();
    let effects = play.say(Intent::Skip);
    assert_eq!(notices(&effects), [&Notice::Skipped { comes_back: true }]);
    assert_eq!(asked(&effects), "which");
    play.answer("Tranquility");
    let effects = play.say(Intent::Next);
    assert_eq!(asked(&effects), "why");
    let effects = play.say(Intent::Skip);
    assert_eq!(asked(&effects), "who");
    let effects = play.say(Intent::Skip);
    assert_eq!(notices(&effects), [&Notice::Skipped { comes_back: false }]);
    assert_eq!(asked(&effects), "why");
    let effects = play.say(Intent::Skip);
    assert_eq!(effects.last(), Some(&Effect::Done(Ending::Complete)));
    assert_eq!(play.rows.last().unwrap().payload, Payload::Finish);
    assert!((play.session.percent() - 100.0 / 3.0).abs() < 1e-9);
}

#[test]
fn dont_know_and_reading_the_passage_first_count_alike() {
    for intent in [Intent::DontKnow, Intent::Passage] {
        let mut play = Play::practice();
        let effects = play.say(intent);
        let shown = verdict(&effects);
        assert!(shown.dont_know && shown.credit == Some(Credit::NONE));
        assert_eq!(
            shown.passage.as_ref().unwrap().quoted,
            "Armstrong commanded"
        );
        assert!(matches!(
            &play.rows[0].payload,
            Payload::Answer(answer) if answer.response.is_none()
        ));
    }
}

#[test]
fn undo_asks_again_and_the_new_response_counts_as_a_second_try() {
    let mut play = Play::practice();
    play.answer("Aldrin");
    let effects = play.say(Intent::Undo);
    assert_eq!(notices(&effects), [&Notice::Undone]);
    assert!(
        matches!(effects.last(), Some(Effect::Ask(Ask::Answer { question, .. })) if question.second_try && question.id.as_str() == "who")
    );
    let effects = play.answer("Armstrong");
    assert_eq!(verdict(&effects).credit, Some(Credit::FULL));
    // From the prompt of the next question, undo speaks of the answer before.
    assert_eq!(asked(&play.say(Intent::Next)), "which");
    assert_eq!(asked(&play.say(Intent::Undo)), "who");
}

#[test]
fn undo_takes_back_a_skip_and_says_when_there_is_nothing() {
    let mut play = Play::practice();
    assert_eq!(notices(&play.say(Intent::Undo)), [&Notice::NothingBefore]);
    play.say(Intent::Skip);
    assert_eq!(asked(&play.say(Intent::Undo)), "who");
    // It is as if it had never been skipped: it comes back once more.
    let effects = play.say(Intent::Skip);
    assert_eq!(notices(&effects), [&Notice::Skipped { comes_back: true }]);
}

#[test]
fn i_was_right_counts_in_full_and_offers_the_spelling() {
    let mut play = Play::practice();
    play.answer("Neil");
    let effects = play.say(Intent::Right);
    let [Notice::Overridden { patch: Some(patch) }] = notices(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert!(patch.contains("accept = [\"Neil\"]"), "{patch}");
    assert_eq!(
        notices(&play.say(Intent::Right)),
        [&Notice::NotHere(Command::Right)]
    );
    assert!((play.session.percent() - 100.0 / 3.0).abs() < 1e-9);
}

#[test]
fn dont_know_cannot_be_overruled() {
    let mut play = Play::practice();
    play.say(Intent::DontKnow);
    let effects = play.say(Intent::Right);
    assert_eq!(notices(&effects), [&Notice::NotHere(Command::Right)]);
    assert_eq!(play.rows.len(), 1);
}

#[test]
fn an_essay_is_stored_first_and_ticked_after_the_model_answer() {
    let mut play = Play::practice();
    play.say(Intent::Skip);
    play.say(Intent::Skip);
    let effects = play.answer("The race.");
    let shown = verdict(&effects);
    assert!(
        matches!(&shown.sheet, Sheet::Essay { rubric, .. } if rubric.iter().all(|(_, ticked)| ticked.is_none()))
    );
    assert!(matches!(effects.last(), Some(Effect::Ask(Ask::Tick { rubric })) if rubric.len() == 2));
    let effects = play.say(Intent::Tick(vec![1]));
    assert_eq!(verdict(&effects).credit, Some(Credit::new(500)));
    assert!(matches!(
        &play.rows.last().unwrap().payload,
        Payload::SelfGrade { rubric, .. } if *rubric == [1]
    ));
}

#[test]
fn an_essay_may_stay_ungraded() {
    let mut play = Play::practice();
    play.say(Intent::Skip);
    play.say(Intent::Skip);
    play.answer("The race.");
    let effects = play.say(Intent::Next);
    assert!(matches!(
        effects.last(),
        Some(Effect::Ask(Ask::Next { .. }))
    ));
    assert_eq!(play.rows.len(), 3);
}

#[test]
fn flags_keep_the_place() {
    let mut play = Play::practice();
    let effects = play.say(Intent::Flag("unclear".to_owned()));
    assert_eq!(notices(&effects), [&Notice::Flagged]);
    assert_eq!(asked(&effects), "who");
    assert!(matches!(&play.rows[0].payload, Payload::Flag { note, .. } if note == "unclear"));
}

#[test]
fn back_shows_earlier_verdicts_read_only() {
    let mut play = Play::practice();
    assert_eq!(notices(&play.say(Intent::Back)), [&Notice::NothingBefore]);
    play.answer("Armstrong");
    play.say(Intent::Next);
    let effects = play.say(Intent::Back);
    assert!(
        matches!(&effects[0], Effect::Show(View::Earlier(verdict)) if verdict.question.id.as_str() == "who")
    );
    assert_eq!(asked(&effects), "which");
    assert_eq!(notices(&play.say(Intent::Back)), [&Notice::NothingBefore]);
}

#[test]
fn quitting_shows_where_one_stands_and_writes_no_row() {
    let mut play = Play::practice();
    play.answer("Armstrong");
    let effects = play.say(Intent::Quit);
    assert_eq!(effects.last(), Some(&Effect::Done(Ending::Quit)));
    let summary = effects.iter().find_map(|effect| match effect {
        Effect::Show(View::Summary(summary)) => Some(summary),
        _ => None,
    });
    let summary = summary.unwrap();
    assert!(!summary.complete && summary.trend.is_empty());
    assert!(
        matches!(&summary.next[0], NextStep::Resume { left: 2, command, .. } if command == "quizline take moon --resume")
    );
    assert_eq!(play.rows.len(), 1);
}

#[test]
fn resuming_goes_on_in_the_same_order_with_the_same_choices() {
    let mut play = Play::practice();
    play.answer("Armstrong");
    let effects = play.say(Intent::Next);
    let Some(Effect::Ask(before)) = effects.last() else {
        panic!("{effects:?}")
    };
    let material = material(PACK);
    let (attempt, _) = attempt(&material, Mode::Practice);
    let mut again = Session::resume(attempt, &play.rows, vec![material], Framing::default());
    let effects = again.apply(Event::Begin);
    let Some(Effect::Ask(after)) = effects.last() else {
        panic!("{effects:?}")
    };
    let form = |ask: &Ask| match ask {
        Ask::Answer { question, .. } => (question.id.clone(), question.form.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(form(before), form(after));
}

#[test]
fn a_question_edited_since_is_named_and_left_out() {
    let edited = PACK.replace("Which sea?", "Which plain?");
    let material = material(&edited);
    let (mut attempt, _) = attempt(&material, Mode::Practice);
    let original = self::material(PACK);
    attempt.plan = self::attempt(&original, Mode::Practice).0.plan;
    let mut session = Session::resume(attempt, &[], vec![material], Framing::default());
    let effects = session.apply(Event::Begin);
    let Effect::Show(View::Opening(opening)) = &effects[0] else {
        panic!("{effects:?}")
    };
    assert!(
        matches!(&opening.notes[..], [Notice::Line(line)] if line.contains("`which`")),
        "{:?}",
        opening.notes
    );
}

#[test]
fn editing_goes_on_with_the_question_as_it_stands_now() {
    let mut play = Play::practice();
    let effects = play.say(Intent::Edit);
    assert!(
        matches!(effects.last(), Some(Effect::Edit { material: 0, at }) if PACK[*at..].starts_with("[[questions]]"))
    );
    let edited = material(&PACK.replace("Who commanded?", "Who led?")).pack;
    let effects = play
        .session
        .apply(Event::Edited(Ok(Some(Box::new(edited)))));
    assert_eq!(notices(&effects), [&Notice::Edited]);
    assert!(
        matches!(effects.last(), Some(Effect::Ask(Ask::Answer { question, .. })) if question.prompt == "Who led?")
    );
    play.say(Intent::Edit);
    let effects = play.session.apply(Event::Edited(Err("broken".to_owned())));
    assert!(matches!(notices(&effects)[..], [Notice::EditFailed { .. }]));
    assert_eq!(asked(&effects), "who");
}

#[test]
fn an_exam_holds_its_verdicts_until_it_is_handed_in() {
    let (mut play, _) = Play::begin(Mode::Exam);
    let effects = play.answer("Aldrin");
    assert_eq!(notices(&effects), [&Notice::Saved]);
    assert_eq!(asked(&effects), "which");
    assert_eq!(notices(&play.say(Intent::Hint)).len(), 1);
    // Back to the first one, to revise it: the last answer counts.
    assert_eq!(asked(&play.say(Intent::Back)), "who");
    play.answer("Armstrong");
    play.answer("Tranquility");
    let effects = play.answer("The race.");
    let Some(Effect::Ask(Ask::Submit { sheet })) = effects.last() else {
        panic!("{effects:?}")
    };
    assert_eq!(sheet.len(), 3);
    assert!(
        play.rows
            .iter()
            .all(|row| !matches!(row.payload, Payload::Finish))
    );
    let effects = play.say(Intent::Submit);
    let verdicts: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Show(View::Verdict(verdict)) => verdict.credit,
            _ => None,
        })
        .collect();
    assert_eq!(verdicts, [Credit::FULL, Credit::FULL]);
    assert_eq!(effects.last(), Some(&Effect::Done(Ending::Complete)));
}

#[test]
fn a_summary_lists_tags_misses_and_the_trend_of_whole_attempts() {
    let mut play = Play::practice();
    play.answer("Aldrin");
    play.say(Intent::Next);
    play.answer("Tranquility");
    play.say(Intent::Next);
    play.say(Intent::Skip);
    let effects = play.say(Intent::Skip);
    let summary = effects.iter().find_map(|effect| match effect {
        Effect::Show(View::Summary(summary)) => Some(summary),
        _ => None,
    });
    let summary = summary.unwrap();
    assert_eq!((summary.percent, summary.trend.as_slice()), (33, &[40][..]));
    assert_eq!((summary.earned.0, summary.of.0), (1000, 3000));
    assert_eq!(summary.tags.len(), 1);
    assert_eq!(
        (summary.tags[0].tag.as_str(), summary.tags[0].percent),
        ("crew", 50)
    );
    let missed: Vec<_> = summary.missed.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(missed, ["who", "why"]);
    assert!(matches!(
        &summary.next[0],
        NextStep::Retry { missed: 2, .. }
    ));
}

#[test]
fn intents_that_mean_nothing_here_ask_again() {
    for intent in [
        Intent::Next,
        Intent::Help,
        Intent::Tick(vec![9]),
        Intent::GoTo(99),
        Intent::Submit,
    ] {
        let mut play = Play::practice();
        assert_eq!(asked(&play.say(intent)), "who");
        assert!(play.rows.is_empty());
    }
}
