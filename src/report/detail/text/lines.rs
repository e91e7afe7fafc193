//! Lines that are never wider than they may be and hold nothing that could steer a terminal.

use super::super::Look;
use crate::text;

/// The signs of a drawing.
#[derive(Debug)]
pub(super) struct Signs {
    pub(super) dash: &'static str,
    pub(super) arrow: &'static str,
    pub(super) full: &'static str,
    pub(super) empty: &'static str,
    /// How full a day was: nothing first.
    pub(super) levels: [&'static str; 5],
    /// How high a percentage is, lowest first.
    pub(super) steps: Option<&'static [char]>,
    cut: &'static str,
}

static UNICODE: Signs = Signs {
    dash: "–",
    arrow: "→",
    full: "█",
    empty: "░",
    levels: ["·", "░", "▒", "▓", "█"],
    steps: Some(&['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']),
    cut: "…",
};

static ASCII: Signs = Signs {
    dash: "-",
    arrow: "->",
    full: "#",
    empty: ".",
    levels: [".", "-", "+", "*", "#"],
    steps: None,
    cut: "~",
};

/// A text that grows line by line.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) text: String,
    pub(super) width: usize,
    pub(super) signs: &'static Signs,
}

impl Lines {
    pub(super) fn new(look: Look) -> Self {
        Self {
            text: String::new(),
            width: look.width.clamp(30, 200),
            signs: if look.ascii { &ASCII } else { &UNICODE },
        }
    }

    /// A text in one clean line of at most `width` columns.
    pub(super) fn fit(&self, text: &str, width: usize) -> String {
        let clean = text::clean_line(text);
        let cut = text::truncate(&clean, width);
        match cut.strip_suffix('…') {
            Some(before) if cut.len() < clean.len() + '…'.len_utf8() && !clean.ends_with('…') =>
            {
                format!("{before}{}", self.signs.cut)
            }
            _ => cut.into_owned(),
        }
    }

    /// As [`Lines::fit`], filled up with spaces.
    pub(super) fn padded(&self, text: &str, width: usize) -> String {
        let mut fit = self.fit(text, width);
        let room = width.saturating_sub(text::width(&fit));
        fit.extend(std::iter::repeat_n(' ', room));
        fit
    }

    pub(super) fn push(&mut self, line: &str) {
        let line = self.fit(line, self.width);
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading after an empty line.
    pub(super) fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.push(text);
    }

    /// Parts with commas between them, on as many lines as they need.
    pub(super) fn flow(&mut self, parts: &[String], indent: &str) {
        let mut line = String::new();
        for (at, part) in parts.iter().enumerate() {
            let comma = if at + 1 < parts.len() { "," } else { "" };
            let grown = text::width(indent) + text::width(&line) + text::width(part) + 2;
            if !line.is_empty() && grown > self.width {
                self.push(&format!("{indent}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(part);
            line.push_str(comma);
        }
        if !line.is_empty() {
            self.push(&format!("{indent}{line}"));
        }
    }

    /// A name of at most `room` columns with parts beside it, or below it where they do not fit.
    pub(super) fn titled(&mut self, name: &str, room: usize, parts: &[String]) {
        let joined = parts.join(", ");
        if room + 2 + text::width(&joined) <= self.width {
            let name = self.padded(name, room);
            self.push(&format!("{name}  {joined}"));
        } else {
            self.push(name);
            self.flow(parts, "  ");
        }
    }

    /// How many are not shown.
    pub(super) fn more(&mut self, all: usize, shown: usize) {
        if all > shown {
            let more = all - shown;
            let parts = [
                format!("and {more} more"),
                "all of them with `--format csv`".to_owned(),
            ];
            self.flow(&parts, "");
        }
    }
}
