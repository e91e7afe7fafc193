//! A program that does nothing: what any start costs.

fn main() {}
