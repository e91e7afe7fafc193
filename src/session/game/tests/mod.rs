//! Event sequences of games: what is asked, what stands open, when a game ends, how it is gone on with.

mod place;

use jiff::Timestamp;
use uuid::Uuid;

use super::Deal;
use crate::{
    grade::{Credit, Response},
    pack,
    record::{Attempt, Mode, Options, Payload, Row, Source},
    session::{
        Ask, Command, Effect, Ending, Event, Framing, Intent, QuestionView, Session, Summary, View,
        view::{NextStep, Notice, VerdictView},
    },
    text::article::Article,
    timeline::games::Game,
};

const PACK: &str = r#"
format = 1
id = "space"
title = "Space"
[[events]]
id = "sputnik"
when = 1957-10-04
title = "Sputnik flies"
detail = "A ball that beeps."
passage = "On 4 October 1957 Sputnik flew"
[[events]]
id = "nasa"
when = 1958-07-29
title = "NASA is founded"
[[events]]
id = "gagarin"
when = 1961-04-12
title = "Gagarin circles the Earth"
[[events]]
id = "moon"
when = 1969-07-20
title = "Americans walk on the Moon"
[[events]]
id = "mir"
when = "February 1986"
title = "Mir is launched"
[[events]]
id = "iss"
when = 1998-11-20
title = "The ISS is begun"
[[questions]]
id = "sorted"
kind = "ordering"
prompt = "Sort."
events = ["sputnik", "nasa", "gagarin", "moon"]
[[questions]]
id = "day"
kind = "date"
prompt = "When?"
event = "gagarin"
precision = "year"
tolerance = "4 years"
"#;

const ARTICLE: &str = "# Space\n\nOn 4 October 1957 Sputnik flew. On 29 July 1958 NASA followed.\n";

fn pack() -> pack::Pack {
    let reading = pack::read(PACK, "space");
    assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
    reading.pack.unwrap()
}

fn deal(game: Game, seed: u64) -> Deal {
    Deal::new(
        pack(),
        Some(Article::new(ARTICLE.to_owned())),
        game,
        None,
        seed,
    )
    .unwrap()
}

struct Play {
    session: Session,
    rows: Vec<Row>,
}

impl Play {
    fn begin(game: Game, seed: u64) -> (Self, Vec<Effect>) {
        Self::go_on(game, seed, Vec::new())
    }

    fn go_on(game: Game, seed: u64, rows: Vec<Row>) -> (Self, Vec<Effect>) {
        let deal = deal(game, seed);
        let attempt = Attempt {
            id: Uuid::from_u128(1),
            learner: "Ann".to_owned(),
            mode: Mode::Timeline,
            seed,
            options: Options::default(),
            started: Timestamp::UNIX_EPOCH,
            zone: "UTC".to_owned(),
            plan: deal.plan(),
        };
        let framing = Framing {
            argument: "space".to_owned(),
            notes: Vec::new(),
        };
        let mut session = Session::play(attempt, &rows, deal, framing);
        let effects = session.apply(Event::Begin);
        (Self { session, rows }, effects)
    }

    /// An intent; rows are recorded, and there are earlier attempts that no game must speak of.
    fn say(&mut self, intent: Intent) -> Vec<Effect> {
        let mut next = Event::Intent {
            intent,
            elapsed_ms: 100,
            source: Source::Line,
        };
        let mut all = Vec::new();
        loop {
            all.extend(self.session.apply(next));
            next = match all.last() {
                Some(Effect::Record { payload, .. }) => {
                    let seq = u32::try_from(self.rows.len()).unwrap() + 1;
                    let row = Row {
                        id: Uuid::from_u128(100 + u128::from(seq)),
                        attempt: self.session.attempt().id,
                        seq,
                        at: Timestamp::UNIX_EPOCH,
                        zone: "UTC".to_owned(),
                        payload: payload.clone(),
                    };
                    self.rows.push(row.clone());
                    Event::Recorded(Box::new(row))
                }
                Some(Effect::Recall) => Event::Recalled(vec![40]),
                _ => return all,
            };
        }
    }

    fn answer(&mut self, text: &str) -> Vec<Effect> {
        self.say(Intent::Answer(Response::Text(text.to_owned())))
    }

