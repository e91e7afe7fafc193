//! quizline: a guided quiz and timeline program for the terminal.
//!
//! The library serves the `quizline` program and promises no semver stability. Its modules stand in rows; a module may
//! use only modules of the rows above its own, never of its own row or below (`tests/layers.rs` checks it):
//!
//! | row | modules | what they know |
//! | --- | --- | --- |
//! | 0 | [`text`] [`date`] [`diagnostic`] | strings, fuzzy dates, findings as values; nothing of quizzes |
//! | 1 | [`pack`] | the domain model; reading TOML with positions |
//! | 2 | [`grade`] [`timeline`] | the rules: (question, response) -> verdict; events -> order, scale, drawing |
//! | 3 | [`record`] | attempt and response rows, as all stores keep them |
//! | 4 | [`session`] [`study`] [`stats`] | engines without I/O: time, seed and history come in as arguments |
//! | 5 | [`library`] [`store`] [`mod@format`] [`report`] [`ui`] | the edges; siblings never import each other |
//! | 6 | [`run`] | the loop that joins a session, a user interface and a store |
//! | 7 | [`cli`] | arguments, one file a command; the only place that reads clock, environment and random seed |
//!
//! How an answer travels: `ui` turns keys or lines into an [`session::Intent`]; [`session`] grades it and asks for a
//! row; `store` commits the row; only then does the session reveal the verdict.

pub mod text;

pub mod date;

pub mod diagnostic;

pub mod pack;

pub mod grade;

pub mod timeline;

pub mod record;

pub mod session;

pub mod study;

pub mod stats;

pub mod library;

pub mod store;

pub mod format;

pub mod report;

pub mod ui;

pub mod run;

pub mod cli;
