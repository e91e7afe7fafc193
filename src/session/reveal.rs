//! Verdicts as shown: the key and the response side by side, the remark, the passage within its paragraph.

use super::{
    present::around,
    remark::remark,
    view::{
        ChoiceLine, GapLine, OrderLine, PairLine, PassageView, QuestionView, Sheet, VerdictView,
    },
};
use crate::{
    grade::{Credit, Reason, Response, Verdict},
    pack::{Choice, Kind, Part, Points, Question},
    record::{Counted, points_earned},
    text::article::{Article, Found},
};

/// What a verdict is made from.
pub(super) struct Shown<'a> {
    pub(super) question: &'a Question,
    pub(super) article: Option<&'a Article>,
    pub(super) view: QuestionView,
    pub(super) counted: &'a Counted,
    /// The grading; none after "don't know".
    pub(super) verdict: Option<&'a Verdict>,
}

/// The verdict on an answer that has been recorded.
pub(super) fn verdict(shown: &Shown) -> VerdictView {
    let (question, counted) = (shown.question, shown.counted);
    let response = counted.answer.response.as_ref();
    let reason = shown.verdict.map(|verdict| &verdict.reason);
    let full = counted.credit == Some(Credit::FULL);
    let foreseen = match reason {
        Some(Reason::KnownWrong { feedback, .. }) => feedback.clone(),
        _ => None,
    };
    VerdictView {
        question: shown.view.clone(),
        credit: counted.credit,
        penalty: counted.answer.penalty,
        earned: Points(points_earned(question.points.0, counted.earned())),
        dont_know: response.is_none(),
        overridden: counted.overridden,
        remark: remark(question, counted, reason),
        sheet: sheet(question, counted, reason),
        feedback: foreseen.or_else(|| question.feedback.clone().filter(|_| !full)),
        explanation: question.explanation.clone(),
        passage: passage(question, shown.article),
        source: question.source.clone(),
    }
}

impl PassageView {
    /// Words of an article within their paragraph; alone when the article is not there or does not have them.
    #[must_use]
    pub fn of(words: &str, article: Option<&Article>) -> Self {
        match article.map(|article| article.find(words)) {
            Some(Found::Once(located)) => Self {
                heading: located.heading,
                before: located.before,
                quoted: located.quoted,
                after: located.after,
            },
            _ => Self {
                heading: None,
                before: String::new(),
                quoted: words.to_owned(),
                after: String::new(),
            },
        }
    }
}

fn passage(question: &Question, article: Option<&Article>) -> Option<PassageView> {
    let words = question.passage.as_ref()?;
    Some(PassageView::of(words, article))
}

fn sheet(question: &Question, counted: &Counted, reason: Option<&Reason>) -> Sheet {
    let response = counted.answer.response.as_ref();
    match &question.kind {
        Kind::Choice {
            answer,
            also,
            distractors,
        } => choices(
            std::iter::once(answer).chain(also),
            &distractors.choices,
            counted,
            |text| matches!(response, Some(Response::Text(given)) if given == text),
        ),
        Kind::Multiple {
            answers,
            distractors,
            ..
        } => choices(
            answers.iter(),
            &distractors.choices,
            counted,
            |text| matches!(response, Some(Response::List(given)) if given.iter().any(|g| g == text)),
        ),
        Kind::TrueFalse { answer } => Sheet::Choices(
            [true, false]
                .into_iter()
                .map(|value| ChoiceLine {
                    text: truth(value).to_owned(),
                    chosen: response == Some(&Response::Bool(value)),
                    right: *answer == value,
                    feedback: None,
                })
                .collect(),
        ),
        Kind::ShortAnswer { answer, .. } => Sheet::Typed {
            given: typed(response),
            key: match reason {
                Some(Reason::Slip { accepted }) => accepted.clone(),
                _ => answer.text.clone(),
            },
            slip: matches!(reason, Some(Reason::Slip { .. })),
        },
        Kind::Numeric { key, unit } => Sheet::Typed {
            given: typed(response),
            key: with_unit(&key.written, unit.as_deref()),
            slip: false,
        },
        Kind::Date { answer, .. } => Sheet::Typed {
            given: typed(response),
            key: answer.to_string(),
            slip: false,
        },
        Kind::Ordering { items } => order(items, response, reason),
        Kind::Matching { pairs, .. } => Sheet::Pairs(
            pairs
                .iter()
                .map(|(left, right)| {
                    let given = match response {
                        Some(Response::Map(map)) => map.get(left).cloned(),
                        _ => None,
                    };
                    PairLine {
                        left: left.clone(),
                        correct: given.as_ref() == Some(right),
                        given,
                        right: right.clone(),
                    }
                })
                .collect(),
        ),
        Kind::Cloze { parts } => gaps(parts, response, reason),
        Kind::Essay { model, rubric } => essay(model, rubric, counted),
    }
}

