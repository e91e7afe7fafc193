//! Columns of a terminal: how wide a text is, tabs, and cutting it to fit. Knows nothing of styles.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns between the stops of a tab.
const TAB: usize = 4;

/// Columns that a text takes in a terminal, as `unicode-width` counts them: of several lines the widest, tabs up to
/// the next fourth column, as [`expand_tabs`] makes them.
#[must_use]
pub fn width(text: &str) -> usize {
    if !text.bytes().any(|byte| matches!(byte, b'\n' | b'\t')) {
        return UnicodeWidthStr::width(text);
    }
    text.lines()
        .map(|line| UnicodeWidthStr::width(&*expand_tabs(line)))
        .max()
        .unwrap_or(0)
}

/// The text with spaces in place of tabs, up to the next fourth column of the line.
#[must_use]
pub fn expand_tabs(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let (mut out, mut column) = (String::with_capacity(text.len() + 2 * TAB), 0);
    for part in text.split_inclusive(['\t', '\n']) {
        if let Some(before) = part.strip_suffix('\t') {
            column += UnicodeWidthStr::width(before);
            let spaces = TAB - column % TAB;
            column += spaces;
            out.push_str(before);
            out.extend(std::iter::repeat_n(' ', spaces));
        } else {
            out.push_str(part);
            column = 0;
        }
    }
    Cow::Owned(out)
}

/// One line cut to at most `width` columns, with `…` in place of what is left out.
#[must_use]
pub fn truncate(text: &str, width: usize) -> Cow<'_, str> {
    if text.len() <= width && text.is_ascii() || UnicodeWidthStr::width(text) <= width {
        return Cow::Borrowed(text);
    }
    let Some(room) = width.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let (mut end, mut column) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        column += UnicodeWidthStr::width(cluster);
        if column > room {
            break;
        }
        end = at + cluster.len();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};
    use proptest::{prop_assert, prop_assert_eq};

    use super::{expand_tabs, truncate, width};

    #[test]
    fn widths_are_columns() {
        let cases = [
            ("", 0),
            ("abc", 3),
            ("中文", 4),
            ("e\u{301}", 1),
            ("👩\u{200d}👩\u{200d}👧", 2),
            ("🇨🇳", 2),
            ("a\tb", 5),
            ("abcd\tb", 9),
            ("ab\nabc\n", 3),
        ];
        for (text, expected) in cases {
            assert_eq!(width(text), expected, "{text:?}");
        }
        assert_eq!(expand_tabs("\ta\n中\tb"), "    a\n中  b");
    }

    #[test]
    fn a_cut_text_ends_in_an_ellipsis() {
        let cases = [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 5, "abcd…"),
            ("abc def", 5, "abc…"),
            ("中文字", 5, "中文…"),
            ("中文字", 4, "中…"),
            ("👩\u{200d}🚀👩\u{200d}🚀", 3, "👩\u{200d}🚀…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ];
        for (text, columns, expected) in cases {
            assert_eq!(truncate(text, columns), expected, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn a_text_without_tabs_is_as_wide_as_unicode_width_says(text in "[^\\n\\r\\t]{0,30}") {
            prop_assert_eq!(width(&text), unicode_width::UnicodeWidthStr::width(text.as_str()));
        }

        #[test]
        fn a_cut_text_fits(text in "[^\\n\\r\\t]{0,30}", columns in 0usize..40) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
        }
    }
}
