//! How far apart two ranges of days lie in powers of ten of their age: on a line from the Big Bang to yesterday a
//! million years are much or nothing (TIMELINE, section 3).

use crate::date::{Day, Unit};

/// How far the guess lies from the key in powers of ten of the age before `from`, and whether the guess is wider than
/// `most`: then its worst end is taken. Ages count as at least a year. An open end of the key is met by everything
/// beyond.
pub(super) fn apart(
    key: (Option<Day>, Option<Day>),
    guess: (Option<Day>, Option<Day>),
    from: Day,
    most: f64,
) -> (f64, bool) {
    let order = |day: Day| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a score does not need the last bit"
        )]
        let days = from.days().saturating_sub(day.days()) as f64;
        (days / Unit::Year.days()).max(1.0).log10()
    };
    let oldest = key.0.map_or(f64::INFINITY, order);
    let youngest = key.1.map_or(f64::NEG_INFINITY, order);
    let off = |at: f64| (at - oldest).max(youngest - at).max(0.0);
    let (Some(first), Some(last)) = (guess.0.map(order), guess.1.map(order)) else {
        return (f64::INFINITY, true);
    };
    if first - last > most {
        (off(first).max(off(last)), true)
    } else if first < youngest {
        (youngest - first, false)
    } else if last > oldest {
        (last - oldest, false)
    } else {
        (0.0, false)
    }
}
