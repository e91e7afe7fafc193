//! How many lines stand between two events of the vertical view, and which gaps are cut and named.

use super::{
    age,
    distance::apart,
    order::{DAY, Timeline},
    scale::Scale,
};

/// A gap so many times the median is cut to one line that names it (TIMELINE, section 2).
const CUT: f64 = 8.0;

/// Lines between neighbours, at most, on a compressed scale.
const MOST: f64 = 3.0;

/// What stands between two events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// So many lines of rail.
    Lines(usize),
    /// One line that says how long it is.
    Named(String),
}

/// How gaps become lines.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spacing {
    /// By the logarithm of the gap over the median gap; longer ones are cut. The median in seconds.
    Compressed(f64),
    /// A line for so many seconds.
    Linear(f64),
    /// By the difference of the logarithms of ages; every gap is named. The median, and the second that ages count to.
    Log(f64, i64),
}

impl Spacing {
    /// The spacing for these events.
    pub(super) fn of(timeline: &Timeline, wanted: Option<Scale>) -> Self {
        let points: Vec<i64> = timeline.entries().iter().map(|entry| entry.at).collect();
        let scale = wanted.or_else(|| age::is_deep(&points).then_some(Scale::Log));
        let median = |of: &dyn Fn(i64, i64) -> f64| {
            let mut gaps: Vec<f64> = points
                .windows(2)
                .map(|pair| of(pair[0], pair[1]))
                .filter(|gap| *gap > 0.0)
                .collect();
            gaps.sort_unstable_by(f64::total_cmp);
            gaps.get(gaps.len().saturating_sub(1) / 2)
                .copied()
                .unwrap_or(1.0)
        };
        match scale {
            Some(Scale::Log) => {
                let now = age::reference(&points);
                Self::Log(median(&|a, b| age::log(a, now) - age::log(b, now)), now)
            }
            Some(Scale::Linear) => {
                let total: f64 = points
                    .windows(2)
                    .map(|pair| seconds(pair[0], pair[1]))
                    .sum();
                // Three lines for each event, as many as a compressed scale would take at most.
                let lines = age::float(i64::try_from(points.len()).unwrap_or(i64::MAX)) * MOST;
                Self::Linear((total / lines.max(1.0)).max(1.0))
            }
            Some(Scale::Broken) | None => Self::Compressed(median(&seconds)),
        }
    }

    /// What stands between two neighbours.
    pub(super) fn between(self, timeline: &Timeline, before: usize, after: usize) -> Gap {
        let (a, b) = (timeline.at(before), timeline.at(after));
        let words = || {
            let entries = timeline.entries();
            apart(&entries[before].event.when, &entries[after].event.when)
        };
        let compressed = |ratio: f64| age::whole((1.0 + ratio).log2().round().min(MOST));
        match self {
            Self::Linear(line) => Gap::Lines(age::whole((seconds(a, b) / line).round())),
            Self::Compressed(median) => {
                let ratio = seconds(a, b) / median;
                match (ratio > CUT).then(words).flatten() {
                    Some(words) => Gap::Named(words),
                    None => Gap::Lines(compressed(ratio)),
                }
            }
            Self::Log(median, now) => {
                let gap = age::log(a, now) - age::log(b, now);
                let lines = compressed(gap.max(0.0) / median);
                match (lines > 0).then(words).flatten() {
                    Some(words) => Gap::Named(words),
                    None => Gap::Lines(lines),
                }
            }
        }
    }

    /// Its name in a word.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Compressed(_) => "compressed",
            Self::Linear(_) => "linear",
            Self::Log(..) => "log",
        }
    }

    /// How it is to be read. `named`: whether a gap is cut.
    pub(super) fn note(self, cut: &str, named: bool) -> String {
        match self {
            Self::Compressed(_) if named => format!(
                "Scale: compressed. More lines mean more time; {cut} is a longer gap, cut and named."
            ),
            Self::Compressed(_) => "Scale: compressed. More lines mean more time.".to_owned(),
            Self::Linear(line) => {
                let days = age::rounded(line / age::float(DAY));
                let line = if days == 0 {
                    "part of a day".to_owned()
                } else {
                    crate::date::Length::of_days(days).to_string()
                };
                format!("Scale: linear. A line is about {line}.")
            }
            Self::Log(..) => format!("Scale: log, by age. {cut} names each gap."),
        }
    }
}

/// Seconds from one to the other, not below 0: list order may go back where dates overlap.
fn seconds(a: i64, b: i64) -> f64 {
    age::float(b.saturating_sub(a).max(0))
}
