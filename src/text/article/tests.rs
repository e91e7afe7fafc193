//! Tests of finding passages.

use std::fmt::Write;

use proptest::prelude::{ProptestConfig, prop, proptest};
use proptest::prop_assert_eq;

use super::{Article, Found, Located};

const SOURCE: &str = "# Moon

Neil Armstrong, the *mission's* commander, said “one small step” — and stepped
down at [02:56](https://example.org/t) UTC. The ladder&#39;s last rung was high.

## Crew

- Buzz **Aldrin** followed.
- Michael Collins stayed: `CSM-107` was his.

> We choose to go…

    code  line
      two

The crew came home. The crew came home.
";

fn once(article: &Article, passage: &str) -> Located {
    match article.find(passage) {
        Found::Once(located) => located,
        other => panic!("{passage:?}: {other:?}"),
    }
}

#[test]
fn passages_are_found_however_they_are_typed() {
    let article = Article::new(SOURCE.to_owned());
    let cases = [
        (
            "Neil Armstrong, the mission's commander",
            "Neil Armstrong, the mission's commander",
            "Neil Armstrong, the *mission's* commander",
        ),
        (
            "the *mission’s* commander",
            "the mission's commander",
            "the *mission's* commander",
        ),
        (
            "\"one small step\" - and\n stepped   down",
            "“one small step” — and stepped down",
            "“one small step” — and stepped\ndown",
        ),
        (
            "down at 02:56 UTC",
            "down at 02:56 UTC",
            "down at [02:56](https://example.org/t) UTC",
        ),
        (
            "down at [02:56](https://example.org/t) UTC",
            "down at 02:56 UTC",
            "down at [02:56](https://example.org/t) UTC",
        ),
        (
            "The ladder's last",
            "The ladder's last",
            "The ladder&#39;s last",
        ),
        (
            "- Buzz **Aldrin** followed.",
            "Buzz Aldrin followed.",
            "Buzz **Aldrin** followed.",
        ),
        ("CSM-107 was", "CSM-107 was", "CSM-107` was"),
        ("Aldrin** followed", "Aldrin followed", "Aldrin** followed"),
        ("stayed: `CSM", "stayed: CSM", "stayed: `CSM"),
        ("to go...", "to go…", "to go…"),
        ("to go..", "to go…", "to go…"),
        ("> We choose", "We choose", "We choose"),
        (
            "code line two",
            "code  line\n  two",
            "code  line\n      two",
        ),
        ("## Crew", "Crew", "Crew"),
    ];
    for (passage, quoted, source) in cases {
        let located = once(&article, passage);
        assert_eq!(located.quoted, quoted, "{passage:?}");
        assert_eq!(&SOURCE[located.span], source, "{passage:?}");
    }
}

#[test]
fn a_passage_comes_with_its_paragraph_and_heading() {
    let article = Article::new(SOURCE.to_owned());
    let located = once(&article, "one small step");
    assert_eq!(located.heading.as_deref(), Some("Moon"));
    assert_eq!(
        located.before,
        "Neil Armstrong, the mission's commander, said “"
    );
    assert_eq!(
        located.after,
        "” — and stepped down at 02:56 UTC. The ladder's last rung was high."
    );
    let located = once(&article, "Michael Collins");
    assert_eq!(located.heading.as_deref(), Some("Crew"));
    assert_eq!(
        (located.before.as_str(), located.after.as_str()),
        ("", " stayed: CSM-107 was his.")
    );
    assert_eq!(once(&article, "Moon").heading, None);
}

#[test]
fn a_passage_that_stands_twice_is_ambiguous() {
    let article = Article::new(SOURCE.to_owned());
    for passage in ["The crew came home.", "crew"] {
        let Found::Ambiguous(places) = article.find(passage) else {
            panic!("{passage:?}");
        };
        assert_eq!(places.len(), 2);
        for place in places {
            assert_eq!(&SOURCE[place], passage);
        }
    }
}

#[test]
fn a_missing_passage_names_the_nearest_sentence() {
    let article = Article::new(SOURCE.to_owned());
    let cases = [
        (
            "Neil Armstrong, the mission commander",
            Some(
                "Neil Armstrong, the mission's commander, said “one small step” — and stepped down at 02:56 UTC.",
            ),
        ),
        (
            "neil armstrong",
            Some(
                "Neil Armstrong, the mission's commander, said “one small step” — and stepped down at 02:56 UTC.",
            ),
        ),
        (
            "Michael Collins remained",
            Some("Michael Collins stayed: CSM-107 was his."),
        ),
        ("something else entirely", None),
        ("", None),
        ("**", None),
    ];
    for (passage, expected) in cases {
        let Found::Missing(nearest) = article.find(passage) else {
            panic!("{passage:?}");
        };
        assert_eq!(
            nearest.map(|located| located.quoted).as_deref(),
            expected,
            "{passage:?}"
        );
    }
}

#[test]
fn a_passage_never_crosses_a_paragraph() {
    let article = Article::new(SOURCE.to_owned());
    let passage = "Aldrin followed. Michael Collins";
    assert!(matches!(article.find(passage), Found::Missing(Some(_))));
    assert!(article.runs_over_paragraphs(passage));
    assert!(!article.runs_over_paragraphs("Aldrin led. Michael Collins"));
    assert!(matches!(
        article.find("Aldrin followed.\n\nMichael Collins"),
        Found::Missing(Some(_))
    ));
}

#[test]
fn chinese_passages_are_found_over_line_breaks() {
    let article = Article::new("深度求索是一家人工智能\n公司，由梁文锋创立。\n".to_owned());
    assert_eq!(once(&article, "人工智能公司").quoted, "人工智能公司");
    assert_eq!(once(&article, "人工智能\n公司").quoted, "人工智能公司");
}

#[test]
fn decomposed_letters_are_found_by_composed_ones_and_back() {
    let article = Article::new("La cafe\u{301} noir. Une étude.".to_owned());
    assert_eq!(once(&article, "café").quoted, "cafe\u{301}");
    assert_eq!(once(&article, "e\u{301}tude").quoted, "étude");
}

#[test]
fn what_is_located_is_clean() {
    let article = Article::new("A \x1b[31mred &#27;]0;x&#7; word\u{202e} here.".to_owned());
    let located = once(&article, "word");
    for text in [&located.before, &located.quoted, &located.after] {
        assert_eq!(crate::text::forbidden(text, true), None, "{text:?}");
    }
}

#[test]
fn words_come_without_marks() {
    let article = Article::new("# A\n\nb *c* [d](https://x.org), `e`".to_owned());
    assert_eq!(
        article.words().collect::<Vec<_>>(),
        ["A", "b", "c", "d", "e"]
    );
}

#[test]
fn many_passages_of_a_long_article_are_looked_up_not_searched_for() {
    let mut source = String::new();
    for number in 0..20_000 {
        let _ = writeln!(
            source,
            "Sentence number {number} tells of thing {}.\n",
            number * 7 % 20_000
        );
    }
    let article = Article::new(source);
    for number in (0..20_000).step_by(7) {
        let passage = format!("Sentence number {number} tells of");
        assert_eq!(once(&article, &passage).quoted, passage);
    }
    let same = Article::new("a".repeat(1 << 20));
    assert!(matches!(same.find(&"a".repeat(100)), Found::Ambiguous(places) if places.len() == 10));
}

#[test]
fn an_article_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Article::new(String::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_cut_of_a_paragraph_is_found_where_it_stands(
        words in prop::collection::vec("([a-z]{1,9}|[0-9]{4}|“[a-z]{3}”|中文字|é|x—y|…)", 1..40),
        from in 0usize..40,
        length in 1usize..12,
    ) {
        let source = words.join(" ");
        let (from, end) = (from.min(words.len() - 1), (from + length).min(words.len()));
        let passage = words[from..end.max(from + 1)].join(" ");
        let article = Article::new(format!("# Head\n\n{source}\n\nTail."));
        match article.find(&passage) {
            Found::Once(located) => {
                prop_assert_eq!(&located.quoted, &passage);
                prop_assert_eq!(&article.source()[located.span.clone()], &passage);
                prop_assert_eq!(format!("{}{}{}", located.before, located.quoted, located.after), source);
            }
            Found::Ambiguous(places) => for place in places {
                prop_assert_eq!(&article.source()[place], &passage);
            },
            Found::Missing(_) => panic!("{passage:?} in {source:?}"),
        }
    }
}
