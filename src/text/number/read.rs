//! Reading a number that a person wrote: separators, multiples, currencies, a unit that may be left out.

use super::{
    Decimal, NumberFault, cut,
    decimal::assemble,
    language::{ABOUT, cardinal, currency, multiple, thousands},
    tail::{Unit, first_word, tail},
};

/// No number needs more characters than this.
const LONGEST: usize = 200;

/// What a text says when read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value by the habits of the language.
    pub value: Decimal,
    /// What another habit makes of the same text: `2.000` is 2 in English, and may be meant as 2000.
    pub other: Option<Decimal>,
    /// The currency written with it, as its sign.
    pub currency: Option<&'static str>,
}

/// Reads a number as people write it: `2,000`, `2 000`, `2k`, `1.5 million`, `$5.6M`, `1.5e9`, `−3`, `seven`.
/// A comma or point before exactly three digits groups thousands where `language` (a BCP 47 tag) groups so, else it is
/// the decimal sign.
///
/// # Errors
/// [`NumberFault`] says what cannot be read.
pub fn read(text: &str, language: &str) -> Result<Decimal, NumberFault> {
    readings(text, None, language).map(|reading| reading.value)
}

/// Reads a number that may be followed by its unit. A unit that counts in multiples (`million dollars`) is the measure:
/// `6`, `6 million` and `6 million dollars` are 6, `6,000,000 dollars` too.
///
/// # Errors
/// [`NumberFault`] says what cannot be read.
pub fn readings(text: &str, unit: Option<&str>, language: &str) -> Result<Reading, NumberFault> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(NumberFault::beyond(text));
    }
    let plain = plain(text);
    let mut rest = plain.trim();
    if rest.is_empty() {
        return Err(NumberFault::Empty);
    }
    let mut money = None;
    let negative = lead(&mut rest, &mut money);
    let digits = digits(rest, language, text)?;
    let unit = unit.map(|unit| Unit::new(unit, language));
    let tail = tail(digits.rest, unit.as_ref(), language)?;
    if let (Some(before), Some(after)) = (money, tail.currency)
        && before != after
    {
        return Err(NumberFault::Unknown {
            word: after.to_owned(),
        });
    }
    let finish = |value: Decimal| {
        let value = value
            .checked_shift(digits.power)
            .and_then(|value| value.checked_shift(tail.power))
            .ok_or_else(|| NumberFault::beyond(text))?;
        Ok(if negative { value.negated() } else { value })
    };
    let mut value = finish(digits.value)?;
    let mut other = digits.other.map(finish).transpose()?;
    if let Some(scale) = unit.map(|unit| unit.power).filter(|power| *power != 0)
        && !tail.in_unit
    {
        let counted = |value: Decimal| {
            value
                .checked_shift(-scale)
                .ok_or_else(|| NumberFault::beyond(text))
        };
        if tail.power != 0 || tail.plain_unit {
            value = counted(value)?;
            other = other.map(counted).transpose()?;
        } else {
            other = Some(other.map_or_else(|| counted(value), Ok)?);
        }
    }
    Ok(Reading {
        value,
        other: other.filter(|other| *other != value),
        currency: money.or(tail.currency),
    })
}

/// The text in lower case with one kind each of digit, space, minus and apostrophe, and with powers as `^2`.
pub(super) fn plain(text: &str) -> String {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut out = String::with_capacity(text.len());
    let mut raised = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let power = SUPERSCRIPTS.chars().position(|s| s == c);
        if (power.is_some() || c == '⁻') && !raised {
            out.push('^');
        }
        raised = power.is_some() || c == '⁻';
        let digit = power.or_else(|| {
            // The first digit of each script's ten.
            ['٠', '۰', '०', '০', '௦', '๐', '０']
                .iter()
                .find_map(|zero| (c as usize).checked_sub(*zero as usize).filter(|d| *d < 10))
        });
        out.push(match (digit.and_then(|d| u32::try_from(d).ok()), c) {
            (Some(digit), _) => char::from_digit(digit, 10).unwrap_or(c),
            (None, '−' | '‐' | '‑' | '‒' | '–' | '—' | '－' | '⁻') => '-',
            (None, '’' | '‘' | 'ʼ' | '′' | '´') => '\'',
            (None, '，' | '٬') => ',',
            (None, '．' | '٫') => '.',
            (None, '％' | '٪') => '%',
            (None, '＄') => '$',
            (None, '×' | '·' | '∙' | '⋅') => '×',
            (None, c) if c.is_whitespace() => ' ',
            (None, c) => c,
        });
    }
    out
}

/// Takes what may stand before the digits: `about`, a sign, a currency. Returns whether the number is negative.
fn lead<'a>(rest: &mut &'a str, money: &mut Option<&'static str>) -> bool {
    let mut signed = None;
    loop {
        *rest = rest.trim_start();
        if signed.is_none()
            && let Some(after) = rest.strip_prefix(['-', '+'])
        {
            signed = Some(rest.starts_with('-'));
            *rest = after;
            continue;
        }
        if signed.is_none()
            && let Some(after) = rest.strip_prefix("minus ")
        {
            signed = Some(true);
            *rest = after;
            continue;
        }
        let about = ABOUT.iter().find_map(|word| {
            let after = rest.strip_prefix(word)?;
            let ends = !word.ends_with(char::is_alphabetic)
                || after.starts_with(|c: char| c == ' ' || c.is_ascii_digit());
            ends.then_some(after)
        });
        if let Some(after) = about {
            *rest = after;
            continue;
        }
        let end = rest
            .find(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '.' | ',' | '~'))
            .unwrap_or(rest.len());
        let (word, after): (&'a str, &'a str) = rest.split_at(end);
        match currency(word) {
            Some(found) if money.is_none() && !after.is_empty() => {
                *money = Some(found);
                *rest = after;
            }
            _ => return signed == Some(true),
        }
    }
}

