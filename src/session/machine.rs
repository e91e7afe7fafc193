//! The machine: events in, effects out. What is graded is revealed only after the event that its row was recorded.

use uuid::Uuid;

use super::{
    Material,
    choose::Place,
    present::{form, present},
    reveal::{self, Shown},
    summary,
    view::{Ask, Command, Intent, Notice, Opening, QuestionView, VerdictView, View},
};
use crate::{
    grade::{self, AskAgain, Credit, RULES, Response, Verdict},
    pack::{self, Question},
    record::{Answer, Attempt, ContentHash, Mode, Outcomes, Payload, Row, Source},
};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// Begin, or go on with what the rows so far have left.
    Begin,
    /// The learner wants something.
    Intent {
        /// What.
        intent: Intent,
        /// How long the question stood before it came, in milliseconds.
        elapsed_ms: u64,
        /// How it came in.
        source: Source,
    },
    /// The row asked for by [`Effect::Record`] is safe.
    Recorded(Row),
    /// The percents of earlier attempts asked for by [`Effect::Recall`], oldest first.
    Recalled(Vec<u32>),
    /// The pack asked for by [`Effect::Edit`], read anew; or why it cannot be used.
    Edited(Result<Box<pack::Pack>, String>),
}

/// Something to do. The last of a list is what the machine waits for: an answer to `Ask`, `Recorded` after `Record`,
/// `Recalled` after `Recall`, `Edited` after `Edit`; nothing after `Done`.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show this.
    Show(View),
    /// Ask for an intent.
    Ask(Ask),
    /// Commit this durably, with the content of the question it speaks of: (hash, canonical JSON).
    Record {
        /// What happened.
        payload: Payload,
        /// The question's content; none when the row speaks of none.
        content: Option<(ContentHash, String)>,
    },
    /// Look up the percents of earlier attempts at the whole of this pack.
    Recall,
    /// Open this question in an editor and read its pack anew.
    Edit {
        /// Which material.
        material: usize,
        /// Where the question begins, in bytes of the pack's text.
        at: usize,
    },
    /// The session is over.
    Done(Ending),
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything was asked.
    Complete,
    /// The learner stopped before.
    Quit,
}

/// How an attempt is spoken of.
#[derive(Clone, Debug, Default)]
pub struct Framing {
    /// How the learner named the pack on the command line: for the commands offered at the end.
    pub argument: String,
    /// Notes for the opening.
    pub notes: Vec<Notice>,
}

/// One planned question and what the session knows of it.
#[derive(Debug)]
pub(super) struct Slot {
    /// Where it is; none when it is gone or was edited since.
    pub(super) place: Option<Place>,
    /// Its presented order.
    pub(super) presented: Vec<u32>,
    /// Hints shown.
    pub(super) hints: usize,
    /// How long it has stood so far, in milliseconds.
    elapsed_ms: u64,
    /// The last verdict on it, once shown.
    pub(super) shown: Option<Box<VerdictView>>,
}

/// What the machine waits for.
#[derive(Debug)]
enum State {
    /// Nothing has happened yet.
    Fresh,
    /// An answer to this slot.
    Asking(usize),
    /// "Next", after the verdict on this slot.
    After(usize),
    /// Ticks for the essay of this slot.
    Ticking(usize),
    /// Whether to hand in (exam).
    HandingIn,
    /// A row to be recorded; then go on like this.
    Recording(Then),
    /// Earlier percents.
    Recalling(Ending),
    /// An edited pack; then stand where we stood.
    Editing(Stand),
    /// The end.
    Over,
}

/// Where a command was given: there the session goes on.
#[derive(Clone, Copy, Debug)]
enum Stand {
    Asking(usize),
    After(usize),
}

/// What follows a recorded row.
#[derive(Debug)]
enum Then {
    Reveal(usize, Option<Verdict>),
    Skipped(usize),
    Undone(usize),
    Overridden(usize, Stand),
    Ticked(usize),
    Flagged(Stand),
    Finished,
}

