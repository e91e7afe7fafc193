//! Packs, tags and questions as tables with bars.

use std::fmt::Write as _;

use super::{super::Sheet, bar::bar, escape, grouped};
use crate::stats::Tally;

/// How many of each are shown.
const PACKS: usize = 200;
const TAGS: usize = 50;
const QUESTIONS: usize = 200;

pub(super) fn draw(sheet: &Sheet<'_>, page: &mut String) {
    let several = sheet.pack.is_none();
    packs(sheet, page);
    tags(sheet, several, page);
    questions(sheet, several, page);
}

fn packs(sheet: &Sheet<'_>, page: &mut String) {
    let packs = &sheet.detail.packs;
    open(
        "packs",
        "Packs",
        "The pack last met comes first.",
        &["Pack", "Met"],
        packs.len(),
        page,
    );
    for pack in packs.iter().take(PACKS) {
        let name = match &pack.title {
            Some(title) => format!("{}<small>{}</small>", escape(title), escape(&pack.pack)),
            None => format!("{}<small>no longer here</small>", escape(&pack.pack)),
        };
        let met = match pack.questions {
            Some(questions) => format!("{} of {}", pack.met, questions),
            None => pack.met.to_string(),
        };
        row(&name, Some(&met), &pack.tally, page);
    }
    close(packs.len(), PACKS, page);
}

fn tags(sheet: &Sheet<'_>, several: bool, page: &mut String) {
    let tags = &sheet.detail.tags;
    open(
        "tags",
        "Tags",
        "The weakest first; those with too few answers last.",
        &["Tag", "Met"],
        tags.len(),
        page,
    );
    for of in tags.iter().take(TAGS) {
        let mut name = escape(&of.tag);
        if several {
            let _ = write!(name, "<small>{}</small>", escape(&of.pack));
        }
        let met = format!("{} of {}", of.met, of.questions);
        row(&name, Some(&met), &of.tally, page);
    }
    close(tags.len(), TAGS, page);
}

fn questions(sheet: &Sheet<'_>, several: bool, page: &mut String) {
    let questions = &sheet.detail.questions;
    let note = "The weakest first; those with too few answers last.";
    open(
        "questions",
        "Questions",
        note,
        &["Question"],
        questions.len(),
        page,
    );
    for of in questions.iter().take(QUESTIONS) {
        let id = if several {
            format!("{}, {}", escape(&of.question), escape(&of.pack))
        } else {
            escape(&of.question)
        };
        let name = match &of.prompt {
            Some(prompt) if !prompt.is_empty() => format!("{}<small>{id}</small>", escape(prompt)),
            Some(_) => id,
            None => format!("{id}<small>no longer asked</small>"),
        };
        row(&name, None, &of.tally, page);
    }
    close(questions.len(), QUESTIONS, page);
}

fn open(id: &str, title: &str, note: &str, columns: &[&str], all: usize, page: &mut String) {
    if all == 0 {
        return;
    }
    let _ = write!(
        page,
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n<p class=\"note\">{note}</p>\n<div class=\"scroll\"><table>\n<thead><tr>"
    );
    for column in columns {
        let _ = write!(page, "<th scope=\"col\">{column}</th>");
    }
    page.push_str(
        "<th scope=\"col\">Right</th><th scope=\"col\" class=\"number\">Asked</th><th scope=\"col\">Last</th></tr></thead>\n<tbody>\n",
    );
}

fn row(name: &str, met: Option<&str>, tally: &Tally, page: &mut String) {
    let _ = write!(page, "<tr><th scope=\"row\">{name}</th>");
    if let Some(met) = met {
        let _ = write!(page, "<td>{met}</td>");
    }
    let last = tally
        .last
        .map(|(_, day)| day.to_string())
        .unwrap_or_default();
    let _ = writeln!(
        page,
        "<td>{}</td><td class=\"number\">{}</td><td>{last}</td></tr>",
        bar(tally),
        grouped(tally.asked())
    );
}

fn close(all: usize, shown: usize, page: &mut String) {
    if all == 0 {
        return;
    }
    page.push_str("</tbody>\n</table></div>\n");
    if all > shown {
        let _ = writeln!(
            page,
            "<p class=\"note\">and {} more with <code>--format csv</code></p>",
            all - shown
        );
    }
    page.push_str("</section>\n");
}
