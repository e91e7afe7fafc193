//! Ticks of a logarithmic axis where there is room for more than powers of ten: the roundest years or ages first, then
//! finer ones wherever no label is near.

use super::{
    age,
    naming::{age_text, point_text, year_text},
    order::DAY,
    scale::Axis,
    step::civil,
    ticks::Tick,
};
use crate::{date::Day, text};

/// Years ago from which on ticks count ages.
const DEEP: i64 = 12_000;

/// Columns between two labels, at least.
const AIR: usize = 2;

/// The ticks, from left to right; no label touches another.
pub(super) fn ticks(axis: &Axis) -> Vec<Tick> {
    let Some(part) = axis.segments.first() else {
        return Vec::new();
    };
    let limit = part.start + part.cols;
    let mut placed: Vec<Tick> = Vec::new();
    let mut place = |at: i64, label: String| {
        let (column, width) = (axis.column(at), text::width(&label));
        let Some(latest) = limit.checked_sub(width) else {
            return;
        };
        let start = column
            .saturating_sub(width / 2)
            .clamp(part.start.min(latest), latest);
        let at = placed.partition_point(|tick| tick.start < start);
        let before = at.checked_sub(1).and_then(|before| placed.get(before));
        let free = before.is_none_or(|tick| tick.start + text::width(&tick.label) + AIR <= start);
        if free
            && placed
                .get(at)
                .is_none_or(|tick| start + width + AIR <= tick.start)
        {
            placed.insert(
                at,
                Tick {
                    column,
                    start,
                    label,
                },
            );
        }
    };
    place(part.from, point_text(part.from));
    place(part.to, "now".to_owned());
    for (at, label) in candidates(part.from, axis.now) {
        if part.from < at && at < part.to {
            place(at, label);
        }
    }
    placed
}

/// Points that may have a tick, the roundest first.
fn candidates(from: i64, now: i64) -> Vec<(i64, String)> {
    let mut out = Vec::new();
    let oldest = age::rounded(age::years(from, now));
    let begins = |year: i64| Day::new(year, 1, 1).map(|day| day.days().saturating_mul(DAY));
    for factor in [1, 5, 2] {
        for power in (4..=10).rev() {
            let years = factor * 10_i64.pow(power);
            if (DEEP..=oldest).contains(&years) {
                out.extend(begins(2000 - years).map(|at| (at, age_text(years))));
            }
        }
    }
    let (first, last) = (civil(from).year.max(2000 - DEEP), civil(now).year);
    for step in [1000, 500, 100, 50, 10] {
        let years = (first.div_euclid(step)..=last.div_euclid(step)).rev();
        // Historical numbering: 1000 BCE is the astronomical year -999, and 1 CE stands for the year 0.
        let year = |index: i64| match index * step {
            0 => 1,
            year @ 1.. => year,
            year => year + 1,
        };
        out.extend(years.filter_map(|index| Some((begins(year(index))?, year_text(year(index))))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ticks;
    use crate::{
        date::Day,
        text,
        timeline::{order::DAY, scale::Axis, scale::Scale},
    };

    fn labels(first: i64, cells: usize) -> String {
        let points = [first, 2025].map(|year| Day::new(year, 1, 1).unwrap().days() * DAY);
        let ticks = ticks(&Axis::of(&points, Some(Scale::Log), cells));
        for pair in ticks.windows(2) {
            assert!(pair[0].start + text::width(&pair[0].label) < pair[1].start);
        }
        let labels: Vec<String> = ticks.into_iter().map(|tick| tick.label).collect();
        labels.join("|")
    }

    #[test]
    fn round_years_come_first_and_finer_ones_where_there_is_room() {
        assert_eq!(labels(-2999, 40), "3000 BCE|1000|1500|1900|now");
        assert!(
            labels(-2999, 200).contains("|1850|1900|"),
            "{}",
            labels(-2999, 200)
        );
        assert!(labels(-13_799_998_000, 100).contains("|1 Ga|"));
        assert!(labels(-13_799_998_000, 100).contains("|1 Ma|"));
        assert_eq!(labels(-13_799_998_000, 4), "now");
    }
}
