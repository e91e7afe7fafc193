//! `place`: a line that starts with one dated card; each new card goes into one of its gaps. Where dates overlap several
//! gaps are right. The line after a move does not depend on the move: a wrong card goes to its place.

use super::{
    Game, Round,
    cards::{Cards, before, day, decidable},
    chance::Chance,
    round::{any_lasted, question, told},
};
use crate::{
    date::{Unit, When, distance, distance_in_words},
    pack::{Choice, Distractors, Event, Kind},
};

/// How far apart cards lie at first, in years, by the year of the new card: Wikitrivia's ladder.
const LADDER: [(i64, f64); 4] = [(1950, 3.0), (1850, 8.0), (1500, 20.0), (500, 40.0)];
const OLDER: f64 = 120.0;
/// How that is relaxed until a card fits.
const RELAXED: [f64; 3] = [1.0, 0.75, 0.5];

pub(super) fn rounds(cards: &Cards, count: usize, chance: &mut Chance) -> Vec<Round> {
    // A card that everything can be told apart from begins, if there is one.
    let firm: Vec<&Event> = cards.in_order();
    let Some(first) = chance.one(&firm) else {
        return Vec::new();
    };
    let mut line = vec![first];
    let mut left: Vec<&Event> = cards.all.clone();
    left.retain(|event| event.id != first.id);
    let mut rounds = Vec::new();
    while rounds.len() < count {
        let Some(next) = next(&line, &left, cards.span(), count, chance) else {
            break;
        };
        let (round, place) = round(&line, next);
        rounds.push(round);
        line.insert(place, next);
        left.retain(|event| event.id != next.id);
    }
    rounds
}

/// The next card: as far from the others as the ladder wants, else half as far, else of another year, else any that
/// has a wrong place at all.
fn next<'a>(
    line: &[&Event],
    left: &[&'a Event],
    span: f64,
    count: usize,
    chance: &mut Chance,
) -> Option<&'a Event> {
    // A pack of three years would never keep a distance made for centuries.
    #[expect(clippy::cast_precision_loss, reason = "there are few rounds")]
    let most = span / (count + 1) as f64;
    let asks = |event: &Event| line.iter().any(|card| decidable(card, event));
    let clear = |event: &Event, by: f64| {
        line.iter().all(|card| {
            decidable(card, event)
                && distance(&card.when, &event.when, Unit::Year).is_some_and(|apart| apart >= by)
        })
    };
    for share in RELAXED {
        let fits = left
            .iter()
            .copied()
            .filter(|event| clear(event, share * spacing(event).min(most)))
            .collect::<Vec<_>>();
        if let Some(card) = chance.one(&fits) {
            return Some(card);
        }
    }
    let other_year = |event: &&Event| {
        let year = |event: &Event| day(event).map(|day| day.civil().year);
        asks(event) && line.iter().all(|card| year(card) != year(event))
    };
    let of_another_year: Vec<_> = left.iter().copied().filter(other_year).collect();
    let any: Vec<_> = left.iter().copied().filter(|event| asks(event)).collect();
    chance.one(&of_another_year).or_else(|| chance.one(&any))
}

fn spacing(event: &Event) -> f64 {
    let year = day(event).map_or(i64::MIN, |day| day.civil().year);
    LADDER
        .iter()
        .find(|(from, _)| year >= *from)
        .map_or(OLDER, |(_, years)| *years)
}

/// Whether a card fits before the card at `gap` of the line: none to the left came definitely later, none to the right
/// definitely earlier.
fn fits(line: &[&Event], card: &Event, gap: usize) -> bool {
    let (left, right) = line.split_at(gap);
    !left.iter().any(|other| before(card, other)) && !right.iter().any(|other| before(other, card))
}

/// The round that asks where a card belongs, and the place it takes.
fn round(line: &[&Event], card: &Event) -> (Round, usize) {
    let key = card.when.list_key();
    let place = line.partition_point(|other| other.when.list_key() <= key);
    let gaps = 0..=line.len();
    let (right, wrong): (Vec<usize>, Vec<usize>) = gaps
        .filter(|&gap| gap != place)
        .partition(|&gap| fits(line, card, gap));
    let choices = |gaps: &[usize]| -> Vec<Choice> {
        gaps.iter().map(|&gap| choice(line, card, gap)).collect()
    };
    let kind = Kind::Choice {
        answer: choice(line, card, place),
        also: choices(&right),
        distractors: Distractors {
            choices: choices(&wrong),
            pick: None,
        },
    };
    let lasted = any_lasted(line) || any_lasted(&[card]);
    let by = if lasted {
        " What lasted counts by when it began."
    } else {
        ""
    };
    let prompt = format!("“{}”: where does it belong?{by}", card.title);
    let mut question = question(Game::Place, kind, prompt);
    question.explanation = Some(told(card));
    question.passage.clone_from(&card.passage);
    // The gaps stand as the line does.
    let mut all_gaps = vec![place];
    all_gaps.extend(&right);
    all_gaps.extend(&wrong);
    let mut presented: Vec<usize> = (0..all_gaps.len()).collect();
    presented.sort_by_key(|&at| all_gaps[at]);
    #[expect(clippy::cast_precision_loss, reason = "there are few cards")]
    let guessed = (right.len() + 1) as f64 / all_gaps.len() as f64;
    let round = Round::new(question, &presented, &[card], Some(guessed));
    (round, place)
}

/// A gap of the line in words, with the date of the card before it (of the first card before that one): they have been
/// shown, and the date of the card behind stands in the next gap.
fn choice(line: &[&Event], card: &Event, gap: usize) -> Choice {
    let left = gap.checked_sub(1).and_then(|at| line.get(at));
    let right = line.get(gap);
    let text = match (left, right) {
        (None, Some(right)) => format!("before {}", dated(right)),
        (Some(left), Some(right)) => format!("between {} and {}", dated(left), right.title),
        (Some(left), None) => format!("after {}", dated(left)),
        (None, None) => String::new(),
    };
    Choice {
        text,
        feedback: (!fits(line, card, gap))
            .then(|| off(line, card, gap))
            .flatten(),
    }
}

/// A card of the line: its title and when it was or began.
pub(super) fn dated(event: &Event) -> String {
    let began = match &event.when {
        When::Span {
            start: Some(start), ..
        } => format!("from {}", When::Moment(start.clone()).compact()),
        when => when.compact().to_string(),
    };
    format!("{} ({began})", event.title)
}

/// How far off a wrong gap is: to the nearer of the cards beside it.
fn off(line: &[&Event], card: &Event, gap: usize) -> Option<String> {
    let (left, right) = line.split_at(gap);
    let late = left.iter().any(|other| before(card, other));
    let beside = if late { left.last() } else { right.first() }?;
    let length = distance_in_words(&beside.when, &card.when).filter(|length| length.count > 0)?;
    Some(format!(
        "{length} too {}",
        if late { "late" } else { "early" }
    ))
}
