//! Pictures and pages of the packs in `tests/formats`, of few events and of hostile ones: well-formed, whole, and with
//! nothing from a pack that is markup.

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use quick_xml::{Reader, events::Event as Piece};

use super::{html, svg};
use crate::{
    date::When,
    pack::{Event, Id, Pack, read},
};

const ANCIENT: &str = include_str!("../../../tests/formats/ancient.toml");
const DEEP: &str = include_str!("../../../tests/formats/deep-time.toml");
const SPUTNIK: &str = include_str!("../../../tests/formats/sputnik-deepseek.toml");

fn pack(text: &str) -> Pack {
    let reading = read(text, "pack");
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    reading.pack.unwrap()
}

/// A pack whose texts no reader has looked at.
fn of(title: &str, events: &[(&str, &str)]) -> Pack {
    let event = |(at, (when, title)): (usize, &(&str, &str))| Event {
        id: Id::new(&format!("e{at}")).unwrap(),
        when: When::read(when).unwrap(),
        title: (*title).to_owned(),
        detail: Some((*title).to_owned()),
        passage: Some((*title).to_owned()),
        source: Some((*title).to_owned()),
        tags: Vec::new(),
    };
    let mut pack = pack("format = 1\nid = \"pack\"\ntitle = \"T\"\n");
    title.clone_into(&mut pack.title);
    pack.events = events.iter().enumerate().map(event).collect();
    pack
}

/// Elements and their text, or what is wrong. Of a page the parts that HTML leaves open are left out first.
fn parsed(text: &str) -> Result<(Vec<String>, String), String> {
    let open = |line: &&str| line.starts_with("<!DOCTYPE") || line.starts_with("<meta");
    let xml: String = text
        .lines()
        .filter(|line| !open(line))
        .collect::<Vec<_>>()
        .join("\n");
    let mut reader = Reader::from_str(&xml);
    let (mut names, mut words) = (Vec::new(), String::new());
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Piece::Start(tag) | Piece::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.map_err(|error| error.to_string())?;
                }
                names.push(tag.name().as_ref().to_owned());
            }
            Piece::Text(text) => words.push_str(&text),
            Piece::GeneralRef(name) => {
                words.push_str(match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => return Err(format!("no entity `{other}`")),
                });
            }
            Piece::Eof => return Ok((names, words)),
            _ => {}
        }
    }
}

fn count(names: &[String], name: &str) -> usize {
    names.iter().filter(|other| *other == name).count()
}

#[test]
fn pictures_and_pages_are_well_formed_and_have_every_event() {
    for text in [ANCIENT, DEEP, SPUTNIK] {
        let pack = pack(text);
        let page = html(&pack);
        let (names, words) = parsed(&page).unwrap();
        assert_eq!(count(&names, "li"), pack.events.len());
        assert_eq!(
            (
                count(&names, "script"),
                count(&names, "link"),
                count(&names, "img")
            ),
            (0, 0, 0)
        );
        for columns in [0, 45, 90, 1000] {
            let (names, drawn) = parsed(&svg(&pack, columns)).unwrap();
            assert_eq!(count(&names, "script"), 0);
            for event in &pack.events {
                let said = format!("{}: {}.", event.when, event.title);
                assert!(drawn.contains(&said), "{said}");
                assert!(words.contains(&event.title), "{}", event.title);
            }
        }
    }
}

