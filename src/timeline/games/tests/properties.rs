//! Properties over dates of every form.

use std::cmp::Ordering;

use proptest::{
    prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest},
    sample::select,
};

use super::{check_gaps, dealt, decidable, events, of};
use crate::{
    pack::{self, Event},
    timeline::games::{Game, Round, playable},
};

/// Dates of every form, near and far.
const DATES: [&str; 26] = [
    "13.8 Ga",
    "66 Ma",
    "300 ka",
    "c. 3000 BCE",
    "44 BCE",
    "before 1917",
    "after 1917",
    "1957",
    "1957-10-04",
    "October 1957",
    "late 1957",
    "1957?",
    "1957..1969",
    "..1969",
    "1917..present",
    "between 1957 and 1969",
    "1950s",
    "20th century",
    "c. 1950",
    "summer 1969",
    "Q3 1969",
    "1969-07-20",
    "1969-07-20T20:17:40Z",
    "1970",
    "2023-07",
    "2025-01-20",
];

fn any_events() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(select(DATES.to_vec()), 0..20).prop_map(|dates| events(&dates))
}

fn any_game() -> impl Strategy<Value = Game> {
    select(Game::ALL.to_vec())
}

fn asked(rounds: &[Round]) -> Vec<String> {
    let content = |round: &Round| {
        let content = pack::content(&round.question, "en");
        format!("{content} {:?} {:?}", round.presented, round.events)
    };
    rounds.iter().map(content).collect()
}

proptest! {
    #[test]
    fn the_same_events_and_draws_give_the_same_game(
        events in any_events(), game in any_game(), seed in any::<u64>(), count in 1_usize..60,
    ) {
        let rounds = dealt(game, &events, Some(count), seed);
        prop_assert_eq!(asked(&rounds), asked(&dealt(game, &events, Some(count), seed)));
        prop_assert!(rounds.len() <= count);
        prop_assert_eq!(playable(game, &events).is_ok(), !rounds.is_empty());
    }

    #[test]
    fn doubtful_events_are_never_dealt(
        events in any_events(), game in any_game(), seed in any::<u64>(),
    ) {
        for round in dealt(game, &events, None, seed) {
            prop_assert!(round.events.iter().all(|id| !of(&events, id).when.uncertain()));
        }
    }

    #[test]
    fn every_pair_and_every_order_that_is_asked_can_be_told(
        events in any_events(), seed in any::<u64>(),
    ) {
        for game in [Game::Order, Game::WhichFirst] {
            for round in dealt(game, &events, None, seed) {
                for (at, one) in round.events.iter().enumerate() {
                    for other in &round.events[at + 1..] {
                        prop_assert!(decidable(of(&events, one), of(&events, other)).is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn the_keys_of_order_and_which_first_are_the_truth(
        events in any_events(), seed in any::<u64>(),
    ) {
        let titled = |title: &str| events.iter().find(|event| event.title == title).unwrap();
        for round in dealt(Game::WhichFirst, &events, None, seed) {
            let texts = round.question.presentable();
            prop_assert_eq!(decidable(titled(texts[0]), titled(texts[1])), Some(Ordering::Less));
        }
        for round in dealt(Game::Order, &events, None, seed) {
            let texts = round.question.presentable();
            prop_assert!((3..=8).contains(&texts.len()));
            for pair in texts.windows(2) {
                prop_assert_eq!(decidable(titled(pair[0]), titled(pair[1])), Some(Ordering::Less));
            }
        }
    }

    #[test]
    fn a_gap_is_right_exactly_when_no_date_contradicts_it(
        events in any_events(), seed in any::<u64>(),
    ) {
        check_gaps(&events, &dealt(Game::Place, &events, Some(20), seed));
    }
}
