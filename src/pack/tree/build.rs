//! From the parser's events to a tree, one statement after another.

use std::collections::HashMap;

use toml_parser::{
    ErrorSink, ParseError, Source, Span as Place,
    decoder::Encoding,
    parser::{EventReceiver, ValidateWhitespace, parse_document},
};

use super::{
    IMPLICIT, INLINE, Kind, MAX_DEPTH, Node, SPOILED, Tree, scalar, statement::Statements, syntax,
};
use crate::{diagnostic::Span, pack::findings::Findings};

/// The tree of a document, whatever is wrong with it. `lists` names the tables of the root that are always lists, for
/// `[name]` written where `[[name]]` is meant. Offsets must fit into 32 bits.
pub(in crate::pack) fn build<'i>(
    source: &'i str,
    lists: &[&str],
    findings: &mut Findings,
) -> Tree<'i> {
    let root = Node {
        key: (0, 0),
        span: (0, 0),
        first: 0,
        last: 0,
        next: 0,
        kind: Kind::Table,
        flags: 0,
    };
    let mut nodes = Vec::with_capacity(source.len() / 20 + 1);
    nodes.push(root);
    let mut builder = Builder {
        tree: Tree { source, nodes },
        lists,
        findings,
        large: HashMap::new(),
        table: 0,
        depth: 0,
        open: Vec::new(),
        path: Vec::new(),
        pending: None,
        header: None,
        heading: false,
        made: None,
        too_deep: false,
        refused: false,
    };
    let mut errors = Vec::new();
    let mut statements = Statements::new(source);
    let mut open_quote = false;
    while let Some(tokens) = statements.next() {
        builder.begin();
        let mut receiver = ValidateWhitespace::new(&mut builder, Source::new(source));
        parse_document(tokens, &mut receiver, &mut errors);
        let start = tokens[0].span().start();
        let end = tokens[tokens.len() - 1].span().end();
        open_quote = builder.end(start..end, &mut errors, open_quote);
    }
    builder.tree
}

/// A header that is being read: its first byte, and whether it is `[[..]]`.
#[derive(Clone, Copy)]
pub(super) struct Header {
    pub(super) start: u32,
    pub(super) list: bool,
}

/// A list or an inline table that is being read.
pub(super) struct Open {
    pub(super) node: u32,
    pub(super) depth: usize,
}

pub(super) struct Builder<'i, 'f> {
    pub(super) tree: Tree<'i>,
    pub(super) lists: &'f [&'f str],
    pub(super) findings: &'f mut Findings,
    /// Keys of tables that have many.
    pub(super) large: HashMap<u32, HashMap<String, u32>>,
    /// The table that the last header opened, and how deep it lies.
    pub(super) table: u32,
    pub(super) depth: usize,
    pub(super) open: Vec<Open>,
    /// Parts of the key that is being read.
    pub(super) path: Vec<(u32, u32)>,
    /// Where the value that follows belongs: its table and key; none for an element.
    pub(super) pending: Option<(Option<u32>, (u32, u32))>,
    pub(super) header: Option<Header>,
    /// Whether this statement is a header, read to its end or not.
    pub(super) heading: bool,
    /// The value of this statement.
    pub(super) made: Option<u32>,
    pub(super) too_deep: bool,
    /// The container just refused: the parser passes over it and then closes it all the same.
    pub(super) refused: bool,
}

/// Offsets: a file over 32 MiB is never read.
pub(super) fn pair(span: Place) -> (u32, u32) {
    let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
    (short(span.start()), short(span.end()))
}

pub(super) fn wide((start, end): (u32, u32)) -> Span {
    start as usize..end as usize
}

impl Builder<'_, '_> {
    fn begin(&mut self) {
        self.open.clear();
        self.path.clear();
        self.pending = None;
        self.header = None;
        self.heading = false;
        self.made = None;
        self.too_deep = false;
        self.refused = false;
    }

    /// Reports what is wrong with a statement and marks what it spoils. Gives and takes whether the statement before
    /// ended within quotes: then bare words are its rest.
    fn end(&mut self, span: Span, errors: &mut Vec<ParseError>, open_quote: bool) -> bool {
        if self.header.is_some() && !self.path.is_empty() {
            // A header without its end still says where the keys below it belong.
            let end = self.path.last().map_or(0, |part| part.1);
            self.start_table(end);
            self.node_mut_spoil(self.table);
        }
        if let (true, Some(made)) = (self.too_deep, self.made) {
            self.tree.node_mut(made).kind = Kind::Broken;
        }
        if errors.is_empty() {
            return false;
        }
        let key = self.path_of_statement();
        if self.findings.is_full() {
            // A file of a million faults is counted, not explained.
            errors.clear();
            self.findings.count_error();
            self.spoil_statement(key.as_ref(), true);
            return false;
        }
        let report = syntax::explain(
            self.tree.source,
            span,
            key.clone(),
            errors.as_slice(),
            open_quote,
        );
        errors.clear();
        for diagnostic in report.diagnostics {
            self.findings.push(diagnostic);
        }
        self.spoil_statement(key.as_ref(), report.names_key);
        report.open_quote
    }

