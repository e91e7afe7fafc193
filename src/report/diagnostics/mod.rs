//! What `check` found, for people and for programs. Whatever a pack holds, nothing of it reaches the output raw.

mod json;
mod position;
#[cfg(test)]
mod tests;
mod text;
mod window;

pub use json::json;
pub use text::{Look, summary, text, total};

use crate::diagnostic::{Diagnostic, Place};

/// A pack with what was found in it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// How its file is called in messages.
    pub file: String,
    /// Its text; empty when it could not be read.
    pub source: &'a str,
    /// How its article is called, and its text.
    pub article: Option<(String, &'a str)>,
    /// Its id; none when its head is invalid.
    pub id: Option<String>,
    /// How many questions it has; none when it could not be read.
    pub questions: Option<usize>,
    /// How many events it has; none when it could not be read.
    pub events: Option<usize>,
    /// What was found, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are; more than are listed when there are very many.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
}

impl Checked<'_> {
    /// The text that a finding lies in, and how its file is called.
    fn place(&self, diagnostic: &Diagnostic) -> (&str, &str) {
        match (diagnostic.place, &self.article) {
            (Place::Article, Some((file, source))) => (file, source),
            _ => (&self.file, self.source),
        }
    }
}
