//! Ticks of an axis: in each part the finest step whose labels all fit.

use super::{
    age,
    naming::{age_text, point_text, year_text},
    order::DAY,
    scale::{Axis, BREAK, Scale, Segment},
    step::{Step, civil, ladder},
};
use crate::text;

/// Parts no longer than this say their ends by the minute, or by the day.
const TWO_DAYS: i64 = 2 * DAY;
const TWO_YEARS: i64 = 731 * DAY;

/// A tick with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    /// Where it stands.
    pub(super) column: usize,
    /// The first column of its label.
    pub(super) start: usize,
    pub(super) label: String,
}

impl Tick {
    fn end(&self) -> usize {
        self.start + text::width(&self.label)
    }
}

/// The ticks of an axis, from left to right; labels have a space between them.
pub(super) fn ticks(axis: &Axis) -> Vec<Tick> {
    if axis.scale == Scale::Log {
        return log(axis);
    }
    let mut ticks: Vec<Tick> = Vec::new();
    let last = axis.segments.len().saturating_sub(1);
    for (at, segment) in axis.segments.iter().enumerate() {
        let free = ticks.last().map_or(0, |tick| tick.end() + 1);
        let end = segment.start + segment.cols;
        // A label may reach into the break, up to its middle.
        let limit = if at == last { end } else { end + BREAK / 2 };
        let from = if at == 0 {
            0
        } else {
            free.max(segment.start.saturating_sub(BREAK / 2))
        };
        ticks.extend(linear(segment, from, limit));
    }
    ticks
}

/// The ticks of a part: labels stand from column `from` to before `limit`.
fn linear(segment: &Segment, from: usize, limit: usize) -> Vec<Tick> {
    let fitting = ladder(segment.from).into_iter().find_map(|step| {
        let ticks = step.ticks(segment.from, segment.to, segment.cols / 2)?;
        let ticks = ticks
            .into_iter()
            .map(|(at, label)| (segment.linear(at), label));
        placed(ticks.collect(), from, limit)
    });
    match fitting {
        Some(ticks) if !ticks.is_empty() => ticks,
        _ => ends(segment, from, limit),
    }
}

/// A part without ticks says where it begins and ends, or only where it begins.
fn ends(segment: &Segment, from: usize, limit: usize) -> Vec<Tick> {
    let (first, last) = (
        segment.start,
        segment.start + segment.cols.saturating_sub(1),
    );
    let long = segment.to.saturating_sub(segment.from);
    let label = |at: i64| {
        if long <= TWO_DAYS {
            Step::Minutes(1).label(at, true)
        } else if long <= TWO_YEARS {
            Step::Days(1).label(at, true)
        } else {
            point_text(at)
        }
    };
    let a = (first, label(segment.from));
    let b = (last, label(segment.to));
    let both = if a.1 == b.1 {
        None
    } else {
        placed(vec![a.clone(), b], from, limit)
    };
    both.or_else(|| placed(vec![a], from, limit))
        .unwrap_or_default()
}

/// Labels in the middle of their ticks, or moved to stay inside; none when two come too close.
fn placed(ticks: Vec<(usize, String)>, from: usize, limit: usize) -> Option<Vec<Tick>> {
    let mut free = from;
    let mut out: Vec<Tick> = Vec::with_capacity(ticks.len());
    for (column, label) in ticks {
        let width = text::width(&label);
        let start = column
            .saturating_sub(width / 2)
            .max(free)
            .min(limit.checked_sub(width)?);
        // A label may move to the side, but its tick stays above it.
        if start < free || start > column.max(from) {
            return None;
        }
        free = start + width + 1;
        out.push(Tick {
            column,
            start,
            label,
        });
    }
    Some(out)
}

/// Powers of ten of the age, thinned until their labels fit between the oldest and now.
fn log(axis: &Axis) -> Vec<Tick> {
    let Some(segment) = axis.segments.first() else {
        return Vec::new();
    };
    let limit = segment.start + segment.cols;
    let oldest = age::years(segment.from, axis.now);
    let column = |years: f64| {
        let second = axis.now - age::rounded(years * age::year());
        axis.column(second)
    };
    let powers: Vec<(usize, String)> = (1..11)
        .rev()
        .map(|power| 10_i64.pow(power))
        .filter(|years| age::float(*years) < oldest)
        .map(|years| {
            let label = if years < 1000 {
                year_text(civil(axis.now).year - years)
            } else {
                age_text(years)
            };
            (column(age::float(years)), label)
        })
        .collect();
    let first = (segment.start, point_text(segment.from));
    let now = (limit.saturating_sub(1), NOW.to_owned());
    let with = |between: Vec<(usize, String)>| {
        let mut all = vec![first.clone()];
        all.extend(between);
        all.push(now.clone());
        placed(all, segment.start, limit)
    };
    let thinned = |every: usize, skip: usize| {
        let kept = powers.iter().skip(skip).step_by(every).cloned();
        with(kept.collect())
    };
    let candidates = (1..=powers.len()).flat_map(|every| (0..every).map(move |skip| (every, skip)));
    let fit = candidates
        .into_iter()
        .find_map(|(every, skip)| thinned(every, skip));
    fit.or_else(|| with(Vec::new()))
        .or_else(|| placed(vec![first.clone()], segment.start, limit))
        .unwrap_or_default()
}

const NOW: &str = "now";
