//! Goldens of the three packs in `tests/formats`, and what hostile packs may not do. The files are read back by the
//! tools' own parsers in `tests/formats/read-back.sh`.

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

use super::{Exported, Note, markwhen, mermaid, timelinejs};
use crate::{
    date::When,
    pack::{Event, Id, Pack, read},
};

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
        detail: None,
        passage: None,
        source: None,
        tags: Vec::new(),
    };
    let mut pack = pack("format = 1\nid = \"pack\"\ntitle = \"T\"\n");
    title.clone_into(&mut pack.title);
    pack.events = events.iter().enumerate().map(event).collect();
    pack
}

fn notes(exported: &Exported) -> Vec<String> {
    exported.notes.iter().map(Note::to_string).collect()
}

/// The goldens are those of the study, but for two things: the zone of a time of day is not kept (and its seconds
/// are), and eras are headings in markwhen.
macro_rules! golden {
    ($name:literal) => {{
        let pack = pack(include_str!(concat!(
            "../../tests/formats/",
            $name,
            ".toml"
        )));
        let golden = include_str!(concat!("../../tests/formats/", $name, ".mmd"));
        assert_eq!(mermaid(&pack).text, golden, $name);
        let golden = include_str!(concat!("../../tests/formats/", $name, ".mw"));
        assert_eq!(markwhen(&pack).text, golden, $name);
        let golden = include_str!(concat!("../../tests/formats/", $name, ".timelinejs.json"));
        assert_eq!(timelinejs(&pack).text, golden, $name);
    }};
}

#[test]
fn the_three_packs_are_written_as_their_goldens() {
    golden!("ancient");
    golden!("deep-time");
    golden!("sputnik-deepseek");
}

#[test]
fn what_is_not_carried_is_named() {
    let deep = pack(include_str!("../../tests/formats/deep-time.toml"));
    let told = notes(&markwhen(&deep));
    assert_eq!(told.len(), 5);
    assert_eq!(
        told[0],
        "event `e1` (13.8 Ga) lies outside the years that the format reads; it is written as a comment"
    );
    assert_eq!(notes(&timelinejs(&deep)), Vec::<String>::new());
    let space = pack(include_str!("../../tests/formats/sputnik-deepseek.toml"));
    assert_eq!(
        notes(&timelinejs(&space)),
        ["era `AI race` is open; the format wants a date, so the year 2026 is written"]
    );
    let open = of(
        "T",
        &[
            ("before 1917", "a"),
            ("after 1917", "b"),
            ("1917..present", "c"),
        ],
    );
    assert_eq!(
        notes(&timelinejs(&open)),
        [
            "event `e0` (before 1917) has no start that the format could carry; it stands at its end",
            "event `e2` (1917 – present) has no end that the format could carry; it stands at its start",
            "event `e1` (after 1917) has no end that the format could carry; it stands at its start",
        ]
    );
    // markwhen has a word for the present.
    assert_eq!(notes(&markwhen(&open)).len(), 2);
    assert!(
        markwhen(&open)
            .text
            .contains("\n1917 / now: c (1917 – present)\n")
    );
}

#[test]
fn an_events_detail_is_carried_as_html_or_named_as_left_out() {
    let pack = pack(
        "format = 1\nid = \"p\"\ntitle = \"T\"\nsummary = \"a < b\"\n[[events]]\nid = \"e\"\nwhen = 1957\n\
         title = \"A & B\"\ndetail = \"<script>alert('x')</script>\"\npassage = \"in 1957\"\n",
    );
    let json: Value = serde_json::from_str(&timelinejs(&pack).text).unwrap();
    assert_eq!(json["title"]["text"]["text"], "<p>a &lt; b</p>");
    assert_eq!(json["events"][0]["text"]["headline"], "A &amp; B");
    assert_eq!(
        json["events"][0]["text"]["text"],
        "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</p><blockquote>in 1957</blockquote>"
    );
    let left_out =
        "Mermaid has no room for details, passages and sources; those of 1 event are left out";
    assert_eq!(notes(&mermaid(&pack)), [left_out]);
}

