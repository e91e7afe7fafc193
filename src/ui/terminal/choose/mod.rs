//! Choosing from a numbered list: one, several, or true and false. A number or letter moves to its choice (of several:
//! ticks it), arrows move, Enter confirms.

use super::{
    answering::{Answering, Body, Room, Said},
    keys::Key,
    layout::{self, Hanging},
    line::Tone,
    list,
};
use crate::grade::Response;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    One,
    Many,
    TrueFalse,
}

/// A list with a place in it, and ticks where several may be chosen.
#[derive(Clone, Debug)]
pub(super) struct Chooser {
    kind: Kind,
    choices: Vec<String>,
    ticked: Vec<bool>,
    at: Option<usize>,
    number: Number,
}

/// A number being typed digit by digit: `1` is taken at once, and `2` after it makes it 12 where there are so many.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Number(usize);

impl Number {
    /// Takes a digit; gives the place, from 0, among `len`, and whether it takes the place of the one before.
    pub(super) fn digit(&mut self, digit: char, len: usize) -> Option<(usize, bool)> {
        let digit = usize::try_from(digit.to_digit(10)?).ok()?;
        let longer = self.0 > 0 && (1..=len).contains(&(self.0 * 10 + digit));
        let number = if longer { self.0 * 10 + digit } else { digit };
        let fits = (1..=len).contains(&number);
        self.0 = if fits && number * 10 <= len {
            number
        } else {
            0
        };
        fits.then(|| (number - 1, longer))
    }

    /// Another key was pressed: the next digit begins a number.
    pub(super) fn end(&mut self) {
        self.0 = 0;
    }
}

/// The place, from 0, of a letter's choice.
pub(super) fn letter(c: char, len: usize) -> Option<usize> {
    let at = u32::from(c.to_ascii_lowercase()).checked_sub(u32::from('a'))?;
    let at = usize::try_from(at).ok()?;
    (at < len.min(26)).then_some(at)
}

/// The place after a key that moves within a list.
pub(super) fn moved(key: &Key, at: Option<usize>, len: usize) -> Option<usize> {
    let last = len.checked_sub(1)?;
    Some(match (key, at) {
        (Key::Up, Some(0) | None) | (Key::End, _) => last,
        (Key::Down, Some(at)) if at == last => 0,
        (Key::Up, Some(at)) => at - 1,
        (Key::Down | Key::PageDown | Key::PageUp, None) | (Key::Home, _) => 0,
        (Key::Down, Some(at)) => at + 1,
        (Key::PageDown, Some(at)) => (at + 5).min(last),
        (Key::PageUp, Some(at)) => at.saturating_sub(5),
        _ => return None,
    })
}

impl Chooser {
    fn new(kind: Kind, choices: Vec<String>) -> Self {
        Self {
            kind,
            ticked: vec![false; choices.len()],
            choices,
            at: None,
            number: Number::default(),
        }
    }

    /// One of these.
    pub(super) fn one(choices: &[String], before: Option<&Response>) -> Self {
        let mut chooser = Self::new(Kind::One, choices.to_vec());
        if let Some(Response::Text(text)) = before {
            chooser.at = choices.iter().position(|choice| choice == text);
        }
        chooser
    }

    /// Several of these.
    pub(super) fn many(choices: &[String], before: Option<&Response>) -> Self {
        let mut chooser = Self::new(Kind::Many, choices.to_vec());
        chooser.at = Some(0);
        if let Some(Response::List(texts)) = before {
            chooser.ticked = choices
                .iter()
                .map(|choice| texts.contains(choice))
                .collect();
        }
        chooser
    }

    /// True or false.
    pub(super) fn true_false(before: Option<&Response>) -> Self {
        let mut chooser = Self::new(Kind::TrueFalse, vec!["True".to_owned(), "False".to_owned()]);
        if let Some(Response::Bool(said)) = before {
            chooser.at = Some(usize::from(!said));
        }
        chooser
    }

    /// The places, from 0, that are ticked.
    pub(super) fn ticks(&self) -> Vec<usize> {
        (0..self.choices.len())
            .filter(|at| self.ticked[*at])
            .collect()
    }

