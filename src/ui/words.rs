//! The words that every interface shows: one place, so that a terminal and a pipe say the same. Knows nothing of
//! colours, widths or keys; texts of packs come out as they are and are cleaned where they are shown.

use std::borrow::Cow;

pub(super) use crate::text::count;
use crate::{
    pack::{Kind, Part, Points, Question},
    session::{
        Command, Form, QuestionView, Summary, VerdictView,
        view::{ChoiceLine, GapLine, NextStep, Notice, Opening, OrderLine, PairLine, Tally},
    },
    text,
    timeline::Neighbour,
};

/// What stands above the questions about an event.
pub(super) const QUESTIONS_ABOUT: &str = "Questions about it:";

/// An event's neighbour: `Before: Sputnik reaches orbit, 4 months earlier.`
pub(super) fn neighbour(word: &str, neighbour: &Neighbour) -> String {
    format!("{word}: {} ({})", neighbour.title, neighbour.distance)
}

/// What a question asks, Markdown; gaps stay open.
pub(super) fn asked(question: &Question) -> Cow<'_, str> {
    match &question.kind {
        Kind::Cloze { parts } if question.prompt.trim().is_empty() => parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Gap(_) => "\\_\\_\\_",
            })
            .collect(),
        _ => Cow::Borrowed(&question.prompt),
    }
}

/// Points as a decimal number without needless zeros: `1`, `0.75`, `2.5`.
pub(super) fn points(points: Points) -> String {
    let (whole, rest) = (points.0 / 1000, points.0 % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    let text = format!("{whole}.{rest:03}");
    text.trim_end_matches('0').to_owned()
}

/// Thousandths as a percentage, rounded to a whole number; only everything is `100%` and only nothing `0%`.
pub(super) fn percent(thousandths: u16) -> String {
    text::percent(u64::from(thousandths), 1000)
}

/// The lines that open an attempt: title, what it is about, how much there is to do, notes.
pub(super) fn opening(opening: &Opening) -> Vec<String> {
    let mut lines = vec![opening.title.clone()];
    lines.extend(opening.summary.clone());
    let left = opening.questions.saturating_sub(opening.answered);
    let minutes = count(opening.minutes, "minute");
    lines.push(if opening.answered == 0 {
        format!(
            "{}, about {minutes}. Learner: {}. Seed {}.",
            count(left, "question"),
            opening.learner,
            opening.seed
        )
    } else {
        format!(
            "Going on: {} of {} answered, {left} left, about {minutes}. Learner: {}. Seed {}.",
            opening.answered,
            count(opening.questions, "question"),
            opening.learner,
            opening.seed
        )
    });
    lines.extend(opening.notes.iter().map(notice));
    lines
}

/// The line above a question: `Question 3 of 30 [chips], 2 points`.
pub(super) fn heading(question: &QuestionView) -> String {
    let mut parts = vec![format!(
        "Question {} of {} [{}]",
        question.number, question.of, question.id
    )];
    if question.points != Points::ONE {
        parts.push(format!("{} points", points(question.points)));
    }
    if question.second_try {
        parts.push("second try".to_owned());
    } else if question.comes_back {
        parts.push("skipped before".to_owned());
    }
    parts.join(", ")
}

/// What the form wants, without the keys of any interface.
pub(super) fn wanted(form: &Form) -> String {
    match form {
        Form::One { .. } => "Choose one.".to_owned(),
        Form::Many {
            all_or_nothing: true,
            ..
        } => "Choose all that are right; only exactly these count.".to_owned(),
        Form::Many { .. } => "Choose all that are right.".to_owned(),
        Form::TrueFalse => "True or false?".to_owned(),
        Form::Words => "Answer in a few words.".to_owned(),
        Form::Number { unit: None } => "Answer with a number.".to_owned(),
        Form::Number { unit: Some(unit) } => format!("Answer with a number ({unit})."),
        Form::Date { wanted } => format!("Answer with a date, at least {wanted}."),
        Form::Order { .. } => "Put these in order, first to last.".to_owned(),
        Form::Match { .. } => "Find what belongs to each.".to_owned(),
        Form::Gaps { numeric, .. } if numeric.len() == 1 => "Fill in the gap.".to_owned(),
        Form::Gaps { .. } => "Fill in the gaps.".to_owned(),
        Form::Essay => "Answer in several lines.".to_owned(),
    }
}

/// What the next hint costs, said before it is taken: `hint, takes 25% of the points`.
pub(super) fn hint_cost(question: &QuestionView) -> String {
    if question.hint_cost == 0 {
        "costs nothing".to_owned()
    } else {
        format!("takes {} of the points", percent(question.hint_cost))
    }
}

/// A hint as it is shown.
pub(super) fn hint(text: &str, number: usize, of: usize, penalty: u16) -> String {
    let which = if of > 1 {
        format!("Hint {number} of {of}")
    } else {
        "Hint".to_owned()
    };
    if penalty == 0 {
        format!("{which}: {text}")
    } else {
        format!("{which} (hints take {} so far): {text}", percent(penalty))
    }
}

/// A command in one or two words.
pub(super) fn command(command: Command) -> &'static str {
    match command {
        Command::Next => "next",
        Command::Hint => "hint",
        Command::Skip => "skip",
        Command::DontKnow => "don't know",
        Command::Passage => "passage",
        Command::Right => "I was right",
        Command::Undo => "undo",
        Command::Back => "back",
        Command::Flag => "flag",
        Command::Edit => "edit",
        Command::Submit => "submit",
        Command::Help => "help",
        Command::Quit => "quit",
    }
}

