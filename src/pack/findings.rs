//! Collects findings: keeps the first thousand and counts the rest, so that a hostile file cannot fill the memory.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};

/// How many findings are kept.
pub(super) const KEPT: usize = 1000;

/// Findings of one pack.
#[derive(Debug, Default)]
pub(super) struct Findings {
    kept: Vec<Diagnostic>,
    /// How many errors there are, kept or not.
    pub(super) errors: usize,
    /// How many warnings there are, kept or not.
    pub(super) warnings: usize,
}

impl Findings {
    /// Takes a finding.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        match diagnostic.code.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Hint => {}
        }
        if self.kept.len() < KEPT {
            self.kept.push(diagnostic);
        }
    }

    /// Whether no more findings are kept.
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() >= KEPT
    }

    /// Counts an error that is not kept.
    pub(super) fn count_error(&mut self) {
        self.errors += 1;
    }

    /// The findings that were kept, in the order of the file.
    pub(super) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.kept
            .sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
        self.kept
    }
}

/// A text of the pack as part of a message: one line, and not a long one.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 60;
    let clipped = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text, |(at, _)| &text[..at]);
    if clipped.len() == text.len() && !text.contains(['\n', '\r', '\t']) {
        return Cow::Borrowed(text);
    }
    let mut line: String = clipped
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    if clipped.len() < text.len() {
        line.push('…');
    }
    Cow::Owned(line)
}
