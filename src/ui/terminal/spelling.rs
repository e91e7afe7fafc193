//! Two spellings side by side: what to leave out and what to put in. Pure.

use unicode_segmentation::UnicodeSegmentation;

use super::line::{Line, Tone};

/// Spellings longer than this are not compared letter by letter.
const LIMIT: usize = 200;

/// The right spelling with what was too much as `[-x]` and what was missing as `[+x]`; none when they are too long or
/// have too little in common for that to help.
pub(super) fn difference(typed: &str, right: &str) -> Option<Line> {
    let typed: Vec<&str> = typed.trim().graphemes(true).collect();
    let right: Vec<&str> = right.trim().graphemes(true).collect();
    if typed.len() > LIMIT || right.len() > LIMIT {
        return None;
    }
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    // common[i][j]: the longest common subsequence of what follows i and j.
    let mut common = vec![vec![0_usize; right.len() + 1]; typed.len() + 1];
    for i in (0..typed.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i][j] = if same(typed[i], right[j]) {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    if common[0][0] * 2 < typed.len().max(right.len()) {
        return None;
    }
    let mut line = Line::default();
    let (mut i, mut j) = (0, 0);
    let (mut out, mut plus) = (String::new(), String::new());
    let settle = |line: &mut Line, minus: &mut String, plus: &mut String| {
        if !minus.is_empty() {
            line.push(Tone::Wrong, format!("[-{minus}]"));
        }
        if !plus.is_empty() {
            line.push(Tone::Right, format!("[+{plus}]"));
        }
        minus.clear();
        plus.clear();
    };
    while i < typed.len() || j < right.len() {
        let both = i < typed.len() && j < right.len() && same(typed[i], right[j]);
        if both {
            settle(&mut line, &mut out, &mut plus);
            line.push(Tone::Plain, right[j]);
            i += 1;
            j += 1;
        } else if j == right.len() || (i < typed.len() && common[i + 1][j] >= common[i][j + 1]) {
            out.push_str(typed[i]);
            i += 1;
        } else {
            plus.push_str(right[j]);
            j += 1;
        }
    }
    settle(&mut line, &mut out, &mut plus);
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn what_was_missing_and_what_was_too_much_are_shown() {
        for (typed, right, shown) in [
            ("Liag", "Liang", Some("Lia[+n]g")),
            ("Armmstrong", "Armstrong", Some("Arm[-m]strong")),
            ("sputnik", "Sputnik", Some("Sputnik")),
            ("Colins", "Collins", Some("Col[+l]ins")),
            ("xyz", "Collins", None),
            ("", "", Some("")),
        ] {
            let line = difference(typed, right).map(|line| line.text());
            assert_eq!(line.as_deref(), shown, "{typed} {right}");
        }
    }
}
