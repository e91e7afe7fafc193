//! Tests of wrapping.

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::{prop_assert, prop_assert_eq};
use unicode_segmentation::UnicodeSegmentation;

use super::{wrap, wrap_text};
use crate::text::markdown::{Piece, Style};
use crate::text::width::width;

#[test]
fn lines_break_where_unicode_allows_it() {
    let cases: [(&str, usize, &[&str]); 14] = [
        ("", 10, &[""]),
        ("one two three", 7, &["one two", "three"]),
        ("one two three", 8, &["one two", "three"]),
        ("one two   three  ", 7, &["one two", "three"]),
        ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
        ("ab cdefghij kl", 4, &["ab", "cdef", "ghij", "kl"]),
        ("a\n\nb\n", 4, &["a", "", "b"]),
        ("  indented text", 10, &["  indented", "text"]),
        ("中文字符，很长", 6, &["中文字", "符，很", "长"]),
        ("中文字，符", 6, &["中文", "字，符"]),
        (
            "👩\u{200d}👩\u{200d}👧👩\u{200d}👩\u{200d}👧",
            3,
            &["👩\u{200d}👩\u{200d}👧", "👩\u{200d}👩\u{200d}👧"],
        ),
        ("well-known fact", 8, &["well-", "known", "fact"]),
        ("a\tb", 10, &["a   b"]),
        ("          a", 4, &["a"]),
    ];
    for (text, columns, expected) in cases {
        assert_eq!(wrap_text(text, columns), expected, "{text:?} at {columns}");
    }
}

#[test]
fn each_piece_keeps_its_style() {
    let strong = Style {
        strong: true,
        ..Style::default()
    };
    let piece = |text: &str, style| Piece {
        text: text.to_owned(),
        style,
    };
    let pieces = [
        piece("some ", Style::default()),
        piece("bold wo", strong),
        piece("rd end", Style::default()),
    ];
    let expected = vec![
        vec![piece("some ", Style::default()), piece("bold", strong)],
        vec![piece("wo", strong), piece("rd end", Style::default())],
    ];
    assert_eq!(wrap(&pieces, 9), expected);
    assert_eq!(wrap(&[], 9), vec![Vec::new()]);
}

#[test]
fn a_cluster_wider_than_a_line_is_split_rather_than_too_wide() {
    let jamo = "\u{1100}".repeat(6);
    for columns in 2..8 {
        assert!(
            wrap_text(&jamo, columns)
                .iter()
                .all(|line| width(line) <= columns)
        );
    }
    assert!(
        wrap_text("\u{17d8}\u{17d8}", 2)
            .iter()
            .all(|line| width(line) <= 2)
    );
}

#[test]
fn a_long_text_is_wrapped_in_one_pass() {
    let word = "x".repeat(1 << 20);
    assert_eq!(wrap_text(&word, 80).len(), (1usize << 20).div_ceil(80));
    let spaces = " ".repeat(1 << 20);
    assert_eq!(wrap_text(&spaces, 80), [""]);
    assert_eq!(wrap_text(&"a ".repeat(1 << 19), 2).len(), 1 << 19);
}

fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-zA-Z0-9,.!?'()-]{1,12}".prop_map(String::from),
        3 => " {1,3}".prop_map(String::from),
        1 => "[\\n\\t]".prop_map(String::from),
        2 => "[一-龥ぁ-んァ-ヶ。、「」가-힣]{1,6}".prop_map(String::from),
        2 => "[א-תء-يܐ-ܬ]{1,8}".prop_map(String::from),
        2 => "[क-ह]्?[ा-ौ]?".prop_map(String::from),
        1 => "[\u{300}-\u{36f}\u{200d}\u{fe0f}\u{200c}]{1,3}".prop_map(String::from),
        1 => "[\u{1100}-\u{11ff}\u{1780}-\u{17dd}ꓸ-ꓽⴰ-⵿]{1,3}".prop_map(String::from),
        2 => prop::sample::select(vec!["👩\u{200d}👩\u{200d}👧", "🇨🇳", "👍🏽", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "\u{a0}"])
            .prop_map(String::from),
        1 => any::<char>().prop_filter("controls are cleaned before", |c| !c.is_control()).prop_map(String::from),
    ];
    prop::collection::vec(part, 0..25).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_line_is_wider_than_asked_for(text in texts(), columns in prop_oneof![2usize..12, 2usize..=200]) {
        for line in wrap_text(&text, columns) {
            prop_assert!(width(&line) <= columns, "{line:?}");
        }
    }

    #[test]
    fn nothing_but_spaces_is_lost(text in texts(), columns in 3usize..=60) {
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(solid(&wrap_text(&text, columns).concat()), solid(&text));
    }

    #[test]
    fn no_cluster_that_fits_a_line_is_split(text in texts(), columns in 4usize..=60) {
        let lines = wrap_text(&text, columns);
        let clusters: Vec<&str> = lines.iter().flat_map(|line| line.graphemes(true)).filter(|c| !c.trim().is_empty()).collect();
        let whole = text.replace('\t', " ");
        let expected: Vec<&str> = whole.graphemes(true).filter(|c| !c.trim().is_empty()).collect();
        if expected.iter().all(|cluster| width(cluster) <= columns) {
            prop_assert_eq!(clusters, expected);
        }
    }

    #[test]
    fn pieces_and_plain_text_wrap_alike(text in texts(), columns in 2usize..=60, cut in 0usize..40) {
        let cut = text.floor_char_boundary(cut.min(text.len()));
        if text.contains('\t') {
            return Ok(());
        }
        let strong = Style { strong: true, ..Style::default() };
        let (first, second) = text.split_at(cut);
        let pieces = [
            Piece { text: first.to_owned(), style: Style::default() },
            Piece { text: second.to_owned(), style: strong },
        ];
        let joined: Vec<String> =
            wrap(&pieces, columns).iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect()).collect();
        prop_assert_eq!(joined, wrap_text(&text, columns));
    }
}
