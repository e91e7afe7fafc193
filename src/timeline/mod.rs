//! The timeline of a pack: its games. Pure.

pub mod games;
