//! Playing an attempt: what `take` and the guided program have in common.

use anyhow::{Result, anyhow};
use jiff::Timestamp;

use super::{
    World, lookup,
    outside::{Sitting, fresh_id, fresh_seed, zone},
};
use crate::{
    library::{Found, Library, Opened},
    pack,
    record::{Attempt, ContentHash, Mode, Options, Planned, outcomes},
    run::{self, RunError},
    session::{self, Ending, Framing, History, Material, Past, Place, Session, view::Notice},
    store::{Keeper, Stored},
    ui::Interface,
};

/// Where a learner sits: what every activity needs.
pub(super) struct Desk<'a> {
    /// Who sits there.
    pub(super) learner: String,
    /// Where packs are.
    pub(super) library: &'a Library,
    /// Where answers go.
    pub(super) keeper: &'a mut Keeper,
    /// How it is shown.
    pub(super) ui: &'a mut dyn Interface,
    /// Options to repeat in every command that is offered, such as ` --learner Ann`.
    pub(super) repeat: String,
}

/// How an attempt went.
pub(super) struct Played {
    /// How it ended.
    pub(super) ending: Ending,
    /// Mean credit over the plan, in percent.
    pub(super) percent: f64,
}

/// What a session asks from.
#[derive(Default)]
pub(super) struct Sheet {
    /// The packs.
    pub(super) materials: Vec<Material>,
    /// Where they are, in the same order.
    pub(super) found: Vec<Found>,
    /// Notes for the opening.
    pub(super) notes: Vec<Notice>,
    /// How the pack is named in commands that are offered; empty when there are several.
    pub(super) argument: String,
}

impl Sheet {
    /// Adds a pack, unless it cannot be asked from.
    pub(super) fn add(&mut self, opened: Opened) {
        let found = opened.found();
        if let Ok((material, notes)) = material(opened) {
            self.materials.push(material);
            self.found.push(found);
            self.notes.extend(notes);
        }
    }
}

/// An opened pack as something to ask from; the notes say what is left out of it.
pub(super) fn material(opened: Opened) -> Result<(Material, Vec<Notice>)> {
    let name = opened.place.to_string();
    let mut notes = Vec::new();
    if let Some(note) = opened.article_note() {
        notes.push(Notice::Line(note));
    }
    let left_out = opened.reading.left_out;
    if left_out > 0 {
        notes.push(Notice::Line(faulty(left_out, &name)));
    }
    let article = opened.article.and_then(Result::ok);
    match opened.reading.pack {
        Some(pack) if !pack.questions.is_empty() => Ok((Material::new(pack, article), notes)),
        _ => Err(anyhow!("`{name}` cannot be asked from")),
    }
}

