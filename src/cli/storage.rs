//! Where answers are kept: the flag, the environment, else the data folder.

use std::path::PathBuf;

use anyhow::{Result, anyhow};

use super::{Common, World};
use crate::store::Keeper;

/// The file of the store.
///
/// # Errors
/// When nobody names one and there is no home folder to put it in.
pub(super) fn path(common: &Common, world: &World) -> Result<PathBuf> {
    let named = common
        .store
        .clone()
        .or_else(|| world.var("QUIZLINE_STORE").map(PathBuf::from));
    named
        .or_else(|| Some(world.data_folder()?.join("quizline.db")))
        .ok_or_else(|| anyhow!(NOWHERE))
}

/// The store, with a spool behind it for when it cannot be written.
///
/// # Errors
/// See [`path`].
pub(super) fn keeper(common: &Common, world: &World) -> Result<Keeper> {
    Ok(Keeper::open(&path(common, world)?, world.spool_folders()))
}

const NOWHERE: &str =
    "there is no home folder to keep answers in: name a file with --store or QUIZLINE_STORE";
