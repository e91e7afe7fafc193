//! A TOML document as a flat tree with positions: keys in the order of the file, values kept as spans and decoded when
//! they are asked for. Knows TOML's rules, nothing of what a pack means.
//!
//! All nodes stand in one list, so that neither building nor dropping a tree recurses, however deep a file nests.

mod build;
mod rules;
mod scalar;
mod statement;
mod structure;
mod syntax;
#[cfg(test)]
mod tests;
mod value;

use std::borrow::Cow;

use toml_parser::{Source, Span as Place};

pub(super) use build::build;

use crate::diagnostic::Span;

/// Levels of tables and lists that a value may lie below, the parts of headers and dotted keys counted.
pub(super) const MAX_DEPTH: usize = 16;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Table,
    Array,
    String,
    Integer,
    Float,
    Bool,
    Date,
    /// It could not be read, which has been reported: whoever meets it says nothing.
    Broken,
}

impl Kind {
    /// What an author would call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Table => "a table",
            Self::Array => "a list",
            Self::String => "a text",
            Self::Integer | Self::Float => "a number",
            Self::Bool => "true or false",
            Self::Date => "a date",
            Self::Broken => "unreadable",
        }
    }
}

/// Made by the way to another table: it may still be given a header of its own.
const IMPLICIT: u8 = 1;
/// Made by a dotted key: it may not be given a header.
const DOTTED: u8 = 2;
/// Written `{ .. }`: nothing may be added to it.
const INLINE: u8 = 4;
/// A list of `[[tables]]`.
const TABLES: u8 = 8;
/// Something in it could not be read.
const SPOILED: u8 = 16;
/// A text that stands in the file as it is meant: no escapes.
const PLAIN: u8 = 32;
/// A text of printable ASCII only.
const ASCII: u8 = 64;

/// A value with its key; 32 bytes, since a large pack has hundreds of thousands. Index 0 is the root, which is no
/// value of any table: as a link it means none.
#[derive(Clone, Copy, Debug)]
struct Node {
    key: (u32, u32),
    span: (u32, u32),
    first: u32,
    last: u32,
    next: u32,
    kind: Kind,
    flags: u8,
}

/// A document.
#[derive(Debug)]
pub(super) struct Tree<'i> {
    source: &'i str,
    nodes: Vec<Node>,
}

impl<'i> Tree<'i> {
    /// The whole document.
    pub(super) fn root(&self) -> Value<'_, 'i> {
        Value { tree: self, at: 0 }
    }

    fn node(&self, at: u32) -> &Node {
        &self.nodes[at as usize]
    }

    fn node_mut(&mut self, at: u32) -> &mut Node {
        &mut self.nodes[at as usize]
    }

    /// The children of a node, by index.
    fn below(&self, at: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.node(at).first;
        std::iter::successors((first != 0).then_some(first), |&child| {
            let next = self.node(child).next;
            (next != 0).then_some(next)
        })
    }

    /// A key as it is meant.
    fn key(&self, (start, end): (u32, u32)) -> Cow<'i, str> {
        let raw = &self.source[start as usize..end as usize];
        let Some(quote @ ('"' | '\'')) = raw.chars().next() else {
            return Cow::Borrowed(raw);
        };
        let inner = raw
            .strip_prefix(quote)
            .and_then(|raw| raw.strip_suffix(quote))
            .unwrap_or(raw);
        if quote == '\'' || !inner.contains('\\') {
            return Cow::Borrowed(inner);
        }
        let encoding = toml_parser::decoder::Encoding::BasicString;
        let place = Place::new_unchecked(0, raw.len());
        let mut key = Cow::Borrowed("");
        toml_parser::Raw::new_unchecked(raw, Some(encoding), place).decode_key(&mut key, &mut ());
        key
    }
}

/// A value of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'t, 'i> {
    tree: &'t Tree<'i>,
    at: u32,
}

impl<'t, 'i> Value<'t, 'i> {
    fn node(self) -> &'t Node {
        self.tree.node(self.at)
    }

    /// What it is.
    pub(super) fn kind(self) -> Kind {
        self.node().kind
    }

    /// Its own bytes; of a `[table]`, its header.
    pub(super) fn span(self) -> Span {
        range(self.node().span)
    }

    /// From its own start to the end of what it holds, subtables included.
    pub(super) fn reach(self) -> Span {
        let mut end = self.node().span.1;
        let mut at = self;
        while let Some(last) = at.last() {
            end = end.max(last.node().span.1);
            at = last;
        }
        self.node().span.0 as usize..end as usize
    }

    fn last(self) -> Option<Self> {
        let at = self.node().last;
        (at != 0).then_some(Self {
            tree: self.tree,
            at,
        })
    }

    /// Where its key stands; empty for an element of a list.
    pub(super) fn key_span(self) -> Span {
        range(self.node().key)
    }

    /// Its key.
    pub(super) fn key(self) -> Cow<'i, str> {
        self.tree.key(self.node().key)
    }

    /// What it holds, in the order of the file.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let tree = self.tree;
        tree.below(self.at).map(move |at| Self { tree, at })
    }

    /// The value of a key.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        self.children().find(|child| child.key() == key)
    }

    /// As it stands in the file.
    pub(super) fn raw(self) -> &'i str {
        &self.tree.source[self.span()]
    }

    /// Whether something in it could not be read, which has been reported.
    pub(super) fn is_spoiled(self) -> bool {
        let node = self.node();
        node.flags & SPOILED != 0 || node.kind == Kind::Broken
    }

    /// Whether it is written with a header, `[..]` or `[[..]]`, and not with `{..}`.
    pub(super) fn has_header(self) -> bool {
        self.node().kind == Kind::Table && self.node().flags & INLINE == 0
    }

    /// Whether it is a list of `[[tables]]`.
    pub(super) fn is_list_of_tables(self) -> bool {
        self.node().flags & TABLES != 0
    }

    /// Whether it is a text of printable ASCII only.
    pub(super) fn is_ascii(self) -> bool {
        self.node().flags & ASCII != 0
    }

    /// The text as it is meant; the raw bytes of anything else.
    pub(super) fn text(self) -> Cow<'i, str> {
        let raw = self.raw();
        if self.kind() != Kind::String {
            return Cow::Borrowed(raw);
        }
        if let Some(inner) = self.plain_span() {
            return Cow::Borrowed(&self.tree.source[inner]);
        }
        scalar::decode(raw)
    }

    /// The bytes between the quotes, where they are the text itself.
    pub(super) fn plain_span(self) -> Option<Span> {
        let node = self.node();
        if node.flags & PLAIN == 0 {
            return None;
        }
        let raw = self.raw();
        let quotes = scalar::quotes(raw);
        let from = quotes + scalar::leading_break(&raw[quotes..], quotes);
        let span = self.span();
        Some(span.start + from..span.end - quotes)
    }
}

fn range((start, end): (u32, u32)) -> Span {
    start as usize..end as usize
}

/// The text of a string that stands somewhere in a document.
pub(super) fn decode_at(source: &str, span: Span) -> Cow<'_, str> {
    source.get(span).map_or(Cow::Borrowed(""), |raw| {
        let source = Source::new(raw);
        match source.lex().next() {
            Some(token) if token.kind().encoding().is_some() => scalar::decode(raw),
            _ => Cow::Borrowed(raw),
        }
    })
}
