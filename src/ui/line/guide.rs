//! Guided screens as lines: numbers to pick from, one line read.

use std::io::{BufRead, Write};

use super::{LineInterface, command, command::Said};
use crate::{
    session::Intent,
    text::article::Article,
    timeline,
    ui::{Guide, Menu, Picked, UiError, Walk, labels},
};

impl<R: BufRead, W: Write> LineInterface<R, W> {
    fn menu(&mut self, menu: &Menu) -> Result<(), UiError> {
        self.plain.blank()?;
        for line in &menu.title {
            self.plain.say(line)?;
        }
        for (index, item) in menu.items.iter().enumerate() {
            let detail = if item.detail.is_empty() {
                String::new()
            } else {
                format!(", {}", item.detail)
            };
            self.plain.hanging(
                &format!("{:>3}. ", index + 1),
                &format!("{}{detail}", item.text),
            )?;
        }
        for (key, does) in &menu.keys {
            self.plain.hanging(&format!("  {key}. "), does)?;
        }
        for line in &menu.footer {
            self.plain.say(line)?;
        }
        Ok(())
    }

    /// How a menu is answered, in one line.
    fn how(menu: &Menu) -> String {
        let back = if menu.back.is_empty() {
            "back"
        } else {
            &menu.back
        };
        match menu.items.get(menu.selected) {
            Some(_) => format!(
                "Type a number; Enter alone takes {}, :{back} goes {}.",
                menu.selected + 1,
                away(back)
            ),
            None => format!("Type one of these, or :{back}."),
        }
    }
}

impl<R: BufRead, W: Write> Guide for LineInterface<R, W> {
    fn pick(&mut self, menu: &Menu) -> Result<Picked, UiError> {
        if self.ended {
            return Err(UiError::EndOfInput);
        }
        self.menu(menu)?;
        self.plain.say(&Self::how(menu))?;
        loop {
            let line = self.line("> ")?.ok_or(UiError::EndOfInput)?;
            let text = match command::read(&line) {
                Said::Empty if menu.selected < menu.items.len() => {
                    return Ok(Picked::Item(menu.selected));
                }
                Said::Command(Intent::Back | Intent::Quit) => return Ok(Picked::Back),
                Said::Text(text) => text,
                _ => {
                    self.plain.say(&Self::how(menu))?;
                    continue;
                }
            };
            if let Some(picked) = picked(menu, &text) {
                return Ok(picked);
            }
            self.plain.say("That is none of these.")?;
            self.plain.say(&Self::how(menu))?;
        }
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool, UiError> {
        let prompt = format!("{question} {} ", if default { "[Y/n]" } else { "[y/N]" });
        loop {
            let line = self.line(&prompt)?.ok_or(UiError::EndOfInput)?;
            match line.trim().to_lowercase().as_str() {
                "" => return Ok(default),
                "y" | "yes" => return Ok(true),
                "n" | "no" | ":back" | ":quit" => return Ok(false),
                _ => self.plain.say("Type y for yes or n for no.")?,
            }
        }
    }

    fn input(&mut self, prompt: &str, default: Option<&str>) -> Result<Option<String>, UiError> {
        let prompt = match default {
            Some(default) => format!("{prompt} [{default}]: "),
            None => format!("{prompt}: "),
        };
        loop {
            let line = self.line(&prompt)?.ok_or(UiError::EndOfInput)?;
            match (command::read(&line), default) {
                (Said::Empty, Some(default)) => return Ok(Some(default.to_owned())),
                (Said::Text(text), _) => return Ok(Some(text)),
                (Said::Command(Intent::Back | Intent::Quit), _) => return Ok(None),
                _ => self.plain.say("Type something, or :back.")?,
            }
        }
    }

    fn read(&mut self, _title: &str, article: &Article, marked: &[&str]) -> Result<(), UiError> {
        Ok(self.plain.article(article, marked)?)
    }

    fn walk(&mut self, walk: &Walk) -> Result<(), UiError> {
        self.walk_events(walk)
    }

    fn draw(&mut self, lines: &[timeline::Line]) -> Result<(), UiError> {
        self.drawing(lines)
    }

    fn say(&mut self, text: &str) -> Result<(), UiError> {
        Ok(self.plain.say(text)?)
    }
}

/// The item or key that is meant: a number, a key, or the item's text or a part of it that no other has.
fn picked(menu: &Menu, said: &str) -> Option<Picked> {
    if let Some(index) = labels::number(said.trim_end_matches('.'), menu.items.len()) {
        return Some(Picked::Item(index));
    }
    let mut letters = said.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let key = menu
            .keys
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(&letter));
        if let Some((key, _)) = key {
            return Some(Picked::Key(*key));
        }
    }
    let said = said.to_lowercase();
    let whole = menu
        .items
        .iter()
        .position(|item| item.text.to_lowercase() == said);
    let mut parts = menu.items.iter().enumerate();
    let mut part = || parts.find(|(_, item)| item.text.to_lowercase().contains(&said));
    let single = match (part(), part()) {
        (Some((index, _)), None) => Some(index),
        _ => None,
    };
    whole.or(single).map(Picked::Item)
}

fn away(back: &str) -> &str {
    if back == "quit" { "away" } else { "back" }
}
