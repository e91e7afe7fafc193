//! How a question stands on the screen in one attempt: which choices, in which order.

use std::collections::HashSet;

use super::{Draw, view::Form};
use crate::{
    grade::wanted,
    pack::{Id, Kind, Part, Question},
    text::{fold, number},
};

/// Draws the presented order: places in the question's own list ([`Question::presentable`]); empty where nothing is
/// listed. The same seed, pack and question give the same order.
#[must_use]
pub(super) fn present(pack: &Id, question: &Question, seed: u64) -> Vec<u32> {
    let mut draw = Draw::new(seed, &["present", pack.as_str(), question.id.as_str()]);
    let listed = question.presentable();
    let mut places = match &question.kind {
        Kind::Choice {
            also, distractors, ..
        } => with_drawn(1 + also.len(), distractors, &mut draw),
        Kind::Multiple {
            answers,
            distractors,
            ..
        } => with_drawn(answers.len(), distractors, &mut draw),
        Kind::Ordering { .. } => (0..listed.len()).collect(),
        Kind::Matching { .. } => each_text_once(&listed),
        Kind::TrueFalse { .. }
        | Kind::ShortAnswer { .. }
        | Kind::Numeric { .. }
        | Kind::Date { .. }
        | Kind::Cloze { .. }
        | Kind::Essay { .. } => Vec::new(),
    };
    let text = |place: &usize| listed.get(*place).copied().unwrap_or_default();
    let is_order = matches!(question.kind, Kind::Ordering { .. });
    if question.shuffle || is_order {
        draw.shuffle(&mut places);
    } else if !sort_by_value(&mut places, text) {
        // A fixed order must not put the key first everywhere: it comes from the question alone, not from the seed.
        places.sort_unstable();
        Draw::new(0, &["fixed", pack.as_str(), question.id.as_str()]).shuffle(&mut places);
    }
    if !question.last.is_empty() {
        let rank = |place: &usize| question.last.iter().position(|last| last == text(place));
        places.sort_by_key(|place| rank(place).map_or(0, |rank| rank + 1));
    }
    places
        .into_iter()
        .filter_map(|place| u32::try_from(place).ok())
        .collect()
}

/// The first place of every text: a right that belongs to several lefts is listed once.
fn each_text_once(listed: &[&str]) -> Vec<usize> {
    let mut seen = HashSet::new();
    (0..listed.len())
        .filter(|&place| seen.insert(fold::exact(listed[place])))
        .collect()
}

/// All keys and the distractors of this draw.
fn with_drawn(keys: usize, distractors: &crate::pack::Distractors, draw: &mut Draw) -> Vec<usize> {
    let there = distractors.choices.len();
    let drawn = draw.pick(there, distractors.pick.unwrap_or(there));
    (0..keys)
        .chain(drawn.into_iter().map(|place| keys + place))
        .collect()
}

/// Sorts choices that all read as numbers by their value; says whether they do.
fn sort_by_value<'a>(places: &mut Vec<usize>, text: impl Fn(&usize) -> &'a str) -> bool {
    let mut valued = Vec::with_capacity(places.len());
    for place in places.iter() {
        match number::read(text(place), "en") {
            Ok(value) => valued.push((value, *place)),
            Err(_) => return false,
        }
    }
    valued.sort();
    *places = valued.into_iter().map(|(_, place)| place).collect();
    true
}

