//! Copying a pack with its article, as the start of one's own. A file that is there is never touched.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{Library, LibraryError, Opened, beside};

/// What was written.
#[derive(Debug)]
pub struct Copied {
    /// The new pack.
    pub pack: PathBuf,
    /// What became of its article; none when the pack names none.
    pub article: Option<CopiedArticle>,
}

/// What became of an article.
#[derive(Debug)]
pub enum CopiedArticle {
    /// It was written there.
    Written(PathBuf),
    /// It already stood there, the same to the letter.
    Same(PathBuf),
    /// It could not be read and was left out; why, as a clean line.
    LeftOut(String),
}

impl Library {
    /// Writes an opened pack and its article to the folder `to`, which is made when it is not there; `./quizzes` when
    /// none is given. The copy keeps the file's stem, so that it is found by the same name (and earlier).
    ///
    /// # Errors
    /// [`LibraryError::Exists`] when a file would be replaced; then nothing has been written.
    pub fn copy(&self, opened: &Opened, to: Option<&Path>) -> Result<Copied, LibraryError> {
        let folder = to.unwrap_or(&self.quizzes);
        let pack = folder.join(format!("{}.toml", opened.place.stem()));
        if there(&pack) {
            return Err(LibraryError::Exists { path: pack });
        }
        let article = match (&opened.article, named(opened)) {
            (Some(Ok(article)), Some(name)) => Some(Ok((folder.join(name), article.source()))),
            (Some(Err(trouble)), _) => Some(Err(trouble.to_string())),
            _ => None,
        };
        // The article first: a pack that can be seen has its article.
        let article = match article {
            Some(Ok((path, text))) => Some(write_article(path, text)?),
            Some(Err(trouble)) => Some(CopiedArticle::LeftOut(trouble)),
            None => None,
        };
        write_new(&pack, &opened.source)?;
        Ok(Copied { pack, article })
    }
}

fn named(opened: &Opened) -> Option<PathBuf> {
    let article = opened.reading.pack.as_ref()?.article.as_ref()?;
    beside::relative(&article.file)
}

fn write_article(path: PathBuf, text: &str) -> Result<CopiedArticle, LibraryError> {
    if !there(&path) {
        write_new(&path, text)?;
        return Ok(CopiedArticle::Written(path));
    }
    match super::file::text(&path, beside::ARTICLE_LIMIT) {
        Ok(own) if own == text => Ok(CopiedArticle::Same(path)),
        _ => Err(LibraryError::Exists { path }),
    }
}

/// Whether anything stands there, a link that leads nowhere included.
fn there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes a file that is not there: whole under another name first, then it gets its own.
fn write_new(path: &Path, text: &str) -> Result<(), LibraryError> {
    let fault = |error: io::Error| {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::AlreadyExists => LibraryError::Exists { path },
            _ => LibraryError::Write { path, error },
        }
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(fault)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = write_draft(&draft, text).and_then(|()| publish(&draft, path));
    // After a link the draft is a second name, after a failure a scrap, after a rename gone.
    let _ = fs::remove_file(&draft);
    written.map_err(fault)
}

fn write_draft(draft: &Path, text: &str) -> io::Result<()> {
    // Left by an earlier process of this number that was killed.
    let _ = fs::remove_file(draft);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Gives a draft its own name without replacing anything: a link fails when the name is taken. Where links are not to
/// be had (a stick for the class) the name is looked at first.
fn publish(draft: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(draft, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            if there(path) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::rename(draft, path)
        }
        linked => linked,
    }
}
