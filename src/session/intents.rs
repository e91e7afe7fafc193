//! What each intent does, depending on where the session stands.

use super::{
    machine::{Effect, Session, Stand, State, Then},
    shown::hash,
    view::{Command, Intent, Notice, View},
};
use crate::{
    grade::{self, Credit, RULES, Response},
    record::{Answer, Mode, Payload, Source},
};

impl Session {
    pub(super) fn while_asking(
        &mut self,
        slot: usize,
        intent: Intent,
        source: Source,
    ) -> Vec<Effect> {
        let stand = Stand::Asking(slot);
        let exam = self.attempt.mode == Mode::Exam;
        if !matches!(intent, Intent::Back) {
            self.back = 0;
        }
        if let Some(command) = self.refused(&intent, true) {
            return self.notice(Notice::NotHere(command), stand);
        }
        match intent {
            Intent::Answer(response) => self.answer(slot, Some(response), source),
            Intent::DontKnow | Intent::Passage if exam => {
                self.notice(Notice::NotHere(Command::DontKnow), stand)
            }
            Intent::Hint | Intent::Right | Intent::Undo | Intent::Edit if exam => {
                self.notice(Notice::NotHere(Command::Hint), stand)
            }
            Intent::DontKnow | Intent::Passage => self.answer(slot, None, source),
            Intent::Skip => self.record(Payload::Skip { index: slot }, None, Then::Skipped(slot)),
            Intent::Hint => self.hint(slot),
            Intent::Flag(note) => self.flag(slot, note, stand),
            Intent::Undo => self.undo(stand),
            Intent::Right => match self.last {
                Some(last) => self.overrule(last, stand),
                None => self.notice(Notice::NothingBefore, stand),
            },
            Intent::Edit => self.edit(slot, stand),
            Intent::Back if exam => self.back_to(slot.checked_sub(1), slot),
            Intent::GoTo(target) if exam => self.back_to(Some(target), slot),
            Intent::Submit if exam => self.hand_in(),
            Intent::Back => self.look_back(stand),
            Intent::Quit => self.quit(),
            Intent::Next | Intent::Help | Intent::Tick(_) | Intent::GoTo(_) | Intent::Submit => {
                self.ask(slot, None)
            }
        }
    }

    pub(super) fn after_verdict(&mut self, slot: usize, intent: Intent) -> Vec<Effect> {
        let stand = Stand::After(slot);
        if !matches!(intent, Intent::Back) {
            self.back = 0;
        }
        if let Some(command) = self.refused(&intent, false) {
            return self.notice(Notice::NotHere(command), stand);
        }
        match intent {
            Intent::Next | Intent::Skip => self.next(),
            Intent::Undo => self.undo(stand),
            Intent::Right => self.overrule(slot, stand),
            Intent::Flag(note) => self.flag(slot, note, stand),
            Intent::Passage => match self.slots[slot]
                .shown
                .as_ref()
                .and_then(|s| s.passage.clone())
            {
                Some(passage) => {
                    let mut effects = vec![Effect::Show(View::Passage(passage))];
                    effects.extend(self.stand(stand));
                    effects
                }
                None => self.notice(Notice::NotHere(Command::Passage), stand),
            },
            Intent::Edit => self.edit(slot, stand),
            Intent::Back => self.look_back(stand),
            Intent::Quit => self.quit(),
            Intent::Answer(_)
            | Intent::DontKnow
            | Intent::Hint
            | Intent::Tick(_)
            | Intent::GoTo(_)
            | Intent::Submit
            | Intent::Help => self.stand(stand),
        }
    }

    pub(super) fn while_ticking(&mut self, slot: usize, intent: Intent) -> Vec<Effect> {
        let Some(question) = self.question(slot) else {
            return self.ask_next(slot);
        };
        match intent {
            Intent::Tick(lines) => match grade::tick(question, &lines) {
                Ok(credit) => {
                    let Some(target) = self.row_of(slot) else {
                        return self.ask_next(slot);
                    };
                    let payload = Payload::SelfGrade {
                        target,
                        rubric: lines,
                        credit,
                    };
                    self.record(payload, None, Then::Ticked(slot))
                }
                Err(again) => {
                    let mut effects =
                        vec![Effect::Show(View::Notice(Notice::Line(again.to_string())))];
                    effects.extend(self.ask_ticks(slot));
                    effects
                }
            },
            // Ticking can be left: the essay stays ungraded.
            Intent::Next | Intent::Skip => self.ask_next(slot),
            Intent::Undo => self.undo(Stand::After(slot)),
            Intent::Quit => self.quit(),
            _ => self.ask_ticks(slot),
        }
    }

    pub(super) fn while_handing_in(&mut self, intent: &Intent) -> Vec<Effect> {
        match intent {
            Intent::Submit | Intent::Next => self.finish(),
            &Intent::GoTo(target) if self.slots.get(target).is_some_and(|s| s.place.is_some()) => {
                self.ask(target, None)
            }
            Intent::Back => match self.slots.iter().rposition(|slot| slot.place.is_some()) {
                Some(slot) => self.ask(slot, None),
                None => self.hand_in(),
            },
            Intent::Quit => self.quit(),
            _ => self.hand_in(),
        }
    }

