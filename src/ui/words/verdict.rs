//! The words of a verdict: of its first line, and of every choice, item, pair and gap.

use super::{percent, points};
use crate::session::{
    VerdictView,
    view::{ChoiceLine, GapLine, OrderLine, PairLine},
};

/// The first word of a verdict: `Right` in full, `Wrong` for nothing, `Partly` between, `Saved` while ungraded.
pub(in crate::ui) fn verdict_word(verdict: &VerdictView) -> &'static str {
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
pub(in crate::ui) fn verdict_line(verdict: &VerdictView) -> String {
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
pub(in crate::ui) fn choice(line: &ChoiceLine) -> &'static str {
    match (line.chosen, line.right) {
        (true, true) => "yours, right",
        (true, false) => "yours, wrong",
        (false, true) => "right answer",
        (false, false) => "",
    }
}

/// What became of an item of an order, in words.
pub(in crate::ui) fn order(line: &OrderLine, place: usize) -> String {
    match line.given {
        None => String::new(),
        Some(given) if given == place => "yours, right place".to_owned(),
        Some(given) if line.kept => format!("yours was place {given}, in right order"),
        Some(given) => format!("yours was place {given}"),
    }
}

/// What became of a pair, in words.
pub(in crate::ui) fn pair(line: &PairLine) -> String {
    match &line.given {
        Some(_) if line.correct => "yours, right".to_owned(),
        Some(given) => format!("yours was {given}"),
        None => "right answer".to_owned(),
    }
}

/// What became of a gap, in words.
pub(in crate::ui) fn gap(line: &GapLine) -> String {
    match &line.given {
        Some(given) if line.slip => format!("you wrote {given}, right but for the spelling"),
        Some(_) if line.correct => "yours, right".to_owned(),
        Some(given) => format!("you wrote {given}"),
        None => "right answer, yours was empty".to_owned(),
    }
}
