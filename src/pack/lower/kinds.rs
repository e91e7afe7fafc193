//! The kinds of questions by name, and which keys each of them has.

use super::{Lowering, keys::QuestionKeys};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{codes, findings::shown},
    text,
};

/// The kinds, as `kind = ".."` names them; their places are the bits of [`Owner`].
pub(super) const KINDS: [&str; 10] = [
    "choice",
    "multiple",
    "true-false",
    "short-answer",
    "numeric",
    "date",
    "ordering",
    "matching",
    "cloze",
    "essay",
];

/// Which kinds a key belongs to, one bit each.
pub(super) type Owner = u16;
pub(super) const CHOICE: Owner = 1;
pub(super) const MULTIPLE: Owner = 1 << 1;
pub(super) const TRUE_FALSE: Owner = 1 << 2;
pub(super) const SHORT: Owner = 1 << 3;
pub(super) const NUMERIC: Owner = 1 << 4;
pub(super) const DATE: Owner = 1 << 5;
pub(super) const ORDERING: Owner = 1 << 6;
pub(super) const MATCHING: Owner = 1 << 7;
pub(super) const CLOZE: Owner = 1 << 8;
pub(super) const ESSAY: Owner = 1 << 9;

impl<'t, 'i> Lowering<'t, 'i> {
    /// The bit of the question's kind.
    pub(super) fn asked(&mut self, keys: &QuestionKeys<'t, 'i>, header: &Span) -> Option<Owner> {
        let Some(value) = keys.kind else {
            self.missing(header.clone(), "kind", "this question", "kind = \"choice\"");
            return None;
        };
        let name = self.line(value)?;
        if let Some(at) = KINDS.iter().position(|kind| *kind == name) {
            return Some(1 << at);
        }
        let mut diagnostic = Diagnostic::new(
            &codes::UNKNOWN_KIND,
            value.span(),
            format!("there is no kind `{}`", shown(&name)),
        );
        diagnostic = match text::closest(&name, KINDS) {
            Some(close) => diagnostic
                .help(format!("did you mean `{close}`?"))
                .fix(value.span(), format!("\"{close}\"")),
            None => diagnostic.help(format!("it is one of `{}`", KINDS.join("`, `"))),
        };
        self.fault(diagnostic);
        None
    }

    /// Reports keys that belong to other kinds.
    pub(super) fn foreign(&mut self, keys: &QuestionKeys<'t, 'i>, bit: Owner) {
        let owners = [
            (keys.answer, CHOICE | TRUE_FALSE | SHORT | NUMERIC | DATE),
            (keys.answers, MULTIPLE),
            (keys.distractors, CHOICE | MULTIPLE | SHORT | MATCHING),
            (keys.credit, MULTIPLE),
            (keys.accept, SHORT),
            (keys.strict, SHORT),
            (keys.tolerance, NUMERIC | DATE),
            (keys.range, NUMERIC),
            (keys.unit, NUMERIC),
            (keys.event, DATE),
            (keys.precision, DATE),
            (keys.end, DATE),
            (keys.items, ORDERING),
            (keys.events, ORDERING),
            (keys.pairs, MATCHING),
            (keys.text, CLOZE),
            (keys.model, ESSAY),
            (keys.rubric, ESSAY),
        ];
        for (value, owner) in owners {
            let Some(value) = value else { continue };
            if owner & bit != 0 {
                continue;
            }
            let key = value.key();
            let own = KINDS[bit.trailing_zeros() as usize];
            let others: Vec<&str> = (0..KINDS.len())
                .filter(|at| owner & (1 << at) != 0)
                .map(|at| KINDS[at])
                .collect();
            let help = match (key.as_ref(), bit) {
                ("answers", CHOICE | TRUE_FALSE | SHORT | NUMERIC | DATE) => {
                    "write `answer`".to_owned()
                }
                ("answer", MULTIPLE) => "write `answers = [..]`".to_owned(),
                _ => format!("it belongs to `{}`; delete it", others.join("`, `")),
            };
            self.fault(
                Diagnostic::new(
                    &codes::FOREIGN_KEY,
                    value.key_span(),
                    format!("a `{own}` has no `{key}`"),
                )
                .help(help),
            );
        }
    }
}
