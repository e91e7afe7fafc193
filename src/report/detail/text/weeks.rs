//! The calendar: a column a week, a row a weekday, a sign a day.

use super::{
    super::{
        Sheet,
        calendar::{Calendar, WEEKDAYS},
    },
    lines::Lines,
};
use crate::text;

/// Columns of the weekday's name, and of a week.
const LABEL: usize = 4;
const WEEK: usize = 2;

pub(super) fn draw(sheet: &Sheet<'_>, lines: &mut Lines) {
    let most = ((lines.width - LABEL) / WEEK).min(53);
    let calendar = Calendar::new(&sheet.detail.days, sheet.today, most.min(12), most);
    lines.heading("Answers by day");
    let mut months = " ".repeat(LABEL);
    for (at, week) in calendar.weeks.iter().enumerate() {
        let column = LABEL + at * WEEK;
        let Some(month) = Calendar::heading(*week) else {
            continue;
        };
        // A name needs room: where two would touch, the later one is left out; so is one that would be cut.
        let taken = text::width(months.trim_end());
        if column > taken && column + text::width(&month) <= lines.width || column == LABEL {
            months.truncate(months.trim_end().len().max(LABEL));
            months.push_str(&" ".repeat(column.saturating_sub(text::width(&months))));
            months.push_str(&month);
        }
    }
    lines.push(&months);
    for (weekday, name) in (0..).zip(WEEKDAYS) {
        let mut row = format!("{name} ");
        for week in &calendar.weeks {
            let sign = calendar.day(*week, weekday).map_or(" ", |day| {
                lines.signs.levels[calendar.level(calendar.answers(day))]
            });
            row.push_str(sign);
            row.push(' ');
        }
        lines.push(&row);
    }
    let mut legend = vec![format!("{} none", lines.signs.levels[0])];
    for (level, least, most) in calendar.legend() {
        let sign = lines.signs.levels[level];
        legend.push(if least == most {
            format!("{sign} {least}")
        } else {
            format!("{sign} {least}{}{most}", lines.signs.dash)
        });
    }
    lines.flow(&legend, &" ".repeat(LABEL));
}
