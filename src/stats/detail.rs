//! Where a learner stands: what was met, beside what the packs hold now. Packs that are gone, and questions that no
//! pack has any more, keep their place and their names.

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, civil::Date};

use super::{AttemptScore, Met, Standing, Tally};
use crate::{
    pack::{Pack, Question},
    record::{StudyDays, learner_key},
    text::markdown,
};

/// Where a learner, or everyone, stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detail {
    /// Over everything.
    pub all: Tally,
    /// Every day of study on which something was answered, oldest first.
    pub days: BTreeMap<Date, Tally>,
    /// Attempts at whole packs, the course with the newest first.
    pub courses: Vec<Course>,
    /// Packs, the one last met first.
    pub packs: Vec<InPack>,
    /// Tags, the weakest first.
    pub tags: Vec<OfTag>,
    /// Questions, the weakest first.
    pub questions: Vec<OfQuestion>,
}

/// One learner's attempts at one whole pack: only these can be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The pack.
    pub pack: String,
    /// The learner, as last written.
    pub learner: String,
    /// The attempts, oldest first.
    pub taken: Vec<Taken>,
}

/// An attempt at a whole pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// When it began.
    pub started: Timestamp,
    /// The day of study it began on, by its own time zone.
    pub day: Date,
    /// What it earned.
    pub percent: u32,
}

/// A pack and what was met of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPack {
    /// Its id.
    pub pack: String,
    /// Its title; none when it is gone.
    pub title: Option<String>,
    /// Questions it has now; none when it is gone.
    pub questions: Option<usize>,
    /// How many of those were met; of a pack that is gone, how many ever were.
    pub met: usize,
    /// What came of all meetings.
    pub tally: Tally,
}

/// A tag of a pack, and what was met of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfTag {
    /// The pack's id.
    pub pack: String,
    /// The tag.
    pub tag: String,
    /// Questions that have it.
    pub questions: usize,
    /// How many of those were met.
    pub met: usize,
    /// What came of it.
    pub tally: Tally,
}

/// A question that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfQuestion {
    /// The pack's id.
    pub pack: String,
    /// Its id.
    pub question: String,
    /// What it asks now, without marks; none when no pack has it any more.
    pub prompt: Option<String>,
    /// What came of it.
    pub tally: Tally,
}

impl Detail {
    /// Puts together what was met, attempts (newest first) and the packs as they are now.
    #[must_use]
    pub fn new(standing: &Standing, attempts: &[AttemptScore], packs: &[Pack]) -> Self {
        let mut detail = Self {
            days: standing.days.clone(),
            courses: courses(attempts),
            ..Self::default()
        };
        let known: HashMap<&str, &Pack> =
            packs.iter().map(|pack| (pack.id.as_str(), pack)).collect();
        for met in standing.questions.chunk_by(|a, b| a.pack == b.pack) {
            let Some(first) = met.first() else {
                continue;
            };
            detail.pack(met, known.get(first.pack.as_str()).copied());
        }
        detail
            .packs
            .sort_by_key(|pack| std::cmp::Reverse(pack.tally.last));
        detail.tags.sort_by(|a, b| a.tally.weaker(&b.tally));
        detail.questions.sort_by(|a, b| a.tally.weaker(&b.tally));
        detail
    }

    /// Adds what was met of one pack.
    fn pack(&mut self, met: &[Met], pack: Option<&Pack>) {
        let questions: HashMap<&str, &Question> = pack
            .into_iter()
            .flat_map(|pack| &pack.questions)
            .map(|question| (question.id.as_str(), question))
            .collect();
        let mut here = InPack {
            pack: met.first().map(|met| met.pack.clone()).unwrap_or_default(),
            title: pack.map(|pack| pack.title.clone()),
            questions: pack.map(|pack| pack.questions.len()),
            met: 0,
            tally: Tally::default(),
        };
        let mut tags: BTreeMap<&str, OfTag> = BTreeMap::new();
        for tag in questions.values().flat_map(|question| &question.tags) {
            let of_tag = tags.entry(tag).or_insert_with(|| OfTag {
                pack: here.pack.clone(),
                tag: tag.clone(),
                questions: 0,
                met: 0,
                tally: Tally::default(),
            });
            of_tag.questions += 1;
        }
        for met in met {
            let question = questions.get(met.question.as_str());
            here.tally.add(&met.tally);
            here.met += usize::from(question.is_some() || pack.is_none());
            for tag in question.into_iter().flat_map(|question| &question.tags) {
                if let Some(of_tag) = tags.get_mut(tag.as_str()) {
                    of_tag.met += 1;
                    of_tag.tally.add(&met.tally);
                }
            }
            self.questions.push(OfQuestion {
                pack: met.pack.clone(),
                question: met.question.clone(),
                prompt: question.map(|question| markdown::plain(&question.asked())),
                tally: met.tally,
            });
        }
        self.all.add(&here.tally);
        self.tags
            .extend(tags.into_values().filter(|tag| tag.met > 0));
        self.packs.push(here);
    }
}

