//! Findings about a text as values: what is wrong, where, and how to mend it. Nothing here prints.

use std::ops::Range;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A weakness that may be intended.
    Hint,
    /// Something that should be mended but harms nobody.
    Warning,
    /// A fault: the thing cannot be used as it stands.
    Error,
}

/// A kind of finding: its kebab-case name and what `explain` says of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Kebab-case, the same in text, JSON, `explain` and `allow`.
    pub name: &'static str,
    /// How bad a finding of this kind is.
    pub severity: Severity,
    /// What it means, why it matters, and an example of the mend (Markdown).
    pub explanation: &'static str,
}

/// Which text a finding lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The pack's TOML.
    #[default]
    Pack,
    /// The article beside it.
    Article,
}

/// Bytes of a text.
pub type Span = Range<usize>;

/// A second place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where, in the same text as the finding.
    pub span: Span,
    /// What to say there.
    pub text: String,
}

/// One replacement of a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// One line, lower case, that names the thing in backticks.
    pub message: String,
    /// Which text it lies in.
    pub place: Place,
    /// The very bytes that are wrong.
    pub span: Span,
    /// What to say under them.
    pub label: Option<String>,
    /// Other places it speaks of.
    pub related: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// A safe mend, as edits of the same text; empty when there is none.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// A finding in the pack's own text.
    #[must_use]
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: Place::Pack,
            span,
            label: None,
            related: Vec::new(),
            help: None,
            fix: Vec::new(),
        }
    }

    /// Says something under the span.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Names another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Offers a safe mend.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix.push(Edit {
            span,
            text: text.into(),
        });
        self
    }
}
