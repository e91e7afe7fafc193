//! The form in which quotations are compared: white space folded, quotes and dashes straightened, composed by NFC. It
//! knows where each of its characters came from.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// Straightened texts, one after another.
#[derive(Clone, Debug, Default)]
pub(super) struct Straightened {
    pub(super) text: String,
    /// Where the distance between a place and its origin changes: (place, origin), both in bytes, in order.
    anchors: Vec<(usize, usize)>,
}

/// The straightened form of a text.
pub(super) fn straightened(text: &str) -> String {
    let mut out = Straightened::default();
    out.push(text, 0);
    out.text
}

impl Straightened {
    /// Appends a text that stands at `origin`.
    pub(super) fn push(&mut self, text: &str, origin: usize) {
        let mut line = Line {
            out: self,
            space: None,
            started: false,
            dash: false,
        };
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            for (at, character) in text.char_indices() {
                line.push(character, origin + at);
            }
        } else {
            for (at, cluster) in text.grapheme_indices(true) {
                for character in cluster.nfc() {
                    line.push(character, origin + at);
                }
            }
        }
    }

    /// Where the character at a place came from.
    pub(super) fn origin(&self, place: usize) -> usize {
        let after = self.anchors.partition_point(|&(anchor, _)| anchor <= place);
        let (anchor, origin) = after
            .checked_sub(1)
            .and_then(|at| self.anchors.get(at))
            .copied()
            .unwrap_or_default();
        origin + (place - anchor)
    }

    fn emit(&mut self, character: char, origin: usize) {
        let place = self.text.len();
        let steady = self
            .anchors
            .last()
            .is_some_and(|&(anchor, from)| from + (place - anchor) == origin);
        if !steady {
            self.anchors.push((place, origin));
        }
        self.text.push(character);
    }
}

/// A text on its way into the straightened form.
struct Line<'a> {
    out: &'a mut Straightened,
    /// White space that was seen and not yet written, by its origin.
    space: Option<usize>,
    started: bool,
    /// The last character written was a dash: more of them are one.
    dash: bool,
}

impl Line<'_> {
    fn push(&mut self, character: char, origin: usize) {
        if character.is_whitespace() {
            self.space.get_or_insert(origin);
            return;
        }
        let Some(straight) = straight(character) else {
            return;
        };
        if let Some(space) = self.space.take()
            && self.started
        {
            self.out.emit(' ', space);
            self.dash = false;
        }
        self.started = true;
        if straight == '…' {
            for _ in 0..3 {
                self.out.emit('.', origin);
            }
        } else if !(straight == '-' && self.dash) {
            self.out.emit(straight, origin);
        }
        self.dash = straight == '-';
    }
}

/// The plain form of a quote or dash; nothing for what is not seen.
fn straight(character: char) -> Option<char> {
    Some(match character {
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' => return None,
        '‘'..='‛' | '‹' | '›' | '′' | '´' | 'ʼ' => '\'',
        '“'..='‟' | '«' | '»' | '″' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};
    use proptest::{prop_assert, prop_assert_eq};

    use super::{Straightened, straightened};

    #[test]
    fn typing_habits_make_no_difference() {
        let cases = [
            (" a\n\t b\u{a0}c ", "a b c"),
            ("“a” «b» „c“ ‘d’ ‹e›", "\"a\" \"b\" \"c\" 'd' 'e'"),
            ("1957–1975 — x − y", "1957-1975 - x - y"),
            ("a -- b---c", "a - b-c"),
            ("wait…", "wait..."),
            ("e\u{301}t", "ét"),
            ("co\u{ad}op", "coop"),
            ("ﬁ Ａ", "ﬁ Ａ"),
        ];
        for (text, expected) in cases {
            assert_eq!(straightened(text), expected, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn every_character_knows_its_origin(text in "( |\n|[a-z]|[“’—…-]|é|e\u{301}|中|\u{ad}){0,30}") {
            let mut out = Straightened::default();
            out.push(&text, 0);
            for (place, character) in out.text.char_indices() {
                let origin = out.origin(place);
                prop_assert!(text.is_char_boundary(origin));
                if character.is_ascii_lowercase() {
                    prop_assert!(text[origin..].starts_with(character));
                }
            }
            prop_assert_eq!(straightened(&out.text), out.text);
        }
    }
}