/// How the question is answered, with its choices in the presented order.
#[must_use]
pub(super) fn form(question: &Question, presented: &[u32]) -> Form {
    let listed = question.presentable();
    let texts = || {
        presented
            .iter()
            .filter_map(|&place| listed.get(place as usize))
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    match &question.kind {
        Kind::Choice { .. } => Form::One { choices: texts() },
        Kind::Multiple { credit, .. } => Form::Many {
            choices: texts(),
            all_or_nothing: *credit == crate::pack::CreditRule::All,
        },
        Kind::TrueFalse { .. } => Form::TrueFalse,
        Kind::ShortAnswer { .. } => Form::Words,
        Kind::Numeric { unit, .. } => Form::Number { unit: unit.clone() },
        Kind::Date { precision, .. } => Form::Date {
            wanted: wanted(*precision),
        },
        Kind::Ordering { .. } => Form::Order { items: texts() },
        Kind::Matching { pairs, .. } => Form::Match {
            lefts: pairs.iter().map(|(left, _)| left.clone()).collect(),
            rights: texts(),
        },
        Kind::Cloze { parts } => Form::Gaps {
            around: around(parts),
            numeric: parts
                .iter()
                .filter_map(|part| match part {
                    Part::Gap(gap) => Some(gap.number.is_some()),
                    Part::Text(_) => None,
                })
                .collect(),
        },
        Kind::Essay { .. } => Form::Essay,
    }
}

/// The text around the gaps of a cloze: before each, and after the last.
#[must_use]
pub(super) fn around(parts: &[Part]) -> Vec<String> {
    let mut around = vec![String::new()];
    for part in parts {
        match part {
            Part::Text(text) => {
                if let Some(last) = around.last_mut() {
                    last.push_str(text);
                }
            }
            Part::Gap(_) => around.push(String::new()),
        }
    }
    around
}

#[cfg(test)]
mod tests {
    use super::{form, present};
    use crate::{pack, session::view::Form};

    fn texts(question: &str, seed: u64) -> Vec<String> {
        let text = format!(
            "format = 1\nid = \"p\"\ntitle = \"P\"\n[sets]\nseas = [\"A\", \"B\", \"C\", \"D\", \"E\"]\n[[questions]]\nid = \"q\"\nprompt = \"Which?\"\n{question}"
        );
        let reading = pack::read(&text, "p");
        assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
        let pack = reading.pack.unwrap();
        let question = &pack.questions[0];
        match form(question, &present(&pack.id, question, seed)) {
            Form::One { choices } | Form::Many { choices, .. } => choices,
            Form::Order { items } => items,
            Form::Match { rights, .. } => rights,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn choices_come_in_a_new_order_under_another_seed_and_the_same_under_the_same() {
        let question =
            "kind = \"choice\"\nanswer = \"A\"\ndistractors = [\"B\", \"C\", \"D\", \"E\"]\n";
        let orders: std::collections::BTreeSet<_> =
            (0..20).map(|seed| texts(question, seed)).collect();
        assert!(orders.len() > 10);
        assert_eq!(texts(question, 3), texts(question, 3));
    }

    #[test]
    fn without_shuffle_the_order_is_fixed_and_numbers_rise() {
        let question =
            "kind = \"choice\"\nanswer = \"A\"\ndistractors = [\"B\", \"C\"]\nshuffle = false\n";
        assert_eq!(texts(question, 1), texts(question, 2));
        let numbers =
            "kind = \"choice\"\nanswer = 20\ndistractors = [3, 1000, 100]\nshuffle = false\n";
        assert_eq!(texts(numbers, 1), ["3", "20", "100", "1000"]);
    }

    #[test]
    fn last_stays_at_the_end_in_its_order() {
        let question = "kind = \"choice\"\nanswer = \"A\"\ndistractors = [\"B\", \"None\", \"All\"]\nlast = [\"All\", \"None\"]\n";
        for seed in 0..10 {
            assert_eq!(texts(question, seed)[2..], ["All", "None"]);
        }
    }

    #[test]
    fn a_right_that_belongs_to_several_lefts_is_listed_once() {
        let question = "kind = \"matching\"\npairs = [[\"France\", \"Paris\"], [\"Gaul\", \"Paris\"], [\"Italy\", \"Rome\"]]\n";
        for seed in 0..10 {
            let mut shown = texts(question, seed);
            shown.sort_unstable();
            assert_eq!(shown, ["Paris", "Rome"]);
        }
    }

    #[test]
    fn a_set_gives_as_many_as_it_should_and_never_the_key() {
        let question =
            "kind = \"choice\"\nanswer = \"B\"\ndistractors = { set = \"seas\", pick = 2 }\n";
        for seed in 0..10 {
            let shown = texts(question, seed);
            assert_eq!(shown.len(), 3);
            assert_eq!(shown.iter().filter(|text| *text == "B").count(), 1);
        }
    }
}
