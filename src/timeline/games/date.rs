//! `date`: one event, and the learner says when it was; half the credit at a tenth of the pack's span.

use super::{
    Game, Round,
    cards::Cards,
    chance::Chance,
    round::{any_lasted, question},
};
use crate::{
    date::{Length, Moment, Precision, Unit},
    pack::{Event, Kind, Tolerance},
    text,
};

/// The share of the span at which half the credit is lost.
const SHARE: f64 = 0.1;
/// A timeline is read by powers of ten when its oldest event is older than so many years ..
const LOG_FROM: f64 = 10_000.0;
/// .. and the ages spread over so many powers of ten.
const LOG_ORDERS: f64 = 3.0;

/// The cards that can be asked for: those whose date has both bounds, and a unit that can be named.
pub(super) fn fit<'a>(cards: &Cards<'a>) -> Vec<&'a Event> {
    let asked = |event: &Event| {
        let start = event.when.start();
        start.is_some_and(|start| unit(start.precision()).is_some())
    };
    let all = cards.all.iter().copied();
    all.filter(|event| asked(event)).collect()
}

pub(super) fn rounds(cards: &Cards, count: usize, chance: &mut Chance) -> Vec<Round> {
    let mut fit = fit(cards);
    chance.shuffle(&mut fit);
    fit.truncate(count);
    fit.iter().filter_map(|event| round(event, cards)).collect()
}

fn round(event: &Event, cards: &Cards) -> Option<Round> {
    let precision = asked(event.when.start()?, cards.span())?;
    let (tolerance, half) = tolerance(precision, cards);
    let was = if any_lasted(&[event]) {
        "did that begin"
    } else {
        "was that"
    };
    let prompt = match precision {
        Precision::Deep => format!("“{}”: how long ago {was}? {half}", event.title),
        _ => format!(
            "“{}”: when {was}? Give a {}. {half}",
            event.title,
            precision.name()
        ),
    };
    let kind = Kind::Date {
        answer: event.when.clone(),
        precision,
        tolerance: Some(tolerance),
        end: false,
        event: Some(event.id.clone()),
    };
    let mut question = question(Game::Date, kind, prompt);
    question.explanation.clone_from(&event.detail);
    question.passage.clone_from(&event.passage);
    Some(Round::new(question, &[], &[event], None))
}

/// The unit that is asked for: what fits the span, and never finer than the date itself.
fn asked(start: &Moment, span: f64) -> Option<Precision> {
    let fits = match span {
        20.0.. => Precision::Year,
        2.0.. => Precision::Month,
        _ => Precision::Day,
    };
    unit(start.precision()).map(|own| own.max(fits))
}

/// The unit that has a name and is as coarse: nobody is asked for the middle of a decade.
fn unit(precision: Precision) -> Option<Precision> {
    Some(match precision {
        Precision::Day => Precision::Day,
        Precision::ThirdMonth | Precision::Month => Precision::Month,
        Precision::Season
        | Precision::Quarter
        | Precision::ThirdYear
        | Precision::Half
        | Precision::Year => Precision::Year,
        Precision::ThirdDecade | Precision::Decade => Precision::Decade,
        Precision::ThirdCentury | Precision::HalfCentury | Precision::Century => Precision::Century,
        Precision::ThirdMillennium | Precision::Millennium => Precision::Millennium,
        Precision::Deep => Precision::Deep,
        Precision::Between | Precision::Open => return None,
    })
}

/// Where half the credit is lost, and how it is said.
fn tolerance(precision: Precision, cards: &Cards) -> (Tolerance, String) {
    let ages = || cards.all.iter().map(|event| cards.age(event));
    let (oldest, youngest) = (
        ages().fold(1.0, f64::max),
        ages().fold(f64::INFINITY, f64::min),
    );
    let spread = oldest.log10() - youngest.max(1.0).log10();
    if oldest > LOG_FROM && spread >= LOG_ORDERS {
        let orders = SHARE * spread;
        let said = format!(
            "Off by a factor of {:.1} still earns half.",
            10_f64.powf(orders)
        );
        let from = cards.from;
        return (Tolerance::Age { orders, from }, said);
    }
    let (unit, least) = match precision {
        Precision::Day => (Unit::Day, 1.0),
        Precision::Month => (Unit::Month, 1.0),
        Precision::Decade => (Unit::Year, 10.0),
        Precision::Century => (Unit::Year, 100.0),
        Precision::Millennium => (Unit::Year, 1000.0),
        _ => (Unit::Year, 1.0),
    };
    let tenth = SHARE * cards.span() * Unit::Year.days() / unit.days();
    let count = tenth.round().max(least);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no span is longer than the years that dates have"
    )]
    let half = Length {
        count: count as i64,
        unit,
    };
    (
        Tolerance::Length { count, unit },
        format!(
            "{} off still earns half.",
            text::clean_line(&half.to_string())
        ),
    )
}
