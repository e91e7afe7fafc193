//! What is wrong with brackets, commas, keys and `=`, in an author's words.

use toml_parser::ParseError;

use super::syntax::Statement;
use crate::{
    diagnostic::Diagnostic,
    diagnostic::Span,
    pack::{codes, findings::shown},
};

impl Statement<'_> {
    /// Brackets, commas, keys and `=`.
    pub(super) fn structure(&self, error: &ParseError) -> Diagnostic {
        let at = self.clamp(error.unexpected().or(error.context()));
        let context = self.clamp(error.context().or(error.unexpected()));
        let what = error.description();
        match what {
            "unclosed table" | "unclosed array table" => {
                let close = if what == "unclosed table" { "]" } else { "]]" };
                let span = context.start..self.line_end(context.start).max(context.end);
                Diagnostic::new(
                    &codes::TOML_UNCLOSED_BRACKET,
                    span,
                    format!("this heading does not end with `{close}`"),
                )
                .help(format!("end it with `{close}`"))
            }
            "unclosed array" | "unclosed inline table" => {
                let (open, close, thing) = if what == "unclosed array" {
                    ('[', ']', "list")
                } else {
                    ('{', '}', "table")
                };
                Diagnostic::new(
                    &codes::TOML_UNCLOSED_BRACKET,
                    context,
                    format!("this {thing} is not closed"),
                )
                .label(format!("`{open}` without `{close}`"))
                .help(format!("end the {thing} with `{close}`"))
            }
            "invalid table" => Diagnostic::new(
                &codes::TOML_MISSING_KEY,
                self.visible(at),
                "a heading without a name",
            )
            .help("write `[name]` or `[[name]]`"),
            "key with no value" | "missing value for key" => self.missing_equals(),
            "missing value" => self.missing_value(self.key.clone().unwrap_or(at)),
            "extra `=`" | "unexpected `=` in array" => Diagnostic::new(
                &codes::TOML_SYNTAX,
                self.visible(at),
                "`=` is too much here",
            )
            .help("write `key = value`, with one `=`"),
            _ if what.starts_with("extra comma") => Diagnostic::new(
                &codes::TOML_EXTRA_COMMA,
                self.visible(at.clone()),
                "a comma with nothing before it",
            )
            .help("delete it")
            .fix(self.visible(at), ""),
            _ if what.starts_with("missing comma") => self.missing_comma(at),
            "missing array opening" | "missing inline table opening" | "missing table open" => {
                Diagnostic::new(
                    &codes::TOML_UNCLOSED_BRACKET,
                    self.visible(at),
                    "a closing bracket without an opening one",
                )
                .help("add the opening bracket, or delete this one")
            }
            "unexpected key or value" => self.after_value(at),
            _ if what.contains("assignment") => Diagnostic::new(
                &codes::TOML_MISSING_EQUALS,
                self.visible(at),
                "a table holds `key = value`",
            )
            .help("write `{ text = \"..\", feedback = \"..\" }`"),
            _ if what.contains("key") => Diagnostic::new(
                &codes::TOML_MISSING_KEY,
                self.visible(at),
                "a key is missing",
            )
            .help("write `key = value`"),
            _ => Diagnostic::new(&codes::TOML_SYNTAX, self.visible(at), what.to_owned())
                .help("write `key = value`, `[name]` or `[[name]]`"),
        }
    }

    fn missing_equals(&self) -> Diagnostic {
        let start = self.span.start + self.text(self.span.clone()).len()
            - self.text(self.span.clone()).trim_start().len();
        let end = self.line_end(start);
        let text = self.text(start..end);
        let key = self
            .key
            .clone()
            .map(|key| self.text(key).trim_end_matches(':'));
        let value = self
            .key
            .as_ref()
            .and_then(|key| self.source.get(key.end..end))
            .unwrap_or("")
            .trim_start_matches([' ', '\t', ':']);
        let valued = value.starts_with(['"', '\'', '[', '{']) || text.contains(": ");
        match key {
            Some(name) if valued || value.is_empty() => Diagnostic::new(
                &codes::TOML_MISSING_EQUALS,
                self.key.clone().unwrap_or(start..end),
                format!("`{}` is not followed by `=`", shown(name)),
            )
            .help(format!("write `{} = ..`", shown(name))),
            _ => Diagnostic::new(
                &codes::TOML_BARE_TEXT,
                start..end,
                "a line that is neither a heading nor `key = value`",
            )
            .help("a text over several lines starts and ends with `\"\"\"`; a comment starts with `#`"),
        }
    }

    fn missing_comma(&self, at: Span) -> Diagnostic {
        let before = self.source[..at.start].trim_end();
        let end = before.len();
        let quoted = before.ends_with('"') && end == at.start;
        let diagnostic = Diagnostic::new(
            &codes::TOML_MISSING_COMMA,
            self.visible(at),
            "a comma is missing before this",
        );
        if quoted {
            // `"a "b" c"`: quotes within the text are more likely than a comma left out.
            return diagnostic.help("write `\\\"` for a quote within a text, or put a comma here");
        }
        diagnostic.help("put a comma here").fix(end..end, ",")
    }

    fn after_value(&self, at: Span) -> Diagnostic {
        let end = self.line_end(at.start).max(self.visible(at.clone()).end);
        let span = at.start..end;
        let rest = self.text(span.clone());
        let before = self.source[self.span.start..at.start].trim_end();
        let digits = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
        let diagnostic = Diagnostic::new(
            &codes::TOML_AFTER_VALUE,
            span,
            format!("`{}` follows a complete value or heading", shown(rest)),
        );
        diagnostic.help(if rest.starts_with(',') && digits(before) && digits(rest) {
            "a number is written without commas: 2000; as a text it needs quotes: \"2,000\""
        } else if rest.starts_with(',') {
            "a list is written `[\"..\", \"..\"]`"
        } else if before.ends_with('"') {
            "write `\\\"` for a quote within a text, or put the text in single quotes"
        } else {
            "start a new line, or put `#` before a comment"
        })
    }
}
