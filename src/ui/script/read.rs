//! Reading and checking a script: JSON Lines of `{"question": ID, "response": R}`.

use std::{collections::HashMap, io::BufRead};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Fault, Script, ScriptError, fit};
use crate::{
    grade::{Response, grade},
    pack::{Id, Question},
    session::Material,
    text,
    ui::input::{Line, Lines},
};

/// The size of the largest script, in bytes.
pub(super) const FILE_LIMIT: u64 = 32 << 20;

/// The length of the longest line of a script, in bytes: an essay stands on one.
pub(super) const LINE_LIMIT: usize = 1 << 20;

/// How many faults are listed one by one.
const LISTED: usize = 1000;

/// How many unknown ids get a suggestion: each is held against every id there is.
const SUGGESTED: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    question: String,
    response: Value,
}

impl Script {
    /// Reads a script and checks all of it against the packs that are asked from.
    ///
    /// # Errors
    /// Every fault: a line that is no entry, an id that is unknown or repeated, a response that its question cannot
    /// take.
    pub fn read<'a>(
        input: impl BufRead,
        packs: impl IntoIterator<Item = &'a Material>,
    ) -> Result<Self, ScriptError> {
        let mut checking = Checking::new(packs);
        let mut lines = Lines::new(input.take(FILE_LIMIT + 1), LINE_LIMIT);
        for number in 1_usize.. {
            let checked = match lines.next()? {
                Line::End => break,
                Line::Text(text) if text.trim().is_empty() => Ok(()),
                Line::Text(text) => checking.entry(&text, number),
                Line::NotUtf8 => Err(("this line is not UTF-8".to_owned(), None)),
                Line::TooLong => Err((
                    format!("this line is longer than {} MiB", LINE_LIMIT >> 20),
                    None,
                )),
            };
            if let Err((message, help)) = checked {
                checking.fault(number, message, help);
            }
        }
        if lines.into_inner().limit() == 0 {
            return Err(ScriptError::TooLarge);
        }
        if checking.faults.is_empty() {
            Ok(checking.script)
        } else {
            Err(ScriptError::Faults(checking.faults, checking.unlisted))
        }
    }
}

/// What is wrong with a line, and what to do.
type Trouble = (String, Option<String>);

struct Checking<'a> {
    known: HashMap<&'a str, Vec<(&'a Material, &'a Question)>>,
    lines: HashMap<(Id, Id), usize>,
    script: Script,
    faults: Vec<Fault>,
    unlisted: usize,
    suggested: usize,
}

impl<'a> Checking<'a> {
    fn new(packs: impl IntoIterator<Item = &'a Material>) -> Self {
        let mut known: HashMap<&str, Vec<_>> = HashMap::new();
        for material in packs {
            for question in &material.pack.questions {
                known
                    .entry(question.id.as_str())
                    .or_default()
                    .push((material, question));
            }
        }
        Self {
            known,
            lines: HashMap::new(),
            script: Script::default(),
            faults: Vec::new(),
            unlisted: 0,
            suggested: 0,
        }
    }

    fn fault(&mut self, line: usize, message: String, help: Option<String>) {
        if self.faults.len() < LISTED {
            self.faults.push(Fault {
                line,
                message,
                help,
            });
        } else {
            self.unlisted += 1;
        }
    }

    fn entry(&mut self, text: &str, line: usize) -> Result<(), Trouble> {
        let entry: Entry = serde_json::from_str(text).map_err(|error| {
            let help = r#"an entry is {"question": "ID", "response": ANSWER}, alone on its line"#;
            (no_entry(&error), Some(help.to_owned()))
        })?;
        let (material, question) = self.find(&entry.question)?;
        let name = &entry.question;
        let key = (material.pack.id.clone(), question.id.clone());
        if let Some(first) = self.lines.insert(key.clone(), line) {
            self.lines.insert(key, first);
            let help = format!("line {first} answers it already");
            return Err((format!("`{name}` is answered a second time"), Some(help)));
        }
        let response =
            response(entry.response).map_err(|told| (format!("`{name}`: {told}"), None))?;
        if let Some(instead) = fit::misfit(&question.kind, &response) {
            let (shape, kind) = (fit::shape(&response), question.kind.name());
            let told = format!("`{name}`: {shape} does not answer a `{kind}` question");
            return Err((told, Some(format!("give {instead}"))));
        }
        grade(question, material.context(), &response)
            .map_err(|again| (format!("`{name}`: {}", again.message), again.help))?;
        self.script.answers.insert(key, response);
        Ok(())
    }

    /// The question that is meant by `id` or `pack/id`.
    fn find(&mut self, name: &str) -> Result<(&'a Material, &'a Question), Trouble> {
        let (pack, id) = match name.split_once('/') {
            Some((pack, id)) => (Some(pack), id),
            None => (None, name),
        };
        let of = |material: &Material| pack.is_none_or(|pack| material.pack.id.as_str() == pack);
        let mut found = self
            .known
            .get(id)
            .into_iter()
            .flatten()
            .filter(|(material, _)| of(material));
        match (found.next(), found.next()) {
            (Some(&found), None) => Ok(found),
            (Some((first, _)), Some(_)) => {
                let help = format!(
                    "write `{}/{id}`, with the pack's id before it",
                    first.pack.id
                );
                Err((
                    format!("`{name}` is a question of several packs"),
                    Some(help),
                ))
            }
            (None, _) => {
                self.suggested += 1;
                let nearest = (self.suggested <= SUGGESTED)
                    .then(|| text::closest(id, self.known.keys().copied()))
                    .flatten();
                let help = nearest.map(|id| format!("did you mean `{id}`?"));
                Err((
                    format!("there is no question `{}`", text::truncate(name, 80)),
                    help,
                ))
            }
        }
    }
}

/// A response as JSON gives it. Whether it fits its question is for grading to say.
fn response(value: Value) -> Result<Response, String> {
    match value {
        Value::Null => {
            Err("`null` is no response: leave the line out to skip the question".to_owned())
        }
        Value::Bool(truth) => Ok(Response::Bool(truth)),
        Value::Number(number) => Ok(Response::Number(number)),
        Value::String(text) => Ok(Response::Text(text)),
        Value::Array(items) => items
            .into_iter()
            .map(string)
            .collect::<Option<_>>()
            .map(Response::List)
            .ok_or_else(|| {
                "a list holds texts only: put quotation marks around each item".to_owned()
            }),
        Value::Object(map) if map.get("rubric").is_some_and(|ticks| !ticks.is_string()) => {
            essay(map)
        }
        Value::Object(map) => map
            .into_iter()
            .map(|(left, right)| Some((left, string(right)?)))
            .collect::<Option<_>>()
            .map(Response::Map)
            .ok_or_else(|| "a map pairs texts with texts".to_owned()),
    }
}

fn essay(mut map: Map<String, Value>) -> Result<Response, String> {
    let how = || r#"an essay is a text, or {"text": "..", "rubric": [1, 3]}"#.to_owned();
    let text = map.remove("text").and_then(string).ok_or_else(how)?;
    let lines = map
        .remove("rubric")
        .and_then(|lines| serde_json::from_value(lines).ok());
    match lines {
        Some(rubric) if map.is_empty() => Ok(Response::Essay { text, rubric }),
        _ => Err(how()),
    }
}

fn string(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The JSON reader's words, with the column and without the line, which is always the first.
fn no_entry(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let told = told
        .rsplit_once(" at line ")
        .map_or(told.as_str(), |(told, _)| told);
    match error.classify() {
        serde_json::error::Category::Data => told.to_owned(),
        _ => format!("this is no JSON (column {}: {told})", error.column()),
    }
}
