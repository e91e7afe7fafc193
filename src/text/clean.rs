//! What may not reach a terminal: finding it (for `check`) and replacing it (for everything shown). A pack, a file
//! name or a learner's name can steer nothing after `clean`. Knows no markup.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Combining marks that one base character may carry; more would paint over neighbouring lines.
const MARKS_PER_BASE: u8 = 8;

/// What a text may hold besides printable characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Line breaks and tabs are allowed.
    pub multiline: bool,
    /// Left-to-right and right-to-left marks, and isolates that are closed on their line, are allowed.
    pub rtl: bool,
}

/// Replaces what a multi-line text may not hold by U+FFFD; line breaks and tabs stay, CR LF becomes LF.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    Rules::LINES.clean(text)
}

/// As [`clean`], for one line: line breaks and tabs become spaces.
#[must_use]
pub fn clean_line(text: &str) -> Cow<'_, str> {
    Rules::LINE.clean(text)
}

/// The first character that [`clean`] or [`clean_line`] would replace: byte offset, character, and what it is.
#[must_use]
pub fn forbidden(text: &str, multiline: bool) -> Option<(usize, char, &'static str)> {
    let rtl = false;
    Rules { multiline, rtl }.forbidden(text)
}

/// A text of the same length in bytes without anything that could steer a terminal, so that spans into it hold. Line
/// breaks and tabs stay.
#[must_use]
pub fn clean_same_length(text: &str) -> Cow<'_, str> {
    let mut marks = 0;
    replace(text, Rules::LINES, &mut marks, |out, fault| {
        match fault.character.len_utf8() {
            _ if fault.kind == Kind::CrLf => out.push('\r'),
            1 => out.push('?'),
            2 => out.push_str("??"),
            3 => out.push('\u{FFFD}'),
            _ => out.push_str("\u{FFFD}?"),
        }
    })
}

/// Whether a language (a BCP 47 tag such as `he` or `az-Arab`) is written from right to left.
#[must_use]
pub fn is_rtl(language: &str) -> bool {
    let mut tags = language.split(['-', '_']);
    let primary = tags.next().unwrap_or_default().to_ascii_lowercase();
    let script = tags.find(|tag| tag.len() == 4 && tag.bytes().all(|b| b.is_ascii_alphabetic()));
    match script.map(str::to_ascii_lowercase).as_deref() {
        Some("arab" | "aran" | "hebr" | "syrc" | "thaa" | "nkoo" | "adlm" | "mand" | "rohg") => {
            true
        }
        Some(_) => false,
        None => matches!(
            primary.as_str(),
            "ar" | "arc"
                | "arz"
                | "ckb"
                | "dv"
                | "fa"
                | "he"
                | "iw"
                | "ji"
                | "ks"
                | "nqo"
                | "prs"
                | "ps"
                | "sd"
                | "syr"
                | "ug"
                | "ur"
                | "yi"
        ),
    }
}

impl Rules {
    /// One line.
    pub const LINE: Self = Self {
        multiline: false,
        rtl: false,
    };
    /// Several lines.
    pub const LINES: Self = Self {
        multiline: true,
        rtl: false,
    };

    /// These rules for a text in `language`.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        Self {
            rtl: is_rtl(language),
            ..self
        }
    }

    /// The text with every character that these rules forbid replaced; borrowed when there is none.
    #[must_use]
    pub fn clean(self, text: &str) -> Cow<'_, str> {
        self.clean_from(text, &mut 0)
    }

    /// As [`Rules::clean`] for a text that follows another: `marks` counts the combining marks on its last character.
    pub(super) fn clean_from<'a>(self, text: &'a str, marks: &mut u8) -> Cow<'a, str> {
        replace(text, self, marks, |out, fault| match fault.kind {
            Kind::CrLf if self.multiline => {}
            Kind::LineFeed if fault.after_cr => {}
            Kind::CrLf | Kind::LineFeed | Kind::Tab => out.push(' '),
            _ => out.push('\u{FFFD}'),
        })
    }

    /// The first character that these rules forbid: byte offset, character, and what it is.
    #[must_use]
    pub fn forbidden(self, text: &str) -> Option<(usize, char, &'static str)> {
        let mut scan = Scan::new(text, self, 0);
        let fault = scan.find(|fault| fault.kind != Kind::CrLf || !self.multiline)?;
        Some((fault.at, fault.character, fault.kind.name()))
    }
}

