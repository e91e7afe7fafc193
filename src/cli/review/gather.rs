//! What a review could ask: the questions of the packs that the learner has begun, with how the learner stands with
//! each.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;

use super::super::{play, take};
use crate::{
    library::{self, Found, Library, Opened},
    pack::{Id, Kind, Pack, Part, Question},
    session::{Material, Place, view::Notice},
    study::{Candidate, Item, Standing},
};

/// What narrows a review down.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filter<'a> {
    /// Packs as they were named; all begun ones when empty.
    pub(super) packs: &'a [String],
    /// Only questions with one of these tags.
    pub(super) tags: &'a [String],
    /// Essays too.
    pub(super) all: bool,
}

/// Opened packs with their questions.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) materials: Vec<Material>,
    pub(super) found: Vec<Found>,
    pub(super) notes: Vec<Notice>,
    /// Where each candidate stands.
    pub(super) places: Vec<Place>,
    pub(super) candidates: Vec<Candidate>,
    /// Every question of the packs, whatever was filtered.
    pub(super) there: HashSet<Item>,
    /// The ids of the packs that were named; none when none was.
    pub(super) named: Vec<Id>,
}

/// Opens the packs and looks at their questions. A pack that cannot be asked from is named, and left out unless it was
/// asked for.
pub(super) fn gather(
    library: &Library,
    filter: Filter<'_>,
    standings: &BTreeMap<Item, Standing>,
) -> Result<Gathered> {
    let mut gathered = Gathered::default();
    let mut opened = Vec::new();
    if filter.packs.is_empty() {
        let begun: HashSet<&Id> = standings.keys().map(|(pack, _)| pack).collect();
        opened.extend(visible(library, |pack| begun.contains(pack)));
    } else {
        for name in filter.packs {
            let pack = library.open(name)?;
            take::usable(&pack)?;
            opened.push(pack);
        }
    }
    let mut known = HashSet::new();
    for one in opened {
        let found = one.found();
        let Some(pack) = &one.reading.pack else {
            continue;
        };
        if !known.insert(pack.id.clone()) {
            continue;
        }
        if !filter.packs.is_empty() {
            gathered.named.push(pack.id.clone());
        }
        // Why it cannot be asked from, `check` says.
        let Ok((material, notes)) = play::material(one) else {
            continue;
        };
        gathered.notes.extend(notes);
        gathered.add(&material.pack, filter, standings);
        gathered.materials.push(material);
        gathered.found.push(found);
    }
    Ok(gathered)
}

/// The packs that can be seen and whose id is wanted, opened.
pub(super) fn visible(library: &Library, wanted: impl Fn(&Id) -> bool) -> Vec<Opened> {
    let listing = library.list();
    let seen = listing
        .packs
        .into_iter()
        .filter(|listed| listed.hidden_by.is_none() && listed.same_id.is_none());
    seen.filter(|listed| listed.id().as_ref().is_some_and(&wanted))
        .filter_map(|listed| library::open(listed.found).ok())
        .collect()
}

impl Gathered {
    fn add(&mut self, pack: &Pack, filter: Filter<'_>, standings: &BTreeMap<Item, Standing>) {
        let material = self.materials.len();
        for (at, question) in pack.questions.iter().enumerate() {
            let item = (pack.id.clone(), question.id.clone());
            let tagged =
                filter.tags.is_empty() || question.tags.iter().any(|tag| filter.tags.contains(tag));
            if tagged && (filter.all || !matches!(question.kind, Kind::Essay { .. })) {
                self.places.push(Place {
                    material,
                    question: at,
                });
                self.candidates.push(Candidate {
                    group: group(question).map(|words| (material, words)),
                    typed: typed(&question.kind),
                    standing: standings.get(&item).copied(),
                });
            }
            self.there.insert(item);
        }
    }
}

/// What a question has in common with its siblings: the words of the article it stands on, or the sentence it is.
fn group(question: &Question) -> Option<String> {
    let words = match (&question.passage, &question.kind) {
        (Some(passage), _) => passage.clone(),
        (None, Kind::Cloze { parts }) => parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Gap(gap) => gap.alternatives.first().map_or("", String::as_str),
            })
            .collect(),
        (None, _) => return None,
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(words.join(" ").to_lowercase())
}

fn typed(kind: &Kind) -> bool {
    match kind {
        Kind::ShortAnswer { .. }
        | Kind::Numeric { .. }
        | Kind::Date { .. }
        | Kind::Cloze { .. }
        | Kind::Essay { .. } => true,
        Kind::Choice { .. }
        | Kind::Multiple { .. }
        | Kind::TrueFalse { .. }
        | Kind::Ordering { .. }
        | Kind::Matching { .. } => false,
    }
}
