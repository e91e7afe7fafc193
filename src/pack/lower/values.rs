//! Single values: texts, lists of texts, numbers, true or false, with the faults of each.

use super::Lowering;
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        codes,
        findings::shown,
        tree::{Kind, Value},
    },
    text::clean::Rules,
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// Reports a value of another type than its key takes.
    pub(super) fn wrong_type(&mut self, value: Value<'t, 'i>, wanted: &str, help: &str) {
        self.spoiled = true;
        if value.kind() == Kind::Broken {
            return;
        }
        let key = value.key();
        let name = if value.key_span().is_empty() {
            "this".to_owned()
        } else {
            format!("`{}`", shown(&key))
        };
        let span = if value.is_list_of_tables() {
            value.key_span()
        } else {
            value.span()
        };
        self.fault(
            Diagnostic::new(
                &codes::WRONG_TYPE,
                span,
                format!("{name} is {}, not {wanted}", value.kind().name()),
            )
            .help(help),
        );
    }

    /// A text in one line.
    pub(super) fn line(&mut self, value: Value<'t, 'i>) -> Option<String> {
        self.checked(value, false)
    }

    /// A text that may have several lines.
    pub(super) fn lines(&mut self, value: Value<'t, 'i>) -> Option<String> {
        self.checked(value, true)
    }

    pub(super) fn opt_line(&mut self, value: Option<Value<'t, 'i>>) -> Option<String> {
        value.and_then(|value| self.line(value))
    }

    pub(super) fn opt_lines(&mut self, value: Option<Value<'t, 'i>>) -> Option<String> {
        value.and_then(|value| self.lines(value))
    }

    fn checked(&mut self, value: Value<'t, 'i>, multiline: bool) -> Option<String> {
        match value.kind() {
            Kind::String => {}
            Kind::Integer | Kind::Float | Kind::Bool | Kind::Date => {
                let raw = value.raw();
                let span = value.span();
                self.fault(
                    Diagnostic::new(
                        &codes::WRONG_TYPE,
                        span.clone(),
                        format!(
                            "`{}` is {}, not a text",
                            shown(&value.key()),
                            value.kind().name()
                        ),
                    )
                    .help(format!("write `\"{raw}\"`"))
                    .fix(span, format!("\"{raw}\"")),
                );
                return None;
            }
            _ => {
                self.wrong_type(value, "a text", "write one text in quotes");
                return None;
            }
        }
        let text = value.text();
        self.spotless(value, &text, multiline);
        if text.trim().is_empty() {
            self.empty(value);
            return None;
        }
        Some(text.into_owned())
    }

    fn empty(&mut self, value: Value<'t, 'i>) {
        let key = value.key();
        let message = if key.is_empty() {
            "an empty text".to_owned()
        } else {
            format!("`{}` is empty", shown(&key))
        };
        self.fault(
            Diagnostic::new(&codes::EMPTY_TEXT, value.span(), message)
                .help("write a text, or delete the key if it may be left out"),
        );
    }

    /// Reports the first character of a text that may never be shown.
    pub(super) fn spotless(&mut self, value: Value<'t, 'i>, text: &str, multiline: bool) {
        if value.is_ascii() {
            return;
        }
        let rules = Rules {
            multiline,
            rtl: false,
        };
        let Some((at, character, what)) = rules.in_language(&self.language).forbidden(text) else {
            return;
        };
        let span = place_of(value, at, character);
        let message = match character {
            '\n' | '\r' => "a line break in a text of one line".to_owned(),
            '\t' => "a tab in a text of one line".to_owned(),
            _ => format!("{what} (U+{:04X})", u32::from(character)),
        };
        self.fault(
            Diagnostic::new(&codes::FORBIDDEN_CHARACTER, span, message)
                .help("delete it; nothing of a pack may steer a terminal or turn its text around"),
        );
    }

    /// The elements of a list; a fault where it is none.
    pub(super) fn list(
        &mut self,
        value: Value<'t, 'i>,
        example: &str,
    ) -> Option<Vec<Value<'t, 'i>>> {
        match value.kind() {
            Kind::Array => Some(value.children().collect()),
            Kind::Broken => {
                self.spoiled = true;
                None
            }
            _ => {
                let raw = value.raw();
                let single = matches!(value.kind(), Kind::String | Kind::Integer | Kind::Float);
                let help = if single && raw.len() < 60 && !raw.contains('\n') {
                    format!("write `[{raw}]`")
                } else {
                    format!("write `{example}`")
                };
                self.wrong_type(value, "a list", &help);
                None
            }
        }
    }

    /// A list of texts; empty where the key is left out.
    pub(super) fn texts(&mut self, value: Option<Value<'t, 'i>>, multiline: bool) -> Vec<String> {
        let Some(value) = value else {
            return Vec::new();
        };
        let elements = self.list(value, "[\"..\", \"..\"]").unwrap_or_default();
        elements
            .into_iter()
            .filter_map(|element| self.checked(element, multiline))
            .collect()
    }

    /// True or false.
    pub(super) fn boolean(&mut self, value: Value<'t, 'i>) -> Option<bool> {
        if value.kind() == Kind::Bool {
            return Some(value.raw() == "true");
        }
        self.wrong_type(
            value,
            "true or false",
            "write `true` or `false`, without quotes",
        );
        None
    }

    pub(super) fn boolean_or(&mut self, value: Option<Value<'t, 'i>>, default: bool) -> bool {
        value
            .and_then(|value| self.boolean(value))
            .unwrap_or(default)
    }

    /// A whole number.
    pub(super) fn whole(&mut self, value: Value<'t, 'i>) -> Option<i64> {
        if value.kind() != Kind::Integer {
            self.wrong_type(value, "a whole number", "write digits, without quotes");
            return None;
        }
        integer(value.raw())
    }

    /// Reports a number outside what its key takes.
    pub(super) fn out_of_range(&mut self, value: Value<'t, 'i>, help: &str) {
        let message = format!("`{}` cannot be {}", value.key(), shown(value.raw()));
        self.fault(Diagnostic::new(&codes::OUT_OF_RANGE, value.span(), message).help(help));
    }

    /// A count of at least 1.
    pub(super) fn count(&mut self, value: Value<'t, 'i>) -> Option<usize> {
        let count = self.whole(value)?;
        let count = usize::try_from(count).ok().filter(|count| *count > 0);
        if count.is_none() {
            self.out_of_range(value, "write a number from 1 on");
        }
        count
    }

    /// Reports a key that a table needs. `at` is the heading it belongs below.
    pub(super) fn missing(&mut self, at: Span, key: &str, whose: &str, example: &str) {
        if self.quiet {
            self.spoiled = true;
            return;
        }
        self.fault(
            Diagnostic::new(&codes::MISSING_KEY, at, format!("{whose} has no `{key}`"))
                .help(format!("add `{example}`")),
        );
    }
}

