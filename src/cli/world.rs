//! What the program takes from outside: streams, environment, clock, folders. Read once, here, and passed down.

use std::{
    collections::HashMap,
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;

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

    /// Whether only ASCII marks are sure to be drawn right: a locale that is not UTF-8, or one in which the width of
    /// marks is doubtful.
    pub(super) fn ascii(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| self.var(name))
            .map(|locale| locale.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        let wide = ["zh", "ja", "ko"].iter().any(|cjk| locale.starts_with(cjk));
        !utf8 || wide
    }

    /// The person's editor.
    pub(super) fn editor(&self) -> Option<String> {
        let named = self.var("VISUAL").or_else(|| self.var("EDITOR"))?;
        Some(named.to_string_lossy().into_owned())
    }

    /// The user's folder for quizline, in the data folder of the platform; none without a home.
    #[expect(clippy::unused_self, reason = "the environment belongs to the world")]
    pub(super) fn data_folder(&self) -> Option<PathBuf> {
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(strategy.data_dir().join("quizline"))
    }

    /// Folders for the spool when the one beside the store cannot be written.
    pub(super) fn spool_folders(&self) -> Vec<PathBuf> {
        let state = etcetera::choose_base_strategy()
            .ok()
            .and_then(|strategy| strategy.state_dir());
        let runtime = self.var("XDG_RUNTIME_DIR").map(PathBuf::from);
        let folders = state.into_iter().chain(runtime);
        folders
            .map(|folder| folder.join("quizline/spool"))
            .collect()
    }

    /// Where packs are.
    pub(super) fn library(&self) -> Library {
        let user = self.data_folder().map(|folder| folder.join("packs"));
        Library::new(Path::new("."), user)
    }
}
