//! Matching: one left after another, with the rights listed below. Enter takes the selected right and goes on,
//! Backspace goes back to the left before.

use std::collections::BTreeMap;

use super::{
    answering::{Answering, Body, Room, Said},
    choose::{Number, letter, moved},
    keys::Key,
    layout::{self, Hanging},
    line::{Line, Tone},
    list,
    marks::Marks,
};
use crate::grade::Response;

/// Lefts, rights and the pairs so far.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    lefts: Vec<String>,
    rights: Vec<String>,
    chosen: Vec<Option<usize>>,
    /// The left that is asked now.
    left: usize,
    /// The right that is selected.
    at: Option<usize>,
    number: Number,
}

impl Pairs {
    /// Nothing paired yet, or as given before.
    pub(super) fn new(lefts: &[String], rights: &[String], before: Option<&Response>) -> Self {
        let mut chosen = vec![None; lefts.len()];
        if let Some(Response::Map(given)) = before {
            for (left, chosen) in lefts.iter().zip(&mut chosen) {
                *chosen = given
                    .get(left)
                    .and_then(|right| rights.iter().position(|text| text == right));
            }
        }
        Self {
            lefts: lefts.to_vec(),
            rights: rights.to_vec(),
            at: chosen.first().copied().flatten(),
            chosen,
            left: 0,
            number: Number::default(),
        }
    }

    fn go(&mut self, at: usize) -> Said {
        self.at = Some(at);
        Said::Changed
    }

    fn turn_to(&mut self, left: usize) -> Said {
        self.left = left;
        self.at = self.chosen[left];
        Said::Changed
    }

    fn take(&mut self) -> Said {
        let Some(at) = self.at else {
            return Said::Tell(
                "Choose what belongs to it first: a number or the arrows.".to_owned(),
            );
        };
        self.chosen[self.left] = Some(at);
        if self.left + 1 < self.lefts.len() {
            return self.turn_to(self.left + 1);
        }
        let pairs: BTreeMap<String, String> = self
            .lefts
            .iter()
            .zip(&self.chosen)
            .filter_map(|(left, right)| Some((left.clone(), self.rights[(*right)?].clone())))
            .collect();
        Said::Answer(Response::Map(pairs))
    }

    fn left_blocks(&self, width: usize, marks: Marks) -> Vec<Vec<Line>> {
        let block = |(at, left): (usize, &String)| {
            let (point, tone) = if at == self.left {
                ("> ", Tone::Selected)
            } else {
                ("  ", Tone::Plain)
            };
            let right = match self.chosen[at] {
                Some(right) => format!(" {} {}", marks.arrow, self.rights[right]),
                None if at == self.left => format!(" {} ?", marks.arrow),
                None => String::new(),
            };
            let hanging = Hanging {
                prefix: point,
                tone,
            };
            let mut pieces = layout::inline(left);
            pieces.extend(layout::run(&right));
            layout::pieces(&pieces, tone, &hanging, width)
        };
        self.lefts.iter().enumerate().map(block).collect()
    }

    fn right_blocks(&self, width: usize) -> Vec<Vec<Line>> {
        let digits = self.rights.len().to_string().len();
        let block = |(at, right): (usize, &String)| {
            let used = self
                .chosen
                .iter()
                .enumerate()
                .any(|(left, chosen)| left != self.left && *chosen == Some(at));
            let (point, tone) = match (self.at == Some(at), used) {
                (true, _) => (">", Tone::Selected),
                (false, true) => (" ", Tone::Dim),
                (false, false) => (" ", Tone::Plain),
            };
            let prefix = format!("  {point} {:>digits$}) ", at + 1);
            let hanging = Hanging {
                prefix: &prefix,
                tone,
            };
            let text = if used {
                format!("{right} (used)")
            } else {
                right.clone()
            };
            layout::item(&text, tone, &hanging, width)
        };
        self.rights.iter().enumerate().map(block).collect()
    }
}

impl Answering for Pairs {
    fn press(&mut self, key: &Key) -> Said {
        let len = self.rights.len();
        if let Key::Char(c) = key
            && c.is_ascii_digit()
        {
            return match self.number.digit(*c, len) {
                Some((at, _)) => self.go(at),
                None => Said::Tell(format!("There are {len} to choose from.")),
            };
        }
        self.number.end();
        match key {
            Key::Enter => self.take(),
            Key::Backspace | Key::Left | Key::BackTab if self.left > 0 => {
                self.turn_to(self.left - 1)
            }
            Key::Backspace | Key::Left | Key::BackTab => {
                Said::Tell("This is the first one.".to_owned())
            }
            Key::Char(c) => letter(*c, len).map_or(Said::Nothing, |at| self.go(at)),
            _ => moved(key, self.at, len).map_or(Said::Nothing, |at| self.go(at)),
        }
    }

    fn body(&self, room: Room) -> Body {
        let lefts = self.left_blocks(room.width, room.marks);
        let rights = self.right_blocks(room.width);
        let tall = |blocks: &[Vec<Line>]| blocks.iter().map(Vec::len).sum::<usize>();
        let (left_rows, right_rows) = (tall(&lefts), tall(&rights));
        // Where both do not fit, the lefts get what the rights leave, at least the row of the one that is asked.
        let gap = usize::from(left_rows + right_rows < room.rows);
        let for_lefts = left_rows
            .min(room.rows.saturating_sub(right_rows).max(room.rows / 3))
            .clamp(1, room.rows.saturating_sub(1).max(1));
        let for_rights = room.rows.saturating_sub(for_lefts + gap);
        let mut lines = list::window(&lefts, Some(self.left), for_lefts, room.marks);
        if gap == 1 {
            lines.push(Line::default());
        }
        if for_rights > 0 {
            lines.extend(list::window(&rights, self.at, for_rights, room.marks));
        }
        Body {
            lines,
            cursor: None,
        }
    }

    fn keys(&self) -> String {
        let place = format!("{} of {}", self.left + 1, self.lefts.len());
        format!(
            "{place}: 1-{} or arrows, Enter pairs, Backspace goes back.",
            self.rights.len()
        )
    }

    fn given(&self) -> String {
        self.lefts
            .iter()
            .zip(&self.chosen)
            .filter_map(|(left, right)| Some(format!("{left}: {}", self.rights[(*right)?])))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;
    use crate::{
        grade::Response,
        ui::terminal::{
            answering::{Answering, Said},
            keys::Key,
        },
    };

    #[test]
    fn every_left_is_asked_and_backspace_goes_back() {
        let texts = |texts: [&str; 2]| texts.map(str::to_owned);
        let mut pairs = Pairs::new(&texts(["dog", "cat"]), &texts(["meow", "woof"]), None);
        for key in [
            Key::Char('1'),
            Key::Enter,
            Key::Backspace,
            Key::Char('2'),
            Key::Enter,
            Key::Char('a'),
        ] {
            assert_eq!(pairs.press(&key), Said::Changed, "{key:?}");
        }
        let Said::Answer(Response::Map(map)) = pairs.press(&Key::Enter) else {
            panic!("no answer");
        };
        assert_eq!(map["dog"], "woof");
        assert_eq!(map["cat"], "meow");
    }

    #[test]
    fn a_left_without_a_right_is_not_taken() {
        let mut pairs = Pairs::new(&["dog".to_owned()], &["woof".to_owned()], None);
        assert!(matches!(pairs.press(&Key::Enter), Said::Tell(_)));
    }
}
