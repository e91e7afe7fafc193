//! The packs that are drawn. Those of `fixtures/timeline/own` are written in the pack format here.

/// Packs that come with the program.
pub(crate) const BUNDLED: &[(&str, &str)] = &[
    ("deepseek", include_str!("../../quizzes/deepseek.toml")),
    ("space-race", include_str!("../../quizzes/space-race.toml")),
    (
        "ai-milestones",
        include_str!("../../quizzes/ai-milestones.toml"),
    ),
];

/// Events that are hard to draw, each in its own way.
pub(crate) const SAMPLES: &[(&str, &str)] = &[
    ("sputnik", SPUTNIK),
    ("ancient", ANCIENT),
    ("deep-time", DEEP_TIME),
    ("few", FEW),
    ("landing", LANDING),
    ("hard", HARD),
    ("one", ONE),
];

pub(crate) const SPUTNIK: &str = r#"
format = 1
id = "sample"
title = "From Sputnik to DeepSeek"
[[eras]]
title = "Cold War space race"
from = 1957
to = 1969
[[eras]]
title = "AI race"
from = 2016
[[events]]
id = "sputnik"
when = 1957-10-04
title = "Sputnik 1 launched"
[[events]]
id = "explorer"
when = 1958-01-31
title = "Explorer 1, first US satellite"
[[events]]
id = "apollo11"
when = 1969-07-20T20:17:40Z
title = "Apollo 11 lands on the Moon"
[[events]]
id = "high-flyer"
when = "Feb 2016"
title = "High-Flyer hedge fund founded"
[[events]]
id = "chip-controls"
when = 2022-10-07
title = "US chip export controls"
[[events]]
id = "deepseek"
when = "2023-07"
title = "DeepSeek founded by Liang Wenfeng"
[[events]]
id = "coder"
when = "late 2023"
title = "DeepSeek Coder released"
[[events]]
id = "r1"
when = 2025-01-20
title = "DeepSeek-R1 released"
[[events]]
id = "nvidia"
when = 2025-01-27
title = "Nvidia: a record one-day loss (#1)"
"#;

const ANCIENT: &str = r#"
format = 1
id = "sample"
title = "Rome and its neighbours"
[[events]]
id = "collapse"
when = "c. 1200 BCE"
title = "Bronze Age collapse"
[[events]]
id = "rome"
when = "8th century BCE"
title = "Rome founded, by tradition"
[[events]]
id = "punic"
when = "264..241 BCE"
title = "First Punic War"
[[events]]
id = "caesar"
when = "15 March 44 BCE"
title = "Caesar assassinated"
[[events]]
id = "augustus"
when = "27 BCE"
title = "Augustus first emperor"
[[events]]
id = "pompeii"
when = "79 CE"
title = "Vesuvius buries Pompeii"
[[events]]
id = "fall"
when = "between 410 CE and 476 CE"
title = "The West falls apart"
"#;

const DEEP_TIME: &str = r#"
format = 1
id = "sample"
title = "A very short history of everything"
[[events]]
id = "big-bang"
when = "13.8 billion years ago"
title = "Big Bang"
[[events]]
id = "earth"
when = "4.54 Ga"
title = "Earth forms"
[[events]]
id = "cambrian"
when = "541 Ma"
title = "Cambrian explosion"
[[events]]
id = "dinosaurs"
when = "66 million years ago"
title = "Dinosaurs die out"
[[events]]
id = "sapiens"
when = "c. 300 ka"
title = "Homo sapiens"
[[events]]
id = "farming"
when = "c. 10 000 BCE"
title = "Farming begins"
[[events]]
id = "sputnik"
when = 1957-10-04
title = "Sputnik 1 launched"
"#;

/// So few and short that their labels fit on leaders.
const FEW: &str = r#"
format = 1
id = "sample"
title = "Firsts"
[[events]]
id = "a"
when = 1957-10-04
title = "Sputnik 1"
[[events]]
id = "b"
when = 1961-04-12
title = "Gagarin"
[[events]]
id = "c"
when = 1965-03-18
title = "Leonov"
[[events]]
id = "d"
when = 1969-07-20
title = "Apollo 11"
[[events]]
id = "e"
when = 1971-04-19
title = "Salyut 1"
[[events]]
id = "f"
when = 1975-07-17
title = "Apollo-Soyuz"
"#;

/// An afternoon.
const LANDING: &str = r#"
format = 1
id = "sample"
title = "The landing"
[[events]]
id = "a"
when = 1969-07-20T17:44:00Z
title = "Eagle undocks"
[[events]]
id = "b"
when = 1969-07-20T20:05:05Z
title = "Powered descent begins"
[[events]]
id = "c"
when = 1969-07-20T20:10:22Z
title = "The first 1202 alarm"
[[events]]
id = "d"
when = 1969-07-20T20:17:40Z
title = "The Eagle has landed"
[[events]]
id = "e"
when = 1969-07-21T02:56:15Z
title = "A small step"
[[events]]
id = "f"
when = 1969-07-21
title = "The day of the walk"
"#;

/// Titles and dates that are long, wide, vague, open, or the same.
const HARD: &str = r#"
format = 1
id = "sample"
title = "Hard to draw"
[[eras]]
title = "An era with a title that is so long that it does not fit into any heading of forty columns"
from = 1900
to = 1999
[[events]]
id = "a"
when = "before 1917"
title = "Before something"
[[events]]
id = "b"
when = "1917..present"
title = "它持续到今天，这是一个很长的中文标题，必须换行显示，而且每个字占两列"
[[events]]
id = "c"
when = "1950s"
title = "A decade"
[[events]]
id = "d"
when = 1957
title = "A year within it"
[[events]]
id = "e"
when = 1957-10-04
title = "A day within that"
[[events]]
id = "f"
when = 1957-10-04
title = "The same day"
[[events]]
id = "g"
when = "between 3 November 1957 and 31 January 1958"
title = "Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongwordthatnothingcanbreak and more"
[[events]]
id = "h"
when = "c. 1957?"
title = "Perhaps"
[[events]]
id = "i"
when = "after 2030"
title = "Later"
[[events]]
id = "j"
when = "1200 BCE ± 50"
title = "Long ago"
"#;

const ONE: &str = r#"
format = 1
id = "sample"
title = "One event"
[[events]]
id = "a"
when = "late 2023"
title = "The only one"
"#;
