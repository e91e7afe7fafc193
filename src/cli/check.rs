//! `quizline check`: every fault of packs and of what they quote, with positions.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{Exit, World, lookup};
use crate::{
    diagnostic::{Diagnostic, Severity},
    library::{self, Found, Library, LibraryError, Opened, Origin, Place},
    pack::{self, Ground},
    report::diagnostics::{self, Checked, Look},
    text,
};

/// Columns of the output where nothing says how many there are.
const WIDTH: usize = 100;

/// Check packs for faults.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packs: paths, names, or folders of packs
    #[arg(required = true, value_name = "PACK")]
    packs: Vec<String>,
    /// Fail on warnings, too
    #[arg(long)]
    strict: bool,
    /// How to show what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// A pack as it was opened, or why it could not be.
struct Looked {
    file: String,
    opened: Result<Opened, LibraryError>,
}

pub(super) fn run(args: &Args, world: &mut World) -> Result<Exit> {
    let library = world.library();
    let mut looked = Vec::new();
    for name in &args.packs {
        look(&library, name, &mut looked);
    }
    let checked: Vec<Checked<'_>> = looked.iter().map(check).collect();
    let out = match args.format {
        Format::Json => diagnostics::json(&checked)?,
        Format::Text => told(&checked, look_of(world)),
    };
    lookup::write(&mut world.out, &out)?;
    let mut unreadable = false;
    for error in looked
        .iter()
        .filter_map(|looked| looked.opened.as_ref().err())
    {
        unreadable = true;
        writeln!(world.err, "error: {error}")?;
    }
    let errors: usize = checked.iter().map(|pack| pack.errors).sum();
    let warnings: usize = checked.iter().map(|pack| pack.warnings).sum();
    Ok(if unreadable {
        Exit::Unreadable
    } else if errors > 0 || (args.strict && warnings > 0) {
        Exit::Found
    } else {
        Exit::Done
    })
}

fn look_of(world: &World) -> Look {
    let columns = world
        .var("COLUMNS")
        .and_then(|columns| columns.to_str()?.parse().ok());
    Look {
        colour: world.colour(),
        width: columns.unwrap_or(WIDTH),
    }
}

fn told(checked: &[Checked<'_>], look: Look) -> String {
    let readable = || checked.iter().filter(|pack| pack.questions.is_some());
    let mut out: String = readable()
        .map(|pack| diagnostics::text(pack, look))
        .collect();
    if readable().count() > 1 {
        out.push_str(&diagnostics::total(checked));
        out.push('\n');
    }
    out
}

/// Opens what a name stands for: one pack, or all of a folder.
fn look(library: &Library, name: &str, looked: &mut Vec<Looked>) {
    let folder = Path::new(name);
    if folder.is_dir() {
        match packs_in(folder) {
            Ok(paths) if paths.is_empty() => looked.push(Looked {
                file: name.to_owned(),
                opened: Err(LibraryError::NotFound {
                    name: text::clean_line(name).into_owned(),
                    looked: "that folder, which has no `.toml` file".to_owned(),
                    closest: None,
                }),
            }),
            Ok(paths) => looked.extend(paths.into_iter().map(|path| {
                let place = Place::File(path);
                open(Found {
                    origin: Origin::Path,
                    place,
                })
            })),
            Err(error) => looked.push(Looked {
                file: name.to_owned(),
                opened: Err(LibraryError::Read {
                    path: folder.to_owned(),
                    error,
                }),
            }),
        }
        return;
    }
    looked.push(match library.find(name) {
        Ok(found) => open(found),
        Err(error) => Looked {
            file: name.to_owned(),
            opened: Err(error),
        },
    });
}

/// The packs that stand in a folder itself, by name.
fn packs_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
            && !path.is_dir()
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn open(found: Found) -> Looked {
    let file = match found.place.path() {
        Some(path) => path.to_string_lossy().into_owned(),
        None => found.place.to_string(),
    };
    Looked {
        file,
        opened: library::open(found),
    }
}

/// Everything that is wrong with a pack and with what it quotes.
fn check(looked: &Looked) -> Checked<'_> {
    let Ok(opened) = &looked.opened else {
        return Checked {
            file: looked.file.clone(),
            source: "",
            article: None,
            id: None,
            questions: None,
            events: None,
            diagnostics: Vec::new(),
            errors: 0,
            warnings: 0,
        };
    };
    let reading = &opened.reading;
    let note = opened.article_note();
    let ground = match (opened.article(), &note) {
        (Some(article), _) => Ground::Article(article),
        (None, Some(note)) => Ground::Unreadable(note),
        (None, None) => Ground::None,
    };
    let grounding = pack::ground(&opened.source, reading, ground);
    let count = |severity| {
        let of = |d: &&Diagnostic| d.code.severity == severity;
        grounding.iter().filter(of).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let mut diagnostics = reading.diagnostics.clone();
    diagnostics.extend(grounding);
    diagnostics.sort_by_key(|d| (d.place, d.span.start, d.span.end));
    let pack = reading.pack.as_ref();
    let article = pack.and_then(|pack| pack.article.as_ref());
    Checked {
        file: looked.file.clone(),
        source: &opened.source,
        article: article
            .zip(opened.article())
            .map(|(named, article)| (beside(&looked.file, &named.file), article.source())),
        id: pack.map(|pack| pack.id.to_string()),
        questions: reading.questions,
        events: reading.events,
        diagnostics,
        errors: reading.errors + errors,
        warnings: reading.warnings + warnings,
    }
}

/// How the article of a pack is called: by the same way as the pack.
fn beside(pack: &str, article: &str) -> String {
    Path::new(pack)
        .with_file_name(article)
        .to_string_lossy()
        .into_owned()
}
