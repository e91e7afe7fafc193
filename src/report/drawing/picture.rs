//! The picture: an axis from top to bottom with ticks, eras and bars on its left and every event's date and title on
//! its right, on leaders where they had to be moved apart. One column is 8 pixels, as wide as a letter at most.

use std::fmt::Write as _;

use super::{
    letters::{cut, float, pixels, whole, wrapped},
    lines::{DATE, ERA, LINE, MARGIN, MUTED, SMALL, TITLE, described, head, words},
    markup::{escaped, language},
    sign::{bar_lanes, drawn, lanes, legend, mark},
    spread::{Label, spread},
};
use crate::{
    pack::Pack,
    timeline::{Band, Reach, Strip, Timeline},
};

/// Pixels of a column, as everywhere a timeline is drawn.
const COLUMN: usize = 8;
/// Columns of the narrowest and the widest picture.
const COLUMNS: (usize, usize) = (40, 250);
/// Pixels of a cell of the axis.
const CELL: f64 = 4.0;
/// Pixels that a break takes beside its cells, so that its name has room.
const BREAK: f64 = 24.0;
/// Pixels between an event's label and the next.
const AIR: f64 = 10.0;
/// Titles with less room stand below their dates.
const BESIDE: f64 = 260.0;
/// Leaders that go further up or down are drawn lighter: many of them lie close together.
const FAR: f64 = 160.0;

pub(super) const STYLE: &str = include_str!("style/drawing.css");

/// A pack's timeline as an SVG file so many columns wide (40 to 250).
#[must_use]
pub fn svg(pack: &Pack, columns: usize) -> String {
    let timeline = Timeline::of(pack);
    let width = float(columns.clamp(COLUMNS.0, COLUMNS.1) * COLUMN);
    let (mut body, mut y) = head(pack, &timeline, width);
    let mut note = "No events, no scale.";
    if let Some(scene) = Scene::of(&timeline, width, y) {
        note = scene.strip.note();
        scene.draw(&mut body);
        y = scene.foot(scene.bottom() + 30.0, &mut body);
    }
    let height = y + MARGIN;
    let (title, about) = (escaped(&pack.title), described(&timeline, note));
    let lang = language(&pack.language);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" aria-labelledby=\"title desc\" class=\"drawing\" xml:lang=\"{lang}\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{about}</desc>\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n{body}</svg>\n"
    )
}

/// An event's label: its lines, and how far down they reach.
struct Text {
    date: Vec<String>,
    title: Vec<String>,
    height: f64,
}

/// Everything with its place.
struct Scene<'t, 'a> {
    timeline: &'t Timeline<'a>,
    strip: Strip,
    width: f64,
    top: f64,
    /// Of each band, and of each mark; 0 for a mark that did not last.
    band_lanes: Vec<usize>,
    bar_lanes: Vec<usize>,
    /// The axis, the labels, and their titles.
    axis: f64,
    labels: f64,
    titles: f64,
    texts: Vec<Text>,
    starts: Vec<f64>,
    height: f64,
}

impl<'t, 'a> Scene<'t, 'a> {
    fn of(timeline: &'t Timeline<'a>, width: f64, top: f64) -> Option<Self> {
        // What stands left of the labels depends on ticks, and those on the height: a first strip tells nearly all.
        let first = Strip::of(timeline, 200)?;
        let (band_lanes, bands) = band_lanes(&first.bands);
        let (_, bars) = bar_lanes(&first);
        let ticks = first.ticks.iter().map(|tick| &tick.label);
        let side = ticks
            .chain(&first.gaps)
            .map(|label| pixels(label, SMALL))
            .fold(56.0, f64::max);
        let axis = MARGIN + 26.0 * float(bands) + side + 16.0;
        let labels = axis + 12.0 + 11.0 * float(bars) + 46.0;
        let room = width - MARGIN - labels;
        let dates = timeline
            .entries()
            .iter()
            .map(|entry| pixels(&entry.date, DATE));
        let date = dates
            .fold(0.0, f64::max)
            .min((room * 0.27).clamp(110.0, 180.0))
            + 14.0;
        let beside = room - date >= BESIDE;
        let titles = if beside { labels + date } else { labels };
        let texts: Vec<Text> = first
            .marks
            .iter()
            .map(|mark| {
                let entry = &timeline.entries()[mark.place];
                let dates = wrapped(&entry.date, DATE, if beside { date - 14.0 } else { room });
                let title = wrapped(&entry.title, TITLE, width - MARGIN - titles);
                let lines = if beside {
                    dates.len().max(title.len())
                } else {
                    dates.len() + title.len()
                };
                Text {
                    date: dates,
                    title,
                    height: float(lines) * LINE + AIR,
                }
            })
            .collect();
        let total: f64 = texts.iter().map(|text| text.height).sum();
        let cells = whole((total * 1.05 / CELL).max(80.0)) + 1;
        let strip = Strip::of(timeline, cells)?;
        let (bar_lanes, _) = bar_lanes(&strip);
        let height = float(cells) * CELL + BREAK * float(strip.gaps.len());
        let mut scene = Self {
            timeline,
            strip,
            width,
            top,
            band_lanes,
            bar_lanes,
            axis,
            labels,
            titles,
            texts,
            starts: Vec::new(),
            height,
        };
        let wishes: Vec<Label> = scene
            .strip
            .marks
            .iter()
            .zip(&scene.texts)
            .map(|(mark, text)| Label {
                wish: scene.y(mark.cell) - LINE / 2.0,
                size: text.height,
            })
            .collect();
        scene.starts = spread(&wishes, top - LINE / 2.0, top + height + LINE);
        Some(scene)
    }