#[test]
fn a_page_loads_nothing_and_says_so() {
    let page = html(&pack(SPUTNIK));
    assert!(
        page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"")
    );
    assert!(!page.contains("src=") && !page.contains("url(") && !page.contains("@import"));
    assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn only_exact_dates_of_the_common_era_can_be_read_by_machines() {
    let events = [
        (
            "1957-10-04",
            "<time datetime=\"1957-10-04\">4 October 1957</time>",
        ),
        (
            "October 1957",
            "<time datetime=\"1957-10\">October 1957</time>",
        ),
        ("79 CE", "<time datetime=\"0079\">79 CE</time>"),
        (
            "1969-07-20T20:17:40",
            "<time datetime=\"1969-07-20T20:17:40\">20 July 1969, 20:17:40</time>",
        ),
        (
            "1957..1969",
            "<time datetime=\"1957\">1957</time> – <time datetime=\"1969\">1969</time>",
        ),
        (
            "1917..present",
            "<time datetime=\"1917\">1917</time> – present",
        ),
        ("44 BCE", "<span class=\"vague\">44 BCE</span>"),
        ("c. 1957", "<span class=\"vague\">c. 1957</span>"),
        ("1957?", "<span class=\"vague\">1957?</span>"),
        ("late 2023", "<span class=\"vague\">late 2023</span>"),
        ("66 Ma", "<span class=\"vague\">66 Ma</span>"),
    ];
    for (when, expected) in events {
        let page = html(&of("T", &[(when, "a")]));
        assert!(
            page.contains(&format!("<p class=\"when\">{expected}</p>")),
            "{when}"
        );
    }
}

#[test]
fn the_scale_and_the_signs_are_said() {
    for (text, note) in [
        (
            SPUTNIK,
            "Linear scale, broken where a long gap is left out and named.",
        ),
        (
            DEEP,
            "Logarithmic scale, by age: the longer ago, the closer together.",
        ),
    ] {
        let pack = pack(text);
        assert!(svg(&pack, 90).contains(note));
        assert!(html(&pack).contains(note));
    }
    let picture = svg(&pack(SPUTNIK), 90);
    assert!(picture.contains(">47 years</text>"));
    assert!(picture.contains(">rough or doubtful</text>"));
    assert!(picture.contains("role=\"img\" aria-labelledby=\"title desc\""));
    assert!(picture.contains("prefers-color-scheme:dark"));
}

#[test]
fn no_one_or_undecidable_events_are_drawn_all_the_same() {
    let none = of("None", &[]);
    assert!(svg(&none, 90).contains("No events"));
    assert!(html(&none).contains("No events"));
    for events in [
        vec![("1957", "a")],
        vec![("before 1917", "a")],
        vec![
            ("20th century", "a"),
            ("20th century", "b"),
            ("20th century", "c"),
        ],
        vec![("..1917", "a"), ("1917..present", "b")],
        vec![("13.8 Ga", "a"), ("13.8 Ga", "b")],
    ] {
        let pack = of("T", &events);
        let (names, _) = parsed(&html(&pack)).unwrap();
        assert_eq!(count(&names, "li"), events.len());
        parsed(&svg(&pack, 90)).unwrap();
    }
}

fn steers(character: char) -> bool {
    character != '\n' && (character.is_control() || ('\u{202a}'..='\u{202e}').contains(&character))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_the_titles_hold_nothing_of_it_is_markup(
        titles in proptest::collection::vec(any::<String>(), 0..10),
        head in any::<String>(),
        columns in 0_usize..300,
    ) {
        let whens = ["1957-10-04", "c. 1200 BCE", "late 2023", "66 Ma", "1957..1969", "before 1917", "44 BCE..present"];
        let events: Vec<(&str, &str)> = whens.into_iter().cycle().zip(titles.iter().map(String::as_str)).collect();
        let (pack, plain) = (of(&head, &events), of("T", &events.iter().map(|(when, _)| (*when, "t")).collect::<Vec<_>>()));
        let (picture, page) = (svg(&pack, columns), html(&pack));
        prop_assert!(!picture.chars().chain(page.chars()).any(steers));
        prop_assert!(parsed(&picture).is_ok(), "{:?}", parsed(&picture));
        let (names, _) = parsed(&page).unwrap();
        prop_assert_eq!(count(&names, "li"), events.len());
        let same = |name: &str| count(&names, name) == count(&parsed(&html(&plain)).unwrap().0, name);
        prop_assert!(same("script") && same("li") && same("circle"));
    }
}
