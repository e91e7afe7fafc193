//! The Markdown that prompts, choices and articles use, as blocks of styled pieces. Marks of anything else stay text.

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
        /// `•`, or `1.`
        marker: String,
        /// How deep its list is nested, from 0.
        depth: usize,
        /// Its text.
        pieces: Vec<Piece>,
    },
    /// A quotation.
    Quote(Vec<Piece>),
    /// Code; never wrapped anew.
    Code(String),
}

/// The blocks of a Markdown text.
#[must_use]
pub fn blocks(source: &str) -> Vec<Block> {
    vec![Block::Paragraph(inline(source))]
}

/// A short text as one run of pieces: block marks are text.
#[must_use]
pub fn inline(source: &str) -> Vec<Piece> {
    vec![Piece {
        text: source.to_owned(),
        style: Style::default(),
    }]
}

/// The words of a text without Markdown marks.
#[must_use]
pub fn plain(source: &str) -> String {
    source.to_owned()
}
