//! Writing several lines; an empty one ends them.

use super::{
    answering::{Answering, Body, Room, Said, input},
    editor::Editor,
    keys::Key,
    layout::{self, Hanging},
    line::Tone,
};
use crate::grade::Response;

/// The lines so far and the one being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Essay {
    lines: Vec<String>,
    editor: Editor,
}

impl Essay {
    /// An empty page, or what was written before.
    pub(super) fn new(before: Option<&Response>) -> Self {
        let text = match before {
            Some(Response::Text(text) | Response::Essay { text, .. }) => text.as_str(),
            _ => "",
        };
        Self {
            lines: text.lines().map(str::to_owned).collect(),
            editor: Editor::default(),
        }
    }
}

impl Answering for Essay {
    fn press(&mut self, key: &Key) -> Said {
        match key {
            Key::Enter if !self.editor.text().trim().is_empty() => {
                self.lines.push(self.editor.text().to_owned());
                self.editor = Editor::default();
                Said::Changed
            }
            Key::Enter if self.lines.is_empty() => {
                Said::Tell("Write a line first, or press Tab for other ways on.".to_owned())
            }
            Key::Enter => Said::Answer(Response::Text(self.lines.join("\n"))),
            Key::Backspace | Key::Up if self.editor.is_empty() && !self.lines.is_empty() => {
                let line = self.lines.pop().unwrap_or_default();
                self.editor = Editor::holding(&line);
                Said::Changed
            }
            Key::Paste(text) if text.trim_end().contains('\n') => {
                for line in text.lines() {
                    self.editor.press(&Key::Paste(line.to_owned()));
                    if !self.editor.text().trim().is_empty() {
                        self.lines.push(self.editor.text().to_owned());
                    }
                    self.editor = Editor::default();
                }
                Said::Changed
            }
            _ if self.editor.press(key) => Said::Changed,
            _ => Said::Nothing,
        }
    }

    fn body(&self, room: Room) -> Body {
        let mut lines: Vec<_> = self
            .lines
            .iter()
            .flat_map(|line| layout::plain(line, Tone::Plain, &Hanging::new("  "), room.width))
            .collect();
        let above = room.rows.saturating_sub(1);
        lines.drain(..lines.len().saturating_sub(above));
        let (line, column) = input("> ", &self.editor, room.width);
        lines.push(line);
        Body {
            cursor: Some((lines.len() - 1, column)),
            lines,
        }
    }

    fn keys(&self) -> String {
        "Enter ends a line, an empty line ends the answer, Backspace goes back.".to_owned()
    }

    fn typing(&self) -> bool {
        !self.editor.is_empty() || !self.lines.is_empty()
    }

    fn given(&self) -> String {
        self.lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::Essay;
    use crate::{
        grade::Response,
        ui::terminal::{
            answering::{Answering, Said},
            keys::Key,
        },
    };

    #[test]
    fn an_empty_line_ends_it_and_a_paste_keeps_its_lines() {
        let mut essay = Essay::default();
        assert!(matches!(essay.press(&Key::Enter), Said::Tell(_)));
        essay.press(&Key::Char('a'));
        essay.press(&Key::Enter);
        essay.press(&Key::Paste("b\n\nc\n".to_owned()));
        let answer = Response::Text("a\nb\nc".to_owned());
        assert_eq!(essay.press(&Key::Enter), Said::Answer(answer));
    }

    #[test]
    fn backspace_on_an_empty_line_takes_the_line_before_back() {
        let mut essay = Essay::default();
        for key in [
            Key::Char('a'),
            Key::Enter,
            Key::Backspace,
            Key::Char('b'),
            Key::Enter,
        ] {
            essay.press(&key);
        }
        assert_eq!(
            essay.press(&Key::Enter),
            Said::Answer(Response::Text("ab".to_owned()))
        );
    }
}
