//! From the parser's events to a tree, by TOML's rules about keys, tables and lists of tables.

use std::collections::HashMap;

use toml_parser::{
    ErrorSink, ParseError, Source, Span as Place,
    decoder::Encoding,
    parser::{EventReceiver, ValidateWhitespace, parse_document},
};

use super::{
    DOTTED, IMPLICIT, INLINE, Kind, MAX_DEPTH, Node, SPOILED, TABLES, Tree, scalar,
    statement::Statements, syntax,
};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::codes,
    pack::findings::{Findings, shown},
};

/// Tables with more keys than this are looked up in a map.
const FEW: usize = 16;

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
struct Header {
    start: u32,
    list: bool,
}

/// A list or an inline table that is being read.
struct Open {
    node: u32,
    depth: usize,
}

struct Builder<'i, 'f> {
    tree: Tree<'i>,
    lists: &'f [&'f str],
    findings: &'f mut Findings,
    /// Keys of tables that have many.
    large: HashMap<u32, HashMap<String, u32>>,
    /// The table that the last header opened, and how deep it lies.
    table: u32,
    depth: usize,
    open: Vec<Open>,
    /// Parts of the key that is being read.
    path: Vec<(u32, u32)>,
    /// Where the value that follows belongs: its table and key; none for an element.
    pending: Option<(Option<u32>, (u32, u32))>,
    header: Option<Header>,
    /// Whether this statement is a header, read to its end or not.
    heading: bool,
    /// The value of this statement.
    made: Option<u32>,
    too_deep: bool,
    /// The container just refused: the parser passes over it and then closes it all the same.
    refused: bool,
}

/// Offsets: a file over 32 MiB is never read.
fn pair(span: Place) -> (u32, u32) {
    let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
    (short(span.start()), short(span.end()))
}

