//! `quizline take`: a quiz. Chooses its questions, finds an attempt to go on with, and plays it.

use anyhow::Result;

use super::{
    Common, Exit, World, learner,
    lookup,
    play::{self, Desk},
};
use crate::{
    library::Opened,
    record::{Attempt, Mode, Options},
    session::{self, Place, view::Notice},
    text,
    ui::Interface,
};

/// Take a quiz.
///
/// Questions come in the pack's order. Every answer is stored before its verdict is shown, so a quiz can be left at any
/// time and gone on with later.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Args {
    /// The pack: its name, or a path
    pub(super) pack: Option<String>,
    /// Ask at most so many: unseen ones first, then missed ones, then those answered longest ago
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) count: Option<u32>,
    /// Ask only questions with this tag (may be given several times)
    #[arg(long = "tag", value_name = "TAG")]
    pub(super) tags: Vec<String>,
    /// Ask only questions whose last answer was not right
    #[arg(long)]
    pub(super) missed: bool,
    /// Ask the questions in a new order
    #[arg(long)]
    pub(super) shuffle: bool,
    /// Draw as the attempt with this seed did
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// Go on with the attempt that was left last, or with this one
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "")]
    pub(super) resume: Option<String>,
    /// Take the answers from a file (`-` is standard input): a line `{"question": ID, "response": R}` each
    #[arg(long, value_name = "FILE")]
    pub(super) answers: Option<String>,
    /// End with exit code 1 below this score
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(super) min_score: Option<f64>,
}

fn percent(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value),
        _ => Err("a percentage from 0 to 100 is needed".to_owned()),
    }
}

impl Args {
    fn options(&self) -> Options {
        Options {
            tags: self.tags.clone(),
            count: self.count.map(|count| count as usize),
            missed: self.missed,
            shuffle: self.shuffle,
        }
    }

    /// Whether the learner asked for a quiz of a certain shape, so that an older one is not meant.
    fn shaped(&self) -> bool {
        self.options() != Options::default() || self.seed.is_some()
    }
}
