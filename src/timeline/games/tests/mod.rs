//! What every game owes: fairness, the same game from the same seed, and no date before the move.

mod properties;

use std::cmp::Ordering;

use super::{Game, LIVES, Round, chance_level, deal, place::dated, playable};
use crate::{
    date::{When, true_order},
    pack::{self, Event, Id, Kind},
};

/// A small generator of its own: the real one stands in a layer below.
fn draws(mut state: u64) -> impl FnMut(usize) -> usize {
    move |bound| {
        // Steele and others, SplitMix64.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }
}

fn event(number: usize, when: &str, title: &str) -> Event {
    Event {
        id: Id::new(&format!("e{number}")).unwrap(),
        when: When::read(when).unwrap(),
        title: title.to_owned(),
        detail: None,
        passage: None,
        source: None,
        tags: Vec::new(),
    }
}

/// Events with these dates; their titles are letters.
fn events(dates: &[&str]) -> Vec<Event> {
    let title =
        |number: usize| format!("Event {}", char::from(b'A' + u8::try_from(number).unwrap()));
    let numbered = dates.iter().enumerate();
    numbered
        .map(|(number, when)| event(number, when, &title(number)))
        .collect()
}

fn dealt(game: Game, events: &[Event], rounds: Option<usize>, seed: u64) -> Vec<Round> {
    deal(game, events, rounds, &mut draws(seed)).unwrap_or_default()
}

fn of<'a>(events: &'a [Event], id: &Id) -> &'a Event {
    events.iter().find(|event| event.id == *id).unwrap()
}

fn decidable(one: &Event, other: &Event) -> Option<Ordering> {
    true_order(&one.when, &other.when)
}

/// Replays the line from the choices, and holds every gap against the dates.
fn check_gaps(events: &[Event], rounds: &[Round]) {
    let mut line: Vec<&Event> = Vec::new();
    for round in rounds {
        let Kind::Choice {
            also, distractors, ..
        } = &round.question.kind
        else {
            panic!("a gap is a choice");
        };
        let rights = 1 + also.len();
        if line.is_empty() {
            let first = round.question.presentable()[0];
            let shown = events
                .iter()
                .filter(|e| first.contains(&format!("{} (", e.title)));
            line.extend(shown);
        }
        let card = of(events, &round.events[0]);
        assert_eq!(round.presented.len(), line.len() + 1);
        assert!(
            !distractors.choices.is_empty(),
            "every gap of {card:?} is right"
        );
        let mut gaps = round.presented.iter().enumerate();
        let key = gaps.clone().find(|(_, place)| **place == 0).unwrap().0;
        assert!(gaps.all(|(gap, &place)| {
            let (left, right) = line.split_at(gap);
            let late = left
                .iter()
                .any(|e| decidable(card, e) == Some(Ordering::Less));
            let early = right
                .iter()
                .any(|e| decidable(e, card) == Some(Ordering::Less));
            ((place as usize) < rights) != (late || early)
        }));
        line.insert(key, card);
    }
}

fn bundled() -> Vec<Vec<Event>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes");
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            packs.push(pack::read(&text, "pack").pack.unwrap().events);
        }
    }
    assert!(packs.len() >= 3);
    packs
}

