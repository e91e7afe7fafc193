//! The answer sheet before an exam is handed in: what is open, what was flagged; Enter submits, a number goes there.
//! Pure.

use super::{
    answering::input,
    editor::Editor,
    keys::Key,
    layout,
    line::{Line, Tone},
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    question::Outcome,
    screen::Frame,
    tty::Size,
};
use crate::{session::Intent, ui::words};

/// The sheet and the number being typed.
pub(super) struct Submit {
    sheet: Vec<(bool, bool)>,
    number: Editor,
    message: Option<String>,
}

impl Submit {
    /// One entry a question: answered, flagged.
    pub(super) fn new(sheet: &[(bool, bool)]) -> Self {
        Self {
            sheet: sheet.to_vec(),
            number: Editor::default(),
            message: None,
        }
    }

    fn enter(&mut self) -> Step<Outcome> {
        if self.number.is_empty() {
            return Step::Done(Outcome::Intent(Intent::Submit));
        }
        match self.number.text().parse::<usize>() {
            Ok(number) if (1..=self.sheet.len()).contains(&number) => {
                Step::Done(Outcome::Intent(Intent::GoTo(number - 1)))
            }
            _ => {
                self.message = Some(format!("There are questions 1 to {}.", self.sheet.len()));
                self.number = Editor::default();
                Step::Stay
            }
        }
    }
}

impl Prompt for Submit {
    type Outcome = Outcome;

    fn press(&mut self, key: &Key) -> Step<Outcome> {
        self.message = None;
        match key {
            Key::Enter => self.enter(),
            Key::Esc => Step::Done(Outcome::Leave),
            Key::Ctrl('d') if self.number.is_empty() => Step::End,
            Key::Char('b') => Step::Done(Outcome::Intent(Intent::Back)),
            Key::Char('0'..='9') | Key::Backspace => {
                self.number.press(key);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let width = width(size);
        let entries: Vec<String> = self
            .sheet
            .iter()
            .enumerate()
            .map(|(at, (answered, flagged))| {
                let done = if *answered { marks.right } else { "-" };
                let flag = if *flagged { "!" } else { "" };
                format!("{}{done}{flag}", at + 1)
            })
            .collect();
        let open = self.sheet.iter().filter(|(answered, _)| !answered).count();
        let flagged = self.sheet.iter().filter(|(_, flagged)| *flagged).count();
        let state = format!(
            "{} open (-), {flagged} flagged (!).",
            words::count(open, "question")
        );
        let mut lines = vec![Line::default()];
        lines.extend(layout::flow(&entries.join(" "), Tone::Plain, width));
        lines.extend(layout::flow(&state, Tone::Strong, width));
        if let Some(message) = &self.message {
            lines.extend(layout::flow(message, Tone::Partly, width));
        }
        let keys = "Enter hands in, a number and Enter goes there, b goes back.";
        lines.extend(layout::flow(keys, Tone::Dim, width));
        let (line, column) = input("> ", &self.number, width);
        lines.push(line);
        // Of a long sheet the end is in sight, with the line that is typed.
        lines.drain(..lines.len().saturating_sub(reach(size)));
        Frame {
            cursor: Some((lines.len() - 1, column)),
            lines,
        }
    }
}
