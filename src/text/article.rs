//! An article: finding quoted words in it, and the paragraph around them.

use std::ops::Range;

/// A Markdown text that passages are quoted from.
#[derive(Clone, Debug)]
pub struct Article {
    source: String,
}

/// What became of looking for a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It stands there once.
    Once(Located),
    /// It does not; the words that come nearest, with where they stand, if any come near.
    Missing(Option<Located>),
    /// It stands there more than once: where, in bytes of the source.
    Ambiguous(Vec<Range<usize>>),
}

/// A passage within its paragraph, without Markdown marks, otherwise as the article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Where it stands, in bytes of the source.
    pub span: Range<usize>,
    /// The heading it stands under.
    pub heading: Option<String>,
    /// The paragraph before it.
    pub before: String,
    /// The passage.
    pub quoted: String,
    /// The paragraph after it.
    pub after: String,
}

impl Article {
    /// The article with this Markdown source. Cheap: the text is looked through when a passage is first asked for.
    #[must_use]
    pub fn new(source: String) -> Self {
        Self { source }
    }

    /// The source, as it was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Looks for a passage: Markdown marks dropped, white space folded, quotes and dashes straightened.
    #[must_use]
    pub fn find(&self, _passage: &str) -> Found {
        Found::Missing(None)
    }
}
