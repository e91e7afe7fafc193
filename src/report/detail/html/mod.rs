//! Where a learner stands, as one page: no script, no network, charts as inline SVG, for light and dark and paper.
//! Everything from outside is escaped.

mod bar;
mod course;
mod tables;
mod weeks;

use std::fmt::Write as _;

use super::{Sheet, TOO_FEW, calendar::long, interval, share};
use crate::{
    stats::Tally,
    text::{self, count_of},
};

const STYLE: &str = include_str!("style.css");
/// Nothing may be loaded and nothing may run.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole page.
#[must_use]
pub fn html(sheet: &Sheet<'_>) -> String {
    let who = escape(sheet.learner.unwrap_or("Everyone"));
    let what = escape(sheet.pack.unwrap_or("All packs"));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"quizline\">\n\
         <title>{who}: {what}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <header>\n<p class=\"kicker\">{what}</p>\n<h1>{who}</h1>\n<p class=\"date\">{}</p>\n</header>\n",
        long(sheet.today)
    );
    tiles(sheet, &mut page);
    weeks::draw(sheet, &mut page);
    course::draw(sheet, &mut page);
    tables::draw(sheet, &mut page);
    page.push_str(FOOT);
    page
}

const FOOT: &str = "<footer><p>A bar is the share of answers that were right; the thin line over it is where the true \
    share lies with 95% confidence (Wilson). Under five answers no share is shown. What was passed over counts as not \
    right; hints cost points, not rightness. A day of study begins at four in the morning.</p></footer>\n\
    </main>\n</body>\n</html>\n";

fn tiles(sheet: &Sheet<'_>, page: &mut String) {
    let detail = sheet.detail;
    let met: usize = detail.packs.iter().map(|pack| pack.met).sum();
    let known: Option<usize> = detail.packs.iter().map(|pack| pack.questions).sum();
    let of = known.map_or_else(String::new, |known| format!("of {}", grouped(known as u64)));
    let since = detail.days.first_key_value();
    let since = since.map_or_else(String::new, |(day, _)| format!("since {}", long(*day)));
    let (right, ends) = match (share(&detail.all), interval(&detail.all)) {
        (Some(share), Some((low, high))) => (share, format!("95% interval {low}–{high}%")),
        _ => ("–".to_owned(), TOO_FEW.to_owned()),
    };
    let passed = match detail.all.passed {
        0 => String::new(),
        passed => format!("and {} passed over", grouped(passed)),
    };
    page.push_str("<dl class=\"tiles\">\n");
    for (name, figure, note) in [
        ("Right", right, ends),
        ("Answers", grouped(detail.all.answers), passed),
        ("Questions met", grouped(met as u64), of),
        ("Days of study", grouped(detail.days.len() as u64), since),
    ] {
        let _ = writeln!(
            page,
            "<div><dt>{name}</dt><dd><strong>{figure}</strong> <span>{note}</span></dd></div>"
        );
    }
    page.push_str("</dl>\n");
}

/// A text from outside, for text and for quoted attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text::clean_line(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A count with thin spaces between its thousands.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// A share in words, for those who do not see its bar.
fn spoken(tally: &Tally) -> String {
    let all = usize::try_from(tally.graded()).unwrap_or(usize::MAX);
    let answers = count_of(all, "time", "times");
    match (share(tally), interval(tally)) {
        (Some(share), Some((low, high))) => {
            format!("{share} of {answers} right, 95% interval {low} to {high}%")
        }
        _ => format!("{answers}: too few"),
    }
}
