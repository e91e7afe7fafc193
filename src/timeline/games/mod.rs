//! Games with the timeline. A game is a list of rounds made from events and chance alone, and each round is an
//! ordinary question: asking, grading and recording need not know that it is a game.

mod cards;
mod chance;
mod date;
mod order;
mod place;
mod round;
#[cfg(test)]
mod tests;
mod which_first;

use std::fmt;

use crate::pack::{Event, Id};

use cards::Cards;
use chance::Chance;
pub use round::Round;

/// The third wrong card ends `place`.
pub const LIVES: usize = 3;

/// The most rounds that a game is dealt: on a line of so many cards nobody finds a place any more.
pub const MOST_ROUNDS: usize = 50;

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Game {
    /// Put events in order.
    Order,
    /// Find the place of one card after another in a growing line.
    Place,
    /// Tell which of two events came first.
    WhichFirst,
    /// Tell when an event was.
    Date,
}

impl Game {
    /// All of them, as menus list them.
    pub const ALL: [Self; 4] = [Self::Order, Self::Place, Self::WhichFirst, Self::Date];

    /// Its kebab-case name, as the command line has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Place => "place",
            Self::WhichFirst => "which-first",
            Self::Date => "date",
        }
    }

    /// The id that its rounds are recorded under: `@order` and so on.
    #[must_use]
    pub fn id(self) -> Id {
        Id::of_game(self.name())
    }

    /// The game whose rounds are recorded under this id.
    #[must_use]
    pub fn of(id: &Id) -> Option<Self> {
        Self::ALL.into_iter().find(|game| game.id() == *id)
    }

    /// What it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Order => "put events in order",
            Self::Place => "find the place in the line",
            Self::WhichFirst => "which came first?",
            Self::Date => "when was it?",
        }
    }

    /// How it is played, in a sentence or two.
    #[must_use]
    pub fn rules(self) -> &'static str {
        match self {
            Self::Order => {
                "Put the events of each round in order, the earliest first. What is nearly in order earns nearly all."
            }
            Self::Place => {
                "Every card goes to its place in a line that grows. The third wrong card ends the game."
            }
            Self::WhichFirst => "Two events, one came first. They come closer as the game goes on.",
            Self::Date => "Say when it was: the closer, the more it earns.",
        }
    }

    /// How many events it cannot do without.
    fn wanted(self) -> usize {
        match self {
            Self::Order | Self::Place => 3,
            Self::WhichFirst => 2,
            Self::Date => 1,
        }
    }

    /// How many rounds it has unless it is said.
    fn rounds(self) -> usize {
        match self {
            Self::Order => 5,
            Self::Place | Self::WhichFirst | Self::Date => 10,
        }
    }
}

/// What a game would need that these events do not give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    game: Game,
    there: usize,
}

impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (wanted, there) = (self.game.wanted(), self.there);
        let there = if there == 0 {
            "none".to_owned()
        } else {
            there.to_string()
        };
        match self.game {
            Game::Date => write!(f, "needs an event with a sure date; this pack has {there}"),
            _ => write!(
                f,
                "needs {wanted} events whose order can be told; this pack has {there}"
            ),
        }
    }
}

impl std::error::Error for Needs {}

/// Whether a game can be played with these events.
///
/// # Errors
/// What it would need.
pub fn playable(game: Game, events: &[Event]) -> Result<(), Needs> {
    enough(game, &Cards::of(events))
}

fn enough(game: Game, cards: &Cards) -> Result<(), Needs> {
    let there = match game {
        Game::Date => date::fit(cards).len(),
        _ => cards.in_order().len(),
    };
    if there >= game.wanted() {
        Ok(())
    } else {
        Err(Needs { game, there })
    }
}

/// Deals a game: at least one round, at most as many as asked for (unless it is said, as many as the game has), fewer
/// where the events do not give more. `below` draws a place below a bound; the same events and draws give the same game.
///
/// Events whose source is doubtful, whose title tells the date, or whose title another one has are left out.
///
/// # Errors
/// What it would need, when these events give no game.
pub fn deal(
    game: Game,
    events: &[Event],
    rounds: Option<usize>,
    below: &mut dyn FnMut(usize) -> usize,
) -> Result<Vec<Round>, Needs> {
    let cards = Cards::of(events);
    enough(game, &cards)?;
    let count = rounds.unwrap_or(game.rounds()).clamp(1, MOST_ROUNDS);
    let mut chance = Chance(below);
    Ok(match game {
        Game::Order => order::rounds(&cards, count, &mut chance),
        Game::Place => place::rounds(&cards, count, &mut chance),
        Game::WhichFirst => which_first::rounds(&cards, count, &mut chance),
        Game::Date => date::rounds(&cards, count, &mut chance),
    })
}

/// What guessing earns on the average over a whole game, in percent; none where nobody can say. In `place` a guesser
/// rarely comes to the end: rounds after the third wrong card earn nothing.
#[must_use]
pub fn chance_level(game: Game, rounds: &[Round]) -> Option<u32> {
    // How likely it is that so many lives are left.
    let mut alive = [0.0; LIVES];
    alive[LIVES - 1] = 1.0;
    let mut earned = 0.0;
    for round in rounds {
        let right = round.chance?;
        earned += right * alive.iter().sum::<f64>();
        if game == Game::Place {
            for lives in 0..LIVES {
                let lost = alive.get(lives + 1).copied().unwrap_or(0.0) * (1.0 - right);
                alive[lives] = alive[lives] * right + lost;
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "there are few rounds")]
    let mean = earned / rounds.len().max(1) as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mean of shares is between 0 and 1"
    )]
    let percent = (mean * 100.0).round() as u32;
    Some(percent)
}
