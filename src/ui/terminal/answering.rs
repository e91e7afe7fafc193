//! What the ways of answering have in common: keys in, an answer out, a body of lines between.

use super::{
    keys::Key,
    line::{Line, Tone},
    marks::Marks,
};
use crate::{grade::Response, session::Form};

/// What a form makes of a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// The key is none of this form's.
    Nothing,
    /// Something changed.
    Changed,
    /// This is the answer.
    Answer(Response),
    /// It cannot be taken so; a sentence that says why.
    Tell(String),
}

/// The room a form has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Columns it may use.
    pub(super) width: usize,
    /// Rows it should not go beyond, at least 1.
    pub(super) rows: usize,
    pub(super) marks: Marks,
}

/// A form as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) lines: Vec<Line>,
    /// Where something is being typed: line and column.
    pub(super) cursor: Option<(usize, usize)>,
}

/// A way of answering. Pure: keys in, lines and an answer out.
pub(super) trait Answering {
    /// Takes a key.
    fn press(&mut self, key: &Key) -> Said;

    /// How it stands.
    fn body(&self, room: Room) -> Body;

    /// Its keys in a few words.
    fn keys(&self) -> String;

    /// Whether something is typed, so that `?` and Ctrl-D belong to it.
    fn typing(&self) -> bool {
        false
    }

    /// The answer as it stays in the scrollback.
    fn given(&self) -> String;
}

/// The way to answer a form, with what was given before filled in.
pub(super) fn answering(form: &Form, before: Option<&Response>) -> Box<dyn Answering> {
    use super::{
        choose::Chooser, essay::Essay, gaps::Gaps, order::Order, pairs::Pairs, typed::Typed,
    };
    match form {
        Form::One { choices } => Box::new(Chooser::one(choices, before)),
        Form::Many { choices, .. } => Box::new(Chooser::many(choices, before)),
        Form::TrueFalse => Box::new(Chooser::true_false(before)),
        Form::Words | Form::Number { .. } | Form::Date { .. } => Box::new(Typed::new(before)),
        Form::Order { items } => Box::new(Order::new(items, before)),
        Form::Match { lefts, rights } => Box::new(Pairs::new(lefts, rights, before)),
        Form::Gaps { around, numeric } => Box::new(Gaps::new(around, numeric, before)),
        Form::Essay => Box::new(Essay::new(before)),
    }
}

/// A line in which something is typed, with the cursor's column.
pub(super) fn input(label: &str, editor: &super::editor::Editor, width: usize) -> (Line, usize) {
    let line = Line::new(Tone::Selected, label);
    let indent = line.width();
    let (shown, cursor) = editor.view(width.saturating_sub(indent));
    let line = line.and(Tone::Plain, shown).clipped(width);
    (line, (indent + cursor).min(width))
}
