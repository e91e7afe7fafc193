//! The end of an attempt: score, tags, what was missed, what to do next.

use std::collections::BTreeMap;

use super::{
    machine::Session,
    reveal::key,
    view::{MissedLine, NextStep, Summary, TagLine, Tally},
};
use crate::{
    grade::Credit,
    pack::Points,
    record::{Counted, Mode, Outcome, mean_percent, percent_of, points_earned},
};

/// Seconds a question takes on average, reading the verdict included: for estimates only.
const SECONDS_A_QUESTION: usize = 30;

/// How long so many questions take, in whole minutes, at least 1.
#[must_use]
pub fn minutes(questions: usize) -> usize {
    (questions * SECONDS_A_QUESTION).div_ceil(60).max(1)
}

/// Points earned, of the points there were; what was not answered earned nothing, voided questions are left out.
fn points(session: &Session) -> (u64, u64) {
    let plan = session.attempt.plan.iter().zip(&session.outcomes.each);
    plan.fold((0, 0), |(got, of), (planned, outcome)| {
        let answer = outcome.answer.as_ref();
        if answer.is_some_and(|answer| answer.void) {
            return (got, of);
        }
        let share = answer.map_or(0, Counted::earned);
        (
            got.saturating_add(points_earned(planned.points, share)),
            of.saturating_add(planned.points),
        )
    })
}

/// What was earned of the points there were, in percent.
#[expect(
    clippy::cast_precision_loss,
    reason = "a percentage needs no more than 53 bits"
)]
pub(super) fn percent(session: &Session) -> f64 {
    match points(session) {
        (_, 0) => 0.0,
        (got, of) => got as f64 * 100.0 / of as f64,
    }
}

/// The summary as things stand.
pub(super) fn summary(session: &Session, complete: bool, earlier: &[u32]) -> Summary {
    let mut tally = Tally::default();
    let mut tags: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    let mut missed = Vec::new();
    for (slot, outcome) in session.outcomes.each.iter().enumerate() {
        count(&mut tally, outcome);
        let Some(question) = session.question(slot) else {
            continue;
        };
        if outcome.answer.as_ref().is_some_and(|a| a.void) {
            continue;
        }
        let share = outcome.answer.as_ref().map_or(0, Counted::earned);
        // Cards that a game never came to are not missed.
        if !(outcome.settled() || complete && session.game.is_none()) {
            continue;
        }
        for tag in &question.tags {
            tags.entry(tag).or_default().push(share);
        }
        let credit = outcome.answer.as_ref().map(|a| a.credit);
        if credit != Some(Some(Credit::FULL)) && credit != Some(None) {
            missed.push(MissedLine {
                number: slot + 1,
                id: question.id.clone(),
                prompt: session.missed(question),
                key: key(question),
                earned: share,
            });
        }
    }
    let mut tags: Vec<TagLine> = tags
        .into_iter()
        .filter(|(_, shares)| shares.len() >= 2)
        .map(|(tag, shares)| TagLine {
            tag: tag.to_owned(),
            questions: shares.len(),
            percent: mean_percent(
                shares.iter().map(|&share| u64::from(share)).sum(),
                shares.len(),
            )
            .unwrap_or_default(),
        })
        .collect();
    tags.sort_by_key(|line| line.percent);
    let (got, of) = points(session);
    let mode = session.attempt.mode;
    let whole_pack = session.attempt.options.whole() && matches!(mode, Mode::Practice | Mode::Exam);
    Summary {
        title: session.title(),
        complete,
        earned: Points(got),
        of: Points(of),
        percent: percent_of(got, of).unwrap_or_default(),
        chance: session
            .game
            .as_ref()
            .and_then(|game| game.chance)
            .filter(|_| complete),
        next: next(session, complete, missed.len(), &tally),
        tally,
        tags,
        missed,
        trend: if complete && whole_pack {
            earlier.to_vec()
        } else {
            Vec::new()
        },
    }
}

fn count(tally: &mut Tally, outcome: &Outcome) {
    let place = match &outcome.answer {
        None if outcome.skips > 0 => &mut tally.skipped,
        None => &mut tally.open,
        Some(counted) if counted.answer.response.is_none() => &mut tally.dont_know,
        Some(counted) => match counted.credit {
            None => &mut tally.ungraded,
            Some(Credit::FULL) => &mut tally.right,
            Some(Credit::NONE) => &mut tally.wrong,
            Some(_) => &mut tally.partly,
        },
    };
    *place += 1;
}

fn next(session: &Session, complete: bool, missed: usize, tally: &Tally) -> Vec<NextStep> {
    let pack = session.framing.argument.as_str();
    let mut steps = Vec::new();
    if session.attempt.mode == Mode::Review {
        // Of several packs: the argument holds no name, only options to repeat.
        if !complete {
            steps.push(NextStep::Resume {
                left: tally.open + tally.skipped,
                game: false,
                command: format!("quizline review --resume{pack}"),
            });
        }
        steps.push(NextStep::Scores {
            command: format!("quizline scores{pack}"),
        });
        return steps;
    }
    let again = match &session.game {
        None => format!("quizline take {pack}"),
        Some(game) => format!("quizline timeline {pack} --play {}", game.game.name()),
    };
    // A game without a move is as good as never begun.
    let begun = session.game.is_none() || session.outcomes.each.iter().any(Outcome::settled);
    if !complete && begun {
        steps.push(NextStep::Resume {
            left: tally.open + tally.skipped,
            game: session.game.is_some(),
            command: format!("{again} --resume"),
        });
    }
    if session.game.is_some() {
        if complete || !begun {
            steps.push(NextStep::Again { command: again });
        }
        steps.push(NextStep::Timeline {
            command: format!("quizline timeline {pack}"),
        });
        steps.push(NextStep::Scores {
            command: format!("quizline scores {pack}"),
        });
        return steps;
    }
    if complete && missed > 0 && session.attempt.mode == Mode::Practice {
        steps.push(NextStep::Retry {
            missed,
            command: format!("quizline take {pack} --missed"),
        });
    }
    let has_article = session
        .materials
        .first()
        .is_some_and(|material| material.article.is_some());
    if complete && missed > 0 && has_article {
        steps.push(NextStep::Read {
            command: format!("quizline read {pack}"),
        });
    }
    steps.push(NextStep::Scores {
        command: format!("quizline scores {pack}"),
    });
    steps
}
