//! The strip on top of a page: the whole axis from left to right, with eras, bars and marks; dates and titles stand in
//! the list below it. One column of the axis view is 8 pixels.

use std::fmt::Write as _;

use super::{
    letters::{cut, float},
    markup::escaped,
    sign::{lanes, mark},
};
use crate::{
    text,
    timeline::{Band, Mark, Reach, Strip, Timeline},
};

/// Pixels of a cell: one column.
const CELL: f64 = 8.0;
/// Pixels from one mark to the next above it.
const STEP: f64 = 12.0;
/// Pixels that marks above each other take, at most.
const HIGH: f64 = 96.0;
/// Pixels on either side, for marks in the outermost cells.
const PAD: f64 = 4.0;
const SMALL: f64 = 12.0;
/// The same for bold letters, which are wider.
const BOLD: f64 = 13.5;

/// The strip as an `svg` element of so many cells; `class` tells apart those for narrow and wide windows.
pub(super) fn overview(timeline: &Timeline, strip: &Strip, cells: usize, class: &str) -> String {
    let width = float(cells) * CELL;
    let mut body = String::new();
    let mut y = 4.0;
    let bands: Vec<(usize, usize)> = strip
        .bands
        .iter()
        .map(|band| (band.from, band.to))
        .collect();
    let (band_lanes, count) = lanes(&bands, 3);
    for (band, lane) in strip.bands.iter().zip(band_lanes) {
        push_band(band, y + 26.0 * float(lane), &mut body);
    }
    y += 26.0 * float(count) + 8.0;
    let levels = levels(&strip.marks);
    let most = float(levels.iter().copied().max().unwrap_or_default());
    let step = if most > 0.0 {
        STEP.min(HIGH / most)
    } else {
        STEP
    };
    let base = y + step * most + 8.0;
    let spans: Vec<(usize, usize)> = strip.marks.iter().filter_map(lasted).collect();
    let (bar_lanes, bars) = lanes(&spans, 5);
    let axis = base + 12.0 + 8.0 * float(bars);
    ruler(strip, axis, width, &mut body);
    for ((from, to), lane) in spans.iter().zip(bar_lanes) {
        let y = base + 9.0 + 8.0 * float(lane);
        push_bar("lasted", (*from, *to), y, 5.0, &mut body);
    }
    for one in &strip.marks {
        if let Some(Reach::Within(from, to)) = one.reach {
            push_bar("within", (from, to), axis - 4.0, 8.0, &mut body);
        }
    }
    for (one, level) in strip.marks.iter().zip(levels) {
        let entry = &timeline.entries()[one.place];
        let title = format!(
            "{}: {}",
            escaped(&entry.event.when.to_string()),
            escaped(&entry.title)
        );
        let y = base - step * float(level);
        body.push_str(&mark(one.certainty, middle(one.cell), y, &title));
    }
    let height = axis + if strip.gaps.is_empty() { 28.0 } else { 46.0 };
    let label = escaped(&format!(
        "{} on an axis. {}",
        text::count(timeline.len(), "event"),
        strip.note()
    ));
    format!(
        "<svg class=\"drawing {class}\" viewBox=\"-{PAD} 0 {:.0} {height:.0}\" role=\"img\" aria-label=\"{label}\">\n\
         {body}</svg>\n",
        width + 2.0 * PAD
    )
}

fn middle(cell: usize) -> f64 {
    (float(cell) + 0.5) * CELL
}

fn lasted(mark: &Mark) -> Option<(usize, usize)> {
    match mark.reach {
        Some(Reach::Lasted(from, to)) => Some((from, to)),
        _ => None,
    }
}

/// How many marks stand below each in its cell or the one beside it: marks are wider than a cell.
fn levels(marks: &[Mark]) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::new();
    marks
        .iter()
        .map(|mark| {
            let free = tops.iter().position(|last| last + 1 < mark.cell);
            let level = free.unwrap_or(tops.len());
            match tops.get_mut(level) {
                Some(top) => *top = mark.cell,
                None => tops.push(mark.cell),
            }
            level
        })
        .collect()
}

fn push_band(band: &Band, y: f64, body: &mut String) {
    let (x, width) = (
        float(band.from) * CELL,
        float(band.to + 1 - band.from) * CELL,
    );
    let (title, colour) = (escaped(&band.title), band.era % 6);
    let _ = writeln!(
        body,
        "<rect class=\"band e{colour}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"22\" rx=\"4\">\
         <title>{title}</title></rect>"
    );
    let name = name(band);
    if !name.is_empty() {
        let (x, y, name) = (x + width / 2.0, y + 15.0, escaped(&name));
        let _ = writeln!(
            body,
            "<text class=\"era\" text-anchor=\"middle\" x=\"{x:.1}\" y=\"{y:.1}\">{name}</text>"
        );
    }
}

/// The name of an era, as much of it as its band has room for.
fn name(band: &Band) -> String {
    cut(
        &band.title,
        BOLD,
        float(band.to + 1 - band.from) * CELL - 12.0,
    )
}

/// Whether the band of an era has room for its whole name.
pub(super) fn named(band: &Band) -> bool {
    name(band) == band.title
}

fn push_bar(class: &str, (from, to): (usize, usize), y: f64, height: f64, body: &mut String) {
    let (x, width) = (float(from) * CELL, float(to + 1 - from) * CELL);
    let _ = writeln!(
        body,
        "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height}\" rx=\"2.5\"/>"
    );
}

fn ruler(strip: &Strip, y: f64, width: f64, body: &mut String) {
    for part in &strip.parts {
        let (from, to) = (float(part.start) * CELL, float(part.end) * CELL);
        let _ = writeln!(
            body,
            "<path class=\"axis\" d=\"M{from:.1} {y:.1}H{to:.1}\"/>"
        );
    }
    for (pair, gap) in strip.parts.windows(2).zip(&strip.gaps) {
        let (from, to) = (float(pair[0].end) * CELL, float(pair[1].start) * CELL);
        let step = (to - from) / 6.0;
        let _ = writeln!(
            body,
            "<path class=\"break\" d=\"M{from:.1} {y:.1}l{step:.1} -5l{step:.1} 10l{step:.1} -10l{step:.1} 10\
             l{step:.1} -10l{step:.1} 5\"/>"
        );
        // Parts have ten cells at least, so that names of breaks have fourteen.
        let name = cut(gap, SMALL, 13.0 * CELL);
        let half = super::letters::pixels(&name, SMALL) / 2.0;
        let x = f64::midpoint(from, to).clamp(half, (width - half).max(half));
        let name = escaped(&name);
        let _ = writeln!(
            body,
            "<text class=\"gap\" text-anchor=\"middle\" x=\"{x:.1}\" y=\"{:.1}\">{name}</text>",
            y + 40.0
        );
    }
    for tick in &strip.ticks {
        let label = escaped(&tick.label);
        // The layout gave the label its columns; its middle stands in theirs.
        let x = (float(tick.start) + float(text::width(&tick.label)) / 2.0) * CELL;
        let _ = writeln!(
            body,
            "<path class=\"notch\" d=\"M{:.1} {y:.1}v6\"/><text class=\"tick\" text-anchor=\"middle\" x=\"{x:.1}\" \
             y=\"{:.1}\">{label}</text>",
            middle(tick.cell),
            y + 21.0
        );
    }
}
