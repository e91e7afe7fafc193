//! `quizline packs`: every pack that can be seen, where it is from, and which hides which; and copies of them.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Result, anyhow};

use super::{Exit, World, lookup};
use crate::{
    diagnostic::Severity,
    library::{self, Copied, CopiedArticle, Library, Listed, Listing},
    text,
};

/// List the packs that can be seen, where they are from, and which hides which.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write a pack and its article as the start of one's own
    Copy {
        /// The pack: its name, or a path
        id: String,
        /// The folder to write to (else ./quizzes)
        dir: Option<PathBuf>,
    },
}

pub(super) fn run(args: &Args, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let told = match &args.command {
        None => list(&library),
        Some(Command::Copy { id, dir }) => {
            let opened = library.open(id)?;
            if opened.reading.pack.is_none() {
                return Err(anyhow!(
                    "`{0}` is no valid pack: run `quizline check {1}`",
                    opened.place,
                    lookup::argument(&opened)
                ));
            }
            let copied = library.copy(&opened, dir.as_deref())?;
            told(&copied, &opened.place.stem(), dir.is_some())
        }
    };
    lookup::write(&mut world.out, &told)?;
    Ok(Exit::Done)
}

/// The table of packs, with what is to be known of each below it.
fn list(library: &Library) -> String {
    let listing = library.list();
    let rows: Vec<[String; 4]> = std::iter::once(HEADER.map(str::to_owned))
        .chain(listing.packs.iter().map(row))
        .collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| text::width(&row[column]));
        widths.max().unwrap_or_default().min(WIDEST)
    };
    let widths = [width(0), width(1), width(2)];
    let mut table = String::new();
    for (index, row) in rows.iter().enumerate() {
        let [name, questions, title, from] = row;
        let line = format!(
            "{}  {}  {}  {from}",
            left(name, widths[0]),
            right(questions, widths[1]),
            left(title, widths[2])
        );
        table.push_str(line.trim_end());
        table.push('\n');
        let Some(listed) = index.checked_sub(1).and_then(|at| listing.packs.get(at)) else {
            continue;
        };
        for remark in remarks(listed, &listing) {
            table.push_str("  ");
            table.push_str(&text::clean_line(&remark));
            table.push('\n');
        }
    }
    for note in &listing.notes {
        let _ = writeln!(table, "note: {}", text::clean_line(note));
    }
    let _ = writeln!(table, "Looked in {}.", library.looked());
    table
}

fn row(listed: &Listed) -> [String; 4] {
    let head = listed.head();
    let title = head.and_then(|head| head.title.as_deref()).unwrap_or("-");
    let from = match listed.found.place.path() {
        Some(path) => library::shown(path),
        None => "built in".to_owned(),
    };
    [
        text::clean_line(&listed.stem).into_owned(),
        head.map_or_else(|| "-".to_owned(), |head| head.questions.to_string()),
        text::clean_line(title).into_owned(),
        from,
    ]
}

/// What a table cannot say. Here, and only here, packs are read in full: whoever asks for the list wants to know.
fn remarks(listed: &Listed, listing: &Listing) -> Vec<String> {
    let mut remarks = Vec::new();
    let place = |index: usize| {
        listing
            .packs
            .get(index)
            .map(|other| other.found.place.to_string())
    };
    if let Some(other) = listed.hidden_by.and_then(place) {
        remarks.push(format!(
            "hidden by {other}, which has the same name and comes first"
        ));
    }
    if let Some(other) = listed.same_id.and_then(place) {
        remarks.push(format!(
            "has the id of {other}: answers to both count as answers to one pack"
        ));
    }
    let opened = match library::open(listed.found.clone()) {
        Ok(opened) => opened,
        Err(error) => {
            remarks.push(error.to_string());
            return remarks;
        }
    };
    let errors = opened.reading.diagnostics.iter();
    let errors = errors
        .filter(|found| found.code.severity == Severity::Error)
        .count();
    if errors > 0 || opened.reading.pack.is_none() {
        let faults = text::count(errors.max(1), "fault");
        let name = listed
            .found
            .place
            .path()
            .map_or_else(|| listed.stem.clone(), library::shown);
        remarks.push(format!("{faults}: run `quizline check {name}`"));
    }
    remarks.extend(opened.article_note());
    remarks
}

