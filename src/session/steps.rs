//! What follows: the next question, what a recorded row leads to, the end.

use super::{
    Material,
    choose::Place,
    machine::{Effect, Ending, Session, Stand, State, Then},
    present::present,
    summary,
    view::{Ask, Notice, Opening, View},
};
use crate::{
    grade::{AskAgain, Verdict},
    pack,
    record::{ContentHash, Mode, Payload, Row},
};

impl Session {
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        let answered = self.outcomes.each.iter().filter(|o| o.settled()).count();
        let open = self.slots.len() - answered;
        let first = self.materials.first().map(|material| &material.pack);
        let first = first.filter(|_| self.attempt.mode != Mode::Review);
        let opening = Opening {
            title: self.title(),
            summary: first.and_then(|pack| pack.summary.clone()),
            questions: self.slots.len(),
            game: self.game.is_some(),
            answered,
            minutes: summary::minutes(open),
            learner: self.attempt.learner.clone(),
            seed: self.attempt.seed,
            notes: self.framing.notes.clone(),
        };
        let mut effects = vec![Effect::Show(View::Opening(opening))];
        effects.extend(self.next());
        effects
    }

    /// What the attempt is called: its pack's title; a review is of several.
    pub(super) fn title(&self) -> String {
        if self.attempt.mode == Mode::Review {
            return REVIEW.to_owned();
        }
        let first = self.materials.first();
        first
            .map(|material| material.pack.title.clone())
            .unwrap_or_default()
    }

    /// The next question that is open: in the order of the plan, then those passed over once.
    pub(super) fn next(&mut self) -> Vec<Effect> {
        let open = |skips: usize| {
            (0..self.slots.len())
                .find(|&slot| self.is_open(slot) && self.outcomes.each[slot].skips == skips)
        };
        match open(0).or_else(|| open(1)) {
            Some(slot) => self.ask(slot, None),
            None if self.attempt.mode == Mode::Exam => self.hand_in(),
            None => self.finish(),
        }
    }

    pub(super) fn finish(&mut self) -> Vec<Effect> {
        if self.outcomes.finished {
            return self.recall(Ending::Complete);
        }
        self.record(Payload::Finish, None, Then::Finished)
    }

    pub(super) fn recall(&mut self, ending: Ending) -> Vec<Effect> {
        self.state = State::Recalling(ending);
        vec![Effect::Recall]
    }

    pub(super) fn quit(&mut self) -> Vec<Effect> {
        let open = (0..self.slots.len()).any(|slot| self.is_open(slot));
        if open || self.attempt.mode == Mode::Exam {
            self.recall(Ending::Quit)
        } else {
            self.finish()
        }
    }

    pub(super) fn ask(&mut self, slot: usize, again: Option<AskAgain>) -> Vec<Effect> {
        self.prepare(slot);
        let Some(question) = self.view(slot) else {
            return self.next();
        };
        self.state = State::Asking(slot);
        vec![Effect::Ask(Ask::Answer {
            question: Box::new(question),
            again,
        })]
    }

    /// Draws the presented order of a slot that is about to be asked.
    fn prepare(&mut self, slot: usize) {
        let (seed, state) = (self.attempt.seed, &self.slots[slot]);
        if let (None, Some(place)) = (&state.presented, state.place) {
            let pack = &self.materials[place.material].pack;
            let drawn = present(&pack.id, &pack.questions[place.question], seed);
            self.slots[slot].presented = Some(drawn);
        }
    }

    pub(super) fn stand(&mut self, stand: Stand) -> Vec<Effect> {
        match stand {
            Stand::Asking(slot) => self.ask(slot, None),
            Stand::After(slot) => self.ask_next(slot),
        }
    }

    pub(super) fn ask_next(&mut self, slot: usize) -> Vec<Effect> {
        self.state = State::After(slot);
        let last = !(0..self.slots.len()).any(|slot| self.is_open(slot));
        vec![Effect::Ask(Ask::Next {
            commands: self.commands_after(slot),
            last,
        })]
    }

    pub(super) fn notice(&mut self, notice: Notice, stand: Stand) -> Vec<Effect> {
        let mut effects = vec![Effect::Show(View::Notice(notice))];
        effects.extend(self.stand(stand));
        effects
    }

    pub(super) fn record(
        &mut self,
        payload: Payload,
        content: Option<(ContentHash, String)>,
        then: Then,
    ) -> Vec<Effect> {
        self.state = State::Recording(then);
        vec![Effect::Record { payload, content }]
    }

    pub(super) fn hand_in(&mut self) -> Vec<Effect> {
        self.state = State::HandingIn;
        let sheet = self
            .outcomes
            .each
            .iter()
            .map(|outcome| (outcome.answer.is_some(), outcome.flagged))
            .collect();
        vec![Effect::Ask(Ask::Submit { sheet })]
    }

    pub(super) fn ask_ticks(&mut self, slot: usize) -> Vec<Effect> {
        let rubric = match self.question(slot).map(|question| &question.kind) {
            Some(pack::Kind::Essay { rubric, .. }) => rubric.clone(),
            _ => return self.ask_next(slot),
        };
        self.state = State::Ticking(slot);
        vec![Effect::Ask(Ask::Tick { rubric })]
    }

    pub(super) fn recorded(&mut self, then: Then, row: &Row) -> Vec<Effect> {
        self.outcomes.apply(&self.attempt, row);
        match then {
            Then::Reveal(slot, _) if self.attempt.mode == Mode::Exam => {
                self.slots[slot].elapsed_ms = 0;
                let mut effects = vec![Effect::Show(View::Notice(Notice::Saved))];
                effects.extend(self.next());
                effects
            }
            Then::Reveal(slot, verdict) => self.reveal(slot, verdict.as_ref()),
            Then::Skipped(slot) => {
                let comes_back = !self.outcomes.each[slot].settled();
                let mut effects = vec![Effect::Show(View::Notice(Notice::Skipped { comes_back }))];
                effects.extend(self.next());
                effects
            }
            Then::Undone(slot) => {
                self.order.retain(|&shown| shown != slot);
                self.last = self.order.last().copied();
                let state = &mut self.slots[slot];
                state.shown = None;
                state.elapsed_ms = 0;
                self.notice(Notice::Undone, Stand::Asking(slot))
            }
            Then::Overridden(slot, stand) => {
                let patch = self.patch(slot);
                self.reshow(slot);
                self.notice(Notice::Overridden { patch }, stand)
            }
            Then::Ticked(slot) => {
                self.reshow(slot);
                let view = self.slots[slot].shown.clone();
                let mut effects: Vec<Effect> = view
                    .into_iter()
                    .map(|view| Effect::Show(View::Verdict(view)))
                    .collect();
                effects.extend(self.ask_next(slot));
                effects
            }
            Then::Flagged(stand) => self.notice(Notice::Flagged, stand),
            Then::Finished => {
                let mut effects = Vec::new();
                if self.attempt.mode == Mode::Exam {
                    for slot in 0..self.slots.len() {
                        self.reshow(slot);
                        let shown = self.slots[slot].shown.clone();
                        effects.extend(shown.map(|view| Effect::Show(View::Verdict(view))));
                    }
                }
                effects.extend(self.recall(Ending::Complete));
                effects
            }
        }
    }

    pub(super) fn reveal(&mut self, slot: usize, verdict: Option<&Verdict>) -> Vec<Effect> {
        self.last = Some(slot);
        self.order.retain(|&shown| shown != slot);
        self.order.push(slot);
        self.slots[slot].elapsed_ms = 0;
        let Some(view) = self.verdict_view(slot, verdict) else {
            return self.next();
        };
        let ungraded = view.credit.is_none();
        self.slots[slot].shown = Some(Box::new(view.clone()));
        let mut effects = vec![Effect::Show(View::Verdict(Box::new(view)))];
        effects.extend(if ungraded {
            self.ask_ticks(slot)
        } else {
            self.ask_next(slot)
        });
        effects
    }

    pub(super) fn edited(
        &mut self,
        stand: Stand,
        edited: Result<Option<Box<pack::Pack>>, String>,
    ) -> Vec<Effect> {
        let slot = match stand {
            Stand::Asking(slot) | Stand::After(slot) => slot,
        };
        let pack = match edited {
            Ok(Some(pack)) => *pack,
            Ok(None) => return self.stand(stand),
            Err(error) => return self.notice(Notice::EditFailed { error }, stand),
        };
        let Some(place) = self.slots[slot].place else {
            return self.stand(stand);
        };
        let id = self.attempt.plan[slot].question.clone();
        if !pack.questions.iter().any(|question| question.id == id) {
            let error = gone(id.as_str());
            return self.notice(Notice::EditFailed { error }, stand);
        }
        let material = &mut self.materials[place.material];
        let article = material.article.take();
        *material = Material::new(pack, article);
        self.relocate(place.material);
        self.notice(Notice::Edited, stand)
    }

    /// Finds the questions of an edited pack again. Open ones are asked as they stand now.
    pub(super) fn relocate(&mut self, material: usize) {
        let pack = &self.materials[material].pack;
        for (slot, planned) in self.slots.iter_mut().zip(&self.attempt.plan) {
            if slot.place.is_none_or(|place| place.material != material) {
                continue;
            }
            let found = pack
                .questions
                .iter()
                .position(|question| question.id == planned.question);
            slot.place = found.map(|question| Place { material, question });
            slot.presented = None;
        }
    }
}

const REVIEW: &str = "Review";

fn gone(id: &str) -> String {
    format!("question `{id}` is no longer there, or has faults: run `quizline check`")
}
