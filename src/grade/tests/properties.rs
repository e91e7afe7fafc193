//! What holds for every kind and every response.

use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::{choices, credit, distractors, gap, integer, list, map, number_key, question, short};
use crate::{
    grade::{Context, Credit, Response, grade},
    pack::{CreditRule, Distractors, Item, Kind},
    text::number,
};

fn any_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        any::<bool>().prop_map(Response::Bool),
        any::<i64>().prop_map(integer),
        "\\PC{0,30}".prop_map(Response::Text),
        "[0-9.,' kmé$-]{0,12}".prop_map(Response::Text),
        proptest::collection::vec("\\PC{0,8}|[a-c]", 0..5).prop_map(Response::List),
        proptest::collection::btree_map("\\PC{0,4}|[a-c]", "\\PC{0,4}|[a-c]", 0..4)
            .prop_map(Response::Map),
        ("\\PC{0,8}", proptest::collection::vec(0_usize..4, 0..4))
            .prop_map(|(text, rubric)| Response::Essay { text, rubric }),
    ]
}

/// A kind with the response that is its key.
fn kind_and_key() -> impl Strategy<Value = (Kind, Response)> {
    let words = || "[\\PC&&[^\\s]]{1,8}( [\\PC&&[^\\s]]{1,8}){0,2}";
    prop_oneof![
        words().prop_map(|key| {
            let kind = Kind::Choice {
                answer: choices(&[&key]).remove(0),
                also: Vec::new(),
                distractors: distractors(&["b", "c"], None),
            };
            (kind, Response::Text(key))
        }),
        any::<bool>().prop_map(|answer| (Kind::TrueFalse { answer }, Response::Bool(answer))),
        (words(), any::<bool>()).prop_map(|(key, strict)| {
            (
                short(&key, &["b"], &["wrong one"], strict),
                Response::Text(key),
            )
        }),
        (-1_000_000_000_i64..1_000_000_000, 0_u32..4).prop_map(|(value, places)| {
            let written = number::Decimal::new(value.into(), -i32::try_from(places).unwrap())
                .unwrap()
                .to_string();
            let kind = Kind::Numeric {
                key: number_key(&written, "0"),
                unit: None,
            };
            (kind, Response::Text(written))
        }),
        (words(), words()).prop_map(|(one, other)| {
            let kind = Kind::Cloze {
                parts: vec![gap(&[&one]), gap(&[&other])],
            };
            (kind, Response::List(vec![one, other]))
        }),
        (words(), words()).prop_map(|(one, other)| {
            let kind = Kind::Matching {
                pairs: vec![
                    ("a".to_owned(), one.clone()),
                    ("b".to_owned(), other.clone()),
                ],
                distractors: choices(&["c"]),
            };
            (kind, map(&[("a", &one), ("b", &other)]))
        }),
        words().prop_map(|last| {
            let texts = ["a".to_owned(), "b".to_owned(), last];
            let items = texts.clone().map(|text| Item { text, event: None });
            let kind = Kind::Ordering {
                items: items.to_vec(),
            };
            (kind, Response::List(texts.to_vec()))
        }),
        Just((
            Kind::Essay {
                model: "m".to_owned(),
                rubric: vec!["r".to_owned()],
            },
            Response::Essay {
                text: "m".to_owned(),
                rubric: vec![1]
            }
        )),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn an_answer_equal_to_the_key_earns_all((kind, key) in kind_and_key()) {
        let context = Context::new("en", ["the moon is wrong one"]);
        let verdict = grade(&question(kind), &context, &key);
        prop_assert_eq!(verdict.map(|v| v.credit), Ok(Some(Credit::FULL)));
    }

    #[test]
    fn no_response_makes_grading_panic((kind, _) in kind_and_key(), response in any_response(), language in "en|de|fr|ja|[a-z]{0,3}") {
        let context = Context::new(&language, ["the moon"]);
        if let Ok(verdict) = grade(&question(kind), &context, &response) {
            prop_assert!(verdict.credit.is_none_or(|credit| credit <= Credit::FULL));
        }
    }

    #[test]
    fn choosing_all_or_nothing_earns_nothing(keys in 1_usize..8, others in 1_usize..8, all in any::<bool>()) {
        let texts = |letter: char, count: usize| (0..count).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
        let (keys, others) = (texts('k', keys), texts('d', others));
        let named = |texts: &[String]| choices(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let kind = Kind::Multiple {
            answers: named(&keys),
            distractors: Distractors { choices: named(&others), pick: None },
            credit: if all { CreditRule::All } else { CreditRule::Each },
        };
        let everything = Response::List(keys.iter().chain(&others).cloned().collect());
        prop_assert_eq!(credit(&kind, &everything), Some(0));
        prop_assert_eq!(credit(&kind, &list(&[])), None);
        prop_assert_eq!(credit(&kind, &Response::List(keys)), Some(1000));
    }
}