/// A sitting: asks the questions of an attempt's plan and says what to record and to show.
#[derive(Debug)]
pub struct Session {
    pub(super) attempt: Attempt,
    pub(super) materials: Vec<Material>,
    pub(super) slots: Vec<Slot>,
    pub(super) outcomes: Outcomes,
    pub(super) framing: Framing,
    state: State,
    /// The slot whose verdict was shown last, for commands that speak of "the last answer".
    last: Option<usize>,
    /// How many verdicts `Back` has gone back since the last answer.
    back: usize,
    /// Slots in the order of their verdicts.
    order: Vec<usize>,
}

impl Session {
    /// A session for an attempt, with the rows it already has (none when it is new). Planned questions that are gone
    /// or ask something else now are named in the opening and left out.
    #[must_use]
    pub fn new(
        attempt: Attempt,
        rows: &[Row],
        materials: Vec<Material>,
        mut framing: Framing,
    ) -> Self {
        let mut outcomes = Outcomes::new(attempt.plan.len());
        for row in rows {
            outcomes.apply(&attempt, row);
        }
        let fresh = rows.is_empty();
        let mut slots = Vec::with_capacity(attempt.plan.len());
        let index = Index::new(&materials);
        for (at, planned) in attempt.plan.iter().enumerate() {
            let found = index.find(planned);
            // What a new attempt plans was hashed a moment ago.
            let place = found.filter(|place| {
                fresh || outcomes.each[at].answer.is_some() || {
                    let material = &materials[place.material];
                    let question = &material.pack.questions[place.question];
                    hash(question, material).0 == planned.content
                }
            });
            if place.is_none() && outcomes.each[at].answer.is_none() {
                framing.notes.push(Notice::Line(changed(planned.question.as_str())));
            }
            let presented = place.map(|place| {
                let pack = &materials[place.material].pack;
                present(&pack.id, &pack.questions[place.question], attempt.seed)
            });
            slots.push(Slot {
                place,
                presented: presented.unwrap_or_default(),
                hints: 0,
                elapsed_ms: 0,
                shown: None,
            });
        }
        Self {
            attempt,
            materials,
            slots,
            outcomes,
            framing,
            state: State::Fresh,
            last: None,
            back: 0,
            order: Vec::new(),
        }
    }

    /// The attempt.
    #[must_use]
    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// The materials it asks from.
    #[must_use]
    pub fn materials(&self) -> &[Material] {
        &self.materials
    }

    /// Mean credit after hints over the plan, in percent: what `--min-score` is held against.
    #[must_use]
    pub fn percent(&self) -> f64 {
        summary::percent(self)
    }

    /// Takes an event in and says what to do. Events that do not fit the state ask again.
    pub fn apply(&mut self, event: Event) -> Vec<Effect> {
        let state = std::mem::replace(&mut self.state, State::Over);
        match (state, event) {
            (State::Fresh, Event::Begin) => self.begin(),
            (
                State::Asking(slot),
                Event::Intent {
                    intent,
                    elapsed_ms,
                    source,
                },
            ) => {
                self.slots[slot].elapsed_ms =
                    self.slots[slot].elapsed_ms.saturating_add(elapsed_ms);
                self.while_asking(slot, intent, source)
            }
            (State::After(slot), Event::Intent { intent, .. }) => self.after_verdict(slot, intent),
            (State::Ticking(slot), Event::Intent { intent, .. }) => self.while_ticking(slot, intent),
            (State::HandingIn, Event::Intent { intent, .. }) => self.while_handing_in(intent),
            (State::Recording(then), Event::Recorded(row)) => self.recorded(then, &row),
            (State::Recalling(ending), Event::Recalled(earlier)) => {
                let summary = summary::summary(self, ending == Ending::Complete, &earlier);
                vec![
                    Effect::Show(View::Summary(Box::new(summary))),
                    Effect::Done(ending),
                ]
            }
            (State::Editing(stand), Event::Edited(edited)) => self.edited(stand, edited),
            (state, _) => {
                // Only a caller that breaks the order of events comes here.
                self.state = state;
                Vec::new()
            }
        }
    }

