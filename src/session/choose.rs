//! Which questions an attempt asks, and in which order: filters, then pools, then shuffle, then count.

use std::collections::{HashMap, HashSet};

use super::{Draw, Material, view::Notice};
use crate::{
    pack::{Id, Question},
    record::Options,
};

/// What is known of a learner's earlier responses to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Whether the last one earned full credit.
    pub right: bool,
    /// When it was given; only for comparing.
    pub last: jiff::Timestamp,
}

/// A learner's earlier responses: (pack, question) to what is known. Only needed for `missed` and `count`.
pub type History = HashMap<(Id, Id), Past>;

/// A question that was chosen: which material, which question of its pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into the materials.
    pub material: usize,
    /// Index into the questions of its pack.
    pub question: usize,
}

/// Chooses the questions of an attempt. The notices say what could not be had as asked for.
#[must_use]
pub fn choose(
    materials: &[Material],
    options: &Options,
    history: &History,
    seed: u64,
) -> (Vec<Place>, Vec<Notice>) {
    let mut notices = Vec::new();
    let mut chosen = Vec::new();
    for (index, material) in materials.iter().enumerate() {
        let pack = &material.pack;
        let past = |question: &Question| history.get(&(pack.id.clone(), question.id.clone()));
        let mut places: Vec<usize> = (0..pack.questions.len())
            .filter(|&at| {
                let question = &pack.questions[at];
                let tagged = options.tags.is_empty()
                    || question.tags.iter().any(|tag| options.tags.contains(tag));
                let missed = !options.missed || past(question).is_some_and(|past| !past.right);
                tagged && missed
            })
            .collect();
        // Someone who asks for what was missed wants all of it.
        if !options.missed {
            draw_pools(material, &mut places, seed, &mut notices);
        }
        chosen.extend(places.into_iter().map(|question| Place {
            material: index,
            question,
        }));
    }
    if options.shuffle {
        Draw::new(seed, &["order"]).shuffle(&mut chosen);
    }
    if let Some(count) = options.count {
        if count > chosen.len() {
            notices.push(Notice::Line(short_supply(count, chosen.len())));
        }
        keep_most_useful(materials, &mut chosen, history, count);
    }
    (chosen, notices)
}

/// Keeps, of each pool's questions, as many as the pool picks. A question in two pools counts for the first.
fn draw_pools(material: &Material, places: &mut Vec<usize>, seed: u64, notices: &mut Vec<Notice>) {
    let pack = &material.pack;
    let mut pooled = HashSet::new();
    let mut kept = HashSet::new();
    for pool in &pack.pools {
        let members: Vec<usize> = places
            .iter()
            .copied()
            .filter(|&at| pack.questions[at].tags.contains(&pool.tag) && pooled.insert(at))
            .collect();
        if members.len() < pool.pick {
            notices.push(Notice::Line(small_pool(
                &pool.tag,
                pool.pick,
                members.len(),
            )));
        }
        let mut draw = Draw::new(seed, &["pool", pack.id.as_str(), &pool.tag]);
        kept.extend(
            draw.pick(members.len(), pool.pick)
                .into_iter()
                .map(|at| members[at]),
        );
    }
    places.retain(|at| !pooled.contains(at) || kept.contains(at));
}

/// Keeps `count` questions: unseen first, then missed, then those answered longest ago; their order stays.
fn keep_most_useful(
    materials: &[Material],
    chosen: &mut Vec<Place>,
    history: &History,
    count: usize,
) {
    let mut ranked: Vec<(u8, Option<jiff::Timestamp>, usize)> = chosen
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let pack = &materials[place.material].pack;
            let key = (pack.id.clone(), pack.questions[place.question].id.clone());
            match history.get(&key) {
                None => (0, None, at),
                Some(past) if !past.right => (1, Some(past.last), at),
                Some(past) => (2, Some(past.last), at),
            }
        })
        .collect();
    ranked.sort_unstable();
    let keep: HashSet<usize> = ranked.iter().take(count).map(|(_, _, at)| *at).collect();
    let mut at = 0;
    chosen.retain(|_| {
        at += 1;
        keep.contains(&(at - 1))
    });
}

fn short_supply(wanted: usize, there: usize) -> String {
    format!("{wanted} questions were asked for, {there} there are")
}

fn small_pool(tag: &str, pick: usize, there: usize) -> String {
    format!("the pool `{tag}` asks {pick} questions; {there} are left after the filters")
}
