//! Tests of reading Markdown.

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::prop_assert_eq;

use super::{Block, Kind, Piece, Style, blocks, inline, part, pieces, plain, walk};

const PLAIN: Style = Style {
    strong: false,
    emphasis: false,
    code: false,
    link: false,
};
const STRONG: Style = Style {
    strong: true,
    ..PLAIN
};
const EMPHASIS: Style = Style {
    emphasis: true,
    ..PLAIN
};
const CODE: Style = Style {
    code: true,
    ..PLAIN
};
const LINK: Style = Style {
    link: true,
    ..PLAIN
};

fn piece(text: &str, style: Style) -> Piece {
    Piece {
        text: text.to_owned(),
        style,
    }
}

#[test]
fn inline_marks_become_styles() {
    let cases = [
        ("plain", vec![piece("plain", PLAIN)]),
        (
            "a **b** c",
            vec![piece("a ", PLAIN), piece("b", STRONG), piece(" c", PLAIN)],
        ),
        (
            "*a* _b_",
            vec![
                piece("a", EMPHASIS),
                piece(" ", PLAIN),
                piece("b", EMPHASIS),
            ],
        ),
        (
            "***a***",
            vec![piece(
                "a",
                Style {
                    emphasis: true,
                    ..STRONG
                },
            )],
        ),
        (
            "use `-I` here",
            vec![
                piece("use ", PLAIN),
                piece("`-I`", CODE),
                piece(" here", PLAIN),
            ],
        ),
        ("`` a`b ``", vec![piece("``a`b``", CODE)]),
        (
            "[site](https://x.org/a)",
            vec![piece("site", LINK), piece(" (https://x.org/a)", PLAIN)],
        ),
        (
            "[x.org](https://x.org)",
            vec![piece("x.org", LINK), piece(" (https://x.org)", PLAIN)],
        ),
        ("<https://x.org>", vec![piece("https://x.org", LINK)]),
        ("<a@x.org>", vec![piece("a@x.org", LINK)]),
        (
            "[a](mailto:a@x.org)",
            vec![piece("a", LINK), piece(" (a@x.org)", PLAIN)],
        ),
        ("[a](javascript:alert)", vec![piece("a", PLAIN)]),
        ("[a](file:///etc)", vec![piece("a", PLAIN)]),
        ("[a](other.md)", vec![piece("a", PLAIN)]),
        (
            "![a *tower*](t.png)",
            vec![
                piece("[image: a ", PLAIN),
                piece("tower", EMPHASIS),
                piece("]", PLAIN),
            ],
        ),
        ("<b>x</b>", vec![piece("<b>x</b>", PLAIN)]),
        ("AT&amp;T &#169;", vec![piece("AT&T ©", PLAIN)]),
        ("2 \\* 3", vec![piece("2 * 3", PLAIN)]),
        ("snake_case_name", vec![piece("snake_case_name", PLAIN)]),
        (
            "1. FC *Köln*",
            vec![piece("1. FC ", PLAIN), piece("Köln", EMPHASIS)],
        ),
        ("# 5", vec![piece("# 5", PLAIN)]),
        ("- 5", vec![piece("- 5", PLAIN)]),
        ("> 3 & < 5", vec![piece("> 3 & < 5", PLAIN)]),
        ("[a]: http://x.org", vec![piece("[a]: http://x.org", PLAIN)]),
        ("one\ntwo", vec![piece("one two", PLAIN)]),
        ("...", vec![piece("...", PLAIN)]),
        ("_a_ ...", vec![piece("a", EMPHASIS), piece(" ...", PLAIN)]),
        ("", vec![]),
    ];
    for (source, expected) in cases {
        assert_eq!(inline(source), expected, "{source:?}");
    }
}

#[test]
fn blocks_are_told_apart() {
    let source = "# Title\n\nA *b*\nc  \nd.\n\n1. one\n2. two\n   more\n\n   again\n   - inner\n\n> said\n\n```\nlet x;\n  y\n```\n\n<div>\n*x*\n</div>\n\n    old\n\n***\n";
    let item = |marker: &str, depth, text: &str| Block::Item {
        marker: marker.to_owned(),
        depth,
        pieces: vec![piece(text, PLAIN)],
    };
    let expected = vec![
        Block::Heading {
            level: 1,
            pieces: vec![piece("Title", PLAIN)],
        },
        Block::Paragraph(vec![
            piece("A ", PLAIN),
            piece("b", EMPHASIS),
            piece(" c\nd.", PLAIN),
        ]),
        item("1.", 0, "one"),
        item("2.", 0, "two more"),
        item("", 0, "again"),
        item("•", 1, "inner"),
        Block::Quote(vec![piece("said", PLAIN)]),
        Block::Code("let x;\n  y".to_owned()),
        Block::Paragraph(vec![piece("<div>\n*x*\n</div>\n", PLAIN)]),
        Block::Code("old".to_owned()),
        Block::Paragraph(vec![piece("* * *", PLAIN)]),
    ];
    assert_eq!(blocks(source), expected);
    assert_eq!(blocks(&source.replace('\n', "\r\n")), expected);
}

