//! The live part of the screen: what stands there now, and the bytes that turn it into the next frame. Never writes
//! above its own first row, so that the text before it stays.

use super::{
    line::{Line, Palette},
    tty::Size,
};

/// What a prompt wants to stand on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    /// Its lines, none wider than the window less one column.
    pub(super) lines: Vec<Line>,
    /// Where the cursor is shown: line and column. Hidden when none.
    pub(super) cursor: Option<(usize, usize)>,
}

/// What stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Screen {
    /// The lines that can still be reached.
    drawn: Vec<Line>,
    /// Lines of the frame above these: they have scrolled away.
    gone: usize,
    /// Whether a frame has been written, so that what has scrolled away is not written again.
    begun: bool,
    /// The cursor, as row and column of `drawn`.
    row: usize,
    col: usize,
}

impl Screen {
    /// Lines of the frame that cannot be changed any more.
    pub(super) fn gone(&self) -> usize {
        self.gone
    }

    /// Bytes that show a frame in place of what stands there.
    pub(super) fn draw(&mut self, frame: &Frame, size: Size, palette: Palette) -> String {
        let first = !self.begun;
        let reach = size.rows.saturating_sub(1).max(1);
        let cut = frame.lines.len().saturating_sub(reach);
        // At first even what will scroll away is written: it is the scrollback's.
        let shown: Vec<Line> = frame.lines[if first { 0 } else { cut }..]
            .iter()
            .map(|line| line.clone().clipped(size.cols.saturating_sub(1).max(1)))
            .collect();
        let mut out = self.top();
        let same = shown.len() == self.drawn.len();
        let mut at = 0;
        for (row, line) in shown.iter().enumerate() {
            if same && self.drawn.get(row) == Some(line) {
                continue;
            }
            while at < row {
                out.push_str(if same { "\x1b[B" } else { "\r\n" });
                at += 1;
            }
            out.push('\r');
            out.push_str(&palette.paint(line));
            out.push_str("\x1b[K");
        }
        if !same {
            out.push_str("\x1b[J");
        }
        (self.gone, self.begun) = (cut, true);
        self.drawn = shown[shown.len().saturating_sub(reach)..].to_vec();
        // From here on rows count within what can be reached.
        let at = at.saturating_sub(shown.len() - self.drawn.len());
        self.place(frame.cursor, at, &mut out);
        out
    }

    /// Bytes that take the live part away; the cursor stands where it began.
    pub(super) fn erase(&mut self) -> String {
        let mut out = self.top();
        out.push_str("\x1b[J");
        *self = Self::default();
        out
    }

    /// Bytes that leave it standing; the cursor stands on a new line below.
    pub(super) fn leave(&mut self) -> String {
        let mut out = String::new();
        if !self.drawn.is_empty() {
            go(&mut out, self.drawn.len() - 1 - self.row, 'B');
            out.push_str("\r\n");
        }
        *self = Self::default();
        out
    }

    /// Bytes that put the cursor on a new line below, for something that writes there and takes it away again; the
    /// next [`Screen::draw`] comes back.
    pub(super) fn below(&mut self) -> String {
        let mut out = String::new();
        if !self.drawn.is_empty() {
            go(&mut out, self.drawn.len() - 1 - self.row, 'B');
            out.push_str("\r\n\x1b[?25h");
            self.row = self.drawn.len();
        }
        out
    }

    /// Whether only the terminal can say if it re-wrapped the lines when the window became so narrow.
    pub(super) fn in_doubt(&self, size: Size) -> bool {
        self.col >= size.cols && self.drawn.iter().any(|line| line.width() > size.cols)
    }

    /// Bytes that take the live part away after the window has changed. `column` is where the cursor stands now, from
    /// 1: a terminal that re-wraps has moved it to where its text went, another one has only pushed it to the edge.
    /// Where that is not known the upper rows are left as a ghost rather than text before them be eaten.
    pub(super) fn resized(&mut self, size: Size, column: Option<usize>) -> String {
        let wrapped = column.is_some_and(|column| {
            column < size.cols && self.col >= size.cols && column == self.col % size.cols + 1
        });
        let rows = |line: &Line| line.width().max(1).div_ceil(size.cols);
        let up = if wrapped {
            self.drawn[..self.row.min(self.drawn.len())]
                .iter()
                .map(rows)
                .sum::<usize>()
                + self.col / size.cols
        } else {
            self.row
        };
        let mut out = String::from("\r");
        go(&mut out, up.min(size.rows.saturating_sub(1).max(1)), 'A');
        out.push_str("\x1b[J");
        *self = Self {
            gone: self.gone,
            begun: self.begun,
            ..Self::default()
        };
        out
    }

    fn top(&mut self) -> String {
        let mut out = String::from("\r");
        go(&mut out, self.row, 'A');
        self.row = 0;
        out
    }

    /// Puts the cursor where the frame wants it. A hidden one rests on the last character of the widest line, where a
    /// change of the window's width tells most.
    fn place(&mut self, cursor: Option<(usize, usize)>, at: usize, out: &mut String) {
        let (row, col) = match cursor {
            Some((row, col)) if row >= self.gone => (row - self.gone, col),
            _ => self
                .drawn
                .iter()
                .enumerate()
                .max_by_key(|(_, line)| line.width())
                .map_or((0, 0), |(row, line)| (row, line.width().saturating_sub(1))),
        };
        let row = row.min(self.drawn.len().saturating_sub(1));
        out.push('\r');
        match row.checked_sub(at) {
            Some(more) => go(out, more, 'B'),
            None => go(out, at - row, 'A'),
        }
        go(out, col, 'C');
        out.push_str(if cursor.is_some() {
            "\x1b[?25h"
        } else {
            "\x1b[?25l"
        });
        (self.row, self.col) = (row, col);
    }
}

/// Moves the cursor: `A` up, `B` down, `C` right.
fn go(out: &mut String, by: usize, way: char) {
    if by > 0 {
        // A count of 0 would mean 1.
        out.extend(["\x1b[", &by.to_string()]);
        out.push(way);
    }
}

#[cfg(test)]
mod tests;
