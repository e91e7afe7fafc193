//! markwhen: a line an event, under the eras as headings. Rules by what its parser 1.2.0 reads.

use std::fmt::Write as _;

use super::{
    Exported, Note,
    dates::{Stamp, Stretch, stretch},
    listing::{Listed, sections, titled},
    note::Fate,
};
use crate::{date::Moment, pack::Pack};

/// The last year, either way, that the parser reads: five digits.
const FAR: i64 = 99_999;

/// A pack's timeline as a markwhen document. A date that markwhen cannot carry exactly stands in words in the title;
/// an event beyond the years that it reads is a comment.
#[must_use]
pub fn markwhen(pack: &Pack) -> Exported {
    let title = titled(&pack.title, pack.id.as_str());
    let mut text = format!("title: {}\n", yaml(&title));
    let mut notes = Vec::new();
    for section in sections(pack) {
        text.push('\n');
        if let Some(title) = &section.title {
            let _ = writeln!(text, "# {title}\n");
        }
        for listed in &section.events {
            text.push_str(&line(listed, &mut notes));
            text.push('\n');
        }
    }
    notes.extend(Note::left_out("markwhen", &pack.events));
    Exported { text, notes }
}

fn line(listed: &Listed<'_>, notes: &mut Vec<Note>) -> String {
    let (event, title) = (listed.event, &listed.title);
    let written = stretch(&event.when).and_then(|stretch| Some((stretch, date(stretch)?)));
    let Some((stretch, date)) = written else {
        notes.push(Note::date(event, Fate::Comment));
        let past = event.when.start().and_then(Moment::nominal);
        let beyond = if past.is_none_or(|day| day.civil().year < 0) {
            "before 99,999 BCE"
        } else {
            "after 99,999 CE"
        };
        return format!(
            "// {} {title} ({beyond}: markwhen cannot read it)",
            event.when
        );
    };
    let carried = stretch.lasts && date.ends_with("now");
    if let Some(fate) = stretch.fate.filter(|_| !carried) {
        notes.push(Note::date(event, fate));
    }
    let timed = listed.shares_day && event.when.moments().any(|moment| moment.time().is_some());
    let exact = stretch.exact && modern(stretch.start) && stretch.end.is_none_or(modern);
    if exact && !timed {
        format!("{date}: {title}")
    } else {
        format!("{date}: {title} ({})", event.when)
    }
}

/// The date as markwhen reads it; none beyond its years.
fn date(stretch: Stretch) -> Option<String> {
    let readable = |stamp: Stamp| stamp.historical_year().abs() <= FAR;
    if !readable(stretch.start) || !stretch.end.is_none_or(readable) {
        return None;
    }
    let start = stretch.start;
    Some(match stretch.end {
        None if stretch.lasts && modern(start) => format!("{} / now", iso(start)),
        None if modern(start) => iso(start),
        None => counted(start),
        Some(end) if modern(start) && modern(end) => format!("{} / {}", iso(start), iso(end)),
        Some(end) => format!("{} - {}", counted(start), counted(end)),
    })
}

/// Whether a year has the four digits that ISO dates need there.
fn modern(stamp: Stamp) -> bool {
    (1000..=9999).contains(&stamp.year)
}

fn iso(stamp: Stamp) -> String {
    let mut text = stamp.year.to_string();
    for part in [stamp.month, stamp.day].into_iter().flatten() {
        let _ = write!(text, "-{part:02}");
    }
    text
}

/// A year by its era: finer dates are not read there.
fn counted(stamp: Stamp) -> String {
    match stamp.historical_year() {
        year @ 1.. => format!("{year} CE"),
        year => format!("{} BCE", -year),
    }
}

/// A title as a YAML value: plain where no character could be syntax. In quotes `#` is spelled out, since the parser
/// takes it for a tag even there.
fn yaml(title: &str) -> String {
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '(' | ')' | '–' | '’');
    let word = ["true", "false", "null", "yes", "no", "on", "off"]
        .contains(&title.to_lowercase().as_str());
    if title.starts_with(char::is_alphabetic) && title.chars().all(plain) && !word {
        title.to_owned()
    } else {
        let quoted = serde_json::Value::from(title).to_string();
        quoted.replace('#', "\\u0023")
    }
}
