//! End to end: the real program through pipes, scripts and files, whole outputs compared. One binary, so that it is
//! linked once; what needs a terminal has its own.

#![expect(
    clippy::needless_raw_string_hashes,
    clippy::too_many_lines,
    reason = "snapshots are written in this form, and are as long as what is shown"
)]

mod commands;
mod detail;
mod durable;
mod erase;
mod games;
mod guided;
mod hostile;
mod log;
mod program;
mod readme;
mod review;
mod streams;
mod take;
mod trouble;
