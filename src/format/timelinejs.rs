//! `TimelineJS` 3: the JSON that its page reads. Years are counted without a year 0, texts are HTML.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{
    Exported, Note,
    dates::{Stamp, stretch},
    listing::{Listed, listed, titled},
    note::Fate,
};
use crate::{
    date::{Day, Moment, When},
    pack::{Era, Pack},
    text,
};

/// Years beyond which only the cosmological scale draws: what a `JavaScript` date holds.
const HUMAN: i64 = 271_820;

/// A pack's timeline for `TimelineJS`. Every event is carried, with its date in words and its detail, passage and source
/// in the text; a date that is open is set at the end that is known.
#[must_use]
pub fn timelinejs(pack: &Pack) -> Exported {
    let (mut notes, mut far) = (Vec::new(), false);
    let mut title = json!({ "headline": html(&titled(&pack.title, pack.id.as_str())) });
    if let Some(summary) = &pack.summary {
        title["text"] = paragraph(summary).into();
    }
    let events: Vec<Value> = listed(pack)
        .iter()
        .map(|listed| event(listed, &mut notes, &mut far))
        .collect();
    let eras: Vec<Value> = pack
        .eras
        .iter()
        .filter_map(|one| era(one, pack, &mut notes, &mut far))
        .collect();
    let mut document = json!({ "title": { "text": title }, "events": events });
    if !eras.is_empty() {
        document["eras"] = eras.into();
    }
    if far {
        document["scale"] = "cosmological".into();
    }
    let text = format!("{document:#}\n");
    Exported { text, notes }
}

fn event(listed: &Listed<'_>, notes: &mut Vec<Note>, far: &mut bool) -> Value {
    let event = listed.event;
    let mut out = Map::new();
    if let Some(stretch) = stretch(&event.when) {
        let mut start = stamp(stretch.start, far);
        let time = event.when.start().and_then(Moment::time);
        if let Some(time) = time.filter(|_| listed.shares_day) {
            start["hour"] = time.hour.into();
            start["minute"] = time.minute.into();
            if let Some(second) = time.second {
                start["second"] = second.into();
            }
        }
        out.insert("start_date".to_owned(), start);
        if let Some(end) = stretch.end {
            out.insert("end_date".to_owned(), stamp(end, far));
        }
        notes.extend(stretch.fate.map(|fate| Note::date(event, fate)));
    }
    let mut words = json!({ "headline": html(&listed.title) });
    let mut more = String::new();
    if let Some(detail) = &event.detail {
        more.push_str(&paragraph(detail));
    }
    if let Some(passage) = &event.passage {
        let _ = write!(more, "<blockquote>{}</blockquote>", html(passage));
    }
    if let Some(source) = &event.source {
        more.push_str(&paragraph(source));
    }
    if !more.is_empty() {
        words["text"] = more.into();
    }
    out.insert("text".to_owned(), words);
    out.insert(
        "display_date".to_owned(),
        html(&event.when.to_string()).into(),
    );
    out.insert("unique_id".to_owned(), event.id.as_str().into());
    out.into()
}

/// An era; where it is open it begins with the first event, or ends a year after the last.
fn era(era: &Era, pack: &Pack, notes: &mut Vec<Note>, far: &mut bool) -> Option<Value> {
    let open = |year: i64, notes: &mut Vec<Note>| {
        let stamp = Stamp {
            year,
            month: None,
            day: None,
        };
        notes.push(Note::Era {
            title: era.title.clone(),
            shown: format!("the year {}", stamp.historical_year()),
        });
        stamp
    };
    let start = match era
        .from
        .start()
        .and_then(|from| stretch(&When::Moment(from.clone())))
    {
        Some(from) if from.fate != Some(Fate::AtEnd) => from.start,
        _ => open(years(pack).min()?, notes),
    };
    let to = era.to.as_ref().and_then(When::end);
    let end = match to.and_then(|to| stretch(&When::Moment(to.clone()))) {
        Some(to) if to.fate != Some(Fate::AtStart) => to.end.unwrap_or(to.start),
        _ => open((years(pack).max()? + 1).max(start.year), notes),
    };
    Some(json!({
        "start_date": stamp(start, far),
        "end_date": stamp(end, far),
        "text": { "headline": html(&titled(&era.title, "Era")) },
    }))
}

/// The first and the last astronomical year of each event.
fn years(pack: &Pack) -> impl Iterator<Item = i64> {
    let moments = pack.events.iter().flat_map(|event| event.when.moments());
    moments
        .filter_map(Moment::nominal)
        .map(|day: Day| day.civil().year)
}

fn stamp(stamp: Stamp, far: &mut bool) -> Value {
    let year = stamp.historical_year();
    *far |= year.abs() > HUMAN;
    let mut out = json!({ "year": year });
    if let Some(month) = stamp.month {
        out["month"] = month.into();
    }
    if let Some(day) = stamp.day {
        out["day"] = day.into();
    }
    out
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>", html(words))
}

/// Clean words as HTML.
fn html(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in text::clean_line(words).trim().chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
