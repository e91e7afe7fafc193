//! Shares as bars with their figures: a line each where there is room, else a name and its figures below it.

use std::fmt::Write as _;

use super::{
    super::{TOO_FEW, interval, share},
    lines::Lines,
};
use crate::{stats::Tally, text};

/// Something with a share.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Questions met, of how many.
    pub(super) met: Option<String>,
    pub(super) tally: Tally,
}

/// Columns from which all figures stand on one line.
const WIDE: usize = 76;
const WIDE_FOR_SENTENCES: usize = 110;
/// Columns of ` 100% (88–100%)`.
const FIGURES: usize = 15;
/// Columns of a date.
const DATE: usize = 10;

/// Draws them below each other.
pub(super) fn draw(entries: &[Entry], of: &str, lines: &mut Lines) {
    // Names that are sentences need more room beside their figures.
    let long = entries.iter().any(|entry| text::width(&entry.name) > 40);
    let least = if long { WIDE_FOR_SENTENCES } else { WIDE };
    if lines.width >= least {
        wide(entries, of, lines);
    } else {
        narrow(entries, lines);
    }
}

fn wide(entries: &[Entry], of: &str, lines: &mut Lines) {
    let bar = (lines.width / 8).clamp(8, 20);
    let met = entries
        .iter()
        .filter_map(|entry| entry.met.as_ref())
        .map(|met| text::width(met).max("Met".len()) + 2)
        .max()
        .unwrap_or(0);
    let counts = entries.iter().map(|entry| number(&entry.tally).len());
    let answers = counts.max().unwrap_or(0).max("Asked".len());
    let fixed = met + 2 + bar + FIGURES + 2 + answers + 2 + DATE;
    let most = lines.width.saturating_sub(fixed);
    let names = entries
        .iter()
        .map(|entry| text::width(&text::clean_line(&entry.name)));
    let name = names.max().unwrap_or(0).max(of.len()).min(most);
    let push = |lines: &mut Lines, cells: [&str; 5]| {
        let mut line = lines.padded(cells[0], name);
        if met > 0 {
            line.push_str("  ");
            line.push_str(&lines.padded(cells[1], met - 2));
        }
        line.push_str("  ");
        line.push_str(&lines.padded(cells[2], bar + FIGURES));
        let _ = write!(line, "  {:>answers$}  {}", cells[3], cells[4]);
        lines.push(&line);
    };
    push(lines, [of, "Met", "Right (95% interval)", "Asked", "Last"]);
    for entry in entries {
        let met = entry.met.as_deref().unwrap_or_default();
        let number = number(&entry.tally);
        let (figures, last) = (figures(&entry.tally, bar, lines), last(&entry.tally));
        push(lines, [&entry.name, met, &figures, &number, &last]);
    }
}

fn narrow(entries: &[Entry], lines: &mut Lines) {
    for entry in entries {
        lines.push(&entry.name);
        let asked = format!("asked {}", number(&entry.tally));
        let mut parts = vec![figures(&entry.tally, 10, lines), asked];
        parts.extend(entry.met.as_ref().map(|met| format!("{met} met")));
        parts.push(format!("last {}", last(&entry.tally)));
        lines.flow(&parts, "  ");
    }
}

/// `█████░░░░░  50% (24–76%)`.
fn figures(tally: &Tally, bar: usize, lines: &Lines) -> String {
    let (Some(share), Some((low, high))) = (share(tally), interval(tally)) else {
        return TOO_FEW.to_owned();
    };
    // A bar is full, or empty, only when all, or nothing, was right.
    let length = u64::try_from(bar).unwrap_or(0);
    let graded = tally.graded();
    let full = match (tally.right * length + graded / 2) / graded {
        0 if tally.right > 0 => 1,
        full if full == length && tally.right < graded => length - 1,
        full => full,
    };
    let full = usize::try_from(full).unwrap_or(0);
    let signs = lines.signs;
    format!(
        "{}{} {share:>4} ({low}{}{high}%)",
        signs.full.repeat(full),
        signs.empty.repeat(bar - full.min(bar)),
        signs.dash
    )
}

fn number(tally: &Tally) -> String {
    tally.asked().to_string()
}

fn last(tally: &Tally) -> String {
    tally
        .last
        .map_or_else(String::new, |(_, day)| day.to_string())
}
