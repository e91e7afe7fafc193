//! Labels on leaders below an axis: used only where every label finds room in few lanes and no leader crosses a label.

use super::{
    line::{Line, Role},
    look::Signs,
    order::Timeline,
};
use crate::text;

/// Lanes, at most (TIMELINE, section 2).
const LANES: usize = 8;

/// More events never find room in so few lanes of 200 columns.
const MOST: usize = 64;

/// A label in its lane.
struct Label {
    lane: usize,
    /// The column of its leader.
    column: usize,
    place: usize,
    text: String,
    date: usize,
    width: usize,
    /// Whether it stands to the right of its leader.
    right: bool,
}

impl Label {
    /// The first column of its text and the space beside the leader, and the one after the last.
    fn cells(&self) -> (usize, usize) {
        if self.right {
            (self.column + 1, self.column + 2 + self.width)
        } else {
            (self.column - 1 - self.width, self.column)
        }
    }
}

/// The lanes for marks in these columns, which never go back; none when a label does not fit. Dates stand before the
/// titles where they fit too.
pub(super) fn lanes(
    timeline: &Timeline,
    places: &[usize],
    columns: &[usize],
    signs: &Signs,
    width: usize,
) -> Option<Vec<Line>> {
    if places.len() > MOST {
        return None;
    }
    let try_with = |dated: bool| {
        let labels: Vec<(String, usize)> = places
            .iter()
            .map(|place| {
                let entry = &timeline.entries()[*place];
                if dated {
                    let date = signs.plain(entry.date.clone());
                    (format!("{date} {}", entry.title), date.len())
                } else {
                    (entry.title.clone(), 0)
                }
            })
            .collect();
        laid(places, columns, &labels, width)
    };
    let labels = try_with(true).or_else(|| try_with(false))?;
    Some(drawn(&labels, signs))
}

/// Gives every label a lane: the left half to the right of its leaders, from the middle outwards; the right half to
/// the left of them, likewise. What is taken stays taken, so that nothing placed later can cross it.
fn laid(
    places: &[usize],
    columns: &[usize],
    labels: &[(String, usize)],
    width: usize,
) -> Option<Vec<Label>> {
    let middle = columns.partition_point(|column| *column < width / 2);
    let order = (0..middle).rev().chain(middle..columns.len());
    let mut taken = vec![vec![false; width]; LANES];
    let mut out: Vec<Label> = Vec::with_capacity(columns.len());
    for at in order {
        let (text, date) = &labels[at];
        let mut label = Label {
            lane: 0,
            column: columns[at],
            place: places[at],
            width: text::width(text),
            text: text.clone(),
            date: *date,
            right: at < middle,
        };
        if !label.right && label.column < label.width + 1 {
            return None;
        }
        let (from, to) = label.cells();
        if to > width {
            return None;
        }
        // Leaders of marks in one column are one line.
        let shared = |lane: usize| {
            out.iter()
                .any(|other| other.column == label.column && other.lane >= lane)
        };
        label.lane = (0..LANES).find(|lane| {
            let room = &taken[*lane][from.saturating_sub(1)..(to + 1).min(width)];
            let edge = usize::from(from > 0);
            let own = label.column;
            // One space to the next label; the own leader may stand beside.
            let clear = room.iter().enumerate().all(|(cell, taken)| {
                let column = from - edge + cell;
                !taken
                    || (column == own
                        && !out
                            .iter()
                            .any(|other| other.lane == *lane && other.column == own))
            });
            let leader = (0..*lane).all(|above| !taken[above][own] || shared(above));
            clear && leader
        })?;
        for lane in &mut taken[..=label.lane] {
            lane[label.column] = true;
        }
        for cell in &mut taken[label.lane][from..to] {
            *cell = true;
        }
        out.push(label);
    }
    Some(out)
}

fn drawn(labels: &[Label], signs: &Signs) -> Vec<Line> {
    let deepest = labels.iter().map(|label| label.lane).max().unwrap_or(0);
    (0..=deepest)
        .map(|lane| {
            let mut row: Vec<&Label> = labels.iter().filter(|label| label.lane >= lane).collect();
            // A leader is drawn once; where a label stands at it, with that.
            row.sort_by_key(|label| (label.column, label.lane != lane));
            row.dedup_by_key(|label| label.column);
            let mut line = Line::default();
            for label in row {
                let goes_on = labels
                    .iter()
                    .any(|other| other.column == label.column && other.lane > lane);
                if label.lane > lane {
                    line.pad_to(label.column);
                    line.push(Role::Rail, signs.rail);
                    continue;
                }
                let (right, left) = if goes_on { signs.joints } else { signs.feet };
                let (date, title) = label.text.split_at(label.date);
                let line_of = |line: &mut Line| {
                    line.push(Role::Date, date.to_owned());
                    line.push(Role::Title, title.to_owned());
                };
                if label.right {
                    line.pad_to(label.column);
                    line.push(Role::Rail, format!("{right} "));
                    line_of(&mut line);
                } else {
                    line.pad_to(label.cells().0);
                    line_of(&mut line);
                    line.push(Role::Rail, format!(" {left}"));
                }
                line.event = Some(label.place);
            }
            line
        })
        .collect()
}
