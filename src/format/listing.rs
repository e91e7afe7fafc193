//! The events of a pack as a list for other tools: in list order, under the eras, with titles of one clean line.

use std::collections::HashMap;

use crate::{
    date::{Day, Moment, When},
    pack::{Era, Event, Pack},
    text,
};

/// An event with what its writer needs.
#[derive(Debug)]
pub(super) struct Listed<'a> {
    pub(super) event: &'a Event,
    /// One clean line, never empty.
    pub(super) title: String,
    /// Whether another event starts on the same day, so that a time of day matters.
    pub(super) shares_day: bool,
}

/// Neighbours in the list that belong to one era.
#[derive(Debug)]
pub(super) struct Section<'a> {
    /// One clean line, and not the title of another section; none in a pack without eras.
    pub(super) title: Option<String>,
    pub(super) events: Vec<Listed<'a>>,
}

/// What stands above events of no era, since a section cannot be closed.
const OUTSIDE: &str = "Outside the eras";

/// The events in list order.
pub(super) fn listed(pack: &Pack) -> Vec<Listed<'_>> {
    let mut events: Vec<&Event> = pack.events.iter().collect();
    events.sort_by_cached_key(|event| event.when.list_key());
    let mut days: HashMap<Day, usize> = HashMap::new();
    for day in events.iter().filter_map(|event| starts(&event.when)) {
        *days.entry(day).or_default() += 1;
    }
    events
        .into_iter()
        .map(|event| Listed {
            event,
            title: titled(&event.title, event.id.as_str()),
            shares_day: starts(&event.when).is_some_and(|day| days.get(&day) > Some(&1)),
        })
        .collect()
}

/// The events in list order under their eras; one section without a title when the pack has no eras.
pub(super) fn sections(pack: &Pack) -> Vec<Section<'_>> {
    let mut sections: Vec<Section> = Vec::new();
    let mut current = None;
    let mut times: HashMap<String, usize> = HashMap::new();
    for listed in listed(pack) {
        let era = era_of(&listed.event.when, &pack.eras);
        match sections.last_mut().filter(|_| current == Some(era)) {
            Some(section) => section.events.push(listed),
            None => sections.push(Section {
                title: (!pack.eras.is_empty()).then(|| {
                    let era = era.and_then(|at| pack.eras.get(at));
                    let title = era.map_or(OUTSIDE.to_owned(), |era| titled(&era.title, OUTSIDE));
                    // Tools gather sections by their titles: one that comes again needs another.
                    let times = times.entry(title.clone()).or_default();
                    *times += 1;
                    match *times {
                        1 => title,
                        n => format!("{title} ({n})"),
                    }
                }),
                events: vec![listed],
            }),
        }
        current = Some(era);
    }
    sections
}

/// The narrowest era that holds the start of a date, by its place.
fn era_of(when: &When, eras: &[Era]) -> Option<usize> {
    let at = when.start().or_else(|| when.end())?.nominal()?;
    eras.iter()
        .enumerate()
        .map(|(place, era)| (place, bounds(era)))
        .filter(|(_, (from, to))| (*from..=*to).contains(&at.days()))
        .min_by_key(|(_, (from, to))| to.saturating_sub(*from))
        .map(|(place, _)| place)
}

fn bounds(era: &Era) -> (i64, i64) {
    let from = era.from.start().and_then(Moment::earliest);
    let to = era.to.as_ref().and_then(When::end).and_then(Moment::latest);
    (
        from.map_or(i64::MIN, Day::days),
        to.map_or(i64::MAX, Day::days),
    )
}

/// The day a date is, or starts on.
fn starts(when: &When) -> Option<Day> {
    let start = when.start()?;
    start.earliest().filter(|day| start.latest() == Some(*day))
}

/// A title on one clean line; `otherwise` when nothing is left of it.
pub(super) fn titled(title: &str, otherwise: &str) -> String {
    let line = text::clean_line(title);
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.is_empty() {
        otherwise.to_owned()
    } else {
        words.join(" ")
    }
}
