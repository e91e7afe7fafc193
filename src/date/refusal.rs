//! Why a text is not read as a date, and how to write it instead.

/// A text that is not read as a date. The message never holds text from outside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// A kebab-case name, stable.
    pub code: &'static str,
    /// What is wrong, one line, lower case.
    pub message: String,
    /// How to write it.
    pub help: String,
}

impl Refusal {
    pub(super) fn new(
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            help: help.into(),
        }
    }

    pub(super) fn unreadable() -> Self {
        Self::new(
            "unreadable",
            "this is not a date that can be read",
            "write 1957-10-04, 1957-10, 1957, \"late 1957\", \"c. 44 BCE\" or \"1957..1969\"",
        )
    }

    pub(super) fn is_unreadable(&self) -> bool {
        self.code == "unreadable"
    }

    pub(super) fn reversed() -> Self {
        Self::new(
            "reversed",
            "the end lies before the start",
            "the first date is after the second",
        )
    }

    pub(super) fn year_zero() -> Self {
        Self::new(
            "year-zero",
            "there is no year 0 in this calendar",
            "there is no year 0; write 1 BCE or 1 CE",
        )
    }

    pub(super) fn native_year_zero() -> Self {
        Self::new(
            "year-zero",
            "there is no year 0 in this calendar",
            "there is no year 0; write \"1 BCE\"",
        )
    }

    pub(super) fn year_too_large() -> Self {
        Self::new(
            "year-too-large",
            "a year of five digits or more needs its era",
            "a bare number is a year from 1 to 9999",
        )
    }

    pub(super) fn year_out_of_range() -> Self {
        Self::new(
            "year-out-of-range",
            "the year is too far away",
            "years reach from 100 billion BCE to 100 billion CE",
        )
    }

    pub(super) fn bare_short_year() -> Self {
        Self::new(
            "bare-short-year",
            "a year of fewer than four digits could be of any century",
            "write 79 CE or BCE, or a four-digit year",
        )
    }

    pub(super) fn relative() -> Self {
        Self::new(
            "relative-date",
            "this date depends on the day it is read",
            "a pack must read the same next year; write the date itself",
        )
    }

    pub(super) fn month_out_of_range() -> Self {
        Self::new(
            "month-out-of-range",
            "there is no such month",
            "months run from 1 to 12",
        )
    }

    pub(super) fn negative_year(help: impl Into<String>) -> Self {
        Self::new(
            "negative-year",
            "a negative year could be counted in two ways",
            help,
        )
    }

    pub(super) fn time_without_date() -> Self {
        Self::new(
            "time-without-date",
            "a time of day has no date",
            "write the day before it: 1957-10-04 19:28",
        )
    }
}
