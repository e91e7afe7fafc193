//! How wide text is when nobody knows the font: widths of letters that no common sans-serif exceeds by much (those of
//! `DejaVu Sans` and Verdana, the widest), and wrapping by them.

use unicode_width::UnicodeWidthChar;

use crate::text::wrap::wrap_text;

/// Pixels that a line takes at this size of letters, at most.
pub(super) fn pixels(line: &str, size: f64) -> f64 {
    line.chars().map(letter).sum::<f64>() * size
}

/// Width of a letter over the size of the font.
fn letter(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' | ' ' => 0.36,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | 'J' => 0.43,
        'm' | 'M' | 'W' | '@' | '%' | '—' | '…' => 1.0,
        'w' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'D' | '+' | '=' | '<' | '>' | '~' | '±' => 0.84,
        'A'..='Z' => 0.72,
        ' '..='\u{24F}' => 0.64,
        other => match other.width() {
            None | Some(0) => 0.0,
            Some(1) => 0.9,
            Some(_) => 1.1,
        },
    }
}

/// A text as lines of at most so many pixels. Where a single letter is wider, so is its line.
pub(super) fn wrapped(text: &str, size: f64, room: f64) -> Vec<String> {
    let widest = |lines: &[String]| {
        lines
            .iter()
            .map(|line| pixels(line, size))
            .fold(0.0, f64::max)
    };
    if pixels(text, size) <= room {
        return vec![text.to_owned()];
    }
    // As if all letters were narrow, and then as narrow as it takes.
    let mut columns = whole(room / (0.36 * size)).max(2);
    loop {
        let lines = wrap_text(text, columns);
        let widest = widest(&lines);
        if widest <= room || columns <= 2 {
            return lines;
        }
        columns = whole(float(columns) * room / widest).clamp(2, columns - 1);
    }
}

/// One line cut to so many pixels, with `…` in place of what is left out; empty when not even three letters fit.
pub(super) fn cut(text: &str, size: f64, room: f64) -> String {
    if pixels(text, size) <= room {
        return text.to_owned();
    }
    let mut columns = whole(room / (0.36 * size));
    while columns >= 4 {
        let line = crate::text::truncate(text, columns);
        if pixels(&line, size) <= room {
            return line.into_owned();
        }
        columns -= 1;
    }
    String::new()
}

/// A whole number of pixels or letters, not below 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float to integer saturates, and NaN becomes 0"
)]
pub(super) fn whole(x: f64) -> usize {
    x as usize
}

/// A number of pixels, cells or letters as a float.
#[expect(
    clippy::cast_precision_loss,
    reason = "a drawing is far smaller than 2^52"
)]
pub(super) fn float(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::{cut, pixels, wrapped};

    #[test]
    fn wide_letters_take_more_room_than_narrow_ones() {
        assert!(pixels("WWW", 10.0) > 2.0 * pixels("iii", 10.0));
        assert_eq!(wrapped("one two", 10.0, 200.0), ["one two"]);
        assert_eq!(wrapped("one two", 10.0, 30.0), ["one", "two"]);
        assert_eq!(cut("From fund to laboratory", 10.0, 60.0), "From fun…");
        assert_eq!(cut("From fund", 10.0, 10.0), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,80}", room in 60.0..500.0_f64) {
            for line in wrapped(&text, 14.0, room) {
                prop_assert!(pixels(&line, 14.0) <= room, "{line:?}");
            }
            prop_assert!(pixels(&cut(&text, 14.0, room), 14.0) <= room);
        }
    }
}
