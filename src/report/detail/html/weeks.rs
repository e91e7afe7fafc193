//! The calendar: a column a week, a square a day. Fuller days are larger squares as well as darker ones.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{
    super::{
        Sheet,
        calendar::{Calendar, WEEKDAYS, long},
    },
    grouped,
};
use crate::text::count;

/// Pixels of a day, with the room between days.
const CELL: usize = 14;
const LEFT: usize = 32;
const TOP: usize = 20;
/// The side of a square of each level.
const SIDES: [usize; 5] = [11, 7, 9, 11, 12];

pub(super) fn draw(sheet: &Sheet<'_>, page: &mut String) {
    let days = &sheet.detail.days;
    if days.is_empty() {
        return;
    }
    let calendar = Calendar::new(days, sheet.today, 53, 53);
    let (width, height) = (LEFT + calendar.weeks.len() * CELL, TOP + 7 * CELL);
    let shown: u64 = days
        .iter()
        .filter(|(day, _)| calendar.weeks.first().is_some_and(|first| first <= *day))
        .map(|(_, tally)| tally.answers)
        .sum();
    let _ = write!(
        page,
        "<section aria-labelledby=\"days\">\n<h2 id=\"days\">Answers by day</h2>\n<p class=\"note\">The last year, a square a day, each in the \
         time zone it was answered in.</p>\n<div class=\"scroll\"><svg class=\"weeks\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-label=\"Calendar of the last year: {} answers. The table below has them by month.\">\n",
        grouped(shown)
    );
    for at in [0, 2, 4] {
        let _ = writeln!(
            page,
            "<text x=\"0\" y=\"{}\">{}</text>",
            TOP + at * CELL + 10,
            WEEKDAYS[at]
        );
    }
    let mut free = 0;
    for (column, week) in calendar.weeks.iter().enumerate() {
        let x = LEFT + column * CELL;
        if let Some(month) = Calendar::heading(*week).filter(|_| x >= free && x + 28 <= width) {
            let _ = writeln!(page, "<text x=\"{x}\" y=\"11\">{month}</text>");
            free = x + 30;
        }
        for (row, weekday) in (0..7).enumerate() {
            let Some(day) = calendar.day(*week, weekday) else {
                continue;
            };
            let answers = calendar.answers(day);
            let level = calendar.level(answers);
            let told = format!(
                "{}: {}",
                long(day),
                count(usize::try_from(answers).unwrap_or(usize::MAX), "answer")
            );
            // Every day has its place; what was done lies on it.
            let y = TOP + row * CELL;
            page.push_str(&square(x, y, 0, None));
            if level > 0 {
                page.push_str(&square(x, y, level, Some(&told)));
            }
            page.push('\n');
        }
    }
    page.push_str("</svg></div>\n<ul class=\"legend\">");
    let none = std::iter::once((0, "none".to_owned()));
    let levels = calendar.legend().map(|(level, least, most)| {
        let range = if least == most {
            grouped(least)
        } else {
            format!("{}–{}", grouped(least), grouped(most))
        };
        (level, range)
    });
    for (level, range) in none.chain(levels) {
        let _ = write!(
            page,
            "<li><svg width=\"{CELL}\" height=\"{CELL}\" aria-hidden=\"true\">{}{}</svg>{range}</li>",
            square(0, 0, 0, None),
            if level > 0 {
                square(0, 0, level, None)
            } else {
                String::new()
            }
        );
    }
    page.push_str("<li>answers a day</li></ul>\n");
    months(sheet, page);
    page.push_str("</section>\n");
}

/// A square in the middle of its cell.
fn square(x: usize, y: usize, level: usize, told: Option<&str>) -> String {
    let side = SIDES[level];
    // In half pixels, so that every size stands in the middle.
    let off = (13 - side) * 5;
    let place = |at: usize| format!("{}.{}", at + off / 10, off % 10);
    let rect = format!(
        "<rect class=\"l{level}\" x=\"{}\" y=\"{}\" width=\"{side}\" height=\"{side}\" rx=\"2\"",
        place(x),
        place(y)
    );
    match told {
        Some(told) => format!("{rect}><title>{told}</title></rect>"),
        None => format!("{rect}/>"),
    }
}

/// The same by month, for those who do not see it.
fn months(sheet: &Sheet<'_>, page: &mut String) {
    let mut months: BTreeMap<(i16, i8), (u64, u64)> = BTreeMap::new();
    for (day, tally) in &sheet.detail.days {
        let (days, answers) = months.entry((day.year(), day.month())).or_default();
        *days += 1;
        *answers += tally.answers;
    }
    page.push_str(
        "<details><summary>By month</summary>\n<table><thead><tr><th scope=\"col\">Month</th><th scope=\"col\" class=\"number\">Days</th>\
         <th scope=\"col\" class=\"number\">Answers</th></tr></thead>\n<tbody>\n",
    );
    for ((year, month), (days, answers)) in months.iter().rev() {
        let _ = writeln!(
            page,
            "<tr><th scope=\"row\">{year:04}-{month:02}</th><td class=\"number\">{days}</td><td class=\"number\">{}</td></tr>",
            grouped(*answers)
        );
    }
    page.push_str("</tbody></table></details>\n");
}
