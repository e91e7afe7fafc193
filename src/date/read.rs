//! Reading a date as packs quote it and learners type it: spans, `c.`, `?`, `±`, `before`. A refusal beats a guess.

use super::{
    deep,
    display::spread_unit,
    edtf,
    form::Form,
    moment::{Marks, Moment},
    phrase,
    refusal::Refusal,
    span::{Shape, shape},
    stretch::{Season, Stretch},
    token::{Kind, Token, tokens},
    unit::{Length, Precision, Unit},
    when::When,
    words::month_of,
};

/// No date is longer; nothing longer is looked at.
const LONGEST: usize = 200;

impl When {
    /// Reads a date: English words and figures, or EDTF.
    ///
    /// # Errors
    /// What cannot be read, or can be read in two ways, with how to write it.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST {
            return Err(Refusal::unreadable());
        }
        if let Some(read) = edtf::read(text) {
            return read;
        }
        let tokens = tokens(text);
        let source = Source { text };
        match shape(&tokens)? {
            Shape::One(tokens) => source.one(&tokens).map(Self::Moment),
            Shape::Between(a, b) => {
                let (a, b) = source.pair(&a, &b)?;
                if matches!((a.earliest(), b.latest()), (Some(a), Some(b)) if a > b) {
                    return Err(Refusal::reversed());
                }
                let form = Form::Between(a.into(), b.into());
                Moment::new(form, Marks::default()).map(Self::Moment)
            }
            Shape::Span(Some(a), Some(b)) => {
                let (a, b) = source.pair(&a, &b)?;
                Self::span(Some(a), Some(b))
            }
            Shape::Span(a, b) => {
                let start = a.map(|a| source.one(&a)).transpose()?;
                let end = b.map(|b| source.one(&b)).transpose()?;
                Self::span(start, end)
            }
        }
    }
}

/// The text that the tokens came from.
struct Source<'a> {
    text: &'a str,
}

impl Source<'_> {
    /// Both ends, where the one that is cut short takes its rest from the other: `4–6 October 1957`, `300–200 BCE`.
    fn pair(&self, a: &[Token], b: &[Token]) -> Result<(Moment, Moment), Refusal> {
        if let Some(refusal) = short_end(a, b) {
            return Err(refusal);
        }
        let era = |tokens: &[Token]| tokens.iter().find(|t| is_era(t)).cloned();
        let (era_a, era_b) = (era(a), era(b));
        // `October 4–6, 1957` and `AD 410–476`
        let lends_first = a
            .first()
            .filter(|t| is_era(t) && era_b.is_none() || t.word().and_then(month_of).is_some());
        let right = self.one(b).or_else(|refusal| match lends_first {
            Some(first) => self
                .one(&join(std::slice::from_ref(first), b))
                .map_err(|_| refusal),
            None => Err(refusal),
        })?;
        if let Some(refusal) = winter_of_two_years(a, &right) {
            return Err(refusal);
        }
        let bare = a.iter().all(|t| t.is_number() || t.is('.'));
        let takes_rest_first =
            bare && matches!(right.precision(), Precision::Day | Precision::Deep);
        let with_era = match (&era_a, &era_b) {
            (None, Some(era)) if !takes_rest_first => Some(join(a, std::slice::from_ref(era))),
            _ => None,
        };
        if let Some(tokens) = with_era
            && let Ok(left) = self.one(&tokens)
        {
            return Ok((left, right));
        }
        let alone = self.one(a);
        if alone.is_ok() && !takes_rest_first {
            return Ok((alone?, right));
        }
        for from in 1..b.len() {
            if let Ok(left) = self.one(&join(a, &b[from..])) {
                return Ok((left, right));
            }
        }
        Ok((alone?, right))
    }

    /// One moment, with `before`, `after` or `by` before it or not.
    fn one(&self, tokens: &[Token]) -> Result<Moment, Refusal> {
        let words: Vec<_> = tokens.iter().take(2).map(Token::word).collect();
        let (open, used): (fn(Box<Moment>) -> Form, usize) = match words[..] {
            [Some("before"), ..] => (Form::Before, 1),
            [Some("prior"), Some("to")] | [Some("earlier"), Some("than")] => (Form::Before, 2),
            [Some("after"), ..] => (Form::After, 1),
            [Some("later"), Some("than")] => (Form::After, 2),
            [Some("by"), ..] => (Form::By, 1),
            _ => return self.closed(tokens),
        };
        let inner = self.closed(&tokens[used..])?;
        Moment::new(open(inner.into()), Marks::default())
    }

    /// One moment with its `c.`, `?` and `±`.
    fn closed(&self, tokens: &[Token]) -> Result<Moment, Refusal> {
        let (mut marks, core) = strip_marks(tokens);
        if let Some(at) = core.iter().position(|t| t.is('±')) {
            let (form, width) = around(&core[..at], &core[at + 1..])?;
            marks.spread = Some(width);
            return Moment::new(form, marks);
        }
        let read = match phrase::read(core) {
            Err(refusal) if refusal.is_unreadable() => {
                if let Some(When::Moment(moment)) = self.edtf(core).transpose()?
                    && marks == Marks::default()
                {
                    return Ok(moment);
                }
                Err(refusal)
            }
            read => read,
        };
        Moment::new(read?, marks)
    }

    /// These tokens as EDTF, if they stand together in the text.
    fn edtf(&self, tokens: &[Token]) -> Option<Result<When, Refusal>> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let joined = tokens.windows(2).all(|w| w[0].to == w[1].from);
        let text = self.text.get(first.from..last.to)?;
        edtf::read(text).filter(|_| joined)
    }
}

