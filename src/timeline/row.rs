//! An event in columns: something before it, its date, its title, each wrapped within its own. Where the window is too
//! narrow for columns the title stands below the date.

use super::{
    line::{Line, Role, spaces},
    look::Signs,
    order::Timeline,
};
use crate::text::{self, wrap::wrap_text};

/// A date wider than this is wrapped, whatever room there is.
const WIDEST_DATE: usize = 26;

/// A title narrower than this is no pleasure to read.
const READABLE: usize = 12;

/// The columns of a list of events.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// Of the date; 0 where the title stands below it.
    pub(super) date: usize,
    /// Of the title.
    pub(super) title: usize,
}

impl Columns {
    /// Columns for these events when `around` of `width` are taken by something else, or only `lead` where the title
    /// stands below the date.
    pub(super) fn of(
        timeline: &Timeline,
        signs: &Signs,
        width: usize,
        (around, lead): (usize, usize),
    ) -> Self {
        let widest = timeline
            .entries()
            .iter()
            .map(|entry| date_width(&entry.date, signs))
            .max()
            .unwrap_or_default();
        // One long date must not push all titles aside: it is wrapped.
        let date = widest.min((width * 2 / 5).clamp(READABLE, WIDEST_DATE));
        match width.checked_sub(date + around) {
            Some(title) if title >= READABLE => Self { date, title },
            _ => Self {
                date: 0,
                title: width.saturating_sub(lead).max(2),
            },
        }
    }

    pub(super) fn stacked(self) -> bool {
        self.date == 0
    }
}

fn date_width(date: &str, signs: &Signs) -> usize {
    if date.is_ascii() {
        date.len()
    } else {
        text::width(&signs.plain(date.to_owned()))
    }
}

/// Date and title of an event, wrapped; the shorter of the two ends in none.
pub(super) fn rows(
    timeline: &Timeline,
    place: usize,
    columns: Columns,
    signs: &Signs,
) -> Vec<(Option<String>, Option<String>)> {
    let entry = &timeline.entries()[place];
    let title = if entry.title.len() <= columns.title && entry.title.is_ascii() {
        vec![entry.title.clone()]
    } else {
        wrap_text(&entry.title, columns.title)
    };
    let date = signs.plain(entry.date.clone());
    if columns.stacked() {
        let dates = wrap_text(&date, columns.title).into_iter();
        return dates
            .map(|row| (Some(row), None))
            .chain(title.into_iter().map(|row| (None, Some(row))))
            .collect();
    }
    let mut dates = if date.len() <= columns.date {
        vec![date]
    } else {
        wrap_text(&date, columns.date)
    }
    .into_iter();
    let mut titles = title.into_iter();
    let mut out = Vec::with_capacity(1);
    loop {
        match (dates.next(), titles.next()) {
            (None, None) => return out,
            row => out.push(row),
        }
    }
}

/// Adds a date, right-aligned in its column.
pub(super) fn push_date(line: &mut Line, date: Option<String>, columns: usize) {
    let date = date.unwrap_or_default();
    let width = if date.is_ascii() {
        date.len()
    } else {
        text::width(&date)
    };
    line.push(Role::Plain, spaces(columns.saturating_sub(width)));
    line.push(Role::Date, date);
}