fn courses(attempts: &[AttemptScore]) -> Vec<Course> {
    let mut courses: Vec<Course> = Vec::new();
    let mut places: HashMap<(String, &str), usize> = HashMap::new();
    let mut days = StudyDays::default();
    for scored in attempts.iter().filter(|scored| scored.comparable()) {
        let (Some(pack), Some(percent)) = (&scored.pack, scored.score.percent()) else {
            continue;
        };
        let place = places
            .entry((learner_key(&scored.learner), pack.as_str()))
            .or_insert_with(|| {
                courses.push(Course {
                    pack: pack.to_string(),
                    learner: scored.learner.clone(),
                    taken: Vec::new(),
                });
                courses.len() - 1
            });
        courses[*place].taken.push(Taken {
            started: scored.started,
            day: days.of(scored.started, &scored.zone),
            percent,
        });
    }
    for course in &mut courses {
        course.taken.reverse();
    }
    courses
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Detail;
    use crate::{
        pack,
        record::sample::{at, attempt},
        stats::{AttemptScore, Met, Score, Standing, Tally},
    };

    const PACK: &str = r#"
format = 1
id = "moon"
title = "Moon"
[[questions]]
id = "one"
kind = "true-false"
prompt = "*One* is right?"
answer = true
tags = ["crew", "craft"]
[[questions]]
id = "two"
kind = "true-false"
prompt = "Two?"
answer = true
tags = ["crew"]
"#;

    fn met(pack: &str, question: &str, right: u64, answers: u64) -> Met {
        Met {
            pack: pack.to_owned(),
            question: question.to_owned(),
            tally: Tally {
                answers,
                right,
                ..Tally::default()
            },
        }
    }

    #[test]
    fn what_is_gone_keeps_its_name() {
        let packs = [pack::read(PACK, "moon").pack.unwrap()];
        let standing = Standing {
            questions: vec![
                met("moon", "old", 1, 1),
                met("moon", "one", 4, 5),
                met("sun", "core", 2, 5),
            ],
            days: BTreeMap::new(),
        };
        let detail = Detail::new(&standing, &[], &packs);
        let packs: Vec<_> = detail
            .packs
            .iter()
            .map(|pack| {
                (
                    pack.title.as_deref(),
                    pack.questions,
                    pack.met,
                    pack.tally.answers,
                )
            })
            .collect();
        assert_eq!(packs, [(Some("Moon"), Some(2), 1, 6), (None, None, 1, 5)]);
        let questions: Vec<_> = detail
            .questions
            .iter()
            .map(|of| (of.question.as_str(), of.prompt.as_deref()))
            .collect();
        assert_eq!(
            questions,
            [
                ("core", None),
                ("one", Some("One is right?")),
                ("old", None)
            ]
        );
        let tags: Vec<_> = detail
            .tags
            .iter()
            .map(|of| (of.tag.as_str(), of.questions, of.met, of.tally.right))
            .collect();
        assert_eq!(tags, [("craft", 1, 1, 4), ("crew", 2, 1, 4)]);
        assert_eq!(detail.all.answers, 11);
    }

    #[test]
    fn only_attempts_of_one_learner_at_the_whole_pack_make_a_course() {
        let scored = |number, learner: &str, net, whole| {
            let score = Score {
                questions: 1,
                answered: 1,
                points: net,
                max_points: 1000,
                ..Score::default()
            };
            AttemptScore {
                learner: learner.to_owned(),
                whole,
                ..AttemptScore::new(&attempt(number), Some(at(1)), score)
            }
        };
        let newest_first = [
            scored(4, "ADA", 900, true),
            scored(3, "Eve", 100, true),
            scored(2, "Ada", 1000, false),
            scored(1, "Ada", 500, true),
        ];
        let detail = Detail::new(&Standing::default(), &newest_first, &[]);
        let told: Vec<_> = detail
            .courses
            .iter()
            .map(|course| {
                let percents: Vec<_> = course.taken.iter().map(|taken| taken.percent).collect();
                (course.learner.as_str(), percents)
            })
            .collect();
        assert_eq!(told, [("ADA", vec![50, 90]), ("Eve", vec![10])]);
    }
}
