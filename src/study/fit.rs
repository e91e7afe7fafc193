//! Parameters of a learner's own: fitted to the log once it is long enough, and kept only where they predict better.

use super::{Grade, Model, Reply, standing};

/// Reviews (of something reviewed before) from which parameters are fitted.
pub const FIRST_FIT: usize = 64;

/// The part of the reviews, the newest, on which fitted parameters must prove themselves: one in so many.
const HELD_OUT: usize = 5;

/// A review of something that was reviewed before: what a model can be held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// When, and what came of it.
    pub reply: Reply,
    /// Days since the one before and grade of every review of the question up to this one.
    pub history: Vec<(u32, Grade)>,
}

impl Reviewed {
    /// All reviews of one question that have one before them.
    #[must_use]
    pub fn of(replies: &[Reply]) -> Vec<Self> {
        let mut history = Vec::new();
        let mut all = Vec::new();
        for (days, reply) in standing::reviews(replies) {
            history.push((days, reply.grade));
            if history.len() > 1 {
                all.push(Self {
                    reply: *reply,
                    history: history.clone(),
                });
            }
        }
        all
    }
}

/// How many of so many reviews a fit looks at: 64, then half as many again each time. So a fit depends on the log
/// alone, not on when it was made. None while there are too few.
#[must_use]
pub fn milestone(reviews: usize) -> Option<usize> {
    let mut at = FIRST_FIT;
    if reviews < at {
        return None;
    }
    while let Some(next) = at.checked_add(at / 2).filter(|next| *next <= reviews) {
        at = next;
    }
    Some(at)
}

/// Parameters fitted to these reviews; none when there are too few, or when they do not predict the newest fifth, which
/// the fit does not see, better than the standard ones. Takes the oldest up to a [`milestone`]; the same reviews in any
/// order give the same parameters.
#[must_use]
pub fn fit(mut reviews: Vec<Reviewed>) -> Option<Vec<f32>> {
    let many = milestone(reviews.len())?;
    reviews.sort_unstable_by(|one, other| {
        (one.reply, &one.history).cmp(&(other.reply, &other.history))
    });
    reviews.truncate(many);
    let (seen, held_out) = reviews.split_at(many - many / HELD_OUT);
    let parameters = Model::train(seen.iter().map(|reviewed| reviewed.history.iter().copied()))?;
    let fitted = log_loss(&Model::new(&parameters)?, held_out)?;
    let standard = log_loss(&Model::standard(), held_out)?;
    (fitted < standard).then_some(parameters)
}

/// The mean of -ln(probability that the model gave to what happened) over reviews; none of none.
#[must_use]
pub fn log_loss(model: &Model, reviews: &[Reviewed]) -> Option<f64> {
    let mut sum = 0.0;
    for reviewed in reviews {
        let (&(days, _), before) = reviewed.history.split_last()?;
        let memory = model.fold(before.iter().copied())?;
        let recall = f64::from(model.recall(memory, days)).clamp(1e-6, 1.0 - 1e-6);
        sum -= if reviewed.reply.grade.passed() {
            recall.ln()
        } else {
            (1.0 - recall).ln()
        };
    }
    let count = u32::try_from(reviews.len()).ok().filter(|n| *n > 0)?;
    Some(sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::{FIRST_FIT, Reviewed, fit, log_loss, milestone};
    use crate::study::{Grade, Model, Reply};

    /// Reviews of many questions by someone who forgets everything within two days, and nothing within one.
    fn forgetful(questions: i64) -> Vec<Reviewed> {
        let mut all = Vec::new();
        for question in 0..questions {
            let mut day = i32::try_from(question % 7).unwrap();
            let mut replies = Vec::new();
            for nth in 0..6 {
                let gap = 1 + i32::try_from((question + nth) % 4).unwrap();
                let grade = if nth == 0 || gap > 1 {
                    Grade::Again
                } else {
                    Grade::Good
                };
                day += gap;
                replies.push(Reply {
                    at_ms: i64::from(day) * 86_400_000 + question,
                    seq: 1,
                    day,
                    grade,
                    right: grade == Grade::Good,
                    first: true,
                    essay: false,
                });
            }
            all.extend(Reviewed::of(&replies));
        }
        all
    }

    #[test]
    fn a_fit_looks_at_the_same_reviews_whenever_it_is_made() {
        for (reviews, expected) in [
            (0, None),
            (63, None),
            (64, Some(64)),
            (95, Some(64)),
            (96, Some(96)),
            (1_000, Some(729)),
        ] {
            assert_eq!(milestone(reviews), expected, "{reviews}");
        }
    }

    #[test]
    fn too_few_reviews_are_not_fitted() {
        let mut few = forgetful(20);
        few.truncate(FIRST_FIT - 1);
        assert_eq!(fit(few), None);
        assert_eq!(log_loss(&Model::standard(), &[]), None);
    }

    #[test]
    fn parameters_are_kept_where_they_predict_better_whatever_the_order() {
        let reviews = forgetful(60);
        let parameters = fit(reviews.clone()).expect("nobody forgets as the standard says");
        let mut backwards = reviews.clone();
        backwards.reverse();
        assert_eq!(fit(backwards).as_ref(), Some(&parameters));
        let loss = |model: &Model| log_loss(model, &reviews).unwrap();
        assert!(loss(&Model::new(&parameters).unwrap()) < loss(&Model::standard()));
    }
}