#[test]
fn an_item_of_other_blocks_keeps_its_marker() {
    let bare = Block::Item {
        marker: "•".to_owned(),
        depth: 0,
        pieces: vec![],
    };
    assert_eq!(
        blocks("-\n- > q"),
        [bare.clone(), bare, Block::Quote(vec![piece("q", PLAIN)])]
    );
}

#[test]
fn lines_of_chinese_are_joined_without_a_space() {
    assert_eq!(
        plain("深度求索，\n是一家\nAI 公司\n\n한국\n말"),
        "深度求索，是一家 AI 公司\n한국 말"
    );
}

#[test]
fn plain_text_has_words_only() {
    let cases = [
        ("a **b** `c` [d](https://x.org)", "a b c d"),
        ("1. x", "1. x"),
        ("- 5", "- 5"),
        ("# T\n\n- a\n- *b*\n\ntext", "T\n• a\n• b\ntext"),
    ];
    for (source, expected) in cases {
        assert_eq!(plain(source), expected, "{source:?}");
    }
}

#[test]
fn entities_spell_nothing_that_steers_a_terminal() {
    for source in [
        "&#27;[31m",
        "&#x9b;31m",
        "&#x202E;abc",
        "x&#7;",
        "a **b&#x2066;c** d",
    ] {
        let texts = [plain(source), plain(&format!("{source}\n\n{source}"))];
        for text in texts {
            assert_eq!(crate::text::forbidden(&text, true), None, "{source:?}");
        }
    }
    let stacked: String = std::iter::once("a".to_owned())
        .chain((0..40).map(|_| "&#x301;".to_owned()))
        .collect();
    assert_eq!(crate::text::forbidden(&plain(&stacked), true), None);
}

#[test]
fn a_flood_of_marks_is_read_in_one_pass() {
    let mega = 1 << 20;
    for unit in [
        "*", "_", "`", "[", "](", "![", "<", "&", "\\", ">", "- ", "* a ", "**a ", "`a``", "[a](b",
        "<!--", "|", "1. ",
    ] {
        let source = unit.repeat(mega / unit.len() / 8);
        assert!(blocks(&source).len() <= source.len(), "{unit:?}");
        assert!(inline(&source).len() <= source.len());
    }
}

#[test]
fn a_list_nested_deeply_stays_on_the_screen() {
    let items: Vec<String> = (0..60)
        .map(|depth| {
            "  ".repeat(depth)
                + "- x
"
        })
        .collect();
    let source = items.concat();
    let deepest = blocks(&source).into_iter().filter_map(|block| match block {
        Block::Item { depth, .. } => Some(depth),
        _ => None,
    });
    assert_eq!(deepest.max(), Some(8));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_read_and_clean(source in prop::collection::vec(any::<char>(), 0..60)) {
        let source: String = source.into_iter().collect();
        prop_assert_eq!(crate::text::clean::Rules { multiline: true, rtl: true }.forbidden(&plain(&source)), None);
        let _ = blocks(&source);
    }

    #[test]
    fn spans_lie_within_the_source(source in "([a-z *_`\\[\\]()<>&;#\\\\\n-]|&amp;|\\*\\*|é|中){0,40}") {
        walk(&source, |text| {
            for run in &text.runs {
                assert!(source.get(run.span.clone()).is_some(), "{run:?}");
            }
            assert!(!text.runs.is_empty() || matches!(text.kind, Kind::Item { .. }));
        });
    }

    #[test]
    fn the_short_way_reads_as_the_long_one(source in "[a-z0-9 .,!?>)=~+#|-]{0,12}") {
        let mut long = Vec::new();
        walk(&source, |text| long.extend(pieces(&text.runs, true)));
        let short: Vec<Piece> = blocks(&source).into_iter().flat_map(|block| match block {
            Block::Paragraph(pieces) | Block::Quote(pieces) | Block::Heading { pieces, .. } | Block::Item { pieces, .. } => pieces,
            Block::Code(text) => vec![piece(&text, PLAIN)],
        }).collect();
        if !source.starts_with("    ") && !source.starts_with("~~~") {
            prop_assert_eq!(short, long);
        }
    }
}

#[test]
fn a_part_of_a_line_keeps_the_spaces_that_part_words() {
    for (source, expected) in [
        ("About ", "About "),
        (" chips of *some*\n", " chips of some "),
        ("  ", " "),
        ("", ""),
        (", ", ", "),
    ] {
        let text: String = part(source)
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(text, expected, "{source:?}");
    }
}
