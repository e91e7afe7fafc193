//! The parser's syntax errors in an author's words, one for each cause, with the span under what has to be mended.

use toml_parser::ParseError;

use crate::{
    diagnostic::{Code, Diagnostic, Span},
    pack::{codes, dates, findings::shown},
};

/// What is wrong with a statement.
pub(super) struct Report {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether its last line ends within quotes: bare words on the next line are their rest.
    pub(super) open_quote: bool,
    /// Whether its first words are a key, and not any text.
    pub(super) names_key: bool,
}

/// A statement with the key it gives, if it gives one.
struct Statement<'i> {
    source: &'i str,
    span: Span,
    key: Option<Span>,
}

/// Explains the errors of a statement; nothing where they only follow from quotes left open in the line before.
pub(super) fn explain(
    source: &str,
    span: Span,
    key: Option<Span>,
    errors: &[ParseError],
    after_open_quote: bool,
) -> Report {
    let statement = Statement { source, span, key };
    let find = |start: &str| {
        let mut errors = errors.iter();
        errors.find(|error| error.description().starts_with(start))
    };
    if after_open_quote && find("key with no value").is_some() {
        return Report {
            diagnostics: Vec::new(),
            open_quote: false,
            names_key: false,
        };
    }
    let mut diagnostics = Vec::new();
    let mut open_quote = false;
    let mut line = None;
    let structural = errors.iter().find(|error| is_structural(error));
    for error in errors.iter().filter(|error| !is_structural(error)) {
        // One finding a line: what else the parser says of it follows from the first.
        let at = statement.clamp(error.unexpected().or(error.context()));
        if structural.is_some() && statement.clamp(error.context()).is_empty() {
            // The parser puts an empty value where brackets or `=` went wrong.
            continue;
        }
        if line.is_some_and(|line| !source[line..at.start.max(line)].contains('\n')) {
            continue;
        }
        line = Some(at.start);
        let (diagnostic, open) = statement.scalar(error);
        open_quote = open;
        diagnostics.push(diagnostic);
    }
    let unclosed = find("unclosed");
    if let Some(error) = unclosed.or(structural)
        && (diagnostics.is_empty() || (unclosed.is_some() && !open_quote))
    {
        diagnostics.push(statement.structure(error));
    }
    let bare = |diagnostic: &Diagnostic| diagnostic.code == &codes::TOML_BARE_TEXT;
    Report {
        names_key: !diagnostics.iter().any(bare),
        diagnostics,
        open_quote,
    }
}

/// Whether the error is about brackets, commas, keys and `=`, and not about a single value.
fn is_structural(error: &ParseError) -> bool {
    let what = error.description();
    [
        "unclosed",
        "invalid table",
        "key with no value",
        "missing value",
        "extra comma",
        "extra `=`",
        "extra assignment",
        "unexpected key",
        "unexpected `=`",
        "unexpected content",
        "missing comma",
        "missing inline table opening",
        "missing array opening",
        "missing table open",
        "missing key",
        "missing assignment",
        "invalid inline table",
        "invalid key-value",
    ]
    .iter()
    .any(|start| what.starts_with(start))
}

impl Statement<'_> {
    /// A place of the parser as bytes of the source, on character boundaries.
    fn clamp(&self, place: Option<toml_parser::Span>) -> Span {
        let (start, end) = place.map_or((self.span.start, self.span.end), |place| {
            (place.start(), place.end())
        });
        let floor = |at: usize| self.source.floor_char_boundary(at.min(self.source.len()));
        floor(start)..floor(end.max(start))
    }

    fn text(&self, span: Span) -> &str {
        self.source.get(span).unwrap_or("")
    }

    /// The end of the line that a byte stands in, without spaces and comment.
    fn line_end(&self, at: usize) -> usize {
        let rest = &self.source[at..];
        let line = rest.split(['\n', '\r']).next().unwrap_or("");
        let line = line.find(" #").map_or(line, |comment| &line[..comment]);
        at + line.trim_end().len()
    }

    /// Whether a value follows its key's `=` at once, not within brackets.
    fn is_whole_value(&self, at: usize) -> bool {
        self.key
            .as_ref()
            .and_then(|key| self.source.get(key.end..at))
            .is_some_and(|between| between.trim() == "=")
    }

    fn key_name(&self) -> &str {
        self.key.clone().map_or("", |key| self.text(key))
    }

    fn scalar(&self, error: &ParseError) -> (Diagnostic, bool) {
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

    /// The carriage return that the parser stumbled over: it points before or behind it.
    fn carriage_return(&self, at: Span) -> Span {
        if self.source[..at.start].ends_with('\r') {
            return at.start - 1..at.start;
        }
        self.visible(at)
    }

    /// At least one character, so that there is something to underline.
    fn visible(&self, at: Span) -> Span {
        if !at.is_empty() {
            return at;
        }
        let next = self.source[at.start..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        at.start..at.start + next
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

    fn missing_value(&self, at: Span) -> Diagnostic {
        let name = self.text(at.clone()).to_owned();
        let message = if name.is_empty() {
            "a value is missing".to_owned()
        } else {
            format!("`{}` has no value", shown(&name))
        };
        Diagnostic::new(&codes::TOML_MISSING_VALUE, at, message)
            .help("write a value after `=`, or delete the line")
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

    /// Brackets, commas, keys and `=`.
    fn structure(&self, error: &ParseError) -> Diagnostic {
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

/// Offers quotes around a value.
fn quote(diagnostic: Diagnostic, span: &Span) -> Diagnostic {
    diagnostic
        .fix(span.start..span.start, "\"")
        .fix(span.end..span.end, "\"")
}

/// Quotes that word processors make of straight ones.
const SMART: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛'];
