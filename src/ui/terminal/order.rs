//! Putting items in order: Space lifts one, arrows (or a number) move it, Enter confirms.

use super::{
    answering::{Answering, Body, Room, Said},
    choose::{Number, moved},
    keys::Key,
    layout::{self, Hanging},
    line::Tone,
    list,
};
use crate::grade::Response;

/// The items in the learner's order.
#[derive(Clone, Debug)]
pub(super) struct Order {
    items: Vec<String>,
    at: usize,
    lifted: bool,
    /// Whether the order is the learner's: something was moved, or Enter was pressed once.
    meant: bool,
    number: Number,
}

impl Order {
    /// Items as presented, or in the order given before.
    pub(super) fn new(items: &[String], before: Option<&Response>) -> Self {
        let mut order = items.to_vec();
        let mut meant = false;
        if let Some(Response::List(given)) = before {
            let place = |item: &String| given.iter().position(|text| text == item);
            order.sort_by_key(|item| place(item).unwrap_or(usize::MAX));
            meant = true;
        }
        Self {
            items: order,
            at: 0,
            lifted: false,
            meant,
            number: Number::default(),
        }
    }

    fn go(&mut self, to: usize) -> Said {
        if self.lifted {
            let item = self.items.remove(self.at);
            self.items.insert(to, item);
            self.meant = true;
        }
        self.at = to;
        Said::Changed
    }
}

impl Answering for Order {
    fn press(&mut self, key: &Key) -> Said {
        let len = self.items.len();
        if let Key::Char(c) = key
            && c.is_ascii_digit()
        {
            return match self.number.digit(*c, len) {
                Some((at, _)) => self.go(at),
                None => Said::Tell(format!("There are {len} places.")),
            };
        }
        self.number.end();
        match key {
            Key::Char(' ') => {
                self.lifted = !self.lifted;
                Said::Changed
            }
            Key::Esc if self.lifted => {
                self.lifted = false;
                Said::Changed
            }
            Key::Enter if self.meant => Said::Answer(Response::List(self.items.clone())),
            Key::Enter => {
                self.meant = true;
                Said::Tell("Nothing was moved. Enter again takes this order.".to_owned())
            }
            // A lifted item stops at the ends instead of jumping to the other one.
            Key::Up if self.lifted => self.go(self.at.saturating_sub(1)),
            Key::Down if self.lifted => self.go((self.at + 1).min(len.saturating_sub(1))),
            _ => moved(key, Some(self.at), len).map_or(Said::Nothing, |at| self.go(at)),
        }
    }

    fn body(&self, room: Room) -> Body {
        let digits = self.items.len().to_string().len();
        let blocks: Vec<_> = self
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let (point, tone) = match (self.at == at, self.lifted) {
                    (true, true) => (">*", Tone::Selected),
                    (true, false) => ("> ", Tone::Selected),
                    (false, _) => ("  ", Tone::Plain),
                };
                let prefix = format!("{point}{:>digits$}) ", at + 1);
                let hanging = Hanging {
                    prefix: &prefix,
                    tone,
                };
                layout::item(item, tone, &hanging, room.width)
            })
            .collect();
        Body {
            lines: list::window(&blocks, Some(self.at), room.rows, room.marks),
            cursor: None,
        }
    }

    fn keys(&self) -> String {
        if self.lifted {
            "Lifted: arrows move it, Space puts it down.".to_owned()
        } else {
            "Arrows go to an item, Space lifts it, Enter takes the order.".to_owned()
        }
    }

    fn given(&self) -> String {
        self.items
            .iter()
            .enumerate()
            .map(|(at, item)| format!("{}) {item}", at + 1))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::{
        grade::Response,
        ui::terminal::{
            answering::{Answering, Said},
            keys::Key,
        },
    };

    fn ordered(keys: &[Key]) -> Said {
        let mut order = Order::new(&["a", "b", "c"].map(str::to_owned), None);
        keys.iter()
            .map(|key| order.press(key))
            .last()
            .unwrap_or(Said::Nothing)
    }

    fn list(items: [&str; 3]) -> Said {
        Said::Answer(Response::List(items.map(str::to_owned).to_vec()))
    }

    #[test]
    fn a_lifted_item_moves_and_stops_at_the_ends() {
        let space = Key::Char(' ');
        for (keys, order) in [
            (vec![space.clone(), Key::Down], ["b", "a", "c"]),
            (
                vec![space.clone(), Key::Down, Key::Down, Key::Down],
                ["b", "c", "a"],
            ),
            (
                vec![Key::End, space.clone(), Key::Char('1')],
                ["c", "a", "b"],
            ),
            (
                vec![space.clone(), Key::Down, space, Key::Down, Key::Up],
                ["b", "a", "c"],
            ),
        ] {
            let all: Vec<Key> = keys.into_iter().chain([Key::Enter]).collect();
            assert_eq!(ordered(&all), list(order), "{all:?}");
        }
    }

    #[test]
    fn the_order_as_presented_needs_enter_twice() {
        assert!(matches!(ordered(&[Key::Enter]), Said::Tell(_)));
        assert_eq!(ordered(&[Key::Enter, Key::Enter]), list(["a", "b", "c"]));
    }
}
