//! A question on the screen: stem, the form's body, and below it the keys, the commands or a note being typed. Pure.

use super::{
    answering::{Answering, Room, Said, answering, input},
    commands::{Chosen, Commands, intent},
    editor::Editor,
    keys::Key,
    layout::{self, Hanging},
    line::{Line, Tone},
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    screen::Frame,
    tty::Size,
};
use crate::{
    grade::AskAgain,
    session::{Command, Intent, QuestionView},
    ui::words,
};

/// A question being answered.
pub(super) struct Question<'a> {
    view: &'a QuestionView,
    form: Box<dyn Answering>,
    below: Below,
    /// Said until the next key.
    message: Option<String>,
}

/// What stands below the body.
enum Below {
    Keys,
    Commands(Commands),
    Note(Editor),
}

/// What comes of a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    Intent(Intent),
    /// Esc: ask whether to quit.
    Leave,
}

impl<'a> Question<'a> {
    /// A question as it stands. An answer begun before is gone on with; `again` says why it could not be taken.
    pub(super) fn new(
        view: &'a QuestionView,
        begun: Option<Box<dyn Answering>>,
        again: Option<&AskAgain>,
        message: Option<String>,
    ) -> Self {
        let again = again.map(|again| match &again.help {
            Some(help) => format!("{}: {help}", again.message),
            None => again.message.clone(),
        });
        Self {
            view,
            form: begun.unwrap_or_else(|| answering(&view.form, view.given.as_ref())),
            below: Below::Keys,
            message: again.or(message),
        }
    }

    /// The answer as far as it goes.
    pub(super) fn into_form(self) -> Box<dyn Answering> {
        self.form
    }

    /// Heading, stem and hints.
    fn head(&self, width: usize) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        lines.extend(layout::flow(
            &words::heading(self.view),
            Tone::Heading,
            width,
        ));
        if !self.view.prompt.trim().is_empty() {
            lines.extend(layout::markdown(&self.view.prompt, width));
        }
        for (at, hint) in self.view.hints.iter().enumerate() {
            let of = self.view.hints.len() + self.view.hints_left;
            let text = words::hint(hint, at + 1, of, 0);
            lines.extend(layout::item(
                &text,
                Tone::Emphasis,
                &Hanging::new(""),
                width,
            ));
        }
        lines.push(Line::default());
        lines
    }

    fn foot(&self, width: usize) -> (Vec<Line>, Option<(usize, usize)>) {
        let mut lines = Vec::new();
        if let Some(message) = &self.message {
            lines.extend(layout::flow(message, Tone::Partly, width));
        }
        let mut cursor = None;
        match &self.below {
            Below::Keys => {
                let wanted = words::wanted(&self.view.form);
                let beside = if self.view.id.is_game() {
                    "don't know, more"
                } else {
                    "hint, skip, more"
                };
                let text = format!("{wanted} {} Tab: {beside}.", self.form.keys());
                lines.extend(layout::flow(&text, Tone::Dim, width));
            }
            Below::Commands(commands) => lines.extend(commands.lines(width)),
            Below::Note(editor) => {
                let (line, column) = input("What is wrong? ", editor, width);
                lines.push(line);
                cursor = Some((lines.len() - 1, column));
                let keys = "Enter stores the note for the author, Esc goes back.";
                lines.extend(layout::flow(keys, Tone::Dim, width));
            }
        }
        (lines, cursor)
    }

    /// What stays in the scrollback once it is over.
    pub(super) fn settled(&self, intent: &Intent, size: Size) -> Vec<Line> {
        let width = width(size);
        let mut lines = self.head(width);
        lines.pop();
        match intent {
            Intent::Answer(_) => {
                let given = self.form.given();
                let hanging = Hanging {
                    prefix: "> ",
                    tone: Tone::Selected,
                };
                lines.extend(layout::plain(&given, Tone::Selected, &hanging, width));
            }
            Intent::DontKnow | Intent::Passage | Intent::Skip => {}
            _ => lines.clear(),
        }
        lines
    }

    fn command(&mut self, command: Command) -> Step<Outcome> {
        self.below = Below::Keys;
        match intent(command) {
            Some(Intent::Hint) if self.view.hints_left == 0 => {
                self.message = Some("There is no further hint.".to_owned());
                Step::Stay
            }
            Some(intent) => Step::Done(Outcome::Intent(intent)),
            None => {
                self.below = Below::Note(Editor::default());
                Step::Stay
            }
        }
    }

    fn answer(&mut self, key: &Key) -> Step<Outcome> {
        match key {
            Key::Tab => {
                self.below = Below::Commands(Commands::of(self.view));
                return Step::Stay;
            }
            Key::Char('?') if !self.form.typing() => {
                self.below = Below::Commands(Commands::of(self.view));
                return Step::Stay;
            }
            Key::Ctrl('d') if !self.form.typing() => return Step::End,
            _ => {}
        }
        match self.form.press(key) {
            Said::Answer(response) => Step::Done(Outcome::Intent(Intent::Answer(response))),
            Said::Tell(message) => {
                self.message = Some(message);
                Step::Stay
            }
            Said::Nothing if *key == Key::Esc => Step::Done(Outcome::Leave),
            Said::Nothing | Said::Changed => Step::Stay,
        }
    }
}

impl Prompt for Question<'_> {
    type Outcome = Outcome;

    fn press(&mut self, key: &Key) -> Step<Outcome> {
        self.message = None;
        match &mut self.below {
            Below::Keys => self.answer(key),
            Below::Commands(commands) => match (key, commands.press(key)) {
                (Key::Esc | Key::Char('?'), _) => {
                    self.below = Below::Keys;
                    Step::Stay
                }
                (_, Chosen::Command(command)) => self.command(command),
                (Key::Ctrl('d'), _) => Step::End,
                (_, Chosen::Moved | Chosen::Nothing) => Step::Stay,
            },
            Below::Note(editor) => match key {
                Key::Esc => {
                    self.below = Below::Keys;
                    Step::Stay
                }
                Key::Enter => {
                    let note = editor.text().trim().to_owned();
                    Step::Done(Outcome::Intent(Intent::Flag(note)))
                }
                _ => {
                    editor.press(key);
                    Step::Stay
                }
            },
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let (width, reach) = (width(size), reach(size));
        let mut lines = self.head(width);
        let (mut foot, note) = self.foot(width);
        // The answer matters more than the keys, the keys more than the stem, which the scrollback has.
        let typing_note = note.is_some();
        if !typing_note {
            foot.truncate(reach.saturating_sub(1));
        }
        let rest = reach.saturating_sub(foot.len()).max(1);
        let rows = rest.saturating_sub(lines.len().min(rest / 3)).max(1);
        let body = self.form.body(Room { width, rows, marks });
        let above = lines.len();
        lines.extend(body.lines);
        let below = lines.len();
        lines.extend(foot);
        let cursor = if typing_note {
            note.map(|(row, column)| (below + row, column))
        } else if matches!(self.below, Below::Keys) {
            body.cursor.map(|(row, column)| (above + row, column))
        } else {
            None
        };
        Frame { lines, cursor }
    }
}
