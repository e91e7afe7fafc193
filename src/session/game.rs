//! Games as sessions: dealing one from a pack and a seed, and what a game does otherwise than a quiz. Fewer commands
//! stand open, and in `place` the third wrong card is the last.

#[cfg(test)]
mod tests;

use super::{
    Draw, Material,
    choose::Place,
    machine::{Framing, Session, Slot},
    shown::hash,
    view::{Command, Intent, Sheet, VerdictView},
};
use crate::{
    grade::Credit,
    pack::{Id, Pack, Question},
    record::{Attempt, Outcomes, Planned, Row},
    text,
    text::article::Article,
    timeline::games::{self, Game, LIVES, Needs, Round},
};

/// A game that was dealt: its rounds are the questions of a material.
#[derive(Debug)]
pub struct Deal {
    material: Material,
    playing: Playing,
}

/// What a session knows of its game.
#[derive(Debug)]
pub(super) struct Playing {
    pub(super) game: Game,
    rounds: Vec<Dealt>,
    /// What guessing earns on the average, in percent.
    pub(super) chance: Option<u32>,
}

#[derive(Debug)]
struct Dealt {
    presented: Vec<u32>,
    events: Vec<Id>,
}

impl Deal {
    /// Deals a game with the events of a pack: the same pack, seed and number of rounds give the same game. Without a
    /// number it has as many rounds as is usual; never more than the events give.
    ///
    /// # Errors
    /// What the game needs, when these events do not give it.
    pub fn new(
        pack: Pack,
        article: Option<Article>,
        game: Game,
        rounds: Option<usize>,
        seed: u64,
    ) -> Result<Self, Needs> {
        let mut draw = Draw::new(seed, &["game", pack.id.as_str(), game.name()]);
        let rounds = games::deal(game, &pack.events, rounds, &mut |bound| draw.below(bound))?;
        let chance = games::chance_level(game, &rounds);
        let (mut questions, mut dealt) = (Vec::new(), Vec::new());
        for round in rounds {
            let Round {
                question,
                presented,
                events,
                ..
            } = round;
            questions.push(question);
            dealt.push(Dealt { presented, events });
        }
        let pack = Pack {
            summary: Some(game.rules().to_owned()),
            title: format!("{}: {}", pack.title, game.title()),
            questions,
            pools: Vec::new(),
            ..pack
        };
        Ok(Self {
            material: Material::new(pack, article),
            playing: Playing {
                game,
                rounds: dealt,
                chance,
            },
        })
    }

    /// How many rounds it has.
    #[must_use]
    pub fn rounds(&self) -> usize {
        self.playing.rounds.len()
    }

    /// The plan of an attempt at it.
    #[must_use]
    pub fn plan(&self) -> Vec<Planned> {
        let pack = &self.material.pack;
        let questions = pack.questions.iter();
        questions
            .map(|question| Planned {
                pack: pack.id.clone(),
                question: question.id.clone(),
                content: hash(question, &self.material).0,
                points: question.points.0,
            })
            .collect()
    }
}

impl Session {
    /// A session for a game, from the rows it has so far. The attempt's plan is the deal's: rounds are found by their
    /// place in it, since they share an id.
    #[must_use]
    pub fn play(attempt: Attempt, rows: &[Row], deal: Deal, framing: Framing) -> Self {
        let mut outcomes = Outcomes::new(attempt.plan.len());
        for row in rows {
            outcomes.apply(&attempt, row);
        }
        let Deal { material, playing } = deal;
        let mut slots = Vec::with_capacity(attempt.plan.len());
        for question in 0..attempt.plan.len() {
            let round = playing.rounds.get(question);
            let place = round.map(|_| Place {
                material: 0,
                question,
            });
            let mut slot = Slot::new(place);
            slot.presented = round.map(|round| round.presented.clone());
            slots.push(slot);
        }
        let mut session = Self::with(attempt, slots, outcomes, vec![material], framing);
        session.game = Some(playing);
        session
    }

    /// What a missed question asked, for a list: a game's question without the rest of its prompt; of a pair of events
    /// their titles, since every pair asks the same.
    pub(super) fn missed(&self, question: &Question) -> String {
        let prompt = question.prompt.as_str();
        let Some(game) = &self.game else {
            return question.asked().into_owned();
        };
        let end = prompt.rfind('?').map_or(prompt.len(), |mark| mark + 1);
        let asked = prompt[..end].trim_end_matches('.');
        match (game.game, question.presentable().as_slice()) {
            (Game::WhichFirst, [one, other]) => format!("{asked} {one} / {other}"),
            _ => asked.to_owned(),
        }
    }

    /// The events of a round; none in a quiz.
    pub(super) fn events(&self, slot: usize) -> Vec<Id> {
        let round = self.game.as_ref().and_then(|game| game.rounds.get(slot));
        round.map_or_else(Vec::new, |round| round.events.clone())
    }

    /// Wrong cards that `place` still forgives; none in anything else.
    pub(super) fn lives(&self) -> Option<usize> {
        let game = self.game.as_ref()?;
        (game.game == Game::Place).then(|| {
            let answers = self.outcomes.each.iter().filter_map(|o| o.answer.as_ref());
            let wrong = answers.filter(|counted| counted.credit != Some(Credit::FULL));
            LIVES.saturating_sub(wrong.count())
        })
    }

    /// Whether a slot is still to be asked.
    pub(super) fn is_open(&self, slot: usize) -> bool {
        self.slots[slot].place.is_some()
            && !self.outcomes.each[slot].settled()
            && self.lives() != Some(0)
    }

    /// The command that a game refuses, when the intent is one.
    pub(super) fn refused(&self, intent: &Intent, asking: bool) -> Option<Command> {
        self.game.as_ref()?;
        match intent {
            Intent::Hint => Some(Command::Hint),
            Intent::Skip if asking => Some(Command::Skip),
            Intent::Passage if asking => Some(Command::Passage),
            Intent::Undo => Some(Command::Undo),
            Intent::Right => Some(Command::Right),
            Intent::Edit => Some(Command::Edit),
            Intent::Back => Some(Command::Back),
            _ => None,
        }
    }

    /// What a verdict of a game shows otherwise: the passage without its paragraph, which may tell the dates of events
    /// to come; in `place` how far off the gap was that was chosen, and what is left after a wrong card.
    pub(super) fn of_game(&self, mut view: VerdictView) -> VerdictView {
        if self.game.is_some()
            && let Some(passage) = &mut view.passage
        {
            passage.before.clear();
            passage.after.clear();
        }
        let Some(lives) = self.lives() else {
            return view;
        };
        if let Sheet::Choices(lines) = &mut view.sheet {
            for line in lines.iter_mut().filter(|line| !line.chosen) {
                line.feedback = None;
            }
        }
        if view.credit != Some(Credit::FULL) {
            view.remark = match lives {
                0 => LOST.to_owned(),
                lives => format!("{} left.", text::count_of(lives, "life", "lives")),
            };
        }
        view
    }
}

const LOST: &str = "That was the third wrong card: the game ends here.";
