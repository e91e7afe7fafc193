//! `quizline report`s: tables, JSON, CSV, rendered diagnostics. Writes to what it is given; prints nothing itself.

pub mod detail;
pub mod diagnostics;
pub mod drawing;
mod json;
pub mod review;
pub mod scores;
pub mod timeline;
