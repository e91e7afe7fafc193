//! Ids made from titles, prompts and file names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that an id has at most.
const LONGEST: usize = 64;

/// An id made of a text: letters and digits of any script in lower case, every run of anything else one `-`, at most
/// 64 characters. Empty when the text has no letter and no digit.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let (mut length, mut gap) = (0, false);
    for character in text.nfc().flat_map(char::to_lowercase) {
        if !character.is_alphanumeric() {
            // Neither an apostrophe nor a mark parts a word: `mission's` is one.
            gap |= !is_combining_mark(character)
                && !matches!(character, '\'' | '’' | '\u{AD}' | '\u{200C}' | '\u{200D}');
            continue;
        }
        let hyphen = gap && !slug.is_empty();
        if length + 1 + usize::from(hyphen) > LONGEST {
            break;
        }
        if hyphen {
            slug.push('-');
        }
        slug.push(character);
        length += 1 + usize::from(hyphen);
        gap = false;
    }
    slug
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};
    use proptest::{prop_assert, prop_assert_eq};

    use super::slug;

    #[test]
    fn slugs_keep_letters_and_digits_of_any_script() {
        let cases = [
            ("Who commanded Apollo 11?", "who-commanded-apollo-11"),
            ("  --Ünïcode & Ärger--  ", "ünïcode-ärger"),
            ("the mission's commander", "the-missions-commander"),
            ("深度求索 是谁？", "深度求索-是谁"),
            ("हिन्दी भाषा", "हिनदी-भाषा"),
            ("e\u{301}tude", "étude"),
            ("?!", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text:?}");
        }
        assert_eq!(slug(&"ab ".repeat(40)).chars().count(), 64);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn a_slug_is_short_and_its_own_slug(text in proptest::collection::vec(any::<char>(), 0..100)) {
            let slugged = slug(&text.into_iter().collect::<String>());
            prop_assert!(slugged.chars().count() <= 64);
            prop_assert!(!slugged.starts_with('-') && !slugged.ends_with('-'));
            prop_assert_eq!(slug(&slugged), slugged);
        }
    }
}
