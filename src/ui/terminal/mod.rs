//! The rich terminal: questions in the scrollback, answered by keys. Every prompt is a pure state machine; this file
//! drives them over the terminal and decides what stays on the screen. It grades nothing.

mod after;
mod answering;
mod choose;
mod commands;
mod dialog;
mod editor;
mod essay;
mod gaps;
mod keys;
mod layout;
mod line;
mod list;
mod marks;
mod order;
mod pager;
mod pairs;
mod picker;
mod prompt;
mod question;
mod screen;
mod search;
mod sheet;
mod spelling;
mod summary;
#[cfg(test)]
mod tests;
mod text_line;
mod tick;
mod tty;
mod typed;
mod verdict;
mod walk;

use std::io;

use after::After;
use answering::Answering;
use line::{Line, Palette, Tone};
use marks::Marks;
use prompt::{Prompt, Step, width};
use question::{Outcome, Question};
use screen::Screen;
use tty::{Event, Raw, Tty, write_all};

use super::{Guide, Interface, Menu, Picked, UiError, Walk, words};
use crate::{
    pack::Id,
    record::Source,
    session::{Ask, Form, Intent, QuestionView, View},
    text::article::{Article, Found},
    timeline::{self, Look},
};

/// How the terminal is used.
#[derive(Clone, Copy, Debug)]
pub struct TerminalSettings {
    /// Whether colours and attributes are used (`NO_COLOR` says no).
    pub colour: bool,
    /// Whether signs are plain ASCII.
    pub ascii: bool,
}

/// A person at a terminal.
pub struct Terminal {
    tty: Tty,
    screen: Screen,
    palette: Palette,
    marks: Marks,
    /// What stood in the last question, to be gone on with: after a hint or a flag, or when it could not be taken.
    draft: Option<Draft>,
    /// Lines of an answered question that stand directly above the cursor.
    settled: usize,
    /// What the next question says below its choices.
    message: Option<String>,
}

/// An answer that may be gone on with.
struct Draft {
    question: Id,
    form: Form,
    answer: Box<dyn Answering>,
    /// Whether it was given as the answer: then it is only gone on with when it could not be taken.
    given: bool,
}

/// Whether a window of this size is large enough; below, the caller uses line mode.
#[must_use]
pub fn fits(rows: usize, cols: usize) -> bool {
    rows >= 4 && cols >= 20
}

impl Terminal {
    /// The terminal on standard input and output; both must be one. From now on signals that end the program are
    /// reported as [`UiError::Signal`] by the next question.
    ///
    /// # Errors
    /// When signals cannot be listened to.
    pub fn open(settings: TerminalSettings) -> io::Result<Self> {
        Ok(Self {
            tty: Tty::open()?,
            screen: Screen::default(),
            palette: Palette {
                colour: settings.colour,
            },
            marks: if settings.ascii {
                Marks::ASCII
            } else {
                Marks::UNICODE
            },
            draft: None,
            settled: 0,
            message: None,
        })
    }

    /// Rows and columns of the window, for [`fits`].
    #[must_use]
    pub fn size() -> (usize, usize) {
        let size = Tty::size();
        (size.rows, size.cols)
    }

    /// Forgets a Ctrl-C that another program on this terminal (an editor) was meant to get. Called when it has ended.
    pub fn forgive_interrupt(&mut self) {
        self.tty.forgive();
    }

    fn ascii(&self) -> bool {
        self.marks == Marks::ASCII
    }

    fn print(&mut self, lines: &[Line]) -> Result<(), UiError> {
        self.settled = 0;
        let mut out = String::new();
        for line in lines {
            out.push_str(&self.palette.paint(line));
            out.push_str("\r\n");
        }
        Ok(write_all(&out)?)
    }

    fn width() -> usize {
        width(Tty::size())
    }

    fn erase(&mut self) -> Result<(), UiError> {
        Ok(write_all(&self.screen.erase())?)
    }

    /// Replaces the live part by lines that stay.
    fn settle(&mut self, lines: &[Line]) -> Result<(), UiError> {
        let gone = self.screen.gone().min(lines.len());
        self.erase()?;
        self.print(&lines[gone..])?;
        self.settled = lines.len() - gone;
        Ok(())
    }

    /// Drives a prompt to its outcome. The terminal is raw only meanwhile; on an error the cursor stands below.
    fn run<P: Prompt>(&mut self, prompt: &mut P) -> Result<P::Outcome, UiError> {
        self.tty.ended()?;
        self.tty.forget();
        let raw = Raw::on()?;
        let outcome = self.drive(&raw, prompt);
        if outcome.is_err() {
            write_all(&self.screen.leave())?;
        }
        outcome
    }

    fn drive<P: Prompt>(&mut self, raw: &Raw, prompt: &mut P) -> Result<P::Outcome, UiError> {
        loop {
            let size = Tty::size();
            let frame = prompt.frame(size, self.marks);
            write_all(&self.screen.draw(&frame, size, self.palette))?;
            match self.tty.next(raw)? {
                Event::Key(key) => match prompt.press(&key) {
                    Step::Stay => {}
                    Step::Done(outcome) => return Ok(outcome),
                    Step::End => return Err(UiError::EndOfInput),
                },
                Event::Resized => {
                    let size = Tty::size();
                    let column = if self.screen.in_doubt(size) {
                        self.tty.column()?
                    } else {
                        None
                    };
                    write_all(&self.screen.resized(size, column))?;
                }
                Event::Suspend => {
                    write_all(&self.screen.leave())?;
                    self.tty.suspend(raw)?;
                }
                Event::Continued => write_all(&self.screen.leave())?,
            }
        }
    }

