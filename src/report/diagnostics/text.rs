//! Findings as rustc shows its own: code, place, the line with the span underlined, labels, help.

use std::fmt::Write as _;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{Checked, position::Lines, window::windows};
use crate::{
    diagnostic::{Diagnostic, Severity, Span},
    text as words,
};

/// How many findings of a pack are shown.
const SHOWN: usize = 50;

/// Narrower than this the renderer cannot draw.
const NARROWEST: usize = 20;

/// How findings are shown.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// With colours.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// The findings of a pack, and the line that sums them up.
#[must_use]
pub fn text(pack: &Checked<'_>, look: Look) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(look.width.max(NARROWEST));
    let own = Lines::new(pack.source);
    let mut article = None;
    let mut out = String::new();
    for diagnostic in pack.diagnostics.iter().take(SHOWN) {
        let (file, source) = pack.place(diagnostic);
        let lines = match (diagnostic.place, &pack.article) {
            (crate::diagnostic::Place::Article, Some((_, source))) => {
                &*article.get_or_insert_with(|| Lines::new(source))
            }
            _ => &own,
        };
        out.push_str(&finding(diagnostic, file, source, lines, &renderer));
        out.push_str("\n\n");
    }
    let listed = pack.diagnostics.len().min(SHOWN);
    let hints = pack
        .diagnostics
        .iter()
        .filter(|d| d.code.severity == Severity::Hint)
        .count();
    let more = (pack.errors + pack.warnings + hints).saturating_sub(listed);
    if more > 0 {
        let more = words::count_of(more, "more finding", "more findings");
        let _ = write!(out, "{more} not shown: mend these first\n\n");
    }
    out.push_str(&summary(pack));
    out.push('\n');
    out
}

fn finding(
    diagnostic: &Diagnostic,
    file: &str,
    source: &str,
    lines: &Lines<'_>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let message = words::clean_line(&diagnostic.message).into_owned();
    let file = words::clean_line(file).into_owned();
    let mut group = level
        .primary_title(message)
        .id(diagnostic.code.name)
        .elements(std::iter::empty::<Element<'_>>());
    let related = diagnostic.related.iter();
    let spans: Vec<Span> = std::iter::once(diagnostic.span.clone())
        .chain(related.clone().map(|label| label.span.clone()))
        .collect();
    let labels: Vec<Option<&str>> = std::iter::once(diagnostic.label.as_deref())
        .chain(related.map(|label| Some(label.text.as_str())))
        .collect();
    for window in windows(source, lines, &spans) {
        let first = window.marks.iter().map(|(_, at)| *at).min().unwrap_or(0);
        let annotations: Vec<Annotation<'_>> = window
            .marks
            .iter()
            .map(|(range, at)| annotation(range.clone(), *at, labels[*at]))
            .collect();
        let mut snippet = Snippet::source(window.source)
            .line_start(window.line)
            .annotations(annotations);
        if window.exact {
            snippet = snippet.path(file.clone());
        } else {
            group = group.element(origin(&file, lines, &spans[first]));
        }
        group = group.element(Element::from(snippet));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(words::clean_line(help).into_owned()));
    }
    without_blank_origins(&renderer.render(&[group]))
}

/// Drops the line with which the renderer begins a snippet whose place has been told already.
fn without_blank_origins(shown: &str) -> String {
    let drawing = |text: &str| {
        let escape = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{1b}' | '[' | ';' | 'm');
        text.chars().all(escape)
    };
    let blank = |line: &&str| {
        line.split_once(":::")
            .is_some_and(|(before, after)| drawing(before) && drawing(after))
    };
    let lines: Vec<&str> = shown.lines().filter(|line| !blank(line)).collect();
    lines.join("\n")
}

fn annotation<'a>(range: std::ops::Range<usize>, at: usize, label: Option<&str>) -> Annotation<'a> {
    let kind = if at == 0 {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let annotation = kind.span(range);
    match label {
        Some(label) => annotation.label(words::clean_line(label).into_owned()),
        None => annotation,
    }
}

fn origin<'a>(file: &str, lines: &Lines<'_>, span: &Span) -> Origin<'a> {
    let position = lines.position(lines.clamp(span).start);
    Origin::path(file.to_owned())
        .line(position.line)
        .char_column(position.column)
}

/// One line about a pack: `apollo.toml: 2 errors, 1 warning`.
#[must_use]
pub fn summary(pack: &Checked<'_>) -> String {
    let file = words::clean_line(&pack.file);
    let counts = match (pack.questions, pack.events) {
        (Some(questions), Some(events)) => format!(
            " ({}, {})",
            words::count(questions, "question"),
            words::count(events, "event")
        ),
        _ => String::new(),
    };
    format!("{file}: {}{counts}", found(pack.errors, pack.warnings))
}

/// One line about all packs, where there are several.
#[must_use]
pub fn total(packs: &[Checked<'_>]) -> String {
    let errors = packs.iter().map(|pack| pack.errors).sum();
    let warnings = packs.iter().map(|pack| pack.warnings).sum();
    format!(
        "{}: {}",
        words::count(packs.len(), "pack"),
        found(errors, warnings)
    )
}

fn found(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => "no errors".to_owned(),
        (errors, 0) => words::count(errors, "error"),
        (0, warnings) => words::count(warnings, "warning"),
        _ => format!(
            "{}, {}",
            words::count(errors, "error"),
            words::count(warnings, "warning")
        ),
    }
}
