//! The article of a pack, beside it: nothing outside the pack's folder is ever opened.

use std::{
    io,
    path::{Component, Path, PathBuf},
};

use super::file::{self, Trouble};
use crate::text;

/// The size of the largest article that is read, in bytes.
pub const ARTICLE_LIMIT: u64 = 8 << 20;

/// Why there is no article though the pack names one. Names in messages are clean.
#[derive(Debug, thiserror::Error)]
pub enum ArticleTrouble {
    /// There is no such file beside the pack.
    #[error("the article `{0}` is not beside the pack")]
    Missing(String),
    /// Its name or a link leads out of the pack's folder.
    #[error(
        "the article `{0}` is outside the pack's folder and is not opened: put it beside the pack"
    )]
    Outside(String),
    /// It is a folder, a device, a pipe or a socket.
    #[error("the article `{0}` is {1}, not a file")]
    NotAFile(String, &'static str),
    /// It is too large.
    #[error("the article `{0}` is larger than {limit} MiB, the most that is read", limit = ARTICLE_LIMIT >> 20)]
    TooLarge(String),
    /// It is not UTF-8.
    #[error("the article `{0}` is not UTF-8 (line {1}): save it as UTF-8 in your editor")]
    NotUtf8(String, usize),
    /// It cannot be read.
    #[error("cannot read the article `{0}`: {1}")]
    Read(String, io::Error),
}

/// The text of the article `name` of the pack at `pack`.
pub(super) fn article(pack: &Path, name: &str) -> Result<String, ArticleTrouble> {
    let shown = text::clean_line(name).into_owned();
    let Some(relative) = relative(name) else {
        return Err(ArticleTrouble::Outside(shown));
    };
    let folder = match pack.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let read = || -> Result<Option<String>, Trouble> {
        let real = folder.join(&relative).canonicalize()?;
        // By components, not by characters: `/a/packs-of-others` does not stand in `/a/packs`.
        if !real.starts_with(folder.canonicalize()?) {
            return Ok(None);
        }
        file::text(&real, ARTICLE_LIMIT).map(Some)
    };
    match read() {
        Ok(Some(text)) => Ok(text),
        Ok(None) => Err(ArticleTrouble::Outside(shown)),
        Err(Trouble::Missing) => Err(ArticleTrouble::Missing(shown)),
        Err(Trouble::NotAFile(what)) => Err(ArticleTrouble::NotAFile(shown, what)),
        Err(Trouble::TooLarge) => Err(ArticleTrouble::TooLarge(shown)),
        Err(Trouble::NotUtf8 { line }) => Err(ArticleTrouble::NotUtf8(shown, line)),
        Err(Trouble::Io(error)) => Err(ArticleTrouble::Read(shown, error)),
    }
}

/// The path below the folder that a pack's `file` stands for. None for anything that could lead elsewhere, on any
/// platform: a pack is carried from one to the other.
pub(super) fn relative(name: &str) -> Option<PathBuf> {
    let foreign = name.contains(['\\', ':', '\0']);
    let path = Path::new(name);
    let plain = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    (!foreign && plain && path.file_name().is_some()).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn only_plain_paths_below_the_folder_are_article_names() {
        for name in ["a.md", "texts/a.md", "α β.md", "..a.md"] {
            assert!(relative(name).is_some(), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "../a.md",
            "a/../../b.md",
            "/etc/passwd",
            "a\\b.md",
            "..\\a.md",
            "C:\\a.md",
            "C:a.md",
            "\\\\server\\a.md",
            "a.md\0",
            "./a.md",
        ] {
            assert!(relative(name).is_none(), "{name}");
        }
    }
}