/// One line about what happened.
pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Skipped { comes_back: true } => "Skipped. It comes back at the end.".to_owned(),
        Notice::Skipped { comes_back: false } => "Skipped. It counts 0.".to_owned(),
        Notice::Saved => "Saved.".to_owned(),
        Notice::Flagged => "Flagged, thank you. The note is stored for the author.".to_owned(),
        Notice::Undone => "Taken back. The question is asked again.".to_owned(),
        Notice::Overridden { patch: None } => "It counts as right from now on.".to_owned(),
        Notice::Overridden { patch: Some(patch) } => {
            format!("It counts as right from now on. For the author of the pack:\n{patch}")
        }
        Notice::NoHint => "There is no further hint.".to_owned(),
        Notice::NotHere(name) => format!("`{}` does nothing here.", command(*name)),
        Notice::NothingBefore => "Nothing stands before this question.".to_owned(),
        Notice::Spooled { error } => format!(
            "The store could not be written ({error}). The quiz goes on: your answers are kept in a file of their \
             own and taken in at the next start."
        ),
        Notice::Edited => "Edited. The question is asked as it stands now.".to_owned(),
        Notice::EditFailed { error } => {
            format!(
                "The edited pack could not be used: {error}. The question is asked as it stood."
            )
        }
        Notice::Line(line) => line.clone(),
    }
}

/// The first word of a verdict: `Right` in full, `Wrong` for nothing, `Partly` between, `Saved` while ungraded.
pub(super) fn verdict_word(verdict: &VerdictView) -> &'static str {
    if verdict.overridden {
        return "Right";
    }
    match verdict.credit.map(crate::grade::Credit::thousandths) {
        None => "Saved",
        Some(0) => "Wrong",
        Some(1000) => "Right",
        Some(_) => "Partly",
    }
}

