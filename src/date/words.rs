//! The English words and figures of dates: month names, ordinals, grouped numbers.

/// Months, in order.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Ordinals as words, first to twenty-first.
const ORDINALS: [&str; 21] = [
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
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// The month's name; 1 is January.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("")
}

/// The month that a lower-case word means: its name, or the first three letters or more of it.
pub(super) fn month_of(word: &str) -> Option<u8> {
    if word.len() < 3 {
        return None;
    }
    (1..=12).find(|&m| month_name(m).to_lowercase().starts_with(word))
}

/// The number that a lower-case ordinal word means.
pub(super) fn ordinal_of(word: &str) -> Option<u64> {
    (1..)
        .zip(ORDINALS)
        .find_map(|(n, o)| (o == word).then_some(n))
}

/// `1st`, `2nd`, `13th`.
pub(crate) fn ordinal(n: i64) -> String {
    let suffix = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

/// Thousands set apart by commas from 10,000 on, as years are written.
pub(crate) fn group(n: u64) -> String {
    let digits = n.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{group, month_of, ordinal, ordinal_of};

    #[test]
    fn month_names_may_be_cut_to_three_letters() {
        for (word, month) in [
            ("oct", Some(10)),
            ("sept", Some(9)),
            ("may", Some(5)),
            ("ju", None),
            ("octo", Some(10)),
            ("octx", None),
        ] {
            assert_eq!(month_of(word), month, "{word}");
        }
    }

    #[test]
    fn numbers_are_grouped_and_ordered_as_in_english() {
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 21, 113].map(ordinal).join(" "),
            "1st 2nd 3rd 4th 11th 12th 21st 113th"
        );
        assert_eq!(
            [999, 9999, 10_000, 1_234_567].map(group).join(" "),
            "999 9999 10,000 1,234,567"
        );
        assert_eq!(ordinal_of("twenty-first"), Some(21));
    }
}
