//! One date in words: `4 October 1957`, `late 1950s`, `3rd century BCE`. Knows nothing of `c.`, `?` and spans.

use super::{
    deep,
    form::{Form, Time},
    numeric,
    refusal::Refusal,
    stretch::{Era, Part, Season, Size, Stretch},
    token::{Kind, Token},
    when::day_form,
    words::{month_of, ordinal, ordinal_of},
};

/// A word or number by the part it plays.
#[derive(Clone, Copy, Debug)]
enum Item<'a> {
    Number {
        digits: &'a str,
        grouped: bool,
    },
    /// `20th`, `first`
    Nth(i64),
    /// `1950s`
    Plural(&'a str),
    Month(u8),
    Season(Season),
    Part(Part),
    Run(Size),
    /// `Q3`
    Q(u8),
    /// `H2`
    H(u8),
    Quarter,
    Half,
    Token(&'a Kind),
}

/// Reads it.
pub(super) fn read(tokens: &[Token]) -> Result<Form, Refusal> {
    if let Some(deep) = deep::read(tokens) {
        return deep;
    }
    let (rest, clock) = take_clock(tokens)?;
    let (rest, era) = take_era(&rest)?;
    let items = items(&rest).ok_or_else(Refusal::unreadable)?;
    let form = form(&items, era)?;
    match (clock, form) {
        (None, form) => Ok(form),
        (Some(time), Form::Day { day, time: None }) => {
            let civil = day.civil();
            day_form(civil.year, civil.month, civil.day, Some(time))
        }
        (Some(_), _) => Err(Refusal::unreadable()),
    }
}

/// The time of day at the end, and the tokens before it.
fn take_clock(tokens: &[Token]) -> Result<(Vec<Token>, Option<Time>), Refusal> {
    // The zone is not kept.
    let tokens = match tokens {
        [rest @ .., zone]
            if matches!(zone.word(), Some("utc" | "gmt"))
                && matches!(rest, [.., clock] if matches!(clock.kind, Kind::Clock(_))) =>
        {
            rest
        }
        _ => tokens,
    };
    let Some((last, mut before)) = tokens.split_last() else {
        return Err(Refusal::unreadable());
    };
    let Kind::Clock([hour, minute, second]) = &last.kind else {
        return Ok((tokens.to_vec(), None));
    };
    while let Some((word, rest)) = before.split_last()
        && (word.is(',') || matches!(word.word(), Some("t" | "at")))
    {
        before = rest;
    }
    if before.is_empty() {
        return Err(Refusal::time_without_date());
    }
    let part = |text: &Option<String>| text.as_ref().and_then(|t| t.parse().ok());
    let time = Time {
        hour: part(hour).ok_or_else(Refusal::unreadable)?,
        minute: part(minute).ok_or_else(Refusal::unreadable)?,
        second: part(second),
    };
    Ok((before.to_vec(), Some(time)))
}

pub(super) fn era_of(word: &str) -> Option<Era> {
    match word {
        "ce" | "ad" => Some(Era::Ce),
        "bce" | "bc" => Some(Era::Bce),
        _ => None,
    }
}

/// The era, which stands at the end or before the year, and the other tokens.
fn take_era(tokens: &[Token]) -> Result<(Vec<Token>, Option<Era>), Refusal> {
    let mut era = None;
    let mut rest = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        match token.word().and_then(era_of) {
            Some(_) if era.is_some() => return Err(Refusal::unreadable()),
            Some(found) => {
                let last = i + 1 == tokens.len();
                let before_year = i + 2 == tokens.len() && tokens[i + 1].is_number();
                if !(last || before_year || i == 0) {
                    return Err(Refusal::unreadable());
                }
                era = Some(found);
            }
            None if token.word() == Some("bp") => {
                return Err(Refusal::new(
                    "before-present",
                    "years before present are counted from 1950 and often not calibrated",
                    "write \"c. 10,000 BCE\" or \"12 ka\"",
                ));
            }
            None => rest.push(token.clone()),
        }
    }
    Ok((rest, era))
}

