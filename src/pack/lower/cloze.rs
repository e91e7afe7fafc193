//! The text of a cloze: `{{gap|another}}`, with `\|`, `\{` and `\}` for the signs themselves.

use super::{Lowering, keys::QuestionKeys, typed};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        Gap, Kind as Asked, Part, codes,
        tree::{Kind, Value},
    },
};

/// Why a text is no cloze: bytes of it, and what is wrong there.
struct Fault {
    at: Span,
    message: &'static str,
}

impl<'t, 'i> Lowering<'t, 'i> {
    pub(super) fn cloze(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        let Some(value) = keys.text else {
            self.missing(
                header,
                "text",
                "this cloze",
                "text = \"About {{2,000}} chips\"",
            );
            return None;
        };
        let text = self.lines(value)?;
        let language = self.language.clone();
        match parts(&text, &language) {
            Ok(parts) if parts.iter().any(|part| matches!(part, Part::Gap(_))) => {
                Some(Asked::Cloze { parts })
            }
            Ok(_) => {
                self.fault(
                    Diagnostic::new(
                        &codes::CLOZE_WITHOUT_GAP,
                        value.span(),
                        "this cloze has no gap",
                    )
                    .help("write `{{..}}` around the words to fill in"),
                );
                None
            }
            Err(fault) => {
                self.fault(
                    Diagnostic::new(&codes::CLOZE_SYNTAX, place(value, &fault.at), fault.message)
                        .help("a gap is `{{answer|another}}`; a brace or bar itself is `\\{`, `\\}` or `\\|`"),
                );
                None
            }
        }
    }
}

/// Bytes of a text as bytes of the file; the whole text where escapes stand between.
fn place(value: Value<'_, '_>, at: &Span) -> Span {
    debug_assert_eq!(value.kind(), Kind::String);
    value.plain_span().map_or(value.span(), |plain| {
        plain.start + at.start..plain.start + at.end
    })
}

/// Takes a text apart.
fn parts(text: &str, language: &str) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut words = String::new();
    // Within a gap: where it began, and its alternatives so far.
    let mut gap: Option<(usize, Vec<String>)> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let escaped = rest
            .strip_prefix('\\')
            .and_then(|rest| rest.chars().next())
            .filter(|c| matches!(c, '|' | '{' | '}'));
        let width = if let Some(sign) = escaped {
            words.push(sign);
            2
        } else if rest.starts_with("{{") {
            if let Some((start, _)) = gap {
                return Err(Fault {
                    at: start..start + 2,
                    message: "this gap is not closed before the next begins",
                });
            }
            if !words.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut words)));
            }
            gap = Some((at, Vec::new()));
            2
        } else if rest.starts_with("}}") {
            let Some((start, mut alternatives)) = gap.take() else {
                return Err(Fault {
                    at: at..at + 2,
                    message: "`}}` closes no gap",
                });
            };
            alternatives.push(std::mem::take(&mut words).trim().to_owned());
            if alternatives.iter().any(String::is_empty) {
                return Err(Fault {
                    at: start..at + 2,
                    message: "a gap without an answer",
                });
            }
            let number = typed::number_in(&alternatives[0], language);
            parts.push(Part::Gap(Gap {
                alternatives,
                number,
            }));
            2
        } else if let (Some((_, alternatives)), '|') = (&mut gap, c) {
            alternatives.push(std::mem::take(&mut words).trim().to_owned());
            1
        } else if gap.is_some() && matches!(c, '{' | '}') {
            return Err(Fault {
                at: at..at + 1,
                message: "a single brace within a gap",
            });
        } else {
            words.push(c);
            c.len_utf8()
        };
        at += width;
    }
    if let Some((start, _)) = gap {
        return Err(Fault {
            at: start..start + 2,
            message: "this gap is not closed",
        });
    }
    if !words.is_empty() {
        parts.push(Part::Text(words));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    fn shape(text: &str) -> Result<String, &'static str> {
        let parts = parts(text, "en").map_err(|fault| fault.message)?;
        let mut out = String::new();
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(&text),
                Part::Gap(gap) => {
                    let number = if gap.number.is_some() { "#" } else { "" };
                    out.extend(["<", number, &gap.alternatives.join("/"), ">"]);
                }
            }
        }
        Ok(out)
    }

    #[test]
    fn gaps_alternatives_and_escapes_are_told_apart() {
        for (text, expected) in [
            (
                "About {{2,000}} {{H800|Nvidia H800}} chips",
                Ok("About <#2,000> <H800/Nvidia H800> chips"),
            ),
            ("a { b } c | d", Ok("a { b } c | d")),
            (r"\{{{x\|y}}\}", Ok("{<x|y>}")),
            (r"\\d {{ a }}", Ok(r"\\d <a>")),
            ("{{a", Err("this gap is not closed")),
            ("a}}", Err("`}}` closes no gap")),
            ("{{}}", Err("a gap without an answer")),
            ("{{a|}}", Err("a gap without an answer")),
            (
                "{{a {{b}}",
                Err("this gap is not closed before the next begins"),
            ),
            ("{{a}b}}", Err("a single brace within a gap")),
        ] {
            assert_eq!(shape(text).as_deref(), expected.as_deref(), "{text}");
        }
    }
}
