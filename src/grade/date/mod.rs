//! Dates as answers: right at a precision, or the nearer the better (TIMELINE, section 3). Knows nothing of screens.

mod age;
#[cfg(test)]
mod tests;

use super::{AskAgain, Credit, Reason, Verdict, scale::Scale};
use crate::{
    date::{Day, Moment, Precision, Refusal, When},
    pack::Tolerance,
};

/// A score below this is none.
const LEAST: f64 = 0.05;

/// Grades a date. Without `tolerance` it is right or wrong at `precision`; with one, the score is 2^-(d/h)^2, where h
/// is the tolerance and d the distance to where the answer can be, in the calendar or in powers of ten of the age. A guess much wider than what is asked for scores as
/// its worst end. `end`: a span is asked for by its end.
///
/// # Errors
/// A response that cannot be read, or is coarser than what is asked for: it is asked again.
pub(super) fn grade_date(
    answer: &When,
    precision: Precision,
    tolerance: Option<Tolerance>,
    end: bool,
    response: &str,
) -> Result<Verdict, AskAgain> {
    let read = When::read(response).map_err(unreadable)?;
    let side = |when: &When| if end { when.end() } else { when.start() }.cloned();
    let key = side(answer);
    let same = read == *answer
        || match (&read, &key) {
            (When::Moment(guess), Some(key)) => guess == key,
            _ => false,
        };
    if same {
        return Ok(verdict(&read, Credit::FULL, None));
    }
    let Some(key) = key else {
        return Ok(verdict(&read, Credit::NONE, None));
    };
    let precision = precision.max(key.precision());
    let guess = guessed(&read, answer, end).ok_or_else(|| coarse(&read, precision))?;
    if is_coarse(guess, &key, precision) {
        return Err(coarse(&read, precision));
    }
    let scale = Scale::of(precision);
    let key_range = scale.range(key.padded());
    // The bounds of a number of years ago only say how it was rounded.
    let days = match &read {
        When::Moment(m) if m.precision() == Precision::Deep => (m.nominal(), m.nominal()),
        _ => (Some(guess.0), Some(guess.1)),
    };
    let range = scale.range(days);
    let near = key_range.distance_to(range);
    if near == 0 && tolerance.is_none() {
        return Ok(verdict(&read, Credit::FULL, None));
    }
    let worst = || key_range.farthest_of(range);
    let (steps, x) = match tolerance {
        None => return Ok(verdict(&read, Credit::NONE, scale.words(near))),
        Some(Tolerance::Length { count, unit }) => {
            let own = match precision {
                Precision::Deep | Precision::Between => {
                    scale.range((key.earliest(), key.latest())).width()
                }
                _ => Some(scale.unit),
            };
            let width = range.width().unwrap_or(i64::MAX);
            let wide = own.is_some_and(|own| width > own.saturating_mul(3))
                || scale.in_unit(width, unit) > count;
            let steps = if wide { worst() } else { near };
            (steps, scale.in_unit(steps, unit) / count)
        }
        Some(Tolerance::Age { orders, from }) => {
            let (off, wide) = age::apart(key.padded(), days, from, orders);
            (if wide { worst() } else { near }, off / orders)
        }
    };
    let credit = match steps {
        0 => Credit::FULL,
        _ => score(x),
    };
    Ok(verdict(&read, credit, scale.words(steps)))
}

/// What a question of this precision asks for: `a year`.
#[must_use]
pub fn wanted(precision: Precision) -> String {
    match precision {
        Precision::Day => "a day",
        Precision::ThirdMonth => "early, mid or late in a month",
        Precision::Month => "a month",
        Precision::Season => "a season of a year",
        Precision::Quarter => "a quarter of a year",
        Precision::ThirdYear => "early, mid or late in a year",
        Precision::Half => "half a year",
        Precision::Year => "a year",
        Precision::ThirdDecade => "early, mid or late in a decade",
        Precision::Decade => "a decade",
        Precision::ThirdCentury => "early, mid or late in a century",
        Precision::HalfCentury => "half a century",
        Precision::Century => "a century",
        Precision::ThirdMillennium => "early, mid or late in a millennium",
        Precision::Millennium => "a millennium",
        Precision::Deep => "how long ago",
        Precision::Between | Precision::Open => "a date",
    }
    .to_owned()
}

/// 2^-(x^2) in thousandths: half at x = 1, nothing under [`LEAST`], and never full.
fn score(x: f64) -> Credit {
    let score = (-x * x).exp2();
    if score < LEAST {
        return Credit::NONE;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 50 and 1000"
    )]
    let thousandths = (score * 1000.0).round() as u16;
    Credit::new(thousandths.min(999))
}

fn verdict(read: &When, credit: Credit, off: Option<String>) -> Verdict {
    Verdict {
        credit: Some(credit),
        reason: Reason::Date {
            read: read.to_string(),
            off: off.filter(|_| credit < Credit::FULL),
        },
    }
}

fn unreadable(refusal: Refusal) -> AskAgain {
    let help = match refusal.code {
        // Its help speaks to authors.
        "relative-date" => "write the date itself".to_owned(),
        _ => refusal.help,
    };
    AskAgain {
        message: refusal.message,
        help: Some(help),
    }
}

fn coarse(read: &When, precision: Precision) -> AskAgain {
    AskAgain {
        message: format!("`{read}` is not exact enough"),
        help: Some(format!("give {}", wanted(precision))),
    }
}

/// First and last day of the guess; none when it is open. A span is taken by the end that is asked for when the answer
/// is one, else as all its days.
fn guessed(read: &When, answer: &When, end: bool) -> Option<(Day, Day)> {
    let days = |m: &Moment| Some((m.earliest()?, m.latest()?));
    match (read, answer) {
        (When::Moment(moment), _) => days(moment),
        (When::Span { start, end: last }, When::Moment(_)) => {
            Some((start.as_ref()?.earliest()?, last.as_ref()?.latest()?))
        }
        (span @ When::Span { .. }, When::Span { .. }) => {
            days(if end { span.end() } else { span.start() }?)
        }
    }
}

/// Whether the guess covers more days than what is asked for can.
fn is_coarse(guess: (Day, Day), key: &Moment, precision: Precision) -> bool {
    let own = match (key.earliest(), key.latest()) {
        (Some(a), Some(b)) => b.days() - a.days() + 1,
        _ => i64::MAX,
    };
    let most = match precision {
        Precision::Day => 1,
        Precision::ThirdMonth => 11,
        Precision::Month => 31,
        Precision::Season | Precision::Quarter => 92,
        Precision::ThirdYear => 123,
        Precision::Half => 184,
        Precision::Year => 366,
        Precision::ThirdDecade => 4 * 366,
        Precision::Decade => 10 * 366,
        Precision::ThirdCentury => 40 * 366,
        Precision::HalfCentury => 50 * 366,
        Precision::Century => 100 * 366,
        Precision::ThirdMillennium => 400 * 366,
        Precision::Millennium => 1000 * 366,
        // How a number of years ago is rounded is not how well it is known.
        Precision::Deep | Precision::Open => i64::MAX,
        Precision::Between => own,
    };
    guess.1.days() - guess.0.days() + 1 > most
}
