//! The axis view: marks on an axis from left to right, numbered with a legend below; or, where they all fit, with their
//! labels on leaders.

use super::{
    lanes, legend,
    line::{Line, Role, flow},
    look::{Look, Signs},
    order::Timeline,
    scale::{Axis, BREAK},
    ticks,
    vertical::marks,
};
use crate::text;

/// Draws the axis view. Nothing for no events. With [`Look::reverse`] the legend begins with the latest event; time
/// runs from left to right all the same.
#[must_use]
pub fn axis(timeline: &Timeline, look: &Look) -> Vec<Line> {
    if timeline.is_empty() {
        return Vec::new();
    }
    let (width, signs) = (look.columns(), look.signs());
    let places = timeline.by_point();
    let axis = Axis::over(timeline, &places, look.scale, width);
    let columns: Vec<usize> = places
        .iter()
        .map(|place| axis.column(timeline.at(*place)))
        .collect();
    let several = columns.windows(2).any(|pair| pair[0] == pair[1]);
    let marked = mark_line(timeline, &places, &columns, signs);
    let mut lines = Vec::new();
    if let Some(lanes) = lanes::lanes(timeline, &places, &columns, signs, width) {
        lines.extend([labels(&axis), ruler(&axis, signs), marked]);
        lines.extend(lanes);
        lines.extend(notes(timeline, &axis, several, signs, width));
        return lines;
    }
    let mut numbers = Line::default();
    for tag in legend::tags(&columns, width) {
        numbers.pad_to(tag.start);
        numbers.push(Role::Number, tag.text(signs));
    }
    lines.extend([numbers, marked, ruler(&axis, signs), labels(&axis)]);
    lines.extend(notes(timeline, &axis, several, signs, width));
    lines.push(Line::default());
    let mut number_of = vec![0; places.len()];
    for (at, place) in places.iter().enumerate() {
        number_of[*place] = at + 1;
    }
    let mut listed = places;
    if look.reverse {
        listed.reverse();
    }
    let number = |place: usize| number_of[place];
    lines.extend(legend::legend(timeline, &listed, &number, signs, width));
    lines
}

fn mark_line(timeline: &Timeline, places: &[usize], columns: &[usize], signs: &Signs) -> Line {
    let mut line = Line::default();
    let mut at = 0;
    while let Some(column) = columns.get(at) {
        let several = columns[at..]
            .iter()
            .take_while(|other| *other == column)
            .count();
        line.pad_to(*column);
        let mark = if several > 1 {
            signs.several
        } else {
            signs.mark(&timeline.entries()[places[at]].event.when)
        };
        line.push(Role::Mark, mark);
        at += several;
    }
    line
}

/// The axis itself with its ticks and breaks.
fn ruler(axis: &Axis, signs: &Signs) -> Line {
    let ticks: Vec<usize> = ticks::ticks(axis).iter().map(|tick| tick.column).collect();
    let mut line = String::new();
    for (at, segment) in axis.segments.iter().enumerate() {
        if at > 0 {
            line.push_str(signs.gap);
        }
        for column in segment.start..segment.start + segment.cols {
            let tick = ticks.binary_search(&column).is_ok();
            line.push_str(if tick { signs.tick } else { signs.dash });
        }
    }
    debug_assert_eq!(text::width(signs.gap), BREAK);
    Line::default().and(Role::Rail, line)
}

fn labels(axis: &Axis) -> Line {
    let mut line = Line::default();
    for tick in ticks::ticks(axis) {
        line.pad_to(tick.start);
        line.push(Role::Tick, tick.label);
    }
    line
}

fn notes(
    timeline: &Timeline,
    axis: &Axis,
    several: bool,
    signs: &Signs,
    width: usize,
) -> Vec<Line> {
    let mut notes = vec![axis.note(signs)];
    notes.extend(marks(timeline, signs));
    if several {
        notes.push(format!("{} several.", signs.several));
    }
    let mut lines = vec![Line::default()];
    lines.extend(flow(Role::Note, &notes.join(" "), width));
    lines
}
