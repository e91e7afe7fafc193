//! `quizline read`: the article of a pack.

use std::io::Write as _;

use anyhow::{Result, anyhow};

use super::{
    Exit, World,
    lookup::{self, Named},
};
use crate::{
    library::Opened,
    text,
    ui::{UiError, plain_article},
};

/// Read the article of a pack: page by page in a terminal, plain text in a pipe.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pack: Option<String>,
}

/// Columns of the widest line.
const WIDTH: usize = 80;

pub(super) fn run(args: &Args, world: &mut World) -> Result<Exit> {
    let opened = match lookup::open(&world.library(), args.pack.as_deref())? {
        Named::Opened(opened) => opened,
        Named::Unnamed(told) => {
            writeln!(world.err, "error: {told}").map_err(UiError::from)?;
            return Ok(Exit::Usage);
        }
    };
    // Passages are the ground of questions: they stay unmarked until the learner's first attempt.
    let text = article(&opened, &[], WIDTH)?;
    page(&text, world)?;
    Ok(Exit::Done)
}

/// Shows a text page by page where there is a terminal for it; else writes it in one piece.
pub(super) fn page(text: &str, world: &mut World) -> Result<(), UiError> {
    lookup::write(&mut world.out, text)
}

/// The article of a pack as plain text of at most `width` columns, with `>>` and `<<` around the passages `marked`.
///
/// # Errors
/// When the pack names no article, or it cannot be read.
pub(super) fn article(opened: &Opened, marked: &[&str], width: usize) -> Result<String> {
    let name = lookup::argument(opened);
    let Some(article) = opened.article() else {
        return Err(match (opened.article_note(), &opened.reading.pack) {
            (Some(note), _) => anyhow!("{note}"),
            (None, Some(_)) => anyhow!("the pack `{name}` names no article"),
            (None, None) => anyhow!("`{name}` is no valid pack: run `quizline check {name}`"),
        });
    };
    let mut out = Vec::new();
    plain_article(&mut out, article, marked, width)?;
    Ok(text::clean(&String::from_utf8_lossy(&out)).into_owned())
}

/// The passages of a pack's questions: to be marked once the learner has attempted them.
pub(super) fn passages(opened: &Opened) -> Vec<&str> {
    let questions = opened.reading.pack.iter().flat_map(|pack| &pack.questions);
    questions
        .filter_map(|question| question.passage.as_deref())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::article;
    use crate::{library::Library, text};

    #[test]
    fn an_article_is_wrapped_and_marks_what_it_is_told_to() {
        let library = Library::new(Path::new("/nonexistent"), None);
        let opened = library.open("deepseek").unwrap();
        let plain = article(&opened, &[], 60).unwrap();
        assert!(plain.lines().count() > 50);
        assert!(plain.lines().all(|line| text::width(line) <= 60), "{plain}");
        assert!(!plain.contains(">>") && !plain.contains('\u{1b}'));
    }

    #[test]
    fn without_an_article_it_is_said_why() {
        let folder = tempfile::tempdir().unwrap();
        let cases = [
            ("none", "format = 1\ntitle = \"A\"\n", "names no article"),
            (
                "gone",
                "format = 1\ntitle = \"A\"\n[article]\nfile = \"gone.md\"\n",
                "the article `gone.md` is not beside the pack",
            ),
            (
                "broken",
                "title = ",
                "is no valid pack: run `quizline check",
            ),
        ];
        let library = Library::new(folder.path(), None);
        for (stem, pack, told) in cases {
            let path = folder.path().join(format!("{stem}.toml"));
            std::fs::write(&path, pack).unwrap();
            let opened = library.open(&path.to_string_lossy()).unwrap();
            let error = article(&opened, &[], 80).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
