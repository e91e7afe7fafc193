//! Attempts and responses as a table, as JSON and as CSV, made piece by piece so that any number of them can be shown.

mod asked;
mod csv;
mod json;
mod line;
mod table;

pub use line::{ResponseLine, lines};
pub use table::{attempts as table, responses as response_table, tags_line, trend_line};

pub use self::csv::{attempts as csv, responses as response_csv};
pub(super) use self::csv::{cell as csv_cell, finish as csv_finish, writer as csv_writer};
pub(super) use self::json::begin as json_begin;
pub use self::json::{attempts as json, responses as json_with_responses};

/// Thousandths as a decimal number: `1500` is `1.5`.
fn decimal(thousandths: u64) -> String {
    let (whole, part) = (thousandths / 1000, thousandths % 1000);
    if part == 0 {
        return whole.to_string();
    }
    let text = format!("{whole}.{part:03}");
    text.trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests;
