//! Choices: single ones, lists, those drawn from sets, and what makes a list of them wrong.

use super::{
    Lowering,
    keys::{ChoiceKeys, DrawKeys, QuestionKeys},
    same::{repeated, same},
};
use crate::{
    diagnostic::Diagnostic,
    pack::{
        Choice, Distractors, codes,
        findings::shown,
        tree::{Kind, Value},
    },
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// A choice: a text, a number or date read as written, or `{ text, feedback }`.
    pub(super) fn choice(&mut self, value: Value<'t, 'i>) -> Option<Choice> {
        match value.kind() {
            Kind::Integer | Kind::Float | Kind::Date => Some(Choice {
                text: value.raw().to_owned(),
                feedback: None,
            }),
            Kind::Table => self.choice_with_feedback(value),
            Kind::Array => {
                self.wrong_type(
                    value,
                    "a text",
                    "write a text, or `{ text = \"..\", feedback = \"..\" }`",
                );
                None
            }
            _ => self.lines(value).map(|text| Choice {
                text,
                feedback: None,
            }),
        }
    }

    fn choice_with_feedback(&mut self, table: Value<'t, 'i>) -> Option<Choice> {
        let mut unknown = Vec::new();
        let keys = ChoiceKeys::of(table, |key| unknown.push(key));
        for key in unknown {
            self.unknown_key(key, ChoiceKeys::KEYS, "a choice");
        }
        let feedback = self.opt_lines(keys.feedback);
        let Some(text) = keys.text else {
            self.missing(table.span(), "text", "this choice", "text = \"..\"");
            return None;
        };
        let text = match text.kind() {
            Kind::Integer | Kind::Float | Kind::Date => text.raw().to_owned(),
            _ => self.lines(text)?,
        };
        Some(Choice { text, feedback })
    }

    /// A list of choices.
    pub(super) fn choices(&mut self, value: Value<'t, 'i>) -> Vec<Choice> {
        let elements = self.list(value, "[\"..\", \"..\"]").unwrap_or_default();
        let mut choices = Vec::with_capacity(elements.len());
        for element in elements {
            choices.extend(self.choice(element));
        }
        choices
    }

    pub(super) fn opt_choices(&mut self, value: Option<Value<'t, 'i>>) -> Vec<Choice> {
        value.map(|value| self.choices(value)).unwrap_or_default()
    }

    /// Reports that two entries of a list are the same.
    pub(super) fn repeated_choice(&mut self, list: Value<'t, 'i>, at: usize, before: usize) {
        let place = |index| list.children().nth(index).map_or(list.span(), Value::span);
        self.fault(
            Diagnostic::new(
                &codes::DUPLICATE_CHOICE,
                place(at),
                "this stands in the list twice",
            )
            .label("again")
            .related(place(before), "first here")
            .help("change or delete one: a learner could not tell them apart"),
        );
    }

    /// Reports a list that is too short.
    pub(super) fn too_few(&mut self, list: Value<'t, 'i>, message: &str) {
        let at = if list.is_list_of_tables() {
            list.key_span()
        } else {
            list.span()
        };
        self.fault(Diagnostic::new(&codes::TOO_FEW, at, message).help("add to the list"));
    }

    /// The wrong choices of a choice or a multiple, written out or drawn from a set; `answers` holds the keys and
    /// `given` where they stand.
    pub(super) fn distractors(
        &mut self,
        keys: &QuestionKeys<'t, 'i>,
        answers: &[Choice],
        given: Option<Value<'t, 'i>>,
    ) -> Distractors {
        let Some(value) = keys.distractors else {
            return Distractors::default();
        };
        if value.kind() == Kind::Table {
            return self.drawn(value, answers).unwrap_or_default();
        }
        let (choices, faulty) = self.alone(|this| this.choices(value));
        if faulty {
            return Distractors::default();
        }
        if choices.is_empty() {
            self.too_few(value, "a question with choices needs a wrong one");
        }
        let texts = choices.iter().map(|choice| choice.text.as_str());
        if let Some((at, before)) = repeated(texts) {
            self.repeated_choice(value, at, before);
        } else {
            self.answer_among(value, &choices, answers, given);
        }
        Distractors {
            choices,
            pick: None,
        }
    }

    /// Reports an answer that stands among the wrong choices.
    pub(super) fn answer_among(
        &mut self,
        list: Value<'t, 'i>,
        wrong: &[Choice],
        answers: &[Choice],
        given: Option<Value<'t, 'i>>,
    ) {
        let right = |choice: &Choice| {
            answers
                .iter()
                .any(|answer| same(&answer.text, &choice.text))
        };
        let Some(at) = wrong.iter().position(right) else {
            return;
        };
        let place = list.children().nth(at).map_or(list.span(), Value::span);
        let mut diagnostic = Diagnostic::new(
            &codes::ANSWER_AMONG_DISTRACTORS,
            place,
            format!("`{}` is an answer and a distractor", shown(&wrong[at].text)),
        )
        .label("wrong here")
        .help("delete one of the two");
        if let Some(given) = given {
            diagnostic = diagnostic.related(given.span(), "right here");
        }
        self.fault(diagnostic);
    }

    /// `{ set = "..", pick = 3 }`.
    fn drawn(&mut self, table: Value<'t, 'i>, answers: &[Choice]) -> Option<Distractors> {
        if table.get("text").is_some() {
            self.wrong_type(
                table,
                "a list",
                "write `[{ text = \"..\", feedback = \"..\" }]`",
            );
            return None;
        }
        let mut unknown = Vec::new();
        let keys = DrawKeys::of(table, |key| unknown.push(key));
        for key in unknown {
            self.unknown_key(key, DrawKeys::KEYS, "`distractors`");
        }
        let pick = keys.pick.and_then(|pick| self.count(pick));
        let Some(set) = keys.set else {
            self.missing(table.span(), "set", "`distractors`", "set = \"..\"");
            return None;
        };
        let name = self.line(set)?;
        let Some(members) = self.sets.get(&name) else {
            let close = crate::text::closest(&name, self.sets.keys().map(String::as_str));
            let help = close.map_or_else(
                || format!("add `{} = [..]` below `[sets]`", shown(&name)),
                |close| format!("did you mean `{close}`?"),
            );
            let mut diagnostic = Diagnostic::new(
                &codes::UNKNOWN_SET,
                set.span(),
                format!("the pack has no set `{}`", shown(&name)),
            )
            .help(help);
            if let Some(close) = close {
                diagnostic = diagnostic.fix(set.span(), format!("\"{close}\""));
            }
            self.fault(diagnostic);
            return None;
        };
        let Some(members) = members else {
            // The set's own faults have been reported.
            self.spoiled = true;
            return None;
        };
        let count = members.len();
        if pick.is_none() && keys.pick.is_some() {
            return None;
        }
        if !self.may_draw(count) {
            self.fault(
                Diagnostic::new(
                    &codes::TOO_LARGE,
                    set.span(),
                    "questions draw more than a million choices from sets",
                )
                .help("make the sets smaller, or several packs of this one"),
            );
            return None;
        }
        let choices: Vec<Choice> = self
            .sets
            .get(&name)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|choice| {
                !answers
                    .iter()
                    .any(|answer| same(&answer.text, &choice.text))
            })
            .cloned()
            .collect();
        let supply = choices.len();
        if supply == 0 || pick.is_some_and(|pick| pick > supply) {
            let at = keys.pick.unwrap_or(set).span();
            let message = format!(
                "the set `{}` has {supply} without the answer, fewer than are drawn",
                shown(&name)
            );
            self.fault(
                Diagnostic::new(&codes::PICK_TOO_MANY, at, message)
                    .help("lower `pick`, or add to the set"),
            );
        }
        Some(Distractors { choices, pick })
    }
}
