//! Small grammar for messages: counts, lists, percentages.

/// `1 question`, `3 questions`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    count_of(number, noun, &format!("{noun}s"))
}

/// As [`count`] for a noun whose plural has its own form: `1 match`, `3 matches`.
#[must_use]
pub fn count_of(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `a, b or c`, with `or` as the joining word.
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S], joined_by: &str) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 && at + 1 == items.len() {
            out.push(' ');
            out.push_str(joined_by);
            out.push(' ');
        } else if at > 0 {
            out.push_str(", ");
        }
        out.push_str(item.as_ref());
    }
    out
}

/// A share as a whole percentage, rounded half up; `100%` only for the whole and `0%` only for nothing. `–` when the
/// whole is 0.
#[must_use]
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let rounded = (part * 200 + whole) / (whole * 2);
    let shown = match rounded {
        0 if part > 0 => 1,
        100 if part < whole => 99,
        rounded => rounded,
    };
    format!("{shown}%")
}

#[cfg(test)]
mod tests {
    use super::{count, count_of, list, percent};

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(count(0, "question"), "0 questions");
        assert_eq!(count(1, "question"), "1 question");
        assert_eq!(count(3, "question"), "3 questions");
        assert_eq!(count_of(2, "match", "matches"), "2 matches");
    }

    #[test]
    fn lists_join_their_last_item_by_a_word() {
        assert_eq!(list::<&str>(&[], "or"), "");
        assert_eq!(list(&["a"], "or"), "a");
        assert_eq!(list(&["a", "b"], "or"), "a or b");
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
    }

    #[test]
    fn only_the_whole_is_a_hundred_percent() {
        let cases = [
            (0, 3, "0%"),
            (1, 3, "33%"),
            (2, 3, "67%"),
            (1, 8, "13%"),
            (3, 3, "100%"),
            (999, 1000, "99%"),
            (1, 1000, "1%"),
            (0, 0, "–"),
            (u64::MAX, u64::MAX, "100%"),
        ];
        for (part, whole, expected) in cases {
            assert_eq!(percent(part, whole), expected, "{part} of {whole}");
        }
    }
}