fn items(tokens: &[Token]) -> Option<Vec<Item<'_>>> {
    let mut out = Vec::new();
    let mut rest = tokens;
    while let [token, after @ ..] = rest {
        rest = after;
        let tight = after.first().filter(|t| !t.spaced);
        let item = match &token.kind {
            Kind::Number { digits, grouped } => match tight.and_then(Token::word) {
                Some("st" | "nd" | "rd" | "th") => {
                    rest = &after[1..];
                    let n: i64 = digits.parse().ok()?;
                    let suffix = rest_of_ordinal(n);
                    if tight.and_then(Token::word) != Some(suffix.as_str()) {
                        return None;
                    }
                    Item::Nth(n)
                }
                Some("s") => {
                    rest = &after[1..];
                    Item::Plural(digits)
                }
                Some(_) => return None,
                None => Item::Number {
                    digits,
                    grouped: *grouped,
                },
            },
            Kind::Word(word) => match word_item(word, after) {
                Some((item, used)) => {
                    rest = &after[used..];
                    match item {
                        Some(item) => item,
                        None => continue,
                    }
                }
                None => return None,
            },
            Kind::Mark(',') => continue,
            Kind::Mark(_) | Kind::Range | Kind::Clock(_) => return None,
            kind => Item::Token(kind),
        };
        out.push(item);
    }
    Some(out)
}

fn rest_of_ordinal(n: i64) -> String {
    ordinal(n)
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .to_owned()
}

/// What a word means, none for one that says nothing, and how many tokens behind it belong to it.
fn word_item<'a>(word: &str, after: &[Token]) -> Option<(Option<Item<'a>>, usize)> {
    let next = after.first();
    let figure = next.filter(|t| !t.spaced).and_then(|t| match &t.kind {
        Kind::Number { digits, .. } => digits.parse().ok(),
        _ => None,
    });
    let item = match (word, figure) {
        ("of" | "the" | "in" | "on" | "year", _) => return Some((None, 0)),
        ("q", Some(n @ 1..=4)) => return Some((Some(Item::Q(n)), 1)),
        ("h", Some(n @ 1..=2)) => return Some((Some(Item::H(n)), 1)),
        ("twenty", _) => {
            let n = ordinal_of(next?.word()?).filter(|&n| n == 1)?;
            return Some((Some(Item::Nth(20 + i64::try_from(n).ok()?)), 1));
        }
        ("spring", _) => Item::Season(Season::Spring),
        ("summer", _) => Item::Season(Season::Summer),
        ("autumn" | "fall", _) => Item::Season(Season::Autumn),
        ("winter", _) => Item::Season(Season::Winter),
        ("early", _) => Item::Part(Part::Early),
        ("mid" | "middle", _) => Item::Part(Part::Mid),
        ("late", _) => Item::Part(Part::Late),
        ("decade", _) => Item::Run(Size::Decade),
        ("century" | "centuries", _) => Item::Run(Size::Century),
        ("millennium" | "millennia" | "millenium", _) => Item::Run(Size::Millennium),
        ("quarter", _) => Item::Quarter,
        ("half", _) => Item::Half,
        _ => match (month_of(word), ordinal_of(word)) {
            (Some(month), _) => Item::Month(month),
            (None, Some(n)) => Item::Nth(i64::try_from(n).ok()?),
            (None, None) => return None,
        },
    };
    Some((Some(item), 0))
}

