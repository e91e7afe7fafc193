//! A verdict as plain lines: the word first, then key and response side by side, then why.

use std::io::{self, Write};

use super::{Plain, piece};
use crate::{
    session::{VerdictView, view::Sheet},
    text::markdown,
    ui::words,
};

/// The verdict on the question above.
pub(super) fn verdict<W: Write>(plain: &mut Plain<W>, verdict: &VerdictView) -> io::Result<()> {
    plain.say(&first(verdict))?;
    rest(plain, verdict)
}

/// A verdict of before. Its line does not begin like that of a new one.
pub(super) fn earlier<W: Write>(plain: &mut Plain<W>, verdict: &VerdictView) -> io::Result<()> {
    plain.say(&format!("Your answer then: {}", first(verdict)))?;
    rest(plain, verdict)
}

fn first(verdict: &VerdictView) -> String {
    let line = words::verdict_line(verdict);
    let remark = markdown::plain(&verdict.remark);
    format!("{line} {}", remark.trim()).trim_end().to_owned()
}

fn rest<W: Write>(plain: &mut Plain<W>, verdict: &VerdictView) -> io::Result<()> {
    sheet(plain, &verdict.sheet)?;
    if let Some(feedback) = &verdict.feedback {
        plain.markdown(0, feedback)?;
    }
    if let Some(explanation) = &verdict.explanation {
        plain.markdown(0, explanation)?;
    }
    if let Some(passage) = &verdict.passage {
        plain.passage(passage)?;
    }
    if let Some(source) = &verdict.source {
        plain.say(&format!("Source: {source}"))?;
    }
    Ok(())
}

fn sheet<W: Write>(plain: &mut Plain<W>, sheet: &Sheet) -> io::Result<()> {
    match sheet {
        Sheet::Choices(lines) => {
            for (index, line) in lines.iter().enumerate() {
                let lead = number(index);
                plain.marked(&lead, &line.text, &after(words::choice(line)))?;
                if let Some(feedback) = &line.feedback {
                    plain.marked(&" ".repeat(lead.len() + 2), feedback, "")?;
                }
            }
            Ok(())
        }
        Sheet::Typed { given, key, slip } => {
            if let Some(given) = given {
                let slip = if *slip {
                    " (right but for the spelling)"
                } else {
                    ""
                };
                plain.hanging("  You wrote: ", &format!("{given}{slip}"))?;
            }
            plain.marked("  Answer: ", key, "")
        }
        Sheet::Order(lines) => lines.iter().enumerate().try_for_each(|(index, line)| {
            let when = line.when.as_ref().map(|when| format!(" ({when})"));
            let after = after(&words::order(line, index + 1));
            plain.marked(
                &number(index),
                &line.text,
                &(when.unwrap_or_default() + &after),
            )
        }),
        Sheet::Pairs(lines) => lines.iter().enumerate().try_for_each(|(index, line)| {
            let mut pieces = markdown::inline(&line.left);
            pieces.push(piece(": "));
            pieces.extend(markdown::inline(&line.right));
            pieces.push(piece(&after(&words::pair(line))));
            plain.pieces(&number(index), &pieces)
        }),
        Sheet::Gaps { gaps, .. } => gaps.iter().enumerate().try_for_each(|(index, gap)| {
            let lead = format!("  gap {}: ", index + 1);
            plain.hanging(&lead, &format!("{}{}", gap.key, after(&words::gap(gap))))
        }),
        Sheet::Essay {
            given: _,
            model,
            rubric,
        } => {
            plain.say("A good answer:")?;
            plain.markdown(2, model)?;
            plain.say("It does this:")?;
            rubric
                .iter()
                .enumerate()
                .try_for_each(|(index, (line, ticked))| {
                    let ticked = match ticked {
                        Some(true) => "yours does",
                        Some(false) => "yours does not",
                        None => "",
                    };
                    plain.marked(&number(index), line, &after(ticked))
                })
        }
    }
}

fn number(index: usize) -> String {
    format!("{:>3}. ", index + 1)
}

fn after(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(" ({words})")
    }
}
