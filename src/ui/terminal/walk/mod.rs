//! Walking a timeline: a window of the vertical view in which the arrows choose an event and Enter opens it. Only what
//! the window shows is laid out. Pure.

mod detail;
#[cfg(test)]
mod tests;

use detail::Detail;

use super::{
    answering::input,
    editor::Editor,
    keys::Key,
    line::{Line, Tone},
    marks::Marks,
    prompt::{Prompt, Step, reach, width},
    screen::Frame,
    search,
    tty::Size,
};
use crate::{
    text,
    timeline::{self, Look, Role, Vertical},
    ui::Walk,
};

/// Columns of the pointer beside the chosen event.
const POINTER: usize = 2;

/// Lines longer than this are hard to follow from date to title.
const WIDEST: usize = 100;

/// A layout for a width, and how it is to be read.
struct Laid<'a> {
    width: usize,
    vertical: Vertical<'a, 'a>,
    notes: Vec<Line>,
}

/// A timeline with a place in it.
pub(super) struct Walker<'a> {
    walk: &'a Walk<'a>,
    colour: bool,
    /// The layout, for a width.
    laid: Option<Laid<'a>>,
    /// The chosen row, from the top.
    at: usize,
    /// The first row of the window.
    first: usize,
    /// Rows of the window.
    rows: usize,
    open: Option<Detail>,
    /// The words searched for, lower case.
    wanted: String,
    search: Option<Editor>,
    message: Option<String>,
}

impl<'a> Walker<'a> {
    /// A timeline from its top.
    pub(super) fn new(walk: &'a Walk<'a>, colour: bool) -> Self {
        Self {
            walk,
            colour,
            laid: None,
            at: 0,
            first: 0,
            rows: 1,
            open: None,
            wanted: String::new(),
            search: None,
            message: None,
        }
    }

    fn last(&self) -> usize {
        self.walk.timeline.len().saturating_sub(1)
    }

    fn go(&mut self, row: usize) -> Step<()> {
        self.at = row.min(self.last());
        if self.open.is_some() {
            self.open = Some(Detail::of(self.walk.place(self.at)));
        }
        Step::Stay
    }

    /// How many events a page has, about.
    fn page(&self) -> usize {
        (self.rows / 2).max(1)
    }

    /// Goes to the next event that has the words searched for, from a row on.
    fn find(&mut self, from: usize) {
        let entries = self.walk.timeline.entries();
        let has = |text: &str| text.to_lowercase().contains(&self.wanted);
        let hit = |row: &usize| {
            entries.get(self.walk.place(*row)).is_some_and(|entry| {
                has(&entry.title)
                    || has(&entry.event.when.to_string())
                    || entry.event.detail.as_deref().is_some_and(has)
            })
        };
        let count = entries.len();
        match (from..count).chain(0..from.min(count)).find(hit) {
            Some(row) => {
                self.go(row);
            }
            None => self.message = Some(format!("Not found: {}", self.wanted)),
        }
    }

    fn searching(&mut self, key: &Key) -> Step<()> {
        if search::press(&mut self.search, &mut self.wanted, key) {
            self.find(self.at);
        }
        Step::Stay
    }

    /// The lines of a row with the pointer beside them.
    fn row(&self, vertical: &Vertical, row: usize) -> Vec<Line> {
        let place = self.walk.place(row);
        let mut first = true;
        vertical
            .lines_of(row)
            .iter()
            .map(|drawn| {
                let chosen = row == self.at && drawn.event == Some(place);
                let pointer = if chosen && std::mem::take(&mut first) {
                    "> "
                } else {
                    "  "
                };
                let mut line = Line::new(Tone::Selected, pointer);
                line.0.extend(toned(drawn).0);
                if chosen { selected(line) } else { line }
            })
            .collect()
    }

