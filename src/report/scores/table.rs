//! Scores as a table in a terminal: columns by display width, long names cut; one field a line where it is too narrow.

use super::{ResponseLine, csv::words, decimal, line::local};
use crate::{
    stats::{AttemptScore, TagStanding, trend},
    text,
};

/// A column: its name, whether its cells are numbers, and the least width its texts may be cut to.
struct Column {
    name: &'static str,
    right: bool,
    least: Option<usize>,
}

const fn column(name: &'static str, right: bool, least: Option<usize>) -> Column {
    Column { name, right, least }
}

/// Columns between two columns of a table.
const GAP: usize = 2;

/// A table of attempts at most `width` columns wide; learners are named when there may be several.
#[must_use]
pub fn attempts(attempts: &[AttemptScore], everyone: bool, width: usize) -> String {
    let mut columns = vec![
        column("Started", false, None),
        column("Pack", false, Some(6)),
        column("Learner", false, Some(6)),
        column("Mode", false, None),
        column("Answered", true, None),
        column("Points", true, None),
        column("Score", true, None),
        column("State", false, None),
    ];
    let mut rows: Vec<Vec<String>> = attempts.iter().map(attempt).collect();
    if !everyone {
        columns.remove(2);
        for row in &mut rows {
            row.remove(2);
        }
    }
    render(&columns, &rows, width)
}

fn attempt(scored: &AttemptScore) -> Vec<String> {
    let score = &scored.score;
    let percent = score
        .percent()
        .map_or_else(|| String::from("–"), |percent| format!("{percent}%"));
    let state = if scored.finished.is_some() {
        "finished"
    } else {
        "unfinished"
    };
    vec![
        local(scored.started, &scored.zone),
        scored
            .pack
            .as_ref()
            .map_or_else(|| String::from("several"), ToString::to_string),
        scored.learner.clone(),
        scored.mode.name().to_owned(),
        format!("{} of {}", score.answered, score.questions),
        format!("{} of {}", decimal(score.points), decimal(score.max_points)),
        percent,
        state.to_owned(),
    ]
}

/// A table of responses at most `width` columns wide; learners are named when there may be several.
#[must_use]
pub fn responses(lines: &[ResponseLine], everyone: bool, width: usize) -> String {
    let mut columns = vec![
        column("Answered", false, None),
        column("Question", false, Some(8)),
        column("Learner", false, Some(6)),
        column("Response", false, Some(12)),
        column("Credit", true, None),
        column("Points", true, None),
        column("Remarks", false, Some(8)),
    ];
    let mut rows: Vec<Vec<String>> = lines.iter().map(response).collect();
    if !everyone {
        columns.remove(2);
        for row in &mut rows {
            row.remove(2);
        }
    }
    render(&columns, &rows, width)
}

fn response(line: &ResponseLine) -> Vec<String> {
    let given = match &line.response {
        None => String::from("(don't know)"),
        given => words(given.as_ref()).into_owned(),
    };
    let mut remarks = Vec::new();
    if line.hints > 0 {
        remarks.push(text::count(line.hints, "hint"));
    }
    if line.second_try {
        remarks.push(String::from("second try"));
    }
    if line.overridden {
        remarks.push(String::from("said to be right"));
    }
    if line.points.is_none() {
        let why = if line.credit.is_none() {
            "not graded"
        } else {
            "does not count"
        };
        remarks.push(why.to_owned());
    }
    vec![
        line.when(),
        line.question.to_string(),
        line.learner.clone(),
        given,
        line.credit.map_or_else(
            || String::from("–"),
            |credit| format!("{}%", decimal(u64::from(credit.thousandths()) * 100)),
        ),
        line.points.map_or_else(|| String::from("–"), decimal),
        remarks.join(", "),
    ]
}

/// The percents at the whole pack, oldest first, the last ten; nothing when there are fewer than two. The attempts are
/// one learner's at one pack, newest first.
#[must_use]
pub fn trend_line(attempts: &[AttemptScore]) -> Option<String> {
    let percents = trend(attempts);
    let shown: Vec<String> = percents
        .iter()
        .skip(percents.len().saturating_sub(10))
        .map(|percent| format!("{percent}%"))
        .collect();
    (shown.len() > 1).then(|| format!("Whole pack, oldest first: {}", shown.join(" ")))
}

/// The three weakest tags; nothing when there is none.
#[must_use]
pub fn tags_line(tags: &[TagStanding]) -> Option<String> {
    let shown: Vec<String> = tags
        .iter()
        .take(3)
        .map(|standing| {
            let questions = text::count(standing.questions, "question");
            let tag = text::clean_line(&standing.tag);
            format!("{tag} {}% of {questions}", standing.percent)
        })
        .collect();
    (!shown.is_empty()).then(|| format!("Weakest tags: {}", shown.join(", ")))
}

fn render(columns: &[Column], rows: &[Vec<String>], width: usize) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| text::clean_line(cell).into_owned())
                .collect()
        })
        .collect();
    let mut widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows.iter().map(|row| text::width(&row[at]));
            cells.max().unwrap_or(0).max(text::width(column.name))
        })
        .collect();
    let gaps = GAP * columns.len().saturating_sub(1);
    // The widest text gives way first, column by column, until the table fits.
    while widths.iter().sum::<usize>() + gaps > width {
        let can_give = |at: &usize| columns[*at].least.is_some_and(|least| widths[*at] > least);
        let Some(at) = (0..columns.len())
            .filter(can_give)
            .max_by_key(|&at| widths[at])
        else {
            return fields(columns, &rows, width);
        };
        widths[at] -= 1;
    }
    let mut table = String::new();
    let head: Vec<String> = columns
        .iter()
        .map(|column| column.name.to_owned())
        .collect();
    for row in std::iter::once(&head).chain(&rows) {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let cell = text::truncate(cell, widths[at]);
            let room = " ".repeat(widths[at].saturating_sub(text::width(&cell)));
            if at > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            if columns[at].right {
                line.push_str(&room);
                line.push_str(&cell);
            } else {
                line.push_str(&cell);
                line.push_str(&room);
            }
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

/// One field a line, an empty line between rows.
fn fields(columns: &[Column], rows: &[Vec<String>], width: usize) -> String {
    let mut list = String::new();
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            list.push('\n');
        }
        for (column, cell) in columns.iter().zip(row) {
            let line = format!("{}: {cell}", column.name);
            list.push_str(text::truncate(&line, width.max(1)).trim_end());
            list.push('\n');
        }
    }
    list
}
