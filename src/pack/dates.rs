//! Which values are meant as dates, so that TOML's refusal of them can be explained.

/// Whether a key takes a date.
pub(super) fn is_key(key: &str) -> bool {
    matches!(key, "when" | "until" | "from" | "to")
}

/// Whether an unquoted value looks like a date: `1957-10`, `1957..1969`, `late 2023`.
pub(super) fn looks_like(raw: &str) -> bool {
    let digits = raw.chars().take_while(char::is_ascii_digit).count();
    let rest = &raw[digits..];
    (3..=5).contains(&digits) && (rest.starts_with('-') || rest.starts_with(".."))
}
