//! A line of text being typed: edited by characters as people count them, shown by display width. Pure.

use unicode_segmentation::UnicodeSegmentation;

use super::keys::Key;
use crate::text;

/// More characters than this are not taken.
const LIMIT: usize = 4000;

/// The text and the place of the cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Editor {
    text: String,
    /// A byte offset at the edge of a character as people count them.
    at: usize,
}

impl Editor {
    /// An editor that holds a text, the cursor at its end.
    pub(super) fn holding(text: &str) -> Self {
        let mut editor = Self::default();
        editor.insert(text);
        editor
    }

    /// What has been typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been typed.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes a key; false when it is none of editing.
    pub(super) fn press(&mut self, key: &Key) -> bool {
        match key {
            Key::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Key::Paste(pasted) => self.insert(pasted.trim_end_matches('\n')),
            Key::Backspace => {
                let end = self.at;
                self.left();
                self.text.replace_range(self.at..end, "");
                self.settle();
            }
            Key::Delete | Key::Ctrl('d') => {
                let start = self.at;
                self.right();
                self.text.replace_range(start..self.at, "");
                self.at = start;
                self.settle();
            }
            Key::Left | Key::Ctrl('b') => self.left(),
            Key::Right | Key::Ctrl('f') => self.right(),
            Key::Home | Key::Ctrl('a') => self.at = 0,
            Key::End | Key::Ctrl('e') => self.at = self.text.len(),
            Key::Ctrl('u') => {
                self.text.replace_range(..self.at, "");
                self.at = 0;
            }
            Key::Ctrl('k') => self.text.truncate(self.at),
            Key::Ctrl('w') => {
                let before = self.text[..self.at].trim_end();
                let word = before
                    .char_indices()
                    .rev()
                    .find(|(_, c)| c.is_whitespace())
                    .map_or(0, |(at, c)| at + c.len_utf8());
                self.text.replace_range(word..self.at, "");
                self.at = word;
                self.settle();
            }
            _ => return false,
        }
        true
    }

    /// The part of the text that fits so many columns with the cursor in it, and the cursor's column there.
    pub(super) fn view(&self, cols: usize) -> (String, usize) {
        let cols = cols.max(2);
        let before: Vec<&str> = self.text[..self.at].graphemes(true).collect();
        let mut used = 0;
        let mut from = self.at;
        for cluster in before.iter().rev() {
            used += text::width(cluster);
            if used >= cols {
                break;
            }
            from -= cluster.len();
        }
        let shown = super::line::cut(&self.text[from..], cols).to_owned();
        let cursor = text::width(&self.text[from..self.at]).min(cols - 1);
        (shown, cursor)
    }

    /// Inserts what can be shown: line ends and tabs as spaces, nothing that could steer a terminal.
    fn insert(&mut self, typed: &str) {
        let room = LIMIT.saturating_sub(self.text.chars().count());
        let typed: String = typed
            .chars()
            .map(|c| {
                if matches!(c, '\n' | '\t' | '\r') {
                    ' '
                } else {
                    c
                }
            })
            .filter(|c| {
                let one = c.to_string();
                !c.is_control() && text::clean_line(&one) == one
            })
            .take(room)
            .collect();
        self.text.insert_str(self.at, &typed);
        self.at += typed.len();
        self.settle();
    }

    /// Moves the cursor on to the end of the character it may have come to stand in.
    fn settle(&mut self) {
        self.at = self
            .text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .find(|at| *at >= self.at)
            .unwrap_or(self.text.len());
    }

    fn left(&mut self) {
        self.at -= self.text[..self.at]
            .graphemes(true)
            .next_back()
            .map_or(0, str::len);
    }

    fn right(&mut self) {
        self.at += self.text[self.at..]
            .graphemes(true)
            .next()
            .map_or(0, str::len);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{
        Just, ProptestConfig, Strategy, any, prop_assert, prop_oneof, proptest,
    };

    use super::Editor;
    use crate::{text, ui::terminal::keys::Key};

    fn typed(keys: &[Key]) -> String {
        let mut editor = Editor::default();
        for key in keys {
            editor.press(key);
        }
        editor.text().to_owned()
    }

    fn chars(text: &str) -> Vec<Key> {
        text.chars().map(Key::Char).collect()
    }

    #[test]
    fn backspace_takes_one_character_as_people_count_them() {
        for (text, left) in [
            ("ab", "a"),
            ("中文", "中"),
            ("ae\u{301}", "a"),
            ("a👩\u{200d}🚀", "a"),
            ("", ""),
        ] {
            let mut keys = chars(text);
            keys.push(Key::Backspace);
            assert_eq!(typed(&keys), left, "{text:?}");
        }
    }

    #[test]
    fn keys_of_editing_do_what_a_shell_does() {
        for (keys, result) in [
            (vec![Key::Ctrl('u')], ""),
            (vec![Key::Ctrl('w')], "one "),
            (vec![Key::Home, Key::Ctrl('k')], ""),
            (vec![Key::Ctrl('a'), Key::Delete], "ne two"),
            (vec![Key::Left, Key::Left, Key::Char('x')], "one txwo"),
            (vec![Key::Home, Key::Right, Key::Backspace], "ne two"),
            (vec![Key::Home, Key::End, Key::Char('!')], "one two!"),
        ] {
            let all: Vec<Key> = chars("one two").into_iter().chain(keys).collect();
            assert_eq!(typed(&all), result);
        }
    }

    #[test]
    fn a_paste_comes_in_as_one_line() {
        let pasted = Key::Paste("one\ntwo\u{7}\tthree\n".to_owned());
        assert_eq!(typed(&[pasted]), "one two three");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        prop_oneof![
            any::<char>().prop_map(Key::Char),
            Just(Key::Char('\u{301}')),
            Just(Key::Char('中')),
            any::<String>().prop_map(Key::Paste),
            Just(Key::Backspace),
            Just(Key::Delete),
            Just(Key::Left),
            Just(Key::Right),
            Just(Key::Home),
            Just(Key::End),
            Just(Key::Ctrl('w')),
            Just(Key::Ctrl('k')),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn no_keys_break_it_and_its_view_fits(
            keys in proptest::collection::vec(any_key(), 0..60),
            cols in 2_usize..60,
        ) {
            let mut editor = Editor::default();
            for key in &keys {
                editor.press(key);
                let (shown, cursor) = editor.view(cols);
                prop_assert!(text::width(&shown) <= cols);
                prop_assert!(cursor < cols);
            }
        }
    }
}
