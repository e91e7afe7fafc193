//! How long ago something was, in a word or two.

use jiff::{SpanRound, Timestamp, Unit, tz::TimeZone};

/// `today`, `yesterday`, `3 days ago`, `4 months ago`: by the calendar days of this machine's time zone.
pub(super) fn ago(then: Timestamp, now: Timestamp) -> String {
    let zone = TimeZone::system();
    let (then, now) = (zone.to_datetime(then).date(), zone.to_datetime(now).date());
    let days = now
        .since(then)
        .ok()
        .and_then(|span| {
            span.round(SpanRound::new().largest(Unit::Day).days_are_24_hours())
                .ok()
        })
        .map_or(0, |span| span.get_days());
    match days {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=59 => format!("{days} days ago"),
        60..=729 => format!("{} months ago", days / 30),
        _ => format!("{} years ago", days / 365),
    }
}
