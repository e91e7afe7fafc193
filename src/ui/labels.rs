//! The labels of a list: numbers from 1, letters from a (z is followed by aa).

/// The letters of the item at `index`, from 0.
pub(super) fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'a' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// The index that a number or letters stand for in a list of `count` items.
pub(super) fn index(label: &str, count: usize) -> Option<usize> {
    number(label, count).or_else(|| letters(label, count))
}

/// The index that a number stands for.
pub(super) fn number(label: &str, count: usize) -> Option<usize> {
    if !label.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: usize = label.parse().ok()?;
    (1..=count).contains(&number).then(|| number - 1)
}

/// The index that letters stand for.
pub(super) fn letters(label: &str, count: usize) -> Option<usize> {
    if label.is_empty() || label.len() > 6 || !label.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        return None;
    }
    let number = label.bytes().fold(0_usize, |sum, byte| {
        sum * 26 + usize::from(byte.to_ascii_lowercase() - b'a') + 1
    });
    (number <= count).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::{index, letter, letters};

    #[test]
    fn letters_go_on_after_z() {
        for (place, label) in [
            (0, "a"),
            (25, "z"),
            (26, "aa"),
            (27, "ab"),
            (701, "zz"),
            (702, "aaa"),
        ] {
            assert_eq!(letter(place), label);
            assert_eq!(letters(label, 1000), Some(place));
        }
    }

    #[test]
    fn only_labels_of_the_list_are_labels() {
        let cases = [
            ("1", Some(0)),
            ("4", Some(3)),
            ("04", Some(3)),
            ("D", Some(3)),
            ("0", None),
            ("5", None),
            ("e", None),
            ("", None),
            ("-1", None),
            ("1a", None),
            ("99999999999999999999999", None),
            ("zzzzzzzzzzzzzzzzzzzz", None),
            ("ä", None),
            ("１", None),
        ];
        for (label, place) in cases {
            assert_eq!(index(label, 4), place, "{label}");
        }
    }
}
