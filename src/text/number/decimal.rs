//! An exact decimal number: a value and its arithmetic. Knows nothing of how people write numbers.

use std::{cmp::Ordering, fmt, ops::RangeInclusive, str::FromStr};

use super::NumberFault;

/// A decimal number, exact: `digits` x 10^`exponent`, normalised so that equal values are equal.
///
/// At most 36 significant digits, the leading one between 10^-120 and 10^120, so that comparing never overflows and
/// showing never floods a screen. Arithmetic that would leave these bounds gives none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i128,
    exponent: i32,
}

const MAX_DIGITS: u32 = 36;
const MAX_EXPONENT: i32 = 120;
/// Beyond so many places before and after the point a plain form is harder to read than a power of ten.
const PLAIN_ORDERS: RangeInclusive<i32> = -6..=24;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self {
        digits: 0,
        exponent: 0,
    };

    /// `digits` x 10^`exponent`, if it is within the bounds.
    #[must_use]
    pub fn new(digits: i128, exponent: i32) -> Option<Self> {
        if digits == 0 {
            return Some(Self::ZERO);
        }
        let (mut digits, mut exponent) = (digits, exponent);
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.checked_add(1)?;
        }
        let length = length(digits);
        let order = exponent.checked_add(i32::try_from(length).ok()?)?;
        (length <= MAX_DIGITS && exponent >= -MAX_EXPONENT && order <= MAX_EXPONENT)
            .then_some(Self { digits, exponent })
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Its distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self {
            digits: self.digits.abs(),
            ..self
        }
    }

    /// The same distance from zero on the other side.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            digits: -self.digits,
            ..self
        }
    }

    /// The sum; none when it cannot be held exactly.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_zero() || other.is_zero() {
            return Some(if self.is_zero() { other } else { self });
        }
        let exponent = self.exponent.min(other.exponent);
        let sum = self
            .digits_at(exponent)?
            .checked_add(other.digits_at(exponent)?)?;
        Self::new(sum, exponent)
    }

    /// The difference; none when it cannot be held exactly.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The product; none when it cannot be held exactly.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(
            self.digits.checked_mul(other.digits)?,
            self.exponent + other.exponent,
        )
    }

    /// That many hundredths of it; none when it cannot be held exactly.
    #[must_use]
    pub fn checked_percent(self, percent: Self) -> Option<Self> {
        Self::new(
            self.digits.checked_mul(percent.digits)?,
            self.exponent + percent.exponent - 2,
        )
    }

    /// The quotient, towards zero where it has no end (to 20 digits or more for a divisor of up to 18); none for a
    /// divisor of zero or a quotient out of bounds.
    #[must_use]
    pub fn checked_div(self, divisor: Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        // 38 digits are the most that an i128 surely holds.
        let shift = 38 - length(self.digits);
        let scaled = self.digits.checked_mul(power(shift)?)?;
        let mut quotient = scaled / divisor.digits;
        let mut exponent = self.exponent - divisor.exponent - i32::try_from(shift).ok()?;
        while length(quotient) > MAX_DIGITS {
            quotient /= 10;
            exponent += 1;
        }
        Self::new(quotient, exponent)
    }

    /// Times a power of ten; none when it leaves the bounds.
    #[must_use]
    pub fn checked_shift(self, places: i32) -> Option<Self> {
        Self::new(self.digits, self.exponent.checked_add(places)?)
    }

    /// The value with groups of three digits set off by `separator`: `2,000`.
    #[must_use]
    pub fn grouped(self, separator: char) -> String {
        let plain = self.to_string();
        if plain.contains('e') {
            return plain;
        }
        let (whole, fraction) = plain
            .split_once('.')
            .map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
        let (sign, whole) = whole
            .strip_prefix('-')
            .map_or(("", whole), |rest| ("-", rest));
        let mut out = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }

    /// The digits if the number is counted in 10^`exponent`, which must not be above its own.
    fn digits_at(self, exponent: i32) -> Option<i128> {
        let places = u32::try_from(self.exponent - exponent).ok()?;
        self.digits.checked_mul(power(places)?)
    }

    /// The power of ten just above its size.
    fn order(self) -> i32 {
        self.exponent + i32::try_from(length(self.digits)).unwrap_or(0)
    }
}

