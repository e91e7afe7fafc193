//! The view by era: those of the pack, else decades, centuries or whatever makes few groups. In a wide window each
//! event has its place on a bar of its group.

use super::{
    age,
    line::{Line, Role, flow},
    look::{Certainty, Look, Signs, certainty},
    naming::{fitting, point_text},
    order::{DAY, Timeline, point},
    row::{self, Columns},
    scale::Segment,
    vertical::marks,
};
use crate::{
    date::{Day, Moment, When},
    pack::Era,
    text,
};

/// Groups that are made where the pack names no eras, at most.
const MOST: usize = 7;

/// Narrower windows have no bars.
const BARS_FROM: usize = 70;

/// Columns of a bar.
const BAR: usize = 20;

/// Events under one heading.
#[derive(Clone, Debug)]
struct Group {
    title: String,
    /// Whether the pack names it.
    era: bool,
    /// What its bar spans.
    from: i64,
    to: i64,
    /// Places, in order.
    places: Vec<usize>,
}

/// Draws the events by group. Nothing for no events.
#[must_use]
pub fn groups(timeline: &Timeline, look: &Look) -> Vec<Line> {
    if timeline.is_empty() {
        return Vec::new();
    }
    let (width, signs) = (look.columns(), look.signs());
    let bars = width >= BARS_FROM;
    // Two spaces before the date and after it, and the bar with a space on either side.
    let around = 4 + if bars { BAR + 2 } else { 0 };
    let columns = Columns::of(timeline, signs, width, (around, 2));
    let mut groups = split(timeline);
    if look.reverse {
        groups.reverse();
        for group in &mut groups {
            group.places.reverse();
        }
    }
    let mut lines = Vec::with_capacity(timeline.len() + groups.len() + 2);
    for group in &groups {
        lines.extend(heading(group, signs, width));
        for place in &group.places {
            let rows = row::rows(timeline, *place, columns, signs);
            for (at, (date, title)) in rows.into_iter().enumerate() {
                let mut line = Line::of(*place).and(Role::Plain, "  ");
                if columns.stacked() {
                    line.push(Role::Date, date.unwrap_or_default());
                } else {
                    row::push_date(&mut line, date, columns.date);
                    line.push(Role::Plain, "  ");
                }
                line.push(Role::Title, title.unwrap_or_default());
                if bars && at == 0 && !columns.stacked() {
                    line.pad_to(width - BAR - 1);
                    bar(timeline, *place, group, signs, &mut line);
                }
                lines.push(line);
            }
        }
    }
    lines.push(Line::default());
    let mut notes = Vec::new();
    if bars && !columns.stacked() {
        notes.push("Scale: linear within each group.".to_owned());
        notes.extend(marks(timeline, signs));
    } else {
        notes.push("No scale: only the order counts.".to_owned());
    }
    lines.extend(flow(Role::Note, &notes.join(" "), width));
    lines
}

fn split(timeline: &Timeline) -> Vec<Group> {
    let places = timeline.by_point();
    if timeline.eras.is_empty() {
        let points: Vec<i64> = places.iter().map(|place| timeline.at(*place)).collect();
        let run = fitting(&points, MOST);
        return gathered(
            timeline,
            &places,
            |at| run.of(at),
            |at, _| (run.name(at), None),
        );
    }
    let eras: Vec<(i64, i64, String)> = timeline
        .eras
        .iter()
        .map(|era| {
            let (from, to) = bounds(era);
            (from, to, text::clean_line(&era.title).trim().to_owned())
        })
        .collect();
    let era = |at: i64| {
        // Of eras within each other the narrowest has the event.
        eras.iter()
            .enumerate()
            .filter(|(_, (from, to, _))| (from..=to).contains(&&at))
            .min_by_key(|(_, (from, to, _))| to.saturating_sub(*from))
            .map(|(index, _)| index)
    };
    let named = |_, index: Option<usize>| match index.and_then(|index| eras.get(index)) {
        Some((from, to, title)) => (title.clone(), Some((*from, *to))),
        None => (OUTSIDE.to_owned(), None),
    };
    gathered(timeline, &places, era, named)
}