#[test]
fn no_date_is_shown_before_its_move_in_any_bundled_pack() {
    for events in bundled() {
        for game in Game::ALL {
            for seed in 0..20 {
                let mut hidden: Vec<&Event> = events.iter().collect();
                for round in dealt(game, &events, Some(10), seed) {
                    let texts = round.question.presentable().join("\n");
                    if game == Game::Place {
                        // What stands in the line has been shown.
                        hidden.retain(|event| {
                            let shown = dated(event);
                            !texts.contains(&shown)
                        });
                    }
                    let mut shown = format!("{}\n{texts}", round.question.prompt);
                    for event in &events {
                        let told = dated(event);
                        if !hidden.iter().any(|other| other.id == event.id) {
                            shown = shown.replace(&told, "");
                        }
                    }
                    for event in &hidden {
                        for date in [event.when.to_string(), event.when.compact().to_string()] {
                            assert!(!shown.contains(&date), "{game:?} {seed}: {date} in {shown}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn bundled_packs_give_whole_games() {
    for events in bundled() {
        for game in Game::ALL {
            for seed in 0..20 {
                let rounds = dealt(game, &events, None, seed);
                assert_eq!(rounds.len(), game.rounds(), "{game:?}");
                if game == Game::Place {
                    check_gaps(&events, &rounds);
                }
            }
        }
    }
}

#[test]
fn a_title_that_tells_its_date_is_never_dealt() {
    let told = [
        event(0, "1957-10-04", "Sputnik flies in 1957"),
        event(1, "44 BCE", "The Ides of 44 BCE"),
        event(2, "1914..1918", "The war of 1918"),
        event(3, "1969", "Apollo 11 lands"),
        event(4, "1984", "A film of 1949's book"),
    ];
    let rounds = dealt(Game::Date, &told, None, 1);
    let mut dealt: Vec<&str> = rounds.iter().map(|r| r.events[0].as_str()).collect();
    dealt.sort_unstable();
    assert_eq!(dealt, ["e3", "e4"]);
}

#[test]
fn each_game_says_what_it_needs() {
    let none = events(&[]);
    let one = events(&["1957"]);
    let open = events(&["1957", "1957-10-04", "1957-11", "1957?"]);
    let two = events(&["1957", "1958"]);
    let three = events(&["1957", "1958", "1959"]);
    let said = |game, events: &[Event]| {
        playable(game, events)
            .map_or_else(|needs| needs.to_string(), |()| "can be played".to_owned())
    };
    for (game, events, says) in [
        (
            Game::Order,
            &none,
            "needs 3 events whose order can be told; this pack has none",
        ),
        (
            Game::Order,
            &one,
            "needs 3 events whose order can be told; this pack has 1",
        ),
        (
            Game::Place,
            &open,
            "needs 3 events whose order can be told; this pack has 2",
        ),
        (
            Game::WhichFirst,
            &one,
            "needs 2 events whose order can be told; this pack has 1",
        ),
        (
            Game::Date,
            &none,
            "needs an event with a sure date; this pack has none",
        ),
        (Game::Date, &one, "can be played"),
        (Game::WhichFirst, &two, "can be played"),
        (Game::Order, &three, "can be played"),
        (Game::Place, &three, "can be played"),
    ] {
        assert_eq!(said(game, events), says, "{game:?}");
    }
}

#[test]
fn which_first_becomes_harder() {
    let years: Vec<String> = (0..20).map(|n| (1800 + 10 * n).to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let events = events(&years);
    let ratio = |round: &Round| {
        let age = |id: &Id| {
            let year = of(&events, id).when.start().unwrap().nominal().unwrap();
            1991.0 - f64::from(i32::try_from(year.civil().year).unwrap())
        };
        let (one, other) = (age(&round.events[0]), age(&round.events[1]));
        (one / other).max(other / one)
    };
    for seed in 0..20 {
        let rounds = dealt(Game::WhichFirst, &events, Some(9), seed);
        let ratios: Vec<f64> = rounds.iter().map(ratio).collect();
        assert!(ratios[..3].iter().all(|r| *r >= 1.95), "{ratios:?}");
        assert!(ratios[6..].iter().all(|r| *r < 1.26), "{ratios:?}");
    }
}

#[test]
fn both_places_of_a_pair_are_as_likely() {
    let events = events(&["1957", "1958", "1969", "2023"]);
    let first = (0..1000)
        .filter(|&seed| dealt(Game::WhichFirst, &events, Some(1), seed)[0].presented[0] == 0)
        .count();
    // Six standard deviations.
    assert!(first.abs_diff(500) < 95, "{first}");
}

#[test]
fn a_date_is_asked_in_a_unit_that_fits_the_span_and_the_event() {
    let prompt = |dates: &[&str], number: usize| {
        let all = events(dates);
        let rounds = dealt(Game::Date, &all, None, 3);
        let id = &all[number].id;
        let round = rounds.into_iter().find(|r| r.events[0] == *id).unwrap();
        round.question.prompt
    };
    for (dates, number, says) in [
        (
            ["1957-10-04", "2025-01-20"],
            0,
            "“Event A”: when was that? Give a year. 7 years off still earns half.",
        ),
        (
            ["1957-10-04", "1957-12-06"],
            1,
            "“Event B”: when was that? Give a day. 6 days off still earns half.",
        ),
        (
            ["2016-02", "2025-01-20"],
            0,
            "“Event A”: when was that? Give a month. 11 months off still earns half.",
        ),
        (
            ["2016-02", "late 2024"],
            1,
            "“Event B”: when was that? Give a year. 1 year off still earns half.",
        ),
        (
            ["1957..1969", "2025"],
            0,
            "“Event A”: when did that begin? Give a year. 7 years off still earns half.",
        ),
        (
            ["13.8 Ga", "1957"],
            0,
            "“Event A”: how long ago was that? Off by a factor of 10.3 still earns half.",
        ),
    ] {
        assert_eq!(prompt(&dates, number), says);
    }
}

#[test]
fn guessing_is_worth_what_it_is_said_to_be() {
    let events = events(&["1957", "1958", "1969", "2023", "2024", "2025"]);
    let level = |game, rounds| chance_level(game, &dealt(game, &events, Some(rounds), 4));
    assert_eq!(level(Game::WhichFirst, 4), Some(50));
    assert_eq!(level(Game::Date, 4), None);
    assert_eq!(level(Game::Order, 1), Some(16));
    // One card has two gaps of which one is right; the next has three.
    assert_eq!(level(Game::Place, 1), Some(50));
    assert_eq!(level(Game::Place, 2), Some(42));
    assert_eq!(LIVES, 3);
}

#[test]
fn ten_thousand_events_are_dealt_at_once() {
    let dates: Vec<String> = (0..10_000).map(|n| format!("{} BCE", 10_001 - n)).collect();
    let events: Vec<Event> = dates
        .iter()
        .enumerate()
        .map(|(number, when)| event(number, when, &format!("Event {number}th")))
        .collect();
    for game in Game::ALL {
        assert_eq!(dealt(game, &events, Some(20), 7).len(), 20, "{game:?}");
    }
}
