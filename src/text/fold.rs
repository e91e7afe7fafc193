//! Folding texts for comparison: what case, accents, punctuation and a leading article do not change.

use caseless::Caseless as _;
use unicode_normalization::UnicodeNormalization as _;

use super::number::thousands;

/// The text in NFC, without white space around it and with one space for each stretch of it within.
#[must_use]
pub fn exact(text: &str) -> String {
    squeeze(&text.nfc().collect::<String>())
}

/// The text but for case, compatibility forms and white space; accents and punctuation count.
#[must_use]
pub fn caseless(text: &str) -> String {
    squeeze(&text.nfkc().default_case_fold().nfkc().collect::<String>())
}

/// A learner's name for comparing: without white space around it, case folded.
#[must_use]
pub fn name(text: &str) -> String {
    caseless(text)
}

/// The text for grading: NFKC, full case folding, no accents, no apostrophes, other punctuation as space, white space
/// squeezed, one leading article of `language` (a BCP 47 tag) dropped. Signs that make another word or number stay:
/// `C++`, `C#`, `-5`, `5.6`; `2,000` and `2 000` are `2000` where the language groups so.
#[must_use]
pub fn fold(text: &str, language: &str) -> String {
    let letters = letters(text);
    let letters = without_elision(&letters, language);
    let spaced = squeeze(&spaced(letters, language));
    let article = spaced.split_once(' ').filter(|(first, rest)| {
        articles(language).contains(first) && rest.starts_with(char::is_alphanumeric)
    });
    match article {
        Some((_, rest)) => rest.to_owned(),
        None => spaced,
    }
}

/// The folded words of a text, in order; articles stay.
pub fn words<'a>(text: &str, language: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let spaced = spaced(&letters(text), language);
    spaced
        .split_whitespace()
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Case folded characters without accents, composed again so that a syllable of Hangul counts as one. ASCII, most of
/// most texts, takes the short way: no mark that stays composes with it.
fn letters(text: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        out.extend(rest[..end].chars().map(|c| c.to_ascii_lowercase()));
        rest = &rest[end..];
        let end = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
        if end > 0 {
            foreign(&rest[..end], &mut out);
        }
        rest = &rest[end..];
    }
    out
}

fn foreign(text: &str, out: &mut Vec<char>) {
    let mut plain = String::with_capacity(text.len());
    let mut after_digit = out.last().is_some_and(char::is_ascii_digit);
    for c in text.chars() {
        match c {
            // `10²` is not `102`, `2½` not `21/2`.
            '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' if after_digit => plain.push('^'),
            '¼'..='¾' | '⅐'..='⅞' => plain.push(' '),
            _ => {}
        }
        after_digit = false;
        plain.push(c);
    }
    let bare = plain
        .nfkc()
        .default_case_fold()
        .nfkd()
        .filter(|c| !is_accent(*c));
    let mut spelled = String::with_capacity(plain.len());
    for c in bare {
        match c {
            'ø' => spelled.push('o'),
            'ł' => spelled.push('l'),
            'đ' | 'ð' => spelled.push('d'),
            'ħ' => spelled.push('h'),
            'ı' => spelled.push('i'),
            'æ' => spelled.push_str("ae"),
            'œ' => spelled.push_str("oe"),
            'þ' => spelled.push_str("th"),
            c => spelled.push(c),
        }
    }
    out.extend(spelled.nfc());
}

/// Marks that a writer may leave out. Marks of other scripts are letters: か is not が, and vowels of Hindi are marks.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        // Points of Hebrew, vowels and joiners of Arabic.
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        // Signs that choose the look of an emoji, soft hyphens, joiners and marks of direction.
        | '\u{fe00}'..='\u{fe0f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʻ')
}

/// What becomes of a character that is no letter.
enum Place {
    Dropped,
    Kept(char),
    Space,
    /// It stands as a word of its own.
    Own,
}

