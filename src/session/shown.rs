//! The session's questions and verdicts as views, with the commands that stand open.

use uuid::Uuid;

use super::{
    Material,
    machine::Session,
    present::form,
    reveal::{self, Shown},
    view::{Command, QuestionView, VerdictView},
};
use crate::{
    grade::{self, Credit, Response, Verdict},
    pack::{self, Question},
    record::{ContentHash, Mode},
};

impl Session {
    /// Makes the verdict of a slot anew from what counts now.
    pub(super) fn reshow(&mut self, slot: usize) {
        let verdict = self.outcomes.each[slot]
            .answer
            .as_ref()
            .and_then(|counted| {
                let place = self.slots[slot].place?;
                let material = &self.materials[place.material];
                let question = &material.pack.questions[place.question];
                let response = counted.answer.response.as_ref()?;
                grade::grade(question, material.context(), response).ok()
            });
        self.slots[slot].shown = self.verdict_view(slot, verdict.as_ref()).map(Box::new);
    }

    pub(super) fn verdict_view(
        &self,
        slot: usize,
        verdict: Option<&Verdict>,
    ) -> Option<VerdictView> {
        let counted = self.outcomes.each[slot].answer.as_ref()?;
        let place = self.slots[slot].place?;
        let material = &self.materials[place.material];
        Some(self.of_game(reveal::verdict(&Shown {
            question: &material.pack.questions[place.question],
            article: material.article.as_ref(),
            view: self.view(slot)?,
            counted,
            verdict,
        })))
    }

    pub(super) fn patch(&self, slot: usize) -> Option<String> {
        let counted = self.outcomes.each[slot].answer.as_ref()?;
        let Some(Response::Text(typed)) = &counted.answer.response else {
            return None;
        };
        pack::accept_patch(self.question(slot)?, typed)
    }

    pub(super) fn row_of(&self, slot: usize) -> Option<Uuid> {
        self.outcomes.each[slot].answer.as_ref().map(|a| a.row)
    }

    pub(super) fn question(&self, slot: usize) -> Option<&Question> {
        let place = self.slots[slot].place?;
        self.materials[place.material]
            .pack
            .questions
            .get(place.question)
    }

    pub(super) fn view(&self, slot: usize) -> Option<QuestionView> {
        let place = self.slots[slot].place?;
        let pack = &self.materials[place.material].pack;
        let question = pack.questions.get(place.question)?;
        let (state, outcome) = (&self.slots[slot], &self.outcomes.each[slot]);
        Some(QuestionView {
            pack: pack.id.clone(),
            id: question.id.clone(),
            number: slot + 1,
            of: self.slots.len(),
            prompt: question.prompt.clone(),
            form: form(question, state.presented.as_deref().unwrap_or_default()),
            points: question.points,
            hints: question.hints[..state.hints.min(question.hints.len())].to_vec(),
            hints_left: question.hints.len().saturating_sub(state.hints),
            hint_cost: pack.hint_cost,
            second_try: outcome.second_try,
            comes_back: outcome.skips > 0,
            lives: self.lives(),
            given: outcome
                .answer
                .as_ref()
                .filter(|_| self.attempt.mode == Mode::Exam)
                .and_then(|counted| counted.answer.response.clone()),
            commands: self.commands_asking(question, state.hints),
        })
    }

    pub(super) fn commands_asking(&self, question: &Question, hints: usize) -> Vec<Command> {
        if self.game.is_some() {
            return vec![Command::DontKnow, Command::Flag, Command::Quit];
        }
        if self.attempt.mode == Mode::Exam {
            return vec![
                Command::Skip,
                Command::Back,
                Command::Flag,
                Command::Submit,
                Command::Quit,
            ];
        }
        let mut commands = Vec::new();
        if hints < question.hints.len() {
            commands.push(Command::Hint);
        }
        commands.extend([Command::Skip, Command::DontKnow]);
        if question.passage.is_some() {
            commands.push(Command::Passage);
        }
        if !self.outcomes.moves.is_empty() {
            commands.push(Command::Undo);
        }
        if !self.order.is_empty() {
            commands.push(Command::Back);
        }
        commands.extend([Command::Flag, Command::Edit, Command::Quit]);
        commands
    }

    pub(super) fn commands_after(&self, slot: usize) -> Vec<Command> {
        if self.game.is_some() {
            return vec![Command::Next, Command::Flag, Command::Quit];
        }
        let mut commands = vec![Command::Next];
        let counted = self.outcomes.each[slot].answer.as_ref();
        if counted.is_some_and(|counted| {
            counted.answer.response.is_some() && counted.credit != Some(Credit::FULL)
        }) {
            commands.push(Command::Right);
        }
        commands.push(Command::Undo);
        if self.order.len() > 1 {
            commands.push(Command::Back);
        }
        commands.extend([Command::Flag, Command::Edit, Command::Quit]);
        commands
    }
}

/// The hash and the canonical JSON of what a question asks.
pub(super) fn hash(question: &Question, material: &Material) -> (ContentHash, String) {
    let json = pack::content(question, &material.pack.language);
    (ContentHash(pack::content_hash(&json)), json)
}