/// The value of an integer as TOML writes it.
pub(super) fn integer(raw: &str) -> Option<i64> {
    let digits = raw.replace('_', "");
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits.as_str()),
    };
    i64::from_str_radix(digits, radix).ok()
}

/// Where a character of a text stands in the file: itself, or the escape that makes it.
fn place_of(value: Value<'_, '_>, at: usize, character: char) -> Span {
    let span = value.span();
    if let Some(plain) = value.plain_span() {
        let start = plain.start + at;
        return start..start + character.len_utf8();
    }
    let raw = value.raw();
    if let Some(at) = raw.find(character)
        && !matches!(character, '\n' | '\t' | '\r')
    {
        return span.start + at..span.start + at + character.len_utf8();
    }
    let mut from = 0;
    while let Some(found) = raw[from..].find('\\').map(|found| from + found) {
        let length = escape_length(&raw[found..]);
        let quoted = format!("\"{}\"", &raw[found..found + length]);
        if crate::pack::tree::decode_at(&quoted, 0..quoted.len()).starts_with(character) {
            return span.start + found..span.start + found + length;
        }
        from = found + length;
    }
    span
}

/// How many bytes an escape has, its backslash included.
fn escape_length(text: &str) -> usize {
    let length = match text.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 2,
    };
    text.floor_char_boundary(length.min(text.len())).max(1)
}
