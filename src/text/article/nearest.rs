//! The sentence of an article that shares most with a passage that does not stand there: for "did you mean".

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::index::Index;

/// Words in more sentences than this tell nothing.
const COMMONEST: usize = 4096;

/// The share of a passage's words, weighed by how rare they are, that a sentence must have to be near.
const NEAR: f64 = 0.4;

/// The words of a passage that are looked at.
const MOST_WORDS: usize = 200;

#[derive(Clone, Debug, Default)]
pub(super) struct Sentences {
    /// Where they stand in the plain text.
    places: Vec<Range<usize>>,
    /// For each word in lower case the sentences that have it, in order.
    having: HashMap<String, Vec<usize>>,
}

impl Sentences {
    pub(super) fn of(index: &Index) -> Self {
        let mut sentences = Self::default();
        for block in index.blocks() {
            for (at, sentence) in index.plain()[block.clone()].split_sentence_bound_indices() {
                let number = sentences.places.len();
                let start = block.start + at;
                sentences
                    .places
                    .push(start..start + sentence.trim_end().len());
                for word in sentence.unicode_words() {
                    let having = sentences.having.entry(word.to_lowercase()).or_default();
                    if having.len() <= COMMONEST && having.last() != Some(&number) {
                        having.push(number);
                    }
                }
            }
        }
        sentences
    }

    /// The sentence that has most of the passage's words, if it has enough of them; the first of equals.
    pub(super) fn nearest(&self, passage: &str) -> Option<Range<usize>> {
        let words: HashSet<String> = passage
            .unicode_words()
            .take(MOST_WORDS)
            .map(str::to_lowercase)
            .collect();
        let mut shares: HashMap<usize, f64> = HashMap::new();
        let mut whole = 0.0;
        let mut sorted: Vec<&String> = words.iter().collect();
        sorted.sort_unstable();
        for word in sorted {
            let having = self.having.get(word).map_or(&[][..], Vec::as_slice);
            let weight = self.weight(having.len());
            whole += weight;
            if having.len() <= COMMONEST {
                for &number in having {
                    *shares.entry(number).or_default() += weight;
                }
            }
        }
        let best = shares
            .into_iter()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let (number, share) = best?;
        (share >= NEAR * whole)
            .then(|| self.places.get(number).cloned())
            .flatten()
    }

    /// What a word that stands in so many sentences says: more, the rarer it is.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a weight needs no more than 53 bits"
    )]
    fn weight(&self, having: usize) -> f64 {
        (1.0 + self.places.len() as f64 / having.max(1) as f64).ln()
    }
}
