//! Whether a text is one date, a span or `between` two: where it is cut. Knows nothing of what the pieces mean.

use super::{
    phrase::era_of,
    refusal::Refusal,
    token::{Kind, Token},
    words::{month_of, ordinal_of},
};

/// The pieces of a date. A missing end of a span is open; a span has at least one.
pub(super) enum Shape {
    One(Vec<Token>),
    Between(Vec<Token>, Vec<Token>),
    Span(Option<Vec<Token>>, Option<Vec<Token>>),
}

/// Cuts the tokens.
pub(super) fn shape(tokens: &[Token]) -> Result<Shape, Refusal> {
    let tokens = drop_hyphens(tokens);
    if is_relative(&tokens) {
        return Err(Refusal::relative());
    }
    if let [minus, number, ..] = &tokens[..]
        && minus.is('-')
        && !number.spaced
        && !has_four_digits(number)
    {
        return Err(negative(number));
    }
    let words: Vec<_> = tokens.iter().map(Token::word).collect();
    match words[..] {
        [Some("between"), ..] => {
            let and = words.iter().position(|w| *w == Some("and"));
            let and = and.ok_or_else(Refusal::unreadable)?;
            return Ok(Shape::Between(
                tokens[1..and].to_vec(),
                tokens[and + 1..].to_vec(),
            ));
        }
        [Some("from" | "since"), ..] => {
            return Ok(match cut(&tokens[1..]) {
                Some((a, b)) => span(a, b)?,
                None => Shape::Span(Some(tokens[1..].to_vec()), None),
            });
        }
        [Some("until" | "till"), ..] => return Ok(Shape::Span(None, Some(tokens[1..].to_vec()))),
        [.., Some("onward" | "onwards")] => {
            let (_, rest) = tokens.split_last().ok_or_else(Refusal::unreadable)?;
            return Ok(Shape::Span(Some(rest.to_vec()), None));
        }
        _ => {}
    }
    match cut(&tokens) {
        Some((a, b)) => span(a, b),
        None => Ok(Shape::One(tokens)),
    }
}

fn span(a: &[Token], b: &[Token]) -> Result<Shape, Refusal> {
    let end = |tokens: &[Token]| match tokens {
        [] => None,
        [range] if range.kind == Kind::Range => None,
        _ => Some(tokens.to_vec()),
    };
    let last = match b {
        [word] if word.word().is_some_and(is_present) => None,
        _ => end(b),
    };
    let first = end(a);
    if first.is_none() && last.is_none() {
        return Err(Refusal::unreadable());
    }
    Ok(Shape::Span(first, last))
}

/// Whether a word stands for the open end of a span.
pub(super) fn is_present(word: &str) -> bool {
    matches!(word, "present" | "now" | "today" | "ongoing")
}

/// Both sides of what separates the ends of a span, by falling strength.
fn cut(tokens: &[Token]) -> Option<(&[Token], &[Token])> {
    let at = |test: &dyn Fn(usize, &Token) -> bool| {
        let mut hits = tokens.iter().enumerate().filter(|(i, t)| test(*i, t));
        hits.next().map(|(i, _)| (&tokens[..i], &tokens[i + 1..]))
    };
    let spaced = |i: usize| tokens[i].spaced || tokens.get(i + 1).is_some_and(|next| next.spaced);
    let to = |_: usize, t: &Token| {
        matches!(t.word(), Some("to" | "until" | "till" | "through" | "thru"))
    };
    // `../1917` has two marks, of which the slash divides.
    at(&|_, t| t.is('/'))
        .filter(|(a, b)| a.len() == 1 || b.len() == 1 || !has_range(tokens))
        .filter(|_| tokens.iter().filter(|t| t.is('/')).count() == 1)
        .or_else(|| at(&|_, t| t.kind == Kind::Range))
        .or_else(|| at(&to).filter(|(a, _)| !ends_in_comparison(a)))
        .or_else(|| at(&|_, t| t.is('–')))
        .or_else(|| at(&|i, t| i > 0 && t.is('-') && spaced(i)))
        .or_else(|| at(&|i, t| i > 0 && t.is('-') && i + 1 < tokens.len()))
        .or_else(|| at(&|i, t| i > 0 && t.is('-')))
}