fn form(items: &[Item<'_>], era: Option<Era>) -> Result<Form, Refusal> {
    use Item::{H, Half, Month, Nth, Number, Part, Q, Quarter, Run, Season, Token};
    let year = |digits| numeric::year(digits, era);
    let day = |text: &str| text.parse().ok().filter(|_| text.len() <= 2);
    let small = |n: i64| u8::try_from(n).ok();
    let dated = |digits, month, day: Option<u8>| {
        day_form(
            year(digits)?,
            month,
            day.ok_or_else(Refusal::unreadable)?,
            None,
        )
    };
    match *items {
        [
            Number { digits: d, .. },
            Month(month),
            Number { digits: y, .. },
        ] if d.len() <= 2 || y.len() > 2 => match day(d) {
            Some(day) => dated(y, month, Some(day)),
            None => Err(Refusal::unreadable()),
        },
        [
            Month(month),
            Number { digits: d, .. },
            Number { digits: y, .. },
        ] if d.len() <= 2 => dated(y, month, day(d)),
        [
            Number { digits: y, .. },
            Month(month),
            Number { digits: d, .. },
        ] => dated(y, month, day(d)),
        [Nth(d), Month(month), Number { digits: y, .. }]
        | [Month(month), Nth(d), Number { digits: y, .. }] => dated(y, month, small(d)),
        [Season(season), Number { digits, .. }] => Ok(Form::Season(season, year(digits)?)),
        [
            Season(super::stretch::Season::Winter),
            Token(Kind::YearAndTwo { year, two }),
        ] if era.is_none() => {
            numeric::winter(year, two).unwrap_or_else(|| Err(Refusal::unreadable()))
        }
        [Q(n), Number { digits, .. }] | [Number { digits, .. }, Q(n)] => {
            Ok(Form::Quarter(n, year(digits)?))
        }
        [Nth(n @ 1..=4), Quarter, Number { digits, .. }] => {
            Ok(Form::Quarter(small(n).unwrap_or(1), year(digits)?))
        }
        [H(n), Number { digits, .. }] | [Number { digits, .. }, H(n)] => {
            Ok(Form::Half(n, year(digits)?))
        }
        [Nth(n @ 1..=2), Half, Number { digits, .. }] => {
            Ok(Form::Half(small(n).unwrap_or(1), year(digits)?))
        }
        [Nth(half @ 1..=2), Half, Nth(n), Run(Size::Century)] => {
            let n = counted(n)?;
            Ok(Form::HalfCentury(
                small(half).unwrap_or(1),
                n,
                era.unwrap_or(Era::Ce),
            ))
        }
        [Part(part), ref rest @ ..] => Ok(Form::Part(part, stretch(rest, era)?)),
        [Token(Kind::Numeric { parts, mark })] => numeric::three(parts, *mark, era),
        [Token(Kind::YearAndTwo { year, two })] => numeric::year_and_two(year, two, era),
        [Token(Kind::MonthSlashYear { month, year })] => {
            numeric::month_slash_year(month, year, era)
        }
        _ => stretch(items, era).map(Form::Whole),
    }
}

/// A month, a year, a decade, a century or a millennium: what has an early, a middle and a late part.
fn stretch(items: &[Item<'_>], era: Option<Era>) -> Result<Stretch, Refusal> {
    use Item::{Month, Nth, Number, Plural, Run, Token};
    match *items {
        [Number { digits, grouped }] => {
            let short = grouped && era.is_none();
            numeric::year(digits, era)
                .map(Stretch::Year)
                .map_err(|e| if short { Refusal::year_too_large() } else { e })
        }
        [Month(month), Number { digits, .. }] | [Number { digits, .. }, Month(month)] => {
            let year = numeric::year(digits, era)?;
            Ok(Stretch::Month { year, month })
        }
        [Nth(n), Run(size @ (Size::Century | Size::Millennium))] => Ok(Stretch::Run {
            size,
            n: counted(n)?,
            era: era.unwrap_or(Era::Ce),
        }),
        [Plural(digits)] => decade(digits, era),
        // `late 1957-10`
        [Token(Kind::YearAndTwo { year, two })] => match numeric::year_and_two(year, two, era)? {
            Form::Whole(stretch) => Ok(stretch),
            _ => Err(Refusal::unreadable()),
        },
        // `10 000 BCE`
        [Number { digits, .. }, ref rest @ ..] if digits.len() <= 3 && !rest.is_empty() => {
            let mut all = digits.to_owned();
            for item in rest {
                match item {
                    Number { digits, .. } if digits.len() == 3 => all.push_str(digits),
                    _ => return Err(Refusal::unreadable()),
                }
            }
            if all.len() < 5 {
                return Err(Refusal::unreadable());
            }
            numeric::year(&all, era).map(Stretch::Year)
        }
        _ => Err(Refusal::unreadable()),
    }
}

fn counted(n: i64) -> Result<i64, Refusal> {
    match n {
        1..=100_000_000 => Ok(n),
        _ => Err(Refusal::unreadable()),
    }
}

/// `1950s`, `150s BCE`. A hundred could be a decade or a century.
fn decade(digits: &str, era: Option<Era>) -> Result<Stretch, Refusal> {
    let n: i64 = digits.parse().map_err(|_| Refusal::year_out_of_range())?;
    if era.is_none() && digits.len() < 4 {
        return Err(Refusal::bare_short_year());
    }
    if n % 10 != 0 || n == 0 {
        return Err(Refusal::unreadable());
    }
    let era = era.unwrap_or(Era::Ce);
    if n % 100 == 0 {
        let century = ordinal(n / 100 + 1);
        let help = match era {
            Era::Ce => format!(
                "\"{n}s\" is a decade or a century; write {n}..{} or \"{century} century\"",
                n + 9
            ),
            Era::Bce => format!(
                "\"{n}s BCE\" is a decade or a century; write {}..{n} BCE or \"{century} century BCE\"",
                n + 9
            ),
        };
        return Err(Refusal::new(
            "ambiguous-decade",
            "this could be a decade or a century",
            help,
        ));
    }
    let size = Size::Decade;
    Ok(Stretch::Run { size, n, era })
}