fn spaced(letters: &[char], language: &str) -> String {
    let grouping = thousands(language);
    let mut out = String::with_capacity(letters.len());
    for (at, &c) in letters.iter().enumerate() {
        if c.is_alphanumeric() || is_mark(c) {
            out.push(c);
            continue;
        }
        match place(c, &letters[..at], &letters[at + 1..], grouping) {
            Place::Dropped => {}
            Place::Kept(c) => out.push(c),
            Place::Space => out.push(' '),
            Place::Own => out.extend([' ', c, ' ']),
        }
    }
    out
}

fn place(c: char, before: &[char], after: &[char], grouping: Option<char>) -> Place {
    let (prev, next) = (before.last().copied(), after.first().copied());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let between_digits = digit(prev) && digit(next);
    let groups = || between_digits && opens_thousand(before, after);
    match c {
        c if is_apostrophe(c) => Place::Dropped,
        c if (c == ' ' || grouping == Some(c)) && groups() => Place::Dropped,
        '.' if between_digits => Place::Kept('.'),
        // Where a comma does not group, it is the decimal sign; a list without spaces is rare there.
        ',' if between_digits && grouping != Some(',') => Place::Kept('.'),
        '.' if digit(next) && !word(prev) => Place::Kept('.'),
        '-' | '−' | '‐'..='–' if digit(next) && prev.is_none_or(char::is_whitespace) => {
            Place::Kept('-')
        }
        '+' | '#' if (word(prev) || prev == Some(c)) && !word(next) => Place::Kept(c),
        '^' if digit(prev) => Place::Kept('^'),
        '+' | '=' | '<' | '>' | '≤' | '≥' | '≠' | '±' | '÷' | '×' | '√' | '∞' | '→' | '←' => {
            Place::Own
        }
        _ => Place::Space,
    }
}

/// Whether a separator after `before` sets off exactly three digits, with one to three before it.
fn opens_thousand(before: &[char], after: &[char]) -> bool {
    let run = before
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_digit())
        .count();
    let following = after.iter().take_while(|c| c.is_ascii_digit()).count();
    following == 3 && (1..=3).contains(&run)
}

/// Combining marks that are part of a word though they are no letters.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

fn articles(language: &str) -> &'static [&'static str] {
    match primary(language) {
        "en" => &["the", "a", "an"],
        "de" => &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer",
            "eines",
        ],
        "fr" => &["le", "la", "les", "un", "une", "des"],
        "es" => &["el", "la", "los", "las", "un", "una", "unos", "unas"],
        "it" => &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una"],
        "pt" => &["o", "a", "os", "as", "um", "uma", "uns", "umas"],
        "nl" => &["de", "het", "een"],
        "ca" => &["el", "la", "els", "les", "un", "una"],
        "sv" => &["en", "ett", "den", "det"],
        "da" | "nb" | "no" => &["en", "et", "den", "det"],
        "nn" => &["ein", "ei", "eit", "den", "det"],
        _ => &[],
    }
}

