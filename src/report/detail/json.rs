//! Where a learner stands, as JSON that others may rely on: null where nothing is known, never 0.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use super::{Sheet, interval};
use crate::{
    report::{json, scores},
    stats::Tally,
};

#[derive(Serialize)]
struct Figures {
    answers: u64,
    passed: u64,
    graded: u64,
    right: u64,
    /// All in percent; null where nothing is graded.
    percent: Option<u64>,
    low: Option<u32>,
    high: Option<u32>,
    /// Whether there are enough answers to take the percentage for something.
    enough: bool,
    last: Option<Timestamp>,
    last_day: Option<Date>,
}

impl From<&Tally> for Figures {
    fn from(tally: &Tally) -> Self {
        let ends = interval(tally);
        Self {
            answers: tally.answers,
            passed: tally.passed,
            graded: tally.graded(),
            right: tally.right,
            percent: (tally.right * 100 + tally.graded() / 2).checked_div(tally.graded()),
            low: ends.map(|(low, _)| low),
            high: ends.map(|(_, high)| high),
            enough: tally.enough(),
            last: tally.last.map(|(at, _)| at),
            last_day: tally.last.map(|(_, day)| day),
        }
    }
}

#[derive(Serialize)]
struct Head<'a> {
    learner: Option<&'a str>,
    pack: Option<&'a str>,
    today: Date,
    all: Figures,
}

#[derive(Serialize)]
struct CourseLine<'a> {
    pack: &'a str,
    learner: &'a str,
    attempts: Vec<TakenLine>,
}

#[derive(Serialize)]
struct TakenLine {
    started: Timestamp,
    day: Date,
    percent: u32,
}

#[derive(Serialize)]
struct DayLine {
    day: Date,
    answers: u64,
    right: u64,
}

#[derive(Serialize)]
struct PackLine<'a> {
    pack: &'a str,
    title: Option<&'a str>,
    questions: Option<usize>,
    met: usize,
    #[serde(flatten)]
    figures: Figures,
}

#[derive(Serialize)]
struct TagLine<'a> {
    pack: &'a str,
    tag: &'a str,
    questions: usize,
    met: usize,
    #[serde(flatten)]
    figures: Figures,
}

#[derive(Serialize)]
struct QuestionLine<'a> {
    pack: &'a str,
    question: &'a str,
    prompt: Option<&'a str>,
    #[serde(flatten)]
    figures: Figures,
}

/// The whole document: that of attempts, and more.
///
/// # Errors
/// None that scores could cause.
pub fn json(sheet: &Sheet<'_>) -> serde_json::Result<String> {
    let detail = sheet.detail;
    let mut text = scores::json_begin(sheet.attempts)?;
    let head = Head {
        learner: sheet.learner,
        pack: sheet.pack,
        today: sheet.today,
        all: Figures::from(&detail.all),
    };
    text.push_str(",\n\"about\": ");
    text.push_str(&json::line(&head)?);
    list(&mut text, "courses", &detail.courses, |course| CourseLine {
        pack: &course.pack,
        learner: &course.learner,
        attempts: course
            .taken
            .iter()
            .map(|taken| TakenLine {
                started: taken.started,
                day: taken.day,
                percent: taken.percent,
            })
            .collect(),
    })?;
    list(&mut text, "days", &detail.days, |(day, tally)| DayLine {
        day: *day,
        answers: tally.answers,
        right: tally.right,
    })?;
    list(&mut text, "packs", &detail.packs, |pack| PackLine {
        pack: &pack.pack,
        title: pack.title.as_deref(),
        questions: pack.questions,
        met: pack.met,
        figures: Figures::from(&pack.tally),
    })?;
    list(&mut text, "tags", &detail.tags, |of| TagLine {
        pack: &of.pack,
        tag: &of.tag,
        questions: of.questions,
        met: of.met,
        figures: Figures::from(&of.tally),
    })?;
    list(&mut text, "questions", &detail.questions, |of| {
        QuestionLine {
            pack: &of.pack,
            question: &of.question,
            prompt: of.prompt.as_deref(),
            figures: Figures::from(&of.tally),
        }
    })?;
    text.push_str("\n}\n");
    Ok(text)
}

fn list<T, L: Serialize>(
    text: &mut String,
    name: &str,
    items: impl IntoIterator<Item = T>,
    line: impl Fn(T) -> L,
) -> serde_json::Result<()> {
    text.push_str(",\n\"");
    text.push_str(name);
    text.push_str("\": [");
    let mut separator = "\n";
    for item in items {
        text.push_str(separator);
        text.push_str(&json::line(&line(item))?);
        separator = ",\n";
    }
    text.push_str(if separator == "\n" { "]" } else { "\n]" });
    Ok(())
}
