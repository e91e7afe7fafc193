//! Wrapping by display width: CJK, emoji and combining marks, no line wider than asked for. Knows nothing of what the
//! text means.

use std::iter::Peekable;
use std::ops::Range;

use unicode_linebreak::BreakOpportunity;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::markdown::{Piece, Style};
use super::width::expand_tabs;

/// Wraps pieces to lines of at most `width` columns (at least 2), breaking where Unicode allows it and within a word
/// only when it is longer than a line. Line breaks hold, spaces at the ends of lines are dropped, tabs become spaces.
/// There is at least one line, if an empty one.
#[must_use]
pub fn wrap(pieces: &[Piece], width: usize) -> Vec<Vec<Piece>> {
    let (mut text, mut styles) = (String::new(), Vec::with_capacity(pieces.len()));
    for piece in pieces {
        text.push_str(&expand_tabs(&piece.text));
        styles.push((text.len(), piece.style));
    }
    let text = fitting(text, width);
    let mut runs = styles.into_iter().peekable();
    lines(&text, width)
        .into_iter()
        .map(|line| styled(&text, line, &mut runs))
        .collect()
}

/// Wraps a plain text as [`wrap`] does.
#[must_use]
pub fn wrap_text(text: &str, width: usize) -> Vec<String> {
    let text = fitting(expand_tabs(text).into_owned(), width);
    lines(&text, width)
        .into_iter()
        .map(|line| text[line].to_owned())
        .collect()
}

/// The text without the one character that is three columns wide (U+17D8), where a line has two.
fn fitting(text: String, width: usize) -> String {
    if width < 3 && text.contains('\u{17D8}') {
        text.replace('\u{17D8}', "\u{FFFD}\u{200B}")
    } else {
        text
    }
}

/// The pieces of one line. `runs` are the ends of the styles; those that end before the line are used up.
fn styled(
    text: &str,
    line: Range<usize>,
    runs: &mut Peekable<impl Iterator<Item = (usize, Style)>>,
) -> Vec<Piece> {
    let (mut pieces, mut at) = (Vec::new(), line.start);
    while let Some(&(end, style)) = runs.peek() {
        let stop = end.min(line.end);
        if stop > at {
            pieces.push(Piece {
                text: text[at..stop].to_owned(),
                style,
            });
            at = stop;
        }
        if end > line.end || at == line.end {
            break;
        }
        runs.next();
    }
    pieces
}

/// A line in the making.
struct Line {
    start: usize,
    column: usize,
    /// The last place where this line may end, and the column there.
    chance: Option<(usize, usize)>,
}

/// Where the lines of a text stand.
fn lines(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(2);
    if text.len() <= width && text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return std::iter::once(trimmed(text, 0..text.len())).collect();
    }
    let mut out = Vec::new();
    let mut line = Line {
        start: 0,
        column: 0,
        chance: None,
    };
    let mut breaks = unicode_linebreak::linebreaks(text).peekable();
    for (at, cluster) in text.grapheme_indices(true) {
        // A break within a cluster is none.
        while breaks.next_if(|&(place, _)| place < at).is_some() {}
        match breaks.next_if(|&(place, _)| place == at) {
            Some((_, BreakOpportunity::Mandatory)) => {
                out.push(trimmed(text, line.start..at));
                line = Line {
                    start: at,
                    column: 0,
                    chance: None,
                };
            }
            Some((_, BreakOpportunity::Allowed)) => line.chance = Some((at, line.column)),
            None => {}
        }
        if cluster.chars().all(hangs) {
            line.column += UnicodeWidthStr::width(cluster);
            continue;
        }
        for (within, columns) in parts(cluster, width) {
            line.make_room(text, at + within, columns, width, &mut out);
            line.column += columns;
        }
    }
    if line.start < text.len() || out.is_empty() {
        out.push(trimmed(text, line.start..text.len()));
    }
    out
}

impl Line {
    /// Ends the line when `columns` more at `at` would not fit on it.
    fn make_room(
        &mut self,
        text: &str,
        at: usize,
        columns: usize,
        width: usize,
        out: &mut Vec<Range<usize>>,
    ) {
        while self.column + columns > width && self.start < at {
            let (place, column) = self.chance.take().unwrap_or((at, self.column));
            let ended = trimmed(text, self.start..place);
            // Spaces alone are an indentation that does not fit.
            if !ended.is_empty() {
                out.push(ended);
            }
            self.start = place;
            self.column -= column;
        }
    }
}

/// A cluster as what must stay together, by offset and columns: itself, or its characters when it is wider than a line.
fn parts(cluster: &str, width: usize) -> impl Iterator<Item = (usize, usize)> {
    let columns = UnicodeWidthStr::width(cluster);
    let whole = (columns <= width).then_some((0, columns));
    let split = if whole.is_none() { cluster } else { "" };
    let characters = split
        .char_indices()
        .map(|(at, character)| (at, character.width().unwrap_or(1)));
    whole.into_iter().chain(characters)
}

/// Whether a character may stand past the end of a line, where it is dropped.
fn hangs(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let kept = text[line.clone()].trim_end_matches(hangs).len();
    line.start..line.start + kept
}

#[cfg(test)]
mod tests;
