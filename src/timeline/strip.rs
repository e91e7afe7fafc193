//! A timeline as places on an axis of so many cells: marks, bars, eras, ticks and breaks, for drawings that are no
//! text. The layout is that of the axis view; what a cell is, the drawing decides.

use std::ops::Range;

use super::{
    age,
    distance::apart,
    log_ticks,
    look::{Certainty, certainty},
    order::{DAY, Timeline, point},
    scale::{Axis, Scale, Span},
    ticks,
};
use crate::{
    date::{Day, Moment, When},
    pack::Era,
    text,
};

/// A timeline on an axis of `cells` cells, counted from 0.
#[derive(Clone, Debug)]
pub struct Strip {
    /// How time becomes room.
    pub scale: Scale,
    /// The cells of each part; between two parts a gap is left out.
    pub parts: Vec<Range<usize>>,
    /// How long the gaps are that are left out, in words; one less than there are parts.
    pub gaps: Vec<String>,
    /// Ticks in order.
    pub ticks: Vec<Notch>,
    /// An event each, in the order of their cells.
    pub marks: Vec<Mark>,
    /// The eras that reach into the axis, in the order of the pack.
    pub bands: Vec<Band>,
}

/// A tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notch {
    /// Its cell.
    pub cell: usize,
    /// The first cell of its label, when labels stand side by side: none then touches another.
    pub start: usize,
    /// Its label.
    pub label: String,
}

/// An event on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the timeline's order.
    pub place: usize,
    /// Its cell.
    pub cell: usize,
    /// How exactly its start is known.
    pub certainty: Certainty,
    /// The first and the last cell of what it takes, where that is more than its own cell.
    pub reach: Option<Reach>,
}

/// The cells that an event takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It lasted so long.
    Lasted(usize, usize),
    /// It was somewhere in there.
    Within(usize, usize),
}

/// An era on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its title, one clean line.
    pub title: String,
    /// Its place among the eras of the pack.
    pub era: usize,
    /// Its first cell.
    pub from: usize,
    /// Its last cell.
    pub to: usize,
}

impl Strip {
    /// The strip of a timeline, on the scale that fits; none without an event.
    #[must_use]
    pub fn of(timeline: &Timeline, cells: usize) -> Option<Self> {
        if timeline.is_empty() {
            return None;
        }
        let places = timeline.by_point();
        let axis = fitting(timeline, &places, cells);
        let parts: Vec<Range<usize>> = axis
            .segments
            .iter()
            .map(|segment| segment.start..segment.start + segment.cols)
            .collect();
        let ticks = if axis.scale == Scale::Log {
            log_ticks::ticks(&axis)
        } else {
            ticks::ticks(&axis)
        };
        let ticks = ticks
            .into_iter()
            .map(|tick| Notch {
                cell: tick.column,
                start: tick.start,
                label: tick.label,
            })
            .collect();
        let mark = |place: &usize| {
            let when = &timeline.entries()[*place].event.when;
            Mark {
                place: *place,
                cell: axis.column(timeline.at(*place)),
                certainty: certainty(when),
                reach: reach(when, &axis),
            }
        };
        let eras = timeline.eras.iter().enumerate();
        Some(Self {
            scale: axis.scale,
            gaps: gaps(timeline, &places, &axis),
            parts,
            ticks,
            marks: places.iter().map(mark).collect(),
            bands: apart_bands(eras.filter_map(|(at, era)| band(at, era, &axis)).collect()),
        })
    }

    /// How the axis is to be read, in a sentence.
    #[must_use]
    pub fn note(&self) -> &'static str {
        match self.scale {
            Scale::Linear => "Linear scale.",
            Scale::Broken => "Linear scale, broken where a long gap is left out and named.",
            Scale::Log => "Logarithmic scale, by age: the longer ago, the closer together.",
        }
    }
}

/// The gaps between the parts: from the last event of one to the first of the next.
fn gaps(timeline: &Timeline, places: &[usize], axis: &Axis) -> Vec<String> {
    axis.segments
        .windows(2)
        .map(|pair| {
            let next = places.partition_point(|place| timeline.at(*place) <= pair[0].to);
            let when = |at: usize| {
                places
                    .get(at)
                    .map(|place| &timeline.entries()[*place].event.when)
            };
            let ends = next.checked_sub(1).and_then(when).zip(when(next));
            ends.and_then(|(a, b)| apart(a, b)).unwrap_or_default()
        })
        .collect()
}

/// The axis of the axis view, unless another spreads the events far better: one that leaves out more gaps, or a
/// logarithmic one where the oldest is old enough.
fn fitting(timeline: &Timeline, places: &[usize], cells: usize) -> Axis {
    let points: Vec<i64> = places.iter().map(|place| timeline.at(*place)).collect();
    let crowding = |axis: &Axis| {
        let share = age::columns(cells) / age::columns(points.len().max(1));
        let even = (0..points.len()).map(|at| (age::columns(at) + 0.5) * share);
        let off = points.iter().zip(even);
        off.map(|(at, even)| (age::columns(axis.column(*at)) - even).abs())
            .sum::<f64>()
    };
    let mut best = Axis::of(&points, None, cells);
    let oldest = points
        .first()
        .map_or(0.0, |at| age::years(*at, age::reference(&points)));
    let mut others = vec![Axis::cut(&points, None, cells, Span::Left)];
    if oldest > OLD {
        others.push(Axis::of(&points, Some(Scale::Log), cells));
    }
    for other in others {
        if crowding(&other) < BETTER * crowding(&best) {
            best = other;
        }
    }
    best
}

/// An axis that is not the usual one must have so much less crowding.
const BETTER: f64 = 0.7;

/// Years from which on a logarithmic scale may be better though no event is of deep time.
const OLD: f64 = 500.0;

