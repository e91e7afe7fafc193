//! Whose answers these are: the flag, the environment, the name remembered, a question, the account.

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

use super::{Common, World};
use crate::{
    record::{LONGEST_NAME, learner_key},
    text,
    ui::{Guide, UiError},
};

/// The learner without asking: the flag, `QUIZLINE_LEARNER`, or in a terminal the name remembered.
pub(super) fn known(common: &Common, world: &World, terminal: bool) -> Option<String> {
    let said = common.learner.clone().or_else(|| {
        world
            .var("QUIZLINE_LEARNER")
            .map(|name| name.to_string_lossy().into_owned())
    });
    let remembered = || terminal.then(|| remembered(world)).flatten();
    said.and_then(|name| tidy(&name)).or_else(remembered)
}

/// The learner: known, or in a terminal asked once and remembered, else the account's name.
pub(super) fn resolve(
    common: &Common,
    world: &World,
    guide: Option<&mut dyn Guide>,
) -> Result<String, UiError> {
    if let Some(name) = known(common, world, guide.is_some()) {
        return Ok(name);
    }
    match guide {
        Some(guide) => ask(world, guide),
        None => Ok(account(world)),
    }
}

/// Asks for the name and remembers it.
pub(super) fn ask(world: &World, guide: &mut dyn Guide) -> Result<String, UiError> {
    let default = remembered(world).unwrap_or_else(|| account(world));
    let typed = guide.input(QUESTION, Some(&default))?;
    let name = typed.and_then(|typed| tidy(&typed)).unwrap_or(default);
    // Not being able to remember it only means being asked again.
    let _ = remember(world, &name);
    Ok(name)
}

/// Forgets the name that is remembered if it is this learner's.
pub(super) fn forget(learner: &str, world: &World) {
    let own = remembered(world).is_some_and(|name| learner_key(&name) == learner_key(learner));
    if let Some(file) = file(world).filter(|_| own) {
        // Left where it is, it only is the name that is offered next.
        let _ = fs::remove_file(file);
    }
}

const QUESTION: &str = "Whose answers are these? Your name";

fn tidy(name: &str) -> Option<String> {
    let name: String = text::clean_line(name)
        .trim()
        .chars()
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim_end().to_owned();
    (!name.is_empty()).then_some(name)
}

fn account(world: &World) -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| tidy(&world.var(name)?.to_string_lossy()))
        .unwrap_or_else(|| "learner".to_owned())
}

fn file(world: &World) -> Option<PathBuf> {
    Some(world.data_folder()?.join("learner"))
}

fn remembered(world: &World) -> Option<String> {
    tidy(&fs::read_to_string(file(world)?).ok()?)
}

fn remember(world: &World, name: &str) -> io::Result<()> {
    let Some(path) = file(world) else {
        return Ok(());
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_extension("new");
    let mut written = fs::File::create(&draft)?;
    writeln!(written, "{name}")?;
    fs::rename(draft, path)
}
