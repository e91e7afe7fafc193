//! Line mode: the whole dialogue as lines, for pipes, screen readers and dumb terminals. Nothing is ever redrawn.
//!
//! After a verdict the next question follows at once. A command such as `:undo` or `:right` comes at its prompt and
//! speaks of the answer before; what follows the last question is said at [`LineInterface::after_the_last`].

mod command;
mod grammar;
mod guide;
mod ready;
#[cfg(test)]
mod tests;
mod walk;

use std::io::{BufRead, Write};

use command::Said;
pub use ready::standard_input_is_ready;

use super::{
    Interface, UiError,
    input::{Line, Lines},
    plain::Plain,
    words,
};
use crate::{
    grade::{AskAgain, Response},
    record::Source,
    session::{Ask, Form, Intent, QuestionView, View},
};

/// The length of the longest line that is taken, in bytes.
const LINE_LIMIT: usize = 64 << 10;

/// The length of the longest essay that is taken, in bytes.
const ESSAY_LIMIT: usize = 256 << 10;

/// How lines are read and written.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Columns of the widest line; 80 unless the user says otherwise.
    pub width: usize,
    /// Whether a person sits at the input: then the end of a quiz waits for a last word.
    pub interactive: bool,
    /// Whether lines read are repeated in the output, which nobody else does (not a terminal on both sides).
    pub echo: bool,
    /// Whether a line can be read without a wait. Asked only after the last question when nobody sits there.
    pub ready: fn() -> bool,
}

/// The plain interface.
#[derive(Debug)]
pub struct LineInterface<R, W> {
    input: Lines<R>,
    plain: Plain<W>,
    setting: Setting,
    /// The question that stands above, so that it is not read out again after a hint.
    shown: Option<QuestionView>,
    begun: bool,
    /// Whether the input has ended: then no further menu is shown to nobody.
    ended: bool,
}

impl<R: BufRead, W: Write> LineInterface<R, W> {
    /// An interface that reads there and writes here.
    pub fn new(input: R, output: W, setting: Setting) -> Self {
        Self {
            input: Lines::new(input, LINE_LIMIT),
            plain: Plain::new(output, setting.width),
            setting,
            shown: None,
            begun: false,
            ended: false,
        }
    }

    /// The next line, read behind a prompt; none at the end of the input. What is no text is told and asked again.
    fn line(&mut self, prompt: &str) -> Result<Option<String>, UiError> {
        loop {
            self.plain.prompt(prompt)?;
            let line = self.input.next()?;
            if let Line::Text(text) = line {
                if self.setting.echo {
                    self.plain.echo(&text)?;
                }
                return Ok(Some(text));
            }
            if self.setting.echo || line == Line::End {
                self.plain.blank()?;
            }
            match line {
                Line::TooLong => self.plain.say(&format!(
                    "That line is longer than {} KiB and was not taken. Try again.",
                    LINE_LIMIT >> 10
                ))?,
                Line::NotUtf8 => self
                    .plain
                    .say("That line is not UTF-8 and was not taken. Try again.")?,
                Line::Text(_) | Line::End => {
                    self.ended = true;
                    return Ok(None);
                }
            }
        }
    }

    /// What is said next, behind a prompt: something, and no unknown command.
    fn said(&mut self, prompt: &str, empty: &str) -> Result<Said, UiError> {
        loop {
            let line = self.line(prompt)?.ok_or(UiError::EndOfInput)?;
            match command::read(&line) {
                Said::Empty => self.plain.say(empty)?,
                Said::Unknown(told) => self.plain.say(&told)?,
                Said::Command(Intent::Help) => self.help()?,
                said => return Ok(said),
            }
        }
    }