/// What an event takes, where that is more than its mark would cover.
fn reach(when: &When, axis: &Axis) -> Option<Reach> {
    let second = |day: Option<Day>| day.map(|day| day.days().saturating_mul(DAY));
    let (first, last) = (axis.segments.first()?, axis.segments.last()?);
    let (from, to) = match when {
        When::Span { start, end } => {
            let from = if start.is_some() {
                point(when)
            } else {
                first.from
            };
            let end = second(end.as_ref().and_then(Moment::nominal));
            (from, end.unwrap_or(last.to))
        }
        // Of a known day only the time may be unknown.
        When::Moment(_) if certainty(when) == Certainty::Known => return None,
        When::Moment(moment) => {
            let (from, to) = moment.padded();
            (second(from)?, second(to)?.saturating_add(DAY - 1))
        }
    };
    let (from, to) = cells_of(from, to, axis)?;
    match when {
        When::Span { .. } => (from + 2 <= to).then_some(Reach::Lasted(from, to)),
        When::Moment(_) => (from + 4 <= to).then_some(Reach::Within(from, to)),
    }
}

/// The cells of a stretch. One that begins or ends in a gap that is left out begins with the next part, or ends with the
/// one before.
fn cells_of(from: i64, to: i64, axis: &Axis) -> Option<(usize, usize)> {
    let next = axis.segments.iter().find(|part| part.to >= from)?;
    let before = axis.segments.iter().rev().find(|part| part.from <= to)?;
    let (from, to) = (
        axis.column(from.max(next.from)),
        axis.column(to.min(before.to)),
    );
    (from <= to).then_some((from, to))
}

fn band(at: usize, era: &Era, axis: &Axis) -> Option<Band> {
    let second = |day: Option<Day>| day.map(|day| day.days().saturating_mul(DAY));
    let (first, last) = (axis.segments.first()?, axis.segments.last()?);
    let end = era.to.as_ref().and_then(When::end);
    let from = second(era.from.start().and_then(Moment::earliest)).unwrap_or(first.from);
    let to = second(end.and_then(Moment::latest)).map_or(last.to, |day| day + DAY - 1);
    let (from, to) = cells_of(from, to, axis)?;
    Some(Band {
        title: text::clean_line(&era.title).trim().to_owned(),
        era: at,
        from,
        to,
    })
}

/// An era that begins in the last cell of another begins in the next.
fn apart_bands(mut bands: Vec<Band>) -> Vec<Band> {
    let ends: Vec<usize> = bands.iter().map(|band| band.to).collect();
    for (at, band) in bands.iter_mut().enumerate() {
        let touches = ends
            .iter()
            .enumerate()
            .any(|(other, end)| other != at && *end == band.from);
        if touches && band.from < band.to {
            band.from += 1;
        }
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::{Reach, Scale, Strip, Timeline};
    use crate::pack;

    fn strip(toml: &str, cells: usize) -> Strip {
        let reading = pack::read(
            &format!("format = 1\nid = \"p\"\ntitle = \"T\"\n{toml}"),
            "p",
        );
        assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
        Strip::of(&Timeline::of(&reading.pack.unwrap()), cells).unwrap()
    }

    fn event(id: &str, when: &str) -> String {
        format!("[[events]]\nid = \"{id}\"\nwhen = \"{when}\"\ntitle = \"{id}\"\n")
    }

    #[test]
    fn a_gap_that_is_left_out_has_a_name_between_its_parts() {
        let events = [
            ("a", "1957-10-04"),
            ("b", "1958"),
            ("c", "1969-07-20"),
            ("d", "2016"),
            ("e", "2025-01-20"),
        ];
        let toml: String = events.iter().map(|(id, when)| event(id, when)).collect();
        let strip = strip(&toml, 100);
        assert_eq!(strip.scale, Scale::Broken);
        assert_eq!(strip.gaps.len() + 1, strip.parts.len());
        assert!(
            strip.gaps.contains(&"47 years".to_owned()),
            "{:?}",
            strip.gaps
        );
        assert!(
            strip
                .parts
                .windows(2)
                .all(|pair| pair[0].end < pair[1].start)
        );
        assert_eq!(strip.parts.last().unwrap().end, 100);
    }

    #[test]
    fn spans_last_and_vague_dates_lie_within() {
        let years = [
            "1900",
            "1910",
            "1920..1950",
            "1930",
            "1940",
            "1950",
            "1960s",
            "1970",
            "1980",
            "1990",
        ];
        let events = years.iter().enumerate();
        let toml: String = events
            .map(|(at, when)| event(&format!("e{at}"), when))
            .collect();
        let strip = strip(&toml, 100);
        assert_eq!(strip.scale, Scale::Linear);
        let reach: Vec<_> = strip.marks.iter().map(|mark| mark.reach).collect();
        assert!(
            matches!(reach[2], Some(Reach::Lasted(from, to)) if (30..36).contains(&(to - from))),
            "{reach:?}"
        );
        assert!(
            matches!(reach[6], Some(Reach::Within(from, to)) if (8..14).contains(&(to - from))),
            "{reach:?}"
        );
        assert_eq!(reach[7], None);
    }

    #[test]
    fn an_era_takes_its_cells_and_one_outside_takes_none() {
        let eras = "[[eras]]\ntitle = \"First\"\nfrom = 1800\nto = 1949\n[[eras]]\ntitle = \"Later\"\nfrom = 2100\n";
        let strip = strip(
            &(eras.to_owned() + &event("a", "1900") + &event("b", "2000")),
            100,
        );
        assert_eq!(strip.bands.len(), 1);
        assert_eq!(
            (strip.bands[0].from, strip.bands[0].title.as_str()),
            (0, "First")
        );
        assert!((45..55).contains(&strip.bands[0].to));
    }
}
