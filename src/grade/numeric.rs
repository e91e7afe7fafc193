//! Numbers: within what is accepted or not.

use super::{AskAgain, Context, Credit, Reason, misfit::quote};
use crate::{
    pack::NumericKey,
    text::number::{self, Decimal, NumberFault},
};

/// The verdict on a number as it was typed. Doubt is resolved by the pack's language; only where another habit would
/// make a wrong number right is it asked again.
pub(super) fn grade_number(
    key: &NumericKey,
    unit: Option<&str>,
    context: &Context,
    typed: &str,
) -> Result<(Credit, Reason), AskAgain> {
    let reading =
        number::readings(typed, unit, &context.language).map_err(|fault| again(&fault, unit))?;
    if let (Some(given), Some(unit)) = (reading.currency, unit)
        && let Some(asked) = number::currency_of(unit)
        && asked != given
    {
        return Err(AskAgain::new(
            format!("{} is in another currency", quote(typed)),
            format!("give it in {}, or leave the unit out", quote(unit)),
        ));
    }
    let within = |value: &Decimal| key.accepted.contains(value);
    if let Some(other) = reading.other
        && within(&other)
        && !within(&reading.value)
    {
        return Err(AskAgain::new(
            format!(
                "{} can be read as {} or as {other}",
                quote(typed),
                reading.value
            ),
            "write it without separators",
        ));
    }
    let credit = if within(&reading.value) {
        Credit::FULL
    } else {
        Credit::NONE
    };
    Ok((
        credit,
        Reason::Number {
            read: reading.value.to_string(),
            accepted: accepted(key),
        },
    ))
}

/// What is accepted, as a person would write it.
fn accepted(key: &NumericKey) -> String {
    let (low, high) = (key.accepted.start(), key.accepted.end());
    if low == high {
        key.written.clone()
    } else {
        format!("{low} to {high}")
    }
}

fn again(fault: &NumberFault, unit: Option<&str>) -> AskAgain {
    let help = match (fault, unit) {
        (NumberFault::Unknown { .. }, Some(unit)) => {
            format!("give the number alone, or in {}", quote(unit))
        }
        (NumberFault::Unknown { .. }, None) => "give the number alone".to_owned(),
        _ => "write it in digits, like `2000`, `1.5` or `2 million`".to_owned(),
    };
    AskAgain::new(fault.to_string(), help)
}
