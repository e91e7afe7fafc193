//! Filling gaps: gap after gap, the text shown with what has been filled in and the current gap marked.

use super::{
    answering::{Answering, Body, Room, Said, input},
    editor::Editor,
    keys::Key,
    layout::{self, Hanging},
    line::Tone,
    list,
};
use crate::{
    grade::Response,
    text::markdown::{Piece, Style},
};

/// The text around the gaps and what stands in them.
#[derive(Clone, Debug)]
pub(super) struct Gaps {
    around: Vec<String>,
    numeric: Vec<bool>,
    editors: Vec<Editor>,
    at: usize,
}

impl Gaps {
    /// Empty gaps, or as given before.
    pub(super) fn new(around: &[String], numeric: &[bool], before: Option<&Response>) -> Self {
        let mut editors = vec![Editor::default(); numeric.len().max(1)];
        if let Some(Response::List(texts)) = before {
            for (editor, text) in editors.iter_mut().zip(texts) {
                *editor = Editor::holding(text);
            }
        }
        Self {
            around: around.to_vec(),
            numeric: numeric.to_vec(),
            editors,
            at: 0,
        }
    }

    fn filled(&self) -> Vec<String> {
        self.editors
            .iter()
            .map(|editor| editor.text().trim().to_owned())
            .collect()
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for at in 0..self.around.len().max(self.editors.len()) {
            if let Some(text) = self.around.get(at) {
                pieces.extend(layout::run(text));
            }
            if let Some(editor) = self.editors.get(at) {
                let filled = editor.text().trim();
                let filled = if filled.is_empty() { "____" } else { filled };
                let current = at == self.at;
                let (open, close) = if current { (">", "<") } else { ("[", "]") };
                pieces.push(Piece {
                    text: format!("{open}{}: {filled}{close}", at + 1),
                    style: Style {
                        strong: current,
                        code: !current,
                        ..Style::default()
                    },
                });
            }
        }
        pieces
    }
}

impl Answering for Gaps {
    fn press(&mut self, key: &Key) -> Said {
        let last = self.editors.len() - 1;
        match key {
            Key::Enter | Key::Down if self.at < last => {
                self.at += 1;
                Said::Changed
            }
            Key::Up | Key::BackTab if self.at > 0 => {
                self.at -= 1;
                Said::Changed
            }
            Key::Backspace if self.editors[self.at].is_empty() && self.at > 0 => {
                self.at -= 1;
                Said::Changed
            }
            Key::Enter if self.filled().iter().all(String::is_empty) => {
                self.at = 0;
                Said::Tell("Fill at least one gap first.".to_owned())
            }
            Key::Enter => Said::Answer(Response::List(self.filled())),
            _ if self.editors[self.at].press(key) => Said::Changed,
            _ => Said::Nothing,
        }
    }

    fn body(&self, room: Room) -> Body {
        let text: Vec<_> =
            layout::pieces(&self.pieces(), Tone::Plain, &Hanging::new(""), room.width)
                .into_iter()
                .map(|line| vec![line])
                .collect();
        // The line where the current gap begins stays in sight.
        let mark = format!(">{}:", self.at + 1);
        let here = text.iter().position(|block| {
            let line: String = block[0].0.iter().map(|span| span.text.as_str()).collect();
            line.contains(&mark)
        });
        let kind = if self.numeric.get(self.at) == Some(&true) {
            ", a number"
        } else {
            ""
        };
        let label = format!("Gap {} of {}{kind}: ", self.at + 1, self.editors.len());
        let (line, column) = input(&label, &self.editors[self.at], room.width);
        let mut lines = if room.rows > 1 {
            list::window(&text, here, room.rows - 1, room.marks)
        } else {
            Vec::new()
        };
        lines.push(line);
        Body {
            cursor: Some((lines.len() - 1, column)),
            lines,
        }
    }

    fn keys(&self) -> String {
        if self.at + 1 < self.editors.len() {
            "Enter goes to the next gap, Up back.".to_owned()
        } else {
            "Enter takes it, Up goes back.".to_owned()
        }
    }

    fn typing(&self) -> bool {
        !self.editors[self.at].is_empty()
    }

    fn given(&self) -> String {
        self.filled()
            .iter()
            .map(|text| if text.is_empty() { "____" } else { text })
            .collect::<Vec<_>>()
            .join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::Gaps;
    use crate::{
        grade::Response,
        ui::terminal::{
            answering::{Answering, Said},
            keys::Key,
        },
    };

    #[test]
    fn enter_goes_from_gap_to_gap_and_a_gap_may_stay_empty() {
        let around = ["a", "b", "c"].map(str::to_owned);
        let mut gaps = Gaps::new(&around, &[false, true], None);
        for key in [Key::Char('x'), Key::Enter] {
            assert_eq!(gaps.press(&key), Said::Changed);
        }
        let answer = Response::List(vec!["x".to_owned(), String::new()]);
        assert_eq!(gaps.press(&Key::Enter), Said::Answer(answer));
    }

    #[test]
    fn gaps_that_are_all_empty_are_not_taken() {
        let mut gaps = Gaps::new(&["a".to_owned(), "b".to_owned()], &[false], None);
        assert!(matches!(gaps.press(&Key::Enter), Said::Tell(_)));
    }
}
