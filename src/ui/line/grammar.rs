//! What one line means as a response to a question of some form.

use std::collections::BTreeMap;

use crate::{
    grade::Response,
    session::Form,
    text::{self, markdown},
    ui::labels,
};

/// Reads a line that is not empty.
///
/// # Errors
/// A sentence that says what could not be read, and how to give it. It costs nothing.
pub(super) fn read(form: &Form, line: &str) -> Result<Response, String> {
    match form {
        Form::One { choices } => one(choices, line),
        Form::Many { choices, .. } => many(choices, line),
        Form::TrueFalse => true_false(line),
        Form::Order { items } => order(items, line),
        Form::Match { lefts, rights } => pairs(lefts, rights, line),
        Form::Words | Form::Number { .. } | Form::Date { .. } | Form::Essay => {
            Ok(Response::Text(line.to_owned()))
        }
        // Asked gap by gap; a single line is the answer to a single gap.
        Form::Gaps { .. } => Ok(Response::List(vec![gap(line)])),
    }
}

/// What a line says for one gap: `-` leaves it empty.
pub(super) fn gap(line: &str) -> String {
    match line {
        "-" | "–" | "—" => String::new(),
        text => text.to_owned(),
    }
}

/// Which lines of a rubric are meant: numbers, or `0` for none.
pub(super) fn ticks(rubric: usize, line: &str) -> Result<Vec<usize>, String> {
    if matches!(line, "0" | "-") || line.eq_ignore_ascii_case("none") {
        return Ok(Vec::new());
    }
    let mut ticked = Vec::new();
    for label in parts(line) {
        let index = labels::number(label, rubric).ok_or_else(|| {
            format!(
                "`{}` is no line of the list: give {}, or 0 for none.",
                short(label),
                range(rubric)
            )
        })?;
        ticked.push(index + 1);
    }
    ticked.sort_unstable();
    ticked.dedup();
    if ticked.is_empty() {
        return Err(format!("give {}, or 0 for none.", range(rubric)));
    }
    Ok(ticked)
}

fn one(choices: &[String], line: &str) -> Result<Response, String> {
    let found = choice(choices, line).ok_or_else(|| {
        let letters = labels::letter(choices.len().saturating_sub(1));
        format!(
            "`{}` is none of the choices: give {}, a letter from a to {letters}, or a choice's text.",
            short(line),
            range(choices.len())
        )
    })?;
    Ok(Response::Text(choices[found].clone()))
}

/// A label, the text of a choice when that is no label, or a label with a mark behind it, as in `2.` and `b)`.
fn choice(choices: &[String], said: &str) -> Option<usize> {
    let text = |choice: &String| choice.trim() == said || markdown::plain(choice).trim() == said;
    let bare = said.trim_start_matches('(').trim_end_matches(['.', ')']);
    labels::index(said, choices.len())
        .or_else(|| choices.iter().position(text))
        .or_else(|| labels::index(bare, choices.len()))
}

fn many(choices: &[String], line: &str) -> Result<Response, String> {
    let found = match choice(choices, line) {
        Some(single) => vec![single],
        None => labelled(choices.len(), line).or_else(|label| {
            let texts = line
                .split([',', ';'])
                .map(|part| choice(choices, part.trim()));
            texts.collect::<Option<Vec<_>>>().ok_or_else(|| {
                format!(
                    "`{}` is none of the choices: give all that are right, as in 1 3 ({}).",
                    short(&label),
                    range(choices.len())
                )
            })
        })?,
    };
    let chosen = choices
        .iter()
        .enumerate()
        .filter(|(index, _)| found.contains(index));
    Ok(Response::List(
        chosen.map(|(_, choice)| choice.clone()).collect(),
    ))
}