fn told(copied: &Copied, stem: &str, elsewhere: bool) -> String {
    let pack = library::shown(&copied.pack);
    let mut told = format!("Wrote {pack}\n");
    match &copied.article {
        Some(CopiedArticle::Written(path)) => {
            let _ = writeln!(told, "Wrote {}", library::shown(path));
        }
        Some(CopiedArticle::Same(path)) => {
            let _ = writeln!(told, "Kept {}, which is the same", library::shown(path));
        }
        Some(CopiedArticle::LeftOut(why)) => {
            let _ = writeln!(told, "Without the article: {why}");
        }
        None => {}
    }
    let stem = text::clean_line(stem);
    let name = if elsewhere { pack.as_str() } else { &stem };
    let _ = writeln!(
        told,
        "It is yours now: edit it, then run `quizline check {name}` and `quizline take {name}`."
    );
    told
}

fn left(cell: &str, width: usize) -> String {
    let cell = text::truncate(cell, width);
    let room = width.saturating_sub(text::width(&cell));
    format!("{cell}{}", " ".repeat(room))
}

fn right(cell: &str, width: usize) -> String {
    let room = width.saturating_sub(text::width(cell));
    format!("{}{cell}", " ".repeat(room))
}

/// No column grows beyond this; the last one is never cut.
const WIDEST: usize = 40;

const HEADER: [&str; 4] = ["NAME", "QUESTIONS", "TITLE", "FROM"];

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{list, told};
    use crate::{library::Library, text};

    #[test]
    fn the_list_tells_where_packs_are_from_and_which_hides_which() {
        let folder = tempfile::tempdir().unwrap();
        let quizzes = folder.path().join("quizzes");
        fs::create_dir(&quizzes).unwrap();
        fs::write(
            quizzes.join("apollo.toml"),
            "format = 1\ntitle = \"月 Apollo\"\n",
        )
        .unwrap();
        fs::write(
            quizzes.join("deepseek.toml"),
            "format = 1\nid = \"deepseek\"\ntitle = \"Mine\"\n",
        )
        .unwrap();
        fs::write(quizzes.join("x\u{1b}[2J.toml"), b"\xff").unwrap();
        let listed = list(&Library::new(
            folder.path(),
            Some(folder.path().join("packs")),
        ));
        let here = format!("{}/", folder.path().display());
        let listed = listed.replace(&here, "");
        assert!(!listed.contains('\u{1b}'));
        let lines: Vec<&str> = listed.lines().collect();
        // How wide the columns are depends on the packs that are built in.
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(lines[0]), "NAME QUESTIONS TITLE FROM");
        assert_eq!(words(lines[1]), "apollo 0 月 Apollo quizzes/apollo.toml");
        assert_eq!(words(lines[2]), "deepseek 0 Mine quizzes/deepseek.toml");
        let from = |line: &str| text::width(line.split("quizzes/").next().unwrap());
        assert_eq!(from(lines[1]), from(lines[2]));
        assert!(lines[3].ends_with("\u{fffd}[2J.toml"), "{listed}");
        assert!(lines[4].contains("is not UTF-8 (line 1)"), "{listed}");
        assert!(
            lines[5].starts_with("deepseek") && lines[5].ends_with("built in"),
            "{listed}"
        );
        assert_eq!(
            lines[6],
            "  hidden by quizzes/deepseek.toml, which has the same name and comes first"
        );
        assert_eq!(
            lines[lines.len() - 1],
            "Looked in `quizzes`, `packs` (no such folder) and the built-in packs."
        );
    }

    #[test]
    fn a_copy_says_what_was_written_and_what_to_do_next() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::new(folder.path(), None);
        let opened = library.open("deepseek").unwrap();
        let copied = library.copy(&opened, None).unwrap();
        let here = format!("{}/", folder.path().display());
        assert_eq!(
            told(&copied, "deepseek", false).replace(&here, ""),
            "Wrote quizzes/deepseek.toml\nWrote quizzes/deepseek.md\nIt is yours now: edit it, then run `quizline \
             check deepseek` and `quizline take deepseek`.\n"
        );
    }
}
