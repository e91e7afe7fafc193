//! What a user may write for a pack: a path, the stem of its file, or its id.

use std::path::{MAIN_SEPARATOR, Path};

use super::{Found, Library, LibraryError, Origin, Place, list, shown};
use crate::{pack, text};

impl Library {
    /// Finds a pack: with a `/` or ending in `.toml` it is a path; else a file's stem in the places in their order;
    /// only when no stem matches are packs looked into for their id. The first match wins.
    ///
    /// # Errors
    /// [`LibraryError::NotFound`]. A path is not looked at before it is opened.
    pub fn find(&self, name: &str) -> Result<Found, LibraryError> {
        if is_path(name) {
            let place = Place::File(name.into());
            return Ok(Found {
                origin: Origin::Path,
                place,
            });
        }
        self.by_stem(name)
            .or_else(|| self.by_id(name))
            .ok_or_else(|| self.not_found(name))
    }

    fn by_stem(&self, name: &str) -> Option<Found> {
        // An empty name or one with a drive would join to something else than a file in the folder.
        if name.is_empty() || name.contains([':', '\0']) {
            return None;
        }
        let file = format!("{name}.toml");
        for (origin, folder) in self.folders() {
            let path = folder.join(&file);
            if path.metadata().is_ok_and(|metadata| !metadata.is_dir()) {
                let place = Place::File(path);
                return Some(Found { origin, place });
            }
        }
        let pack = self.built_in.iter().find(|pack| pack.stem == name)?;
        Some(Found {
            origin: Origin::BuiltIn,
            place: Place::BuiltIn(pack),
        })
    }

    fn by_id(&self, name: &str) -> Option<Found> {
        let id = pack::Id::new(name)?;
        let has_it = |found: &Found| {
            let head = list::head(&found.place).ok().flatten();
            head.and_then(|head| head.id).is_some_and(|own| own == id)
        };
        self.all().0.into_iter().find(has_it)
    }

    /// The places where packs are looked for, as a phrase.
    #[must_use]
    pub fn looked(&self) -> String {
        let mut looked: Vec<String> = self
            .folders()
            .map(|(_, folder)| {
                let missing = if folder.is_dir() {
                    ""
                } else {
                    " (no such folder)"
                };
                format!("`{}`{missing}", shown(folder))
            })
            .collect();
        looked.push("the built-in packs".to_owned());
        text::list(&looked, "and")
    }

    fn not_found(&self, name: &str) -> LibraryError {
        let mut names = Vec::new();
        for found in self.all().0 {
            let head = list::head(&found.place).ok().flatten();
            names.push(found.place.stem());
            names.extend(head.and_then(|head| head.id).map(|id| id.to_string()));
        }
        LibraryError::NotFound {
            name: text::clean_line(name).into_owned(),
            looked: self.looked(),
            closest: text::closest(name, names.iter().map(String::as_str))
                .map(|closest| text::clean_line(closest).into_owned()),
        }
    }
}

/// Whether a user means a path.
fn is_path(name: &str) -> bool {
    let ends = Path::new(name)
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    name.contains(['/', MAIN_SEPARATOR]) || ends
}
