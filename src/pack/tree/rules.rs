//! TOML's rules about keys, tables and lists of tables: what may be added where, and what stands twice.

use std::collections::HashMap;

use toml_parser::Span as Place;

use super::{
    DOTTED, IMPLICIT, INLINE, Kind, MAX_DEPTH, Node, SPOILED, TABLES,
    build::{Builder, pair, wide},
};
use crate::{
    diagnostic::Diagnostic,
    pack::{codes, findings::shown},
};

/// Tables with more keys than this are looked up in a map.
const FEW: usize = 16;

impl Builder<'_, '_> {
    pub(super) fn add(&mut self, key: (u32, u32), span: (u32, u32), kind: Kind, flags: u8) -> u32 {
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

    pub(super) fn attach(&mut self, parent: u32, child: u32) {
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

    pub(super) fn find(&mut self, table: u32, key: (u32, u32)) -> Option<u32> {
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
    pub(super) fn twice(&mut self, key: (u32, u32), before: u32) {
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
    pub(super) fn descend(&mut self, mut table: u32, parts: usize, dotted: bool) -> Option<u32> {
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
    pub(super) fn start_table(&mut self, end: u32) {
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

    pub(super) fn element(&mut self, list: u32, key: (u32, u32), span: (u32, u32)) -> u32 {
        let table = self.add(key, span, Kind::Table, 0);
        self.attach(list, table);
        table
    }

    pub(super) fn single_bracket(&mut self, key: (u32, u32), span: (u32, u32)) {
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
    pub(super) fn level(&self) -> usize {
        self.open.last().map_or(self.depth, |open| open.depth)
    }

    pub(super) fn deep(&mut self, at: Place) {
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
}
