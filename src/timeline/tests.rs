//! Properties of every drawing: it fits, it has every event, it contradicts no certain pair.

use std::cmp::Ordering;

use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_assert_ne, prop_oneof,
    proptest,
};

use super::{Line, Look, Role, Scale, Timeline, Vertical, axis, groups};
use crate::{
    date::{When, properties::written, true_order},
    pack::{Era, Event, Id},
    text,
};

fn title() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z ]{1,40}",
        1 => "[中文字星 ]{1,30}",
        1 => "[a-zé\u{301}👩\u{200d}🚀\u{202e}\u{1b}\u{9b}\n\t ]{1,60}",
        1 => Just("word ".repeat(60)),
        1 => Just("x".repeat(300)),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let close = (1_u8..28, 0_u8..24, 0_u8..60)
        .prop_map(|(day, hour, minute)| format!("1969-07-{day:02}T{hour:02}:{minute:02}"));
    let when = prop_oneof![
        3 => written(),
        1 => close,
        1 => (1950_i64..2030).prop_map(|year| year.to_string()),
    ];
    // What reading refuses is no date; a few events are always left.
    proptest::collection::vec((when, title()), 1..60).prop_map(|written| {
        let mut events: Vec<Event> = Vec::new();
        for (when, title) in written {
            if let Ok(when) = When::read(&when) {
                events.push(Event {
                    id: Id::new(&format!("e{}", events.len())).unwrap(),
                    when,
                    title,
                    detail: None,
                    passage: None,
                    source: None,
                    tags: Vec::new(),
                });
            }
        }
        events
    })
}

fn eras() -> impl Strategy<Value = Vec<Era>> {
    let era = (-3000_i64..2000, 1_i64..900, title()).prop_map(|(from, years, title)| {
        let year = |year: i64| {
            let text = if year > 0 {
                format!("{year} CE")
            } else {
                format!("{} BCE", 1 - year)
            };
            When::read(&text).unwrap()
        };
        Era {
            title,
            from: year(from),
            to: Some(year(from + years)),
        }
    });
    proptest::collection::vec(era, 0..4)
}

fn look() -> impl Strategy<Value = Look> {
    let scale = proptest::sample::select(vec![
        None,
        Some(Scale::Linear),
        Some(Scale::Broken),
        Some(Scale::Log),
    ]);
    (20_usize..=200, any::<bool>(), any::<bool>(), scale).prop_map(
        |(width, ascii, reverse, scale)| Look {
            width,
            ascii,
            reverse,
            scale,
        },
    )
}

fn drawings(timeline: &Timeline, look: &Look) -> [Vec<Line>; 3] {
    [
        Vertical::new(timeline, look).lines(),
        axis(timeline, look),
        groups(timeline, look),
    ]
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_line_is_wider_than_asked_for_and_nothing_in_it_can_steer_a_terminal(
        events in events(),
        eras in eras(),
        look in look(),
    ) {
        let timeline = Timeline::new(&events, &eras);
        for lines in drawings(&timeline, &look) {
            for line in &lines {
                let shown = line.to_string();
                prop_assert_eq!(text::width(&shown), line.width(), "{}", shown);
                prop_assert!(line.width() <= look.width, "{} > {}: {}", line.width(), look.width, shown);
                prop_assert_eq!(text::clean_line(&shown), shown.as_str());
                let own = line.pieces.iter().filter(|piece| !matches!(piece.role, Role::Title | Role::Heading));
                for piece in own {
                    prop_assert!(!look.ascii || piece.text.is_ascii(), "{:?}", piece);
                }
            }
        }
    }

    #[test]
    fn every_event_appears_whole_in_every_drawing(
        events in events(),
        eras in eras(),
        look in look(),
    ) {
        let timeline = Timeline::new(&events, &eras);
        prop_assert_eq!(timeline.len(), events.len());
        for lines in drawings(&timeline, &look) {
            let mut titles = vec![String::new(); timeline.len()];
            for line in &lines {
                for piece in line.pieces.iter().filter(|piece| piece.role == Role::Title) {
                    if let Some(place) = line.event {
                        titles[place].push_str(&piece.text);
                    }
                }
            }
            let all: String = lines.iter().map(Line::to_string).collect();
            for (place, entry) in timeline.entries().iter().enumerate() {
                let wanted = squeezed(&entry.title);
                // Of several labels in a lane only the last is told apart.
                prop_assert!(
                    squeezed(&titles[place]) == wanted || squeezed(&all).contains(&wanted),
                    "{} is not in {}", entry.title, all
                );
            }
        }
    }

    #[test]
    fn no_drawing_contradicts_a_pair_whose_order_is_certain(
        events in events(),
        eras in eras(),
        mut look in look(),
    ) {
        look.reverse = false;
        let timeline = Timeline::new(&events, &eras);
        let entries = timeline.entries();
        let lanes = axis(&timeline, &look).iter().any(|line| line.pieces.iter().any(|p| p.role == Role::Number));
        for (kind, lines) in drawings(&timeline, &look).iter().enumerate() {
            if kind == 1 && !lanes {
                continue;
            }
            let mut places: Vec<usize> = lines.iter().filter_map(|line| line.event).collect();
            places.dedup();
            prop_assert_eq!(places.len(), entries.len());
            for (at, before) in places.iter().enumerate() {
                for after in &places[at + 1..] {
                    let order = true_order(&entries[*after].event.when, &entries[*before].event.when);
                    prop_assert_ne!(order, Some(Ordering::Less));
                }
            }
        }
    }

    #[test]
    fn reversed_the_vertical_view_has_the_same_events_from_the_other_end(
        events in events(),
        look in look(),
    ) {
        let timeline = Timeline::new(&events, &[]);
        let titles = |reverse| {
            let lines = Vertical::new(&timeline, &Look { reverse, ..look }).lines();
            let mut places: Vec<usize> = lines.iter().filter_map(|line| line.event).collect();
            places.dedup();
            places
        };
        let mut backwards = titles(true);
        backwards.reverse();
        prop_assert_eq!(titles(false), backwards);
    }
}

#[test]
fn a_timeline_without_events_draws_nothing() {
    let timeline = Timeline::new(&[], &[]);
    for lines in drawings(&timeline, &Look::of_width(80)) {
        assert!(lines.is_empty());
    }
}
