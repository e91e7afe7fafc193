//! Years ago in thousands, millions and billions: `66 Ma`, `13.8 billion years ago`, `300,000 years ago`.

use super::{
    form::{Ago, Form},
    refusal::Refusal,
    token::{Kind, Token},
};

/// Figures and how many of them stand behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) digits: i64,
    pub(super) decimals: u8,
}

/// A number at the head of the tokens, and what follows it.
pub(super) fn decimal(tokens: &[Token]) -> Option<(Decimal, &[Token])> {
    let [first, rest @ ..] = tokens else {
        return None;
    };
    let Kind::Number { digits, .. } = &first.kind else {
        return None;
    };
    let read = |text: &str, decimals: usize| {
        let fits = text.len() <= 15 && decimals <= 9;
        let digits = text.parse().ok().filter(|_| fits)?;
        let decimals = u8::try_from(decimals).ok()?;
        Some(Decimal { digits, decimals })
    };
    if let [point, fraction, rest @ ..] = rest
        && let Kind::Number {
            digits: behind,
            grouped: false,
        } = &fraction.kind
        && point.is('.')
        && !point.spaced
        && !fraction.spaced
    {
        return Some((read(&format!("{digits}{behind}"), behind.len())?, rest));
    }
    Some((read(digits, 0)?, rest))
}

/// The unit that these words are, with `ago` or without.
pub(super) fn unit(tokens: &[Token]) -> Option<(Ago, bool)> {
    let words: Vec<&str> = tokens.iter().map(Token::word).collect::<Option<_>>()?;
    let of = |word: &str| match word {
        "thousand" => Some(Ago::Ka),
        "million" | "mn" => Some(Ago::Ma),
        "billion" | "bn" => Some(Ago::Ga),
        _ => None,
    };
    let years = |word: &str| matches!(word, "years" | "year" | "yrs" | "yr");
    Some(match words[..] {
        ["ga" | "gya" | "bya"] | ["ga", "ago"] => (Ago::Ga, true),
        ["ma" | "mya"] | ["ma", "ago"] => (Ago::Ma, true),
        ["ka" | "kya"] | ["ka", "ago"] => (Ago::Ka, true),
        [large, y, "ago"] if years(y) => (of(large)?, true),
        [large, y] if years(y) => (of(large)?, false),
        [large] => (of(large)?, false),
        _ => return None,
    })
}

/// Years ago, if the tokens say so: the unit with `ago`, or plain years from 10,000 on.
pub(super) fn read(tokens: &[Token]) -> Option<Result<Form, Refusal>> {
    let (number, rest) = decimal(tokens)?;
    let form = if let Some((ago, true)) = unit(rest) {
        scaled(number, ago)
    } else {
        let words: Vec<_> = rest.iter().map(Token::word).collect();
        let ago = matches!(words[..], [Some("years" | "yrs"), Some("ago")]);
        if !ago || number.decimals > 0 || number.digits < 10_000 {
            return None;
        }
        plain_years(number.digits)
    };
    Some(form.ok_or_else(Refusal::unreadable))
}

fn scaled(number: Decimal, ago: Ago) -> Option<Form> {
    let Decimal { digits, decimals } = number;
    let fits = digits > 0 && u32::from(decimals) <= ago.years().ilog10();
    fits.then_some(Form::Deep {
        digits,
        decimals,
        ago,
    })
}

/// `300,000 years ago` is 300 ka.
fn plain_years(years: i64) -> Option<Form> {
    let ago = match years {
        ..1_000_000 => Ago::Ka,
        1_000_000..1_000_000_000 => Ago::Ma,
        _ => Ago::Ga,
    };
    let mut decimals = u8::try_from(ago.years().ilog10()).ok()?;
    let mut digits = years;
    while decimals > 0 && digits % 10 == 0 {
        digits /= 10;
        decimals -= 1;
    }
    scaled(Decimal { digits, decimals }, ago)
}

/// A number of years written in such a unit; none when it is no whole number of years.
pub(super) fn years_of(number: Decimal, ago: Ago) -> Option<i64> {
    let place = 10_i64.checked_pow(u32::from(number.decimals))?;
    let years = number.digits.checked_mul(ago.years())?;
    (years % place == 0).then_some(years / place)
}
