//! Draws that hold across platforms and releases: a Fisher-Yates shuffle over `ChaCha8Rng`, with golden vectors below.
//!
//! Only the generator's raw stream is taken from `rand`; how it becomes a place is written here, since the ranges and
//! shuffles of `rand` may change between its releases and a seed is a promise.

use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
use sha2::{Digest, Sha256};

/// A generator of its own for one purpose of an attempt: the same seed and the same words give the same draws,
/// whatever else the attempt draws.
#[derive(Debug)]
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The generator for `words` (a question's ids, or what is drawn) under the attempt's seed.
    #[must_use]
    pub fn new(seed: u64, words: &[&str]) -> Self {
        let mut hash = Sha256::new();
        hash.update(seed.to_le_bytes());
        for word in words {
            // The length first, so that ("ab", "c") and ("a", "bc") differ.
            hash.update((word.len() as u64).to_le_bytes());
            hash.update(word.as_bytes());
        }
        Self(ChaCha8Rng::from_seed(hash.finalize().into()))
    }

    /// A place below `bound` (at least 1), each as likely as any other: values of the incomplete last round of the
    /// 64-bit range are drawn again.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound.max(1) as u64;
        let rest = (u64::MAX % bound + 1) % bound;
        loop {
            let value = self.0.next_u64();
            if value <= u64::MAX - rest {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a remainder of a usize bound fits a usize"
                )]
                return (value % bound) as usize;
            }
        }
    }

    /// Puts the items in a new order, each order as likely as any other (Fisher-Yates, from the end).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// `count` different places below `len`, in the order drawn; all of them when there are fewer.
    pub fn pick(&mut self, len: usize, count: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..len).collect();
        let count = count.min(len);
        for first in 0..count {
            let other = first + self.below(len - first);
            places.swap(first, other);
        }
        places.truncate(count);
        places
    }
}

#[cfg(test)]
mod tests {
    use super::Draw;

    #[test]
    fn a_seed_gives_the_same_orders_in_every_release() {
        let order = |seed, word: &str, n: usize| {
            let mut items: Vec<usize> = (0..n).collect();
            Draw::new(seed, &["pack", word]).shuffle(&mut items);
            items
        };
        // Golden vectors: never change them, people have printed seeds.
        assert_eq!(order(0, "q", 4), GOLDEN_0);
        assert_eq!(order(42, "founder", 10), GOLDEN_42);
        assert_eq!(Draw::new(7, &["pool", "crew"]).pick(9, 3), GOLDEN_PICK);
    }
    const GOLDEN_0: [usize; 4] = [1, 0, 2, 3];
    const GOLDEN_42: [usize; 10] = [3, 0, 8, 2, 1, 7, 4, 9, 6, 5];
    const GOLDEN_PICK: [usize; 3] = [4, 7, 2];

    #[test]
    fn every_order_of_three_is_as_likely_as_any_other() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..6000 {
            let mut items = [0, 1, 2];
            Draw::new(seed, &["q"]).shuffle(&mut items);
            *counts.entry(items).or_insert(0_u32) += 1;
        }
        assert_eq!(counts.len(), 6);
        // Six standard deviations of a binomial with p = 1/6.
        assert!(
            counts.values().all(|&n| n.abs_diff(1000) < 174),
            "{counts:?}"
        );
    }

    #[test]
    fn words_are_kept_apart() {
        let first = |words: &[&str]| Draw::new(1, words).below(usize::MAX);
        assert_ne!(first(&["ab", "c"]), first(&["a", "bc"]));
    }

    #[test]
    fn picked_places_are_different_and_within_bounds() {
        for seed in 0..100 {
            let mut picked = Draw::new(seed, &["p"]).pick(7, 5);
            assert_eq!(picked.len(), 5);
            picked.sort_unstable();
            picked.dedup();
            assert_eq!(picked.len(), 5);
            assert!(picked.iter().all(|&p| p < 7));
        }
        assert_eq!(Draw::new(0, &["p"]).pick(2, 9).len(), 2);
    }
}