/// The line of a verdict: the word, credit when partial, what it earned, the remark.
pub(super) fn verdict_line(verdict: &VerdictView) -> String {
    let word = verdict_word(verdict);
    let share = match word {
        "Partly" => format!(
            " right, {}",
            percent(verdict.credit.unwrap_or_default().thousandths())
        ),
        "Right" if verdict.overridden => ", as you said".to_owned(),
        _ => String::new(),
    };
    let (earned, of) = (points(verdict.earned), points(verdict.question.points));
    let earned = match word {
        "Saved" => String::new(),
        _ if of == "1" => format!(": {earned} of 1 point"),
        _ => format!(": {earned} of {of} points"),
    };
    let hints = match verdict.penalty {
        0 => String::new(),
        penalty => format!(" (hints take {})", percent(penalty)),
    };
    let asked = if verdict.dont_know {
        " You asked to be shown."
    } else {
        ""
    };
    format!("{word}{share}{earned}{hints}.{asked}")
}

/// What a choice was, in words; empty for a wrong one that was rightly left.
pub(super) fn choice(line: &ChoiceLine) -> &'static str {
    match (line.chosen, line.right) {
        (true, true) => "yours, right",
        (true, false) => "yours, wrong",
        (false, true) => "right answer",
        (false, false) => "",
    }
}

/// What became of an item of an order, in words.
pub(super) fn order(line: &OrderLine, place: usize) -> String {
    match line.given {
        None => String::new(),
        Some(given) if given == place => "yours, right place".to_owned(),
        Some(given) if line.kept => format!("yours was place {given}, in right order"),
        Some(given) => format!("yours was place {given}"),
    }
}

/// What became of a pair, in words.
pub(super) fn pair(line: &PairLine) -> String {
    match &line.given {
        Some(_) if line.correct => "yours, right".to_owned(),
        Some(given) => format!("yours was {given}"),
        None => "right answer".to_owned(),
    }
}

/// What became of a gap, in words.
pub(super) fn gap(line: &GapLine) -> String {
    match &line.given {
        Some(given) if line.slip => format!("you wrote {given}, right but for the spelling"),
        Some(_) if line.correct => "yours, right".to_owned(),
        Some(given) => format!("you wrote {given}"),
        None => "right answer, yours was empty".to_owned(),
    }
}

/// The score in one line.
pub(super) fn score(summary: &Summary) -> String {
    let head = if summary.complete {
        "Score"
    } else {
        "Score so far"
    };
    format!(
        "{head}: {}%, {} of {} points.",
        summary.percent,
        points(summary.earned),
        points(summary.of)
    )
}

/// How many ended how: `7 right, 2 partly, 1 wrong`; what did not happen is left out.
pub(super) fn tally(tally: &Tally) -> String {
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
pub(super) fn trend(summary: &Summary) -> Option<String> {
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
pub(super) fn next_step(step: &NextStep) -> String {
    match step {
        NextStep::Retry { missed, command } => {
            format!("try the {missed} you missed again: {command}")
        }
        NextStep::Resume { left, command } => {
            format!("go on, {} left: {command}", count(*left, "question"))
        }
        NextStep::Read { command } => format!("read the article: {command}"),
        NextStep::Scores { command } => format!("see all your scores: {command}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{notice, percent, points, tally};
    use crate::{
        pack::Points,
        session::view::{Notice, Tally},
    };

    #[test]
    fn points_are_decimal_numbers_without_needless_zeros() {
        for (thousandths, text) in [
            (0, "0"),
            (1000, "1"),
            (750, "0.75"),
            (2500, "2.5"),
            (667, "0.667"),
        ] {
            assert_eq!(points(Points(thousandths)), text);
        }
    }

    #[test]
    fn only_everything_is_all_and_only_nothing_is_none() {
        for (thousandths, text) in [
            (0, "0%"),
            (1, "1%"),
            (667, "67%"),
            (999, "99%"),
            (1000, "100%"),
        ] {
            assert_eq!(percent(thousandths), text);
        }
    }

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

    #[test]
    fn the_words_that_line_mode_promises_come_first() {
        assert!(notice(&Notice::Skipped { comes_back: true }).starts_with("Skipped"));
        assert!(notice(&Notice::Saved).starts_with("Saved"));
    }
}
