//! Where packs are: finding, opening, listing and copying them, with their articles. Whatever a folder holds is
//! hostile until it has been checked; nothing here prints.
//!
//! Packs stand in three places, searched in this order: `./quizzes`, the user's folder, and the program itself.

mod beside;
mod built_in;
mod copy;
mod error;
mod file;
mod find;
mod list;
mod open;

use std::{
    fmt,
    path::{Path, PathBuf},
};

pub use beside::{ARTICLE_LIMIT, ArticleTrouble};
pub use built_in::BuiltIn;
pub use copy::{Copied, CopiedArticle};
pub use error::LibraryError;
pub use file::PACK_LIMIT;
pub use list::{FOLDER_LIMIT, Listed, Listing};
pub use open::{Opened, open};

use crate::text;

/// The places where packs are looked for.
#[derive(Clone, Debug)]
pub struct Library {
    quizzes: PathBuf,
    user: Option<PathBuf>,
    built_in: &'static [BuiltIn],
}

impl Library {
    /// The library of someone who works in the folder `working` and whose own packs stand in the folder `user`.
    #[must_use]
    pub fn new(working: &Path, user: Option<PathBuf>) -> Self {
        let quizzes = if working == Path::new(".") {
            PathBuf::from("quizzes")
        } else {
            working.join("quizzes")
        };
        Self {
            quizzes,
            user,
            built_in: built_in::ALL,
        }
    }

    /// `./quizzes`, where the packs of one's work stand.
    #[must_use]
    pub fn quizzes(&self) -> &Path {
        &self.quizzes
    }

    /// The user's own folder, if there is one.
    #[must_use]
    pub fn user(&self) -> Option<&Path> {
        self.user.as_deref()
    }

    fn folders(&self) -> impl Iterator<Item = (Origin, &Path)> {
        let user = self.user.as_deref().map(|path| (Origin::User, path));
        std::iter::once((Origin::Quizzes, self.quizzes.as_path())).chain(user)
    }
}

/// Which of the places a pack is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A path that was given.
    Path,
    /// `./quizzes`.
    Quizzes,
    /// The user's folder.
    User,
    /// The program itself.
    BuiltIn,
}

/// A pack that was found but not opened.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which of the places it is from.
    pub origin: Origin,
    /// The file, or the pack within the program.
    pub place: Place,
}

/// A file, or a pack within the program.
#[derive(Clone, Debug)]
pub enum Place {
    /// A file.
    File(PathBuf),
    /// A pack within the program.
    BuiltIn(&'static BuiltIn),
}

impl Place {
    /// The file's name without its ending; the name that a pack is looked up by.
    #[must_use]
    pub fn stem(&self) -> String {
        match self {
            Self::File(path) => path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default(),
            Self::BuiltIn(pack) => pack.stem.to_owned(),
        }
    }

    /// The file; none for a pack within the program.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::BuiltIn(_) => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.write_str(&shown(path)),
            Self::BuiltIn(pack) => write!(f, "{} (built in)", pack.stem),
        }
    }
}

/// A path as it may be shown: one line without anything that could steer a terminal.
#[must_use]
pub fn shown(path: &Path) -> String {
    text::clean_line(&path.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests;
