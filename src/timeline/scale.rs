//! The scale of an axis: which one fits the events, and the column of a point on it.

use std::str::FromStr;

use super::{
    age,
    look::Signs,
    order::{DAY, Timeline},
};
use crate::date::Day;

/// A gap above this share of the span is left out of the axis (TIMELINE, section 2).
const WIDE: f64 = 0.2;

/// A gap that is left out is so many times the median at least: evenly spaced events need no break.
const ODD: f64 = 3.0;

/// Gaps that are left out, at most.
const CUTS: usize = 3;

/// Columns of a part of a broken axis, at least.
const PART: usize = 10;

/// Columns of the sign where a gap is left out.
pub(super) const BREAK: usize = 4;

/// How time becomes room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Evenly.
    Linear,
    /// Evenly, with the longest gaps left out.
    Broken,
    /// By the logarithm of the age.
    Log,
}

impl FromStr for Scale {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "linear" => Ok(Self::Linear),
            "broken" => Ok(Self::Broken),
            "log" => Ok(Self::Log),
            _ => Err("there are `linear`, `broken` and `log`".to_owned()),
        }
    }
}

/// An axis of a given width.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    pub(super) scale: Scale,
    pub(super) segments: Vec<Segment>,
    /// The second that ages count to.
    pub(super) now: i64,
}

/// What a gap is measured against when it may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// From the first event to the last.
    Whole,
    /// What the longer gaps leave of it.
    Left,
}

/// A part of an axis without a break: points from `from` to `to` on `cols` columns from `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) start: usize,
    pub(super) cols: usize,
}

impl Axis {
    /// The axis for these points, in order and at least one.
    pub(super) fn of(points: &[i64], wanted: Option<Scale>, width: usize) -> Self {
        Self::cut(points, wanted, width, Span::Whole)
    }

    /// As [`Axis::of`], with gaps measured against another span than the whole.
    pub(super) fn cut(points: &[i64], wanted: Option<Scale>, width: usize, span: Span) -> Self {
        let now = age::reference(points);
        let first = points.first().copied().unwrap_or_default();
        let last = points.last().copied().unwrap_or_default();
        let whole = |scale| {
            let (from, to) = if scale == Scale::Log {
                (first, now)
            } else {
                roomy(first, last, last.saturating_sub(first))
            };
            let start = 0;
            Self {
                scale,
                segments: vec![Segment {
                    from,
                    to,
                    start,
                    cols: width,
                }],
                now,
            }
        };
        let chosen = match wanted {
            Some(scale) => scale,
            None if age::is_deep(points) => Scale::Log,
            None => Scale::Broken,
        };
        if chosen == Scale::Broken {
            let cuts = cuts(points, wanted == Some(Scale::Broken), width, span);
            if !cuts.is_empty() {
                return Self {
                    scale: Scale::Broken,
                    segments: parts(points, &cuts, width),
                    now,
                };
            }
            return whole(Scale::Linear);
        }
        whole(chosen)
    }

    /// The axis of a timeline, and its points in the order of places that `by_point` gives.
    pub(super) fn over(
        timeline: &Timeline,
        places: &[usize],
        wanted: Option<Scale>,
        width: usize,
    ) -> Self {
        let points: Vec<i64> = places.iter().map(|place| timeline.at(*place)).collect();
        Self::of(&points, wanted, width)
    }

    /// The column of a point.
    pub(super) fn column(&self, at: i64) -> usize {
        let after = self.segments.iter().find(|segment| at <= segment.to);
        let segment = after.or_else(|| self.segments.last());
        segment.map_or(0, |segment| segment.column(at, self))
    }

    /// How it is to be read.
    pub(super) fn note(&self, signs: &Signs) -> String {
        match self.scale {
            Scale::Linear => "Scale: linear.".to_owned(),
            Scale::Broken => format!(
                "Scale: linear, broken where {} leaves out a gap.",
                signs.gap
            ),
            Scale::Log => "Scale: log, by age.".to_owned(),
        }
    }
}

impl Segment {
    fn column(&self, at: i64, axis: &Axis) -> usize {
        let map = |at: i64| match axis.scale {
            Scale::Log => -age::log(at, axis.now),
            Scale::Linear | Scale::Broken => age::float(at),
        };
        let (from, to) = (map(self.from), map(self.to));
        let last = self.cols.saturating_sub(1);
        let share = if to > from {
            ((map(at) - from) / (to - from)).clamp(0.0, 1.0)
        } else {
            0.5
        };
        self.start + age::whole(share * age::columns(last)).min(last)
    }

    /// The column of a point on a linear part.
    pub(super) fn linear(&self, at: i64) -> usize {
        let axis = Axis {
            scale: Scale::Linear,
            segments: Vec::new(),
            now: 0,
        };
        self.column(at, &axis)
    }
}

