//! Whether a learner could tell two texts apart: case and white space do not count, accents and signs do.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// Lists up to this length are compared pair by pair.
const FEW: usize = 16;

/// The text as it is compared.
fn folded(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two texts are the same but for case and white space.
pub(super) fn same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if one.is_ascii() && other.is_ascii() {
        let mut ones = one.split_ascii_whitespace();
        let mut others = other.split_ascii_whitespace();
        loop {
            match (ones.next(), others.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
                _ => return false,
            }
        }
    }
    folded(one) == folded(other)
}

/// The first text that is the same as one before it: (its place, the earlier place).
pub(super) fn repeated<'a>(
    texts: impl ExactSizeIterator<Item = &'a str> + Clone,
) -> Option<(usize, usize)> {
    if texts.len() <= FEW {
        return texts.clone().enumerate().find_map(|(at, text)| {
            let mut before = texts.clone().take(at);
            before
                .position(|other| same(text, other))
                .map(|earlier| (at, earlier))
        });
    }
    let mut seen = HashMap::with_capacity(texts.len());
    for (at, text) in texts.enumerate() {
        if let Some(earlier) = seen.insert(folded(text), at) {
            return Some((at, earlier));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{repeated, same};

    #[test]
    fn case_and_spaces_do_not_make_another_text() {
        for (one, other, expected) in [
            ("Neil Armstrong", "neil  armstrong ", true),
            ("ÉCOLE", "école", true),
            ("ou", "où", false),
            ("C", "C++", false),
            ("ab", "a b", false),
        ] {
            assert_eq!(same(one, other), expected, "{one} / {other}");
        }
    }

    #[test]
    fn the_first_repeated_text_is_found_in_short_and_in_long_lists() {
        let long: Vec<String> = (0..40).map(|i| i.to_string()).collect();
        let mut texts: Vec<&str> = long.iter().map(String::as_str).collect();
        assert_eq!(repeated(texts.iter().copied()), None);
        texts.push(" 7 ");
        assert_eq!(repeated(texts.iter().copied()), Some((40, 7)));
        assert_eq!(repeated(["a", "b", "A"].into_iter()), Some((2, 0)));
    }
}
