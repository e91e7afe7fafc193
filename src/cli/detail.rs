//! `quizline scores --detail`: where a learner stands, in a terminal, for programs, or as a page.

use std::{
    collections::HashSet,
    fs,
    io::{self, IsTerminal},
    path::Path,
};

use anyhow::{Result, anyhow};
use jiff::tz::TimeZone;

use super::{World, lookup, scores::Format};
use crate::{
    library::{self, Listed},
    pack::{Id, Pack},
    record::study_day,
    report::detail::{self, Look, Sheet},
    stats::{AttemptScore, Detail, Standing},
    store::{Sqlite, Store},
    text,
};

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) learner: Option<&'a str>,
    /// The pack that alone is looked at, and what it holds now if it is still there.
    pub(super) pack: Option<(Id, Option<Pack>)>,
    pub(super) format: Format,
    pub(super) output: Option<&'a Path>,
}

/// Writes where the learner stands; `attempts` are theirs, newest first.
pub(super) fn run(
    asked: Asked<'_>,
    attempts: &[AttemptScore],
    store: Option<&Sqlite>,
    world: &mut World,
) -> Result<()> {
    let (only, opened) = asked.pack.unzip();
    let standing = match store {
        Some(store) => store.progress(asked.learner, only.as_ref())?,
        None => Standing::default(),
    };
    let packs = match (&only, opened.flatten()) {
        (Some(_), pack) => pack.into_iter().collect(),
        (None, _) => met(&standing, world),
    };
    let found = Detail::new(&standing, attempts, &packs);
    let title = only.as_ref().map(|id| {
        let pack = packs.first();
        pack.map_or_else(|| id.to_string(), |pack| pack.title.clone())
    });
    let sheet = Sheet {
        detail: &found,
        attempts,
        learner: asked.learner,
        pack: title.as_deref(),
        today: study_day(world.now(), &TimeZone::system()),
    };
    let text = match asked.format {
        Format::Table => detail::text(&sheet, look(asked.output, world)),
        Format::Json => detail::json(&sheet)?,
        Format::Csv => detail::csv(&sheet)?,
        Format::Html => detail::html(&sheet),
    };
    match asked.output {
        None => Ok(lookup::write(&mut world.out, &text)?),
        Some(path) => fs::write(path, text)
            .map_err(|error| anyhow!("cannot write `{}`: {error}", library::shown(path))),
    }
}

/// The packs that questions were met of, as far as they can be found and read.
fn met(standing: &Standing, world: &World) -> Vec<Pack> {
    let wanted: HashSet<&str> = standing
        .questions
        .iter()
        .map(|met| met.pack.as_str())
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let listed = world.library().list().packs;
    let visible = listed.into_iter().filter(|listed| {
        listed.hidden_by.is_none() && listed.same_id.is_none() && is_wanted(listed, &wanted)
    });
    visible
        .filter_map(|listed| library::open(listed.found).ok()?.reading.pack)
        .collect()
}

fn is_wanted(listed: &Listed, wanted: &HashSet<&str>) -> bool {
    let Some(head) = listed.head() else {
        return false;
    };
    match &head.id {
        Some(id) => wanted.contains(id.as_str()),
        None => wanted.contains(text::slug(&listed.stem).as_str()),
    }
}

fn look(output: Option<&Path>, world: &World) -> Look {
    let dumb = world.var("TERM").is_some_and(|term| term == "dumb");
    Look {
        width: match output {
            None if io::stdout().is_terminal() => super::scores::width(),
            _ => WIDTH,
        },
        ascii: world.ascii() || dumb,
    }
}

/// Columns where nobody says how wide the screen is.
const WIDTH: usize = 80;
