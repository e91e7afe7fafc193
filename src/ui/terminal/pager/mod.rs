//! An article page by page: at most 80 columns, passages marked, searched with `/`. It never leaves the scrollback: the
//! page is a live part of the screen that is taken away at the end. Pure.

use super::{
    answering::input,
    editor::Editor,
    keys::Key,
    layout::{self, QUOTED},
    line::{Line, Tone},
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    screen::Frame,
    search,
    tty::Size,
    verdict::barred,
};
use crate::text::markdown::{self, Block, Piece};

/// Lines longer than this are hard to read.
const WIDEST: usize = 80;

/// An article and the place in it.
pub(super) struct Pager {
    title: String,
    blocks: Vec<Block>,
    quotes: Vec<String>,
    colour: bool,
    /// The article as lines, for this width.
    lines: Vec<Line>,
    laid: usize,
    rows: usize,
    top: usize,
    /// The words searched for, lower case.
    wanted: String,
    search: Option<Editor>,
    message: Option<String>,
}

impl Pager {
    /// An article from its beginning; `quotes` are words of it that are marked.
    pub(super) fn new(title: &str, source: &str, quotes: &[String], colour: bool) -> Self {
        Self {
            title: title.to_owned(),
            blocks: markdown::blocks(source),
            quotes: quotes.iter().map(|quote| folded(quote).0).collect(),
            colour,
            lines: Vec::new(),
            laid: 0,
            rows: 1,
            top: 0,
            wanted: String::new(),
            search: None,
            message: None,
        }
    }

    fn lay(&mut self, width: usize, marks: Marks) {
        let old = self.lines.len().max(1);
        self.lines.clear();
        for (at, block) in self.blocks.iter().enumerate() {
            let tight = matches!(
                (at.checked_sub(1).map(|before| &self.blocks[before]), block),
                (Some(Block::Item { .. }), Block::Item { .. })
            );
            if at > 0 && !tight {
                self.lines.push(Line::default());
            }
            let quoted = match block {
                Block::Paragraph(pieces) => self.marked(pieces, marks),
                _ => None,
            };
            match quoted {
                Some(pieces) => self.lines.extend(barred(&pieces, width, marks)),
                None => self.lines.extend(
                    layout::block(block, width.saturating_sub(2).max(2))
                        .into_iter()
                        .map(|line| indented(line).clipped(width)),
                ),
            }
        }
        // The same words stay in sight when the width changes.
        if self.laid > 0 {
            self.top = self.top * self.lines.len() / old;
        }
        self.laid = width;
    }

