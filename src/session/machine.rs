//! The machine: events in, effects out. What is graded is revealed only after the event that its row was recorded.

use super::{
    Material,
    choose::Place,
    game::Playing,
    shown::hash,
    summary,
    view::{Ask, Intent, Notice, VerdictView, View},
};
use crate::{
    grade::Verdict,
    pack,
    record::{Attempt, ContentHash, Outcomes, Payload, Planned, Row, Source},
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
    Recorded(Box<Row>),
    /// The percents of earlier attempts asked for by [`Effect::Recall`], oldest first.
    Recalled(Vec<u32>),
    /// The pack asked for by [`Effect::Edit`], read anew (none: nothing was edited); or why it cannot be used.
    Edited(Result<Option<Box<pack::Pack>>, String>),
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
    /// Its presented order, drawn when it is first asked: a plan may be long.
    pub(super) presented: Option<Vec<u32>>,
    /// Hints shown.
    pub(super) hints: usize,
    /// How long it has stood so far, in milliseconds.
    pub(super) elapsed_ms: u64,
    /// The last verdict on it, once shown.
    pub(super) shown: Option<Box<VerdictView>>,
}

impl Slot {
    pub(super) fn new(place: Option<Place>) -> Self {
        Self {
            place,
            presented: None,
            hints: 0,
            elapsed_ms: 0,
            shown: None,
        }
    }
}

/// What the machine waits for.
#[derive(Debug)]
pub(super) enum State {
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
pub(super) enum Stand {
    Asking(usize),
    After(usize),
}

/// What follows a recorded row.
#[derive(Debug)]
pub(super) enum Then {
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
    /// The game that is played; none in a quiz.
    pub(super) game: Option<Playing>,
    pub(super) state: State,
    /// The slot whose verdict was shown last, for commands that speak of "the last answer".
    pub(super) last: Option<usize>,
    /// How many verdicts `Back` has gone back since the last answer.
    pub(super) back: usize,
    /// Slots in the order of their verdicts.
    pub(super) order: Vec<usize>,
}

impl Session {
    /// A session for a new attempt, whose plan asks the questions at these places, in this order.
    #[must_use]
    pub fn start(
        attempt: Attempt,
        places: &[Place],
        materials: Vec<Material>,
        framing: Framing,
    ) -> Self {
        let slots = places.iter().map(|&place| Slot::new(Some(place))).collect();
        let outcomes = Outcomes::new(attempt.plan.len());
        Self::with(attempt, slots, outcomes, materials, framing)
    }

    /// A session that goes on with an attempt, from the rows it has. Planned questions that are gone or ask something
    /// else now are named in the opening and left out.
    #[must_use]
    pub fn resume(
        attempt: Attempt,
        rows: &[Row],
        materials: Vec<Material>,
        mut framing: Framing,
    ) -> Self {
        let mut outcomes = Outcomes::new(attempt.plan.len());
        for row in rows {
            outcomes.apply(&attempt, row);
        }
        let index = Index::new(&materials);
        let mut slots = Vec::with_capacity(attempt.plan.len());
        for (planned, outcome) in attempt.plan.iter().zip(&outcomes.each) {
            let place = index.find(planned).filter(|place| {
                let material = &materials[place.material];
                let question = &material.pack.questions[place.question];
                outcome.answer.is_some() || hash(question, material).0 == planned.content
            });
            if place.is_none() && outcome.answer.is_none() {
                let notice = Notice::Line(changed(planned.question.as_str()));
                framing.notes.push(notice);
            }
            slots.push(Slot::new(place));
        }
        Self::with(attempt, slots, outcomes, materials, framing)
    }

    pub(super) fn with(
        attempt: Attempt,
        slots: Vec<Slot>,
        outcomes: Outcomes,
        materials: Vec<Material>,
        framing: Framing,
    ) -> Self {
        Self {
            attempt,
            materials,
            slots,
            outcomes,
            framing,
            game: None,
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

    /// Points earned of the points there were, in percent: what `--min-score` is held against.
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
            (State::Ticking(slot), Event::Intent { intent, .. }) => {
                self.while_ticking(slot, intent)
            }
            (State::HandingIn, Event::Intent { intent, .. }) => self.while_handing_in(&intent),
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
}

/// Where the questions of the materials are, by pack and id.
struct Index<'a>(std::collections::HashMap<(&'a str, &'a str), Place>);

impl<'a> Index<'a> {
    fn new(materials: &'a [Material]) -> Self {
        let places = materials.iter().enumerate().flat_map(|(material, m)| {
            m.pack
                .questions
                .iter()
                .enumerate()
                .map(move |(question, q)| {
                    let key = (m.pack.id.as_str(), q.id.as_str());
                    (key, Place { material, question })
                })
        });
        Self(places.collect())
    }

    fn find(&self, planned: &Planned) -> Option<Place> {
        self.0
            .get(&(planned.pack.as_str(), planned.question.as_str()))
            .copied()
    }
}

fn changed(id: &str) -> String {
    format!(
        "question `{id}` is gone or asks something else since this attempt began; it is left out"
    )
}
