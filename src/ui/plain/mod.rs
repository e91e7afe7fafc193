//! Views as plain lines: no colours, no cursor movement, nothing that could steer a terminal, wrapped at a width. Line
//! mode and scripted answers print through this, so that both read the same.

mod article;
mod question;
mod summary;
mod verdict;

use std::io::{self, Write};

use super::words;
use crate::{
    session::{
        QuestionView, View,
        view::{Notice, PassageView},
    },
    text::{
        self,
        markdown::{self, Block, Piece},
        wrap,
    },
};

/// Lines are never wrapped narrower than this, whatever is left beside an indent.
const NARROWEST: usize = 20;

/// Prints plain lines. Whatever it is given is cleaned here, after Markdown has been read: an entity may hide what a
/// source does not show.
#[derive(Debug)]
pub(super) struct Plain<W> {
    out: W,
    width: usize,
}

impl<W: Write> Plain<W> {
    pub(super) fn new(out: W, width: usize) -> Self {
        Self { out, width }
    }

    /// What it wrote to.
    #[cfg(test)]
    pub(super) fn into_inner(self) -> W {
        self.out
    }

    /// An empty line.
    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A text of one or more lines, wrapped.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.hanging("", text)
    }

    /// A text of one or more lines behind a lead; what follows the first line stands below its text.
    pub(super) fn hanging(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let text = text::clean(text);
        let indent = text::width(lead);
        let blank = " ".repeat(indent);
        let lines = wrap::wrap_text(&text, self.room(indent));
        if lines.is_empty() {
            return self.line(lead, "");
        }
        lines
            .iter()
            .enumerate()
            .try_for_each(|(index, line)| self.line(if index == 0 { lead } else { &blank }, line))
    }

    /// A short Markdown text behind a lead.
    pub(super) fn marked(&mut self, lead: &str, source: &str, after: &str) -> io::Result<()> {
        let mut pieces = markdown::inline(source);
        if !after.is_empty() {
            pieces.push(piece(after));
        }
        self.pieces(lead, &pieces)
    }

    /// A Markdown text of one or more blocks, indented.
    pub(super) fn markdown(&mut self, indent: usize, source: &str) -> io::Result<()> {
        let blank = " ".repeat(indent);
        let mut above = None;
        for block in &markdown::blocks(source) {
            let item = matches!(block, Block::Item { .. });
            if above.is_some_and(|listed| !(listed && item)) {
                self.blank()?;
            }
            above = Some(item);
            match block {
                Block::Heading { pieces, .. } | Block::Paragraph(pieces) => {
                    self.pieces(&blank, pieces)?;
                }
                Block::Item {
                    marker,
                    depth,
                    pieces,
                } => {
                    let marker = if marker == "•" { "-" } else { marker };
                    let lead = format!("{blank}{}{marker} ", "  ".repeat((*depth).min(4)));
                    self.pieces(&lead, pieces)?;
                }
                Block::Quote(pieces) => self.pieces(&format!("{blank}> "), pieces)?,
                Block::Code(code) => {
                    for line in text::clean(code).lines() {
                        self.line(&format!("{blank}    "), line)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Pieces behind a lead.
    pub(super) fn pieces(&mut self, lead: &str, pieces: &[Piece]) -> io::Result<()> {
        let cleaned: Vec<Piece> = pieces
            .iter()
            .map(|piece| Piece {
                text: text::clean(&piece.text).into_owned(),
                style: piece.style,
            })
            .collect();
        let indent = text::width(lead);
        let blank = " ".repeat(indent);
        let mut lead = lead;
        for line in wrap::wrap(&cleaned, self.room(indent)) {
            let line: String = line.into_iter().map(|piece| piece.text).collect();
            self.line(lead, &line)?;
            lead = &blank;
        }
        Ok(())
    }

    /// What stands before the line that is read next; the cursor stays behind it.
    pub(super) fn prompt(&mut self, prompt: &str) -> io::Result<()> {
        write!(self.out, "{}", text::clean_line(prompt))?;
        self.out.flush()
    }

    /// The rest of a line that a prompt began.
    pub(super) fn echo(&mut self, line: &str) -> io::Result<()> {
        self.line("", line)
    }

    /// One line, as long as it is.
    fn line(&mut self, lead: &str, line: &str) -> io::Result<()> {
        let whole = format!("{lead}{line}");
        writeln!(self.out, "{}", text::clean_line(&whole).trim_end())
    }

    fn room(&self, indent: usize) -> usize {
        self.width.saturating_sub(indent).max(NARROWEST)
    }

    /// A view.
    pub(super) fn view(&mut self, view: &View) -> io::Result<()> {
        match view {
            View::Opening(opening) => {
                for line in words::opening(opening) {
                    self.say(&line)?;
                }
            }
            View::Verdict(shown) => {
                verdict::verdict(self, shown)?;
            }
            View::Earlier(shown) => {
                self.blank()?;
                question::head(self, &shown.question)?;
                verdict::earlier(self, shown)?;
            }
            View::Hint {
                text,
                number,
                of,
                penalty,
            } => self.say(&words::hint(&markdown::plain(text), *number, *of, *penalty))?,
            View::Passage(passage) => self.passage(passage)?,
            View::Notice(notice) => self.notice(notice)?,
            View::Summary(shown) => summary::summary(self, shown)?,
        }
        self.out.flush()
    }

    /// A question, as it is asked.
    pub(super) fn question(&mut self, question: &QuestionView) -> io::Result<()> {
        question::question(self, question)
    }

    fn notice(&mut self, notice: &Notice) -> io::Result<()> {
        let text = words::notice(notice);
        if let Notice::Overridden { patch: Some(_) } = notice {
            // A patch is there to be copied: its lines stay whole.
            return text.lines().try_for_each(|line| self.line("", line));
        }
        self.say(&text)
    }

    /// A passage within its paragraph: `>>` and `<<` stand around it.
    pub(super) fn passage(&mut self, passage: &PassageView) -> io::Result<()> {
        let under = match &passage.heading {
            Some(heading) => format!("The article says, under \"{heading}\":"),
            None => "The article says:".to_owned(),
        };
        self.say(&under)?;
        let PassageView {
            before,
            quoted,
            after,
            ..
        } = passage;
        if before.trim().is_empty() && after.trim().is_empty() {
            return self.hanging("  ", quoted);
        }
        self.hanging("  ", &format!("{before}>>{quoted}<<{after}"))
    }
}

fn piece(text: &str) -> Piece {
    Piece {
        text: text.to_owned(),
        style: markdown::Style::default(),
    }
}
