//! A timeline as a numbered list: a number opens its event.

use std::io::{BufRead, Write};

use super::{LineInterface, command, command::Said};
use crate::{
    session::{Intent, view::PassageView},
    text::markdown,
    timeline::{self, questions_about},
    ui::{UiError, Walk, labels, words},
};

/// How a timeline is answered, in one line.
const HOW: &str = "Type a number to open an event, :back goes back.";

impl<R: BufRead, W: Write> LineInterface<R, W> {
    pub(super) fn walk_events(&mut self, walk: &Walk) -> Result<(), UiError> {
        self.listed(walk)?;
        self.plain.say(HOW)?;
        loop {
            // The end of the input goes back as well: whoever asks next meets it again.
            let Some(line) = self.line("> ")? else {
                return Ok(());
            };
            match command::read(&line) {
                Said::Command(Intent::Back | Intent::Quit) => return Ok(()),
                Said::Text(text) => {
                    match labels::number(text.trim().trim_end_matches('.'), walk.timeline.len()) {
                        Some(row) => self.event(walk, walk.place(row))?,
                        None => self.plain.say(&format!(
                            "There are events 1 to {}. {HOW}",
                            walk.timeline.len()
                        ))?,
                    }
                }
                Said::Empty | Said::Command(_) | Said::Unknown(_) => self.plain.say(HOW)?,
            }
        }
    }

    fn listed(&mut self, walk: &Walk) -> Result<(), UiError> {
        self.plain.blank()?;
        self.plain.say(&walk.pack.title)?;
        let entries = walk.timeline.entries();
        for row in 0..entries.len() {
            let entry = &entries[walk.place(row)];
            let line = format!("{}: {}", entry.event.when, entry.title);
            self.plain.hanging(&format!("{:>3}. ", row + 1), &line)?;
        }
        Ok(())
    }

    fn event(&mut self, walk: &Walk, place: usize) -> Result<(), UiError> {
        let entry = &walk.timeline.entries()[place];
        let event = entry.event;
        self.plain.blank()?;
        self.plain
            .say(&format!("{}: {}", event.when, entry.title))?;
        if let Some(detail) = &event.detail {
            self.plain.say(detail)?;
        }
        if let Some(passage) = &event.passage {
            self.plain
                .passage(&PassageView::of(passage, walk.article))?;
        }
        if let Some(source) = &event.source {
            self.plain.say(&format!("Source: {source}"))?;
        }
        for (word, neighbour) in [
            ("Before", walk.timeline.before(place)),
            ("After", walk.timeline.after(place)),
        ] {
            if let Some(neighbour) = neighbour {
                self.plain.say(&words::neighbour(word, &neighbour))?;
            }
        }
        let questions = questions_about(event, walk.pack, walk.article);
        if !questions.is_empty() {
            self.plain.say(words::QUESTIONS_ABOUT)?;
            for question in questions {
                let prompt = markdown::plain(&words::asked(question));
                self.plain.hanging("- ", &prompt)?;
            }
        }
        Ok(())
    }

    pub(super) fn drawing(&mut self, lines: &[timeline::Line]) -> Result<(), UiError> {
        for line in lines {
            self.plain.echo(&line.to_string())?;
        }
        Ok(())
    }
}