fn wide((start, end): (u32, u32)) -> Span {
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
        self.node_mut_spoil(self.table);
        match self.made {
            Some(made) => self.tree.node_mut(made).kind = Kind::Broken,
            None if report.names_key => self.mark_broken(key.as_ref()),
            None => {}
        }
        report.open_quote
    }

    fn node_mut_spoil(&mut self, at: u32) {
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

    fn add(&mut self, key: (u32, u32), span: (u32, u32), kind: Kind, flags: u8) -> u32 {
        let at = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        self.tree.nodes.push(Node {
            key,
            span,
            first: 0,
            last: 0,
            next: 0,
            kind,
            flags,
        });
        at
    }

    fn attach(&mut self, parent: u32, child: u32) {
        let last = self.tree.node(parent).last;
        if last == 0 {
            self.tree.node_mut(parent).first = child;
        } else {
            self.tree.node_mut(last).next = child;
        }
        self.tree.node_mut(parent).last = child;
        if let Some(keys) = self.large.get_mut(&parent) {
            let key = self.tree.key(self.tree.node(child).key).into_owned();
            keys.entry(key).or_insert(child);
        }
    }

    fn find(&mut self, table: u32, key: (u32, u32)) -> Option<u32> {
        let name = self.tree.key(key);
        if let Some(keys) = self.large.get(&table) {
            return keys.get(name.as_ref()).copied();
        }
        let mut count = 0;
        for child in self.tree.below(table) {
            count += 1;
            if self.tree.key(self.tree.node(child).key) == name {
                return Some(child);
            }
        }
        if count > FEW {
            let mut keys = HashMap::new();
            for child in self.tree.below(table) {
                let key = self.tree.key(self.tree.node(child).key).into_owned();
                keys.entry(key).or_insert(child);
            }
            self.large.insert(table, keys);
        }
        None
    }

    /// Reports that a key is given twice.
    fn twice(&mut self, key: (u32, u32), before: u32) {
        let name = self.tree.key(key);
        let old = wide(self.tree.node(before).key);
        self.findings.push(
            Diagnostic::new(
                &codes::TOML_DUPLICATE_KEY,
                wide(key),
                format!("`{}` is given twice", shown(&name)),
            )
            .label("given again")
            .related(old, "first given here")
            .help("keep one of the two"),
        );
    }

    /// The table that a path leads to, made where it is missing; none (and reported) where TOML forbids it.
    fn descend(&mut self, mut table: u32, parts: usize, dotted: bool) -> Option<u32> {
        for part in 0..parts {
            let key = self.path[part];
            let flags = if dotted { IMPLICIT | DOTTED } else { IMPLICIT };
            let Some(found) = self.find(table, key) else {
                let node = self.add(key, key, Kind::Table, flags);
                self.attach(table, node);
                table = node;
                continue;
            };
            let node = *self.tree.node(found);
            table = match node.kind {
                Kind::Table if node.flags & INLINE == 0 => {
                    if dotted && node.flags & IMPLICIT == 0 {
                        self.twice(key, found);
                        return None;
                    }
                    if dotted {
                        self.tree.node_mut(found).flags |= DOTTED;
                    }
                    found
                }
                Kind::Array if node.flags & TABLES != 0 => node.last,
                Kind::Broken => return None,
                _ => {
                    self.twice(key, found);
                    return None;
                }
            };
        }
        Some(table)
    }

    /// Opens the table that a header names; what follows a wrong header belongs to no table.
    fn start_table(&mut self, end: u32) {
        let Some(header) = self.header.take() else {
            return;
        };
        let span = (header.start, end);
        let Some(&key) = self.path.last() else {
            return;
        };
        self.depth = self.path.len();
        let parent = self.descend(0, self.path.len() - 1, false);
        let Some(parent) = parent.filter(|_| !self.too_deep) else {
            self.table = self.add(key, span, Kind::Table, SPOILED);
            return;
        };
        let single = !header.list
            && parent == 0
            && self.path.len() == 1
            && self.lists.contains(&self.tree.key(key).as_ref());
        if single {
            self.single_bracket(key, span);
        }
        let found = self.find(parent, key);
        let old = found.map(|at| *self.tree.node(at));
        self.table = match (found, old) {
            (None, _) if header.list || single => {
                let list = self.add(key, span, Kind::Array, TABLES);
                self.attach(parent, list);
                self.element(list, key, span)
            }
            (Some(list), Some(old)) if (header.list || single) && old.flags & TABLES != 0 => {
                self.element(list, key, span)
            }
            (None, _) => {
                let table = self.add(key, span, Kind::Table, 0);
                self.attach(parent, table);
                table
            }
            (Some(table), Some(old))
                if !header.list
                    && old.kind == Kind::Table
                    && old.flags & (IMPLICIT | DOTTED | INLINE) == IMPLICIT =>
            {
                let node = self.tree.node_mut(table);
                node.flags &= !IMPLICIT;
                node.span = span;
                node.key = key;
                table
            }
            (Some(found), old) => {
                if old.is_none_or(|old| old.kind != Kind::Broken) {
                    self.twice(key, found);
                }
                self.add(key, span, Kind::Table, SPOILED)
            }
        };
        if single {
            self.node_mut_spoil(self.table);
        }
    }

    fn element(&mut self, list: u32, key: (u32, u32), span: (u32, u32)) -> u32 {
        let table = self.add(key, span, Kind::Table, 0);
        self.attach(list, table);
        table
    }

    fn single_bracket(&mut self, key: (u32, u32), span: (u32, u32)) {
        let name = self.tree.key(key);
        let (start, end) = (span.0 as usize, span.1 as usize);
        self.findings.push(
            Diagnostic::new(
                &codes::TOML_SINGLE_BRACKETS,
                wide(span),
                format!("`[{name}]` needs two brackets: a pack has a list of them"),
            )
            .help(format!("write `[[{name}]]`"))
            .fix(start..start, "[")
            .fix(end..end, "]"),
        );
    }

    /// The depth of the container that is being filled.
    fn level(&self) -> usize {
        self.open.last().map_or(self.depth, |open| open.depth)
    }

    fn deep(&mut self, at: Place) {
        if !std::mem::replace(&mut self.too_deep, true) {
            self.findings.push(
                Diagnostic::new(
                    &codes::TOO_DEEP,
                    wide(pair(at)),
                    format!("more than {MAX_DEPTH} levels of tables and lists"),
                )
                .help("a pack needs no more than five levels"),
            );
        }
        self.node_mut_spoil(self.table);
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