    /// Chooses a gap of the round that is asked: a right one or a wrong one.
    fn place(&mut self, asked: &[Effect], right: bool) -> Vec<Effect> {
        let round = question(asked).number - 1;
        let asked = &self.session.materials()[0].pack.questions[round];
        let pack::Kind::Choice {
            answer,
            distractors,
            ..
        } = &asked.kind
        else {
            panic!("a gap is a choice");
        };
        let text = if right {
            &answer.text
        } else {
            &distractors.choices[0].text
        };
        let text = text.clone();
        self.answer(&text)
    }
}

fn question(effects: &[Effect]) -> &QuestionView {
    match effects.last() {
        Some(Effect::Ask(Ask::Answer { question, .. })) => question,
        other => panic!("no round is asked: {other:?}"),
    }
}

fn verdict(effects: &[Effect]) -> &VerdictView {
    let shown = effects.iter().find_map(|effect| match effect {
        Effect::Show(View::Verdict(verdict)) => Some(verdict),
        _ => None,
    });
    shown.expect("a verdict is shown")
}

fn summary(effects: &[Effect]) -> &Summary {
    let shown = effects.iter().find_map(|effect| match effect {
        Effect::Show(View::Summary(summary)) => Some(summary),
        _ => None,
    });
    shown.expect("a summary is shown")
}

#[test]
fn what_would_give_a_move_away_or_take_it_back_does_nothing_in_a_game() {
    for game in Game::ALL {
        let (mut play, asked) = Play::begin(game, 1);
        let open = vec![Command::DontKnow, Command::Flag, Command::Quit];
        assert_eq!(question(&asked).commands, open);
        for intent in [
            Intent::Hint,
            Intent::Skip,
            Intent::Passage,
            Intent::Undo,
            Intent::Right,
            Intent::Edit,
            Intent::Back,
        ] {
            let told = play.say(intent.clone());
            assert!(
                matches!(
                    told.first(),
                    Some(Effect::Show(View::Notice(Notice::NotHere(_))))
                ),
                "{intent:?}: {told:?}"
            );
            assert_eq!(question(&told).number, 1);
        }
        let told = play.say(Intent::DontKnow);
        let Some(Effect::Ask(Ask::Next { commands, .. })) = told.last() else {
            panic!("{told:?}");
        };
        assert_eq!(*commands, [Command::Next, Command::Flag, Command::Quit]);
        for intent in [Intent::Undo, Intent::Right, Intent::Edit, Intent::Back] {
            let told = play.say(intent);
            assert!(matches!(told.last(), Some(Effect::Ask(Ask::Next { .. }))));
        }
        assert_eq!(play.rows.len(), 1);
    }
}

#[test]
fn each_move_is_a_row_with_the_events_it_is_about() {
    for game in Game::ALL {
        let (mut play, _) = Play::begin(game, 2);
        play.say(Intent::DontKnow);
        let Payload::Answer(answer) = &play.rows[0].payload else {
            panic!("{:?}", play.rows);
        };
        assert_eq!(answer.question.as_str(), format!("@{}", game.name()));
        let events = answer.events.len();
        assert!(match game {
            Game::Order => events >= 3,
            Game::WhichFirst => events == 2,
            Game::Place | Game::Date => events == 1,
        });
        let (kind, body) = (play.rows[0].payload.kind(), play.rows[0].payload.body());
        assert_eq!(
            Payload::parse(kind, &body.unwrap()).unwrap(),
            play.rows[0].payload
        );
    }
}

#[test]
fn a_game_goes_on_with_the_same_rounds() {
    for game in Game::ALL {
        let (mut whole, mut asked) = Play::begin(game, 8);
        for _ in 0..2 {
            whole.say(Intent::DontKnow);
            asked = whole.say(Intent::Next);
        }
        let (_, again) = Play::go_on(game, 8, whole.rows.clone());
        assert_eq!(question(&again), question(&asked), "{game:?}");
        assert!(matches!(&again[0], Effect::Show(View::Opening(opening)) if opening.answered == 2));
    }
}

#[test]
fn the_end_says_the_chance_level_and_nothing_of_quizzes() {
    for (game, chance) in [
        (Game::Order, Some(16)),
        (Game::WhichFirst, Some(50)),
        (Game::Date, None),
    ] {
        let (mut play, mut asked) = Play::begin(game, 2);
        assert!(play.session.attempt().plan.len() > 1);
        while let Some(Effect::Ask(Ask::Answer { .. })) = asked.last() {
            play.say(Intent::DontKnow);
            asked = play.say(Intent::Next);
        }
        let summary = summary(&asked);
        assert_eq!(summary.trend, Vec::<u32>::new());
        match chance {
            Some(chance) => assert!(summary.chance.unwrap().abs_diff(chance) < 8, "{summary:?}"),
            None => assert_eq!(summary.chance, None),
        }
        let NextStep::Again { command } = &summary.next[0] else {
            panic!("{:?}", summary.next);
        };
        assert_eq!(
            *command,
            format!("quizline timeline space --play {}", game.name())
        );
    }
}

