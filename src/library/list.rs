//! Every pack that can be seen. Only heads are looked at: a list of hundreds of packs must not wait for their questions.

use std::{fs, io};

use super::{Found, Library, LibraryError, Origin, Place, file, shown};
use crate::pack::{self, Head};

/// How many packs of one folder are listed; what is beyond (by name) is named in [`Listing::notes`].
pub const FOLDER_LIMIT: usize = 1000;

/// Every pack that can be seen, in the order in which they are looked up.
#[derive(Debug)]
pub struct Listing {
    /// The packs.
    pub packs: Vec<Listed>,
    /// What could not be looked at, as clean lines.
    pub notes: Vec<String>,
}

/// A pack in a list.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub found: Found,
    /// The name it is looked up by.
    pub stem: String,
    /// Its head; none when it is no readable pack. An error when the file could not be read.
    pub head: Result<Option<Head>, LibraryError>,
    /// The pack that is found in its stead, as its place in the list: it comes earlier and has the same stem.
    pub hidden_by: Option<usize>,
    /// An earlier pack of another name with the same id: answers to both count as answers to one.
    pub same_id: Option<usize>,
}

impl Library {
    /// Lists every pack.
    #[must_use]
    pub fn list(&self) -> Listing {
        let (all, notes) = self.all();
        let mut packs: Vec<Listed> = Vec::with_capacity(all.len());
        for found in all {
            let stem = found.place.stem();
            let head = head(&found.place);
            let id = id(head.as_ref().ok().and_then(Option::as_ref));
            let hidden_by = packs.iter().position(|other| other.stem == stem);
            let same_id = id.and_then(|id| {
                let same = |other: &Listed| {
                    other.hidden_by.is_none() && self::id(other.head()).is_some_and(|own| own == id)
                };
                packs.iter().position(same)
            });
            packs.push(Listed {
                same_id: same_id.filter(|_| hidden_by.is_none()),
                found,
                stem,
                head,
                hidden_by,
            });
        }
        Listing { packs, notes }
    }

    /// Every pack, unopened, in the order in which they are looked up, and what could not be looked at.
    pub(super) fn all(&self) -> (Vec<Found>, Vec<String>) {
        let (mut all, mut notes) = (Vec::new(), Vec::new());
        for (origin, folder) in self.folders() {
            let mut names = Vec::new();
            match fs::read_dir(folder) {
                Ok(entries) => names.extend(entries.flatten().map(|entry| entry.file_name())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => notes.push(format!("cannot look into `{}`: {error}", shown(folder))),
            }
            names.retain(|name| {
                let name = name.to_string_lossy();
                name.ends_with(".toml") && !name.starts_with('.')
            });
            names.sort();
            if names.len() > FOLDER_LIMIT {
                let more = names.len() - FOLDER_LIMIT;
                notes.push(format!(
                    "`{}` holds {more} more packs, which are not listed",
                    shown(folder)
                ));
                names.truncate(FOLDER_LIMIT);
            }
            all.extend(names.iter().map(|name| Found {
                origin,
                place: Place::File(folder.join(name)),
            }));
        }
        all.extend(self.built_in.iter().map(|pack| Found {
            origin: Origin::BuiltIn,
            place: Place::BuiltIn(pack),
        }));
        (all, notes)
    }
}

impl Listed {
    /// The head, if it could be read.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        self.head.as_ref().ok()?.as_ref()
    }

    /// Its id: the one it names, else that of its stem; none when it is no readable pack.
    #[must_use]
    pub fn id(&self) -> Option<pack::Id> {
        let named = self.head()?.id.clone();
        named.or_else(|| pack::Id::new(&crate::text::slug(&self.stem)))
    }
}

/// The head of a pack; none when it is no readable pack.
pub(super) fn head(place: &Place) -> Result<Option<Head>, LibraryError> {
    match place {
        Place::File(path) => file::pack(path).map(|text| pack::head(&text)),
        Place::BuiltIn(pack) => Ok(pack::head(pack.text)),
    }
}

fn id(head: Option<&Head>) -> Option<&pack::Id> {
    head?.id.as_ref()
}
