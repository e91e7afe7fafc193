//! Opening a pack: its text, what reading it gave, and its article.

use std::borrow::Cow;

use super::{ArticleTrouble, Found, Library, LibraryError, Origin, Place, beside, file};
use crate::{
    pack::{self, Reading},
    text::article::Article,
};

/// An opened pack.
#[derive(Debug)]
pub struct Opened {
    /// Which of the places it is from.
    pub origin: Origin,
    /// The file, or the pack within the program.
    pub place: Place,
    /// Its TOML, as it was read: what positions of diagnostics count in.
    pub source: Cow<'static, str>,
    /// What reading it gave: the pack, and its faults.
    pub reading: Reading,
    /// Its article; none when the pack names none.
    pub article: Option<Result<Article, ArticleTrouble>>,
}

impl Opened {
    /// Where it was found: to open it anew after it was edited.
    #[must_use]
    pub fn found(&self) -> Found {
        Found {
            origin: self.origin,
            place: self.place.clone(),
        }
    }

    /// The article, if it could be read.
    #[must_use]
    pub fn article(&self) -> Option<&Article> {
        self.article.as_ref()?.as_ref().ok()
    }

    /// What is wrong with the article, as one clean line.
    #[must_use]
    pub fn article_note(&self) -> Option<String> {
        let trouble = self.article.as_ref()?.as_ref().err()?;
        Some(trouble.to_string())
    }
}

impl Library {
    /// Finds a pack by what a user wrote for it and opens it.
    ///
    /// # Errors
    /// When there is none or it cannot be read. Faults in the pack and trouble with its article are no errors.
    pub fn open(&self, name: &str) -> Result<Opened, LibraryError> {
        open(self.find(name)?)
    }
}

/// Opens a pack that was found.
///
/// # Errors
/// When it cannot be read. Faults in the pack and trouble with its article are no errors.
pub fn open(found: Found) -> Result<Opened, LibraryError> {
    let source = match &found.place {
        Place::File(path) => Cow::Owned(file::pack(path)?),
        Place::BuiltIn(pack) => Cow::Borrowed(pack.text),
    };
    let reading = pack::read(&source, &found.place.stem());
    let named = reading.pack.as_ref().and_then(|pack| pack.article.as_ref());
    let article = named.map(|article| {
        let text = match &found.place {
            Place::File(path) => beside::article(path, &article.file)?,
            Place::BuiltIn(pack) if pack.article.0 == article.file => pack.article.1.to_owned(),
            Place::BuiltIn(_) => return Err(ArticleTrouble::Missing(article.file.clone())),
        };
        Ok(Article::new(text))
    });
    Ok(Opened {
        origin: found.origin,
        place: found.place,
        source,
        reading,
        article,
    })
}
