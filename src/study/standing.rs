//! How a learner stands with one question: the fold over everything that was ever said of it.

use super::{Memory, Model, Reply};

/// What is known of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The memory after the last review; none when no response scheduled anything yet.
    pub memory: Option<Memory>,
    /// When that review was, in milliseconds since 1970.
    pub reviewed_ms: i64,
    /// The study day of that review.
    pub reviewed: i32,
    /// Reviews: at most one a study day.
    pub reviews: u32,
    /// Responses, repeats on the same day included.
    pub responses: u32,
    /// Whether the last response was right in full.
    pub right: bool,
    /// The study day of the last response.
    pub last: i32,
    /// Whether it is an essay.
    pub essay: bool,
}

/// The reviews among responses in order: the first response of each study day, unless it was a second try.
/// (days since the one before, reply)
pub(super) fn reviews(replies: &[Reply]) -> impl Iterator<Item = (u32, &Reply)> {
    let mut seen: Option<i32> = None;
    let mut reviewed: Option<i32> = None;
    replies.iter().filter_map(move |reply| {
        // A clock that went back does not begin a day anew.
        let first_of_day = seen.is_none_or(|day| reply.day > day);
        seen = Some(seen.map_or(reply.day, |day| day.max(reply.day)));
        if !(first_of_day && reply.first) {
            return None;
        }
        let days = reviewed.map_or(0, |before| i64::from(reply.day) - i64::from(before));
        reviewed = Some(reply.day);
        Some((u32::try_from(days.max(0)).unwrap_or(0), reply))
    })
}

/// How a learner stands with a question on the study day `today`, from all responses to it, in order. Responses of days
/// to come, which a clock gone wrong has written, count when their day is there; one day ahead is a journey. None when
/// nothing is left.
#[must_use]
pub fn standing(model: &Model, replies: &[Reply], today: i32) -> Option<Standing> {
    let known = |reply: &&Reply| reply.day <= today.saturating_add(1);
    let kept: Vec<Reply>;
    let replies = if replies.iter().all(|reply| known(&reply)) {
        replies
    } else {
        kept = replies.iter().filter(known).copied().collect();
        &kept
    };
    let last = replies.last()?;
    let (mut folded, mut count, mut latest) = (Vec::with_capacity(replies.len()), 0, None);
    for (days, reply) in reviews(replies) {
        folded.push((days, reply.grade));
        count += 1;
        latest = Some(reply);
    }
    Some(Standing {
        memory: model.fold(folded),
        reviewed_ms: latest.map_or(last.at_ms, |reply| reply.at_ms),
        reviewed: latest.map_or(last.day, |reply| reply.day),
        reviews: count,
        responses: u32::try_from(replies.len()).unwrap_or(u32::MAX),
        right: last.right,
        last: last.day,
        essay: replies.iter().any(|reply| reply.essay),
    })
}

impl Standing {
    /// The study day on which it is due; none while nothing is scheduled.
    #[must_use]
    pub fn due(&self, model: &Model, retention: f32) -> Option<i32> {
        let days = model.interval(self.memory?, retention);
        Some(self.reviewed.saturating_add_unsigned(days))
    }

    /// The probability that it is recalled on that study day.
    #[must_use]
    pub fn recall(&self, model: &Model, today: i32) -> Option<f32> {
        let days = i64::from(today) - i64::from(self.reviewed);
        let days = u32::try_from(days.max(0)).unwrap_or(0);
        Some(model.recall(self.memory?, days))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};

    use super::{reviews, standing};
    use crate::study::{Grade, Model, RETENTION, Reply};

    fn reply(day: i32, nth: i64, grade: Grade, first: bool) -> Reply {
        Reply {
            at_ms: i64::from(day) * 86_400_000 + nth,
            seq: 1,
            day,
            grade,
            right: grade == Grade::Good,
            first,
            essay: false,
        }
    }

    #[test]
    fn only_the_first_response_of_a_day_is_a_review() {
        let replies = [
            reply(10, 0, Grade::Again, true),
            reply(10, 1, Grade::Good, true),
            reply(11, 0, Grade::Good, false),
            reply(11, 1, Grade::Good, true),
            reply(13, 0, Grade::Good, true),
        ];
        let told: Vec<_> = reviews(&replies).map(|(days, r)| (days, r.day)).collect();
        assert_eq!(told, [(0, 10), (3, 13)]);
        let model = Model::standard();
        let standing = standing(&model, &replies, 20).unwrap();
        assert_eq!((standing.reviews, standing.responses), (2, 5));
        assert_eq!(
            standing.memory,
            model.fold([(0, Grade::Again), (3, Grade::Good)])
        );
    }

    #[test]
    fn a_response_of_a_day_to_come_waits_for_its_day() {
        let model = Model::standard();
        let replies = [
            reply(10, 0, Grade::Good, true),
            reply(9_000, 0, Grade::Good, true),
        ];
        assert_eq!(standing(&model, &replies, 20).unwrap().reviews, 1);
        assert_eq!(standing(&model, &replies, 9_000).unwrap().reviews, 2);
        assert!(standing(&model, &replies[1..], 20).is_none());
        assert_eq!(
            standing(&model, &replies, 20)
                .unwrap()
                .due(&model, RETENTION),
            Some(12)
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn no_clock_makes_it_panic_or_leave_its_ranges(
            times in prop::collection::vec((any::<i64>(), any::<i32>(), 1_u8..=4, any::<bool>()), 0..30),
            today in any::<i32>(),
        ) {
            let model = Model::standard();
            let mut replies: Vec<Reply> = times
                .into_iter()
                .map(|(at_ms, day, n, first)| Reply { at_ms, ..reply(day, 0, Grade::numbered(n).unwrap(), first) })
                .collect();
            replies.sort_unstable();
            if let Some(standing) = standing(&model, &replies, today) {
                prop_assert!(standing.reviews <= standing.responses);
                if let Some(due) = standing.due(&model, RETENTION) {
                    prop_assert!(due > standing.reviewed || due == i32::MAX);
                    let recall = standing.recall(&model, today).unwrap();
                    prop_assert!((0.0..=1.0).contains(&recall));
                }
                prop_assert_eq!(standing.memory.is_some(), standing.reviews > 0);
            }
        }
    }
}
