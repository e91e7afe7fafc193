//! How an attempt opens and ends, as lines: score, tags, missed questions, trend, what to do next. Pure.

use super::{
    layout::{self, Hanging},
    line::{Line, Tone},
    marks::Marks,
};
use crate::{
    session::{
        Summary,
        view::{Notice, Opening},
    },
    text,
    ui::words,
};

/// How an attempt opens.
pub(super) fn opening(opening: &Opening, width: usize) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for (at, text) in words::opening(opening).iter().enumerate() {
        let tone = if at == 0 { Tone::Heading } else { Tone::Plain };
        lines.extend(layout::flow(text, tone, width));
    }
    lines
}

/// How it ends.
pub(super) fn lines(summary: &Summary, width: usize, marks: Marks) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    lines.extend(layout::flow(&summary.title, Tone::Heading, width));
    lines.extend(layout::flow(&words::score(summary), Tone::Strong, width));
    lines.extend(layout::flow(
        &words::tally(&summary.tally),
        Tone::Plain,
        width,
    ));
    if let Some(trend) = words::trend(summary) {
        lines.extend(layout::flow(&trend, Tone::Plain, width));
    }
    lines.extend(tags(summary, width, marks));
    lines.extend(missed(summary, width, marks));
    if !summary.next.is_empty() {
        lines.push(Line::default());
        lines.extend(layout::flow("What next:", Tone::Strong, width));
        for step in &summary.next {
            let hanging = Hanging::new("- ");
            lines.extend(layout::plain(
                &words::next_step(step),
                Tone::Plain,
                &hanging,
                width,
            ));
        }
    }
    lines
}

/// One line about what happened. A patch is there to be copied: its lines stay whole, however wide they are.
pub(super) fn notice(notice: &Notice, width: usize) -> Vec<Line> {
    let text = words::notice(notice);
    if let Notice::Overridden { patch: Some(_) } = notice {
        return text
            .lines()
            .map(|line| Line::new(Tone::Partly, line))
            .collect();
    }
    layout::flow(&text, Tone::Partly, width)
}

fn tags(summary: &Summary, width: usize, marks: Marks) -> Vec<Line> {
    if summary.tags.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::default()];
    lines.extend(layout::flow("By tag, weakest first:", Tone::Strong, width));
    let column = summary
        .tags
        .iter()
        .map(|tag| text::width(&text::clean_line(&tag.tag)))
        .max()
        .unwrap_or(0)
        .min(width / 3);
    for tag in &summary.tags {
        let name = text::clean_line(&tag.tag);
        let name = super::line::cut(&name, column);
        let pad = " ".repeat(column - text::width(name));
        let full = usize::try_from(tag.percent.min(100) / 10).unwrap_or(0);
        let bar = format!(
            "{}{}",
            marks.cells.0.repeat(full),
            marks.cells.1.repeat(10 - full)
        );
        let line = Line::new(Tone::Plain, format!("  {name}{pad} {:>3}% ", tag.percent))
            .and(Tone::Selected, bar)
            .and(
                Tone::Dim,
                format!(" {}", words::count(tag.questions, "question")),
            );
        lines.push(line.clipped(width));
    }
    lines
}

fn missed(summary: &Summary, width: usize, marks: Marks) -> Vec<Line> {
    if summary.missed.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::default()];
    lines.extend(layout::flow("Missed:", Tone::Strong, width));
    for line in &summary.missed {
        let prefix = format!("{:>3}. ", line.number);
        lines.extend(layout::plain(
            &words::missed(line),
            Tone::Plain,
            &Hanging::new(&prefix),
            width,
        ));
        let key = if line.earned > 0 {
            format!("{} (earned {})", line.key, words::percent(line.earned))
        } else {
            line.key.clone()
        };
        let prefix = format!("     {} ", marks.arrow);
        lines.extend(layout::item(
            &key,
            Tone::Right,
            &Hanging::new(&prefix),
            width,
        ));
    }
    lines
}
