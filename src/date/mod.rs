//! Fuzzy dates: reading, normal form, display, and an order that may be undecidable. Knows nothing of quizzes.

/// How fine a date is, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
}

/// A unit of time that a tolerance or a game counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// A date as a pack gives it: a moment, or a span that lasted.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Placeholder.
    Moment,
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("x")
    }
}
