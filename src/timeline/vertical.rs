//! The vertical view: one event below the other on a rail, gaps compressed and the longest named. Any event's lines
//! can be had without the others', so that a window of it is cheap.

use super::{
    gaps::{Gap, Spacing},
    line::{Line, Role, flow, spaces},
    look::{Certainty, Look, Signs, certainty},
    order::Timeline,
    row::{self, Columns},
};
use crate::text::wrap::wrap_text;

/// Columns of ` ─●─ ` between date and title.
const RAIL: usize = 5;

/// A timeline laid out from top to bottom.
#[derive(Clone, Debug)]
pub struct Vertical<'t, 'a> {
    timeline: &'t Timeline<'a>,
    columns: Columns,
    width: usize,
    signs: &'static Signs,
    spacing: Spacing,
    reverse: bool,
}

impl<'t, 'a> Vertical<'t, 'a> {
    /// Lays out the events: what all of them share, in O(n log n).
    #[must_use]
    pub fn new(timeline: &'t Timeline<'a>, look: &Look) -> Self {
        let (width, signs) = (look.columns(), look.signs());
        Self {
            timeline,
            columns: Columns::of(timeline, signs, width, (RAIL, 2)),
            width,
            signs,
            spacing: Spacing::of(timeline, look.scale),
            reverse: look.reverse,
        }
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.timeline.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.timeline.is_empty()
    }

    /// The place in the timeline's order of the event shown `row`-th from the top.
    #[must_use]
    pub fn place(&self, row: usize) -> usize {
        if self.reverse {
            self.len().saturating_sub(row + 1)
        } else {
            row
        }
    }

    /// The lines of the event shown `row`-th from the top, and of the gap after it. No line for a row there is not.
    #[must_use]
    pub fn lines_of(&self, row: usize) -> Vec<Line> {
        let mut lines = Vec::with_capacity(2);
        self.push_event(row, &mut lines);
        self.push_gap(row, &mut lines);
        lines
    }

    /// All of it: the events, and how it is to be read.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.len() * 2 + 4);
        for row in 0..self.len() {
            self.push_event(row, &mut lines);
            self.push_gap(row, &mut lines);
        }
        lines.extend(self.notes());
        lines
    }

    fn push_event(&self, row: usize, lines: &mut Vec<Line>) {
        if row >= self.len() {
            return;
        }
        let place = self.place(row);
        let entry = &self.timeline.entries()[place];
        let mark = self.signs.mark(&entry.event.when);
        let rail = if row + 1 < self.len() {
            self.signs.rail
        } else {
            " "
        };
        let rows = row::rows(self.timeline, place, self.columns, self.signs);
        for (at, (date, title)) in rows.into_iter().enumerate() {
            let mut line = Line::of(place);
            if self.columns.stacked() {
                let (role, sign) = if at == 0 {
                    (Role::Mark, mark)
                } else {
                    (Role::Rail, rail)
                };
                line.push(role, sign);
                line.push(Role::Plain, " ");
                line.push(Role::Date, date.unwrap_or_default());
            } else {
                row::push_date(&mut line, date, self.columns.date);
                if at == 0 {
                    line.push(Role::Rail, self.signs.arms.0);
                    line.push(Role::Mark, mark);
                    line.push(Role::Rail, self.signs.arms.1);
                } else {
                    line.push(Role::Plain, "  ");
                    line.push(Role::Rail, rail);
                    line.push(Role::Plain, "  ");
                }
            }
            line.push(Role::Title, title.unwrap_or_default());
            lines.push(line);
        }
    }

    fn push_gap(&self, row: usize, lines: &mut Vec<Line>) {
        if row + 1 >= self.len() {
            return;
        }
        let (a, b) = (self.place(row), self.place(row + 1));
        let indent = if self.columns.stacked() {
            0
        } else {
            self.columns.date + 2
        };
        match self.spacing.between(self.timeline, a.min(b), a.max(b)) {
            Gap::Lines(count) => {
                lines.extend((0..count).map(|_| {
                    Line::default()
                        .and(Role::Plain, spaces(indent))
                        .and(Role::Rail, self.signs.rail)
                }));
            }
            Gap::Named(words) => {
                let space = if self.columns.stacked() { " " } else { "  " };
                let words = format!("{space}{} {words}", self.signs.dots);
                let room = self.width.saturating_sub(indent + 1);
                let words = wrap_text(&words, room).swap_remove(0);
                lines.push(
                    Line::default()
                        .and(Role::Plain, spaces(indent))
                        .and(Role::Rail, self.signs.cut)
                        .and(Role::Gap, words),
                );
            }
        }
    }

    /// The scale in a word: `compressed`, `linear` or `log`.
    #[must_use]
    pub fn scale(&self) -> &'static str {
        self.spacing.name()
    }

    /// How it is to be read: the scale, and the marks that occur.
    #[must_use]
    pub fn notes(&self) -> Vec<Line> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut notes = Vec::new();
        if self.len() > 1 {
            let named = (1..self.len()).any(|row| matches!(self.gap(row - 1), Gap::Named(_)));
            notes.push(self.spacing.note(self.signs.cut, named));
        }
        notes.extend(marks(self.timeline, self.signs));
        let mut lines = vec![Line::default()];
        lines.extend(flow(Role::Note, &notes.join(" "), self.width));
        lines
    }

    fn gap(&self, row: usize) -> Gap {
        let (a, b) = (self.place(row), self.place(row + 1));
        self.spacing.between(self.timeline, a.min(b), a.max(b))
    }
}

/// What the marks that occur mean; nothing when every day is known.
pub(super) fn marks(timeline: &Timeline, signs: &Signs) -> Option<String> {
    let occurs = |wanted| {
        timeline
            .entries()
            .iter()
            .any(|entry| certainty(&entry.event.when) == wanted)
    };
    let kinds = [
        (Certainty::Known, signs.known, "day known"),
        (Certainty::Coarse, signs.coarse, "month or coarser"),
        (Certainty::Vague, signs.vague, "rough or doubtful"),
    ];
    let kinds: Vec<(Certainty, String)> = kinds
        .into_iter()
        .filter(|(kind, ..)| occurs(*kind))
        .map(|(kind, sign, means)| (kind, format!("{sign} {means}")))
        .collect();
    match kinds.as_slice() {
        [(Certainty::Known, _)] | [] => None,
        kinds => {
            let words: Vec<&str> = kinds.iter().map(|(_, words)| words.as_str()).collect();
            Some(format!("{}.", words.join(", ")))
        }
    }
}
