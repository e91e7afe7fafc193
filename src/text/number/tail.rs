//! What follows the digits of a number: multiples, a currency, a unit that may be left out.

use super::{
    NumberFault, cut,
    language::{currency, multiple},
    read::plain,
};

/// The unit a question counts in.
pub(super) struct Unit {
    /// As it is written, without spaces, in singular.
    squeezed: String,
    /// The power of ten it begins with: 6 for `million dollars`.
    pub(super) power: i32,
    /// The words of that power.
    multiples: String,
    /// What follows the power.
    plain: String,
}

impl Unit {
    pub(super) fn new(unit: &str, language: &str) -> Self {
        let unit = plain(unit);
        let mut rest = unit.trim();
        let mut power = 0;
        let mut multiples = String::new();
        loop {
            let (word, after) = first_word(rest);
            // A unit of one letter is a unit: metres, not millions.
            match multiple(word, language) {
                Some(more) if word.chars().count() > 1 => {
                    power += more;
                    multiples.push_str(word);
                    rest = after.trim_start();
                }
                _ => break,
            }
        }
        Self {
            squeezed: squeezed(&unit),
            power,
            multiples: squeezed(&multiples),
            plain: squeezed(rest),
        }
    }
}

/// Without spaces, without a full stop or a plural's `s` at the end.
fn squeezed(text: &str) -> String {
    let mut out: String = text.chars().filter(|c| *c != ' ').collect();
    while out.chars().count() > 1 && out.ends_with(['.', 's']) {
        out.pop();
    }
    out
}

/// What follows the digits.
#[derive(Default)]
pub(super) struct Tail {
    /// The power of ten that multiples make.
    pub(super) power: i32,
    /// The currency written with it.
    pub(super) currency: Option<&'static str>,
    /// The multiple that the unit counts in was written with it.
    pub(super) in_unit: bool,
    /// The unit was written without the multiple that it counts in.
    pub(super) plain_unit: bool,
}

/// Reads what follows the digits.
pub(super) fn tail(rest: &str, unit: Option<&Unit>, language: &str) -> Result<Tail, NumberFault> {
    let mut tail = Tail::default();
    let mut rest = rest.trim();
    while !rest.is_empty() && rest != "." {
        if let Some(unit) = unit {
            let same = squeezed(rest);
            if same == unit.squeezed || (unit.power != 0 && same == unit.multiples) {
                tail.in_unit = true;
                return Ok(tail);
            }
            if unit.power != 0 && same == unit.plain {
                tail.plain_unit = true;
                return Ok(tail);
            }
        }
        let (word, after) = first_word(rest);
        // `5k$`: a sign of a currency needs no space.
        let (word, after) = match word.find(|c: char| "$€£¥₹₩₽%".contains(c)) {
            Some(at) if at > 0 && currency(word).is_none() => rest.split_at(at),
            _ => (word, after),
        };
        if let Some(power) = multiple(word, language) {
            tail.power += power;
        } else if let Some(found) = currency(word)
            && tail.currency.is_none_or(|known| known == found)
        {
            tail.currency = Some(found);
            tail.plain_unit |= unit.is_some_and(|u| u.power != 0 && currency(&u.plain).is_some());
        } else if !is_filler(word) {
            return Err(NumberFault::Unknown { word: cut(word) });
        }
        rest = after.trim_start();
    }
    Ok(tail)
}

/// Words that may follow a number and change nothing.
fn is_filler(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "%" | "percent" | "per" | "cent" | "pct" | "prozent" | "of" | "us" | "u.s" | "de" | "d'"
    )
}

/// The text up to its first space, and the rest.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(' ').unwrap_or(text.len()))
}
