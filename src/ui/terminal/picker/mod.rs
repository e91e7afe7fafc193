//! A guided screen: items by number, keys by letter; a list longer than the screen filters by typing. Pure.

use super::{
    choose::{Number, moved},
    editor::Editor,
    keys::Key,
    layout::{self, Hanging},
    line::{Line, Tone},
    list,
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    screen::Frame,
    tty::Size,
};
use crate::{
    text::markdown::{Piece, Style},
    ui::{Menu, Picked},
};

/// A menu with a place in it.
pub(super) struct Picker<'a> {
    menu: &'a Menu,
    /// The place among the entries that are shown.
    at: usize,
    number: Number,
    filter: Editor,
    /// Whether the list was longer than the screen when it was last shown: letters filter, and keys join the list.
    long: bool,
}

impl<'a> Picker<'a> {
    /// The menu with its first selection.
    pub(super) fn new(menu: &'a Menu) -> Self {
        Self {
            menu,
            at: menu.selected.min(menu.items.len().saturating_sub(1)),
            number: Number::default(),
            filter: Editor::default(),
            long: false,
        }
    }

    /// What can be picked now.
    fn entries(&self) -> Vec<Picked> {
        let wanted = self.filter.text().trim().to_lowercase();
        let fits = |text: &str| text.to_lowercase().contains(&wanted);
        let items = self
            .menu
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| wanted.is_empty() || fits(&item.text) || fits(&item.detail))
            .map(|(at, _)| Picked::Item(at));
        let keys = self
            .menu
            .keys
            .iter()
            .filter(|(_, text)| self.long && (wanted.is_empty() || fits(text)))
            .map(|(key, _)| Picked::Key(*key));
        items.chain(keys).collect()
    }

    fn blocks(&self, entries: &[Picked], width: usize) -> Vec<Vec<Line>> {
        let digits = self.menu.items.len().to_string().len();
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let column = widest(
            &mut self
                .menu
                .items
                .iter()
                .map(|item| crate::text::width(&item.text)),
        );
        // Details stand in a column of their own where the window is wide enough.
        let aligned = column + digits + 6 + 20 <= width;
        let block = |(at, entry): (usize, &Picked)| {
            let (point, tone) = if at == self.at {
                (">", Tone::Selected)
            } else {
                (" ", Tone::Plain)
            };
            let (prefix, text, detail) = match entry {
                Picked::Item(item) => {
                    let number = item + 1;
                    let item = &self.menu.items[*item];
                    let prefix = format!("{point} {number:>digits$}) ");
                    (prefix, item.text.as_str(), item.detail.as_str())
                }
                Picked::Key(key) => {
                    let text = self
                        .menu
                        .keys
                        .iter()
                        .find(|(letter, _)| letter == key)
                        .map_or("", |(_, text)| text.as_str());
                    (format!("{point} {:>digits$}  ", ""), text, "")
                }
                Picked::Back => (format!("{point} "), self.menu.back.as_str(), ""),
            };
            let mut pieces = vec![plain(text.to_owned())];
            if !detail.is_empty() {
                let pad = if aligned {
                    column.saturating_sub(crate::text::width(text))
                } else {
                    0
                };
                pieces.push(Piece {
                    text: format!("{}  {detail}", " ".repeat(pad)),
                    style: Style {
                        emphasis: true,
                        ..Style::default()
                    },
                });
            }
            let hanging = Hanging {
                prefix: &prefix,
                tone,
            };
            layout::pieces(&pieces, tone, &hanging, width)
        };
        entries.iter().enumerate().map(block).collect()
    }

    fn foot(&self, width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for text in &self.menu.footer {
            lines.extend(layout::flow(text, Tone::Plain, width));
        }
        let back = if self.menu.back.is_empty() {
            "back"
        } else {
            &self.menu.back
        };
        let mut keys = String::from("Number or arrows, Enter");
        if self.long {
            keys.push_str("; type to filter");
        } else {
            for (key, text) in &self.menu.keys {
                keys.extend(["; ", &key.to_string(), " ", text]);
            }
        }
        keys.extend(["; Esc ", back]);
        lines.extend(layout::flow(&keys, Tone::Dim, width));
        if !self.filter.is_empty() {
            lines.push(
                Line::new(Tone::Strong, format!("Filter: {}", self.filter.text())).clipped(width),
            );
        }
        lines
    }

    fn filtered(&mut self) -> Step<Picked> {
        self.at = 0;
        Step::Stay
    }
}

fn plain(text: String) -> Piece {
    Piece {
        text,
        style: Style::default(),
    }
}

impl Prompt for Picker<'_> {
    type Outcome = Picked;

    fn press(&mut self, key: &Key) -> Step<Picked> {
        let entries = self.entries();
        if let Key::Char(c) = key
            && c.is_ascii_digit()
            && self.filter.is_empty()
        {
            if let Some((at, _)) = self.number.digit(*c, self.menu.items.len()) {
                self.at = at;
            }
            return Step::Stay;
        }
        self.number.end();
        match key {
            Key::Enter => entries
                .get(self.at)
                .map_or(Step::Stay, |picked| Step::Done(*picked)),
            Key::Esc if !self.filter.is_empty() => {
                self.filter = Editor::default();
                self.filtered()
            }
            Key::Esc => Step::Done(Picked::Back),
            Key::Ctrl('d') => Step::End,
            Key::Char(_) | Key::Paste(_) | Key::Backspace | Key::Ctrl('u' | 'w') if self.long => {
                self.filter.press(key);
                self.filtered()
            }
            Key::Char(c) => {
                let letter = c.to_ascii_lowercase();
                if self.menu.keys.iter().any(|(key, _)| *key == letter) {
                    Step::Done(Picked::Key(letter))
                } else {
                    Step::Stay
                }
            }
            _ => {
                if let Some(at) = moved(key, Some(self.at), entries.len()) {
                    self.at = at;
                }
                Step::Stay
            }
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let (width, reach) = (width(size), reach(size));
        let mut lines = vec![Line::default()];
        for (at, text) in self.menu.title.iter().enumerate() {
            let tone = if at == 0 { Tone::Heading } else { Tone::Plain };
            lines.extend(layout::flow(text, tone, width));
        }
        lines.push(Line::default());
        // Keys count as items here, so that the answer does not depend on what it decides.
        let all: usize = self.menu.items.len() + self.menu.footer.len() + 2;
        self.long = lines.len() + all > reach && self.menu.items.len() > reach / 2;
        if !self.long {
            self.filter = Editor::default();
        }
        let entries = self.entries();
        self.at = self.at.min(entries.len().saturating_sub(1));
        let mut foot = self.foot(width);
        foot.truncate(reach.saturating_sub(1));
        let rest = reach.saturating_sub(foot.len()).max(1);
        let rows = rest.saturating_sub(lines.len().min(rest / 2)).max(1);
        if entries.is_empty() {
            lines.push(Line::new(Tone::Dim, "  Nothing fits. Esc shows all again.").clipped(width));
        } else {
            let blocks = self.blocks(&entries, width);
            lines.extend(list::window(&blocks, Some(self.at), rows, marks));
        }
        lines.extend(foot);
        Frame {
            lines,
            cursor: None,
        }
    }
}

#[cfg(test)]
mod tests;
