//! Lines and columns from 1, in Unicode scalar values, of bytes of a text.

use crate::diagnostic::Span;

/// Where the lines of a text begin: positions of many findings without going over the text for each.
pub(super) struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

/// A line and a column, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let breaks = source
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        Self { source, starts }
    }

    /// The index of the line that a byte stands in, from 0.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    }

    /// The bytes of a line, from 0, without its break.
    pub(super) fn bytes(&self, line: usize) -> Span {
        let start = self.starts.get(line).copied().unwrap_or(self.source.len());
        let end = self
            .starts
            .get(line + 1)
            .map_or(self.source.len(), |next| next - 1);
        let end = end.max(start);
        let end = if self.source[start..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        start..end
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn position(&self, at: usize) -> Position {
        let line = self.line(at);
        let start = self.starts[line];
        let column = self.source[start..at]
            .trim_start_matches(bom(start))
            .chars()
            .count()
            + 1;
        Position {
            line: line + 1,
            column,
        }
    }

    /// A span within the text, on character boundaries.
    pub(super) fn clamp(&self, span: &Span) -> Span {
        let start = self
            .source
            .floor_char_boundary(span.start.min(self.source.len()));
        let end = self
            .source
            .ceil_char_boundary(span.end.clamp(start, self.source.len()));
        start..end
    }
}

/// A byte order mark at the very start takes no column.
fn bom(start: usize) -> &'static [char] {
    if start == 0 { &['\u{feff}'] } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let source = "\u{feff}ab\r\n漢é😀x\n";
        let lines = Lines::new(source);
        for (needle, line, column) in [("a", 1, 1), ("b", 1, 2), ("漢", 2, 1), ("x", 2, 4)] {
            let at = source.find(needle).unwrap();
            assert_eq!(lines.position(at), Position { line, column }, "{needle}");
        }
        assert_eq!(
            lines.position(source.len()),
            Position { line: 3, column: 1 }
        );
        assert_eq!(lines.clamp(&(8..1000)), 7..source.len());
        assert_eq!(&source[lines.bytes(0)], "\u{feff}ab");
    }
}
