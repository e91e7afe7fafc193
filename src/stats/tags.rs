//! How a learner stands with each tag of a pack.

use std::collections::BTreeMap;

use super::History;
use crate::{grade::Credit, pack::Pack};

/// What a learner's last responses to the questions of a tag earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagStanding {
    /// The tag.
    pub tag: String,
    /// Questions of the tag that were asked; at least two.
    pub questions: usize,
    /// Their mean credit before hints, in percent, rounded down: 100 only when all were right.
    pub percent: u32,
}

/// Tags whose last responses were not all right, weakest first. One response says too little: tags with less than two
/// questions asked are left out, and so are essays without ticks.
#[must_use]
pub fn weak_tags(history: &History, pack: &Pack) -> Vec<TagStanding> {
    let mut sums: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    for question in &pack.questions {
        let Some(seen) = history.of(&question.id) else {
            continue;
        };
        let credit = match seen.credit {
            Some(credit) => u64::from(credit.thousandths()),
            None if seen.skipped => 0,
            None => continue,
        };
        for tag in &question.tags {
            let (questions, sum) = sums.entry(tag).or_default();
            *questions += 1;
            *sum += credit;
        }
    }
    let full = u64::from(Credit::FULL.thousandths());
    let mut standings: Vec<TagStanding> = sums
        .into_iter()
        .filter(|(_, (questions, _))| *questions > 1)
        .filter_map(|(tag, (questions, sum))| {
            let most = full * u64::try_from(questions).ok()?;
            (sum < most).then_some(TagStanding {
                tag: tag.to_owned(),
                questions,
                percent: u32::try_from(sum * 100 / most).ok()?,
            })
        })
        .collect();
    standings.sort_by_key(|standing| standing.percent);
    standings
}

#[cfg(test)]
mod tests {
    use super::weak_tags;
    use crate::{
        pack::{Id, Kind, Pack, Points, Question},
        record::{
            Payload,
            sample::{answer, attempt, id, row},
        },
        stats::History,
    };

    fn question(name: &str, tags: &[&str]) -> Question {
        Question {
            id: id(name),
            kind: Kind::TrueFalse { answer: true },
            prompt: String::from("?"),
            explanation: None,
            passage: None,
            source: None,
            hints: Vec::new(),
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            points: Points::ONE,
            shuffle: true,
            last: Vec::new(),
            feedback: None,
            span: 0..0,
        }
    }

    #[test]
    fn tags_with_misses_come_weakest_first_and_one_response_says_nothing() {
        let pack = Pack {
            id: id("moon"),
            title: String::from("Moon"),
            summary: None,
            language: String::from("en"),
            authors: Vec::new(),
            license: None,
            hint_cost: 250,
            article: None,
            pools: Vec::new(),
            eras: Vec::new(),
            events: Vec::new(),
            questions: vec![
                question("one", &["crew", "craft"]),
                question("two", &["crew", "place", "alone"]),
                question("three", &["craft", "place"]),
                question("unseen", &["crew"]),
            ],
        };
        let attempt = attempt(1);
        let payloads = [
            answer(0, Some(1000), 0),
            answer(1, Some(500), 0),
            Payload::Skip { index: 2 },
        ];
        let rows: Vec<_> = (1..)
            .zip(payloads)
            .map(|(seq, payload)| row(&attempt, seq, payload))
            .collect();
        let mut history = History::new(Id::new("moon").unwrap());
        history.add(&attempt, &rows);
        let told: Vec<_> = weak_tags(&history, &pack)
            .into_iter()
            .map(|standing| (standing.tag, standing.questions, standing.percent))
            .collect();
        let tag = |name: &str, percent| (name.to_owned(), 2, percent);
        assert_eq!(told, [tag("place", 25), tag("craft", 50), tag("crew", 75)]);
    }
}
