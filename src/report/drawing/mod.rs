//! A timeline as a picture (SVG) and as a page (HTML): one self-contained file each, without scripts or anything from
//! the network, for light and dark and for paper. Texts of packs are escaped; knows no pack file and no terminal.

mod letters;
mod lines;
mod list;
mod markup;
mod overview;
mod page;
mod picture;
mod sign;
mod spread;

#[cfg(test)]
mod tests;

pub use page::html;
pub use picture::svg;

use crate::timeline::Timeline;

/// What stands under a title: how many events, from when to when.
fn summary(timeline: &Timeline) -> String {
    let count = crate::text::count(timeline.len(), "event");
    match timeline.entries() {
        [] => "No events".to_owned(),
        [only] => format!("{count}: {}", only.event.when),
        [first, .., last] => {
            let (from, to) = (ends(&first.event.when).0, ends(&last.event.when).1);
            format!("{count}, {from} to {to}")
        }
    }
}

/// A date from its start to its end, in words; the whole where an end is open.
fn ends(when: &crate::date::When) -> (String, String) {
    let words = |moment: Option<&crate::date::Moment>| match moment {
        Some(moment) => moment.to_string(),
        None => "present".to_owned(),
    };
    (
        words(when.start().or_else(|| when.end())),
        words(when.end()),
    )
}