fn order(items: &[String], line: &str) -> Result<Response, String> {
    let how = || {
        format!(
            "give all {} numbers in the right order, as in {}.",
            items.len(),
            example(items.len())
        )
    };
    let found = labelled(items.len(), line).or_else(|label| {
        // `cab` and `312`, where nothing else can be meant.
        let single = |letter: char| labels::index(letter.encode_utf8(&mut [0; 4]), items.len());
        let found: Option<Vec<usize>> = line.chars().take(10).map(single).collect();
        found
            .filter(|found| found.len() == items.len() && items.len() < 10)
            .ok_or_else(|| format!("`{}` is none of these: {}", short(&label), how()))
    })?;
    for (place, index) in found.iter().enumerate() {
        if found[..place].contains(index) {
            return Err(format!("{} stands there twice: {}", index + 1, how()));
        }
    }
    if let Some(missing) = (0..items.len()).find(|index| !found.contains(index)) {
        return Err(format!("{} is missing: {}", missing + 1, how()));
    }
    Ok(Response::List(
        found
            .into_iter()
            .map(|index| items[index].clone())
            .collect(),
    ))
}

fn pairs(lefts: &[String], rights: &[String], line: &str) -> Result<Response, String> {
    let how = || {
        format!(
            "give a letter from a to {} for every number from 1 to {}, as in 1b 2a (1- leaves one out).",
            labels::letter(rights.len().saturating_sub(1)),
            lefts.len()
        )
    };
    let mut found: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
        if rest.is_empty() {
            break;
        }
        let (number, behind) = split(rest, |c| c.is_ascii_digit());
        let left = labels::number(number, lefts.len())
            .filter(|_| !number.is_empty())
            .ok_or_else(|| format!("`{}` is no number of these: {}", first(rest), how()))?;
        let behind = behind.trim_start();
        let (dashes, tail) = split(behind, |c| {
            matches!(c, '-' | '–' | '=' | ':' | '>' | '.' | ')' | ' ')
        });
        let (letters, after) = split(tail, |c| c.is_ascii_alphabetic());
        let right = if letters.is_empty() && dashes.contains(['-', '–']) {
            None
        } else {
            let right = labels::letters(letters, rights.len());
            Some(
                right
                    .ok_or_else(|| format!("`{}` is no letter of these: {}", first(tail), how()))?,
            )
        };
        if found.insert(left, right).is_some() {
            return Err(format!("{} stands there twice: {}", left + 1, how()));
        }
        rest = if letters.is_empty() { tail } else { after };
    }
    if let Some(missing) = (0..lefts.len()).find(|left| !found.contains_key(left)) {
        return Err(format!("{} is missing: {}", missing + 1, how()));
    }
    let pair =
        |(left, right): (usize, Option<usize>)| Some((lefts[left].clone(), rights[right?].clone()));
    Ok(Response::Map(found.into_iter().filter_map(pair).collect()))
}

fn true_false(line: &str) -> Result<Response, String> {
    match line.to_lowercase().trim_end_matches('.') {
        "t" | "true" | "y" | "yes" => Ok(Response::Bool(true)),
        "f" | "false" | "n" | "no" => Ok(Response::Bool(false)),
        _ => Err(format!(
            "`{}` is neither: give t for true or f for false.",
            short(line)
        )),
    }
}

/// The places that labels stand for; the first that is no label otherwise.
fn labelled(count: usize, line: &str) -> Result<Vec<usize>, String> {
    let found: Vec<usize> = parts(line)
        .map(|label| labels::index(label, count).ok_or_else(|| label.to_owned()))
        .collect::<Result<_, _>>()?;
    if found.is_empty() {
        Err(line.to_owned())
    } else {
        Ok(found)
    }
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .filter(|part| !part.is_empty())
}

fn split(text: &str, inside: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !inside(c)).unwrap_or(text.len()))
}

fn first(text: &str) -> std::borrow::Cow<'_, str> {
    short(text.split_whitespace().next().unwrap_or("the end"))
}

/// A text to be repeated in a message.
fn short(text: &str) -> std::borrow::Cow<'_, str> {
    text::truncate(text, 40)
}

fn range(count: usize) -> String {
    if count == 1 {
        "the number 1".to_owned()
    } else {
        format!("a number from 1 to {count}")
    }
}

fn example(count: usize) -> String {
    let mut numbers: Vec<String> = (1..=count.min(9))
        .map(|number| number.to_string())
        .collect();
    if numbers.len() > 1 {
        numbers.swap(0, 1);
    }
    let more = if count > 9 { " .." } else { "" };
    format!("{}{more}", numbers.join(" "))
}
