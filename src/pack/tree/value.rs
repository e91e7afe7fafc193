//! What is wrong with a single value or key, in an author's words.

use toml_parser::ParseError;

use super::syntax::Statement;
use crate::{
    diagnostic::{Code, Diagnostic, Span},
    pack::{codes, dates, findings::shown},
};

impl Statement<'_> {
    pub(super) fn scalar(&self, error: &ParseError) -> (Diagnostic, bool) {
        let at = self.clamp(error.unexpected().or(error.context()));
        let whole = self.clamp(error.context().or(error.unexpected()));
        let what = error.description();
        let diagnostic = match what {
            "unquoted keys cannot be empty" => Diagnostic::new(
                &codes::TOML_MISSING_KEY,
                self.visible(at),
                "a key is missing",
            )
            .help("write `key = value`"),
            "invalid unquoted key" => self.key_fault(whole),
            _ if what.starts_with("keys cannot be") => {
                Diagnostic::new(&codes::TOML_INVALID_KEY, whole, "a key over several lines")
                    .help("write the key without quotes")
            }
            _ if what.contains("comment") => self.control(at, "a comment"),
            _ if what.contains("carriage return") => Diagnostic::new(
                &codes::TOML_LINE_BREAK,
                self.carriage_return(at),
                "a carriage return without a line feed",
            )
            .help("save the file with line breaks of Linux or Windows"),
            "missing escaped value" | "too few unicode value digits" | "invalid value" => {
                self.escape(at)
            }
            _ if matches!(self.text(whole.clone()).chars().next(), Some('"' | '\'')) => {
                return self.string(whole, at);
            }
            _ => self.unquoted(whole),
        };
        (diagnostic, false)
    }

    fn key_fault(&self, whole: Span) -> Diagnostic {
        let text = self.text(whole.clone());
        if let Some(name) = text.strip_suffix(':') {
            return Diagnostic::new(
                &codes::TOML_MISSING_EQUALS,
                whole.clone(),
                format!("`{}` is not followed by `=`", shown(text)),
            )
            .help(format!("write `{} = ..`", shown(name)));
        }
        Diagnostic::new(
            &codes::TOML_INVALID_KEY,
            whole.clone(),
            format!("`{}` cannot be a key", shown(text)),
        )
        .help("a key has letters a to z, digits, `_` and `-` only; anything else needs quotes")
    }

    fn control(&self, at: Span, place: &str) -> Diagnostic {
        let at = self.visible(at);
        let code = self.text(at.clone()).chars().next().map_or(0, u32::from);
        Diagnostic::new(
            &codes::TOML_CONTROL_CHARACTER,
            at,
            format!("a control character (U+{code:04X}) in {place}"),
        )
        .help("delete it; a line break in a text is written `\\n`, a tab `\\t`")
    }

    fn escape(&self, at: Span) -> Diagnostic {
        let before = &self.source[..at.start];
        let start = before.rfind('\\').unwrap_or(at.start);
        let end = self.visible(at).end;
        Diagnostic::new(
            &codes::TOML_ESCAPE,
            start..end,
            format!("`{}` is not an escape", shown(&self.source[start..end])),
        )
        .help("a backslash is written `\\\\`, or the text in single quotes: 'C:\\quiz'")
    }

    /// A text whose quotes are not closed, or that holds what it must not.
    fn string(&self, whole: Span, at: Span) -> (Diagnostic, bool) {
        let text = self.text(whole.clone());
        let width = super::scalar::quotes(text).max(if text.starts_with("\"\"\"") { 3 } else { 1 });
        if at.start < whole.end {
            return (self.control(at, "a text"), false);
        }
        let quote = &text[..width.min(text.len())];
        let first = text.split('\n').next().unwrap_or(text).trim_end();
        let end = whole.start + first.len();
        let diagnostic = Diagnostic::new(
            &codes::TOML_UNCLOSED_QUOTE,
            whole.start..end,
            "this text is not closed",
        )
        .label(format!("`{quote}` is missing after it"))
        .help(if width == 3 {
            format!("end the text with `{quote}`")
        } else {
            format!("end the text with `{quote}`; a text over several lines starts and ends with `\"\"\"`")
        });
        (diagnostic, width == 1)
    }

    /// A value that is no text, number, date or boolean.
    fn unquoted(&self, whole: Span) -> Diagnostic {
        let top = self.is_whole_value(whole.start);
        let end = if top {
            self.line_end(whole.start)
        } else {
            whole.end
        };
        let span = whole.start..end.max(whole.end);
        let raw = self.text(span.clone());
        if raw.is_empty() {
            let at = self.key.clone().unwrap_or_else(|| self.visible(span));
            return self.missing_value(at);
        }
        if raw.starts_with(SMART) || raw.ends_with(SMART) {
            return self.smart_quotes(span);
        }
        let lower = raw.to_ascii_lowercase();
        if let "true" | "false" | "yes" | "no" = lower.as_str() {
            let meant = if matches!(lower.as_str(), "true" | "yes") {
                "true"
            } else {
                "false"
            };
            return Diagnostic::new(
                &codes::TOML_BOOLEAN,
                span.clone(),
                format!("`{raw}` is not how TOML writes it"),
            )
            .help(format!("write `{meant}`, or `\"{raw}\"` for the word"))
            .fix(span, meant);
        }
        if let Some(quote @ ('"' | '\'')) = raw.chars().next_back() {
            return Diagnostic::new(
                &codes::TOML_MISSING_QUOTE,
                span.clone(),
                "the opening quote is missing",
            )
            .help(format!("put `{quote}` before it"))
            .fix(span.start..span.start, quote);
        }
        if let Some(refusal) = dates::refusal(self.key_name(), raw) {
            // Quotes alone mend only what is a date within them.
            let quoted = refusal.code.starts_with("toml-");
            let message = format!("`{}`: {}", shown(raw), refusal.message);
            let diagnostic = Diagnostic::new(&codes::TOML_UNQUOTED_DATE, span.clone(), message)
                .help(refusal.help);
            return if quoted {
                quote(diagnostic, &span)
            } else {
                diagnostic
            };
        }
        let number = raw.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
        let (code, message, help): (&'static Code, _, String) = if number {
            (
                &codes::TOML_INVALID_NUMBER,
                format!("`{}` is not a number as TOML writes it", shown(raw)),
                format!("write digits only, or `\"{}\"` for a text", shown(raw)),
            )
        } else {
            (
                &codes::TOML_UNQUOTED,
                format!("the text `{}` needs quotes", shown(raw)),
                format!("write `\"{}\"`", shown(raw)),
            )
        };
        let diagnostic = Diagnostic::new(code, span.clone(), message).help(help);
        if raw.contains(['"', '\\']) || raw.chars().any(char::is_control) {
            return diagnostic;
        }
        quote(diagnostic, &span)
    }

    fn smart_quotes(&self, span: Span) -> Diagnostic {
        let raw = self.text(span.clone());
        let (from, to) = (raw.trim_start_matches(SMART), raw.trim_end_matches(SMART));
        let head = raw.len() - from.len();
        let mut diagnostic = Diagnostic::new(
            &codes::TOML_SMART_QUOTES,
            span.clone(),
            "curly quotes do not mark a text",
        )
        .help("use straight quotes: `\"..\"`; an editor for code does not curl them");
        let inner = raw.get(head..to.len()).unwrap_or("");
        if head > 0 && to.len() < raw.len() && !inner.contains(['"', '\\']) {
            diagnostic = diagnostic
                .fix(span.start..span.start + head, "\"")
                .fix(span.start + to.len()..span.end, "\"");
        }
        diagnostic
    }
}

/// Offers quotes around a value.
fn quote(diagnostic: Diagnostic, span: &Span) -> Diagnostic {
    diagnostic
        .fix(span.start..span.start, "\"")
        .fix(span.end..span.end, "\"")
}

/// Quotes that word processors make of straight ones.
const SMART: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛'];