    /// The middle of a cell.
    fn y(&self, cell: usize) -> f64 {
        let breaks = self
            .strip
            .parts
            .iter()
            .skip(1)
            .filter(|part| part.start <= cell);
        self.top + (float(cell) + 0.5) * CELL + BREAK * float(breaks.count())
    }

    fn bottom(&self) -> f64 {
        let ends = self.starts.last().zip(self.texts.last());
        let labels = ends.map_or(0.0, |(start, text)| start + text.height);
        labels.max(self.top + self.height)
    }

    fn draw(&self, body: &mut String) {
        self.bands(body);
        self.ruler(body);
        for (at, mark) in self.strip.marks.iter().enumerate() {
            self.leader(at, mark.cell, body);
        }
        for (at, mark) in self.strip.marks.iter().enumerate() {
            self.bar(at, mark.reach, body);
        }
        for (at, one) in self.strip.marks.iter().enumerate() {
            let entry = &self.timeline.entries()[one.place];
            let title = format!(
                "{}: {}",
                escaped(&entry.event.when.to_string()),
                escaped(&entry.title)
            );
            body.push_str(&mark(one.certainty, self.axis, self.y(one.cell), &title));
            body.push('\n');
            self.label(at, body);
        }
    }

    fn bands(&self, body: &mut String) {
        for (band, lane) in self.strip.bands.iter().zip(&self.band_lanes) {
            let (x, from) = (
                MARGIN + 26.0 * float(*lane),
                self.y(band.from) - CELL / 2.0 + 1.0,
            );
            let length = (self.y(band.to) + CELL / 2.0 - 1.0 - from).max(2.0);
            let (title, colour) = (escaped(&band.title), band.era % 6);
            let _ = writeln!(
                body,
                "<rect class=\"band e{colour}\" x=\"{x:.1}\" y=\"{from:.1}\" width=\"22\" height=\"{length:.1}\" \
                 rx=\"4\"><title>{title}</title></rect>"
            );
            let name = cut(&band.title, ERA, length - 10.0);
            if !name.is_empty() {
                let (x, y) = (x + 15.0, from + length / 2.0);
                let name = escaped(&name);
                let _ = writeln!(
                    body,
                    "<text class=\"era\" text-anchor=\"middle\" transform=\"translate({x:.1} {y:.1}) rotate(-90)\">\
                     {name}</text>"
                );
            }
        }
    }

    fn ruler(&self, body: &mut String) {
        let x = self.axis;
        for part in &self.strip.parts {
            let (from, to) = (
                self.y(part.start) - CELL / 2.0,
                self.y(part.end.saturating_sub(1)) + CELL / 2.0,
            );
            let _ = writeln!(
                body,
                "<path class=\"axis\" d=\"M{x:.1} {from:.1}V{to:.1}\"/>"
            );
        }
        for (pair, gap) in self.strip.parts.windows(2).zip(&self.strip.gaps) {
            let (from, to) = (
                self.y(pair[0].end.saturating_sub(1)) + CELL / 2.0,
                self.y(pair[1].start) - CELL / 2.0,
            );
            let step = (to - from) / 6.0;
            let _ = writeln!(
                body,
                "<path class=\"break\" d=\"M{x:.1} {from:.1}l-5 {step:.1}l10 {step:.1}l-10 {step:.1}l10 {step:.1}\
                 l-10 {step:.1}l5 {step:.1}\"/>\n<text class=\"gap\" text-anchor=\"end\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                x - 14.0,
                f64::midpoint(from, to) + 4.0,
                escaped(gap)
            );
        }
        for tick in &self.strip.ticks {
            let y = self.y(tick.cell);
            let _ = writeln!(
                body,
                "<path class=\"notch\" d=\"M{:.1} {y:.1}h7\"/><text class=\"tick\" text-anchor=\"end\" x=\"{:.1}\" \
                 y=\"{:.1}\">{}</text>",
                x - 10.0,
                x - 14.0,
                y + 4.0,
                escaped(&tick.label)
            );
        }
    }

