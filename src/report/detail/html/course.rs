//! Attempts at a whole pack as a curve, oldest first.

use std::fmt::Write as _;

use super::{super::Sheet, escape};
use crate::{
    stats::{Course, Taken},
    text::count,
};

/// Courses drawn, and attempts of each.
const COURSES: usize = 12;
const ATTEMPTS: usize = 30;
/// Pixels of the chart, and of the room around its curve.
const WIDTH: usize = 320;
const HEIGHT: usize = 120;
const LEFT: usize = 42;
const RIGHT: usize = 44;
const TOP: usize = 12;
const BOTTOM: usize = 22;

pub(super) fn draw(sheet: &Sheet<'_>, page: &mut String) {
    let courses = &sheet.detail.courses;
    if courses.is_empty() {
        return;
    }
    page.push_str(
        "<section aria-labelledby=\"courses\">\n<h2 id=\"courses\">Attempts at whole packs</h2>\n\
         <p class=\"note\">Only attempts at all questions of a pack are compared, oldest first.</p>\n<div class=\"cards\">\n",
    );
    for course in courses.iter().take(COURSES) {
        card(course, sheet, page);
    }
    page.push_str("</div>\n");
    if let Some(more) = courses.len().checked_sub(COURSES).filter(|more| *more > 0) {
        let _ = writeln!(
            page,
            "<p class=\"note\">and {more} more with <code>--format json</code></p>"
        );
    }
    page.push_str("</section>\n");
}

fn card(course: &Course, sheet: &Sheet<'_>, page: &mut String) {
    let pack = sheet
        .detail
        .packs
        .iter()
        .find(|pack| pack.pack == course.pack);
    let title = pack
        .and_then(|pack| pack.title.as_deref())
        .unwrap_or(&course.pack);
    let mut name = escape(title);
    if sheet.learner.is_none() {
        name = format!("{}: {name}", escape(&course.learner));
    }
    let shown = &course.taken[course.taken.len().saturating_sub(ATTEMPTS)..];
    let (Some(first), Some(last)) = (course.taken.first(), course.taken.last()) else {
        return;
    };
    let best = course
        .taken
        .iter()
        .map(|taken| taken.percent)
        .max()
        .unwrap_or(0);
    let told = if course.taken.len() == 1 {
        format!(
            "{}% on {}; a second attempt makes a trend",
            last.percent, last.day
        )
    } else {
        let mut told = count(course.taken.len(), "attempt");
        let _ = write!(
            told,
            ", {}% to {}%, best {best}%",
            first.percent, last.percent
        );
        if shown.len() < course.taken.len() {
            let _ = write!(told, "; the last {ATTEMPTS} are drawn");
        }
        told
    };
    let _ = writeln!(page, "<div><h3>{name}</h3><p>{told}</p>");
    if shown.len() > 1 {
        chart(shown, page);
    }
    page.push_str("</div>\n");
}

fn chart(shown: &[Taken], page: &mut String) {
    let percents: Vec<String> = shown
        .iter()
        .map(|taken| format!("{}%", taken.percent))
        .collect();
    let _ = writeln!(
        page,
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"Scores, oldest first: {}\">",
        percents.join(", ")
    );
    for percent in [0, 50, 100] {
        let y = height(percent);
        let _ = writeln!(
            page,
            "<path class=\"grid\" d=\"M{LEFT} {y}H{}\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{percent}%</text>",
            WIDTH - RIGHT + 8,
            LEFT - 6,
            y + 4
        );
    }
    let room = WIDTH - LEFT - RIGHT;
    let steps = shown.len().saturating_sub(1).max(1);
    let points: Vec<(usize, usize)> = shown
        .iter()
        .enumerate()
        .map(|(at, taken)| (LEFT + 8 + (room - 8) * at / steps, height(taken.percent)))
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
    let _ = writeln!(page, "<path class=\"curve\" d=\"M{}\"/>", path.join("L"));
    for ((x, y), (at, taken)) in points.iter().zip(shown.iter().enumerate()) {
        let (class, radius) = if at == steps { ("end", 4) } else { ("dot", 3) };
        let _ = writeln!(
            page,
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"><title>{}: {}%</title></circle>",
            taken.day, taken.percent
        );
    }
    if let (Some((x, y)), Some(last), Some(first)) = (points.last(), shown.last(), shown.first()) {
        let _ = writeln!(
            page,
            "<text class=\"value\" x=\"{}\" y=\"{}\">{}%</text>\n<text x=\"{LEFT}\" y=\"{bottom}\">{}</text>\
             <text x=\"{}\" y=\"{bottom}\" text-anchor=\"end\">{}</text>",
            x + 8,
            y + 4,
            last.percent,
            first.day,
            WIDTH - RIGHT + 8,
            last.day,
            bottom = HEIGHT - 4
        );
    }
    page.push_str("</svg>\n");
}

fn height(percent: u32) -> usize {
    let percent = usize::try_from(percent.min(100)).unwrap_or(0);
    HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * percent / 100
}
