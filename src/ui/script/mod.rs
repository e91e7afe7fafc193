//! Scripted answers: every question gets what the script has for it; what it has nothing for is skipped. A script is
//! checked whole before it is used.

mod fault;
mod fit;
mod read;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, io::Write};

pub use fault::{Fault, ScriptError};
use read::FILE_LIMIT;

use super::{Guide, Interface, Menu, Picked, UiError, Walk, plain::Plain, words};
use crate::{
    grade::{AskAgain, Response},
    pack::Id,
    record::Source,
    session::{Ask, Intent, QuestionView, View},
    text::article::Article,
    timeline,
};

/// A checked script: what is answered to which question of which pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    answers: HashMap<(Id, Id), Response>,
}

impl Script {
    /// How many questions it answers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.answers.len()
    }

    /// Whether it answers nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}

/// The interface that answers by a script.
#[derive(Debug)]
pub struct ScriptInterface<W> {
    script: Script,
    plain: Plain<W>,
    last: Option<(Id, Id)>,
}

impl<W: Write> ScriptInterface<W> {
    /// An interface that answers by this script and writes lines of at most `width` columns there.
    pub fn new(script: Script, output: W, width: usize) -> Self {
        Self {
            script,
            plain: Plain::new(output, width),
            last: None,
        }
    }

    fn answer(
        &mut self,
        question: &QuestionView,
        again: Option<&AskAgain>,
    ) -> Result<Intent, UiError> {
        let key = (question.pack.clone(), question.id.clone());
        if let Some(again) = again {
            // The check lets no such response pass; should one, nothing may be asked for ever.
            self.plain.say(&format!("Not taken: {}", again.message))?;
            return Ok(Intent::Skip);
        }
        let Some(response) = self.script.answers.get(&key) else {
            self.plain.blank()?;
            self.plain.say(&words::heading(question))?;
            return Ok(Intent::Skip);
        };
        self.plain.question(question)?;
        let typed = match response {
            Response::Text(text) => text.clone(),
            other => serde_json::to_string(other).unwrap_or_default(),
        };
        self.plain.hanging("> ", &typed)?;
        self.last = Some(key);
        Ok(Intent::Answer(response.clone()))
    }

    /// The rubric lines that the script ticks; going on leaves an essay without a grade.
    fn tick(&self) -> Intent {
        match self
            .last
            .as_ref()
            .and_then(|key| self.script.answers.get(key))
        {
            Some(Response::Essay { rubric, .. }) => Intent::Tick(rubric.clone()),
            _ => Intent::Next,
        }
    }
}

impl<W: Write> Interface for ScriptInterface<W> {
    fn source(&self) -> Source {
        Source::Script
    }

    fn show(&mut self, view: &View) -> Result<(), UiError> {
        Ok(self.plain.view(view)?)
    }

    fn ask(&mut self, ask: &Ask) -> Result<Intent, UiError> {
        match ask {
            Ask::Answer { question, again } => self.answer(question, again.as_ref()),
            Ask::Next { .. } => Ok(Intent::Next),
            Ask::Tick { .. } => Ok(self.tick()),
            Ask::Submit { .. } => Ok(Intent::Submit),
        }
    }
}

/// Nobody sits there to be asked: defaults are taken, and menus are left.
impl<W: Write> Guide for ScriptInterface<W> {
    fn read(&mut self, _title: &str, article: &Article, marked: &[&str]) -> Result<(), UiError> {
        Ok(self.plain.article(article, marked)?)
    }

    fn pick(&mut self, _menu: &Menu) -> Result<Picked, UiError> {
        Ok(Picked::Back)
    }

    fn confirm(&mut self, _question: &str, default: bool) -> Result<bool, UiError> {
        Ok(default)
    }

    fn input(&mut self, _prompt: &str, default: Option<&str>) -> Result<Option<String>, UiError> {
        Ok(default.map(str::to_owned))
    }

    fn walk(&mut self, walk: &Walk) -> Result<(), UiError> {
        let entries = walk.timeline.entries().iter();
        entries.into_iter().try_for_each(|entry| {
            let line = format!("{}: {}", entry.event.when, entry.title);
            Ok(self.plain.say(&line)?)
        })
    }

    fn draw(&mut self, lines: &[timeline::Line]) -> Result<(), UiError> {
        lines
            .iter()
            .try_for_each(|line| Ok(self.plain.echo(&line.to_string())?))
    }

    fn say(&mut self, text: &str) -> Result<(), UiError> {
        Ok(self.plain.say(text)?)
    }
}
