//! Dates as answers: right at a precision, or the nearer the better. Knows nothing of screens.

use super::{AskAgain, Verdict};
use crate::{
    date::{Precision, When},
    pack::Tolerance,
};

/// Grades a date.
pub(super) fn grade_date(
    answer: &When,
    precision: Precision,
    tolerance: Option<Tolerance>,
    end: bool,
    response: &str,
) -> Result<Verdict, AskAgain> {
    let _ = (answer, precision, tolerance, end, response);
    Err(AskAgain {
        message: String::new(),
        help: None,
    })
}

/// What a question of this precision asks for: `a year`.
pub(super) fn wanted(precision: Precision) -> String {
    format!("a {}", precision.name())
}
