//! A line of text asked for outside a quiz: a name, a file. Enter on an empty line takes the default. Pure.

use super::{
    answering::input,
    editor::Editor,
    keys::Key,
    layout::{self, Hanging},
    line::Tone,
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    screen::Frame,
    tty::Size,
};

/// The question, the default, and what is typed.
pub(super) struct TextLine {
    prompt: String,
    default: Option<String>,
    editor: Editor,
}

impl TextLine {
    /// An empty line.
    pub(super) fn new(prompt: &str, default: Option<&str>) -> Self {
        Self {
            prompt: prompt.to_owned(),
            default: default.map(str::to_owned),
            editor: Editor::default(),
        }
    }
}

impl Prompt for TextLine {
    type Outcome = Option<String>;

    fn press(&mut self, key: &Key) -> Step<Option<String>> {
        match key {
            Key::Enter => {
                let text = self.editor.text().trim();
                match (&self.default, text.is_empty()) {
                    (_, false) => Step::Done(Some(text.to_owned())),
                    (Some(default), true) => Step::Done(Some(default.clone())),
                    (None, true) => Step::Stay,
                }
            }
            Key::Esc => Step::Done(None),
            Key::Ctrl('d') if self.editor.is_empty() => Step::End,
            _ => {
                self.editor.press(key);
                Step::Stay
            }
        }
    }

    fn frame(&mut self, size: Size, _marks: Marks) -> Frame {
        let width = width(size);
        let text = match &self.default {
            Some(default) => format!("{} (Enter: {default})", self.prompt),
            None => self.prompt.clone(),
        };
        let mut lines = layout::plain(&text, Tone::Strong, &Hanging::new(""), width);
        let (line, column) = input("> ", &self.editor, width);
        lines.push(line);
        lines.drain(..lines.len().saturating_sub(reach(size)));
        Frame {
            cursor: Some((lines.len() - 1, column)),
            lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TextLine;
    use crate::ui::terminal::{
        keys::Key,
        prompt::{Prompt, Step},
    };

    #[test]
    fn enter_on_an_empty_line_takes_the_default_if_there_is_one() {
        let mut line = TextLine::new("Name", Some("Ada"));
        assert_eq!(line.press(&Key::Enter), Step::Done(Some("Ada".to_owned())));
        let mut line = TextLine::new("Name", None);
        assert_eq!(line.press(&Key::Enter), Step::Stay);
        line.press(&Key::Paste(" Bo ".to_owned()));
        assert_eq!(line.press(&Key::Enter), Step::Done(Some("Bo".to_owned())));
    }
}
