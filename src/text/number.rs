//! Numbers as people write them.

/// A decimal number, exact: `digits` x 10^`exponent`, normalised so that equal values are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal;

/// STUB
pub fn read(_t: &str, _l: &str) -> Result<Decimal, ()> {
    Err(())
}