/// Without an article that an apostrophe joins to its word: `l'eau`, `un'idea`.
fn without_elision<'a>(letters: &'a [char], language: &str) -> &'a [char] {
    let elided: &[&str] = match primary(language) {
        "fr" | "ca" => &["l"],
        "it" => &["l", "un", "gl"],
        _ => &[],
    };
    let start = letters.iter().take_while(|c| c.is_whitespace()).count();
    let text = &letters[start..];
    let cut = elided.iter().find_map(|article| {
        let length = article.len();
        let begins = text.iter().copied().take(length).eq(article.chars());
        let joined = text.get(length).is_some_and(|c| is_apostrophe(*c));
        (begins && joined && text.len() > length + 1).then_some(length + 1)
    });
    &text[cut.unwrap_or(0)..]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::{caseless, exact, fold, name, words};

    #[test]
    fn what_does_not_matter_is_folded_away() {
        for (language, written, folded) in [
            ("en", "Liang Wenfeng", "liang wenfeng"),
            ("en", "  LIANG\u{a0}\n wenfeng! ", "liang wenfeng"),
            ("en", "The Moon", "moon"),
            ("en", "the", "the"),
            ("en", "A", "a"),
            ("en", "The A Team", "a team"),
            ("en", "Café", "cafe"),
            ("en", "Cafe\u{301}", "cafe"),
            ("en", "Straße", "strasse"),
            ("en", "Søren Łódź", "soren lodz"),
            ("en", "ﬁnance", "finance"),
            ("en", "ＡＢＣ", "abc"),
            ("en", "O’Neil's", "oneils"),
            ("en", "mixture-of-experts", "mixture of experts"),
            ("en", "AT&T", "at t"),
            ("en", "U.S.A.", "u s a"),
            ("en", "2,000 chips", "2000 chips"),
            ("en", "1,234,567", "1234567"),
            ("en", "2 000 chips", "2000 chips"),
            (
                "en",
                "over 1,234,567 of 1234 567",
                "over 1234567 of 1234 567",
            ),
            ("en", "$5.6 million", "5.6 million"),
            ("en", "1,2,3", "1 2 3"),
            ("de", "2.000 Chips", "2000 chips"),
            ("de", "5,6 Millionen", "5.6 millionen"),
            ("de", "Der Mond", "mond"),
            ("fr", "L’eau", "eau"),
            ("fr", "la lune", "lune"),
            ("it", "un'idea", "idea"),
            ("zz", "the moon", "the moon"),
            ("en", "C++", "c++"),
            ("en", "C#", "c#"),
            ("en", "#1", "1"),
            ("en", "a+b", "a + b"),
            ("en", "-5 °C", "-5 c"),
            ("en", "−5", "-5"),
            ("en", "10²", "10^2"),
            ("en", "E = mc²", "e = mc2"),
            ("en", "2½", "2 1 2"),
            ("en", "?!", ""),
            ("ja", "か", "か"),
            ("ja", "が", "が"),
            ("ko", "한국", "한국"),
            ("hi", "हिन्दी", "हिन्दी"),
            ("el", "Ὀδυσσεύς", "οδυσσευσ"),
        ] {
            assert_eq!(fold(written, language), folded, "{written} in {language}");
        }
    }

    #[test]
    fn only_what_is_the_same_word_folds_together() {
        for (one, other) in [
            ("C", "C++"),
            ("C#", "C++"),
            ("5", "-5"),
            ("3.5", "35"),
            ("か", "が"),
            ("10²", "102"),
            ("x < 5", "x > 5"),
        ] {
            assert_ne!(fold(one, "en"), fold(other, "en"), "{one} and {other}");
        }
    }

    #[test]
    fn milder_folds_keep_more() {
        assert_eq!(exact("  a \t B "), "a B");
        assert_eq!(exact("e\u{301}"), "é");
        assert_eq!(caseless(" Ünter  DEN "), "ünter den");
        assert_eq!(name("  ADA "), name("ada"));
        assert_ne!(name("José"), name("Jose"));
        let all: Vec<String> = words("The Moon's 2,000 craters.", "en").collect();
        assert_eq!(all, ["the", "moons", "2000", "craters"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn case_and_outer_marks_never_matter(text in "[a-zA-Zäéñß]{1,12}( [a-zA-Zäéñß]{1,12}){0,3}") {
            let folded = fold(&text, "zz");
            prop_assert_eq!(fold(&text.to_uppercase(), "zz"), folded.clone());
            let quoted = format!(" “{text}”! ");
            prop_assert_eq!(fold(&quoted, "zz"), folded.clone());
            prop_assert_eq!(fold(&folded, "zz"), folded);
        }

        #[test]
        fn a_folded_text_is_squeezed(text in "\\PC{0,60}", language in "en|de|fr|it|ja") {
            let folded = fold(&text, &language);
            prop_assert!(!folded.contains("  ") && folded.trim() == folded);
        }
    }
}
