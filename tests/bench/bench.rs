//! `cargo bench`: how fast quizline is beside what it is built on, side by side in one run, as ratios. It judges
//! nothing: the goals stand beside the figures, and whoever reads them knows how busy the machine was.

mod detail;
mod generated;
mod measure;
mod reading;
mod recording;
mod rows;
mod start;

use std::path::Path;

use anyhow::Result;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, way, file] = arguments.as_slice()
        && child == reading::CHILD
    {
        return reading::in_child(way, Path::new(file));
    }
    let wanted = |name: &str| {
        let mut names = arguments.iter().filter(|word| !word.starts_with('-'));
        let first = names.next();
        first.is_none_or(|word| name == word) || names.any(|word| name == word)
    };
    // Beside the target folder: on the disk that answers would be kept on, not in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let folder = folder.path();
    if wanted("start") {
        start::compare(folder)?;
    }
    if wanted("reading") {
        reading::compare(folder)?;
    }
    if wanted("recording") {
        recording::compare(folder)?;
    }
    if wanted("detail") {
        detail::compare(folder)?;
    }
    Ok(())
}
