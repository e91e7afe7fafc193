//! `which-first`: two events, one came first; the closer their ages, the harder (TIMELINE, section 3).

use super::{
    Game, Round,
    cards::{Cards, before},
    chance::Chance,
    round::{any_lasted, question, told},
};
use crate::pack::{Choice, Distractors, Event, Kind};

/// Pairs are looked for among so many events at most: all pairs of a large pack are too many.
const LOOKED_AT: usize = 150;

/// How hard a pair is, by the ratio of the ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Easy,
    Medium,
    Hard,
}

const LEVELS: [Level; 3] = [Level::Easy, Level::Medium, Level::Hard];

impl Level {
    /// Of the older age by the younger one.
    fn of(ratio: f64) -> Self {
        if ratio >= 2.0 {
            Self::Easy
        } else if ratio >= 1.25 {
            Self::Medium
        } else {
            Self::Hard
        }
    }

    fn far(self, other: Self) -> u8 {
        (self as u8).abs_diff(other as u8)
    }
}

/// Two places among the cards, the earlier event first.
struct Pair {
    earlier: usize,
    later: usize,
    level: Level,
}

pub(super) fn rounds(cards: &Cards, count: usize, chance: &mut Chance) -> Vec<Round> {
    let mut table = pairs(cards, chance);
    let mut uses = vec![0_usize; cards.all.len()];
    let count = count.min(table.len());
    let mut rounds = Vec::with_capacity(count);
    for number in 0..count {
        let level = LEVELS[number * LEVELS.len() / count];
        // The level first, then events that were dealt least; the table is shuffled, so that the first is any.
        let best = (0..table.len()).min_by_key(|&at| {
            let pair = &table[at];
            (pair.level.far(level), uses[pair.earlier] + uses[pair.later])
        });
        let Some(best) = best else { break };
        let pair = table.swap_remove(best);
        for place in [pair.earlier, pair.later] {
            uses[place] += 1;
        }
        rounds.push(round(
            cards.all[pair.earlier],
            cards.all[pair.later],
            chance,
        ));
    }
    rounds
}

fn pairs(cards: &Cards, chance: &mut Chance) -> Vec<Pair> {
    let mut looked_at = chance.places(cards.all.len());
    if looked_at.len() > LOOKED_AT {
        // At least the largest set whose order can be told stays in sight.
        looked_at.truncate(LOOKED_AT);
        let sure = cards.in_order();
        looked_at.extend(
            sure.iter()
                .take(2)
                .filter_map(|event| cards.all.iter().position(|card| card.id == event.id)),
        );
        looked_at.sort_unstable();
        looked_at.dedup();
    }
    let mut pairs = Vec::new();
    for &earlier in &looked_at {
        for &later in &looked_at {
            let (one, other) = (cards.all[earlier], cards.all[later]);
            if before(one, other) {
                let level = Level::of(cards.age(one) / cards.age(other));
                pairs.push(Pair {
                    earlier,
                    later,
                    level,
                });
            }
        }
    }
    chance.shuffle(&mut pairs);
    pairs
}

fn round(earlier: &Event, later: &Event, chance: &mut Chance) -> Round {
    let events = [earlier, later];
    let choice = |event: &Event| Choice {
        text: event.title.clone(),
        feedback: Some(event.when.to_string()),
    };
    let prompt = if any_lasted(&events) {
        "Which began first?"
    } else {
        "Which came first?"
    };
    let kind = Kind::Choice {
        answer: choice(earlier),
        also: Vec::new(),
        distractors: Distractors {
            choices: vec![choice(later)],
            pick: None,
        },
    };
    let mut question = question(Game::WhichFirst, kind, prompt.to_owned());
    question.explanation = earlier.detail.as_ref().map(|_| told(earlier));
    question.passage.clone_from(&earlier.passage);
    let presented = chance.places(2);
    // The events as they were shown.
    let shown: Vec<&Event> = presented.iter().map(|&place| events[place]).collect();
    Round::new(question, &presented, &shown, Some(0.5))
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn the_closer_the_ages_the_harder() {
        for (ratio, level) in [
            (9.0, Level::Easy),
            (2.0, Level::Easy),
            (1.9, Level::Medium),
            (1.25, Level::Medium),
            (1.2, Level::Hard),
            (1.0, Level::Hard),
        ] {
            assert_eq!(Level::of(ratio), level, "{ratio}");
        }
    }
}
