//! From the tree to a [`Pack`]: what the keys mean, and every fault of meaning, each once and at its place.

mod choices;
mod cloze;
mod dated;
mod event;
mod head;
mod identity;
mod keys;
mod kinds;
mod order;
mod question;
mod same;
#[cfg(test)]
mod tests;
mod typed;
mod values;

use std::collections::HashMap;

use super::{
    Choice, Event, Id, Pack, Question, codes,
    findings::Findings,
    tree::{self, Tree, Value},
};
use crate::diagnostic::{Diagnostic, Severity, Span};

/// The size of the largest pack that is read, in bytes.
pub const SIZE_LIMIT: usize = 32 << 20;

/// The most questions, and the most events, that a pack may have.
pub const QUESTION_LIMIT: usize = 100_000;

/// The most choices that questions may draw from sets, in all: each question holds its own.
const DRAWN_LIMIT: usize = 1_000_000;

/// What reading a pack gave.
#[derive(Debug)]
pub struct Reading {
    /// The pack with all questions that have no fault; none when its head is invalid.
    pub pack: Option<Pack>,
    /// How many questions were left out for their faults.
    pub left_out: usize,
    /// How many questions the file has; none when it cannot be read at all.
    pub questions: Option<usize>,
    /// How many events the file has; none when it cannot be read at all.
    pub events: Option<usize>,
    /// What is wrong, in the order of the file: the first thousand findings.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are, those beyond the thousand counted, too.
    pub errors: usize,
    /// How many warnings there are, those beyond the thousand counted, too.
    pub warnings: usize,
    /// Where passages stand, as texts with their quotes: for holding them against the article.
    pub passages: Vec<Span>,
    /// Where the article is named, with its quotes.
    pub article: Option<Span>,
}

/// Reads a pack from its bytes. `stem` is the file's name without `.toml`: the pack's id where it gives none.
#[must_use]
pub fn read_bytes(bytes: &[u8], stem: &str) -> Reading {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text, stem),
        Err(error) => {
            let at = error.valid_up_to();
            let diagnostic = Diagnostic::new(
                &codes::NOT_UTF_8,
                at..at,
                "the file is not UTF-8 from here on",
            )
            .help("save it again with the encoding UTF-8");
            unreadable(diagnostic)
        }
    }
}

/// Reads a pack. Never fails: whatever is wrong is among the findings.
#[must_use]
pub fn read(text: &str, stem: &str) -> Reading {
    if text.len() > SIZE_LIMIT {
        let message = format!(
            "the pack has {} bytes, more than the {SIZE_LIMIT} that are read",
            text.len()
        );
        return unreadable(
            Diagnostic::new(&codes::TOO_LARGE, 0..0, message).help("make several packs of it"),
        );
    }
    let mut findings = Findings::default();
    let tree = tree::build(
        text,
        &["questions", "events", "pools", "eras"],
        &mut findings,
    );
    Lowering::new(&tree, stem, findings).run()
}

fn unreadable(diagnostic: Diagnostic) -> Reading {
    Reading {
        pack: None,
        left_out: 0,
        questions: None,
        events: None,
        diagnostics: vec![diagnostic],
        errors: 1,
        warnings: 0,
        passages: Vec::new(),
        article: None,
    }
}

/// A pack that is being lowered.
struct Lowering<'t, 'i> {
    tree: &'t Tree<'i>,
    stem: &'t str,
    findings: Findings,
    /// Whether the item being lowered has a fault.
    spoiled: bool,
    /// Whether something of it could not be read: then nothing is said to be missing.
    quiet: bool,
    language: String,
    /// By name; none for a set with faults, about which its questions need say nothing.
    sets: HashMap<String, Option<Vec<Choice>>>,
    /// The events without fault, in file order.
    events: Vec<Event>,
    /// By id: the place in `events`; none for an event with faults.
    event_ids: HashMap<Id, Option<usize>>,
    drawn: usize,
    passages: Vec<Span>,
    article: Option<Span>,
    has_article: bool,
}

impl<'t, 'i> Lowering<'t, 'i> {
    fn new(tree: &'t Tree<'i>, stem: &'t str, findings: Findings) -> Self {
        Self {
            tree,
            stem,
            findings,
            spoiled: false,
            quiet: false,
            language: "en".to_owned(),
            sets: HashMap::new(),
            events: Vec::new(),
            event_ids: HashMap::new(),
            drawn: 0,
            passages: Vec::new(),
            article: None,
            has_article: false,
        }
    }

    /// Takes a finding; an error spoils the item.
    fn fault(&mut self, diagnostic: Diagnostic) {
        self.spoiled |= diagnostic.code.severity == Severity::Error;
        self.findings.push(diagnostic);
    }

    /// Lowers a part of an item, whatever is wrong with the rest of it; true when the part itself has a fault.
    fn alone<T>(&mut self, part: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        let before = std::mem::take(&mut self.spoiled);
        let value = part(self);
        let faulty = self.spoiled;
        self.spoiled |= before;
        (value, faulty)
    }

    fn run(mut self) -> Reading {
        let root = self.tree.root();
        let keys = self.head_keys(root);
        let pack = self.head(&keys);
        let newer = pack.is_none() && Self::is_newer(&keys);
        if newer {
            // A format that is not known: whatever else could be said would be a guess.
            return self.reading(None, 0, 0, 0);
        }
        self.lower_article(&keys);
        self.lower_sets(&keys);
        let events = self.lower_events(&keys);
        let eras = self.lower_eras(&keys);
        let (questions, count) = self.lower_questions(&keys);
        let pools = self.lower_pools(&keys);
        let left_out = count - questions.len();
        let article = self.lowered_article(&keys);
        let pack = pack.map(|mut pack| {
            pack.article = article;
            pack.pools = pools;
            pack.eras = eras;
            pack.events = std::mem::take(&mut self.events);
            pack.questions = questions;
            pack
        });
        self.reading(pack, left_out, count, events)
    }

    fn reading(
        self,
        pack: Option<Pack>,
        left_out: usize,
        questions: usize,
        events: usize,
    ) -> Reading {
        Reading {
            pack,
            left_out,
            questions: Some(questions),
            events: Some(events),
            errors: self.findings.errors,
            warnings: self.findings.warnings,
            diagnostics: self.findings.into_sorted(),
            passages: self.passages,
            article: self.article,
        }
    }

    /// The tables of a list such as `[[questions]]`, or of `questions = [{..}]`; a fault where it is none.
    fn tables(&mut self, list: Option<Value<'t, 'i>>, name: &str) -> Vec<Value<'t, 'i>> {
        let Some(list) = list else {
            return Vec::new();
        };
        match list.kind() {
            tree::Kind::Array => {
                let mut tables: Vec<_> = list.children().collect();
                let help = format!("write `[[{name}]]` and its keys below");
                tables.retain(|table| self.is_table(*table, &help));
                tables
            }
            tree::Kind::Broken => Vec::new(),
            _ => {
                self.wrong_type(
                    list,
                    "a list of tables",
                    &format!("write `[[{name}]]` and its keys below"),
                );
                Vec::new()
            }
        }
    }

    fn is_table(&mut self, value: Value<'t, 'i>, help: &str) -> bool {
        match value.kind() {
            tree::Kind::Table => true,
            tree::Kind::Broken => false,
            _ => {
                self.wrong_type(value, "a table", help);
                false
            }
        }
    }
}

/// An item with its id, or what its id is made of.
struct Named<'t, 'i> {
    table: Value<'t, 'i>,
    id: Option<Id>,
}

/// Questions as they come out of lowering, with how many there were.
type Questions = (Vec<Question>, usize);
