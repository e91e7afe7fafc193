//! A verdict as lines: the word first, every choice with a mark and a word, feedback, explanation, passage. Pure.

use super::{
    layout::{self, Hanging, QUOTED},
    line::{Line, Tone},
    marks::Marks,
    spelling,
};
use crate::{
    session::{
        Sheet, VerdictView,
        view::{ChoiceLine, GapLine, OrderLine, PairLine, PassageView},
    },
    text::markdown::{Piece, Style},
    ui::words,
};

/// A verdict under its question, which stands above already.
pub(super) fn lines(view: &VerdictView, width: usize, marks: Marks, colour: bool) -> Vec<Line> {
    let word = words::verdict_word(view);
    let tone = match word {
        "Right" => Tone::Right,
        "Wrong" => Tone::Wrong,
        _ => Tone::Partly,
    };
    let mut lines = vec![Line::default()];
    lines.extend(layout::flow(&words::verdict_line(view), tone, width));
    if !view.remark.is_empty() {
        lines.extend(layout::flow(&view.remark, Tone::Plain, width));
    }
    let sheet = Sheets { width, marks };
    lines.extend(sheet.lines(&view.sheet));
    if let Some(feedback) = &view.feedback {
        lines.push(Line::default());
        lines.extend(layout::item(
            feedback,
            Tone::Plain,
            &Hanging::new(""),
            width,
        ));
    }
    if let Some(explanation) = &view.explanation {
        lines.push(Line::default());
        lines.extend(layout::markdown(explanation, width));
    }
    if let Some(passage) = &view.passage {
        lines.push(Line::default());
        lines.extend(self::passage(passage, width, marks, colour));
    }
    if let Some(source) = &view.source {
        lines.extend(layout::flow(
            &format!("See also: {source}"),
            Tone::Dim,
            width,
        ));
    }
    lines
}

/// A verdict of before, with its question.
pub(super) fn earlier(view: &VerdictView, width: usize, marks: Marks, colour: bool) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    let heading = format!("{} (before, read only)", words::heading(&view.question));
    lines.extend(layout::flow(&heading, Tone::Heading, width));
    if !view.question.prompt.trim().is_empty() {
        lines.extend(layout::markdown(&view.question.prompt, width));
    }
    lines.extend(self::lines(view, width, marks, colour));
    lines
}

/// A passage within its paragraph: underlined, and a bar beside its lines.
pub(super) fn passage(view: &PassageView, width: usize, marks: Marks, colour: bool) -> Vec<Line> {
    let plain = |text: &str| Piece {
        text: text.to_owned(),
        style: Style::default(),
    };
    // Where nothing can be underlined, signs stand around the words.
    let (open, close) = if colour || (view.before.is_empty() && view.after.is_empty()) {
        ("", "")
    } else {
        marks.quotes
    };
    let heading = match &view.heading {
        Some(heading) => format!("The article, under \"{heading}\":"),
        None => "The article:".to_owned(),
    };
    let mut lines = layout::flow(&heading, Tone::Dim, width);
    let pieces = [
        plain(&view.before),
        Piece {
            text: format!("{open}{}{close}", view.quoted),
            style: QUOTED,
        },
        plain(&view.after),
    ];
    lines.extend(barred(&pieces, width, marks));
    lines
}

/// Pieces as lines, a bar beside those that hold quoted words.
pub(super) fn barred(pieces: &[Piece], width: usize, marks: Marks) -> Vec<Line> {
    let inner = width.saturating_sub(2).max(2);
    layout::pieces(pieces, Tone::Plain, &Hanging::new(""), inner)
        .into_iter()
        .map(|line| {
            let quoted = line.0.iter().any(|span| span.tone == Tone::Quoted);
            let bar = if quoted { marks.bar } else { " " };
            let mut whole = Line::new(Tone::Selected, format!("{bar} "));
            whole.0.extend(line.0);
            whole.clipped(width)
        })
        .collect()
}

/// Key and response side by side.
struct Sheets {
    width: usize,
    marks: Marks,
}

impl Sheets {
    fn lines(&self, sheet: &Sheet) -> Vec<Line> {
        match sheet {
            Sheet::Choices(choices) => self.choices(choices),
            Sheet::Typed { given, key, slip } => self.typed(given.as_deref(), key, *slip),
            Sheet::Order(items) => self.order(items),
            Sheet::Pairs(pairs) => self.pairs(pairs),
            Sheet::Gaps { around, gaps } => self.gaps(around, gaps),
            Sheet::Essay {
                given,
                model,
                rubric,
            } => self.essay(given.as_deref(), model, rubric),
        }
    }

