//! Which values are meant as dates, so that TOML's refusal of them can be explained.

use crate::date::{Refusal, refuse_unquoted};

/// Why an unquoted value is no date, if it is meant as one: it stands under a key that takes dates, or looks like one.
pub(super) fn refusal(key: &str, raw: &str) -> Option<Refusal> {
    let meant = matches!(key, "when" | "until" | "from" | "to") || looks_like(raw);
    meant.then(|| refuse_unquoted(raw)).flatten()
}

/// Whether an unquoted value looks like a date: `1957-10`, `1957..1969`.
fn looks_like(raw: &str) -> bool {
    let unsigned = raw.strip_prefix('-').unwrap_or(raw);
    let digits = unsigned.chars().take_while(char::is_ascii_digit).count();
    let rest = &unsigned[digits..];
    (1..=5).contains(&digits) && (rest.starts_with('-') || rest.starts_with(".."))
}
