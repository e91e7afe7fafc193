//! Everything of the format that must be accepted.

use crate::{
    date::Precision,
    pack::{CreditRule, Kind, Pack, Part, Points, read},
};

fn accepted(text: &str) -> Pack {
    let reading = read(text, "stem");
    assert!(reading.diagnostics.is_empty(), "{:#?}", reading.diagnostics);
    assert_eq!(reading.left_out, 0);
    reading.pack.unwrap()
}

pub(super) const WHOLE: &str = r#"
format   = 1
id       = "apollo"
title    = "Landing on the Moon"
summary  = "How Apollo 11 came to the Sea of Tranquility."
language = "en"
authors  = ["A. Author"]
license  = "CC-BY-4.0"
hint_cost = 100

[article]
file   = "apollo.md"
source = "https://example.org/apollo"

[sets]
astronauts = ["Neil Armstrong", "Buzz Aldrin", "Michael Collins", "Yuri Gagarin", { text = "John Glenn", feedback = "He orbited." }]

[[pools]]
tag  = "crew"
pick = 2

[[eras]]
title = "Space race"
from  = 1957
to    = "1975"

[[events]]
id      = "sputnik"
when    = 1957-10-04
title   = "Sputnik"

[[events]]
id      = "landing"
when    = 1969-07-20T20:17:40Z
title   = "Eagle lands"
detail  = "Two of the crew land in the Sea of Tranquility."
passage = "On 20 July 1969 the lander set down"
source  = "https://example.org"
tags    = ["moon"]

[[events]]
id    = "race"
when  = 1957
until = 1975-07-17
title = "The race"

[[events]]
id    = "peace"
when  = 1976
until = "present"
title = "Peace"

[[questions]]
id          = "commander"
kind        = "choice"
prompt      = "Who commanded Apollo 11?"
answer      = "Neil Armstrong"
distractors = ["Yuri Gagarin", { text = "Michael Collins", feedback = "He flew the command module." }, "None of these"]
explanation = "Armstrong commanded, Aldrin flew the lander with him, Collins stayed in orbit."
passage     = "Neil Armstrong, the mission's commander"
hints       = ["He spoke the first words on the Moon."]
tags        = ["crew"]
last        = ["None of these"]
points      = 2.5
shuffle     = false
feedback    = "Read the second paragraph."
source      = "https://example.org"
allow       = ["some-lint"]

[[questions]]
id = "orbit"
kind = "choice"
prompt = "Who stayed in orbit?"
answer = { text = "Michael Collins", feedback = "Yes." }
distractors = { set = "astronauts", pick = 3 }
tags = ["crew"]

[[questions]]
id = "year"
kind = "choice"
prompt = "When?"
answer = 1969
distractors = [1968, 1970-01-01, 19.5]

[[questions]]
id = "walkers"
kind = "multiple"
prompt = "Who walked?"
answers = ["Neil Armstrong", "Buzz Aldrin"]
distractors = { set = "astronauts" }
credit = "all"

[[questions]]
id = "true"
kind = "true-false"
prompt = "It landed."
answer = true

[[questions]]
id = "short"
kind = "short-answer"
prompt = "Which sea?"
answer = "Tranquility"
accept = ["Sea of Tranquility", { text = "Mare Tranquillitatis", feedback = "Latin!" }]
distractors = [{ text = "Serenity", feedback = "The next one." }]
strict = true

[[questions]]
id = "number"
kind = "numeric"
prompt = "How many?"
answer = 2000
tolerance = "5%"
unit = "chips"

[[questions]]
id = "range"
kind = "numeric"
prompt = "How many?"
range = ["1,500", 2500.5]

[[questions]]
id = "date"
kind = "date"
prompt = "When?"
event = "landing"
precision = "year"
tolerance = "1 year"

[[questions]]
id = "until"
kind = "date"
prompt = "When did it end?"
answer = "1957..1975"
end = true

[[questions]]
id = "order"
kind = "ordering"
prompt = "Order"
items = ["first", "second", 3]

[[questions]]
id = "events"
kind = "ordering"
prompt = "Order"
events = ["sputnik", "landing"]

[[questions]]
id = "match"
kind = "matching"
prompt = "Match"
pairs = [["Armstrong", "commander"], ["Collins", "orbit"], ["year", 1969]]
distractors = ["cook"]

[[questions]]
id = "cloze"
kind = "cloze"
text = 'About {{2,000}} {{H800|Nvidia H800}} chips \{\|\}'

[[questions]]
id = "essay"
kind = "essay"
prompt = """
Tell it
in your words."""
model = "It was so."
rubric = ["names the launch", "names the crew"]
"#;

