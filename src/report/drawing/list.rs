//! The events of a page as a list: date, title, detail, passage, source, and how long after the one before.

use std::fmt::Write as _;

use super::markup::{escaped, web_address};
use crate::{
    date::{Moment, Precision, When, definitely_before},
    pack::Event,
    timeline::{Certainty, Entry, Timeline, apart, certainty},
};

/// The ordered list of all events.
pub(super) fn list(timeline: &Timeline) -> String {
    let mut out = String::from("<ol class=\"events\">\n");
    let mut before: Option<&Entry> = None;
    for entry in timeline.entries() {
        let after = |before: &&Entry| definitely_before(&before.event.when, &entry.event.when);
        let gap = before
            .filter(after)
            .and_then(|before| apart(&before.event.when, &entry.event.when));
        out.push_str(&item(entry, gap.as_deref()));
        before = Some(entry);
    }
    out.push_str("</ol>\n");
    out
}

fn item(entry: &Entry, gap: Option<&str>) -> String {
    let event = entry.event;
    let mut out = format!(
        "<li id=\"event-{}\" class=\"{}\">\n<p class=\"when\">{}",
        escaped(event.id.as_str()),
        kind(&event.when),
        dated(&event.when)
    );
    if let Some(gap) = gap {
        let _ = write!(out, " <span class=\"gap\">{} later</span>", escaped(gap));
    }
    let _ = writeln!(out, "</p>\n<h2 dir=\"auto\">{}</h2>", escaped(&entry.title));
    push_more(event, &mut out);
    out.push_str("</li>\n");
    out
}

fn push_more(event: &Event, out: &mut String) {
    if let Some(detail) = &event.detail {
        let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escaped(detail));
    }
    if let Some(passage) = &event.passage {
        let _ = writeln!(
            out,
            "<blockquote dir=\"auto\">“{}”</blockquote>",
            escaped(passage)
        );
    }
    if let Some(source) = &event.source {
        let shown = escaped(source);
        match web_address(source) {
            Some(address) => {
                let _ = writeln!(
                    out,
                    "<p class=\"source\">Source: <a href=\"{}\" rel=\"noopener noreferrer nofollow\">{shown}</a></p>",
                    escaped(&address)
                );
            }
            None => {
                let _ = writeln!(out, "<p class=\"source\" dir=\"auto\">Source: {shown}</p>");
            }
        }
    }
}

/// The mark that the style sheet draws on the rail.
fn kind(when: &When) -> &'static str {
    match certainty(when) {
        Certainty::Known => "known",
        Certainty::Coarse => "coarse",
        Certainty::Vague => "vague",
    }
}

/// A date in words, with what machines can read where HTML has a form for it.
fn dated(when: &When) -> String {
    match when {
        When::Moment(moment) => timed(moment),
        When::Span { start, end } => {
            let of = |end: &Option<Moment>, open: &str| end.as_ref().map_or(open.to_owned(), timed);
            format!("{} – {}", of(start, "…"), of(end, "present"))
        }
    }
}

fn timed(moment: &Moment) -> String {
    let words = escaped(&moment.to_string());
    match machine(moment) {
        Some(date) => format!("<time datetime=\"{date}\">{words}</time>"),
        None => format!("<span class=\"vague\">{words}</span>"),
    }
}

/// The `datetime` of an exact day, month or year of the common era; HTML has none for anything else.
fn machine(moment: &Moment) -> Option<String> {
    let civil = moment.nominal()?.civil();
    if moment.approx() || moment.uncertain() || civil.year < 1 {
        return None;
    }
    let (year, month, day) = (civil.year, civil.month, civil.day);
    match moment.precision() {
        Precision::Day => Some(match moment.time() {
            Some(time) => format!("{year:04}-{month:02}-{day:02}T{time}"),
            None => format!("{year:04}-{month:02}-{day:02}"),
        }),
        Precision::Month => Some(format!("{year:04}-{month:02}")),
        Precision::Year => Some(format!("{year:04}")),
        _ => None,
    }
}
