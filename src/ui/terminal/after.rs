//! After a verdict: one line of letters that are commands, and a note when something is flagged. Pure.

use super::{
    answering::input,
    commands::{Chosen, Commands, intent},
    editor::Editor,
    keys::Key,
    line::Line,
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    question::Outcome,
    screen::Frame,
    tty::Size,
};
use crate::session::{Command, Intent};

/// The commands after a verdict.
pub(super) struct After {
    commands: Commands,
    note: Option<Editor>,
}

impl After {
    /// The commands that stand open; after the `last` question Enter shows the results.
    pub(super) fn new(commands: &[Command], last: bool) -> Self {
        Self {
            commands: Commands::after(commands, last),
            note: None,
        }
    }
}

impl Prompt for After {
    type Outcome = Outcome;

    fn press(&mut self, key: &Key) -> Step<Outcome> {
        if let Some(editor) = &mut self.note {
            match key {
                Key::Esc => self.note = None,
                Key::Enter => {
                    let note = editor.text().trim().to_owned();
                    return Step::Done(Outcome::Intent(Intent::Flag(note)));
                }
                _ => {
                    editor.press(key);
                }
            }
            return Step::Stay;
        }
        match (key, self.commands.press(key)) {
            (Key::Esc, _) => Step::Done(Outcome::Leave),
            (Key::Ctrl('d'), _) => Step::End,
            (_, Chosen::Command(command)) => {
                if let Some(intent) = intent(command) {
                    return Step::Done(Outcome::Intent(intent));
                }
                self.note = Some(Editor::default());
                Step::Stay
            }
            (_, Chosen::Moved | Chosen::Nothing) => Step::Stay,
        }
    }

    fn frame(&mut self, size: Size, _marks: Marks) -> Frame {
        let width = width(size);
        let mut lines = vec![Line::default()];
        let Some(editor) = &self.note else {
            lines.extend(self.commands.lines(width));
            lines.truncate(reach(size));
            return Frame {
                lines,
                cursor: None,
            };
        };
        let (line, column) = input("What is wrong? (Esc: back) ", editor, width);
        lines.push(line);
        Frame {
            cursor: Some((1, column)),
            lines,
        }
    }
}
