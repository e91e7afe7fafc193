//! The command line: arguments, one file a command; the only place that reads clock, environment and random seed.

use std::process::ExitCode;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
