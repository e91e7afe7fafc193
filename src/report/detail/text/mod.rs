//! Where a learner stands, in lines for a terminal: no line is wider than it may be, and none needs colour.

mod bars;
mod lines;
mod weeks;

use self::{bars::Entry, lines::Lines};
use super::{Look, Sheet, TOO_FEW, interval, share};
use crate::{
    stats::{Course, Tally},
    text::{clean_line, count, count_of, width},
};

/// How many of each are shown; the rest is counted.
const PACKS: usize = 20;
const TAGS: usize = 10;
const QUESTIONS: usize = 10;
const COURSES: usize = 10;
/// Attempts of a course that a line of signs shows.
const STEPS: usize = 20;

/// The whole text.
#[must_use]
pub fn text(sheet: &Sheet<'_>, look: Look) -> String {
    let mut lines = Lines::new(look);
    head(sheet, &mut lines);
    if !sheet.detail.days.is_empty() {
        weeks::draw(sheet, &mut lines);
    }
    courses(sheet, &mut lines);
    packs(sheet, &mut lines);
    tags(sheet, &mut lines);
    questions(sheet, &mut lines);
    lines.text
}

fn head(sheet: &Sheet<'_>, lines: &mut Lines) {
    let detail = sheet.detail;
    let who = sheet.learner.unwrap_or("Everyone");
    lines.push(&format!("{who}, {}", sheet.pack.unwrap_or("all packs")));
    let answers = usize::try_from(detail.all.answers).unwrap_or(usize::MAX);
    let mut parts = vec![count(answers, "answer")];
    if let Some((first, _)) = detail.days.first_key_value() {
        parts.push(count_of(detail.days.len(), "day of study", "days of study"));
        parts.push(format!("since {first}"));
    }
    if detail.all.passed > 0 {
        parts.push(format!("{} passed over", detail.all.passed));
    }
    parts.extend(right(&detail.all, lines));
    lines.flow(&parts, "");
}

/// `67% right (49–81%)`, or that there are too few answers; none when nothing is graded.
fn right(tally: &Tally, lines: &Lines) -> Option<String> {
    let (low, high) = interval(tally)?;
    let dash = lines.signs.dash;
    Some(match share(tally) {
        Some(share) => format!("{share} right ({low}{dash}{high}%)"),
        None => TOO_FEW.to_owned(),
    })
}

fn courses(sheet: &Sheet<'_>, lines: &mut Lines) {
    let courses = &sheet.detail.courses;
    if courses.is_empty() {
        return;
    }
    lines.heading("Attempts at the whole pack, oldest first");
    let named: Vec<(String, &Course)> = courses
        .iter()
        .take(COURSES)
        .map(|course| match sheet.learner {
            Some(_) => (course.pack.clone(), course),
            None => (format!("{}, {}", course.learner, course.pack), course),
        })
        .collect();
    let widest = named.iter().map(|(name, _)| width(&clean_line(name))).max();
    let room = widest.unwrap_or(0).min(lines.width.saturating_sub(2) / 3);
    for (name, course) in &named {
        let parts = course_parts(course, lines);
        lines.titled(name, room, &parts);
    }
    lines.more(courses.len(), COURSES);
}

fn course_parts(course: &Course, lines: &Lines) -> Vec<String> {
    let percents: Vec<u32> = course.taken.iter().map(|taken| taken.percent).collect();
    let (Some(first), Some(last)) = (percents.first(), percents.last()) else {
        return Vec::new();
    };
    if percents.len() == 1 {
        return vec![
            format!("{first}%"),
            "a second attempt makes a trend".to_owned(),
        ];
    }
    let best = percents.iter().max().unwrap_or(last);
    let shown = &percents[percents.len().saturating_sub(STEPS)..];
    let mut parts = Vec::new();
    if let Some(steps) = lines.signs.steps {
        let step = |percent: &u32| steps.get(*percent as usize * (steps.len() - 1) / 100);
        parts.push(shown.iter().filter_map(step).collect());
    }
    let change = match last.cmp(first) {
        std::cmp::Ordering::Less => format!("down {}", first - last),
        std::cmp::Ordering::Equal => "unchanged".to_owned(),
        std::cmp::Ordering::Greater => format!("up {}", last - first),
    };
    parts.push(format!("{first}% {} {last}%, {change}", lines.signs.arrow));
    parts.push(format!("best {best}%"));
    parts.push(count(percents.len(), "attempt"));
    parts
}

fn packs(sheet: &Sheet<'_>, lines: &mut Lines) {
    let packs = &sheet.detail.packs;
    if packs.is_empty() {
        return;
    }
    lines.heading("Packs");
    let entries: Vec<Entry> = packs
        .iter()
        .take(PACKS)
        .map(|pack| Entry {
            name: match pack.title {
                Some(_) => pack.pack.clone(),
                None => format!("{} (gone)", pack.pack),
            },
            met: Some(match pack.questions {
                Some(questions) => format!("{} of {questions}", pack.met),
                None => pack.met.to_string(),
            }),
            tally: pack.tally,
        })
        .collect();
    bars::draw(&entries, "Pack", lines);
    lines.more(packs.len(), PACKS);
}

fn tags(sheet: &Sheet<'_>, lines: &mut Lines) {
    let tags = &sheet.detail.tags;
    if tags.is_empty() {
        return;
    }
    lines.heading("Tags, the weakest first");
    let entries: Vec<Entry> = tags
        .iter()
        .take(TAGS)
        .map(|of| Entry {
            name: match sheet.pack {
                Some(_) => of.tag.clone(),
                None => format!("{} ({})", of.tag, of.pack),
            },
            met: Some(format!("{} of {}", of.met, of.questions)),
            tally: of.tally,
        })
        .collect();
    bars::draw(&entries, "Tag", lines);
    lines.more(tags.len(), TAGS);
}

fn questions(sheet: &Sheet<'_>, lines: &mut Lines) {
    let questions = &sheet.detail.questions;
    if questions.is_empty() {
        return;
    }
    lines.heading("Questions, the weakest first");
    let entries: Vec<Entry> = questions
        .iter()
        .take(QUESTIONS)
        .map(|of| {
            let name = match sheet.pack {
                Some(_) => of.question.clone(),
                None => format!("{} ({})", of.question, of.pack),
            };
            Entry {
                name: match &of.prompt {
                    Some(prompt) if !prompt.is_empty() => prompt.clone(),
                    Some(_) => name,
                    None => format!("{name} (gone)"),
                },
                met: None,
                tally: of.tally,
            }
        })
        .collect();
    bars::draw(&entries, "Question", lines);
    lines.more(questions.len(), QUESTIONS);
}
