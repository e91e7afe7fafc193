//! Lines that start with a colon: commands; two colons start a text with one.

use crate::{session::Intent, text};

/// What a line is.
#[derive(Debug, PartialEq)]
pub(super) enum Said {
    /// Nothing.
    Empty,
    /// A wish.
    Command(Intent),
    /// Something behind a colon that is no command; what to say about it.
    Unknown(String),
    /// A text, without the colon that escaped another.
    Text(String),
}

/// Every command: its name, other spellings, and what it does. The order is that of the help.
const COMMANDS: &[(&str, &[&str], &str)] = &[
    (
        "skip",
        &[],
        "pass this question over; it comes back once at the end",
    ),
    ("hint", &[], "show a hint; it takes a part of the points"),
    (
        "dontknow",
        &["dont-know", "don't-know", "don'tknow"],
        "show the answer; counts 0",
    ),
    (
        "passage",
        &[],
        "show the words of the article; before an answer this counts as :dontknow",
    ),
    ("back", &[], "look at the question before"),
    ("undo", &[], "take the last answer back and give another"),
    (
        "right",
        &[],
        "my last answer was right, whatever the verdict says",
    ),
    (
        "flag",
        &[],
        ":flag TEXT, something is wrong with this question",
    ),
    ("edit", &[], "open this question in your editor"),
    ("quit", &["q", "exit"], "stop; everything is saved"),
    ("help", &["h", "?"], "this list"),
];

/// Commands of an exam.
const EXAM: &[&str] = &["submit", "goto"];

/// Commands that stand open in a game.
const GAME: &[&str] = &["dontknow", "flag", "quit", "help"];

/// Reads a line. White space around it does not count.
pub(super) fn read(line: &str) -> Said {
    let line = line.trim();
    let Some(rest) = line.strip_prefix(':') else {
        return match line {
            "" => Said::Empty,
            text => Said::Text(text.to_owned()),
        };
    };
    if rest.starts_with(':') {
        return Said::Text(rest.to_owned());
    }
    let (name, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let argument = argument.trim();
    match intent(&name.to_lowercase(), argument) {
        Some(intent) => Said::Command(intent),
        None => Said::Unknown(unknown(name, argument)),
    }
}

fn intent(name: &str, argument: &str) -> Option<Intent> {
    let known =
        |(main, others, _): &&(&str, &[&str], &str)| *main == name || others.contains(&name);
    let main = COMMANDS.iter().find(known).map_or(name, |(main, ..)| main);
    Some(match main {
        "flag" => Intent::Flag(argument.to_owned()),
        "goto" => Intent::GoTo(argument.parse::<usize>().ok()?.checked_sub(1)?),
        // Words behind a command that takes none were meant as an answer: not guessed at.
        _ if !argument.is_empty() => return None,
        "skip" => Intent::Skip,
        "hint" => Intent::Hint,
        "dontknow" => Intent::DontKnow,
        "passage" => Intent::Passage,
        "back" => Intent::Back,
        "undo" => Intent::Undo,
        "right" => Intent::Right,
        "edit" => Intent::Edit,
        "submit" => Intent::Submit,
        "quit" => Intent::Quit,
        "help" => Intent::Help,
        _ => return None,
    })
}

fn unknown(name: &str, argument: &str) -> String {
    let names = || {
        COMMANDS
            .iter()
            .map(|(name, ..)| *name)
            .chain(EXAM.iter().copied())
    };
    let escape = "Write `::` at the start of an answer that begins with a colon.";
    if names().any(|known| known == name.to_lowercase()) {
        let wants = if name == "goto" {
            "wants the number of a question"
        } else if argument.is_empty() {
            "is not known here"
        } else {
            "takes nothing behind it"
        };
        return format!("`:{name}` {wants}. {escape}");
    }
    let meant = text::closest(name, names()).map(|known| format!(" Did you mean `:{known}`?"));
    let meant = meant.unwrap_or_default();
    format!("There is no command `:{name}`.{meant} `:help` lists all. {escape}")
}

/// The lines of the help; a game knows fewer commands.
pub(super) fn help(game: bool) -> impl Iterator<Item = String> {
    COMMANDS
        .iter()
        .filter(move |(name, ..)| !game || GAME.contains(name))
        .map(|(name, _, does)| match does.strip_prefix(':') {
            Some(does) => format!(":{does}"),
            None => format!(":{name}, {does}"),
        })
}

#[cfg(test)]
mod tests {
    use super::{Said, read};
    use crate::session::Intent;

    #[test]
    fn every_command_is_read() {
        let cases = [
            (":skip", Intent::Skip),
            (" :Skip ", Intent::Skip),
            (":hint", Intent::Hint),
            (":dontknow", Intent::DontKnow),
            (":dont-know", Intent::DontKnow),
            (":back", Intent::Back),
            (":undo", Intent::Undo),
            (":flag", Intent::Flag(String::new())),
            (
                ":flag  the key is wrong ",
                Intent::Flag("the key is wrong".to_owned()),
            ),
            (":passage", Intent::Passage),
            (":right", Intent::Right),
            (":edit", Intent::Edit),
            (":quit", Intent::Quit),
            (":q", Intent::Quit),
            (":help", Intent::Help),
            (":?", Intent::Help),
            (":submit", Intent::Submit),
            (":goto 7", Intent::GoTo(6)),
        ];
        for (line, intent) in cases {
            assert_eq!(read(line), Said::Command(intent), "{line}");
        }
    }

    #[test]
    fn two_colons_start_a_text_with_one() {
        assert_eq!(read("::skip"), Said::Text(":skip".to_owned()));
        assert_eq!(read(":::"), Said::Text("::".to_owned()));
        assert_eq!(read(" a : b "), Said::Text("a : b".to_owned()));
        assert_eq!(read(" \t"), Said::Empty);
    }

    #[test]
    fn what_is_no_command_is_told_with_the_closest() {
        let cases = [
            (
                ":skp",
                "There is no command `:skp`. Did you mean `:skip`? `:help` lists all.",
            ),
            (
                ":undoo",
                "There is no command `:undoo`. Did you mean `:undo`? `:help` lists all.",
            ),
            (":)", "There is no command `:)`. `:help` lists all."),
            (":", "There is no command `:`. `:help` lists all."),
            (":skip it", "`:skip` takes nothing behind it."),
            (":goto x", "`:goto` wants the number of a question."),
            (":goto 0", "`:goto` wants the number of a question."),
        ];
        for (line, start) in cases {
            let Said::Unknown(told) = read(line) else {
                panic!("{line} was read");
            };
            assert!(told.starts_with(start), "{line}: {told}");
        }
    }
}
