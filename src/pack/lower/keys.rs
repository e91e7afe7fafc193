//! The keys that tables of a pack may have, and what is said of any other.

use super::Lowering;
use crate::{
    diagnostic::Diagnostic,
    pack::{codes, findings::shown, tree::Value},
    text,
};

/// Declares a struct with one field for each key of a table, and how it is filled in one pass over the table.
macro_rules! keys {
    ($(#[$doc:meta])* $name:ident: $($field:ident $key:literal),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default)]
        pub(super) struct $name<'t, 'i> {
            $(pub(super) $field: Option<Value<'t, 'i>>,)*
        }

        impl<'t, 'i> $name<'t, 'i> {
            /// All keys, as the file has them.
            pub(super) const KEYS: &'static [&'static str] = &[$($key),*];

            /// The values of a table; keys it may not have go to `unknown`.
            pub(super) fn of(table: Value<'t, 'i>, mut unknown: impl FnMut(Value<'t, 'i>)) -> Self {
                let mut keys = Self::default();
                for child in table.children() {
                    match child.key().as_ref() {
                        $($key => keys.$field = Some(child),)*
                        _ => unknown(child),
                    }
                }
                keys
            }
        }
    };
}

keys! {
    /// The head of a pack, and the tables below it.
    Head:
    format "format", id "id", title "title", summary "summary", language "language", authors "authors",
    license "license", hint_cost "hint_cost", article "article", sets "sets", pools "pools", eras "eras",
    events "events", questions "questions",
}

keys! {
    /// `[article]`.
    ArticleKeys: file "file", source "source",
}

keys! {
    /// `[[pools]]`.
    PoolKeys: tag "tag", pick "pick",
}

keys! {
    /// `[[eras]]`.
    EraKeys: title "title", from "from", to "to",
}

keys! {
    /// `[[events]]`.
    EventKeys:
    id "id", when "when", until "until", title "title", detail "detail", passage "passage", source "source",
    tags "tags",
}

keys! {
    /// `[[questions]]`, of whatever kind.
    QuestionKeys:
    id "id", kind "kind", prompt "prompt", explanation "explanation", passage "passage", source "source",
    hints "hints", tags "tags", allow "allow", points "points", shuffle "shuffle", last "last",
    feedback "feedback", answer "answer", answers "answers", distractors "distractors", credit "credit",
    accept "accept", strict "strict", tolerance "tolerance", range "range", unit "unit", event "event",
    precision "precision", end "end", items "items", events "events", pairs "pairs", text "text",
    model "model", rubric "rubric",
}

keys! {
    /// `{ text, feedback }`.
    ChoiceKeys: text "text", feedback "feedback",
}

keys! {
    /// `{ set, pick }`.
    DrawKeys: set "set", pick "pick",
}

/// Keys of the head that are single values: the ones that slip under a heading.
const HEAD_VALUES: [&str; 8] = [
    "format",
    "id",
    "title",
    "summary",
    "language",
    "authors",
    "license",
    "hint_cost",
];

impl<'t, 'i> Lowering<'t, 'i> {
    /// Says of a key that a table may not have what was probably meant.
    pub(super) fn unknown_key(&mut self, key: Value<'t, 'i>, known: &[&str], table: &str) {
        let name = key.key();
        let span = key.key_span();
        if span.is_empty() {
            // A key that is missing has been reported.
            self.spoiled = true;
            return;
        }
        if table != "the pack" && HEAD_VALUES.contains(&name.as_ref()) {
            self.fault(
                Diagnostic::new(
                    &codes::MISPLACED_KEY,
                    span,
                    format!("`{name}` belongs to the head of the pack, not to {table}"),
                )
                .help("move it above the first heading: a key belongs to the heading above it"),
            );
            return;
        }
        let place = match name.as_ref() {
            "file" if table == "the pack" => Some("write it below `[article]`"),
            "question" | "event" | "pool" | "era" | "set" | "choices" | "options" => {
                match name.as_ref() {
                    "choices" | "options" => Some("write `answer` and `distractors`"),
                    _ => None,
                }
            }
            _ => None,
        };
        let mut diagnostic = Diagnostic::new(
            &codes::UNKNOWN_KEY,
            span.clone(),
            format!("{table} has no key `{}`", shown(&name)),
        );
        if let Some(place) = place {
            diagnostic = diagnostic.help(place);
        } else if let Some(close) = text::closest(&name, known.iter().copied()) {
            diagnostic = diagnostic.help(format!("did you mean `{close}`?"));
            // A heading is repeated and may be dotted: only a plain key is mended safely.
            if !key.has_header() && key.raw().len() != span.len() && !key.is_list_of_tables() {
                diagnostic = diagnostic.fix(span, close);
            }
        } else if known.len() <= 8 {
            diagnostic = diagnostic.help(format!("it may have `{}`", known.join("`, `")));
        } else {
            diagnostic = diagnostic.help("delete it, or mend its spelling");
        }
        self.fault(diagnostic);
    }
}
