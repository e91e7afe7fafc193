//! Small changes of a word that change what it means: opposites, numbers, scripts in which a letter is a word.

use strsim::osa_distance;

/// Prefixes that negate or undo: with one more of them a word is another.
const NEGATIONS: &[&str] = &[
    "a", "an", "anti", "de", "dis", "il", "im", "in", "ir", "mis", "non", "un",
];

/// Prefixes of which each gives a stem another meaning than the others in its row. A pair that starts with different
/// letters is no slip anyway, and is not listed.
const OPPOSITES: &[&[&str]] = &[
    &["ab", "ad"],
    &["ante", "anti"],
    &["ecto", "endo", "epi", "exo"],
    &["hemi", "hetero", "homo", "hyper", "hypo"],
    &["im", "in", "un"],
    &["infra", "inter", "intra", "intro"],
    &[
        "macro", "maxi", "mega", "meta", "micro", "milli", "mini", "mono", "multi",
    ],
    &["para", "per", "peri", "poly"],
    &["post", "pre", "pro"],
    &["sub", "super", "supra"],
    &["tera", "tetra", "tri"],
    &["uni", "under", "un"],
];

/// Endings that stand for different roles or substances.
const ENDINGS: &[(&str, &str)] = &[
    ("er", "ee"),
    ("or", "ee"),
    ("ful", "less"),
    ("ane", "ene"),
    ("ane", "yne"),
    ("ene", "yne"),
    ("anol", "anal"),
    ("ase", "ose"),
    ("east", "west"),
    ("eastern", "western"),
];

const NUMBERS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
];

/// Whether one word is the other with another prefix or ending of meaning: `hyper`- and `hypothyroidism`, `employer`
/// and `employee`.
pub(super) fn opposite(one: &str, other: &str) -> bool {
    negated(one, other) || negated(other, one) || turned(one, other) || ended(one, other)
}

fn negated(one: &str, other: &str) -> bool {
    NEGATIONS
        .iter()
        .any(|prefix| one.strip_prefix(prefix) == Some(other))
}

/// What follows a long prefix may hold a slip of its own.
fn turned(one: &str, other: &str) -> bool {
    let stems = |word: &str, prefix: &str| {
        word.strip_prefix(prefix)
            .filter(|stem| stem.len() >= 3)
            .map(str::to_owned)
    };
    OPPOSITES.iter().any(|row| {
        row.iter().any(|a| {
            let Some(stem) = stems(one, a) else {
                return false;
            };
            row.iter().filter(|b| *b != a).any(|b| {
                let long = a.len() > 3 && b.len() > 3;
                stems(other, b).is_some_and(|rest| rest == stem || (long && near(&stem, &rest)))
            })
        })
    })
}

fn near(stem: &str, rest: &str) -> bool {
    stem.len().abs_diff(rest.len()) <= 1 && osa_distance(stem, rest) <= 1
}

fn ended(one: &str, other: &str) -> bool {
    ENDINGS.iter().any(|(a, b)| {
        let stem = |word: &str, ending: &str| word.strip_suffix(ending).map(str::to_owned);
        let same = |a: &str, b: &str| {
            stem(one, a).is_some_and(|s| s.len() >= 3 && stem(other, b) == Some(s))
        };
        same(a, b) || same(b, a)
    })
}

/// Whether the word is a number in English.
pub(super) fn is_number_word(word: &str) -> bool {
    NUMBERS.contains(&word)
}

/// Whether the word can be a small Roman number: `ii`, `xiv`.
pub(super) fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

/// Whether the letter belongs to a script whose words are too short for a letter to be a slip.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
    )
}
