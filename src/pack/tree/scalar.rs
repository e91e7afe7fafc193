//! Texts, numbers and dates: what they are, whether they are well written, and what a text says once its escapes are
//! undone.

use std::borrow::Cow;

use toml_parser::{
    ErrorSink, ParseError, Raw, Span as Place,
    decoder::{Encoding, ScalarKind},
};

use super::{ASCII, Kind, PLAIN};

/// How many quotes a text begins with: 1 or 3.
pub(super) fn quotes(raw: &str) -> usize {
    if raw.len() >= 6 && (raw.starts_with("\"\"\"") || raw.starts_with("'''")) {
        3
    } else {
        1
    }
}

/// Length of the line break that follows the opening quotes of a multi-line text and is not part of it.
pub(super) fn leading_break(inner: &str, quotes: usize) -> usize {
    if quotes == 3 && inner.starts_with('\n') {
        1
    } else if quotes == 3 && inner.starts_with("\r\n") {
        2
    } else {
        0
    }
}

/// What a scalar is, with its flags. Faults go to `errors`.
pub(super) fn classify(
    raw: &str,
    start: usize,
    encoding: Option<Encoding>,
    errors: &mut dyn ErrorSink,
) -> (Kind, u8) {
    let place = Place::new_unchecked(start, start + raw.len());
    let Some(encoding) = encoding else {
        return unquoted(raw, place, errors);
    };
    let width = match encoding {
        Encoding::BasicString | Encoding::LiteralString => 1,
        Encoding::MlBasicString | Encoding::MlLiteralString => 3,
    };
    let basic = matches!(encoding, Encoding::BasicString | Encoding::MlBasicString);
    let quote = if basic { b'"' } else { b'\'' };
    if let Some(inner) = raw.as_bytes().get(width..raw.len().saturating_sub(width)) {
        let mut seen = 0;
        for &byte in inner {
            seen |= CLASS[usize::from(byte)];
        }
        let closed = raw.as_bytes()[raw.len() - width..]
            .iter()
            .all(|&byte| byte == quote);
        let plain = seen & (CONTROL | if basic { BACKSLASH } else { 0 }) == 0
            && (width == 3 || seen & BREAK == 0);
        if closed && plain {
            let ascii = if seen & (WIDE | BREAK | TAB) == 0 {
                ASCII
            } else {
                0
            };
            return (Kind::String, PLAIN | ascii);
        }
    }
    let raw = Raw::new_unchecked(raw, Some(encoding), place);
    // The kind is known; only the faults matter.
    let _ = raw.decode_scalar(&mut (), errors);
    (Kind::String, 0)
}

const CONTROL: u8 = 1;
const BACKSLASH: u8 = 2;
const BREAK: u8 = 4;
const WIDE: u8 = 8;
const TAB: u8 = 16;

/// What each byte means within a text.
static CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte {
            0x0a => BREAK,
            0x09 => TAB,
            0..0x20 | 0x7f => CONTROL,
            0x5c => BACKSLASH,
            0x80.. => WIDE,
            _ => 0,
        };
        byte += 1;
    }
    class
};

fn unquoted(raw: &str, place: Place, errors: &mut dyn ErrorSink) -> (Kind, u8) {
    let mut failed = false;
    let mut sink = |error: ParseError| {
        failed = true;
        errors.report_error(error);
    };
    let kind = Raw::new_unchecked(raw, None, place).decode_scalar(&mut (), &mut sink);
    if !raw.is_ascii() {
        // The decoder takes digits of other scripts for digits.
        sink(ParseError::new("digits of another script").with_unexpected(place));
    }
    let kind = match kind {
        ScalarKind::String => Kind::String,
        ScalarKind::Boolean(_) => Kind::Bool,
        ScalarKind::Float => Kind::Float,
        ScalarKind::Integer(radix) => {
            if !failed && !is_integer(raw, radix.value()) {
                errors.report_error(ParseError::new("not an integer").with_unexpected(place));
            }
            Kind::Integer
        }
        ScalarKind::DateTime => {
            if !failed && let Err(error) = raw.parse::<toml::value::Datetime>() {
                errors.report_error(ParseError::new(error.to_string()).with_unexpected(place));
            }
            Kind::Date
        }
    };
    (kind, 0)
}

/// Whether an integer has digits and fits into 64 bits, as TOML demands.
fn is_integer(raw: &str, radix: u32) -> bool {
    let digits = if radix == 10 {
        raw
    } else {
        raw.get(2..).unwrap_or("")
    };
    if digits.contains('_') {
        return i64::from_str_radix(&digits.replace('_', ""), radix).is_ok();
    }
    i64::from_str_radix(digits, radix).is_ok()
}

/// The text of a quoted string that has been found well written.
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    let encoding = match (raw.as_bytes().first(), quotes(raw)) {
        (Some(b'"'), 1) => Encoding::BasicString,
        (Some(b'"'), _) => Encoding::MlBasicString,
        (Some(b'\''), 1) => Encoding::LiteralString,
        (Some(b'\''), _) => Encoding::MlLiteralString,
        _ => return Cow::Borrowed(raw),
    };
    let place = Place::new_unchecked(0, raw.len());
    let mut text = Cow::Borrowed("");
    let _ = Raw::new_unchecked(raw, Some(encoding), place).decode_scalar(&mut text, &mut ());
    text
}