    /// Whether the question that stands there is a round of a game.
    fn in_game(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.id.is_game())
    }

    fn help(&mut self) -> Result<(), UiError> {
        self.plain
            .say("Type an answer and Enter, or one of these commands:")?;
        let game = self.in_game();
        for line in command::help(game) {
            self.plain.hanging("  ", &line)?;
        }
        let before = if game { "" } else { OF_BEFORE };
        self.plain.say(&format!("{before}{COLON}"))?;
        Ok(())
    }

    fn answer(
        &mut self,
        question: &QuestionView,
        again: Option<&AskAgain>,
    ) -> Result<Intent, UiError> {
        if let Some(again) = again {
            self.plain
                .say(&format!("Asked again, at no cost: {}", again.message))?;
            if let Some(help) = &again.help {
                self.plain.say(help)?;
            }
        }
        if !self
            .shown
            .as_ref()
            .is_some_and(|shown| stands(shown, question))
        {
            self.plain.question(question)?;
            if !std::mem::replace(&mut self.begun, true) {
                self.plain.say("(:help lists the commands)")?;
            }
            self.shown = Some(question.clone());
        }
        match &question.form {
            Form::Gaps { numeric, .. } => self.gaps(numeric),
            Form::Essay => self.essay(),
            form => loop {
                match self.said("> ", "Type an answer, or :help.")? {
                    Said::Command(intent) => return Ok(intent),
                    Said::Text(text) => match grammar::read(form, &text) {
                        Ok(response) => return Ok(Intent::Answer(response)),
                        Err(told) => self.plain.say(&told)?,
                    },
                    Said::Empty | Said::Unknown(_) => {}
                }
            },
        }
    }

    fn gaps(&mut self, numeric: &[bool]) -> Result<Intent, UiError> {
        let mut gaps = Vec::with_capacity(numeric.len());
        while gaps.len() < numeric.len() {
            let prompt = format!("gap {} of {}> ", gaps.len() + 1, numeric.len());
            match self.said(
                &prompt,
                "Type what belongs there, or - to leave the gap empty.",
            )? {
                Said::Command(intent) => return Ok(intent),
                Said::Text(text) => gaps.push(grammar::gap(&text)),
                Said::Empty | Said::Unknown(_) => {}
            }
        }
        Ok(Intent::Answer(Response::List(gaps)))
    }

    fn essay(&mut self) -> Result<Intent, UiError> {
        let mut text = String::new();
        loop {
            let line = self.line("> ")?.ok_or(UiError::EndOfInput)?;
            match command::read(&line) {
                Said::Command(Intent::Help) => self.help()?,
                Said::Command(intent) => return Ok(intent),
                Said::Unknown(told) => self.plain.say(&told)?,
                Said::Text(end) if end == "." && text.trim().is_empty() => {
                    self.plain.say("Nothing is written yet. Type your text, then a line with a single . to end it.")?;
                }
                Said::Text(end) if end == "." => {
                    return Ok(Intent::Answer(Response::Text(text.trim_end().to_owned())));
                }
                Said::Empty | Said::Text(_) => {
                    let line = line.trim_end();
                    let colon = line.trim_start().starts_with("::");
                    text.push_str(&if colon {
                        line.replacen("::", ":", 1)
                    } else {
                        line.to_owned()
                    });
                    text.push('\n');
                }
            }
            if text.len() > ESSAY_LIMIT {
                text.clear();
                self.plain.say(&format!(
                    "That text is longer than {} KiB and was not taken. Begin again.",
                    ESSAY_LIMIT >> 10
                ))?;
            }
        }
    }

    /// The rubric stands above, in the verdict on the essay.
    fn tick(&mut self, rubric: &[String]) -> Result<Intent, UiError> {
        self.plain.say("Which of these does your text do? Give their numbers, or 0 for none; :skip decides later.")?;
        loop {
            match self.said("> ", "Give numbers, or 0 for none.")? {
                // The text is stored; going on leaves it without a grade.
                Said::Command(Intent::Skip) => return Ok(Intent::Next),
                Said::Command(intent) => return Ok(intent),
                Said::Text(text) => match grammar::ticks(rubric.len(), &text) {
                    Ok(ticked) => return Ok(Intent::Tick(ticked)),
                    Err(told) => self.plain.say(&told)?,
                },
                Said::Empty | Said::Unknown(_) => {}
            }
        }
    }

    /// After the last verdict there is no next prompt to type `:undo` at. A person is asked; from a pipe commands are
    /// taken that have already come, and nothing is waited for.
    fn after_the_last(&mut self) -> Result<Intent, UiError> {
        let (last, further) = if self.in_game() {
            LAST_ROUND
        } else {
            LAST_QUESTION
        };
        if self.setting.interactive {
            self.plain.say(last)?;
        }
        while self.setting.interactive || self.input.buffered() || (self.setting.ready)() {
            let prompt = if self.setting.interactive { "> " } else { "" };
            let Some(line) = self.input_at_the_end(prompt)? else {
                return Ok(Intent::Next);
            };
            match command::read(&line) {
                Said::Command(Intent::Help) => self.help()?,
                Said::Command(Intent::Skip | Intent::DontKnow | Intent::Hint) | Said::Empty => {
                    return Ok(Intent::Next);
                }
                Said::Command(intent) => return Ok(intent),
                Said::Unknown(told) => self.plain.say(&told)?,
                Said::Text(_) if self.setting.interactive => {
                    self.plain.say(further)?;
                }
                Said::Text(_) => return Ok(Intent::Next),
            }
        }
        Ok(Intent::Next)
    }

    /// A line after the last question: its end is no early end.
    fn input_at_the_end(&mut self, prompt: &str) -> Result<Option<String>, UiError> {
        if self.setting.interactive {
            return self.line(prompt);
        }
        match self.input.next()? {
            Line::Text(text) => {
                if self.setting.echo && !text.trim().is_empty() {
                    self.plain.prompt("> ")?;
                    self.plain.echo(&text)?;
                }
                Ok(Some(text))
            }
            Line::TooLong | Line::NotUtf8 | Line::End => Ok(None),
        }
    }

    fn submit(&mut self, sheet: &[(bool, bool)]) -> Result<Intent, UiError> {
        let open = sheet.iter().filter(|(answered, _)| !answered).count();
        let flagged = sheet.iter().filter(|(_, flagged)| *flagged).count();
        self.plain.say(&format!(
            "{} without an answer, {flagged} flagged. :submit hands everything in; a number goes to that question.",
            words::count(open, "question")
        ))?;
        loop {
            match self.said("> ", "Type :submit, or the number of a question.")? {
                Said::Command(intent) => return Ok(intent),
                Said::Text(text) => match super::labels::number(&text, sheet.len()) {
                    Some(index) => return Ok(Intent::GoTo(index)),
                    None => self.plain.say("That is no number of a question.")?,
                },
                Said::Empty | Said::Unknown(_) => {}
            }
        }
    }
}