    fn laid(&mut self, width: usize) -> Laid<'a> {
        if let Some(laid) = self.laid.take().filter(|laid| laid.width == width) {
            return laid;
        }
        let look = Look {
            width,
            ..self.walk.look
        };
        let vertical = Vertical::new(self.walk.timeline, &look);
        let notes = vertical.notes().iter().map(toned).collect();
        Laid {
            width,
            vertical,
            notes,
        }
    }

    /// The window: as many lines as fit, the chosen event among them.
    fn window(&mut self, columns: usize) -> Vec<Line> {
        let laid = self.laid(columns);
        let vertical = &laid.vertical;
        self.first = self.first.min(self.at);
        // From the chosen event upwards as far as the window reaches.
        let mut height = events_only(vertical, self.at);
        if self.at == self.last() && height + laid.notes.len() <= self.rows {
            height += laid.notes.len();
        }
        let mut top = self.at;
        while top > self.first {
            height += vertical.lines_of(top - 1).len();
            if height > self.rows {
                break;
            }
            top -= 1;
        }
        self.first = top;
        let mut lines = Vec::with_capacity(self.rows);
        for row in self.first..=self.last() {
            lines.extend(self.row(vertical, row));
            if lines.len() >= self.rows {
                break;
            }
        }
        lines.extend(laid.notes.iter().cloned());
        lines.truncate(self.rows);
        self.laid = Some(laid);
        lines
    }

    /// The place, and as many keys as fit the line.
    fn status(&self, columns: usize, marks: Marks) -> Line {
        if let Some(message) = &self.message {
            return Line::new(Tone::Partly, message).clipped(columns);
        }
        let mut place = format!("{} of {}", self.at + 1, self.last() + 1);
        if self.open.as_ref().is_some_and(Detail::goes_on) {
            place.extend([" ", marks.down, " more"]);
        }
        let keys = if self.open.is_some() {
            READING
        } else {
            CHOOSING
        };
        let fits = |keys: &&str| text::width(&place) + 2 + text::width(keys) <= columns;
        let keys = keys.iter().copied().find(fits).unwrap_or_default();
        Line::new(Tone::Dim, format!("{place}  {keys}")).clipped(columns)
    }

    /// What it is, and its scale.
    fn heading(&self, columns: usize) -> Line {
        let scale = match &self.laid {
            Some(laid) if self.open.is_none() => format!("  Scale: {}", laid.vertical.scale()),
            _ => String::new(),
        };
        let room = columns.saturating_sub(text::width(&scale));
        Line::new(Tone::Heading, &self.walk.pack.title)
            .clipped(room)
            .and(Tone::Dim, scale)
            .clipped(columns)
    }

    fn choosing(&mut self, key: &Key) -> Step<()> {
        let page = self.page();
        match key {
            Key::Char('q' | 'Q') | Key::Esc => return Step::Done(()),
            Key::Enter | Key::Right | Key::Char('l') => {
                self.open = Some(Detail::of(self.walk.place(self.at)));
            }
            Key::Down | Key::Char('j') => return self.go(self.at + 1),
            Key::Up | Key::Char('k') => return self.go(self.at.saturating_sub(1)),
            Key::PageDown | Key::Char(' ') => return self.go(self.at + page),
            Key::PageUp | Key::Char('b') => return self.go(self.at.saturating_sub(page)),
            Key::Home | Key::Char('g') => return self.go(0),
            Key::End | Key::Char('G') => return self.go(usize::MAX),
            _ => {}
        }
        Step::Stay
    }

    fn reading(&mut self, key: &Key) -> Step<()> {
        match key {
            Key::Esc | Key::Enter | Key::Backspace => self.open = None,
            Key::Char('q' | 'Q') => return Step::Done(()),
            Key::Right | Key::Char('l') => return self.go(self.at + 1),
            Key::Left | Key::Char('h') => return self.go(self.at.saturating_sub(1)),
            _ => {
                if let Some(detail) = &mut self.open {
                    detail.scroll(key);
                }
            }
        }
        Step::Stay
    }
}

/// Lines of an event without the gap after it.
fn events_only(vertical: &Vertical, row: usize) -> usize {
    let lines = vertical.lines_of(row);
    lines.iter().filter(|line| line.event.is_some()).count()
}

/// A line of a drawing in the tones of this terminal.
pub(super) fn toned(line: &timeline::Line) -> Line {
    let mut toned = Line::default();
    for piece in &line.pieces {
        let tone = match piece.role {
            Role::Plain | Role::Title => Tone::Plain,
            Role::Date | Role::Number => Tone::Code,
            Role::Mark => Tone::Right,
            Role::Rail | Role::Tick | Role::Note => Tone::Dim,
            Role::Gap => Tone::Emphasis,
            Role::Heading => Tone::Heading,
        };
        toned.push(tone, &piece.text);
    }
    toned
}

fn selected(mut line: Line) -> Line {
    for span in &mut line.0 {
        if span.tone != Tone::Dim {
            span.tone = Tone::Selected;
        }
    }
    line
}

impl Prompt for Walker<'_> {
    type Outcome = ();

    fn press(&mut self, key: &Key) -> Step<()> {
        self.message = None;
        match key {
            _ if self.search.is_some() => self.searching(key),
            Key::Ctrl('d') => Step::End,
            Key::Char('/') => {
                self.search = Some(Editor::default());
                Step::Stay
            }
            Key::Char('n') if !self.wanted.is_empty() => {
                self.find(self.at + 1);
                Step::Stay
            }
            _ if self.open.is_some() => self.reading(key),
            _ => self.choosing(key),
        }
    }

    fn frame(&mut self, size: Size, marks: Marks) -> Frame {
        let columns = width(size);
        // One line for what it is, where there is room, and one for the keys.
        let heading = usize::from(reach(size) > 4);
        self.rows = reach(size).saturating_sub(1 + heading).max(1);
        let mut lines = Vec::with_capacity(self.rows + 2);
        let room = columns.min(WIDEST);
        let body = match self.open.take() {
            Some(mut detail) => {
                let lines = detail.window(self.walk, room, self.rows, marks, self.colour);
                self.open = Some(detail);
                lines
            }
            None => self.window(room.saturating_sub(POINTER)),
        };
        if heading > 0 {
            lines.push(self.heading(columns));
        }
        lines.extend(body.into_iter().map(|line| line.clipped(columns)));
        let mut cursor = None;
        match &self.search {
            Some(editor) => {
                let (line, column) = input("Search: ", editor, columns);
                cursor = Some((lines.len(), column.min(columns)));
                lines.push(line.clipped(columns));
            }
            None => lines.push(self.status(columns, marks)),
        }
        Frame { lines, cursor }
    }
}

/// The keys, the most telling line first.
const CHOOSING: [&str; 3] = [
    "Arrows: choose, Enter: open, /: search, q: quit",
    "Enter: open, /: search, q: quit",
    "Enter: open",
];
const READING: [&str; 3] = [
    "Left, right: other events, arrows: scroll, Esc: back",
    "Left, right: others, Esc: back",
    "Esc: back",
];
