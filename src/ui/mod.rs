//! User interfaces: a rich terminal, plain lines, scripted answers, behind one small trait. Nothing here grades,
//! stores or chooses questions.

mod input;
mod labels;
mod line;
mod menu;
mod plain;
mod script;
#[cfg(unix)]
mod terminal;
mod words;

use std::io;

pub use line::{LineInterface, Setting as LineSetting, standard_input_is_ready};
pub use menu::{Guide, Item, Menu, Picked, Walk};
pub use script::{Fault, Script, ScriptError, ScriptInterface};
#[cfg(unix)]
pub use terminal::{Terminal, TerminalSettings, fits};

use crate::{
    record::Source,
    session::{Ask, Intent, View},
};

/// Shows views, asks for intents, and guides through menus.
pub trait Interface: Guide {
    /// Where its intents come from, as it is recorded.
    fn source(&self) -> Source;

    /// Shows a view.
    ///
    /// # Errors
    /// See [`UiError`].
    fn show(&mut self, view: &View) -> Result<(), UiError>;

    /// Asks until something can be made of what came.
    ///
    /// # Errors
    /// See [`UiError`].
    fn ask(&mut self, ask: &Ask) -> Result<Intent, UiError>;

    /// Takes the terminal back from another program (an editor): a Ctrl-C that was meant for it is forgotten.
    fn take_back(&mut self) {}
}

/// Why an interface could not go on. The terminal has been restored when one of these is returned.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// Ctrl-C, as a key or a signal, or another signal that ends the program.
    #[error("interrupted")]
    Signal(i32),
    /// The input has ended.
    #[error("the input ended")]
    EndOfInput,
    /// The output or the input failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}