    /// A row: mark, number, text, a word in parentheses.
    fn row(&self, tone: Tone, number: Option<usize>, text: &str, word: &str) -> Vec<Line> {
        let mark = match tone {
            Tone::Right => self.marks.right,
            Tone::Wrong => self.marks.wrong,
            _ => self.marks.other,
        };
        let prefix = number.map_or(format!("{mark} "), |number| format!("{mark} {number}) "));
        let hanging = Hanging {
            prefix: &prefix,
            tone,
        };
        let mut pieces = layout::inline(text);
        if !word.is_empty() {
            pieces.push(Piece {
                text: format!(" ({word})"),
                style: Style::default(),
            });
        }
        layout::pieces(&pieces, tone, &hanging, self.width)
    }

    fn choices(&self, choices: &[ChoiceLine]) -> Vec<Line> {
        let mut lines = Vec::new();
        for (at, choice) in choices.iter().enumerate() {
            let tone = match (choice.chosen, choice.right) {
                (_, true) => Tone::Right,
                (true, false) => Tone::Wrong,
                (false, false) => Tone::Plain,
            };
            lines.extend(self.row(tone, Some(at + 1), &choice.text, words::choice(choice)));
            if let Some(feedback) = &choice.feedback {
                let under = Hanging::new("     ");
                lines.extend(layout::item(feedback, Tone::Plain, &under, self.width));
            }
        }
        lines
    }

    fn typed(&self, given: Option<&str>, key: &str, slip: bool) -> Vec<Line> {
        let labelled = |label: &str, text: &str, tone| {
            let hanging = Hanging {
                prefix: label,
                tone: Tone::Dim,
            };
            layout::plain(text, tone, &hanging, self.width)
        };
        let mut lines = Vec::new();
        if let Some(given) = given {
            lines.extend(labelled("Your answer:  ", given, Tone::Plain));
        }
        lines.extend(labelled("Right answer: ", key, Tone::Right));
        if let (true, Some(given)) = (slip, given)
            && let Some(difference) = spelling::difference(given, key)
        {
            let mut line = Line::new(Tone::Dim, "Spelling:     ");
            line.0.extend(difference.0);
            if line.width() <= self.width {
                lines.push(line);
            }
        }
        lines
    }

    fn order(&self, items: &[OrderLine]) -> Vec<Line> {
        let mut lines = layout::flow("The right order:", Tone::Dim, self.width);
        for (at, item) in items.iter().enumerate() {
            let place = at + 1;
            let tone = match item.given {
                Some(given) if given == place || item.kept => Tone::Right,
                Some(_) => Tone::Wrong,
                None => Tone::Plain,
            };
            let text = match &item.when {
                Some(when) => format!("{}, {when}", item.text),
                None => item.text.clone(),
            };
            lines.extend(self.row(tone, Some(place), &text, &words::order(item, place)));
        }
        lines
    }

    fn pairs(&self, pairs: &[PairLine]) -> Vec<Line> {
        let mut lines = Vec::new();
        for pair in pairs {
            let tone = match (&pair.given, pair.correct) {
                (_, true) => Tone::Right,
                (Some(_), false) => Tone::Wrong,
                (None, false) => Tone::Plain,
            };
            let text = format!("{} {} {}", pair.left, self.marks.arrow, pair.right);
            lines.extend(self.row(tone, None, &text, &words::pair(pair)));
        }
        lines
    }

    fn gaps(&self, around: &[String], gaps: &[GapLine]) -> Vec<Line> {
        let mut pieces = Vec::new();
        for (at, text) in around.iter().enumerate() {
            pieces.extend(layout::run(text));
            if let Some(gap) = gaps.get(at) {
                pieces.push(Piece {
                    text: format!("[{}: {}]", at + 1, gap.key),
                    style: Style {
                        strong: true,
                        ..Style::default()
                    },
                });
            }
        }
        let mut lines = layout::pieces(&pieces, Tone::Plain, &Hanging::new(""), self.width);
        for (at, gap) in gaps.iter().enumerate() {
            let tone = if gap.correct {
                Tone::Right
            } else {
                Tone::Wrong
            };
            lines.extend(self.row(tone, Some(at + 1), &gap.key, &words::gap(gap)));
        }
        lines
    }

    fn essay(
        &self,
        given: Option<&str>,
        model: &str,
        rubric: &[(String, Option<bool>)],
    ) -> Vec<Line> {
        let under = Hanging::new("  ");
        let mut lines = Vec::new();
        if let Some(given) = given {
            lines.extend(layout::flow("Your answer:", Tone::Dim, self.width));
            lines.extend(layout::plain(given, Tone::Plain, &under, self.width));
        }
        lines.extend(layout::flow("A good answer:", Tone::Dim, self.width));
        lines.extend(layout::markdown(model, self.width));
        lines.extend(layout::flow(
            "What a good answer does:",
            Tone::Dim,
            self.width,
        ));
        for (at, (text, ticked)) in rubric.iter().enumerate() {
            let (tone, word) = match ticked {
                Some(true) => (Tone::Right, "yours too"),
                Some(false) => (Tone::Wrong, "not in yours"),
                None => (Tone::Plain, ""),
            };
            lines.extend(self.row(tone, Some(at + 1), text, word));
        }
        lines
    }
}

#[cfg(test)]
mod tests;
