//! Typing an answer on one line: words, a number, a date.

use super::{
    answering::{Answering, Body, Room, Said, input},
    editor::Editor,
    keys::Key,
};
use crate::grade::Response;

/// The line so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    editor: Editor,
}

impl Typed {
    /// An empty line, or what was given before.
    pub(super) fn new(before: Option<&Response>) -> Self {
        let editor = match before {
            Some(Response::Text(text)) => Editor::holding(text),
            Some(Response::Number(number)) => Editor::holding(&number.to_string()),
            _ => Editor::default(),
        };
        Self { editor }
    }
}

impl Answering for Typed {
    fn press(&mut self, key: &Key) -> Said {
        match key {
            Key::Enter if self.editor.text().trim().is_empty() => {
                Said::Tell("Type an answer first, or press Tab for other ways on.".to_owned())
            }
            Key::Enter => Said::Answer(Response::Text(self.editor.text().to_owned())),
            _ if self.editor.press(key) => Said::Changed,
            _ => Said::Nothing,
        }
    }

    fn body(&self, room: Room) -> Body {
        let (line, column) = input("> ", &self.editor, room.width);
        Body {
            lines: vec![line],
            cursor: Some((0, column)),
        }
    }

    fn keys(&self) -> String {
        "Enter takes it.".to_owned()
    }

    fn typing(&self) -> bool {
        !self.editor.is_empty()
    }

    fn given(&self) -> String {
        self.editor.text().to_owned()
    }
}
