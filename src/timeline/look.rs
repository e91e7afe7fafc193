//! How a timeline is to be drawn: its width, its signs, its direction, its scale.

use super::scale::Scale;
use crate::date::{Precision, When};

/// How a timeline is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of the widest line; below [`Look::NARROWEST`] that many are used.
    pub width: usize,
    /// Whether signs are plain ASCII.
    pub ascii: bool,
    /// Whether the latest event comes first.
    pub reverse: bool,
    /// The scale that was asked for; none: the one that fits the events.
    pub scale: Option<Scale>,
}

impl Look {
    /// Columns that every drawing needs.
    pub const NARROWEST: usize = 20;

    /// A drawing of this width, oldest first, on the scale that fits.
    #[must_use]
    pub fn of_width(width: usize) -> Self {
        Self {
            width,
            ascii: false,
            reverse: false,
            scale: None,
        }
    }

    pub(super) fn columns(self) -> usize {
        self.width.max(Self::NARROWEST)
    }

    pub(super) fn signs(self) -> &'static Signs {
        if self.ascii {
            &Signs::ASCII
        } else {
            &Signs::UNICODE
        }
    }
}

/// The signs of a drawing.
#[derive(Debug)]
pub(super) struct Signs {
    pub(super) known: &'static str,
    pub(super) coarse: &'static str,
    pub(super) vague: &'static str,
    pub(super) several: &'static str,
    pub(super) dash: &'static str,
    /// Between a date and its mark, and between the mark and the title.
    pub(super) arms: (&'static str, &'static str),
    pub(super) rail: &'static str,
    pub(super) cut: &'static str,
    pub(super) dots: &'static str,
    pub(super) tick: &'static str,
    /// Where an axis leaves out a gap; four columns.
    pub(super) gap: &'static str,
    /// The foot of a leader with the label to its right, or to its left.
    pub(super) feet: (&'static str, &'static str),
    /// The same where the leader goes on.
    pub(super) joints: (&'static str, &'static str),
    pub(super) filled: &'static str,
    pub(super) empty: &'static str,
    pub(super) middot: &'static str,
    pub(super) range: &'static str,
}

impl Signs {
    const UNICODE: Self = Self {
        known: "●",
        coarse: "○",
        vague: "◐",
        several: "◆",
        dash: "─",
        arms: (" ─", "─ "),
        rail: "│",
        cut: "┊",
        dots: "⋯",
        tick: "┴",
        gap: "┄╱╱┄",
        feet: ("╰", "╯"),
        joints: ("├", "┤"),
        filled: "━",
        empty: "·",
        middot: "·",
        range: "–",
    };

    const ASCII: Self = Self {
        known: "*",
        coarse: "o",
        vague: "~",
        several: "#",
        dash: "-",
        arms: (" -", "- "),
        rail: "|",
        cut: ":",
        dots: "...",
        tick: "+",
        gap: "-//-",
        feet: ("`", "'"),
        joints: ("|", "|"),
        filled: "=",
        empty: ".",
        middot: "-",
        range: "-",
    };

    /// The mark of a date.
    pub(super) fn mark(&self, when: &When) -> &'static str {
        match certainty(when) {
            Certainty::Known => self.known,
            Certainty::Coarse => self.coarse,
            Certainty::Vague => self.vague,
        }
    }

    /// A text of our own for these signs: without ASCII nothing changes.
    pub(super) fn plain(&self, text: String) -> String {
        if self.range == "-" && !text.is_ascii() {
            text.replace('–', "-")
                .replace('…', "...")
                .replace('±', "+-")
        } else {
            text
        }
    }
}

/// How exactly a start is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The day.
    Known,
    /// The month, or something coarser.
    Coarse,
    /// Roughly, or doubtfully.
    Vague,
}

/// How exactly the start of a date is known.
#[must_use]
pub fn certainty(when: &When) -> Certainty {
    let Some(start) = when.start() else {
        return Certainty::Vague;
    };
    match start.precision() {
        _ if start.approx() || start.uncertain() => Certainty::Vague,
        Precision::Between | Precision::Open => Certainty::Vague,
        Precision::Day => Certainty::Known,
        _ => Certainty::Coarse,
    }
}
