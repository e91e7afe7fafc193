//! Holding one's essay against its rubric: lines are ticked like choices, and none may be. Pure.

use super::{
    answering::{Answering, Room, Said},
    choose::Chooser,
    keys::Key,
    layout,
    line::{Line, Tone},
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    question::Outcome,
    screen::Frame,
    tty::Size,
};
use crate::session::Intent;

/// The rubric being ticked.
pub(super) struct Tick {
    chooser: Chooser,
}

impl Tick {
    /// Nothing ticked yet.
    pub(super) fn new(rubric: &[String]) -> Self {
        Self {
            chooser: Chooser::many(rubric, None),
        }
    }
}

impl Prompt for Tick {
    type Outcome = Outcome;

    fn press(&mut self, key: &Key) -> Step<Outcome> {
        match key {
            Key::Enter => {
                let ticks = self.chooser.ticks().into_iter().map(|at| at + 1).collect();
                return Step::Done(Outcome::Intent(Intent::Tick(ticks)));
            }
            Key::Ctrl('d') => return Step::End,
            _ => {}
        }
        match self.chooser.press(key) {
            Said::Nothing if *key == Key::Esc => Step::Done(Outcome::Leave),
            _ => Step::Stay,
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let (width, reach) = (width(size), reach(size));
        let mut lines = vec![Line::default()];
        lines.extend(layout::flow(
            "Which of these does your text do?",
            Tone::Heading,
            width,
        ));
        let keys = "Numbers or Space tick, Enter takes them; none is an answer too.";
        let mut foot = layout::flow(keys, Tone::Dim, width);
        foot.truncate(reach.saturating_sub(1));
        let rest = reach.saturating_sub(foot.len()).max(1);
        let rows = rest.saturating_sub(lines.len().min(rest / 3)).max(1);
        lines.extend(self.chooser.body(Room { width, rows, marks }).lines);
        lines.extend(foot);
        Frame {
            lines,
            cursor: None,
        }
    }
}