/// Keys and distractors in the order presented; what was chosen though it was not presented comes last.
fn choices<'a>(
    keys: impl Iterator<Item = &'a Choice>,
    distractors: &'a [Choice],
    counted: &Counted,
    chosen: impl Fn(&str) -> bool,
) -> Sheet {
    let mut lines: Vec<Option<ChoiceLine>> = keys
        .map(|choice| (choice, true))
        .chain(distractors.iter().map(|choice| (choice, false)))
        .map(|(choice, right)| {
            Some(ChoiceLine {
                text: choice.text.clone(),
                chosen: chosen(&choice.text),
                right,
                feedback: choice.feedback.clone(),
            })
        })
        .collect();
    let mut shown: Vec<ChoiceLine> = counted
        .answer
        .presented
        .iter()
        .filter_map(|&place| lines.get_mut(place as usize).and_then(Option::take))
        .collect();
    shown.extend(lines.into_iter().flatten().filter(|line| line.chosen));
    Sheet::Choices(shown)
}

fn order(
    items: &[crate::pack::Item],
    response: Option<&Response>,
    reason: Option<&Reason>,
) -> Sheet {
    let given = match response {
        Some(Response::List(given)) => given.as_slice(),
        _ => &[],
    };
    let kept = match reason {
        Some(Reason::Ordered { kept, .. }) => kept.as_slice(),
        _ => &[],
    };
    Sheet::Order(
        items
            .iter()
            .map(|item| {
                let names = |text: &String| {
                    *text == item.text
                        || item
                            .event
                            .as_ref()
                            .is_some_and(|(id, _)| id.as_str() == text)
                };
                let place = given.iter().position(names);
                OrderLine {
                    text: item.text.clone(),
                    given: place.map(|place| place + 1),
                    kept: place.is_some_and(|place| kept.contains(&place)),
                    when: item.event.as_ref().map(|(_, when)| when.to_string()),
                }
            })
            .collect(),
    )
}

fn gaps(parts: &[Part], response: Option<&Response>, reason: Option<&Reason>) -> Sheet {
    let given = match response {
        Some(Response::List(given)) => given.as_slice(),
        _ => &[],
    };
    let verdicts = match reason {
        Some(Reason::Gaps(verdicts)) => verdicts.as_slice(),
        _ => &[],
    };
    let gaps = parts
        .iter()
        .filter_map(|part| match part {
            Part::Gap(gap) => Some(gap),
            Part::Text(_) => None,
        })
        .enumerate()
        .map(|(at, gap)| GapLine {
            given: given.get(at).filter(|text| !text.is_empty()).cloned(),
            key: gap.alternatives.first().cloned().unwrap_or_default(),
            correct: verdicts.get(at).is_some_and(|v| v.credit == Credit::FULL),
            slip: verdicts
                .get(at)
                .is_some_and(|v| matches!(v.reason, Reason::Slip { .. })),
        })
        .collect();
    Sheet::Gaps {
        around: around(parts),
        gaps,
    }
}

fn essay(model: &str, rubric: &[String], counted: &Counted) -> Sheet {
    let (given, ticked) = match &counted.answer.response {
        Some(Response::Essay { text, rubric }) => (Some(text.clone()), Some(rubric.as_slice())),
        Some(Response::Text(text)) => (Some(text.clone()), counted.ticked.as_deref()),
        _ => (None, None),
    };
    Sheet::Essay {
        given,
        model: model.to_owned(),
        rubric: rubric
            .iter()
            .enumerate()
            .map(|(at, line)| (line.clone(), ticked.map(|lines| lines.contains(&(at + 1)))))
            .collect(),
    }
}

fn typed(response: Option<&Response>) -> Option<String> {
    match response? {
        Response::Text(text) => Some(text.clone()),
        Response::Number(number) => Some(number.to_string()),
        Response::Bool(_) | Response::List(_) | Response::Map(_) | Response::Essay { .. } => None,
    }
}

fn with_unit(value: &str, unit: Option<&str>) -> String {
    unit.map_or_else(|| value.to_owned(), |unit| format!("{value} {unit}"))
}

fn truth(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// The key of a question in words, for lists.
pub(super) fn key(question: &Question) -> String {
    match &question.kind {
        Kind::Choice { answer, .. } | Kind::ShortAnswer { answer, .. } => answer.text.clone(),
        Kind::Multiple { answers, .. } => answers
            .iter()
            .map(|answer| answer.text.as_str())
            .collect::<Vec<_>>()
            .join("; "),
        Kind::TrueFalse { answer } => truth(*answer).to_owned(),
        Kind::Numeric { key, unit } => with_unit(&key.written, unit.as_deref()),
        Kind::Date { answer, .. } => answer.to_string(),
        Kind::Ordering { items } => items
            .iter()
            .map(|item| item.text.as_str())
            .collect::<Vec<_>>()
            .join(" → "),
        Kind::Matching { pairs, .. } => pairs
            .iter()
            .map(|(left, right)| format!("{left} – {right}"))
            .collect::<Vec<_>>()
            .join("; "),
        Kind::Cloze { parts } => parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text.as_str(),
                Part::Gap(gap) => gap.alternatives.first().map_or("", String::as_str),
            })
            .collect(),
        Kind::Essay { model, .. } => model.clone(),
    }
}
