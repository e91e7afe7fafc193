//! Which interface a person gets: a terminal that redraws, or plain lines.

use std::io::{self, IsTerminal};

use super::{Common, World};
use crate::ui::{Interface, LineInterface, LineSetting, UiError, standard_input_is_ready};
#[cfg(unix)]
use crate::ui::{Terminal, TerminalSettings, fits};

/// The columns of plain lines where nobody says how wide the screen is.
const PLAIN_WIDTH: usize = 80;

/// What is known of the person's side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Front {
    /// Whether the screen may be redrawn: a capable terminal on both sides, and nobody asked for plain lines.
    pub(super) rich: bool,
    /// Whether a person sits at the input.
    pub(super) person: bool,
}

impl Front {
    /// Looks at streams, environment and flags.
    pub(super) fn new(common: &Common, world: &World) -> Self {
        let person = io::stdin().is_terminal();
        let set = |name: &str| {
            world
                .var(name)
                .is_some_and(|value| value != "0" && value != "false")
        };
        let dumb = world.var("TERM").is_none_or(|term| term == "dumb");
        let plain = common.plain || set("ACCESSIBLE") || set("QUIZLINE_PLAIN") || dumb;
        Self {
            rich: person && io::stdout().is_terminal() && !plain && roomy(),
            person,
        }
    }

    /// Columns that lines may use.
    pub(super) fn width() -> usize {
        #[cfg(unix)]
        return Terminal::size().1.saturating_sub(1).max(1);
        #[cfg(not(unix))]
        PLAIN_WIDTH
    }

    /// The interface for it.
    ///
    /// # Errors
    /// When the signals of a terminal cannot be listened to.
    pub(super) fn interface(self, world: &World) -> Result<Box<dyn Interface>, UiError> {
        #[cfg(unix)]
        if self.rich {
            return Ok(Box::new(Terminal::open(TerminalSettings {
                colour: world.colour(),
                ascii: world.ascii(),
            })?));
        }
        #[cfg(not(unix))]
        let _ = world;
        let setting = LineSetting {
            width: PLAIN_WIDTH,
            interactive: self.person,
            // A terminal repeats what is typed; into a file or a pipe nobody else does.
            echo: !(self.person && io::stdout().is_terminal()),
            ready: standard_input_is_ready,
        };
        Ok(Box::new(LineInterface::new(
            io::stdin().lock(),
            io::stdout(),
            setting,
        )))
    }
}

#[cfg(unix)]
fn roomy() -> bool {
    let (rows, columns) = Terminal::size();
    fits(rows, columns)
}

/// Elsewhere the key reader is missing, so everything goes by lines.
#[cfg(not(unix))]
fn roomy() -> bool {
    false
}
