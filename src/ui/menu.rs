//! Guided screens as data: a menu, a yes/no question, a line of text. Each interface asks for them in its own way.

use super::UiError;
use crate::{
    pack::Pack,
    text::article::Article,
    timeline::{self, Look, Timeline},
};

/// A screen to pick from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// What stands above the items; the first line is the heading.
    pub title: Vec<String>,
    /// What can be picked.
    pub items: Vec<Item>,
    /// Keys beside the items: a letter and what it does. In line mode the letter is typed on a line.
    pub keys: Vec<(char, String)>,
    /// What stands below the items.
    pub footer: Vec<String>,
    /// The item that is selected at first, from 0.
    pub selected: usize,
    /// What going back is called: `quit` on the first screen, else `back`.
    pub back: String,
}

/// Something to pick. Its number is its place, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub text: String,
    /// A few words more; may be empty.
    pub detail: String,
}

impl Item {
    /// An item.
    #[must_use]
    pub fn new(text: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            detail: detail.into(),
        }
    }
}

/// A timeline to walk through, and what belongs to its events.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    /// The pack whose events they are, with its questions.
    pub pack: &'a Pack,
    /// The events in order.
    pub timeline: &'a Timeline<'a>,
    /// The article that the passages stand in.
    pub article: Option<&'a Article>,
    /// How it is drawn; the width is the interface's own.
    pub look: Look,
}

impl Walk<'_> {
    /// The place, in the timeline's order, of the event shown `row`-th from the top.
    #[must_use]
    pub fn place(&self, row: usize) -> usize {
        if self.look.reverse {
            self.timeline.len().saturating_sub(row + 1)
        } else {
            row
        }
    }
}

/// What was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// An item, by its place from 0.
    Item(usize),
    /// One of the keys.
    Key(char),
    /// Esc: back to the screen before.
    Back,
}

/// Guides a person through screens.
pub trait Guide {
    /// Lets one item or key of a menu be picked.
    ///
    /// # Errors
    /// See [`UiError`].
    fn pick(&mut self, menu: &Menu) -> Result<Picked, UiError>;

    /// Asks a yes/no question; Enter takes the default.
    ///
    /// # Errors
    /// See [`UiError`].
    fn confirm(&mut self, question: &str, default: bool) -> Result<bool, UiError>;

    /// Asks for a line of text, trimmed; Enter on an empty line takes the default. None when the person goes back.
    ///
    /// # Errors
    /// See [`UiError`].
    fn input(&mut self, prompt: &str, default: Option<&str>) -> Result<Option<String>, UiError>;

    /// Shows lines that need no answer.
    ///
    /// # Errors
    /// See [`UiError`].
    fn say(&mut self, text: &str) -> Result<(), UiError>;

    /// Shows an article to be read; the passages, as a pack quotes them, are marked where they stand.
    ///
    /// # Errors
    /// See [`UiError`].
    fn read(&mut self, title: &str, article: &Article, marked: &[&str]) -> Result<(), UiError>;

    /// Lets a person go through a timeline and open its events, until they go back. At least one event.
    ///
    /// # Errors
    /// See [`UiError`].
    fn walk(&mut self, walk: &Walk) -> Result<(), UiError>;

    /// Shows a drawing.
    ///
    /// # Errors
    /// See [`UiError`].
    fn draw(&mut self, lines: &[timeline::Line]) -> Result<(), UiError>;
}
