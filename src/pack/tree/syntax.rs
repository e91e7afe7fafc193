//! The parser's syntax errors in an author's words, one for each cause, with the span under what has to be mended.

use toml_parser::ParseError;

use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{codes, findings::shown},
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
pub(super) struct Statement<'i> {
    pub(super) source: &'i str,
    pub(super) span: Span,
    pub(super) key: Option<Span>,
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
    pub(super) fn clamp(&self, place: Option<toml_parser::Span>) -> Span {
        let (start, end) = place.map_or((self.span.start, self.span.end), |place| {
            (place.start(), place.end())
        });
        let floor = |at: usize| self.source.floor_char_boundary(at.min(self.source.len()));
        floor(start)..floor(end.max(start))
    }

    pub(super) fn text(&self, span: Span) -> &str {
        self.source.get(span).unwrap_or("")
    }

    /// The end of the line that a byte stands in, without spaces and comment.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = &self.source[at..];
        let line = rest.split(['\n', '\r']).next().unwrap_or("");
        let line = line.find(" #").map_or(line, |comment| &line[..comment]);
        at + line.trim_end().len()
    }

    /// Whether a value follows its key's `=` at once, not within brackets.
    pub(super) fn is_whole_value(&self, at: usize) -> bool {
        self.key
            .as_ref()
            .and_then(|key| self.source.get(key.end..at))
            .is_some_and(|between| between.trim() == "=")
    }

    pub(super) fn key_name(&self) -> &str {
        self.key.clone().map_or("", |key| self.text(key))
    }

    /// The carriage return that the parser stumbled over: it points before or behind it.
    pub(super) fn carriage_return(&self, at: Span) -> Span {
        if self.source[..at.start].ends_with('\r') {
            return at.start - 1..at.start;
        }
        self.visible(at)
    }

    /// At least one character, so that there is something to underline.
    pub(super) fn visible(&self, at: Span) -> Span {
        if !at.is_empty() {
            return at;
        }
        let next = self.source[at.start..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        at.start..at.start + next
    }

    pub(super) fn missing_value(&self, at: Span) -> Diagnostic {
        let name = self.text(at.clone()).to_owned();
        let message = if name.is_empty() {
            "a value is missing".to_owned()
        } else {
            format!("`{}` has no value", shown(&name))
        };
        Diagnostic::new(&codes::TOML_MISSING_VALUE, at, message)
            .help("write a value after `=`, or delete the line")
    }
}
