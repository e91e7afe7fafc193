//! A question as plain lines.

use std::io::{self, Write};

use super::{Plain, piece};
use crate::{
    session::{Form, QuestionView},
    text::markdown,
    ui::{labels, words},
};

/// A question with its choices and how to answer.
pub(super) fn question<W: Write>(plain: &mut Plain<W>, question: &QuestionView) -> io::Result<()> {
    plain.blank()?;
    head(plain, question)?;
    form(plain, &question.form)?;
    let of = question.hints.len() + question.hints_left;
    for (index, hint) in question.hints.iter().enumerate() {
        plain.say(&words::hint(&markdown::plain(hint), index + 1, of, 0))?;
    }
    plain.say(&how(&question.form))?;
    if question.hints_left == 0 {
        return Ok(());
    }
    // What a hint takes is said before it is taken.
    let left = words::count(question.hints_left, "hint");
    plain.say(&format!(
        "{left} left: :hint {}.",
        words::hint_cost(question)
    ))
}

/// Number and prompt.
pub(super) fn head<W: Write>(plain: &mut Plain<W>, question: &QuestionView) -> io::Result<()> {
    plain.say(&words::heading(question))?;
    if question.prompt.trim().is_empty() {
        return Ok(());
    }
    plain.markdown(0, &question.prompt)
}

fn form<W: Write>(plain: &mut Plain<W>, form: &Form) -> io::Result<()> {
    match form {
        Form::One { choices: items }
        | Form::Many { choices: items, .. }
        | Form::Order { items } => numbered(plain, items),
        Form::Match { lefts, rights } => {
            numbered(plain, lefts)?;
            plain.say("with")?;
            rights.iter().enumerate().try_for_each(|(index, right)| {
                plain.marked(&format!("  {}. ", labels::letter(index)), right, "")
            })
        }
        Form::Gaps { around, numeric } => {
            let mut pieces = Vec::new();
            for (index, text) in around.iter().enumerate() {
                pieces.extend(markdown::part(text));
                if let Some(number) = numeric.get(index) {
                    let what = if *number { ", a number" } else { "" };
                    pieces.push(piece(&format!("[gap {}{what}]", index + 1)));
                }
            }
            plain.pieces("  ", &pieces)
        }
        Form::TrueFalse | Form::Words | Form::Number { .. } | Form::Date { .. } | Form::Essay => {
            Ok(())
        }
    }
}

fn numbered<W: Write>(plain: &mut Plain<W>, items: &[String]) -> io::Result<()> {
    items
        .iter()
        .enumerate()
        .try_for_each(|(index, item)| plain.marked(&format!("{:>3}. ", index + 1), item, ""))
}

/// What the form wants, and how it is typed where a number alone would not do.
fn how(form: &Form) -> String {
    let wanted = words::wanted(form);
    let typed = match form {
        Form::One { .. } | Form::Words | Form::Number { .. } | Form::Date { .. } => return wanted,
        Form::Many { .. } => "For example: 1 3",
        Form::TrueFalse => "Type t or f.",
        Form::Order { .. } => "For example: 2 1 3",
        Form::Match { .. } => "For example: 1b 2a; 3- leaves one out.",
        Form::Gaps { .. } => "One line a gap; - leaves it empty.",
        Form::Essay => "A line with a single . ends it.",
    };
    format!("{wanted} {typed}")
}
