//! The words of an attempt's end: score, tally, trend, what to do next.

use super::{count, points};
use crate::{
    session::{
        Summary,
        view::{MissedLine, NextStep, Tally},
    },
    text::markdown,
};

/// The score in one line.
pub(in crate::ui) fn score(summary: &Summary) -> String {
    let head = if summary.complete {
        "Score"
    } else {
        "Score so far"
    };
    let chance = summary.chance.map_or_else(String::new, |chance| {
        format!(" Guessing earns about {chance}%.")
    });
    format!(
        "{head}: {}%, {} of {} points.{chance}",
        summary.percent,
        points(summary.earned),
        points(summary.of)
    )
}

/// What a missed question asked, in one line.
pub(in crate::ui) fn missed(missed: &MissedLine) -> String {
    let asked = markdown::plain(&missed.prompt);
    asked.lines().next().unwrap_or_default().trim().to_owned()
}

/// How many ended how: `7 right, 2 partly, 1 wrong`; what did not happen is left out.
pub(in crate::ui) fn tally(tally: &Tally) -> String {
    let parts: Vec<String> = [
        (tally.right, "right"),
        (tally.partly, "partly right"),
        (tally.wrong, "wrong"),
        (tally.dont_know, "don't know"),
        (tally.skipped, "skipped"),
        (tally.ungraded, "not yet graded"),
        (tally.open, "not reached"),
    ]
    .iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{number} {what}"))
    .collect();
    if parts.is_empty() {
        "No questions.".to_owned()
    } else {
        format!("{}.", parts.join(", "))
    }
}

/// This score against the earlier ones; none when there is nothing to compare with.
pub(in crate::ui) fn trend(summary: &Summary) -> Option<String> {
    let (last, best) = (summary.trend.last()?, summary.trend.iter().max()?);
    let now = summary.percent;
    let shown: Vec<String> = summary
        .trend
        .iter()
        .skip(summary.trend.len().saturating_sub(8))
        .map(|percent| format!("{percent}%"))
        .collect();
    let said = match now.cmp(last) {
        _ if now > *best => "your best so far",
        std::cmp::Ordering::Greater => "up",
        std::cmp::Ordering::Equal => "as before",
        std::cmp::Ordering::Less => "down",
    };
    Some(format!(
        "Whole pack before: {}; now {now}%: {said}.",
        shown.join(", ")
    ))
}

/// A sensible next step, and the command that does it.
pub(in crate::ui) fn next_step(step: &NextStep) -> String {
    match step {
        NextStep::Retry { missed, command } => {
            format!("try the {missed} you missed again: {command}")
        }
        NextStep::Resume {
            left,
            game,
            command,
        } => {
            let what = if *game { "round" } else { "question" };
            format!("go on, {} left: {command}", count(*left, what))
        }
        NextStep::Read { command } => format!("read the article: {command}"),
        NextStep::Again { command } => format!("play again: {command}"),
        NextStep::Timeline { command } => format!("see the timeline: {command}"),
        NextStep::Scores { command } => format!("see all your scores: {command}"),
    }
}

#[cfg(test)]
mod tests {
    use super::tally;
    use crate::session::view::Tally;

    #[test]
    fn a_tally_leaves_out_what_did_not_happen() {
        let some = Tally {
            right: 2,
            skipped: 1,
            ..Tally::default()
        };
        assert_eq!(tally(&some), "2 right, 1 skipped.");
        assert_eq!(tally(&Tally::default()), "No questions.");
    }
}