impl Desk<'_> {
    /// What this learner did with a pack before.
    pub(super) fn history(&self, pack: &pack::Id) -> History {
        // Without a readable store everything counts as unseen: a quiz must not wait for it.
        let Ok(seen) = self.keeper.history(&self.learner, pack) else {
            return History::new();
        };
        seen.iter()
            .map(|(question, seen)| {
                let past = Past {
                    right: !seen.missed(),
                    last: seen.last,
                };
                ((pack.clone(), question.clone()), past)
            })
            .collect()
    }

    /// How many questions of an attempt are done.
    pub(super) fn answered(&self, attempt: &Attempt) -> usize {
        // A number to be shown beside an offer: nothing hangs on it.
        let rows = self.keeper.rows(attempt.id).unwrap_or_default();
        let (outcomes, _) = outcomes(attempt, &rows);
        outcomes.iter().filter(|outcome| outcome.settled()).count()
    }

    /// Begins an attempt and plays it. None when nothing is left to ask.
    pub(super) fn begin(
        &mut self,
        opened: Opened,
        options: Options,
        seed: Option<u64>,
        world: &World,
    ) -> Result<Option<Played>> {
        let argument = lookup::argument(&opened);
        let found = opened.found();
        let (material, mut notes) = material(opened)?;
        let materials = vec![material];
        let seed = seed.unwrap_or_else(fresh_seed);
        let history = if options.missed || options.count.is_some() {
            self.history(&materials[0].pack.id)
        } else {
            History::new()
        };
        let (places, said) = session::choose(&materials, &options, &history, seed);
        if places.is_empty() {
            return Ok(None);
        }
        notes.extend(said);
        let sheet = Sheet {
            materials,
            found: vec![found],
            notes,
            argument,
        };
        let played = self.start(sheet, &places, Mode::Practice, options, Some(seed), world)?;
        Ok(Some(played))
    }

    /// Begins an attempt at these questions and plays it.
    pub(super) fn start(
        &mut self,
        mut sheet: Sheet,
        places: &[Place],
        mode: Mode,
        options: Options,
        seed: Option<u64>,
        world: &World,
    ) -> Result<Played> {
        let seed = seed.unwrap_or_else(fresh_seed);
        let mut attempt = self.attempt(places, &sheet.materials, options, seed, world.now());
        attempt.mode = mode;
        if let Stored::Spool(Some(error)) = self.keeper.begin(&attempt).map_err(RunError::Store)? {
            sheet.notes.push(Notice::Spooled { error });
        }
        let framing = self.framing(&sheet.argument, sheet.notes);
        let mut session = Session::start(attempt, places, sheet.materials, framing);
        self.play(&mut session, 0, sheet.found, world)
    }

    /// Goes on with an attempt.
    pub(super) fn resume(
        &mut self,
        opened: Opened,
        attempt: Attempt,
        world: &World,
    ) -> Result<Played> {
        let argument = lookup::argument(&opened);
        let found = opened.found();
        let (material, notes) = material(opened)?;
        let sheet = Sheet {
            materials: vec![material],
            found: vec![found],
            notes,
            argument,
        };
        self.go_on(sheet, attempt, world)
    }

    /// Goes on with an attempt at questions of these packs.
    pub(super) fn go_on(
        &mut self,
        sheet: Sheet,
        attempt: Attempt,
        world: &World,
    ) -> Result<Played> {
        let rows = self.keeper.resume(&attempt).map_err(RunError::Store)?;
        let last = rows.last().map_or(0, |row| row.seq);
        let framing = self.framing(&sheet.argument, sheet.notes);
        let mut session = Session::resume(attempt, &rows, sheet.materials, framing);
        self.play(&mut session, last, sheet.found, world)
    }

    pub(super) fn play(
        &mut self,
        session: &mut Session,
        rows: u32,
        found: Vec<Found>,
        world: &World,
    ) -> Result<Played> {
        let mut outside = Sitting::new(found, self.library, world.editor());
        let ending = run::play(session, rows, self.ui, self.keeper, &mut outside)?;
        Ok(Played {
            ending,
            percent: session.percent(),
        })
    }

    fn attempt(
        &self,
        places: &[Place],
        materials: &[Material],
        options: Options,
        seed: u64,
        now: Timestamp,
    ) -> Attempt {
        let plan = places
            .iter()
            .map(|place| {
                let pack = &materials[place.material].pack;
                let question = &pack.questions[place.question];
                let content = pack::content(question, &pack.language);
                Planned {
                    pack: pack.id.clone(),
                    question: question.id.clone(),
                    content: ContentHash(pack::content_hash(&content)),
                    points: question.points.0,
                }
            })
            .collect();
        Attempt {
            id: fresh_id(now),
            learner: self.learner.clone(),
            mode: Mode::Practice,
            seed,
            options,
            started: now,
            zone: zone(),
            plan,
        }
    }

    pub(super) fn framing(&self, argument: &str, notes: Vec<Notice>) -> Framing {
        Framing {
            argument: format!("{argument}{}", self.repeat),
            notes,
        }
    }
}

fn faulty(questions: usize, name: &str) -> String {
    let (s, have) = if questions == 1 {
        ("", "has")
    } else {
        ("s", "have")
    };
    format!(
        "{questions} question{s} of `{name}` {have} faults and {have2} left out: run `quizline check {name}`",
        have2 = if questions == 1 { "is" } else { "are" }
    )
}
