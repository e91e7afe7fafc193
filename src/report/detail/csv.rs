//! Where a learner stands, as one table for spreadsheets: packs, tags and questions, told apart by the first column.

use super::{Sheet, interval};
use crate::{
    report::scores::{csv_cell as cell, csv_finish, csv_writer},
    stats::Tally,
};

const COLUMNS: [&str; 15] = [
    "of",
    "pack",
    "tag",
    "question",
    "title",
    "questions",
    "met",
    "answers",
    "passed",
    "graded",
    "right",
    "low",
    "high",
    "last",
    "last_day",
];

/// The whole table, with its header.
///
/// # Errors
/// None that scores could cause.
pub fn csv(sheet: &Sheet<'_>) -> csv::Result<String> {
    let mut writer = csv_writer();
    writer.write_record(COLUMNS)?;
    for pack in &sheet.detail.packs {
        let title = pack.title.as_deref().unwrap_or_default();
        let names = ["pack", &pack.pack, "", "", title];
        writer.write_record(record(names, pack.questions, Some(pack.met), &pack.tally))?;
    }
    for of in &sheet.detail.tags {
        let names = ["tag", &of.pack, &of.tag, "", ""];
        writer.write_record(record(names, Some(of.questions), Some(of.met), &of.tally))?;
    }
    for of in &sheet.detail.questions {
        let title = of.prompt.as_deref().unwrap_or_default();
        let names = ["question", &of.pack, "", &of.question, title];
        writer.write_record(record(names, None, None, &of.tally))?;
    }
    csv_finish(writer)
}

fn record(
    names: [&str; 5],
    questions: Option<usize>,
    met: Option<usize>,
    tally: &Tally,
) -> Vec<String> {
    let known = |value: Option<String>| value.unwrap_or_default();
    let ends = interval(tally);
    let mut cells: Vec<String> = names.into_iter().map(cell).collect();
    cells.extend([
        known(questions.map(|count| count.to_string())),
        known(met.map(|count| count.to_string())),
        tally.answers.to_string(),
        tally.passed.to_string(),
        tally.graded().to_string(),
        tally.right.to_string(),
        known(ends.map(|(low, _)| low.to_string())),
        known(ends.map(|(_, high)| high.to_string())),
        known(tally.last.map(|(at, _)| at.to_string())),
        known(tally.last.map(|(_, day)| day.to_string())),
    ]);
    cells
}
