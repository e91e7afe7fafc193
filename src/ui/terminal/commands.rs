//! The commands beside answering: their letters, and the line that lists them. Pure.

use super::{
    keys::Key,
    layout::{self, Hanging},
    line::{Line, Tone},
};
use crate::{
    session::{Command, Intent, QuestionView},
    ui::words,
};

/// The letter of a command; none for those that have a key of their own (Enter, `?`).
pub(super) fn letter(command: Command) -> Option<char> {
    Some(match command {
        Command::Hint => 'h',
        Command::Skip => 's',
        Command::DontKnow => 'd',
        Command::Passage => 'p',
        Command::Right => 'r',
        Command::Undo => 'u',
        Command::Back => 'b',
        Command::Flag => 'f',
        Command::Edit => 'e',
        Command::Submit => 'x',
        Command::Quit => 'q',
        Command::Next | Command::Help => return None,
    })
}

/// What a command asks for; none for a flag, which wants a note first.
pub(super) fn intent(command: Command) -> Option<Intent> {
    Some(match command {
        Command::Next => Intent::Next,
        Command::Hint => Intent::Hint,
        Command::Skip => Intent::Skip,
        Command::DontKnow => Intent::DontKnow,
        Command::Passage => Intent::Passage,
        Command::Right => Intent::Right,
        Command::Undo => Intent::Undo,
        Command::Back => Intent::Back,
        Command::Edit => Intent::Edit,
        Command::Submit => Intent::Submit,
        Command::Help => Intent::Help,
        Command::Quit => Intent::Quit,
        Command::Flag => return None,
    })
}

/// The commands that stand open, one of them selected.
#[derive(Clone, Debug)]
pub(super) struct Commands {
    entries: Vec<(Command, String)>,
    at: Option<usize>,
}

/// What came of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    Command(Command),
    Moved,
    Nothing,
}

impl Commands {
    /// The commands of a question, the first one selected; what a command costs is said.
    pub(super) fn of(question: &QuestionView) -> Self {
        let entries = question
            .commands
            .iter()
            .filter(|command| letter(**command).is_some())
            .map(|command| {
                let words = words::command(*command);
                let text = match command {
                    Command::Hint if question.hints_left == 0 => {
                        format!("{words} (none left)")
                    }
                    Command::Hint => format!("{words} ({})", words::hint_cost(question)),
                    Command::DontKnow => format!("{words} (shows the answer, counts 0)"),
                    Command::Passage => format!("{words} (counts as don't know)"),
                    _ => words.to_owned(),
                };
                (*command, text)
            })
            .collect();
        Self {
            entries,
            at: Some(0),
        }
    }

    /// The commands after a verdict, none selected.
    pub(super) fn after(commands: &[Command], last: bool) -> Self {
        let mut entries = vec![(
            Command::Next,
            if last { "results" } else { "next" }.to_owned(),
        )];
        entries.extend(
            commands
                .iter()
                .filter(|command| letter(**command).is_some())
                .map(|command| (*command, words::command(*command).to_owned())),
        );
        Self { entries, at: None }
    }

    /// Takes a key: a letter chooses, arrows move, Enter takes the selected one.
    pub(super) fn press(&mut self, key: &Key) -> Chosen {
        let len = self.entries.len();
        match (key, self.at) {
            (Key::Char(c), _) => self
                .entries
                .iter()
                .find(|(command, _)| letter(*command) == Some(c.to_ascii_lowercase()))
                .map_or(Chosen::Nothing, |(command, _)| Chosen::Command(*command)),
            (Key::Enter, at) => match self.entries.get(at.unwrap_or(0)) {
                Some((command, _)) => Chosen::Command(*command),
                None => Chosen::Nothing,
            },
            (Key::Right | Key::Down | Key::Tab, at) if len > 0 => {
                self.at = Some(at.map_or(0, |at| (at + 1) % len));
                Chosen::Moved
            }
            (Key::Left | Key::Up | Key::BackTab, at) if len > 0 => {
                self.at = Some(at.map_or(len - 1, |at| (at + len - 1) % len));
                Chosen::Moved
            }
            _ => Chosen::Nothing,
        }
    }

    /// The line that lists them; on a narrow screen it goes on below.
    pub(super) fn lines(&self, width: usize) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        for (at, (command, text)) in self.entries.iter().enumerate() {
            let selected = self.at == Some(at);
            let point = if selected { ">" } else { " " };
            let key = letter(*command).map_or("Enter".to_owned(), String::from);
            let (tone, rest) = if selected {
                (Tone::Selected, Tone::Selected)
            } else {
                (Tone::Strong, Tone::Plain)
            };
            let entry = Line::new(tone, format!("{point}{key}")).and(rest, format!(" {text}  "));
            let needed = entry.width() - 2;
            if needed > width {
                let prefix = format!("{point}{key} ");
                let prefix = Hanging {
                    prefix: &prefix,
                    tone,
                };
                lines.retain(|line| !line.0.is_empty());
                lines.extend(layout::plain(text, rest, &prefix, width));
                lines.push(Line::default());
                continue;
            }
            let full = lines
                .last()
                .is_some_and(|line| !line.0.is_empty() && line.width() + needed > width);
            if full {
                lines.push(Line::default());
            }
            if let Some(line) = lines.last_mut() {
                line.0.extend(entry.0);
            }
        }
        if lines.len() > 1 && lines.last().is_some_and(|line| line.0.is_empty()) {
            lines.pop();
        }
        lines.into_iter().map(|line| line.clipped(width)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, Commands, Line, letter};
    use crate::{session::Command, ui::terminal::keys::Key};

    const ALL: [Command; 13] = [
        Command::Next,
        Command::Hint,
        Command::Skip,
        Command::DontKnow,
        Command::Passage,
        Command::Right,
        Command::Undo,
        Command::Back,
        Command::Flag,
        Command::Edit,
        Command::Submit,
        Command::Help,
        Command::Quit,
    ];

    #[test]
    fn no_two_commands_share_a_letter() {
        let mut letters: Vec<char> = ALL.into_iter().filter_map(letter).collect();
        let all = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), all);
    }

    #[test]
    fn on_a_narrow_screen_no_word_of_a_command_is_lost() {
        let commands = Commands {
            entries: vec![
                (Command::Skip, "skip".to_owned()),
                (
                    Command::DontKnow,
                    "don't know (shows the answer, counts 0)".to_owned(),
                ),
                (Command::Flag, "flag".to_owned()),
            ],
            at: Some(1),
        };
        let lines: Vec<String> = commands.lines(40).iter().map(Line::text).collect();
        assert_eq!(
            lines,
            [
                " s skip  ",
                ">d don't know (shows the answer, counts",
                "   0)",
                " f flag  "
            ]
        );
    }

    #[test]
    fn after_a_verdict_enter_goes_on_and_only_listed_letters_do_something() {
        let mut commands = Commands::after(&[Command::Undo, Command::Quit], false);
        for (key, chosen) in [
            (Key::Enter, Chosen::Command(Command::Next)),
            (Key::Char('u'), Chosen::Command(Command::Undo)),
            (Key::Char('r'), Chosen::Nothing),
            (Key::Char('x'), Chosen::Nothing),
            (Key::Left, Chosen::Moved),
            (Key::Enter, Chosen::Command(Command::Quit)),
        ] {
            assert_eq!(commands.press(&key), chosen, "{key:?}");
        }
    }
}
