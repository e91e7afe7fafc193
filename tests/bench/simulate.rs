//! `cargo bench --bench simulate [LEARNERS]`: learners whose memory follows FSRS-6 with known parameters, different for
//! each, study by quizline's schedule, by SM-2 and by fixed intervals. At the same number of reviews, who knows more?

use std::io::{self, Write as _};

use quizline::{
    session::Draw,
    study::{Grade, Memory, Model, RETENTION, Reply, Reviewed, fit, milestone},
};

/// Questions a learner studies, two new ones a day.
const QUESTIONS: usize = 50;
/// Days studied.
const DAYS: u32 = 180;
/// The last days, over which it is measured what is known.
const MEASURED: u32 = 30;
/// Learners by whom the retention wished for is set so that the workload is the same.
const PROBED: usize = 40;

/// The standard parameters of FSRS-6, from which each learner's differ.
const PARAMETERS: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// How the next day is found.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// As quizline does, at this retention.
    Ours(f32),
    /// `SuperMemo` 2 (Wozniak, 1990), with a pass as grade 4 and a miss as grade 2.
    Sm2,
    /// 1, 3, 7, 14 and then every 30 days, whatever happens.
    Fixed,
}

/// What a way of scheduling cost and what it was good for.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    reviews: f64,
    known: f64,
}

fn uniform(draw: &mut Draw) -> f32 {
    let places = 1_u32 << 24;
    #[expect(clippy::cast_precision_loss, reason = "24 bits fit a single exactly")]
    let drawn = draw.below(places as usize) as f32;
    drawn / 16_777_216.0
}

/// The memory of a learner: the standard one, with the first stabilities and the growth of each review of its own.
fn memory_of(learner: usize) -> Option<Model> {
    let mut draw = Draw::new(7, &["learner", &learner.to_string()]);
    let mut parameters = PARAMETERS;
    let mut scale = |low: f32, high: f32| low * (high / low).powf(uniform(&mut draw));
    let first = scale(0.4, 2.5);
    parameters[..4].iter_mut().for_each(|p| *p *= first);
    parameters[8] *= scale(0.75, 1.25);
    parameters[11] *= scale(0.6, 1.6);
    Model::new(&parameters)
}

/// One question on its way.
struct Card {
    truth: Option<Memory>,
    last: u32,
    due: u32,
    replies: Vec<Reply>,
    repetitions: u32,
    interval: f32,
    ease: f32,
}

fn study(learner: usize, way: Way) -> Option<Sum> {
    let truth = memory_of(learner)?;
    let mut believed = Model::standard();
    let mut fitted = None;
    let mut cards: Vec<Card> = Vec::new();
    let mut draws: Vec<Draw> = Vec::new();
    let (mut sum, mut measured) = (Sum::default(), 0_u32);
    for day in 0..DAYS {
        for _ in 0..2 {
            if cards.len() < QUESTIONS {
                let name = [learner.to_string(), cards.len().to_string()];
                draws.push(Draw::new(11, &[&name[0], &name[1]]));
                cards.push(Card {
                    truth: None,
                    last: day,
                    due: day,
                    replies: Vec::new(),
                    repetitions: 0,
                    interval: 0.0,
                    ease: 2.5,
                });
            }
        }
        for (card, draw) in cards.iter_mut().zip(&mut draws) {
            if card.due > day {
                continue;
            }
            let days = day - card.last;
            let recall = card.truth.map_or(0.6, |memory| truth.recall(memory, days));
            let grade = if uniform(draw) < recall {
                Grade::Good
            } else {
                Grade::Again
            };
            card.truth = truth.after(card.truth, days, grade);
            card.last = day;
            sum.reviews += 1.0;
            card.due = day + next(card, day, grade, way, &believed)?;
        }
        if let Way::Ours(_) = way {
            let reviewed: usize = cards
                .iter()
                .map(|c| c.replies.len().saturating_sub(1))
                .sum();
            if milestone(reviewed) != fitted {
                fitted = milestone(reviewed);
                let all = cards.iter().flat_map(|card| Reviewed::of(&card.replies));
                let own = fit(all.collect()).and_then(|own| Model::new(&own));
                believed = own.unwrap_or_else(Model::standard);
            }
        }
        if day + MEASURED >= DAYS {
            let known = cards.iter().filter_map(|card| {
                let days = (day + 1).saturating_sub(card.last);
                Some(f64::from(truth.recall(card.truth?, days)))
            });
            sum.known += known.sum::<f64>() / f64::from(u32::try_from(QUESTIONS).ok()?);
            measured += 1;
        }
    }
    sum.known /= f64::from(measured);
    Some(sum)
}

/// Days until a question comes back.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "intervals are between one day and some years"
)]
fn next(card: &mut Card, day: u32, grade: Grade, way: Way, believed: &Model) -> Option<u32> {
    card.repetitions += 1;
    Some(match way {
        Way::Ours(retention) => {
            let study_day = i32::try_from(day).ok()?;
            card.replies.push(Reply {
                at_ms: i64::from(day) * 86_400_000,
                seq: 1,
                day: study_day,
                grade,
                right: grade.passed(),
                first: true,
                essay: false,
            });
            let standing = quizline::study::standing(believed, &card.replies, study_day)?;
            believed.interval(standing.memory?, retention)
        }
        Way::Sm2 => {
            if !grade.passed() {
                card.ease = (card.ease - 0.32).max(1.3);
                card.repetitions = 0;
            }
            card.interval = match card.repetitions {
                0 | 1 => 1.0,
                2 => 6.0,
                _ => card.interval * card.ease,
            };
            card.interval.round().max(1.0) as u32
        }
        Way::Fixed => match card.repetitions {
            1 => 1,
            2 => 3,
            3 => 7,
            4 => 14,
            _ => 30,
        },
    })
}

fn all(learners: usize, way: Way) -> Sum {
    let sums = (0..learners).filter_map(|learner| study(learner, way));
    let sum = sums.fold(Sum::default(), |all, one| Sum {
        reviews: all.reviews + one.reviews,
        known: all.known + one.known,
    });
    #[expect(clippy::cast_precision_loss, reason = "a thousand learners")]
    let learners = learners.max(1) as f64;
    Sum {
        reviews: sum.reviews / learners,
        known: sum.known / learners,
    }
}

/// The retention at which quizline asks for no more reviews than that.
fn same_workload(reviews: f64) -> f32 {
    let (mut low, mut high) = (0.5, 0.99);
    for _ in 0..9 {
        let middle = f32::midpoint(low, high);
        if all(PROBED, Way::Ours(middle)).reviews <= reviews {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn main() -> io::Result<()> {
    let asked = std::env::args().find_map(|word| word.parse().ok());
    let learners: usize = asked.unwrap_or(1000);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{learners} learners, {QUESTIONS} questions, {DAYS} days; known: the mean over the last {MEASURED} days"
    )?;
    let mut line = |name: &str, sum: Sum| {
        writeln!(
            out,
            "{name:<28} {:>7.1} reviews each, {:>5.1}% known",
            sum.reviews,
            sum.known * 100.0
        )
    };
    line("quizline, as it comes", all(learners, Way::Ours(RETENTION)))?;
    for (name, way) in [("SM-2", Way::Sm2), ("fixed intervals", Way::Fixed)] {
        let theirs = all(learners, way);
        line(name, theirs)?;
        let retention = same_workload(all(PROBED, way).reviews);
        let ours = all(learners, Way::Ours(retention));
        line(&format!("quizline at {:.1}%", retention * 100.0), ours)?;
    }
    Ok(())
}
