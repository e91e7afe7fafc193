//! Numbers for names that come again and again.

use std::collections::HashMap;

/// Pairs of pack and question by number, in the order in which they were first seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<Box<str>, HashMap<Box<str>, usize>>,
    names: Vec<(Box<str>, Box<str>)>,
}

impl Names {
    /// The number of a question.
    pub(super) fn number(&mut self, pack: &str, question: &str) -> usize {
        if let Some(&number) = self.numbers.get(pack).and_then(|of| of.get(question)) {
            return number;
        }
        let number = self.names.len();
        self.names.push((pack.into(), question.into()));
        self.numbers
            .entry(pack.into())
            .or_default()
            .insert(question.into(), number);
        number
    }

    /// All names, by number.
    pub(super) fn all(&self) -> &[(Box<str>, Box<str>)] {
        &self.names
    }
}