    /// Marks what a statement with a fault was to give.
    fn spoil_statement(&mut self, key: Option<&Span>, names_key: bool) {
        self.node_mut_spoil(self.table);
        match self.made {
            Some(made) => self.tree.node_mut(made).kind = Kind::Broken,
            None if names_key => self.mark_broken(key),
            None => {}
        }
    }

    pub(super) fn node_mut_spoil(&mut self, at: u32) {
        self.tree.node_mut(at).flags |= SPOILED;
    }

    /// The single key of a statement that came to no value.
    fn path_of_statement(&self) -> Option<Span> {
        if self.heading {
            return None;
        }
        match (self.made, self.path.as_slice()) {
            (Some(made), _) => Some(wide(self.tree.node(made).key)),
            (None, &[part]) => Some(wide(part)),
            _ => None,
        }
    }

    /// A key without a readable value counts as given, so that nothing says it is missing.
    fn mark_broken(&mut self, key: Option<&Span>) {
        let Some(&[part]) = key.is_some().then_some(self.path.as_slice()) else {
            return;
        };
        let (start, mut end) = part;
        if self.tree.source[..end as usize].ends_with(':') {
            end -= 1;
        }
        if self.find(self.table, (start, end)).is_none() {
            let node = self.add((start, end), part, Kind::Broken, 0);
            self.attach(self.table, node);
        }
    }

    /// Puts a value where it belongs.
    fn place(&mut self, span: (u32, u32), kind: Kind, flags: u8) -> u32 {
        let outermost = self.open.is_empty();
        let list = self.open.last().map(|open| open.node);
        let list = list.filter(|&at| self.tree.node(at).kind == Kind::Array);
        let node = if let Some(list) = list {
            let node = self.add((0, 0), span, kind, flags);
            self.attach(list, node);
            node
        } else {
            let (table, key) = self.pending.take().unwrap_or((None, (span.0, span.0)));
            let node = self.add(key, span, kind, flags);
            match table {
                None => {}
                Some(table) => match self.find(table, key) {
                    None => self.attach(table, node),
                    Some(before) if self.tree.node(before).kind == Kind::Broken => {}
                    Some(before) => {
                        self.twice(key, before);
                        self.node_mut_spoil(table);
                        self.node_mut_spoil(self.table);
                    }
                },
            }
            node
        };
        if outermost {
            self.made = Some(node);
        }
        node
    }

    fn container(&mut self, span: Place, kind: Kind, flags: u8) -> bool {
        let depth = self.level() + self.path.len().max(1);
        self.path.clear();
        let node = self.place(pair(span), kind, flags);
        if depth > MAX_DEPTH {
            self.deep(span);
            self.refused = true;
            return false;
        }
        self.open.push(Open { node, depth });
        true
    }

    fn close(&mut self, span: Place) {
        if std::mem::take(&mut self.refused) {
            return;
        }
        if let Some(open) = self.open.pop() {
            self.tree.node_mut(open.node).span.1 = pair(span).1;
        }
    }
}

impl EventReceiver for Builder<'_, '_> {
    fn std_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) {
        let start = pair(span).0;
        self.heading = true;
        self.header = Some(Header { start, list: false });
    }

    fn array_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) {
        let start = pair(span).0;
        self.heading = true;
        self.header = Some(Header { start, list: true });
    }

    fn std_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.start_table(pair(span).1);
    }

    fn array_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.start_table(pair(span).1);
    }

    fn inline_table_open(&mut self, span: Place, _: &mut dyn ErrorSink) -> bool {
        self.container(span, Kind::Table, INLINE)
    }

    fn inline_table_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close(span);
    }

    fn array_open(&mut self, span: Place, _: &mut dyn ErrorSink) -> bool {
        self.container(span, Kind::Array, 0)
    }

    fn array_close(&mut self, span: Place, _: &mut dyn ErrorSink) {
        self.close(span);
    }

    fn simple_key(&mut self, span: Place, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let base = if self.header.is_some() {
            0
        } else {
            self.level()
        };
        if base + self.path.len() >= MAX_DEPTH {
            self.deep(span);
            return;
        }
        let raw = &self.tree.source[span.start()..span.end()];
        let plain = !raw.is_empty()
            && raw
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if !plain || encoding.is_some() {
            toml_parser::Raw::new_unchecked(raw, encoding, span).decode_key(&mut (), error);
        }
        self.path.push(pair(span));
    }

    fn key_val_sep(&mut self, _: Place, _: &mut dyn ErrorSink) {
        let Some(&key) = self.path.last() else {
            return;
        };
        let from = self.open.last().map_or(self.table, |open| open.node);
        let parts = self.path.len() - 1;
        let mut table = if self.too_deep {
            None
        } else {
            self.descend(from, parts, true)
        };
        if let Some(at) = table
            && parts > 0
            && self.tree.node(at).flags & IMPLICIT == 0
        {
            self.twice(self.path[parts - 1], at);
            table = None;
        }
        if table.is_none() {
            self.node_mut_spoil(self.table);
        }
        self.pending = Some((table, key));
    }

    fn scalar(&mut self, span: Place, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        self.path.clear();
        let raw = &self.tree.source[span.start()..span.end()];
        let (kind, flags) = scalar::classify(raw, span.start(), encoding, error);
        self.place(pair(span), kind, flags);
    }

    fn value_sep(&mut self, _: Place, _: &mut dyn ErrorSink) {
        self.path.clear();
    }
}
