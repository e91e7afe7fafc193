//! The end of an attempt: score, tags, what was missed, what to do next.

use std::collections::BTreeMap;

use super::{
    machine::Session,
    reveal::{earned, key},
    view::{MissedLine, NextStep, Summary, TagLine, Tally},
};
use crate::{
    grade::Credit,
    pack::Points,
    record::{Mode, Outcome},
};

/// Seconds a question takes on average, reading the verdict included: for estimates only.
const SECONDS_A_QUESTION: usize = 30;

/// How long so many questions take, in whole minutes, at least 1.
#[must_use]
pub fn minutes(questions: usize) -> usize {
    (questions * SECONDS_A_QUESTION).div_ceil(60).max(1)
}

/// Mean of what was earned over the plan, in percent; what was not answered earned nothing, voided questions are left
/// out.
pub(super) fn percent(session: &Session) -> f64 {
    let shares: Vec<u16> = session
        .outcomes
        .each
        .iter()
        .filter(|outcome| !outcome.answer.as_ref().is_some_and(|a| a.void))
        .map(|outcome| {
            outcome
                .answer
                .as_ref()
                .map_or(0, crate::record::Counted::earned)
        })
        .collect();
    mean_percent(&shares)
}

fn mean_percent(thousandths: &[u16]) -> f64 {
    if thousandths.is_empty() {
        return 0.0;
    }
    let sum: u64 = thousandths.iter().map(|&t| u64::from(t)).sum();
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most 100,000 questions of 1000 each"
    )]
    let mean = sum as f64 / thousandths.len() as f64;
    mean / 10.0
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percent is between 0 and 100"
)]
fn whole(percent: f64) -> u32 {
    // Nobody should read 100 who missed something.
    if percent < 100.0 && percent > 99.0 {
        99
    } else {
        percent.round() as u32
    }
}

/// The summary as things stand.
pub(super) fn summary(session: &Session, complete: bool, earlier: &[u32]) -> Summary {
    let mut tally = Tally::default();
    let mut tags: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    let mut missed = Vec::new();
    let (mut got, mut of) = (Points(0), Points(0));
    for (slot, outcome) in session.outcomes.each.iter().enumerate() {
        count(&mut tally, outcome);
        let Some(question) = session.question(slot) else {
            continue;
        };
        if outcome.answer.as_ref().is_some_and(|a| a.void) {
            continue;
        }
        let share = outcome
            .answer
            .as_ref()
            .map_or(0, crate::record::Counted::earned);
        got.0 += earned(question.points, share).0;
        of.0 += question.points.0;
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
            percent: whole(mean_percent(&shares)),
        })
        .collect();
    tags.sort_by_key(|line| line.percent);
    let mode = session.attempt.mode;
    let whole_pack = session.attempt.options.whole() && matches!(mode, Mode::Practice | Mode::Exam);
    Summary {
        title: session
            .materials
            .first()
            .map(|material| material.pack.title.clone())
            .unwrap_or_default(),
        complete,
        earned: got,
        of,
        percent: whole(percent(session)),
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
    let again = match &session.game {
        None => format!("quizline take {pack}"),
        Some(game) => format!("quizline timeline {pack} --play {}", game.game.name()),
    };
    if !complete {
        steps.push(NextStep::Resume {
            left: tally.open + tally.skipped,
            game: session.game.is_some(),
            command: format!("{again} --resume"),
        });
    }
    if session.game.is_some() {
        if complete {
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
