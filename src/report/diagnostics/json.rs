//! Findings as JSON, in the shape that DESIGN promises to other programs.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Checked, position::Lines};
use crate::diagnostic::{Edit, Severity, Span};

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    packs: Vec<Pack<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Pack<'a> {
    file: &'a str,
    id: Option<&'a str>,
    questions: Option<usize>,
    events: Option<usize>,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    file: &'a str,
    #[serde(flatten)]
    range: Range,
    help: Option<&'a str>,
    fix: Vec<Fix<'a>>,
}

/// From 1, in Unicode scalar values, the end exclusive.
#[derive(Serialize)]
struct Range {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Fix<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

impl Range {
    fn of(lines: &Lines<'_>, span: &Span) -> Self {
        let span = lines.clamp(span);
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        Self {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// Everything found, as one JSON document with a line break at its end. Characters that could steer a terminal are
/// escaped, since the output may be one.
///
/// # Errors
/// Never in practice: the shape has string keys only.
pub fn json(packs: &[Checked<'_>]) -> serde_json::Result<String> {
    let report = Report {
        version: 1,
        packs: packs.iter().map(pack).collect(),
        errors: packs.iter().map(|pack| pack.errors).sum(),
        warnings: packs.iter().map(|pack| pack.warnings).sum(),
    };
    let mut json = escaped(&serde_json::to_string_pretty(&report)?);
    json.push('\n');
    Ok(json)
}

fn pack<'a>(pack: &'a Checked<'_>) -> Pack<'a> {
    let own = Lines::new(pack.source);
    let article = pack.article.as_ref().map(|(_, source)| Lines::new(source));
    let diagnostics = pack.diagnostics.iter().map(|diagnostic| {
        let (file, _) = pack.place(diagnostic);
        let lines = match (diagnostic.place, &article) {
            (crate::diagnostic::Place::Article, Some(lines)) => lines,
            _ => &own,
        };
        Finding {
            code: diagnostic.code.name,
            severity: match diagnostic.code.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "hint",
            },
            message: &diagnostic.message,
            file,
            range: Range::of(lines, &diagnostic.span),
            help: diagnostic.help.as_deref(),
            fix: diagnostic
                .fix
                .iter()
                .map(|Edit { span, text }| Fix {
                    range: Range::of(lines, span),
                    text,
                })
                .collect(),
        }
    });
    Pack {
        file: &pack.file,
        id: pack.id.as_deref(),
        questions: pack.questions,
        events: pack.events,
        diagnostics: diagnostics.collect(),
    }
}

/// JSON with every character that [`crate::text::clean()`] would replace as `\uXXXX`: such stand only within strings.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((at, character, _)) = crate::text::forbidden(rest, true) {
        out.push_str(&rest[..at]);
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
        rest = &rest[at + character.len_utf8()..];
    }
    out.push_str(rest);
    out
}
