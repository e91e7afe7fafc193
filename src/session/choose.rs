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
    format!("{wanted} questions were asked for; there are {there}")
}

fn small_pool(tag: &str, pick: usize, there: usize) -> String {
    format!("the pool `{tag}` asks {pick} questions; {there} are left after the filters")
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{History, Past, choose};
    use crate::{
        pack::{self, Id},
        record::Options,
        session::{Material, view::Notice},
    };

    /// Ten questions `q0`..`q9`; even ones are tagged `even`, all `all`.
    fn material(pools: &str) -> Material {
        let mut text = format!("format = 1\nid = \"p\"\ntitle = \"P\"\n{pools}");
        for n in 0..10_usize {
            let tags = if n % 2 == 0 {
                "\"all\", \"even\""
            } else {
                "\"all\""
            };
            let question = format!(
                "[[questions]]\nid = \"q{n}\"\nkind = \"true-false\"\nprompt = \"Is {n} a number?\"\nanswer = true\ntags = [{tags}]\n"
            );
            text.push_str(&question);
        }
        let reading = pack::read(&text, "p");
        assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
        Material::new(reading.pack.unwrap(), None)
    }

    fn chosen(material: &Material, options: &Options, history: &History) -> (Vec<usize>, usize) {
        let (places, notices) = choose(std::slice::from_ref(material), options, history, 42);
        assert!(notices.iter().all(|n| matches!(n, Notice::Line(_))));
        (places.iter().map(|p| p.question).collect(), notices.len())
    }

    fn past(entries: &[(usize, bool, i64)]) -> History {
        let id = |text: &str| Id::new(text).unwrap();
        entries
            .iter()
            .map(|&(n, right, at)| {
                let last = Timestamp::from_second(at).unwrap();
                ((id("p"), id(&format!("q{n}"))), Past { right, last })
            })
            .collect()
    }

    #[test]
    fn questions_come_in_the_packs_order_unless_shuffled() {
        let material = material("");
        let none = History::new();
        let (plain, _) = chosen(&material, &Options::default(), &none);
        assert_eq!(plain, (0..10).collect::<Vec<_>>());
        let shuffle = Options {
            shuffle: true,
            ..Options::default()
        };
        let (mut shuffled, _) = chosen(&material, &shuffle, &none);
        assert_ne!(shuffled, plain);
        assert_eq!(shuffled, chosen(&material, &shuffle, &none).0);
        shuffled.sort_unstable();
        assert_eq!(shuffled, plain);
    }

    #[test]
    fn a_count_takes_unseen_then_missed_then_longest_ago() {
        let material = material("");
        let history = past(&[
            (0, true, 50),
            (1, true, 10),
            (2, false, 99),
            (3, false, 5),
            (4, true, 30),
            (5, true, 40),
            (6, true, 60),
            (7, true, 70),
            (8, true, 80),
        ]);
        for (count, expected) in [
            (1, vec![9]),
            (2, vec![3, 9]),
            (3, vec![2, 3, 9]),
            (4, vec![1, 2, 3, 9]),
            (5, vec![1, 2, 3, 4, 9]),
        ] {
            let options = Options {
                count: Some(count),
                ..Options::default()
            };
            assert_eq!(chosen(&material, &options, &history), (expected, 0));
        }
    }

    #[test]
    fn a_count_above_the_supply_is_said() {
        let options = Options {
            count: Some(11),
            ..Options::default()
        };
        let (places, notices) = chosen(&material(""), &options, &History::new());
        assert_eq!((places.len(), notices), (10, 1));
    }

    #[test]
    fn pools_draw_after_filters_without_replacement() {
        let material = material("[[pools]]\ntag = \"even\"\npick = 3\n");
        let (places, notices) = chosen(&material, &Options::default(), &History::new());
        assert_eq!((places.len(), notices), (8, 0));
        assert_eq!(places.iter().filter(|&&at| at % 2 == 0).count(), 3);
        // The odd ones are in no pool: all of them are asked.
        assert_eq!(places.iter().filter(|&&at| at % 2 == 1).count(), 5);
    }

    #[test]
    fn missed_asks_everything_missed_whatever_pools_say() {
        let material = material("[[pools]]\ntag = \"even\"\npick = 1\n");
        let history = past(&[(0, false, 1), (2, false, 1), (3, true, 1)]);
        let options = Options {
            missed: true,
            ..Options::default()
        };
        assert_eq!(chosen(&material, &options, &history).0, [0, 2]);
    }

    #[test]
    fn tags_filter_and_a_pool_that_became_too_small_is_said() {
        let material = material("[[pools]]\ntag = \"all\"\npick = 7\n");
        let options = Options {
            tags: vec!["even".to_owned()],
            ..Options::default()
        };
        let (places, notices) = chosen(&material, &options, &History::new());
        assert_eq!((places, notices), (vec![0, 2, 4, 6, 8], 1));
    }
}
