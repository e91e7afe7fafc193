//! Lines of a picture's text: sizes of letters, the head, and the whole in words for who cannot see it.

use std::fmt::Write as _;

use super::{
    letters::{pixels, wrapped},
    markup::escaped,
    summary,
};
use crate::{pack::Pack, text, timeline::Timeline};

/// Pixels around everything.
pub(super) const MARGIN: f64 = 24.0;
/// Pixels from one line of a label to the next.
pub(super) const LINE: f64 = 19.0;
/// Sizes of letters, as in the style sheet; those of bold ones an eighth larger, as they are wider.
pub(super) const TITLE: f64 = 14.0;
pub(super) const DATE: f64 = 13.0 * BOLD;
pub(super) const ERA: f64 = 12.0 * BOLD;
pub(super) const HEAD: f64 = 21.0 * BOLD;
pub(super) const MUTED: f64 = 13.0;
pub(super) const SMALL: f64 = 12.0;
pub(super) const BOLD: f64 = 1.125;

/// The whole in words: who cannot see the picture misses nothing.
pub(super) fn described(timeline: &Timeline, note: &str) -> String {
    let mut about = format!("{}. {note}", escaped(&summary(timeline)));
    for entry in timeline.entries() {
        let when = escaped(&entry.event.when.to_string());
        let _ = write!(about, "\n{when}: {}.", escaped(&entry.title));
    }
    about
}

pub(super) fn head(pack: &Pack, timeline: &Timeline, width: f64) -> (String, f64) {
    let (mut body, mut y) = (String::new(), MARGIN);
    let room = width - 2.0 * MARGIN;
    let title = text::clean_line(&pack.title);
    for line in wrapped(title.trim(), HEAD, room) {
        y += 24.0;
        body.push_str(&words("head", MARGIN, y - 6.0, HEAD, room, &line));
    }
    y += 4.0;
    let lines = pack
        .summary
        .iter()
        .map(|words| text::clean_line(words).trim().to_owned());
    for paragraph in lines.chain([summary(timeline)]) {
        for line in wrapped(&paragraph, MUTED, room) {
            y += 18.0;
            body.push_str(&words("muted", MARGIN, y - 5.0, MUTED, room, &line));
        }
    }
    (body, y + 22.0)
}

/// A line of text; one that no wrapping could make narrow enough is pressed into its room.
pub(super) fn words(class: &str, x: f64, y: f64, size: f64, room: f64, line: &str) -> String {
    let pressed = if pixels(line, size) > room {
        format!(" textLength=\"{room:.0}\" lengthAdjust=\"spacingAndGlyphs\"")
    } else {
        String::new()
    };
    let line = escaped(line);
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\"{pressed}>{line}</text>\n")
}
