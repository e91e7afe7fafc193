//! What an old response was asked, from the content that is kept with it: the kind, and the texts that were presented.

use serde_json::Value;

/// The kind of the question and the presented texts; none where the content does not tell.
pub(super) fn asked(content: &str, presented: &[u32]) -> Option<(String, Option<Vec<String>>)> {
    let content: Value = serde_json::from_str(content).ok()?;
    let kind = content.get("kind")?.as_str()?.to_owned();
    if presented.is_empty() {
        return Some((kind, Some(Vec::new())));
    }
    // The list that indexes count in: see `pack::content`.
    let list = match kind.as_str() {
        "choice" | "multiple" => "choices",
        "ordering" => "items",
        "matching" => "rights",
        _ => return Some((kind, None)),
    };
    let listed = content.get(list).and_then(Value::as_array);
    let text = |place: &u32| listed?.get(usize::try_from(*place).ok()?)?.as_str();
    let texts = presented.iter().map(|place| text(place).map(str::to_owned));
    let texts = texts.collect();
    Some((kind, texts))
}

#[cfg(test)]
mod tests {
    use super::asked;
    use crate::{
        pack::{self, Choice, CreditRule, Distractors, Item, Kind, Points, Question},
        record::sample::id,
    };

    fn choice(text: &str) -> Choice {
        Choice {
            text: text.to_owned(),
            feedback: None,
        }
    }

    fn distractors() -> Distractors {
        Distractors {
            choices: vec![choice("Hawk"), choice("Owl")],
            pick: None,
        }
    }

    #[test]
    fn presented_texts_are_those_that_the_question_lists() {
        let item = |text: &str| Item {
            text: text.to_owned(),
            event: None,
        };
        let pair = |left: &str, right: &str| (left.to_owned(), right.to_owned());
        for kind in [
            Kind::Choice {
                answer: choice("Eagle"),
                also: vec![choice("Buzzard")],
                distractors: distractors(),
            },
            Kind::Multiple {
                answers: vec![choice("Eagle"), choice("Lark")],
                distractors: distractors(),
                credit: CreditRule::Each,
            },
            Kind::Ordering {
                items: vec![item("first"), item("second"), item("third")],
            },
            Kind::Matching {
                pairs: vec![pair("a", "1"), pair("b", "2")],
                distractors: vec![choice("3")],
            },
        ] {
            let question = Question {
                id: id("one"),
                kind,
                prompt: String::from("?"),
                explanation: None,
                passage: None,
                source: None,
                hints: Vec::new(),
                tags: Vec::new(),
                points: Points::ONE,
                shuffle: true,
                last: Vec::new(),
                feedback: None,
                span: 0..0,
            };
            let content = pack::content(&question, "en");
            let listed = question.presentable();
            let (kind, texts) = asked(&content, &[2, 0]).unwrap();
            assert_eq!(kind, question.kind.name());
            assert_eq!(texts.unwrap(), [listed[2], listed[0]], "{content}");
            let (_, beyond) = asked(&content, &[99]).unwrap();
            assert_eq!(beyond, None);
        }
    }

    #[test]
    fn a_content_that_cannot_be_read_tells_nothing() {
        assert_eq!(asked("{", &[0]), None);
        assert_eq!(asked("[]", &[]), None);
    }
}
