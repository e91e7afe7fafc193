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
                let prompt = markdown::plain(&question.asked());
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

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use crate::{
        pack,
        text::article::Article,
        timeline::{Look, Timeline},
        ui::{Guide, LineInterface, LineSetting, Walk},
    };

    const PACK: &str = "format = 1\nid = \"p\"\ntitle = \"Space\"\n\
        [[events]]\nid = \"a\"\nwhen = 1957-10-04\ntitle = \"Sputnik\"\npassage = \"Sputnik flew\"\n\
        [[events]]\nid = \"b\"\nwhen = \"October 1957\"\ntitle = \"A month\"\n\
        [[questions]]\nid = \"q\"\nkind = \"cloze\"\ntext = \"It was {{Sputnik}}.\"\npassage = \"In 1957 Sputnik flew\"\n";

    fn said(typed: &str) -> String {
        let pack = pack::read(PACK, "p").pack.unwrap();
        let article = Article::new("# Space\n\nIn 1957 Sputnik flew. It beeped.\n".to_owned());
        let timeline = Timeline::of(&pack);
        let walk = Walk {
            pack: &pack,
            timeline: &timeline,
            article: Some(&article),
            look: Look::of_width(80),
        };
        let setting = LineSetting {
            width: 80,
            interactive: false,
            echo: false,
            ready: || false,
        };
        let mut out = Vec::new();
        let mut ui = LineInterface::new(Cursor::new(typed.to_owned()), &mut out, setting);
        ui.walk(&walk).unwrap();
        drop(ui);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn events_are_numbered_and_a_number_opens_one() {
        let said = said("2\n");
        for line in [
            "  1. October 1957: A month",
            "  2. 4 October 1957: Sputnik",
            "The article says, under \"Space\":",
            "  In 1957 >>Sputnik flew<<. It beeped.",
            "Before: A month (at about the same time)",
            "- It was ___.",
        ] {
            assert!(
                said.lines()
                    .any(|said| said.trim_start_matches("> ") == line),
                "no {line} in\n{said}"
            );
        }
    }

    #[test]
    fn what_is_no_number_of_an_event_is_asked_again_and_the_end_of_the_input_goes_back() {
        let said = said("3\nx\n\n:back\n1\n");
        assert_eq!(
            said.matches("There are events 1 to 2.").count(),
            2,
            "{said}"
        );
        assert!(!said.contains("The article says"), "{said}");
    }
}
