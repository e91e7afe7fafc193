//! `quizline read`: the article of a pack, page by page in a terminal, plain text in a pipe.

use std::io::Write as _;

use anyhow::{Result, anyhow};

use super::{
    Common, Exit, World,
    front::Front,
    learner,
    lookup::{self, Named},
    storage,
};
use crate::{
    library::Opened,
    run::RunError,
    stats::History,
    ui::{Guide, UiError},
};

/// Read the article of a pack.
///
/// In a terminal page by page: Space and b turn pages, / searches, q ends. In a pipe plain text. Passages that
/// questions stand on are marked once you have answered something of the pack.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pack: Option<String>,
}

pub(super) fn run(args: &Args, common: &Common, world: &mut World) -> Result<Exit> {
    let opened = match lookup::open(&world.library(), args.pack.as_deref())? {
        Named::Opened(opened) => opened,
        Named::Unnamed(told) => {
            writeln!(world.err, "error: {told}").map_err(UiError::from)?;
            return Ok(Exit::Usage);
        }
    };
    let front = Front::new(common, world);
    let history = match (
        &opened.reading.pack,
        learner::known(common, world, front.rich),
    ) {
        // A store that cannot be read only means that nothing is marked.
        (Some(pack), Some(learner)) if front.rich => storage::keeper(common, world)
            .ok()
            .and_then(|keeper| keeper.history(&learner, &pack.id).ok()),
        _ => None,
    };
    show(
        &opened,
        history.as_ref(),
        &mut *front.interface(world).map_err(RunError::Ui)?,
    )?;
    Ok(Exit::Done)
}

/// Shows the article of a pack; passages of questions are marked when the learner has answered one of them.
///
/// # Errors
/// When the pack names no article, or it cannot be read.
pub(super) fn show(opened: &Opened, history: Option<&History>, ui: &mut dyn Guide) -> Result<()> {
    let name = lookup::argument(opened);
    let pack = opened.reading.pack.as_ref();
    let Some(article) = opened.article() else {
        return Err(match (opened.article_note(), pack) {
            (Some(note), _) => anyhow!("{note}"),
            (None, Some(_)) => anyhow!("the pack `{name}` names no article"),
            (None, None) => anyhow!("`{name}` is no valid pack: run `quizline check {name}`"),
        });
    };
    let begun = history.is_some_and(|history| history.iter().next().is_some());
    let marked: Vec<&str> = pack
        .iter()
        .flat_map(|pack| &pack.questions)
        .filter(|_| begun)
        .filter_map(|question| question.passage.as_deref())
        .collect();
    let title = pack.map_or(name.as_str(), |pack| pack.title.as_str());
    ui.read(title, article, &marked).map_err(RunError::Ui)?;
    Ok(())
}
