//! Dates: a stand-in until reading and comparing dates is there.

use super::{AskAgain, Credit, Reason, Verdict};
use crate::{
    date::{Precision, When},
    pack::Tolerance,
};

/// Grades a date.
#[expect(clippy::unnecessary_wraps, reason = "reading a date can fail")]
pub(super) fn grade_date(
    _answer: &When,
    _precision: Precision,
    _tolerance: Option<Tolerance>,
    _end: bool,
    _response: &str,
) -> Result<Verdict, AskAgain> {
    Ok(Verdict {
        credit: Some(Credit::NONE),
        reason: Reason::Wrong,
    })
}