fn join(a: &[Token], b: &[Token]) -> Vec<Token> {
    let mut all = a.to_vec();
    all.extend_from_slice(b);
    // What is joined was apart in the text.
    if let Some(token) = all.get_mut(a.len()) {
        token.spaced = true;
    }
    all
}

fn is_era(token: &Token) -> bool {
    token.word().and_then(phrase::era_of).is_some()
}

/// `1914–18`: the end could be the year 18.
fn short_end(a: &[Token], b: &[Token]) -> Option<Refusal> {
    let ([.., start], [end]) = (a, b) else {
        return None;
    };
    let (Kind::Number { digits: year, .. }, Kind::Number { digits: two, .. }) =
        (&start.kind, &end.kind)
    else {
        return None;
    };
    let short = year.len() == 4 && two.len() < 4;
    let winter = a.iter().any(|t| t.word() == Some("winter"));
    let first = &year.get(..4usize.saturating_sub(two.len()))?;
    short.then(|| {
        Refusal::new(
            "ambiguous-short-range",
            "the end of the span is cut short",
            if winter {
                format!("write \"winter {year}\", which begins in December {year}")
            } else {
                format!("write \"{year}..{first}{two}\"")
            },
        )
    })
}

/// `winter 2023–2024` is one winter and no span that lasts until the end of 2024.
fn winter_of_two_years(a: &[Token], right: &Moment) -> Option<Refusal> {
    let Ok(Form::Season(Season::Winter, year)) = phrase::read(a) else {
        return None;
    };
    let next = *right.form() == Form::Whole(Stretch::Year(year + 1));
    next.then(|| {
        Refusal::new(
            "ambiguous-short-range",
            "this could be one winter, or a span until the end of a year",
            format!("write \"winter {year:04}\", which begins in December {year:04}"),
        )
    })
}

/// `c.`, `?` and their like at either end, and the tokens between.
fn strip_marks(mut tokens: &[Token]) -> (Marks, &[Token]) {
    let mut marks = Marks::default();
    while let [first, rest @ ..] = tokens {
        match (&first.kind, first.word()) {
            (Kind::Mark('~'), _) => marks.circa = true,
            (_, Some(word)) if is_circa(word) => marks.circa = true,
            (_, Some("maybe" | "perhaps" | "possibly" | "probably")) => marks.uncertain = true,
            (_, Some("the" | "in" | "on")) => {}
            _ => break,
        }
        tokens = rest;
    }
    while let [rest @ .., last] = tokens {
        match (&last.kind, last.word()) {
            (Kind::Mark('?'), _) => marks.uncertain = true,
            (Kind::Mark('~'), _) | (_, Some("approx" | "approximately")) => marks.circa = true,
            (Kind::Mark('%'), _) => {
                marks.circa = true;
                marks.uncertain = true;
            }
            _ => break,
        }
        tokens = rest;
    }
    (marks, tokens)
}

/// A date and what stands behind its `±`; an era or a unit may stand at the very end: `541 ± 1 Ma`, `1200 ± 50 BCE`.
fn around(date: &[Token], behind: &[Token]) -> Result<(Form, Length), Refusal> {
    if let Some((_, rest @ [_, ..])) = deep::decimal(behind)
        && let Ok(form) = phrase::read(&join(date, rest))
    {
        let number = &behind[..behind.len() - rest.len()];
        let width = spread(number, &form)?;
        return Ok((form, width));
    }
    let form = phrase::read(date)?;
    let width = spread(behind, &form)?;
    Ok((form, width))
}

fn is_circa(word: &str) -> bool {
    matches!(
        word,
        "c" | "ca" | "cca" | "circa" | "about" | "around" | "roughly" | "approx" | "approximately"
    )
}

/// What stands behind `±`: a number in the date's own unit, or with a unit.
fn spread(tokens: &[Token], form: &Form) -> Result<Length, Refusal> {
    let read = || {
        let (number, rest) = deep::decimal(tokens)?;
        let (count, unit) = if let Form::Deep { ago, .. } = form {
            let ago = match rest {
                [] => *ago,
                _ => deep::unit(rest)?.0,
            };
            (deep::years_of(number, ago)?, Unit::Year)
        } else {
            let whole = (number.decimals == 0).then_some(number.digits)?;
            let words: Vec<_> = rest.iter().map(Token::word).collect();
            match words[..] {
                [] => (whole, spread_unit(form)),
                [Some("day" | "days" | "d")] => (whole, Unit::Day),
                [Some("week" | "weeks")] => (whole.checked_mul(7)?, Unit::Day),
                [Some("month" | "months" | "m")] => (whole, Unit::Month),
                [Some("year" | "years" | "yr" | "yrs" | "y")] => (whole, Unit::Year),
                [Some("decade" | "decades")] => (whole.checked_mul(10)?, Unit::Year),
                [Some("century" | "centuries")] => (whole.checked_mul(100)?, Unit::Year),
                [Some(_), Some(_)] => {
                    let (ago, _) = deep::unit(rest)?;
                    (deep::years_of(number, ago)?, Unit::Year)
                }
                _ => return None,
            }
        };
        (1..=super::day::YEAR_LIMIT)
            .contains(&count)
            .then_some(Length { count, unit })
    };
    read().ok_or_else(|| {
        Refusal::new(
            "unreadable-spread",
            "what stands behind ± is not a number of years, months or days",
            "write \"1200 BCE ± 50\" or \"October 1957 ± 2 months\"",
        )
    })
}