    pub(super) fn back_to(&mut self, target: Option<usize>, from: usize) -> Vec<Effect> {
        match target {
            Some(slot) if self.slots.get(slot).is_some_and(|s| s.place.is_some()) => {
                self.ask(slot, None)
            }
            _ => self.notice(Notice::NothingBefore, Stand::Asking(from)),
        }
    }

    pub(super) fn answer(
        &mut self,
        slot: usize,
        response: Option<Response>,
        source: Source,
    ) -> Vec<Effect> {
        let Some(place) = self.slots[slot].place else {
            return self.next();
        };
        let material = &self.materials[place.material];
        let question = &material.pack.questions[place.question];
        let verdict = match &response {
            None => None,
            Some(given) => match grade::grade(question, material.context(), given) {
                Ok(verdict) => Some(verdict),
                Err(again) => return self.ask(slot, Some(again)),
            },
        };
        let (content, json) = hash(question, material);
        let state = &self.slots[slot];
        let penalty = u64::from(material.pack.hint_cost) * state.hints as u64;
        let payload = Payload::Answer(Answer {
            index: slot,
            pack: material.pack.id.clone(),
            question: question.id.clone(),
            content: content.clone(),
            presented: state.presented.clone().unwrap_or_default(),
            credit: verdict.as_ref().map_or(Some(Credit::NONE), |v| v.credit),
            response,
            penalty: u16::try_from(penalty.min(1000)).unwrap_or(1000),
            rule: RULES,
            elapsed_ms: state.elapsed_ms,
            hints: state.hints,
            source,
            events: self.events(slot),
        });
        self.record(payload, Some((content, json)), Then::Reveal(slot, verdict))
    }

    pub(super) fn hint(&mut self, slot: usize) -> Vec<Effect> {
        let stand = Stand::Asking(slot);
        let Some(question) = self.question(slot) else {
            return self.stand(stand);
        };
        let (shown, of) = (self.slots[slot].hints, question.hints.len());
        let Some(text) = question.hints.get(shown).cloned() else {
            return self.notice(Notice::NoHint, stand);
        };
        self.slots[slot].hints += 1;
        let penalty = self.view(slot).map_or(0, |view| view.penalty());
        let mut effects = vec![Effect::Show(View::Hint {
            text,
            number: shown + 1,
            of,
            penalty,
        })];
        effects.extend(self.stand(stand));
        effects
    }

    pub(super) fn flag(&mut self, slot: usize, note: String, stand: Stand) -> Vec<Effect> {
        let planned = &self.attempt.plan[slot];
        let payload = Payload::Flag {
            pack: planned.pack.clone(),
            question: planned.question.clone(),
            content: planned.content.clone(),
            note,
        };
        self.record(payload, None, Then::Flagged(stand))
    }

    pub(super) fn undo(&mut self, stand: Stand) -> Vec<Effect> {
        match self.outcomes.moves.last() {
            Some(&(target, slot)) if self.slots[slot].place.is_some() => {
                self.record(Payload::Undo { target }, None, Then::Undone(slot))
            }
            _ => self.notice(Notice::NothingBefore, stand),
        }
    }

    pub(super) fn overrule(&mut self, slot: usize, stand: Stand) -> Vec<Effect> {
        let counted = self.outcomes.each[slot].answer.as_ref();
        match counted {
            // "Don't know" is no answer that could have been right, and full credit needs no mending.
            Some(counted)
                if counted.answer.response.is_some() && counted.credit != Some(Credit::FULL) =>
            {
                let target = counted.row;
                self.record(
                    Payload::Override { target },
                    None,
                    Then::Overridden(slot, stand),
                )
            }
            _ => self.notice(Notice::NotHere(Command::Right), stand),
        }
    }

    pub(super) fn edit(&mut self, slot: usize, stand: Stand) -> Vec<Effect> {
        let Some(place) = self.slots[slot].place else {
            return self.stand(stand);
        };
        let at = self.materials[place.material].pack.questions[place.question]
            .span
            .start;
        self.state = State::Editing(stand);
        vec![Effect::Edit {
            material: place.material,
            at,
        }]
    }

    pub(super) fn look_back(&mut self, stand: Stand) -> Vec<Effect> {
        // After a verdict, that verdict is still on the screen: the one before is meant.
        let on_screen = usize::from(matches!(stand, Stand::After(_)));
        let steps = self.back + on_screen;
        let earlier = self
            .order
            .iter()
            .rev()
            .nth(steps)
            .and_then(|&slot| self.slots[slot].shown.clone());
        match earlier {
            Some(verdict) => {
                self.back += 1;
                let mut effects = vec![Effect::Show(View::Earlier(verdict))];
                effects.extend(self.stand(stand));
                effects
            }
            None => self.notice(Notice::NothingBefore, stand),
        }
    }
}
