//! An opened event: its detail, its passage within the paragraph, its neighbours and how far off they are, the questions
//! about it. Pure.

use super::super::{
    keys::Key,
    layout::{self, Hanging},
    line::{Line, Tone},
    marks::Marks,
    verdict,
};
use crate::{
    session::view::PassageView,
    timeline::questions_about,
    ui::{Walk, words},
};

/// An event and how far its lines are scrolled.
pub(super) struct Detail {
    place: usize,
    top: usize,
    /// The lines for a width.
    lines: Vec<Line>,
    laid: usize,
    rows: usize,
}

impl Detail {
    /// The event at a place of the timeline.
    pub(super) fn of(place: usize) -> Self {
        Self {
            place,
            top: 0,
            lines: Vec::new(),
            laid: 0,
            rows: 1,
        }
    }

    /// Moves the window over its lines.
    pub(super) fn scroll(&mut self, key: &Key) {
        let page = self.rows.saturating_sub(1).max(1);
        self.top = match key {
            Key::Down | Key::Char('j') => self.top + 1,
            Key::Up | Key::Char('k') => self.top.saturating_sub(1),
            Key::PageDown | Key::Char(' ') => self.top + page,
            Key::PageUp | Key::Char('b') => self.top.saturating_sub(page),
            Key::Home | Key::Char('g') => 0,
            Key::End | Key::Char('G') => usize::MAX,
            _ => self.top,
        }
        .min(self.lines.len().saturating_sub(self.rows));
    }

    /// Whether there is more below the window.
    pub(super) fn goes_on(&self) -> bool {
        self.top + self.rows < self.lines.len()
    }

    /// As many lines as fit.
    pub(super) fn window(
        &mut self,
        walk: &Walk,
        width: usize,
        rows: usize,
        marks: Marks,
        colour: bool,
    ) -> Vec<Line> {
        if self.laid != width {
            self.lines = lines(walk, self.place, width, marks, colour);
            self.laid = width;
        }
        self.rows = rows;
        self.top = self.top.min(self.lines.len().saturating_sub(rows));
        self.lines[self.top..].iter().take(rows).cloned().collect()
    }
}

fn lines(walk: &Walk, place: usize, width: usize, marks: Marks, colour: bool) -> Vec<Line> {
    let Some(entry) = walk.timeline.entries().get(place) else {
        return Vec::new();
    };
    let event = entry.event;
    let mut lines = vec![Line::default()];
    lines.extend(layout::flow(&event.when.to_string(), Tone::Selected, width));
    lines.extend(layout::flow(&entry.title, Tone::Strong, width));
    if let Some(detail) = &event.detail {
        lines.push(Line::default());
        lines.extend(layout::markdown(detail, width));
    }
    if let Some(words) = &event.passage {
        lines.push(Line::default());
        let passage = PassageView::of(words, walk.article);
        lines.extend(verdict::passage(&passage, width, marks, colour));
    }
    if let Some(source) = &event.source {
        lines.push(Line::default());
        lines.extend(layout::flow(&format!("Source: {source}"), Tone::Dim, width));
    }
    lines.push(Line::default());
    for (word, neighbour) in [
        ("Before", walk.timeline.before(place)),
        ("After", walk.timeline.after(place)),
    ] {
        if let Some(neighbour) = neighbour {
            let words = words::neighbour(word, &neighbour);
            lines.extend(layout::flow(&words, Tone::Plain, width));
        }
    }
    let questions = questions_about(event, walk.pack, walk.article);
    if !questions.is_empty() {
        lines.push(Line::default());
        lines.extend(layout::flow(words::QUESTIONS_ABOUT, Tone::Dim, width));
        let prefix = format!("{} ", marks.other);
        for question in questions {
            let hanging = Hanging::new(&prefix);
            lines.extend(layout::item(
                &question.asked(),
                Tone::Plain,
                &hanging,
                width,
            ));
        }
    }
    lines
}