/// The title of a group, and what its bar spans where that does not follow from its events.
type Named = (String, Option<(i64, i64)>);

/// Neighbours of one key under one heading.
fn gathered<K: Copy + PartialEq>(
    timeline: &Timeline,
    places: &[usize],
    of: impl Fn(i64) -> K,
    named: impl Fn(i64, K) -> Named,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for place in places {
        let at = timeline.at(*place);
        let key = of(at);
        if let Some(group) = groups.last_mut().filter(|_| last == Some(key)) {
            group.to = group.to.max(at);
            group.places.push(*place);
        } else {
            let (title, span) = named(at, key);
            let (from, to) = span.unwrap_or((at, at));
            groups.push(Group {
                title,
                era: span.is_some(),
                // An era that is open on a side ends with its events there.
                from: if from == i64::MIN { at } else { from },
                to: if to == i64::MAX { at } else { to },
                places: vec![*place],
            });
        }
        last = Some(key);
    }
    groups
}

/// From the first second of an era to the last; open where it is.
fn bounds(era: &Era) -> (i64, i64) {
    let second = |day: Option<Day>| day.map(|day| day.days().saturating_mul(DAY));
    let from = second(era.from.start().and_then(Moment::earliest)).unwrap_or(i64::MIN);
    let end = era.to.as_ref().and_then(When::end);
    let to = second(end.and_then(Moment::latest)).map_or(i64::MAX, |day| day + DAY - 1);
    (from, to)
}

/// `Cold War · 1957–1969 · 4 events ────`
fn heading(group: &Group, signs: &Signs, width: usize) -> Vec<Line> {
    let count = text::count(group.places.len(), "event");
    let (from, to) = (point_text(group.from), point_text(group.to));
    let mut parts = vec![group.title.clone()];
    if from != to {
        parts.push(range(&from, &to, signs));
    } else if group.era {
        parts.push(from);
    }
    parts.push(count);
    let words = parts.join(&format!(" {} ", signs.middot));
    let mut lines = flow(Role::Heading, &words, width);
    if let Some(last) = lines.last_mut() {
        let room = width.saturating_sub(last.width() + 1);
        if room > 0 {
            last.push(Role::Rail, format!(" {}", signs.dash.repeat(room)));
        }
    }
    lines
}

fn range(from: &str, to: &str, signs: &Signs) -> String {
    let spaced = from.contains(' ') || to.contains(' ');
    if spaced {
        format!("{from} {} {to}", signs.range)
    } else {
        format!("{from}{}{to}", signs.range)
    }
}

/// The place of an event on the bar of its group: its mark, or the stretch that it takes or may lie in.
fn bar(timeline: &Timeline, place: usize, group: &Group, signs: &Signs, line: &mut Line) {
    let segment = Segment {
        from: group.from,
        to: group.to,
        start: 0,
        cols: BAR,
    };
    let when = &timeline.entries()[place].event.when;
    let (first, last) = stretch(when, group);
    let (from, to) = (segment.linear(first), segment.linear(last));
    line.push(Role::Rail, signs.empty.repeat(from));
    if to > from {
        line.push(Role::Mark, signs.filled.repeat(to - from + 1));
    } else {
        line.push(Role::Mark, signs.mark(when));
    }
    line.push(Role::Rail, signs.empty.repeat(BAR - 1 - to));
}

fn stretch(when: &When, group: &Group) -> (i64, i64) {
    let at = point(when);
    let second = |day: Option<Day>| day.map(|day| day.days().saturating_mul(DAY));
    let wide = matches!(when, When::Span { .. }) || certainty(when) == Certainty::Vague;
    if !wide {
        return (at, at);
    }
    let from = second(when.start().and_then(Moment::earliest)).unwrap_or(group.from);
    let to = second(when.end().and_then(Moment::latest)).unwrap_or(group.to);
    let (from, to) = (from.max(group.from), to.min(group.to));
    if from <= to && age::float(to - from) > 0.0 {
        (from, to)
    } else {
        (at, at)
    }
}

const OUTSIDE: &str = "Outside the eras";
