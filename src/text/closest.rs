//! "Did you mean": the known name that a mistyped one stands for.

/// Names longer than this are no slips of the hand, and comparing them would take long.
const LONGEST: usize = 128;

/// The candidate that `name` was probably meant to be: case aside equal, or within one edit for every three
/// characters (a swap of neighbours is one edit), or the only one that starts with what was typed. The first of equals.
#[must_use]
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = name.to_lowercase();
    let length = typed.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let allowed = length.div_ceil(3);
    let mut best: Option<(usize, &str)> = None;
    let (mut longer, mut several) = (None, false);
    for candidate in candidates {
        let known = candidate.to_lowercase();
        let known_length = known.chars().count();
        if length >= 2 && known.starts_with(&typed) {
            several |= longer.replace(candidate).is_some();
        }
        if known_length.abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&typed, &known);
        // A name of which every letter would change is another name.
        let near = distance <= allowed && distance < known_length.max(length);
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    match best {
        Some((distance, candidate)) if distance <= 1 => Some(candidate),
        best => longer
            .filter(|_| !several)
            .or(best.map(|(_, candidate)| candidate)),
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn slips_are_understood_and_other_names_are_not() {
        let known = [
            "answer",
            "answers",
            "distractors",
            "prompt",
            "Passage",
            "id",
            "tolerance",
        ];
        let cases = [
            ("anwser", Some("answer")),
            ("answerz", Some("answer")),
            ("promt", Some("prompt")),
            ("PROMPT", Some("prompt")),
            ("passage", Some("Passage")),
            ("distr", Some("distractors")),
            ("tol", Some("tolerance")),
            ("distractor", Some("distractors")),
            ("ans", None),
            ("x", None),
            ("banana", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(closest(name, known), expected, "{name:?}");
        }
        assert_eq!(closest(&"a".repeat(1 << 20), known), None);
    }
}
