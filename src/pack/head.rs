//! A pack's head at a glance: id, title and the number of questions, for lists of many packs. Reads no question and
//! reports no fault; whoever needs certainty reads the whole pack.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};
use toml_parser::{Source, lexer::TokenKind};

use super::Id;

/// How deep brackets may nest before a head counts as unreadable (deeper ones are reported when the pack is read).
const DEPTH: usize = 16;

/// What stands at the head of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The id, if it has one of its own.
    pub id: Option<Id>,
    /// The title, as the author wrote it; a pack without one is invalid but can still be named.
    pub title: Option<String>,
    /// How many questions stand under it, faulty ones among them.
    pub questions: usize,
}

/// The head of a pack; none when it cannot be read.
#[must_use]
pub fn head(text: &str) -> Option<Head> {
    let outline = outline(text)?;
    let table = DeTable::parse(text.get(..outline.end)?).ok()?;
    let table = table.get_ref();
    let string = |key: &str| match table.get(key)?.get_ref() {
        DeValue::String(text) => Some(Cow::as_ref(text)),
        _ => None,
    };
    let listed = match table.get("questions").map(toml::Spanned::get_ref) {
        Some(DeValue::Array(items)) => items.len(),
        _ => 0,
    };
    Some(Head {
        id: string("id").and_then(Id::new),
        title: string("title").map(str::to_owned),
        questions: outline.questions + listed,
    })
}

struct Outline {
    /// Where the first header stands, in bytes.
    end: usize,
    /// Headers `[[questions]]`.
    questions: usize,
}

/// Goes over the tokens up to the first header, and over the rest only where a text of several lines could hold what
/// looks like one. None when brackets nest too deep before the first header.
fn outline(text: &str) -> Option<Outline> {
    let mut questions = 0;
    let mut end = None;
    let mut depth = 0_usize;
    let mut line_starts = true;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::Newline => {
                line_starts = true;
                continue;
            }
            TokenKind::Whitespace => continue,
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                let start = token.span().start();
                if line_starts && depth == 0 && end.is_none() {
                    end = Some(start);
                    let rest = &text[start..];
                    if !rest.contains("\"\"\"") && !rest.contains("'''") {
                        questions = headers(rest);
                        break;
                    }
                }
                // Whatever is open: no array can hold the bare word, and a bracket may have been forgotten above.
                questions += usize::from(line_starts && is_question(&text[start..]));
                depth += 1;
                if end.is_none() && depth > DEPTH {
                    return None;
                }
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        line_starts = false;
    }
    Some(Outline {
        end: end.unwrap_or(text.len()),
        questions,
    })
}

/// The lines of a text that are headers of a question: much faster than going over the tokens.
fn headers(text: &str) -> usize {
    let starts_line = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    text.match_indices("[[")
        .filter(|(at, _)| is_question(&text[*at..]) && starts_line(*at))
        .count()
}

/// Whether this line is the header of a question.
fn is_question(line: &str) -> bool {
    line.strip_prefix("[[")
        .and_then(|rest| {
            rest.trim_start_matches([' ', '\t'])
                .strip_prefix("questions")
        })
        .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with("]]"))
}

#[cfg(test)]
mod tests {
    use super::{super::Id, head};

    #[test]
    fn a_head_is_read_and_questions_are_counted() {
        let cases = [
            ("title = 'A'", Some((None, "A", 0))),
            (
                "id = 'x'\ntitle = 'A'\n[[questions]]\nid = 'q'\n [[ questions ]] # two\n",
                Some((Some("x"), "A", 2)),
            ),
            (
                "title = 'A'\n[[events]]\ndetail = '''\n[[questions]]\n'''\n[[questions]]\n",
                Some((None, "A", 1)),
            ),
            (
                "title = 'A'\nlist = [\n[[1]],\n]\n[[questions]]\na = [\n[ 1 ]\n]\n",
                Some((None, "A", 1)),
            ),
            ("title = 'A'\nquestions = [{}, {}]\n", Some((None, "A", 2))),
            (
                "title = 'A'\n[[questions]]\na = \"[[questions]]\" # [[questions]]\n# [[questions]]\n\t[[questions]]",
                Some((None, "A", 2)),
            ),
            (
                "title = 'A'\n[[questions]]\nbroken here\n",
                Some((None, "A", 1)),
            ),
            ("title = 'A'\nid = 'not an id'\n", Some((None, "A", 0))),
            ("\"title\" = \"\\u0041\"", Some((None, "A", 0))),
            ("title = 1\n[[questions]]", Some((None, "-", 1))),
            ("title = 'A\n[[questions]]", None),
            ("", Some((None, "-", 0))),
        ];
        for (text, expected) in cases {
            let found = head(text);
            let found = found.as_ref().map(|head| {
                (
                    head.id.as_ref().map(Id::as_str),
                    head.title.as_deref().unwrap_or("-"),
                    head.questions,
                )
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn deep_nesting_before_the_first_header_is_no_head() {
        let text = format!(
            "title = 'A'\nx = {}{}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert_eq!(head(&text), None);
    }
}
