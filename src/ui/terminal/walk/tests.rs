//! Walking timelines of any size in windows of any size.

use std::fmt::Write as _;

use proptest::prelude::{ProptestConfig, Strategy, prop_assert, proptest};

use super::Walker;
use crate::{
    pack::{self, Pack},
    text::article::Article,
    timeline::{Look, Timeline},
    ui::{
        Walk,
        terminal::{
            keys::Key,
            marks::Marks,
            prompt::{Prompt, Step, reach, width},
            tty::Size,
        },
    },
};

const ARTICLE: &str = "# Space\n\nOn 4 October 1957 Sputnik flew. Nobody had expected it.\n";

fn pack(events: usize) -> Pack {
    let mut toml = String::from("format = 1\ntitle = \"Space\"\n[article]\nfile = \"a.md\"\n");
    for n in 0..events {
        let year = 1957 + n;
        let _ = write!(
            toml,
            "[[events]]\nid = \"e{n}\"\nwhen = {year}\ntitle = \"Event {n} 中文 that is rather long\"\n\
             detail = \"What happened in {year}.\"\npassage = \"4 October 1957 Sputnik\"\n"
        );
    }
    toml.push_str(
        "[[questions]]\nid = \"q\"\nkind = \"date\"\nprompt = \"When was event 1?\"\nevent = \"e1\"\n",
    );
    pack::read(&toml, "space").pack.unwrap()
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    let key = proptest::sample::select(vec![
        Key::Up,
        Key::Down,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Left,
        Key::Right,
        Key::Enter,
        Key::Char('/'),
        Key::Char('9'),
        Key::Char('n'),
        Key::Char('x'),
        Key::Backspace,
    ]);
    proptest::collection::vec(key, 0..30)
}

/// The lines of a frame, and whether an event is open.
type Screen = (Vec<String>, bool);

/// The frames after each of the keys.
fn screens(events: usize, keys: &[Key], size: Size) -> Vec<Screen> {
    let pack = pack(events);
    let article = Article::new(ARTICLE.to_owned());
    let timeline = Timeline::of(&pack);
    let walk = Walk {
        pack: &pack,
        timeline: &timeline,
        article: Some(&article),
        look: Look::of_width(80),
    };
    let mut walker = Walker::new(&walk, false);
    let frame = |walker: &mut Walker| {
        let frame = walker.frame(size, Marks::UNICODE);
        let lines = frame.lines.iter().map(super::Line::text).collect();
        (lines, walker.open.is_some())
    };
    let mut screens: Vec<Screen> = vec![frame(&mut walker)];
    for key in keys {
        if walker.press(key) != Step::Stay {
            break;
        }
        screens.push(frame(&mut walker));
    }
    screens
}

fn last(events: usize, keys: &[Key]) -> String {
    let size = Size { rows: 24, cols: 80 };
    screens(events, keys, size).pop().unwrap().0.join("\n")
}

fn word(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).chain([Key::Enter]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_frame_fits_its_window_and_has_the_chosen_event_in_sight(
        events in 1_usize..40,
        keys in keys(),
        rows in 1_usize..40,
        cols in 1_usize..160,
    ) {
        let size = Size { rows, cols };
        for (screen, open) in screens(events, &keys, size) {
            prop_assert!(screen.len() <= reach(size) + usize::from(rows < 3), "{screen:?}");
            for line in &screen {
                prop_assert!(crate::text::width(line) <= width(size), "{line}");
            }
            let pointed = screen.iter().filter(|line| line.starts_with("> ")).count();
            prop_assert!(open || pointed == 1 || rows < 4 || cols < 20, "{screen:#?}");
        }
    }
}

#[test]
fn an_opened_event_shows_its_passage_its_neighbours_and_its_questions() {
    let shown = last(5, &[Key::Down, Key::Enter]);
    for wanted in [
        "1958",
        "What happened in 1958.",
        "The article, under \"Space\":",
        "4 October 1957 Sputnik« flew. Nobody had expected it.",
        "Before: Event 0 中文 that is rather long (1 year earlier)",
        "After: Event 2 中文 that is rather long (1 year later)",
        "When was event 1?",
        "2 of 5",
    ] {
        assert!(shown.contains(wanted), "no {wanted} in\n{shown}");
    }
    let back = last(5, &[Key::Down, Key::Enter, Key::Esc]);
    assert!(
        back.contains(">    1958 ─○─ Event 1") || back.contains("> 1958 ─○─ Event 1"),
        "{back}"
    );
}

#[test]
fn searching_goes_to_the_next_event_that_has_the_words_and_round_again() {
    let mut keys = word("/EVENT 30");
    assert!(last(40, &keys).contains("> 1987 ─○─ Event 30"));
    keys.push(Key::Char('n'));
    assert!(last(40, &keys).contains("> 1987 ─○─ Event 30"));
    assert!(last(40, &word("/no such")).contains("Not found: no such"));
}

#[test]
fn the_ends_are_ends_and_keys_beyond_them_do_nothing() {
    assert!(last(40, &[Key::End, Key::Down]).contains("40 of 40"));
    assert!(last(40, &[Key::Up, Key::PageUp]).contains("1 of 40"));
}