    fn leader(&self, at: usize, cell: usize, body: &mut String) {
        let Some(start) = self.starts.get(at) else {
            return;
        };
        let (from, to) = (self.y(cell), start + LINE / 2.0);
        let (a, b) = (self.labels - 46.0, self.labels - 6.0);
        let middle = f64::midpoint(a, b);
        let far = if (to - from).abs() > FAR { " far" } else { "" };
        let _ = writeln!(
            body,
            "<path class=\"leader{far}\" d=\"M{:.1} {from:.1}H{a:.1}C{middle:.1} {from:.1} {middle:.1} {to:.1} {b:.1} {to:.1}\"/>",
            self.axis
        );
    }

    fn bar(&self, at: usize, reach: Option<Reach>, body: &mut String) {
        let lane = self.bar_lanes.get(at).copied().unwrap_or_default();
        let (class, x, width, from, to) = match reach {
            None => return,
            Some(Reach::Lasted(from, to)) => (
                "lasted",
                self.axis + 11.0 + 11.0 * float(lane),
                7.0,
                from,
                to,
            ),
            Some(Reach::Within(from, to)) => ("within", self.axis - 5.0, 10.0, from, to),
        };
        let (from, to) = (self.y(from) - CELL / 2.0, self.y(to) + CELL / 2.0);
        let length = to - from;
        let _ = writeln!(
            body,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{from:.1}\" width=\"{width}\" height=\"{length:.1}\" rx=\"3.5\"/>"
        );
    }

    fn label(&self, at: usize, body: &mut String) {
        let (Some(label), Some(start)) = (self.texts.get(at), self.starts.get(at)) else {
            return;
        };
        let mut y = start + LINE / 2.0 + 4.5;
        let below = self.titles <= self.labels;
        let room = if below {
            self.width - MARGIN
        } else {
            self.titles - 14.0
        } - self.labels;
        let mut dates = y;
        for line in &label.date {
            body.push_str(&words("date", self.labels, dates, DATE, room, line));
            dates += LINE;
        }
        if below {
            y = dates;
        }
        for line in &label.title {
            body.push_str(&words(
                "title",
                self.titles,
                y,
                TITLE,
                self.width - MARGIN - self.titles,
                line,
            ));
            y += LINE;
        }
    }

    /// How it is to be read: the scale, the signs, and the eras when a band had no room for its name.
    fn foot(&self, mut y: f64, body: &mut String) -> f64 {
        let room = self.width - 2.0 * MARGIN;
        for line in wrapped(self.strip.note(), MUTED, room) {
            body.push_str(&words("muted", MARGIN, y, MUTED, room, &line));
            y += LINE;
        }
        let signs = legend(&self.strip).into_iter();
        let signs = signs.map(|sign| (drawn(sign, 0.0, 0.0), sign.words().to_owned()));
        y = self.keys(signs.collect(), y, body);
        if !self.strip.bands.iter().all(|band| self.named(band)) {
            let bands = self.strip.bands.iter().map(|band| {
                let colour = band.era % 6;
                let swatch = format!(
                    "<rect class=\"band e{colour}\" y=\"-6\" width=\"16\" height=\"12\" rx=\"3\"/>"
                );
                (swatch, cut(&band.title, MUTED, room - 30.0))
            });
            y = self.keys(bands.collect(), y, body);
        }
        y - LINE + 4.0
    }

    /// Signs with their meanings, one after another on as many lines as it takes; where the next line stands.
    fn keys(&self, keys: Vec<(String, String)>, mut y: f64, body: &mut String) -> f64 {
        let mut x = MARGIN;
        let empty = keys.is_empty();
        for (sign, label) in keys {
            let width = 22.0 + pixels(&label, MUTED);
            if x > MARGIN && x + width > self.width - MARGIN {
                x = MARGIN;
                y += LINE;
            }
            let _ = writeln!(
                body,
                "<g transform=\"translate({x:.1} {:.1})\">{sign}</g>",
                y - 4.5
            );
            body.push_str(&words("muted", x + 22.0, y, MUTED, self.width, &label));
            x += width + 18.0;
        }
        if empty { y } else { y + LINE }
    }

    fn named(&self, band: &Band) -> bool {
        let length = self.y(band.to) - self.y(band.from) + CELL - 2.0;
        cut(&band.title, ERA, length - 10.0) == band.title
    }
}

fn band_lanes(bands: &[Band]) -> (Vec<usize>, usize) {
    let cells: Vec<(usize, usize)> = bands.iter().map(|band| (band.from, band.to)).collect();
    lanes(&cells, 3)
}
