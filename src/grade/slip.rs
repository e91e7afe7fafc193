//! Slips: whether typed words are an answer misspelt, and not another answer. By LEARNING 3.4: optimal string
//! alignment within an edit or two, and guards against every change that is known to change the meaning.

use std::collections::HashSet;

use strsim::osa_distance;

use super::{
    confusable::confusable,
    meaning::{is_number_word, is_roman, is_unspaced, opposite},
};
use crate::text::fold::fold;

/// Words in another order are forgiven in an answer of two or three.
const ORDERS: [&[usize]; 6] = [
    &[1, 0],
    &[0, 2, 1],
    &[1, 0, 2],
    &[1, 2, 0],
    &[2, 0, 1],
    &[2, 1, 0],
];

/// An answer that typed words are held against.
pub(super) struct Key {
    folded: String,
    /// Folded words that the author wrote in capitals: an acronym with another letter is another acronym.
    acronyms: Vec<String>,
}

impl Key {
    /// The answer as the author wrote it.
    pub(super) fn new(text: &str, language: &str) -> Self {
        let acronyms = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| is_acronym(word))
            .map(|word| fold(word, language))
            .collect();
        Self {
            folded: fold(text, language),
            acronyms,
        }
    }

    /// Whether both fold to the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.folded == other.folded
    }

    /// How many edits `typed` (folded) is away; beyond `most` only that it is more.
    pub(super) fn distance(&self, typed: &str, most: usize) -> usize {
        let apart = self.folded.chars().count().abs_diff(typed.chars().count());
        if apart > most {
            apart
        } else {
            osa_distance(&self.folded, typed)
        }
    }

    /// How many edits `typed` (folded) is away when it is this answer with a slip; none when it is not.
    pub(super) fn slip(&self, typed: &str, vocabulary: &HashSet<String>) -> Option<usize> {
        let budget = self.budget();
        let lengths = (self.folded.chars().count(), typed.chars().count());
        if typed.is_empty() || lengths.0.abs_diff(lengths.1) > budget {
            return None;
        }
        let key: Vec<&str> = self.folded.split(' ').collect();
        let words: Vec<&str> = typed.split(' ').collect();
        if key.len() != words.len() {
            return self.respaced(typed, budget);
        }
        let here = self.aligned(&key, &words, budget, vocabulary);
        let orders = ORDERS.iter().filter(|order| order.len() == key.len());
        let moved = orders.filter_map(|order| {
            let reordered: Vec<&str> = order.iter().map(|&at| words[at]).collect();
            let kept = numbers(&words).eq(numbers(&reordered));
            kept.then(|| self.aligned(&key, &reordered, budget, vocabulary))?
        });
        here.into_iter().chain(moved).min()
    }

    /// Edits that the length of the answer bears, counted in letters.
    fn budget(&self) -> usize {
        match self.folded.chars().filter(|c| c.is_alphabetic()).count() {
            0..5 => 0,
            5..9 => 1,
            _ => 2,
        }
    }

    /// `data base` for `database`: nothing but spaces moved, and no number made of others.
    fn respaced(&self, typed: &str, budget: usize) -> Option<usize> {
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        let edits = self
            .folded
            .matches(' ')
            .count()
            .abs_diff(typed.matches(' ').count());
        let same = edits <= budget
            && letters(&self.folded) == letters(typed)
            && digit_runs(&self.folded).eq(digit_runs(typed));
        same.then_some(edits)
    }

    fn aligned(
        &self,
        key: &[&str],
        words: &[&str],
        budget: usize,
        vocabulary: &HashSet<String>,
    ) -> Option<usize> {
        let mut edits = 0;
        for (right, typed) in key.iter().zip(words) {
            if right == typed {
                continue;
            }
            edits += self.misspelt(right, typed, budget - edits, vocabulary)?;
        }
        Some(edits)
    }

    /// How many edits make `typed` of `right`, when it can only be `right` misspelt.
    fn misspelt(
        &self,
        right: &str,
        typed: &str,
        budget: usize,
        vocabulary: &HashSet<String>,
    ) -> Option<usize> {
        let lengths = (right.chars().count(), typed.chars().count());
        if lengths.0.abs_diff(lengths.1) > budget {
            return None;
        }
        let edits = osa_distance(right, typed);
        if edits > budget {
            return None;
        }
        let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() && !is_unspaced(c));
        let transposed = edits == 1 && lengths.0 == lengths.1 && sorted(right) == sorted(typed);
        let guarded = !plain(right)
            || !plain(typed)
            || (lengths.0 < 3 && !transposed)
            || !starts_alike(right, typed)
            || self.acronyms.iter().any(|acronym| acronym == right)
            || vocabulary.contains(typed)
            || is_number_word(typed)
            || (is_roman(right) && is_roman(typed))
            || opposite(right, typed)
            || confusable(right, typed);
        (!guarded).then_some(edits)
    }
}

/// All capitals, or mostly (`mRNA`, `GPUs`), in a word of two letters or more.
fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && capitals * 2 > word.chars().count()
}

/// The same first letter, or the first two exchanged.
fn starts_alike(right: &str, typed: &str) -> bool {
    let (mut one, mut other) = (right.chars(), typed.chars());
    let (a, b) = (one.next(), one.next());
    let (x, y) = (other.next(), other.next());
    a == x || (a == y && b == x)
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// The words that hold digits, which never change places.
fn numbers<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    words
        .iter()
        .copied()
        .filter(|word| word.contains(char::is_numeric))
}

fn digit_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_numeric())
        .filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests;