    /// The pieces of a paragraph with the quoted words marked; none when none are quoted.
    fn marked(&self, pieces: &[Piece], marks: Marks) -> Option<Vec<Piece>> {
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let (text, places) = folded(&whole);
        let mut ranges: Vec<(usize, usize)> = self
            .quotes
            .iter()
            .filter(|quote| !quote.is_empty())
            .filter_map(|quote| {
                let at = text.find(quote.as_str())?;
                let last = quote.chars().next_back().map_or(1, char::len_utf8);
                Some((places[at], places[at + quote.len() - last] + last))
            })
            .collect();
        ranges.sort_unstable();
        let first = ranges.first().copied()?;
        let mut joined = vec![first];
        for (from, to) in ranges {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        let (open, close) = if self.colour { ("", "") } else { marks.quotes };
        let mut out = Vec::new();
        let mut start = 0;
        for piece in pieces {
            let end = start + piece.text.len();
            let mut at = start;
            for (from, to) in &joined {
                let (from_here, to_here) = ((*from).clamp(at, end), (*to).clamp(at, end));
                if from_here == to_here {
                    continue;
                }
                out.push(part(piece, at - start, from_here - start, piece.style));
                let mut quoted = part(piece, from_here - start, to_here - start, QUOTED);
                if from_here == *from {
                    quoted.text.insert_str(0, open);
                }
                if to_here == *to {
                    quoted.text.push_str(close);
                }
                out.push(quoted);
                at = to_here;
            }
            out.push(part(
                piece,
                at - start,
                end - start,
                without_link(piece.style),
            ));
            start = end;
        }
        out.retain(|piece| !piece.text.is_empty());
        Some(out)
    }

    fn last_top(&self) -> usize {
        self.lines.len().saturating_sub(self.rows)
    }

    fn go(&mut self, top: usize) -> Step<()> {
        self.top = top.min(self.last_top());
        Step::Stay
    }

    fn find(&mut self, from: usize) {
        let hit = |line: &Line| contains(line, &self.wanted);
        let found = (from..self.lines.len())
            .chain(0..from.min(self.lines.len()))
            .find(|at| hit(&self.lines[*at]));
        match found {
            Some(at) => {
                self.top = at.min(self.last_top());
            }
            None => self.message = Some(format!("Not found: {}", self.wanted)),
        }
    }

    fn searching(&mut self, key: &Key) -> Step<()> {
        if search::press(&mut self.search, &mut self.wanted, key) {
            self.find(self.top);
        }
        Step::Stay
    }

    fn status(&self, width: usize) -> Line {
        let text = self.message.clone().unwrap_or_else(|| {
            let end = (self.top + self.rows).min(self.lines.len());
            let percent = end * 100 / self.lines.len().max(1);
            let next = if self.wanted.is_empty() {
                ""
            } else {
                ", n next"
            };
            let keys = format!("Space on, b back, / search{next}, q quit");
            format!("{percent}%  {keys}  {}", self.title)
        });
        Line::new(Tone::Dim, text).clipped(width)
    }
}

fn indented(line: Line) -> Line {
    if line.0.is_empty() {
        return line;
    }
    let mut whole = Line::new(Tone::Plain, "  ");
    whole.0.extend(line.0);
    whole
}

fn contains(line: &Line, wanted: &str) -> bool {
    let text: String = line.0.iter().map(|span| span.text.as_str()).collect();
    !wanted.is_empty() && text.to_lowercase().contains(wanted)
}

fn part(piece: &Piece, from: usize, to: usize, style: markdown::Style) -> Piece {
    Piece {
        text: piece.text[from..to].to_owned(),
        style: if style == QUOTED {
            style
        } else {
            without_link(style)
        },
    }
}

fn without_link(style: markdown::Style) -> markdown::Style {
    markdown::Style {
        link: false,
        ..style
    }
}

/// The text with every run of white space as one space, and for each byte where its character stood before.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut places) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && (out.is_empty() || out.ends_with(' ')) {
            continue;
        }
        out.push(c);
        places.resize(out.len(), at);
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    places.truncate(kept);
    (out, places)
}

impl Prompt for Pager {
    type Outcome = ();

    fn press(&mut self, key: &Key) -> Step<()> {
        self.message = None;
        if self.search.is_some() {
            return self.searching(key);
        }
        let page = self.rows.saturating_sub(1).max(1);
        match key {
            Key::Char('q' | 'Q') | Key::Esc => Step::Done(()),
            Key::Ctrl('d') => Step::End,
            Key::Char(' ') | Key::PageDown => self.go(self.top + page),
            Key::Char('b') | Key::PageUp => self.go(self.top.saturating_sub(page)),
            Key::Enter | Key::Down | Key::Char('j') => self.go(self.top + 1),
            Key::Up | Key::Char('k') => self.go(self.top.saturating_sub(1)),
            Key::Home | Key::Char('g') => self.go(0),
            Key::End | Key::Char('G') => self.go(usize::MAX),
            Key::Char('/') => {
                self.search = Some(Editor::default());
                Step::Stay
            }
            Key::Char('n') if !self.wanted.is_empty() => {
                self.find(self.top + 1);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let columns = width(size).min(WIDEST);
        if columns != self.laid {
            self.lay(columns, marks);
        }
        self.rows = reach(size).saturating_sub(1).max(1);
        self.top = self.top.min(self.last_top());
        let mut lines: Vec<Line> = self
            .lines
            .iter()
            .skip(self.top)
            .take(self.rows)
            .map(|line| {
                if contains(line, &self.wanted) {
                    line.clone().toned(Tone::Selected)
                } else {
                    line.clone()
                }
            })
            .collect();
        let mut cursor = None;
        match &self.search {
            Some(editor) => {
                let (line, column) = input("Search: ", editor, width(size));
                cursor = Some((lines.len(), column));
                lines.push(line);
            }
            None => lines.push(self.status(width(size))),
        }
        Frame { lines, cursor }
    }
}

#[cfg(test)]
mod tests;
