//! Text in XML and HTML: escaped, and without a character that either forbids.

use std::borrow::Cow;

use crate::text;

/// A text on one line as character data or as an attribute's value.
pub(super) fn escaped(words: &str) -> String {
    let clean = text::clean_line(words);
    let mut out = String::with_capacity(clean.len());
    for character in clean.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No characters to XML, and none that anyone sees.
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}

/// The address, if it is one of the web that a reader may follow.
pub(super) fn web_address(source: &str) -> Option<Cow<'_, str>> {
    let source = source.trim();
    let lower = source.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let whole = !source.contains(|c: char| c.is_whitespace() || c.is_control());
    (web && whole && text::forbidden(source, false).is_none()).then_some(Cow::Borrowed(source))
}

/// A language tag that may stand in an attribute; English otherwise.
pub(super) fn language(tag: &str) -> &str {
    let fits = !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { tag } else { "en" }
}

#[cfg(test)]
mod tests {
    use super::{escaped, language, web_address};

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escaped("<b a='1' c=\"2\">&amp;\n"),
            "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp; "
        );
        assert_eq!(escaped("\u{1b}\u{0}\u{FFFE}\u{202e}"), "\u{FFFD}".repeat(4));
        assert_eq!(language("de-CH"), "de-CH");
        assert_eq!(language("\"><script>"), "en");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(web_address("https://example.org/a?b=c").is_some());
        for other in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a b",
            "ftp://a",
            "a book",
        ] {
            assert_eq!(web_address(other), None, "{other}");
        }
    }
}
