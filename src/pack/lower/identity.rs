//! Ids of questions and events: read, found once only, or made of a text where they are left out.

use std::collections::HashMap;

use super::{Lowering, Named};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        Id, codes,
        findings::shown,
        tree::{Kind, Value},
    },
    text,
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// Reads an id.
    pub(super) fn id(&mut self, value: Value<'t, 'i>) -> Option<Id> {
        if value.kind() != Kind::String {
            return self.line(value).and(None);
        }
        let text = value.text();
        let id = Id::new(&text);
        if id.is_none() {
            let made = text::slug(&text);
            let mut diagnostic = Diagnostic::new(
                &codes::INVALID_ID,
                value.span(),
                format!("`{}` cannot be an id", shown(&text)),
            );
            diagnostic = if text.contains('@') {
                diagnostic.help("`@` is reserved for games; use letters, digits, `-` and `_`")
            } else if made.is_empty() {
                diagnostic.help("an id has 1 to 64 letters, digits, `-` and `_`")
            } else {
                diagnostic
                    .help(format!("write `id = \"{made}\"`"))
                    .fix(value.span(), format!("\"{made}\""))
            };
            self.fault(diagnostic);
        }
        id
    }

    /// Gives every table its id: its own if it is the first with it, else none. The ids that are made come after
    /// all that are written.
    pub(super) fn ids(
        &mut self,
        tables: Vec<Value<'t, 'i>>,
        from: &[&str],
    ) -> Vec<(Named<'t, 'i>, bool)> {
        let mut written: HashMap<Id, Span> = HashMap::with_capacity(tables.len());
        let mut named = Vec::with_capacity(tables.len());
        for table in tables {
            self.spoiled = false;
            let id = table.get("id").and_then(|value| {
                let id = self.id(value)?;
                if let Some(before) = written.get(&id) {
                    let before = before.clone();
                    self.fault(
                        Diagnostic::new(
                            &codes::DUPLICATE_ID,
                            value.span(),
                            format!("the id `{id}` is taken"),
                        )
                        .label("given again")
                        .related(before, "first given here")
                        .help("give the newer one another id; answers are recorded under it"),
                    );
                    return None;
                }
                written.insert(id.clone(), value.span());
                Some(id)
            });
            named.push((Named { table, id }, self.spoiled));
        }
        let mut made = HashMap::new();
        for (named, _) in &mut named {
            if named.table.get("id").is_none() {
                named.id = self.made_id(named.table, from, &mut written, &mut made);
            }
        }
        named
    }

    /// An id made of the first of some texts, and the warning that it is made.
    fn made_id(
        &mut self,
        table: Value<'t, 'i>,
        from: &[&str],
        taken: &mut HashMap<Id, Span>,
        made: &mut HashMap<String, usize>,
    ) -> Option<Id> {
        let text = from
            .iter()
            .find_map(|key| table.get(key).filter(|value| value.kind() == Kind::String))?;
        let base = text::slug(&text.text());
        let base = if base.is_empty() {
            "item".to_owned()
        } else {
            base
        };
        let last = made.entry(base.clone()).or_default();
        let id = loop {
            *last += 1;
            let id = numbered(&base, *last)?;
            if !taken.contains_key(&id) {
                break id;
            }
        };
        let header = table.span();
        taken.insert(id.clone(), header.clone());
        let mut diagnostic = Diagnostic::new(
            &codes::MISSING_ID,
            if table.has_header() {
                header.clone()
            } else {
                header.start..header.start + 1
            },
            "no id: one is made of the text and changes with it",
        )
        .help(format!("add `id = \"{id}\"`"));
        if table.has_header() {
            diagnostic = diagnostic.fix(header.end..header.end, format!("\nid = \"{id}\""));
        }
        self.findings.push(diagnostic);
        Some(id)
    }

    /// The id of a pack that gives none: its file's name.
    pub(super) fn id_of_stem(&mut self, at: Span) -> Option<Id> {
        let slug = text::slug(self.stem);
        let slug = if slug.is_empty() {
            "pack".to_owned()
        } else {
            slug
        };
        let id = numbered(&slug, 1)?;
        self.findings.push(
            Diagnostic::new(
                &codes::MISSING_ID,
                at.clone(),
                "the pack has no id: the file's name is taken and renaming it would lose its history",
            )
            .help(format!("add `id = \"{id}\"`"))
            .fix(at.start..at.start, format!("id = \"{id}\"\n")),
        );
        Some(id)
    }
}

/// An id with its number, from 2 on, within the 64 characters that an id has.
fn numbered(base: &str, number: usize) -> Option<Id> {
    if number == 1 {
        return Id::new(base);
    }
    let end = format!("-{number}");
    let room = 64 - end.len();
    let base: String = base.chars().take(room).collect();
    Id::new(&format!("{base}{end}"))
}
