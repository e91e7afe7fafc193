//! Stand-in until the reader of packs is merged.

use super::Pack;
use crate::diagnostic::Diagnostic;

/// What reading a pack gave.
#[derive(Debug)]
pub struct Reading {
    /// The pack; none when its head is invalid.
    pub pack: Option<Pack>,
    /// Its faults.
    pub diagnostics: Vec<Diagnostic>,
    /// How many questions the file has.
    pub questions: Option<usize>,
}

/// Reads a pack.
#[must_use]
pub fn read(text: &str, stem: &str) -> Reading {
    let head = super::head(text);
    let file = text.lines().find_map(|line| {
        let value = line.strip_prefix("file")?.trim_start().strip_prefix('=')?;
        value.trim().strip_prefix('"')?.strip_suffix('"')
    });
    Reading {
        questions: head.as_ref().map(|head| head.questions),
        pack: head.and_then(|head| {
            Some(Pack {
                id: head.id.or_else(|| super::Id::new(stem))?,
                title: head.title,
                summary: None,
                language: "en".to_owned(),
                authors: Vec::new(),
                license: None,
                hint_cost: 250,
                article: file.map(|file| super::Article {
                    file: file.to_owned(),
                    source: None,
                }),
                pools: Vec::new(),
                eras: Vec::new(),
                events: Vec::new(),
                questions: Vec::new(),
            })
        }),
        diagnostics: Vec::new(),
    }
}
