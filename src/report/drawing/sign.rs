//! The marks of events, and what they mean: a full disc, a ring, a half disc.

use crate::timeline::{Certainty, Reach, Strip};

/// A mark with its middle there; `title` is escaped markup that shows when it is pointed at.
pub(super) fn mark(certainty: Certainty, x: f64, y: f64, title: &str) -> String {
    const R: f64 = 5.0;
    let title = if title.is_empty() {
        String::new()
    } else {
        format!("<title>{title}</title>")
    };
    match certainty {
        Certainty::Known => {
            format!(
                "<circle class=\"mark full\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{R}\">{title}</circle>"
            )
        }
        Certainty::Coarse => {
            format!("<circle class=\"mark\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{R}\">{title}</circle>")
        }
        Certainty::Vague => format!(
            "<g>{title}<circle class=\"mark\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{R}\"/>\
             <path class=\"half\" d=\"M{x:.1} {:.1}a{R} {R} 0 0 0 0 {}z\"/></g>",
            y - R,
            2.0 * R
        ),
    }
}

/// The signs that a strip needs, each with what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Mark(Certainty),
    Lasted,
    Within,
}

impl Sign {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Mark(Certainty::Known) => "day known",
            Self::Mark(Certainty::Coarse) => "month or coarser",
            Self::Mark(Certainty::Vague) => "rough or doubtful",
            Self::Lasted => "lasted so long",
            Self::Within => "somewhere in there",
        }
    }
}

/// The signs that occur; none when every event is a known day.
pub(super) fn legend(strip: &Strip) -> Vec<Sign> {
    let all = [
        Sign::Mark(Certainty::Known),
        Sign::Mark(Certainty::Coarse),
        Sign::Mark(Certainty::Vague),
        Sign::Lasted,
        Sign::Within,
    ];
    let occurs = |sign: &Sign| {
        strip.marks.iter().any(|mark| match sign {
            Sign::Mark(certainty) => mark.certainty == *certainty,
            Sign::Lasted => matches!(mark.reach, Some(Reach::Lasted(..))),
            Sign::Within => matches!(mark.reach, Some(Reach::Within(..))),
        })
    };
    let signs: Vec<Sign> = all.into_iter().filter(occurs).collect();
    if signs == [Sign::Mark(Certainty::Known)] {
        Vec::new()
    } else {
        signs
    }
}

/// A sign in a legend, in a box of 16 by 10 pixels with its left end there and its middle at `y`.
pub(super) fn drawn(sign: Sign, x: f64, y: f64) -> String {
    match sign {
        Sign::Mark(certainty) => mark(certainty, x + 8.0, y, ""),
        Sign::Lasted => format!(
            "<rect class=\"lasted\" x=\"{x:.1}\" y=\"{:.1}\" width=\"16\" height=\"6\" rx=\"3\"/>",
            y - 3.0
        ),
        Sign::Within => format!(
            "<rect class=\"within\" x=\"{x:.1}\" y=\"{:.1}\" width=\"16\" height=\"6\" rx=\"3\"/>",
            y - 3.0
        ),
    }
}

/// The first lane in which each stretch has room, and how many lanes there are; stretches beyond `most` lanes share the
/// last. Cells between two in a lane: at least one.
pub(super) fn lanes(stretches: &[(usize, usize)], most: usize) -> (Vec<usize>, usize) {
    let mut ends: Vec<usize> = Vec::new();
    let lanes = stretches
        .iter()
        .map(|(from, to)| {
            let lane = ends
                .iter()
                .position(|end| *end < *from)
                .unwrap_or(ends.len());
            let lane = lane.min(most.saturating_sub(1));
            match ends.get_mut(lane) {
                Some(end) => *end = (*end).max(*to),
                None => ends.push(*to),
            }
            lane
        })
        .collect();
    (lanes, ends.len())
}

/// The lane of each mark's bar; 0 for those without.
pub(super) fn bar_lanes(strip: &Strip) -> (Vec<usize>, usize) {
    let lasted = |reach: Option<Reach>| match reach {
        Some(Reach::Lasted(from, to)) => Some((from, to)),
        _ => None,
    };
    let cells: Vec<(usize, usize)> = strip
        .marks
        .iter()
        .filter_map(|mark| lasted(mark.reach))
        .collect();
    let (taken, count) = lanes(&cells, 5);
    let mut taken = taken.into_iter();
    let lane = |reach| lasted(reach).and_then(|_| taken.next()).unwrap_or_default();
    (
        strip
            .marks
            .iter()
            .map(|mark| mark.reach)
            .map(lane)
            .collect(),
        count,
    )
}