/// Where to break: indexes of points that a left-out gap comes before.
fn cuts(points: &[i64], asked: bool, width: usize, measure: Span) -> Vec<usize> {
    let most = ((width + BREAK) / (PART + BREAK))
        .saturating_sub(1)
        .min(CUTS);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut span = age::float(last.saturating_sub(*first));
    let mut gaps: Vec<(i64, usize)> = points
        .windows(2)
        .enumerate()
        .map(|(at, pair)| (pair[1].saturating_sub(pair[0]), at + 1))
        .collect();
    gaps.sort_unstable_by_key(|(gap, at)| (std::cmp::Reverse(*gap), *at));
    // With two events there is nothing but the gap.
    if gaps.len() < 2 {
        return Vec::new();
    }
    let median = age::float(gaps[gaps.len() / 2].0);
    let mut cuts = Vec::new();
    for (rank, (gap, at)) in gaps.into_iter().take(most).enumerate() {
        let gap_seconds = age::float(gap);
        if gap_seconds > (WIDE * span).max(ODD * median) || (asked && rank == 0 && gap > 0) {
            cuts.push(at);
            if measure == Span::Left {
                span -= gap_seconds;
            }
        }
    }
    cuts.sort_unstable();
    cuts
}

/// The parts between the cuts: half of the room by their events, half by their spans.
fn parts(points: &[i64], cuts: &[usize], width: usize) -> Vec<Segment> {
    let total = points.last().zip(points.first()).map_or(0, |(b, a)| b - a);
    let mut ends = cuts.to_vec();
    ends.push(points.len());
    let mut from = 0;
    let pieces: Vec<&[i64]> = ends
        .into_iter()
        .map(|end| {
            let piece = &points[from..end];
            from = end;
            piece
        })
        .collect();
    let mut domains: Vec<(i64, i64)> = pieces
        .iter()
        .map(|piece| {
            let (a, b) = (piece[0], piece[piece.len() - 1]);
            roomy(a, b, total)
        })
        .collect();
    // The room around a part ends in the middle of the gap, so that no point stands in two parts.
    for (at, pair) in pieces.windows(2).enumerate() {
        let middle = i64::midpoint(pair[0][pair[0].len() - 1], pair[1][0]);
        domains[at].1 = domains[at].1.min(middle);
        domains[at + 1].0 = domains[at + 1].0.max(middle);
    }
    let spans: f64 = domains.iter().map(|(a, b)| age::float(b - a)).sum();
    let room = width.saturating_sub(BREAK * cuts.len());
    let left = room.saturating_sub(PART * pieces.len());
    let share = |at: usize| {
        let (a, b) = domains[at];
        let events = age::columns(pieces[at].len()) / age::columns(points.len());
        0.5 * events + 0.5 * age::float(b - a) / spans.max(1.0)
    };
    let mut segments = Vec::with_capacity(pieces.len());
    let (mut start, mut taken, mut shares) = (0, 0, 0.0);
    for (at, (from, to)) in domains.iter().copied().enumerate() {
        shares += share(at);
        let upto = age::whole(shares * age::columns(left)).min(left);
        let cols = PART + upto - taken;
        taken = upto;
        segments.push(Segment {
            from,
            to,
            start,
            cols,
        });
        start += cols + BREAK;
    }
    segments
}

/// A stretch of some length around points that may all be one: the day, the year, or a share of the age, by how long
/// the whole axis is.
fn roomy(a: i64, b: i64, total: i64) -> (i64, i64) {
    const YEAR: i64 = 366 * DAY;
    let age = age::Y2000.saturating_sub(a);
    if age > 10_000 * YEAR && b - a < age / 10 {
        let pad = (age / 20).max(YEAR);
        return (a - pad, b + pad);
    }
    if b > a && b - a >= total / 20 {
        return (a, b);
    }
    if total > 0 && total < 5 * YEAR {
        let pad = (total / 20).max(60);
        return (a - pad, b + pad);
    }
    let year = |at: i64| Day::from_days(at.div_euclid(DAY)).civil().year;
    let begins = |year| Day::new(year, 1, 1).map(|day| day.days().saturating_mul(DAY));
    match (begins(year(a)), begins(year(b) + 1)) {
        (Some(from), Some(to)) => (from, to),
        _ => (a - YEAR / 2, b + YEAR / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, DAY, Scale};

    const YEAR: i64 = 365 * DAY;

    #[test]
    fn the_scale_follows_from_the_events() {
        for (years, scale) in [
            (vec![0], Scale::Linear),
            (vec![0, 50], Scale::Linear),
            (vec![0, 10, 20, 30, 40, 50, 60], Scale::Linear),
            (vec![0, 1, 2, 50, 51], Scale::Broken),
            (vec![-13_800_000_000, -66_000_000, -100], Scale::Log),
            (
                vec![-20_000, -18_000, -16_000, -14_000, -12_000, -10_000, -8_000],
                Scale::Linear,
            ),
        ] {
            let mut points: Vec<i64> = years.iter().map(|year| year * YEAR).collect();
            points.sort_unstable();
            assert_eq!(Axis::of(&points, None, 80).scale, scale, "{years:?}");
        }
    }

    #[test]
    fn parts_of_a_broken_axis_share_the_width_and_the_columns_never_go_back() {
        let points: Vec<i64> = [0, 1, 2, 50, 51, 90, 91].map(|year| year * YEAR).to_vec();
        for width in 20..200 {
            let axis = Axis::of(&points, Some(Scale::Broken), width);
            let last = axis.segments.last().unwrap();
            assert_eq!(last.start + last.cols, width);
            let columns: Vec<usize> = points.iter().map(|at| axis.column(*at)).collect();
            assert!(columns.is_sorted(), "{columns:?} at {width}");
            assert!(columns.iter().all(|column| *column < width));
        }
    }
}