#[test]
fn every_kind_and_every_field_is_accepted() {
    let pack = accepted(WHOLE);
    assert_eq!((pack.id.as_str(), pack.hint_cost), ("apollo", 100));
    assert_eq!(pack.article.as_ref().unwrap().file, "apollo.md");
    assert_eq!(
        (pack.pools.len(), pack.eras.len(), pack.events.len()),
        (1, 1, 4)
    );
    let kinds: Vec<_> = pack
        .questions
        .iter()
        .map(|question| question.kind.name())
        .collect();
    assert_eq!(kinds.len(), 15);
    let first = &pack.questions[0];
    assert_eq!((first.points, first.shuffle), (Points(2500), false));
    assert_eq!(first.last, ["None of these"]);
    assert!(WHOLE[first.span.clone()].starts_with("[[questions]]\nid          = \"commander\""));
    assert!(WHOLE[first.span.clone()].ends_with("[\"some-lint\"]"));
    assert_eq!(
        first.presentable(),
        [
            "Neil Armstrong",
            "Yuri Gagarin",
            "Michael Collins",
            "None of these"
        ]
    );
}

#[test]
fn sets_come_without_the_key_and_texts_as_written() {
    let pack = accepted(WHOLE);
    let Kind::Choice { distractors, .. } = &pack.questions[1].kind else {
        panic!()
    };
    assert_eq!((distractors.choices.len(), distractors.pick), (4, Some(3)));
    assert!(
        distractors
            .choices
            .iter()
            .all(|choice| choice.text != "Michael Collins")
    );
    assert_eq!(
        pack.questions[2].presentable(),
        ["1969", "1968", "1970-01-01", "19.5"]
    );
    let Kind::Multiple {
        credit,
        distractors,
        ..
    } = &pack.questions[3].kind
    else {
        panic!()
    };
    assert_eq!((*credit, distractors.choices.len()), (CreditRule::All, 3));
}

#[test]
fn numbers_dates_and_gaps_are_resolved() {
    let pack = accepted(WHOLE);
    let Kind::Numeric { key, unit } = &pack.questions[6].kind else {
        panic!()
    };
    let bounds = (
        key.accepted.start().to_string(),
        key.accepted.end().to_string(),
    );
    assert_eq!(bounds, ("1900".to_owned(), "2100".to_owned()));
    assert_eq!(
        (key.written.as_str(), unit.as_deref()),
        ("2000", Some("chips"))
    );
    let Kind::Numeric { key, .. } = &pack.questions[7].kind else {
        panic!()
    };
    assert_eq!(key.written, "1,500 to 2500.5");
    let Kind::Date {
        precision, event, ..
    } = &pack.questions[8].kind
    else {
        panic!()
    };
    assert_eq!(
        (*precision, event.as_ref().unwrap().as_str()),
        (Precision::Year, "landing")
    );
    let Kind::Cloze { parts } = &pack.questions[13].kind else {
        panic!()
    };
    assert!(matches!(&parts[1], Part::Gap(gap) if gap.number.is_some()));
    assert!(
        matches!(&parts[3], Part::Gap(gap) if gap.number.is_none() && gap.alternatives.len() == 2)
    );
    assert!(matches!(parts.last(), Some(Part::Text(text)) if text.ends_with(" chips {|}")));
    assert_eq!(pack.questions[14].prompt, "Tell it\nin your words.");
}

#[test]
fn defaults_hold_where_nothing_is_said() {
    let pack = accepted(
        "format = 1\nid = \"p\"\ntitle = \"T\"\n[[questions]]\nid = \"q\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = false",
    );
    let question = &pack.questions[0];
    assert_eq!((pack.language.as_str(), pack.hint_cost), ("en", 250));
    assert_eq!((question.points, question.shuffle), (Points::ONE, true));
    assert!(pack.article.is_none() && question.hints.is_empty());
}

#[test]
fn tables_may_be_written_in_every_way_that_toml_has() {
    let pack = accepted(
        r#"
format = 1
id = "p"
title = "T"
article = { file = "a.md" }
sets.colours = ["red", "blue"]
events = [{ id = "e", when = 1, title = "E" }]
"#,
    );
    assert_eq!(pack.events.len(), 1);
    let pack = accepted(
        r#"
format = 1
id = "p"
title = "T"
[[questions]]
id = "q"
kind = "choice"
prompt = "P"
answer = "right"
[[questions.distractors]]
text = "wrong"
feedback = "No."
"#,
    );
    assert_eq!(pack.questions[0].presentable(), ["right", "wrong"]);
}

#[test]
fn ids_that_are_left_out_are_made_and_warned_of() {
    let text = "format = 1\ntitle = \"T\"\n[[questions]]\nkind = \"true-false\"\nprompt = \"Is it so?\"\nanswer = true\n\
         [[questions]]\nkind = \"true-false\"\nprompt = \"Is it so\"\nanswer = true\n\
         [[questions]]\nid = \"is-it-so-2\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n";
    let reading = read(text, "My Pack");
    let pack = reading.pack.unwrap();
    assert_eq!((reading.errors, reading.warnings), (0, 3));
    assert_eq!(pack.id.as_str(), "my-pack");
    let ids: Vec<_> = pack
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(ids, ["is-it-so", "is-it-so-3", "is-it-so-2"]);
}