#[test]
fn quitting_offers_to_go_on_with_the_game() {
    let (mut play, _) = Play::begin(Game::Date, 2);
    play.say(Intent::DontKnow);
    let end = play.say(Intent::Quit);
    assert_eq!(end.last(), Some(&Effect::Done(Ending::Quit)));
    let summary = summary(&end);
    assert_eq!(summary.chance, None);
    let command = "quizline timeline space --play date --resume".to_owned();
    let go_on = NextStep::Resume {
        left: 5,
        game: true,
        command,
    };
    assert_eq!(summary.next[0], go_on);
    // Without a move there is nothing to go on with.
    let end = Play::begin(Game::Date, 2).0.say(Intent::Quit);
    assert!(matches!(
        self::summary(&end).next[0],
        NextStep::Again { .. }
    ));
}

#[test]
fn a_passage_is_shown_after_the_move_without_the_dates_around_it() {
    let (mut play, mut asked) = Play::begin(Game::Date, 2);
    let mut shown = Vec::new();
    while let Some(Effect::Ask(Ask::Answer { .. })) = asked.last() {
        let told = play.say(Intent::DontKnow);
        shown.extend(verdict(&told).passage.clone());
        asked = play.say(Intent::Next);
    }
    let [passage] = shown.as_slice() else {
        panic!("one event has a passage: {shown:?}");
    };
    assert_eq!(passage.quoted, "On 4 October 1957 Sputnik flew");
    assert_eq!((passage.before.as_str(), passage.after.as_str()), ("", ""));
}

#[test]
fn games_and_questions_about_events_are_graded_by_the_same_rules() {
    let questions = pack().questions;
    let context = crate::grade::Context::default();
    let graded = |question: &pack::Question, response: &Response| {
        let verdict = crate::grade::grade(question, &context, response).unwrap();
        (verdict.credit, verdict.reason)
    };
    // The ordering of the pack, and a round that asks for the same events.
    let (round, ids) = (0..500)
        .find_map(|seed| {
            let deal = deal(Game::Order, seed);
            let at = deal.playing.rounds.iter().position(|round| {
                let ids: Vec<&str> = round.events.iter().map(pack::Id::as_str).collect();
                ids == ["sputnik", "nasa", "gagarin", "moon"]
            })?;
            let ids = deal.playing.rounds[at].events.clone();
            Some((deal.material.pack.questions[at].clone(), ids))
        })
        .expect("a round of these four");
    for order in [[0, 1, 2, 3], [1, 0, 2, 3], [3, 0, 1, 2], [3, 2, 1, 0]] {
        let given = order
            .iter()
            .map(|&at: &usize| ids[at].to_string())
            .collect();
        let given = Response::List(given);
        assert_eq!(graded(&round, &given), graded(&questions[0], &given));
    }
    // Six events from 1957 to 1998: half is lost at four years.
    let deal = deal(Game::Date, 1);
    let at = deal
        .playing
        .rounds
        .iter()
        .position(|round| round.events[0].as_str() == "gagarin");
    let round = &deal.material.pack.questions[at.unwrap()];
    for (year, credit) in [("1961", 1000), ("1965", 500), ("1958", 677), ("1990", 0)] {
        let given = Response::Text(year.to_owned());
        assert_eq!(graded(round, &given), graded(&questions[1], &given));
        assert_eq!(graded(round, &given).0, Some(Credit::new(credit)), "{year}");
    }
}

#[test]
fn an_order_says_what_to_move() {
    let (mut play, asked) = Play::begin(Game::Order, 1);
    let round = question(&asked).number - 1;
    let key = &play.session.materials()[0].pack.questions[round];
    let mut items: Vec<String> = key.presentable().iter().map(|&t| t.to_owned()).collect();
    let last = items.pop().unwrap();
    items.insert(0, last.clone());
    let of = items.len();
    let told = play.say(Intent::Answer(Response::List(items)));
    let remark = &verdict(&told).remark;
    let says = format!("{} of {of} already in order; move {last} down", of - 1);
    assert!(remark.starts_with(&says), "{remark}");
}
