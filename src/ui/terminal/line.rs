//! Lines of toned text, and how tones look. What a line means is said by its words; a tone only helps the eye.

use console::{Color, Style};

use crate::text;

/// What a piece of text is to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Plain,
    Strong,
    Emphasis,
    Code,
    Dim,
    Right,
    Wrong,
    Partly,
    Selected,
    Quoted,
    Heading,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) tone: Tone,
}

/// A line of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line(pub(super) Vec<Span>);

impl Line {
    /// A line of one tone.
    pub(super) fn new(tone: Tone, text: impl AsRef<str>) -> Self {
        Self::default().and(tone, text)
    }

    /// The line with more at its end.
    pub(super) fn and(mut self, tone: Tone, text: impl AsRef<str>) -> Self {
        self.push(tone, text);
        self
    }

    /// Adds to its end.
    pub(super) fn push(&mut self, tone: Tone, text: impl AsRef<str>) {
        let text = text::clean_line(text.as_ref()).into_owned();
        if !text.is_empty() {
            self.0.push(Span { text, tone });
        }
    }

    /// Columns it takes.
    pub(super) fn width(&self) -> usize {
        self.0.iter().map(|span| text::width(&span.text)).sum()
    }

    /// The line in another tone, where it had none of its own.
    pub(super) fn toned(mut self, tone: Tone) -> Self {
        for span in &mut self.0 {
            if span.tone == Tone::Plain {
                span.tone = tone;
            }
        }
        self
    }

    /// The line cut so that it takes at most so many columns.
    pub(super) fn clipped(mut self, cols: usize) -> Self {
        let mut left = cols;
        self.0.retain_mut(|span| {
            if text::width(&span.text) > left {
                span.text = cut(&span.text, left).to_owned();
            }
            left -= text::width(&span.text).min(left);
            !span.text.is_empty()
        });
        self
    }

    /// Its text alone.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

/// As many whole characters of a text, as people count them, as fit so many columns.
pub(super) fn cut(text: &str, cols: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut end = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        // The whole is measured: widths of clusters need not add up.
        if text::width(&text[..at + cluster.len()]) > cols {
            break;
        }
        end = at + cluster.len();
    }
    &text[..end]
}

/// How tones look: in colours, or not at all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    /// Whether colours and attributes are used.
    pub(super) colour: bool,
}

impl Palette {
    /// The line as bytes for a terminal. Nothing but our own styles can steer it.
    pub(super) fn paint(self, line: &Line) -> String {
        line.0
            .iter()
            .map(|span| {
                self.style(span.tone)
                    .apply_to(text::clean_line(&span.text))
                    .to_string()
            })
            .collect()
    }

    fn style(self, tone: Tone) -> Style {
        // Blue and orange can be told apart with every kind of colour vision.
        let (blue, orange, yellow) = (
            Color::Color256(33),
            Color::Color256(208),
            Color::Color256(178),
        );
        let plain = Style::new().force_styling(self.colour);
        match tone {
            Tone::Plain => plain,
            Tone::Strong | Tone::Heading => plain.bold(),
            Tone::Emphasis => plain.italic(),
            Tone::Code => plain.cyan(),
            Tone::Dim => plain.dim(),
            Tone::Right => plain.fg(blue).bold(),
            Tone::Wrong => plain.fg(orange).bold(),
            Tone::Partly => plain.fg(yellow).bold(),
            Tone::Selected => plain.cyan().bold(),
            Tone::Quoted => plain.underlined(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Palette, Tone, cut};

    #[test]
    fn a_cut_never_splits_a_character_as_people_count_them() {
        for (text, cols, kept) in [
            ("abc", 2, "ab"),
            ("中文", 3, "中"),
            ("e\u{301}x", 1, "e\u{301}"),
            ("👩\u{200d}🚀x", 1, ""),
            ("", 0, ""),
        ] {
            assert_eq!(cut(text, cols), kept, "{text:?} in {cols}");
        }
    }

    #[test]
    fn without_colour_no_escape_is_written() {
        let line = Line::new(Tone::Right, "yes").and(Tone::Quoted, " and no");
        assert_eq!(Palette { colour: false }.paint(&line), "yes and no");
        assert!(Palette { colour: true }.paint(&line).contains("\u{1b}["));
    }
}