#[test]
fn hostile_titles_stay_text_on_their_line() {
    let hostile = [
        ("1957", "title x: y"),
        ("1958", "section #1; a :: b"),
        ("1959", "two\nlines\r\n1960: no"),
        ("1960", "%%{init: {}}%% <b>bold</b> &amp;"),
        ("1961", "\u{1b}[2J\u{202e}\u{9b}31m"),
        ("1962", " \t "),
    ];
    let pack = of("---\nkey: #tag \"q\"", &hostile);
    assert_eq!(
        mermaid(&pack).text,
        "timeline\n    title --- key#58; #35;tag \"q\"\n    1957 : title x#58; y\n    \
         1958 : section #35;1; a #58;#58; b\n    1959 : two lines 1960#58; no\n    \
         1960 : #37;#37;{init#58; {}}#37;% #60;b#62;bold#60;/b#62; #38;amp;\n    \
         1961 : \u{fffd}[2J\u{fffd}\u{fffd}31m\n    1962 : e5\n"
    );
    assert_eq!(
        markwhen(&pack).text,
        "title: \"--- key: \\u0023tag \\\"q\\\"\"\n\n1957: title x: y\n1958: section #1; a :: b\n\
         1959: two lines 1960: no\n1960: %%{init: {}}%% <b>bold</b> &amp;\n\
         1961: \u{fffd}[2J\u{fffd}\u{fffd}31m\n1962: e5\n"
    );
}

#[test]
fn an_era_that_comes_again_is_another_section() {
    let pack = pack(
        "format = 1\nid = \"p\"\ntitle = \"T\"\n[[eras]]\ntitle = \"War\"\nfrom = 1939\nto = 1945\n\
         [[eras]]\ntitle = \"War\"\nfrom = 1914\nto = 1918\n[[events]]\nid = \"a\"\nwhen = 1914\ntitle = \"a\"\n\
         [[events]]\nid = \"b\"\nwhen = 1920\ntitle = \"b\"\n[[events]]\nid = \"c\"\nwhen = 1939\ntitle = \"c\"\n",
    );
    assert_eq!(
        mermaid(&pack).text,
        "timeline\n    title T\n    section War\n    1914 : a\n    section Outside the eras\n    1920 : b\n    \
         section War (2)\n    1939 : c\n"
    );
}

#[test]
fn times_of_day_are_written_where_two_events_share_the_day() {
    let events = [
        ("1969-07-20T20:17:40", "lands"),
        ("1969-07-20", "that day"),
        ("1970-01-01T10:00:00", "later"),
    ];
    let pack = of("T", &events);
    assert_eq!(
        markwhen(&pack).text,
        "title: T\n\n1969-07-20: that day\n1969-07-20: lands (20 July 1969, 20:17:40)\n1970-01-01: later\n"
    );
    let json: Value = serde_json::from_str(&timelinejs(&pack).text).unwrap();
    assert_eq!(json["events"][1]["start_date"]["hour"], 20);
    assert_eq!(json["events"][2]["start_date"]["hour"], Value::Null);
}

#[test]
fn a_pack_without_events_is_an_empty_timeline() {
    let pack = of("Nothing", &[]);
    assert_eq!(mermaid(&pack).text, "timeline\n    title Nothing\n");
    assert_eq!(markwhen(&pack).text, "title: Nothing\n");
    let json: Value = serde_json::from_str(&timelinejs(&pack).text).unwrap();
    assert_eq!(json["events"], Value::Array(Vec::new()));
}

fn steers(character: char) -> bool {
    character != '\n' && (character.is_control() || ('\u{202a}'..='\u{202e}').contains(&character))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_event_is_one_line_or_one_object_and_nothing_steers_a_terminal(
        titles in proptest::collection::vec(any::<String>(), 0..12),
        head in any::<String>(),
    ) {
        let whens = ["1957-10-04", "c. 1200 BCE", "late 2023", "66 Ma", "1957..1969", "before 1917", "44 BCE..present"];
        let events: Vec<(&str, &str)> = whens.into_iter().cycle().zip(titles.iter().map(String::as_str)).collect();
        let pack = of(&head, &events);
        let (mermaid, markwhen, json) = (mermaid(&pack), markwhen(&pack), timelinejs(&pack));
        prop_assert_eq!(mermaid.text.lines().count(), 2 + events.len());
        prop_assert_eq!(markwhen.text.lines().count(), 1 + usize::from(!events.is_empty()) + events.len());
        let read: Value = serde_json::from_str(&json.text).unwrap();
        prop_assert_eq!(read["events"].as_array().unwrap().len(), events.len());
        for text in [mermaid.text, markwhen.text, json.text] {
            prop_assert!(!text.chars().any(steers));
        }
    }
}