/// How many digits; 0 for zero.
fn length(digits: i128) -> u32 {
    digits.unsigned_abs().checked_ilog10().map_or(0, |n| n + 1)
}

fn power(places: u32) -> Option<i128> {
    10_i128.checked_pow(places)
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        // 19 digits are always within the bounds.
        Self::new(value.into(), 0).unwrap_or(Self::ZERO)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = self.digits.signum().cmp(&other.digits.signum());
        if sign != Ordering::Equal || self.is_zero() {
            return sign;
        }
        let size = self.order().cmp(&other.order()).then_with(|| {
            // Of the same order: counted alike, neither has more than 36 digits.
            let exponent = self.exponent.min(other.exponent);
            self.abs()
                .digits_at(exponent)
                .cmp(&other.abs().digits_at(exponent))
        });
        if self.is_negative() {
            size.reverse()
        } else {
            size
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Plain, with a point for the decimal sign: `2000`, `-0.5`; very large and very small ones as `6.02e40`. What it
/// shows reads back as the same value.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let order = self.order();
        let text = if self.is_zero() {
            "0".to_owned()
        } else if !PLAIN_ORDERS.contains(&order) {
            let (first, rest) = digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            format!("{sign}{first}{point}{rest}e{}", order - 1)
        } else if let Ok(zeros) = usize::try_from(self.exponent) {
            format!("{sign}{digits}{}", "0".repeat(zeros))
        } else if let Some(at) = usize::try_from(order).ok().filter(|at| *at > 0) {
            let (whole, fraction) = digits.split_at(at);
            format!("{sign}{whole}.{fraction}")
        } else {
            let zeros = usize::try_from(-order).unwrap_or(0);
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        };
        f.pad(&text)
    }
}

/// Reads what a program writes (TOML, JSON): digits with a point, underscores between digits, an exponent. What a
/// person writes is read by [`super::read()`].
impl FromStr for Decimal {
    type Err = NumberFault;

    fn from_str(text: &str) -> Result<Self, NumberFault> {
        let fault = || NumberFault::not_a_number(text);
        let lower = text.to_ascii_lowercase();
        let (mantissa, exponent) = match lower.split_once('e') {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent).ok_or_else(fault)?),
            None => (lower.as_str(), 0),
        };
        let (negative, unsigned) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if !is_digits(whole) || !is_digits(fraction) {
            return Err(fault());
        }
        let value = assemble(whole, fraction, exponent).ok_or_else(|| NumberFault::beyond(text))?;
        Ok(if negative { value.negated() } else { value })
    }
}

/// The value of digits before and after the decimal sign, other signs among them passed over.
pub(super) fn assemble(whole: &str, fraction: &str, exponent: i32) -> Option<Decimal> {
    let mut value = 0_i128;
    let mut places = exponent;
    let mut zeros = 0_u32;
    let whole = whole.chars().map(|c| (c, false));
    let fraction = fraction.chars().map(|c| (c, true));
    for (c, after) in whole.chain(fraction) {
        let Some(digit) = c.to_digit(10) else {
            continue;
        };
        places = places.checked_sub(i32::from(after))?;
        if digit == 0 {
            zeros += 1;
        } else {
            if value != 0 {
                value = value.checked_mul(power(zeros.checked_add(1)?)?)?;
            }
            value = value.checked_add(digit.into())?;
            zeros = 0;
        }
    }
    // Zeros at the end were not multiplied in.
    Decimal::new(value, places.checked_add(i32::try_from(zeros).ok()?)?)
}

fn exponent_of(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    (is_digits(digits) && digits.len() <= 5).then(|| text.parse().ok())?
}

/// Digits, with single underscores between them.
fn is_digits(text: &str) -> bool {
    text.split('_')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