    fn begin(&mut self) -> Vec<Effect> {
        let answered = self.outcomes.each.iter().filter(|o| o.settled()).count();
        let open = self.slots.len() - answered;
        let first = self.materials.first().map(|material| &material.pack);
        let opening = Opening {
            title: first.map(|pack| pack.title.clone()).unwrap_or_default(),
            summary: first.and_then(|pack| pack.summary.clone()),
            questions: self.slots.len(),
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

    /// The next question that is open: in the order of the plan, then those passed over once.
    fn next(&mut self) -> Vec<Effect> {
        let open = |skips: usize| {
            (0..self.slots.len()).find(|&slot| {
                let outcome = &self.outcomes.each[slot];
                self.slots[slot].place.is_some() && !outcome.settled() && outcome.skips == skips
            })
        };
        match open(0).or_else(|| open(1)) {
            Some(slot) => self.ask(slot, None),
            None if self.attempt.mode == Mode::Exam => self.hand_in(),
            None => self.finish(),
        }
    }

    fn finish(&mut self) -> Vec<Effect> {
        if self.outcomes.finished {
            return self.recall(Ending::Complete);
        }
        self.record(Payload::Finish, None, Then::Finished)
    }

    fn recall(&mut self, ending: Ending) -> Vec<Effect> {
        self.state = State::Recalling(ending);
        vec![Effect::Recall]
    }

    fn quit(&mut self) -> Vec<Effect> {
        let open = (0..self.slots.len())
            .any(|slot| self.slots[slot].place.is_some() && !self.outcomes.each[slot].settled());
        if open || self.attempt.mode == Mode::Exam {
            self.recall(Ending::Quit)
        } else {
            self.finish()
        }
    }

    fn ask(&mut self, slot: usize, again: Option<AskAgain>) -> Vec<Effect> {
        let Some(question) = self.view(slot) else {
            return Vec::new();
        };
        self.state = State::Asking(slot);
        vec![Effect::Ask(Ask::Answer {
            question: Box::new(question),
            again,
        })]
    }

    fn stand(&mut self, stand: Stand) -> Vec<Effect> {
        match stand {
            Stand::Asking(slot) => self.ask(slot, None),
            Stand::After(slot) => self.ask_next(slot),
        }
    }

    fn ask_next(&mut self, slot: usize) -> Vec<Effect> {
        self.state = State::After(slot);
        let last = !(0..self.slots.len())
            .any(|slot| self.slots[slot].place.is_some() && !self.outcomes.each[slot].settled());
        vec![Effect::Ask(Ask::Next {
            commands: self.commands_after(slot),
            last,
        })]
    }

    fn notice(&mut self, notice: Notice, stand: Stand) -> Vec<Effect> {
        let mut effects = vec![Effect::Show(View::Notice(notice))];
        effects.extend(self.stand(stand));
        effects
    }

    fn record(
        &mut self,
        payload: Payload,
        content: Option<(ContentHash, String)>,
        then: Then,
    ) -> Vec<Effect> {
        self.state = State::Recording(then);
        vec![Effect::Record { payload, content }]
    }

    fn while_asking(&mut self, slot: usize, intent: Intent, source: Source) -> Vec<Effect> {
        let stand = Stand::Asking(slot);
        let exam = self.attempt.mode == Mode::Exam;
        if !matches!(intent, Intent::Back) {
            self.back = 0;
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
            Intent::Skip => self.record(
                Payload::Skip { index: slot },
                None,
                Then::Skipped(slot),
            ),
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

    fn after_verdict(&mut self, slot: usize, intent: Intent) -> Vec<Effect> {
        let stand = Stand::After(slot);
        if !matches!(intent, Intent::Back) {
            self.back = 0;
        }
        match intent {
            Intent::Next | Intent::Skip => self.next(),
            Intent::Undo => self.undo(stand),
            Intent::Right => self.overrule(slot, stand),
            Intent::Flag(note) => self.flag(slot, note, stand),
            Intent::Passage => match self.slots[slot].shown.as_ref().and_then(|s| s.passage.clone()) {
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

    fn while_ticking(&mut self, slot: usize, intent: Intent) -> Vec<Effect> {
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

    fn while_handing_in(&mut self, intent: Intent) -> Vec<Effect> {
        match intent {
            Intent::Submit | Intent::Next => self.finish(),
            Intent::GoTo(target) if self.slots.get(target).is_some_and(|s| s.place.is_some()) => {
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

    fn hand_in(&mut self) -> Vec<Effect> {
        self.state = State::HandingIn;
        let sheet = self
            .outcomes
            .each
            .iter()
            .map(|outcome| (outcome.answer.is_some(), outcome.flagged))
            .collect();
        vec![Effect::Ask(Ask::Submit { sheet })]
    }

    fn back_to(&mut self, target: Option<usize>, from: usize) -> Vec<Effect> {
        match target {
            Some(slot) if self.slots.get(slot).is_some_and(|s| s.place.is_some()) => {
                self.ask(slot, None)
            }
            _ => self.notice(Notice::NothingBefore, Stand::Asking(from)),
        }
    }

    fn answer(&mut self, slot: usize, response: Option<Response>, source: Source) -> Vec<Effect> {
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
            presented: state.presented.clone(),
            credit: verdict.as_ref().map_or(Some(Credit::NONE), |v| v.credit),
            response,
            penalty: u16::try_from(penalty.min(1000)).unwrap_or(1000),
            rule: RULES,
            elapsed_ms: state.elapsed_ms,
            hints: state.hints,
            source,
        });
        self.record(payload, Some((content, json)), Then::Reveal(slot, verdict))
    }

    fn hint(&mut self, slot: usize) -> Vec<Effect> {
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

    fn flag(&mut self, slot: usize, note: String, stand: Stand) -> Vec<Effect> {
        let planned = &self.attempt.plan[slot];
        let payload = Payload::Flag {
            pack: planned.pack.clone(),
            question: planned.question.clone(),
            content: planned.content.clone(),
            note,
        };
        self.record(payload, None, Then::Flagged(stand))
    }

    fn undo(&mut self, stand: Stand) -> Vec<Effect> {
        match self.outcomes.moves.last() {
            Some(&(target, slot)) if self.slots[slot].place.is_some() => {
                self.record(Payload::Undo { target }, None, Then::Undone(slot))
            }
            _ => self.notice(Notice::NothingBefore, stand),
        }
    }

    fn overrule(&mut self, slot: usize, stand: Stand) -> Vec<Effect> {
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

    fn edit(&mut self, slot: usize, stand: Stand) -> Vec<Effect> {
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

    fn edited(
        &mut self,
        stand: Stand,
        edited: Result<Box<pack::Pack>, String>,
    ) -> Vec<Effect> {
        let slot = match stand {
            Stand::Asking(slot) | Stand::After(slot) => slot,
        };
        let pack = match edited {
            Ok(pack) => *pack,
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
    fn relocate(&mut self, material: usize) {
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
            if let Some(question) = found {
                slot.presented =
                    present(&pack.id, &pack.questions[question], self.attempt.seed);
                slot.hints = slot.hints.min(pack.questions[question].hints.len());
            }
        }
    }

    fn look_back(&mut self, stand: Stand) -> Vec<Effect> {
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

    fn recorded(&mut self, then: Then, row: &Row) -> Vec<Effect> {
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
                let mut effects =
                    vec![Effect::Show(View::Notice(Notice::Skipped { comes_back }))];
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

    fn reveal(&mut self, slot: usize, verdict: Option<&Verdict>) -> Vec<Effect> {
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

    fn ask_ticks(&mut self, slot: usize) -> Vec<Effect> {
        let rubric = match self.question(slot).map(|question| &question.kind) {
            Some(pack::Kind::Essay { rubric, .. }) => rubric.clone(),
            _ => return self.ask_next(slot),
        };
        self.state = State::Ticking(slot);
        vec![Effect::Ask(Ask::Tick { rubric })]
    }

    /// Makes the verdict of a slot anew from what counts now.
    fn reshow(&mut self, slot: usize) {
        let verdict = self.outcomes.each[slot].answer.as_ref().and_then(|counted| {
            let place = self.slots[slot].place?;
            let material = &self.materials[place.material];
            let question = &material.pack.questions[place.question];
            let response = counted.answer.response.as_ref()?;
            grade::grade(question, material.context(), response).ok()
        });
        self.slots[slot].shown = self
            .verdict_view(slot, verdict.as_ref())
            .map(Box::new);
    }

    fn verdict_view(&self, slot: usize, verdict: Option<&Verdict>) -> Option<VerdictView> {
        let counted = self.outcomes.each[slot].answer.as_ref()?;
        let place = self.slots[slot].place?;
        let material = &self.materials[place.material];
        Some(reveal::verdict(&Shown {
            question: &material.pack.questions[place.question],
            article: material.article.as_ref(),
            view: self.view(slot)?,
            counted,
            verdict,
            presented: &self.slots[slot].presented,
        }))
    }

    fn patch(&self, slot: usize) -> Option<String> {
        let counted = self.outcomes.each[slot].answer.as_ref()?;
        let Some(Response::Text(typed)) = &counted.answer.response else {
            return None;
        };
        pack::accept_patch(self.question(slot)?, typed)
    }

    fn row_of(&self, slot: usize) -> Option<Uuid> {
        self.outcomes.each[slot].answer.as_ref().map(|a| a.row)
    }

    pub(super) fn question(&self, slot: usize) -> Option<&Question> {
        let place = self.slots[slot].place?;
        self.materials[place.material]
            .pack
            .questions
            .get(place.question)
    }

    fn view(&self, slot: usize) -> Option<QuestionView> {
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
            form: form(question, &state.presented),
            points: question.points,
            hints: question.hints[..state.hints.min(question.hints.len())].to_vec(),
            hints_left: question.hints.len().saturating_sub(state.hints),
            hint_cost: pack.hint_cost,
            second_try: outcome.second_try,
            comes_back: outcome.skips > 0,
            given: outcome
                .answer
                .as_ref()
                .filter(|_| self.attempt.mode == Mode::Exam)
                .and_then(|counted| counted.answer.response.clone()),
            commands: self.commands_asking(question, state.hints),
        })
    }

    fn commands_asking(&self, question: &Question, hints: usize) -> Vec<Command> {
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

    fn commands_after(&self, slot: usize) -> Vec<Command> {
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

/// Where the questions of the materials are, by pack and id.
struct Index<'a>(std::collections::HashMap<(&'a str, &'a str), Place>);

impl<'a> Index<'a> {
    fn new(materials: &'a [Material]) -> Self {
        let places = materials.iter().enumerate().flat_map(|(material, m)| {
            m.pack.questions.iter().enumerate().map(move |(question, q)| {
                let key = (m.pack.id.as_str(), q.id.as_str());
                (key, Place { material, question })
            })
        });
        Self(places.collect())
    }

    fn find(&self, planned: &crate::record::Planned) -> Option<Place> {
        self.0
            .get(&(planned.pack.as_str(), planned.question.as_str()))
            .copied()
    }
}

/// The hash and the canonical JSON of what a question asks.
pub(super) fn hash(question: &Question, material: &Material) -> (ContentHash, String) {
    let json = pack::content(question, &material.pack.language);
    (ContentHash(pack::content_hash(&json)), json)
}

fn changed(id: &str) -> String {
    format!("question `{id}` is gone or asks something else since this attempt began; it is left out")
}

fn gone(id: &str) -> String {
    format!("question `{id}` is no longer there, or has faults: run `quizline check`")
}
