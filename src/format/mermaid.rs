//! Mermaid's timeline diagram: periods in words, under the eras. Not its gantt chart, which reads BCE dates wrongly.

use std::fmt::Write as _;

use super::{
    Exported, Note,
    listing::{sections, titled},
};
use crate::pack::Pack;

/// A pack's timeline as a Mermaid diagram. Dates are words there, so that every date can be carried.
#[must_use]
pub fn mermaid(pack: &Pack) -> Exported {
    let title = titled(&pack.title, pack.id.as_str());
    let mut text = format!("timeline\n    title {}\n", escaped(&title));
    for section in sections(pack) {
        if let Some(title) = &section.title {
            let _ = writeln!(text, "    section {}", escaped(title));
        }
        for listed in section.events {
            let when = escaped(&listed.event.when.to_string());
            let _ = writeln!(text, "    {when} : {}", escaped(&listed.title));
        }
    }
    Exported {
        text,
        notes: Note::left_out("Mermaid", &pack.events)
            .into_iter()
            .collect(),
    }
}

/// A text in which nothing is syntax, as character entities of Mermaid: `#` begins one or a comment, `:` separates an
/// event from its period, `%%` begins a comment or a directive, and the rest is HTML to the drawing.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let syntax = match character {
            '#' | ':' | '<' | '>' | '&' => true,
            '%' => matches!(characters.peek(), Some('%' | '{')),
            _ => false,
        };
        if syntax {
            let _ = write!(out, "#{};", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}
