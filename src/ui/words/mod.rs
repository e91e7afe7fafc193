//! The words that every interface shows: one place, so that a terminal and a pipe say the same. Knows nothing of
//! colours, widths or keys; texts of packs come out as they are and are cleaned where they are shown.

mod summary;
mod verdict;

pub(super) use summary::{missed, next_step, score, tally, trend};
pub(super) use verdict::{choice, gap, order, pair, verdict_line, verdict_word};

pub(super) use crate::text::count;
use crate::{
    pack::Points,
    session::{
        Command, Form, QuestionView,
        view::{Notice, Opening},
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

/// Points as a decimal number without needless zeros: `1`, `0.75`, `2.5`.
pub(in crate::ui) fn points(points: Points) -> String {
    let (whole, rest) = (points.0 / 1000, points.0 % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    let text = format!("{whole}.{rest:03}");
    text.trim_end_matches('0').to_owned()
}

/// Thousandths as a percentage, rounded to a whole number; only everything is `100%` and only nothing `0%`.
pub(in crate::ui) fn percent(thousandths: u16) -> String {
    text::percent(u64::from(thousandths), 1000)
}

/// The lines that open an attempt: title, what it is about, how much there is to do, notes.
pub(in crate::ui) fn opening(opening: &Opening) -> Vec<String> {
    let mut lines = vec![opening.title.clone()];
    lines.extend(opening.summary.clone());
    let left = opening.questions.saturating_sub(opening.answered);
    let (asked, done) = if opening.game {
        ("round", "played")
    } else {
        ("question", "answered")
    };
    let minutes = count(opening.minutes, "minute");
    lines.push(if opening.answered == 0 {
        format!(
            "{}, about {minutes}. Learner: {}. Seed {}.",
            count(left, asked),
            opening.learner,
            opening.seed
        )
    } else {
        format!(
            "Going on: {} of {} {done}, {left} left, about {minutes}. Learner: {}. Seed {}.",
            opening.answered,
            count(opening.questions, asked),
            opening.learner,
            opening.seed
        )
    });
    lines.extend(opening.notes.iter().map(notice));
    lines
}

/// The line above a question: `Question 3 of 30 [chips], 2 points`; of a game `Round 3 of 10, 2 lives left`.
pub(in crate::ui) fn heading(question: &QuestionView) -> String {
    let (number, of) = (question.number, question.of);
    let mut parts = vec![if question.id.is_game() {
        format!("Round {number} of {of}")
    } else {
        format!("Question {number} of {of} [{}]", question.id)
    }];
    if let Some(lives) = question.lives {
        parts.push(format!("{} left", text::count_of(lives, "life", "lives")));
    }
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
pub(in crate::ui) fn wanted(form: &Form) -> String {
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
pub(in crate::ui) fn hint_cost(question: &QuestionView) -> String {
    if question.hint_cost == 0 {
        "costs nothing".to_owned()
    } else {
        format!("takes {} of the points", percent(question.hint_cost))
    }
}

/// A hint as it is shown.
pub(in crate::ui) fn hint(text: &str, number: usize, of: usize, penalty: u16) -> String {
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
pub(in crate::ui) fn command(command: Command) -> &'static str {
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
pub(in crate::ui) fn notice(notice: &Notice) -> String {
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
            format!("The question stays as it was: {error}.")
        }
        Notice::Line(line) => line.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{notice, percent, points};
    use crate::{pack::Points, session::view::Notice};

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
    fn the_words_that_line_mode_promises_come_first() {
        assert!(notice(&Notice::Skipped { comes_back: true }).starts_with("Skipped"));
        assert!(notice(&Notice::Saved).starts_with("Saved"));
    }
}
