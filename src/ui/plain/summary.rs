//! The end of an attempt as plain lines.

use std::io::{self, Write};

use super::Plain;
use crate::{session::Summary, ui::words};

/// Score, tags, what was missed, how it compares, what to do next.
pub(super) fn summary<W: Write>(plain: &mut Plain<W>, summary: &Summary) -> io::Result<()> {
    plain.blank()?;
    plain.say(&summary.title)?;
    plain.say(&words::score(summary))?;
    plain.say(&words::tally(&summary.tally))?;
    if let Some(trend) = words::trend(summary) {
        plain.say(&trend)?;
    }
    if !summary.tags.is_empty() {
        plain.say("By tag, weakest first:")?;
        for tag in &summary.tags {
            let questions = words::count(tag.questions, "question");
            plain.hanging("  ", &format!("{}: {}%, {questions}", tag.tag, tag.percent))?;
        }
    }
    if !summary.missed.is_empty() {
        plain.say("Missed:")?;
        for line in &summary.missed {
            let lead = format!("{:>3}. ", line.number);
            let asked = words::missed(line);
            let earned = words::percent(line.earned);
            // Every round of a game has the same id.
            let told = if line.id.is_game() {
                format!("{asked}, {earned}")
            } else {
                format!("{asked} [{}], {earned}", line.id)
            };
            plain.hanging(&lead, &told)?;
            plain.hanging("     Answer: ", &line.key)?;
        }
    }
    if !summary.next.is_empty() {
        plain.say("Next:")?;
        for step in &summary.next {
            plain.hanging("  - ", &words::next_step(step))?;
        }
    }
    Ok(())
}