impl<R: BufRead, W: Write> Interface for LineInterface<R, W> {
    fn source(&self) -> Source {
        Source::Line
    }

    fn show(&mut self, view: &View) -> Result<(), UiError> {
        if let View::Verdict(_) | View::Earlier(_) | View::Summary(_) = view {
            self.shown = None;
        }
        Ok(self.plain.view(view)?)
    }

    fn ask(&mut self, ask: &Ask) -> Result<Intent, UiError> {
        match ask {
            Ask::Answer { question, again } => self.answer(question, again.as_ref()),
            Ask::Next { last: false, .. } => Ok(Intent::Next),
            Ask::Next { last: true, .. } => self.after_the_last(),
            Ask::Tick { rubric } => self.tick(rubric),
            Ask::Submit { sheet } => self.submit(sheet),
        }
    }
}

/// Whether a question that was shown is the one that is asked, in the same words.
fn stands(shown: &QuestionView, asked: &QuestionView) -> bool {
    let same = |a: &QuestionView| (a.number, a.of, a.second_try, a.comes_back);
    same(shown) == same(asked)
        && (&shown.pack, &shown.id) == (&asked.pack, &asked.id)
        && shown.prompt == asked.prompt
        && shown.form == asked.form
}

/// What is said after the last question or round, and to whoever answers on.
const LAST_QUESTION: (&str, &str) = (
    "That was the last question. Enter ends; :undo takes the last answer back.",
    "There is no further question. Enter ends; :undo takes the last answer back.",
);
const LAST_ROUND: (&str, &str) = (
    "That was the last round. Enter ends.",
    "There is no further round. Enter ends.",
);

const OF_BEFORE: &str = ":undo, :right and :back speak of the answer before. ";
const COLON: &str = "An answer that begins with a colon gets another one before it.";
