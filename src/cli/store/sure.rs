//! What erasing and resetting have in common: one question, and a word about copies.

use std::{fs, path::Path};

use anyhow::Result;

use super::shown;
use crate::{
    cli::{Common, World, front::Front, lookup},
    run::RunError,
    text,
    ui::UiError,
};

/// Asks once. None when nobody can be asked; then what to do instead is said.
pub(super) fn sure(
    question: &str,
    yes: bool,
    common: &Common,
    world: &mut World,
) -> Result<Option<bool>> {
    if yes {
        return Ok(Some(true));
    }
    let front = Front::new(common, world);
    let asked = front
        .interface(world)
        .and_then(|mut ui| ui.confirm(question, false));
    match asked {
        Ok(answer) => {
            if !answer {
                lookup::write(&mut world.out, "Nothing was changed.\n")?;
            }
            Ok(Some(answer))
        }
        Err(UiError::EndOfInput) => {
            lookup::write(&mut world.err, NOBODY)?;
            Ok(None)
        }
        Err(error) => Err(RunError::Ui(error).into()),
    }
}

const NOBODY: &str =
    "error: nobody answered, so nothing was changed; `--yes` does it without asking\n";

/// Names copies of the store that stand beside it: what was erased is still in them.
pub(super) fn copies(store: &Path) -> Option<String> {
    let folder = store.parent()?;
    let stem = store.file_stem()?.to_str()?;
    let own = store.file_name()?.to_str()?;
    let mut names: Vec<String> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            let behind = name.strip_prefix(own);
            let copy = behind
                .is_some_and(|rest| rest.ends_with(".backup") || rest.starts_with(".damaged-"));
            let saved = name.starts_with(&format!("{stem}-"))
                && Path::new(name).extension() == Some("db".as_ref());
            copy || saved
        })
        .map(|name| format!("`{}`", shown(&folder.join(name))))
        .collect();
    names.sort();
    (!names.is_empty()).then(|| {
        format!(
            "note: copies made before still hold it: {}\n",
            text::list(&names, "and")
        )
    })
}