/// Why a character is forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Escape,
    /// A carriage return right before a line feed: a line break, not a fault, where lines are allowed.
    CrLf,
    CarriageReturn,
    LineFeed,
    Tab,
    Control,
    Mark,
    Override,
    Separator,
    Invisible,
    Tag,
    Stacked,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Escape => "escape character",
            Self::CrLf | Self::LineFeed => "line break",
            Self::CarriageReturn => "carriage return",
            Self::Tab => "tab",
            Self::Control => "control character",
            Self::Mark => "invisible direction mark",
            Self::Override => "control of the writing direction",
            Self::Separator => "line or paragraph separator",
            Self::Invisible => "invisible character",
            Self::Tag => "invisible tag character",
            Self::Stacked => "ninth combining mark on one character",
        }
    }

    /// The strip set of TERMINAL.md, section 3, but for stacked marks.
    fn of(character: char, rules: Rules) -> Option<Self> {
        Some(match character {
            '\n' | '\t' if rules.multiline => return None,
            '\n' => Self::LineFeed,
            '\t' => Self::Tab,
            '\r' => Self::CarriageReturn,
            '\u{1B}' => Self::Escape,
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Self::Control,
            '\u{200E}' | '\u{200F}' if rules.rtl => return None,
            '\u{061C}' | '\u{200E}' | '\u{200F}' => Self::Mark,
            '\u{2028}' | '\u{2029}' => Self::Separator,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Self::Override,
            '\u{2060}'..='\u{206F}' | '\u{180E}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => {
                Self::Invisible
            }
            '\u{E0000}'..='\u{E007F}' => Self::Tag,
            _ => return None,
        })
    }
}

struct Fault {
    at: usize,
    character: char,
    kind: Kind,
    after_cr: bool,
}

/// Goes through a text from fault to fault.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    rules: Rules,
    marks: u8,
    after_cr: bool,
    /// Offsets of isolates that are not closed, or close nothing, on their line.
    unbalanced: Vec<usize>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, rules: Rules, marks: u8) -> Self {
        let unbalanced = if rules.rtl {
            unbalanced_isolates(text)
        } else {
            Vec::new()
        };
        Self {
            text,
            at: 0,
            rules,
            marks,
            after_cr: false,
            unbalanced,
        }
    }

    fn kind(&mut self, at: usize, character: char) -> Option<Kind> {
        let rest = &self.text[at + character.len_utf8()..];
        match character {
            '\r' if rest.starts_with('\n') => return Some(Kind::CrLf),
            '\u{2066}'..='\u{2069}'
                if self.rules.rtl && self.unbalanced.binary_search(&at).is_err() =>
            {
                return None;
            }
            // No combining mark stands below U+0300; joiners neither carry marks nor end a stack of them.
            '\u{300}'.. if is_combining_mark(character) => {
                if self.marks >= MARKS_PER_BASE {
                    return Some(Kind::Stacked);
                }
                self.marks += 1;
            }
            '\u{200C}' | '\u{200D}' => {}
            _ => self.marks = 0,
        }
        Kind::of(character, self.rules)
    }
}

impl Iterator for Scan<'_> {
    type Item = Fault;

    fn next(&mut self) -> Option<Fault> {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let printable = rest
                .iter()
                .position(|byte| !(0x20..0x7F).contains(byte))
                .unwrap_or(rest.len());
            if printable > 0 {
                self.marks = 0;
                self.after_cr = false;
            }
            self.at += printable;
            let at = self.at;
            let character = self.text[at..].chars().next()?;
            self.at += character.len_utf8();
            let after_cr = std::mem::replace(&mut self.after_cr, character == '\r');
            if let Some(kind) = self.kind(at, character) {
                return Some(Fault {
                    at,
                    character,
                    kind,
                    after_cr,
                });
            }
        }
    }
}

fn replace<'a>(
    text: &'a str,
    rules: Rules,
    marks: &mut u8,
    mut put: impl FnMut(&mut String, Fault),
) -> Cow<'a, str> {
    let mut scan = Scan::new(text, rules, *marks);
    let (mut out, mut done) = (String::new(), 0);
    for fault in scan.by_ref() {
        out.push_str(&text[done..fault.at]);
        done = fault.at + fault.character.len_utf8();
        put(&mut out, fault);
    }
    *marks = scan.marks;
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

fn unbalanced_isolates(text: &str) -> Vec<usize> {
    let (mut open, mut unbalanced) = (Vec::new(), Vec::new());
    for (at, character) in text.char_indices() {
        match character {
            '\n' => unbalanced.append(&mut open),
            '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{2069}' if open.pop().is_none() => unbalanced.push(at),
            _ => {}
        }
    }
    unbalanced.append(&mut open);
    unbalanced.sort_unstable();
    unbalanced
}

#[cfg(test)]
mod tests;