    fn go(&mut self, at: usize) -> Said {
        self.at = Some(at);
        Said::Changed
    }

    fn pick(&mut self, at: usize) -> Said {
        if self.kind == Kind::Many {
            self.ticked[at] = !self.ticked[at];
        }
        self.go(at)
    }

    fn confirm(&self) -> Said {
        match (self.kind, self.at) {
            (Kind::One, Some(at)) => Said::Answer(Response::Text(self.choices[at].clone())),
            (Kind::TrueFalse, Some(at)) => Said::Answer(Response::Bool(at == 0)),
            (Kind::Many, _) => {
                let chosen: Vec<String> = self
                    .ticks()
                    .into_iter()
                    .map(|at| self.choices[at].clone())
                    .collect();
                if chosen.is_empty() {
                    Said::Tell("Tick at least one choice first: its number, or Space.".to_owned())
                } else {
                    Said::Answer(Response::List(chosen))
                }
            }
            (_, None) => {
                Said::Tell("Choose one first: its number, its letter or the arrows.".to_owned())
            }
        }
    }
}

impl Answering for Chooser {
    fn press(&mut self, key: &Key) -> Said {
        let len = self.choices.len();
        if let Key::Char(c) = key
            && c.is_ascii_digit()
        {
            let before = self.at;
            return match (self.number.digit(*c, len), before) {
                (Some((at, true)), Some(before)) => {
                    // The first digit had ticked another choice.
                    self.pick(before);
                    self.pick(at)
                }
                (Some((at, _)), _) => self.pick(at),
                (None, _) => Said::Tell(format!("There are {len} choices.")),
            };
        }
        self.number.end();
        match key {
            Key::Enter => self.confirm(),
            Key::Char(' ') if self.kind == Kind::Many => match self.at {
                Some(at) => self.pick(at),
                None => self.go(0),
            },
            Key::Char('t' | 'T') | Key::Left if self.kind == Kind::TrueFalse => self.go(0),
            Key::Char('f' | 'F') | Key::Right if self.kind == Kind::TrueFalse => self.go(1),
            Key::Char(c) => letter(*c, len).map_or(Said::Nothing, |at| self.pick(at)),
            _ => moved(key, self.at, len).map_or(Said::Nothing, |at| self.go(at)),
        }
    }

    fn body(&self, room: Room) -> Body {
        let digits = self.choices.len().to_string().len();
        let blocks: Vec<_> = self
            .choices
            .iter()
            .enumerate()
            .map(|(at, choice)| {
                let selected = self.at == Some(at);
                let (point, tone) = if selected {
                    (">", Tone::Selected)
                } else {
                    (" ", Tone::Plain)
                };
                let tick = match (self.kind, self.ticked[at]) {
                    (Kind::Many, true) => "[x] ",
                    (Kind::Many, false) => "[ ] ",
                    _ => "",
                };
                let prefix = format!("{point} {tick}{:>digits$}) ", at + 1);
                let hanging = Hanging {
                    prefix: &prefix,
                    tone,
                };
                layout::item(choice, tone, &hanging, room.width)
            })
            .collect();
        Body {
            lines: list::window(&blocks, self.at, room.rows, room.marks),
            cursor: None,
        }
    }

    fn keys(&self) -> String {
        let len = self.choices.len();
        let last = char::from(b'a' + u8::try_from(len.clamp(1, 26) - 1).unwrap_or(0));
        match self.kind {
            Kind::TrueFalse => "t or f, Enter takes it.".to_owned(),
            Kind::One => format!("1-{len}, a-{last} or arrows, Enter takes it."),
            Kind::Many => format!("1-{len}, a-{last} or Space ticks, arrows move, Enter takes it."),
        }
    }

    fn given(&self) -> String {
        let numbered = |at: usize| format!("{}) {}", at + 1, self.choices[at]);
        match (self.kind, self.at) {
            (Kind::Many, _) => self
                .ticks()
                .into_iter()
                .map(numbered)
                .collect::<Vec<_>>()
                .join(", "),
            (Kind::TrueFalse, Some(at)) => self.choices[at].clone(),
            (_, Some(at)) => numbered(at),
            (_, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
