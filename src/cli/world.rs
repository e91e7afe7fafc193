//! What the program takes from outside: streams, environment, clock, folders. Read once, here, and passed down.

use std::{
    collections::HashMap,
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use crate::library::Library;

/// The outside.
pub(super) struct World {
    /// Results and, in line mode, the whole dialogue.
    pub(super) out: Box<dyn Write>,
    /// Errors and notes.
    pub(super) err: Box<dyn Write>,
    env: HashMap<OsString, OsString>,
}

impl World {
    /// The real one.
    pub(super) fn real() -> Self {
        Self {
            out: Box::new(io::stdout()),
            err: Box::new(io::stderr()),
            env: std::env::vars_os().collect(),
        }
    }

    /// A variable of the environment; none when it is unset or empty.
    pub(super) fn var(&self, name: &str) -> Option<&OsString> {
        self.env
            .get(&OsString::from(name))
            .filter(|value| !value.is_empty())
    }

    /// The time.
    #[expect(
        clippy::disallowed_methods,
        reason = "the clock is read here and passed down"
    )]
    #[expect(clippy::unused_self, reason = "the clock belongs to the world")]
    pub(super) fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    /// Whether standard output may carry colours: a terminal that is not dumb, or forced; `NO_COLOR` wins.
    pub(super) fn colour(&self) -> bool {
        let set = |name| self.var(name).is_some_and(|value| value != "0");
        if self.var("NO_COLOR").is_some() {
            return false;
        }
        set("CLICOLOR_FORCE")
            || (io::stdout().is_terminal() && self.var("TERM").is_some_and(|term| term != "dumb"))
    }

    /// The user's folder for quizline: `QUIZLINE_HOME`, else `quizline` in the data folder of the platform.
    pub(super) fn data_folder(&self) -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(strategy.data_dir().join("quizline"))
    }
    /// Where packs are.
    pub(super) fn library(&self) -> Library {
        let user = self.data_folder().map(|folder| folder.join("packs"));
        Library::new(Path::new("."), user)
    }
}
