//! Every kind of finding, with what `explain` says of it. A code is named in messages, JSON, `explain` and `allow`.

mod article;
mod head;
mod item;
mod syntax;

use crate::diagnostic::Code;

/// Declares codes as statics, and the list of them.
macro_rules! codes {
    ($($name:ident $kebab:literal $severity:ident $text:literal)*) => {
        $(pub(in crate::pack) static $name: crate::diagnostic::Code = crate::diagnostic::Code {
            name: $kebab,
            severity: crate::diagnostic::Severity::$severity,
            explanation: $text,
        };)*
        pub(super) static ALL: &[&crate::diagnostic::Code] = &[$(&$name),*];
    };
}
use codes;

pub(super) use article::{
    ARTICLE_MISSING, PASSAGE_AMBIGUOUS, PASSAGE_NOT_FOUND, PASSAGE_WITHOUT_ARTICLE,
};
pub(super) use head::{
    DUPLICATE_ID, FORBIDDEN_CHARACTER, FORMAT_NEWER, INVALID_ID, INVALID_LANGUAGE, INVALID_PATH,
    MISPLACED_KEY, MISSING_FORMAT, MISSING_ID, MISSING_KEY, NOT_UTF_8, OUT_OF_RANGE,
    POOL_DUPLICATE, POOL_TOO_SMALL, TOO_DEEP, TOO_LARGE, TOO_MANY_QUESTIONS, UNKNOWN_KEY,
    WRONG_TYPE,
};
pub(super) use item::{
    ANSWER_AMONG_DISTRACTORS, CLOZE_SYNTAX, CLOZE_WITHOUT_GAP, DUPLICATE_CHOICE, EMPTY_TEXT,
    FOREIGN_KEY, INVALID_DATE, INVALID_NUMBER, INVALID_TOLERANCE, NO_SUCH_CHOICE, PICK_TOO_MANY,
    PRECISION_TOO_FINE, REVERSED, TOO_FEW, UNDECIDABLE_ORDER, UNKNOWN_EVENT, UNKNOWN_KIND,
    UNKNOWN_SET, UNKNOWN_VALUE,
};
pub(super) use syntax::{
    TOML_AFTER_VALUE, TOML_BARE_TEXT, TOML_BOOLEAN, TOML_CONTROL_CHARACTER, TOML_DUPLICATE_KEY,
    TOML_ESCAPE, TOML_EXTRA_COMMA, TOML_INVALID_KEY, TOML_INVALID_NUMBER, TOML_LINE_BREAK,
    TOML_MISSING_COMMA, TOML_MISSING_EQUALS, TOML_MISSING_KEY, TOML_MISSING_QUOTE,
    TOML_MISSING_VALUE, TOML_SINGLE_BRACKETS, TOML_SMART_QUOTES, TOML_SYNTAX,
    TOML_UNCLOSED_BRACKET, TOML_UNCLOSED_QUOTE, TOML_UNQUOTED, TOML_UNQUOTED_DATE,
};

/// All codes, in the order in which a reader of a pack meets them.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [syntax::ALL, head::ALL, item::ALL, article::ALL]
        .into_iter()
        .flatten()
        .copied()
}

/// The code of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|code| code.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::all;

    #[test]
    fn every_code_has_a_name_of_its_own_and_an_explanation_with_an_example() {
        let mut names = HashSet::new();
        for code in all() {
            assert!(names.insert(code.name), "`{}` stands twice", code.name);
            assert!(
                code.name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "`{}` is not kebab-case",
                code.name
            );
            assert!(
                code.explanation.len() > 60,
                "`{}` is hardly explained",
                code.name
            );
        }
    }
}
