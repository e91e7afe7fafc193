//! `order`: three to eight events whose order can be told, more of them from round to round.

use std::collections::HashSet;

use super::{
    Game, Round,
    cards::{Cards, decidable},
    chance::Chance,
    round::{any_lasted, question},
};
use crate::pack::{Event, Item, Kind};

const FEWEST: usize = 3;
const USUAL: usize = 5;
const MOST: usize = 8;

/// What a random order earns on the average, for 3 to 8 items: the mean of max(0, tau) over all orders (TIMELINE,
/// section 3).
const CHANCE: [f64; 6] = [0.28, 0.19, 0.16, 0.15, 0.13, 0.12];

/// How often a set is drawn anew when it was asked before.
const TRIES: usize = 20;

pub(super) fn rounds(cards: &Cards, count: usize, chance: &mut Chance) -> Vec<Round> {
    let largest = cards.in_order();
    let mut table = Table {
        cards: &cards.all,
        largest: &largest,
        uses: vec![0; cards.all.len()],
        seen: HashSet::new(),
    };
    (0..count)
        .map_while(|number| {
            let size = size(number, count).min(largest.len());
            // A smaller set is better than one that was asked before.
            let sizes = (FEWEST..=size).rev();
            let mut events = sizes
                .into_iter()
                .find_map(|size| table.draw(size, chance))?;
            events.sort_by_key(|event| event.when.list_key());
            Some(round(&events, chance))
        })
        .collect()
}

/// How many events a round has: around five, fewer in the first rounds and more in the last.
fn size(number: usize, of: usize) -> usize {
    let first = USUAL.saturating_sub(of / 2).max(FEWEST);
    let last = (USUAL + of / 2).min(MOST);
    let steps = of.saturating_sub(1).max(1);
    first + (2 * number * (last - first) + steps) / (2 * steps)
}

struct Table<'a, 'e> {
    cards: &'a [&'e Event],
    largest: &'a [&'e Event],
    /// How often each card was dealt.
    uses: Vec<usize>,
    /// Sets that were asked.
    seen: HashSet<Vec<usize>>,
}

impl<'e> Table<'_, 'e> {
    /// So many events whose order can be told, those dealt least first; none when every such set was asked.
    fn draw(&mut self, size: usize, chance: &mut Chance) -> Option<Vec<&'e Event>> {
        for _ in 0..TRIES {
            let mut places = chance.places(self.cards.len());
            places.sort_by_key(|&place| self.uses[place]);
            let mut taken: Vec<usize> = Vec::with_capacity(size);
            for place in places {
                let fits = |&other: &usize| decidable(self.cards[place], self.cards[other]);
                if taken.len() < size && taken.iter().all(fits) {
                    taken.push(place);
                }
            }
            if taken.len() < size {
                // Taken one by one they may bar each other; the largest set has room.
                taken = self.of_largest(size, chance);
            }
            let mut set = taken.clone();
            set.sort_unstable();
            if set.len() == size && self.seen.insert(set) {
                for &place in &taken {
                    self.uses[place] += 1;
                }
                return Some(taken.into_iter().map(|place| self.cards[place]).collect());
            }
        }
        None
    }

    fn of_largest(&self, size: usize, chance: &mut Chance) -> Vec<usize> {
        let picked = chance.places(self.largest.len());
        let picked = picked.into_iter().take(size);
        let place = |at: usize| {
            let id = &self.largest[at].id;
            self.cards.iter().position(|event| event.id == *id)
        };
        picked.filter_map(place).collect()
    }
}

/// The round that asks for the order of these events, which stand in it.
fn round(events: &[&Event], chance: &mut Chance) -> Round {
    let items = events
        .iter()
        .map(|event| Item {
            text: event.title.clone(),
            event: Some((event.id.clone(), event.when.clone())),
        })
        .collect();
    let prompt = if any_lasted(events) {
        "Order these events by when they began, the earliest first."
    } else {
        "Order these events by when they happened, the earliest first."
    };
    let question = question(Game::Order, Kind::Ordering { items }, prompt.to_owned());
    let guessed = CHANCE.get(events.len().saturating_sub(FEWEST)).copied();
    Round::new(question, &chance.places(events.len()), events, guessed)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn rounds_grow_around_five() {
        for (of, sizes) in [
            (1, vec![5]),
            (3, vec![4, 5, 6]),
            (5, vec![3, 4, 5, 6, 7]),
            (6, vec![3, 4, 5, 6, 7, 8]),
        ] {
            let all: Vec<usize> = (0..of).map(|number| size(number, of)).collect();
            assert_eq!(all, sizes);
        }
        assert!((0..50).all(|number| (3..=8).contains(&size(number, 50))));
    }
}