fn has_range(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.kind == Kind::Range)
}

/// `prior to 1917`
fn ends_in_comparison(tokens: &[Token]) -> bool {
    matches!(tokens, [.., last] if last.word() == Some("prior"))
}

/// Without the hyphens that only join words: `mid-1957`, `19th-century`, `4-Oct-1957`, `2023-Q3`, `twenty-first`.
fn drop_hyphens(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let next = tokens.get(i + 1).filter(|t| !t.spaced);
        if let (true, false, Some(last), Some(next)) =
            (token.is('-'), token.spaced, out.last(), next)
            && joins(last, next)
        {
            continue;
        }
        let mut token = token.clone();
        token.spaced |= i > 0 && tokens[i - 1].is('-') && !out.last().is_some_and(|t| t.is('-'));
        out.push(token);
    }
    out
}

fn joins(last: &Token, next: &Token) -> bool {
    let month = |t: &Token| t.word().and_then(month_of).is_some();
    let digits = |t: &Token| match &t.kind {
        Kind::Number { digits, .. } => digits.len(),
        _ => 0,
    };
    let before = last.word().unwrap_or("");
    let after = next.word().unwrap_or("");
    matches!(before, "early" | "mid" | "late")
        || before == "twenty" && ordinal_of(after).is_some()
        || matches!(after, "century" | "millennium")
        || digits(last) == 4 && matches!(after, "q" | "h")
        || (1..=2).contains(&digits(last)) && month(next)
        || month(last) && digits(next) == 4
        || digits(last) > 0 && era_of(after).is_some()
}

/// Whether it depends on the day it is read: `yesterday`, `last year`, `5 years ago`.
fn is_relative(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|t| t.word().unwrap_or("")).collect();
    let unit = |word: &str| {
        matches!(
            word.strip_suffix('s').unwrap_or(word),
            "hour" | "day" | "week" | "month" | "year" | "yr" | "decade"
        ) || matches!(
            word,
            "century" | "centuries" | "spring" | "summer" | "autumn" | "fall"
        ) || matches!(word, "winter" | "weekend" | "night")
            || month_of(word).is_some()
    };
    let large = words
        .iter()
        .any(|w| matches!(*w, "thousand" | "million" | "billion" | "bn" | "mn"));
    let many = tokens
        .iter()
        .any(|t| matches!(&t.kind, Kind::Number { digits, .. } if digits.len() > 4));
    match words[..] {
        ["now" | "today"] | [.., "from", "now"] => true,
        [.., before, "ago"] => unit(before) && !large && !many,
        ["last" | "this" | "next" | "past" | "previous", what, ..] => unit(what),
        _ => words
            .iter()
            .any(|w| matches!(*w, "yesterday" | "tomorrow" | "tonight" | "nowadays")),
    }
}

/// Whether it begins with the four digits that EDTF gives a year.
fn has_four_digits(token: &Token) -> bool {
    match &token.kind {
        Kind::Number { digits, .. } => digits.len() == 4,
        Kind::Numeric { parts, .. } => parts[0].len() == 4,
        kind => matches!(kind, Kind::YearAndTwo { .. }),
    }
}

/// A negative year that is not EDTF.
fn negative(number: &Token) -> Refusal {
    match &number.kind {
        Kind::Number { digits, .. } => match digits.parse() {
            Ok(n @ 1..=i64::MAX) => match super::When::from_year(-n) {
                Err(refusal) => refusal,
                Ok(_) => Refusal::unreadable(),
            },
            _ => Refusal::year_zero(),
        },
        _ => Refusal::negative_year("write the year with its era: \"44 BCE\""),
    }
}
