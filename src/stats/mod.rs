//! Scores, derived from attempts and their rows: what counted, what it earned, trends. No I/O.
