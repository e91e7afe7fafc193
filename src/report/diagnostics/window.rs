//! The few lines of a text that a finding is shown with: cleaned, and cut where they are very long. A renderer never
//! sees more of a pack than this.

use std::ops::Range;

use super::position::Lines;
use crate::{diagnostic::Span, text};

/// A line longer than this, in bytes, is cut around what is wrong.
const LONGEST: usize = 240;

/// How much of a cut line stays before what is wrong.
const BEFORE: usize = 80;

/// Lines between two places that still are shown as one piece.
const NEAR: usize = 12;

/// Lines of a text with places in them.
pub(super) struct Window {
    /// What is shown.
    pub(super) source: String,
    /// The number of its first line, from 1.
    pub(super) line: usize,
    /// Whether columns of `source` are those of the file: no line was cut at its start.
    pub(super) exact: bool,
    /// Bytes of `source`, each with the index of the span it was made of.
    pub(super) marks: Vec<(Range<usize>, usize)>,
}

/// The windows that show some spans, the first span's own window first.
pub(super) fn windows(source: &str, lines: &Lines<'_>, spans: &[Span]) -> Vec<Window> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let line_of = |at: usize| lines.line(lines.clamp(&spans[at]).start);
    for at in 0..spans.len() {
        let near = groups.iter_mut().find(|group| {
            group
                .iter()
                .any(|&other| line_of(other).abs_diff(line_of(at)) <= NEAR)
        });
        match near {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
        .into_iter()
        .map(|group| window(source, lines, spans, &group))
        .collect()
}

fn window(source: &str, lines: &Lines<'_>, spans: &[Span], group: &[usize]) -> Window {
    let clamped: Vec<(Span, usize)> = group
        .iter()
        .map(|&at| (on_one_line(lines, lines.clamp(&spans[at])), at))
        .collect();
    let first = clamped
        .iter()
        .map(|(span, _)| lines.line(span.start))
        .min()
        .unwrap_or(0);
    let last = clamped
        .iter()
        .map(|(span, _)| lines.line(span.start))
        .max()
        .unwrap_or(0);
    let mut window = Window {
        source: String::new(),
        line: first + 1,
        exact: true,
        marks: Vec::new(),
    };
    for line in first..=last.min(lines.count().saturating_sub(1)) {
        let bytes = lines.bytes(line);
        let here: Vec<_> = clamped
            .iter()
            .filter(|(span, _)| lines.line(span.start) == line)
            .collect();
        let kept = kept(source, &bytes, here.first().map(|(span, _)| span));
        let shift = window.source.len() + usize::from(kept.start > bytes.start) * ELLIPSIS.len();
        window.exact &= kept.start == bytes.start && !source[kept.clone()].starts_with('\u{feff}');
        if kept.start > bytes.start {
            window.source.push_str(ELLIPSIS);
        }
        // A byte order mark has no width; anything else that is cleaned keeps its length.
        let clean = text::clean_same_length(&source[kept.clone()]);
        window.source.push_str(&clean.replace(['\n', '\r'], " "));
        if kept.end < bytes.end {
            window.source.push_str(ELLIPSIS);
        }
        for (span, at) in here {
            let place = |byte: usize| byte.clamp(kept.start, kept.end) - kept.start + shift;
            let end = window.source.len();
            let mark = place(span.start).min(end)..place(span.end).min(end);
            window.marks.push((boundary(&window.source, mark), *at));
        }
        window.source.push('\n');
    }
    window
}

const ELLIPSIS: &str = "…";

/// A span that goes over several lines is marked in its first.
fn on_one_line(lines: &Lines<'_>, span: Span) -> Span {
    let line = lines.bytes(lines.line(span.start));
    let start = span.start.min(line.end.max(line.start));
    start..span.end.clamp(start, line.end.max(start))
}

/// The part of a line that is shown.
fn kept(source: &str, line: &Span, wrong: Option<&Span>) -> Span {
    if line.len() <= LONGEST {
        return line.clone();
    }
    let centre = wrong.map_or(line.start, |wrong| wrong.start);
    let start = centre.saturating_sub(BEFORE).max(line.start);
    let end = (start + LONGEST).min(line.end);
    source.ceil_char_boundary(start)
        ..source
            .floor_char_boundary(end)
            .max(source.ceil_char_boundary(start))
}

/// A range within a text, on character boundaries.
fn boundary(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end.max(start))
}