    /// Asks whether to quit, below what stands on the screen.
    fn leave(&mut self) -> Result<bool, UiError> {
        write_all(&self.screen.below())?;
        let question = "Quit? Everything so far is saved.";
        let quit = dialog::confirm(&mut self.tty, question, false, self.palette);
        if quit.is_err() {
            write_all("\r\n")?;
        }
        quit
    }

    fn ask_answer(
        &mut self,
        view: &QuestionView,
        again: Option<&crate::grade::AskAgain>,
    ) -> Result<Intent, UiError> {
        if again.is_some() && self.settled > 0 {
            // What could not be taken is asked in its own place.
            let rows = self.settled.min(Tty::size().rows.saturating_sub(1));
            write_all(&format!("\x1b[{rows}A\r\x1b[J"))?;
        }
        self.settled = 0;
        let draft = self.draft.take().filter(|draft| {
            draft.question == view.id && draft.form == view.form && draft.given == again.is_some()
        });
        let form = draft.map(|draft| draft.answer);
        let mut question = Question::new(view, form, again, self.message.take());
        loop {
            match self.run(&mut question)? {
                Outcome::Leave if !self.leave()? => {}
                Outcome::Leave => {
                    self.erase()?;
                    return Ok(Intent::Quit);
                }
                Outcome::Intent(intent) => {
                    self.settle(&question.settled(&intent, Tty::size()))?;
                    let given = matches!(intent, Intent::Answer(_));
                    if given || matches!(intent, Intent::Hint | Intent::Flag(_) | Intent::Help) {
                        self.draft = Some(Draft {
                            question: view.id.clone(),
                            form: view.form.clone(),
                            answer: question.into_form(),
                            given,
                        });
                    }
                    return Ok(intent);
                }
            }
        }
    }

    fn ask_prompt<P: Prompt<Outcome = Outcome>>(
        &mut self,
        mut prompt: P,
    ) -> Result<Intent, UiError> {
        self.settled = 0;
        loop {
            let intent = match self.run(&mut prompt)? {
                Outcome::Leave if !self.leave()? => continue,
                Outcome::Leave => Intent::Quit,
                Outcome::Intent(intent) => intent,
            };
            self.erase()?;
            return Ok(intent);
        }
    }
}

impl Interface for Terminal {
    fn take_back(&mut self) {
        self.tty.forgive();
    }

    fn source(&self) -> Source {
        Source::Terminal
    }

    fn show(&mut self, view: &View) -> Result<(), UiError> {
        self.tty.ended()?;
        let (width, marks, colour) = (Self::width(), self.marks, self.palette.colour);
        let lines = match view {
            View::Opening(opening) => summary::opening(opening, width),
            View::Verdict(verdict) => verdict::lines(verdict, width, marks, colour),
            View::Earlier(verdict) => verdict::earlier(verdict, width, marks, colour),
            View::Hint { penalty, .. } => {
                // The question lists its hints itself; only what they take is new.
                if *penalty > 0 {
                    let taken = words::percent(*penalty);
                    self.message = Some(format!("Hints take {taken} of the points so far."));
                }
                return Ok(());
            }
            View::Passage(passage) => {
                let mut lines = vec![Line::default()];
                lines.extend(verdict::passage(passage, width, marks, colour));
                lines
            }
            View::Notice(notice) => summary::notice(notice, width),
            View::Summary(summary) => summary::lines(summary, width, marks),
        };
        self.print(&lines)
    }

    fn ask(&mut self, ask: &Ask) -> Result<Intent, UiError> {
        match ask {
            Ask::Answer { question, again } => self.ask_answer(question, again.as_ref()),
            Ask::Next { commands, last } => self.ask_prompt(After::new(commands, *last)),
            Ask::Tick { rubric } => self.ask_prompt(tick::Tick::new(rubric)),
            Ask::Submit { sheet } => self.ask_prompt(sheet::Submit::new(sheet)),
        }
    }
}

impl Guide for Terminal {
    fn pick(&mut self, menu: &Menu) -> Result<Picked, UiError> {
        self.settled = 0;
        let picked = self.run(&mut picker::Picker::new(menu))?;
        self.erase()?;
        Ok(picked)
    }

    fn confirm(&mut self, question: &str, default: bool) -> Result<bool, UiError> {
        self.settled = 0;
        dialog::confirm(&mut self.tty, question, default, self.palette)
    }

    fn input(&mut self, prompt: &str, default: Option<&str>) -> Result<Option<String>, UiError> {
        self.settled = 0;
        let text = self.run(&mut text_line::TextLine::new(prompt, default))?;
        self.erase()?;
        Ok(text)
    }

    fn read(&mut self, title: &str, article: &Article, marked: &[&str]) -> Result<(), UiError> {
        let quotes: Vec<String> = marked
            .iter()
            .filter_map(|passage| match article.find(passage) {
                Found::Once(located) => Some(located.quoted),
                Found::Missing(_) | Found::Ambiguous(_) => None,
            })
            .collect();
        let mut pager = pager::Pager::new(title, article.source(), &quotes, self.palette.colour);
        self.run(&mut pager)?;
        self.erase()
    }

    fn walk(&mut self, walk: &Walk) -> Result<(), UiError> {
        self.settled = 0;
        let look = Look {
            ascii: self.ascii() || walk.look.ascii,
            ..walk.look
        };
        let walk = Walk { look, ..*walk };
        self.run(&mut walk::Walker::new(&walk, self.palette.colour))?;
        self.erase()
    }

    fn draw(&mut self, lines: &[timeline::Line]) -> Result<(), UiError> {
        let lines: Vec<Line> = lines.iter().map(walk::toned).collect();
        self.print(&lines)
    }

    fn say(&mut self, text: &str) -> Result<(), UiError> {
        self.print(&layout::flow(text, Tone::Plain, Self::width()))
    }
}
