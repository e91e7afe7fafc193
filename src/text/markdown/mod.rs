//! The Markdown that prompts, choices and articles use, as blocks of styled pieces. Marks of anything else stay text.

mod walk;

use std::borrow::Cow;

use super::clean::Rules;
pub(super) use walk::{Kind, Run, walk};

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks that combine freely, not states"
)]
pub struct Style {
    /// `**strong**`
    pub strong: bool,
    /// `*emphasised*`
    pub emphasis: bool,
    /// `` `code` ``: shown with its backticks, since colour alone carries no meaning.
    pub code: bool,
    /// Text of a link; the address follows in parentheses as text of its own.
    pub link: bool,
}

/// A piece of text of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 1 to 6.
    Heading {
        /// Its level.
        level: u8,
        /// Its text.
        pieces: Vec<Piece>,
    },
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// An item of a list.
    Item {
        /// `•`, or `1.`; empty for a further paragraph of the item.
        marker: String,
        /// How deep its list is nested, from 0 to 8.
        depth: usize,
        /// Its text.
        pieces: Vec<Piece>,
    },
    /// A quotation.
    Quote(Vec<Piece>),
    /// Code; never wrapped anew. Its last line has no line break.
    Code(String),
}

/// The blocks of a Markdown text, clean (see [`clean`](super::clean::clean)). HTML stays text, an image is its
/// alternative text, only addresses of the web and of mail are shown.
#[must_use]
pub fn blocks(source: &str) -> Vec<Block> {
    if starts_no_block(source) && has_no_mark(source) && !source.contains(['\n', '\r', '\t']) {
        let text = source.trim_end();
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![Block::Paragraph(vec![unmarked(text)])]
        };
    }
    let mut blocks = Vec::new();
    walk(source, |text| {
        let pieces = pieces(&text.runs, true);
        blocks.push(match text.kind {
            Kind::Heading(level) => Block::Heading { level, pieces },
            Kind::Paragraph => Block::Paragraph(pieces),
            Kind::Quote => Block::Quote(pieces),
            Kind::Item { marker, depth } => Block::Item {
                marker,
                depth,
                pieces,
            },
            Kind::Code => Block::Code(joined(&pieces).trim_end_matches('\n').to_owned()),
        });
    });
    blocks
}

/// A short text as one run of pieces, clean: block marks are text (`1. FC Köln`, `# 5`), line breaks are spaces.
#[must_use]
pub fn inline(source: &str) -> Vec<Piece> {
    inline_pieces(source, true)
}

/// As [`inline`] for a part of a longer line: white space at its ends parts words, so it stays, as one space.
#[must_use]
pub fn part(source: &str) -> Vec<Piece> {
    let space = || Piece {
        text: " ".to_owned(),
        style: Style::default(),
    };
    let mut pieces = inline(source);
    if source.starts_with(char::is_whitespace) {
        pieces.insert(0, space());
    }
    if source.ends_with(char::is_whitespace) && !source.trim().is_empty() {
        pieces.push(space());
    }
    pieces
}

/// The words of a text without Markdown marks and without the addresses of links, clean. A single line is read as by
/// [`inline`], several as by [`blocks`], a block a line.
#[must_use]
pub fn plain(source: &str) -> String {
    let source = source.trim();
    if !source.contains('\n') {
        return joined(&inline_pieces(source, false));
    }
    let mut out = String::new();
    walk(source, |text| {
        if !out.is_empty() {
            out.push('\n');
        }
        if let Kind::Item { marker, .. } = &text.kind
            && !marker.is_empty()
        {
            out.push_str(marker);
            out.push(' ');
        }
        out.push_str(joined(&pieces(&text.runs, false)).trim_end_matches('\n'));
    });
    out
}

fn inline_pieces(source: &str, marks: bool) -> Vec<Piece> {
    let line = source
        .trim()
        .replace("\r\n", " ")
        .replace(['\n', '\r'], " ");
    if line.is_empty() {
        return Vec::new();
    }
    if has_no_mark(&line) {
        return vec![unmarked(&line)];
    }
    // A full stop in front keeps the line from being read as any block but a paragraph, and changes no mark after it:
    // a mark may open after punctuation as at the start of a line.
    let guarded = format!(".{line}");
    let mut runs = Vec::new();
    walk(&guarded, |text| runs.extend(text.runs));
    if let Some(first) = runs.first_mut()
        && let Some(rest) = first.text.strip_prefix('.')
    {
        first.text = rest.to_owned().into();
    }
    pieces(&runs, marks)
}

/// Runs as pieces: neighbours of one style joined, clean. Without `marks`, what the source has no words for is left out.
fn pieces(runs: &[Run<'_>], marks: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs
        .iter()
        .filter(|run| (marks || !run.mark) && !run.text.is_empty())
    {
        match pieces.last_mut() {
            Some(last) if last.style == run.style => last.text.push_str(&run.text),
            _ => pieces.push(Piece {
                text: run.text.to_string(),
                style: run.style,
            }),
        }
    }
    let mut stacked = 0;
    for piece in &mut pieces {
        // Entities can spell what the source may not hold, hence here and not before.
        if let Cow::Owned(cleaned) = ANY_DIRECTION.clean_from(&piece.text, &mut stacked) {
            piece.text = cleaned;
        }
    }
    pieces
}

/// Direction marks were judged by the language of the text before; alone they do no harm.
pub(super) const ANY_DIRECTION: Rules = Rules {
    multiline: true,
    rtl: true,
};

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn unmarked(text: &str) -> Piece {
    Piece {
        text: ANY_DIRECTION.clean(text).into_owned(),
        style: Style::default(),
    }
}

/// Whether no character of a line could be an inline mark.
fn has_no_mark(line: &str) -> bool {
    !line
        .bytes()
        .any(|byte| matches!(byte, b'*' | b'_' | b'`' | b'[' | b'<' | b'&' | b'\\'))
}

fn starts_no_block(source: &str) -> bool {
    !source.starts_with(|first: char| {
        first.is_ascii_digit() || first.is_whitespace() || "#>-+=~|".contains(first)
    })
}

#[cfg(test)]
mod tests;
