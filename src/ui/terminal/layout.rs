//! Texts as lines of a given width: plain, Markdown, under a hanging prefix. Pure.

use super::line::{Line, Tone};
use crate::text::{
    self,
    markdown::{self, Block, Piece, Style},
    wrap,
};

/// A text begins with this; its further lines with spaces of the same width.
pub(super) struct Hanging<'a> {
    pub(super) prefix: &'a str,
    pub(super) tone: Tone,
}

impl<'a> Hanging<'a> {
    pub(super) fn new(prefix: &'a str) -> Self {
        Self {
            prefix,
            tone: Tone::Plain,
        }
    }
}

/// Pieces as lines of at most `width` columns. What has no style of its own gets the tone.
pub(super) fn pieces(pieces: &[Piece], tone: Tone, hanging: &Hanging, width: usize) -> Vec<Line> {
    let indent = text::width(&text::clean_line(hanging.prefix));
    let inner = width.saturating_sub(indent).max(2);
    let clean: Vec<Piece> = pieces
        .iter()
        .map(|piece| Piece {
            text: text::clean_line(&piece.text).into_owned(),
            style: piece.style,
        })
        .collect();
    let mut wrapped = wrap::wrap(&clean, inner);
    if wrapped.is_empty() {
        wrapped.push(Vec::new());
    }
    wrapped
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let mut line = if at == 0 {
                Line::new(hanging.tone, hanging.prefix)
            } else {
                Line::new(Tone::Plain, " ".repeat(indent))
            };
            for piece in row {
                line.push(look(piece.style, tone), &piece.text);
            }
            line.clipped(width)
        })
        .collect()
}

/// A link's address follows in parentheses, so its own style is free to carry "quoted" through the wrapping.
pub(super) const QUOTED: Style = Style {
    strong: false,
    emphasis: false,
    code: false,
    link: true,
};

fn look(style: Style, tone: Tone) -> Tone {
    match style {
        Style { link: true, .. } => Tone::Quoted,
        Style { strong: true, .. } => Tone::Strong,
        Style { code: true, .. } => Tone::Code,
        Style { emphasis: true, .. } => Tone::Emphasis,
        _ => tone,
    }
}

/// The pieces of a short Markdown text, links without a look of their own.
pub(super) fn inline(source: &str) -> Vec<Piece> {
    unlinked(markdown::inline(source))
}

/// As [`inline`] for a text that goes on before and after.
pub(super) fn run(source: &str) -> Vec<Piece> {
    unlinked(markdown::part(source))
}

fn unlinked(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        piece.style.link = false;
    }
    pieces
}

/// A short Markdown text under a prefix.
pub(super) fn item(source: &str, tone: Tone, hanging: &Hanging, width: usize) -> Vec<Line> {
    pieces(&inline(source), tone, hanging, width)
}

/// A plain text under a prefix; its line breaks hold.
pub(super) fn plain(source: &str, tone: Tone, hanging: &Hanging, width: usize) -> Vec<Line> {
    let indent = " ".repeat(text::width(&text::clean_line(hanging.prefix)));
    let rest = Hanging::new(&indent);
    let mut lines = Vec::new();
    for (at, row) in source.split('\n').enumerate() {
        let piece = Piece {
            text: row.to_owned(),
            style: Style::default(),
        };
        let under = if at == 0 { hanging } else { &rest };
        lines.extend(pieces(&[piece], tone, under, width));
    }
    lines
}

/// A plain text from the left edge.
pub(super) fn flow(source: &str, tone: Tone, width: usize) -> Vec<Line> {
    plain(source, tone, &Hanging::new(""), width)
}

/// A Markdown text with its blocks, an empty line between paragraphs.
pub(super) fn markdown(source: &str, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let blocks = markdown::blocks(source);
    for (at, block) in blocks.iter().enumerate() {
        let tight = matches!(
            (
                at.checked_sub(1).and_then(|before| blocks.get(before)),
                block
            ),
            (Some(Block::Item { .. }), Block::Item { .. }) | (None, _)
        );
        if !tight {
            lines.push(Line::default());
        }
        lines.extend(self::block(block, width));
    }
    lines
}

/// A block of Markdown.
pub(super) fn block(block: &Block, width: usize) -> Vec<Line> {
    match block {
        Block::Heading { pieces, .. } => self::pieces(
            &unlinked(pieces.clone()),
            Tone::Heading,
            &Hanging::new(""),
            width,
        ),
        Block::Paragraph(pieces) => self::pieces(
            &unlinked(pieces.clone()),
            Tone::Plain,
            &Hanging::new(""),
            width,
        ),
        Block::Item {
            marker,
            depth,
            pieces,
        } => {
            let prefix = format!("{}{marker} ", "  ".repeat((*depth).min(4)));
            self::pieces(
                &unlinked(pieces.clone()),
                Tone::Plain,
                &Hanging::new(&prefix),
                width,
            )
        }
        Block::Quote(pieces) => self::pieces(
            &unlinked(pieces.clone()),
            Tone::Emphasis,
            &Hanging::new("  "),
            width,
        ),
        Block::Code(code) => code_lines(code, width),
    }
}

/// Code is not wrapped at words: a line too long goes on in the next, cut where the width ends.
fn code_lines(code: &str, width: usize) -> Vec<Line> {
    let inner = width.saturating_sub(2).max(2);
    let mut lines = Vec::new();
    for row in code.trim_end_matches('\n').split('\n') {
        let row = row.replace('\t', "    ");
        let clean = text::clean_line(&row);
        let mut rest: &str = &clean;
        loop {
            let part = super::line::cut(rest, inner);
            lines.push(
                Line::new(Tone::Plain, "  ")
                    .and(Tone::Code, part)
                    .clipped(width),
            );
            if part.is_empty() || part.len() == rest.len() {
                break;
            }
            rest = &rest[part.len()..];
        }
    }
    lines
}