/// The digits of a number and what follows them.
struct Digits<'a> {
    value: Decimal,
    other: Option<Decimal>,
    power: i32,
    rest: &'a str,
}

fn digits<'a>(text: &'a str, language: &str, whole: &str) -> Result<Digits<'a>, NumberFault> {
    let end = digits_end(text);
    let (core, rest) = text.split_at(end);
    if core.is_empty() {
        let (word, after) = first_word(text);
        let article = matches!(word, "a" | "an")
            && multiple(first_word(after.trim_start()).0, language).is_some();
        let value = if article { Some(1) } else { cardinal(word) };
        return value
            .map(|value| Digits {
                value: value.into(),
                other: None,
                power: 0,
                rest: after,
            })
            .ok_or_else(|| NumberFault::not_a_number(whole));
    }
    let (value, other) = separate(core, language)?;
    if core == "10"
        && let Some((power, rest)) = rest.strip_prefix('^').and_then(integer)
    {
        return Ok(Digits {
            value: Decimal::from(1),
            other: None,
            power,
            rest,
        });
    }
    let (power, rest) = exponent(rest).unwrap_or((0, rest));
    Ok(Digits {
        value,
        other,
        power,
        rest,
    })
}

/// Where digits and the separators between them end; a point or comma may also come first.
fn digits_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len())
        .find(|&at| {
            let separator = match bytes[at] {
                b'.' | b',' => digit(at + 1),
                b' ' | b'\'' | b'_' => at > 0 && digit(at - 1) && digit(at + 1),
                _ => false,
            };
            !digit(at) && !separator
        })
        .unwrap_or(bytes.len())
}

/// The value of digits with separators, and what another habit makes of them.
fn separate(core: &str, language: &str) -> Result<(Decimal, Option<Decimal>), NumberFault> {
    let fault = || NumberFault::Grouping { text: cut(core) };
    let value = |whole: &str, fraction: &str| {
        assemble(whole, fraction, 0).ok_or_else(|| NumberFault::beyond(core))
    };
    let separators: Vec<(usize, char)> = core
        .char_indices()
        .filter(|(_, c)| !c.is_ascii_digit())
        .collect();
    let Some(&(last, sign)) = separators.last() else {
        return Ok((value(core, "")?, None));
    };
    let (before, after) = (&core[..last], &core[last + sign.len_utf8()..]);
    let mut others = separators.iter().rev().skip(1).map(|(_, c)| *c);
    let decimal_sign = matches!(sign, '.' | ',');
    match others.next() {
        None if !decimal_sign => grouped(core, sign)
            .then(|| value(core, ""))
            .ok_or_else(fault)?
            .map(|value| (value, None)),
        None if grouped(core, sign) => {
            let (thousand, fraction) = (value(core, "")?, value(before, after)?);
            Ok(if thousands(language) == Some(sign) {
                (thousand, Some(fraction))
            } else {
                (fraction, Some(thousand))
            })
        }
        None => Ok((value(before, after)?, None)),
        Some(group) if group == sign => {
            if others.all(|c| c == sign) && grouped(core, sign) {
                Ok((value(core, "")?, None))
            } else {
                Err(fault())
            }
        }
        Some(group) => {
            if decimal_sign && others.all(|c| c == group) && grouped(before, group) {
                Ok((value(before, after)?, None))
            } else {
                Err(fault())
            }
        }
    }
}

/// Whether `separator` stands where it groups thousands: 1 to 3 digits, then threes; with commas also as in India.
fn grouped(digits: &str, separator: char) -> bool {
    let groups: Vec<&str> = digits.split(separator).collect();
    let [first, middle @ .., last] = groups.as_slice() else {
        return false;
    };
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let threes = middle.iter().all(|group| group.len() == 3);
    let indian = separator == ',' && first.len() <= 2 && middle.iter().all(|g| g.len() == 2);
    leads && last.len() == 3 && (threes || indian)
}

/// `e9`, or `x 10^9`: the power of ten and what follows.
fn exponent(rest: &str) -> Option<(i32, &str)> {
    if let Some(found) = rest.strip_prefix('e').and_then(integer) {
        return Some(found);
    }
    let after = rest.trim_start().strip_prefix(['x', '*', '×'])?;
    let power = after.trim_start().strip_prefix("10")?;
    integer(
        power
            .strip_prefix('^')
            .or_else(|| power.strip_prefix("**"))?,
    )
}

fn integer(text: &str) -> Option<(i32, &str)> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let count = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let end = text.len() - unsigned.len() + count;
    let value = (1..=5)
        .contains(&count)
        .then(|| text[..end].parse().ok())??;
    Some((value, &text[end..]))
}

#[cfg(test)]
mod tests;
