//! A share as a bar: its length the share, a line over it the interval; or that there are too few answers.

use super::{
    super::{TOO_FEW, interval, share},
    spoken,
};
use crate::stats::Tally;

/// Length of a full bar, in pixels.
const FULL: u64 = 140;

/// The bar with its figures.
pub(super) fn bar(tally: &Tally) -> String {
    let (Some(share), Some((low, high))) = (share(tally), interval(tally)) else {
        return match tally.graded() {
            0 => "<span class=\"few\">not graded</span>".to_owned(),
            graded => format!(
                "<span class=\"few\">{TOO_FEW}: {} of {graded} right</span>",
                tally.right
            ),
        };
    };
    let length = (tally.right * FULL + tally.graded() / 2) / tally.graded();
    let at = |percent: u32| u64::from(percent) * FULL / 100;
    let (from, to) = (at(low) + 1, at(high) + 1);
    format!(
        "<span class=\"share\"><svg width=\"{0}\" height=\"16\" viewBox=\"0 0 {0} 16\" role=\"img\" aria-label=\"{1}\">\
         <rect class=\"track\" x=\"1\" y=\"3\" width=\"{FULL}\" height=\"10\" rx=\"2\"/>\
         <rect class=\"fill\" x=\"1\" y=\"3\" width=\"{length}\" height=\"10\" rx=\"2\"/>\
         <path class=\"reach\" d=\"M{from} 8H{to}M{from} 5V11M{to} 5V11\"/></svg>\
         <b>{share}</b> <small>{low}–{high}%</small></span>",
        FULL + 2,
        spoken(tally)
    )
}
