//! How far a number may be off, and the range that follows from it.

use std::ops::RangeInclusive;

use super::{Decimal, NumberFault, cut};

/// How far a number may be off and still count as right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// So far on either side; not negative.
    Absolute(Decimal),
    /// That many hundredths of the value on either side; not negative.
    Percent(Decimal),
    /// From the value divided by it to the value times it; at least 1.
    Factor(Decimal),
}

/// Reads a tolerance as a pack gives it: `50`, `5%` or `x1.25`.
///
/// # Errors
/// [`NumberFault::Tolerance`] when it is none of these, is negative, or is a factor below 1.
pub fn tolerance(text: &str) -> Result<Tolerance, NumberFault> {
    let fault = || NumberFault::Tolerance { text: cut(text) };
    let number = |part: &str| part.trim().parse::<Decimal>().map_err(|_| fault());
    let trimmed = text.trim();
    let tolerance = if let Some(share) = trimmed.strip_suffix('%') {
        Tolerance::Percent(number(share)?)
    } else if let Some(factor) = trimmed.strip_prefix(['x', 'X', '×']) {
        Tolerance::Factor(number(factor)?)
    } else {
        Tolerance::Absolute(number(trimmed)?)
    };
    let fits = match tolerance {
        Tolerance::Absolute(distance) | Tolerance::Percent(distance) => !distance.is_negative(),
        Tolerance::Factor(factor) => factor >= Decimal::from(1),
    };
    if fits { Ok(tolerance) } else { Err(fault()) }
}

impl Tolerance {
    /// Everything that counts as right for `value`, both ends included. Where an end cannot be held exactly (a
    /// distance of 1 beside a value of 10^100), the end is the value itself.
    #[must_use]
    pub fn around(self, value: Decimal) -> RangeInclusive<Decimal> {
        let apart = |distance: Decimal| {
            let low = value.checked_sub(distance).unwrap_or(value);
            let high = value.checked_add(distance).unwrap_or(value);
            low..=high
        };
        match self {
            Self::Absolute(distance) => apart(distance),
            Self::Percent(percent) => apart(
                value
                    .abs()
                    .checked_percent(percent)
                    .unwrap_or(Decimal::ZERO),
            ),
            Self::Factor(factor) => {
                let near = value.checked_div(factor).unwrap_or(value);
                let far = value.checked_mul(factor).unwrap_or(value);
                near.min(far)..=near.max(far)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, tolerance};

    #[test]
    fn a_tolerance_gives_the_range_it_says() {
        for (written, value, low, high) in [
            ("50", "2000", "1950", "2050"),
            ("0", "2000", "2000", "2000"),
            ("0.1", "0.2", "0.1", "0.3"),
            ("5%", "2000", "1900", "2100"),
            (" 2.5 % ", "-200", "-205", "-195"),
            ("x1.25", "2000", "1600", "2500"),
            ("×2", "-10", "-20", "-5"),
            ("x1", "7", "7", "7"),
            ("5%", "0", "0", "0"),
            ("1", "1e100", "1e100", "1e100"),
        ] {
            let range = tolerance(written)
                .unwrap()
                .around(value.parse::<Decimal>().unwrap());
            assert_eq!(
                (range.start().to_string(), range.end().to_string()),
                (low.to_owned(), high.to_owned()),
                "{written} around {value}"
            );
        }
    }

    #[test]
    fn a_factor_without_end_keeps_its_bounds_in_order() {
        let range = tolerance("x3").unwrap().around(Decimal::from(1));
        assert!(range.contains(&"0.333333333333333333333333333333333333".parse().unwrap()));
        assert!(!range.contains(&"0.3333".parse().unwrap()));
    }

    #[test]
    fn what_is_no_tolerance_is_refused() {
        for written in [
            "", "%", "x", "-5", "-5%", "x0.5", "x0", "five", "5%%", "1 year",
        ] {
            assert!(tolerance(written).is_err(), "{written}");
        }
    }
}
