//! Questions answered by typing: short answers, numbers, dates.

use super::{Lowering, keys::QuestionKeys, values::integer};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        Kind as Asked, NumericKey, codes,
        findings::shown,
        tree::{Kind, Value},
    },
    text::{
        fold::fold,
        number::{self, Decimal},
    },
};

impl<'t, 'i> Lowering<'t, 'i> {
    pub(super) fn short_answer(
        &mut self,
        keys: &QuestionKeys<'t, 'i>,
        header: Span,
    ) -> Option<Asked> {
        let Some(value) = keys.answer else {
            self.missing(header, "answer", "this question", "answer = \"..\"");
            return None;
        };
        let answer = self.choice(value);
        let accept = self.opt_choices(keys.accept);
        let strict = self.boolean_or(keys.strict, false);
        let (distractors, faulty) = self.alone(|this| this.opt_choices(keys.distractors));
        let answer = answer?;
        if let Some(list) = keys.distractors
            && !faulty
        {
            let language = self.language.clone();
            let same = |one: &str, other: &str| {
                one == other || (!strict && fold(one, &language) == fold(other, &language))
            };
            let right = |text: &str| {
                let mut accepted = std::iter::once(&answer).chain(&accept);
                accepted.any(|accepted| same(&accepted.text, text))
            };
            if let Some(at) = distractors.iter().position(|wrong| right(&wrong.text)) {
                let place = list.children().nth(at).map_or(list.span(), Value::span);
                self.fault(
                    Diagnostic::new(
                        &codes::ANSWER_AMONG_DISTRACTORS,
                        place,
                        format!("`{}` is accepted as right, too", shown(&distractors[at].text)),
                    )
                    .label("wrong here")
                    .related(value.span(), "the answer")
                    .help("delete one of the two; `strict = true` tells case, accents and marks apart"),
                );
            }
        }
        Some(Asked::ShortAnswer {
            answer,
            accept,
            distractors,
            strict,
        })
    }

    pub(super) fn numeric(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        let unit = self.opt_line(keys.unit);
        let key = match (keys.answer, keys.range) {
            (Some(answer), None) => self.around(answer, keys.tolerance),
            (None, Some(range)) => {
                if let Some(tolerance) = keys.tolerance {
                    self.superfluous(
                        tolerance,
                        "a range needs no tolerance: it says what is right",
                    );
                }
                self.range(range)
            }
            (Some(_), Some(range)) => {
                self.superfluous(
                    range,
                    "a numeric question has `answer` or `range`, not both",
                );
                None
            }
            (None, None) => {
                self.missing(header, "answer", "this question", "answer = 2000");
                None
            }
        };
        Some(Asked::Numeric { key: key?, unit })
    }

    /// Reports a key that says what another says already.
    pub(super) fn superfluous(&mut self, value: Value<'t, 'i>, message: &str) {
        self.fault(
            Diagnostic::new(&codes::FOREIGN_KEY, value.key_span(), message)
                .help("delete one of the two"),
        );
    }

    fn around(
        &mut self,
        answer: Value<'t, 'i>,
        tolerance: Option<Value<'t, 'i>>,
    ) -> Option<NumericKey> {
        let value = self.number(answer)?;
        let accepted = match tolerance {
            None => value..=value,
            Some(tolerance) => self.tolerance(tolerance)?.around(value),
        };
        Some(NumericKey {
            written: answer.text().trim().to_owned(),
            value: Some(value),
            accepted,
        })
    }

    fn range(&mut self, range: Value<'t, 'i>) -> Option<NumericKey> {
        let ends = self.list(range, "[1500, 2500]")?;
        let [low, high] = ends.as_slice() else {
            let message = format!("a range has two ends, this one has {}", ends.len());
            self.fault(
                Diagnostic::new(&codes::WRONG_TYPE, range.span(), message)
                    .help("write `[1500, 2500]`"),
            );
            return None;
        };
        let (from, to) = (self.number(*low), self.number(*high));
        let (from, to) = (from?, to?);
        let (low, high) = (low.text(), high.text());
        if from > to {
            self.fault(
                Diagnostic::new(
                    &codes::REVERSED,
                    range.span(),
                    "the range ends before it begins",
                )
                .help(format!("write `[{high}, {low}]`")),
            );
            return None;
        }
        Some(NumericKey {
            written: format!("{} to {}", low.trim(), high.trim()),
            value: None,
            accepted: from..=to,
        })
    }

    /// A number, bare or as people write it in quotes.
    fn number(&mut self, value: Value<'t, 'i>) -> Option<Decimal> {
        let read = match value.kind() {
            Kind::Integer => integer(value.raw())
                .map(Decimal::from)
                .ok_or_else(String::new),
            Kind::Float => {
                let raw = value.raw().replace('_', "");
                raw.parse::<Decimal>().map_err(|fault| fault.to_string())
            }
            Kind::String => {
                let text = value.text();
                self.spotless(value, &text, false);
                number::read(&text, &self.language).map_err(|fault| fault.to_string())
            }
            _ => {
                self.wrong_type(value, "a number", "write digits, or a number in quotes");
                return None;
            }
        };
        match read {
            Ok(number) => Some(number),
            Err(message) => {
                self.fault(
                    Diagnostic::new(&codes::INVALID_NUMBER, value.span(), message)
                        .help("write digits, such as `2000` or `\"2,000\"`"),
                );
                None
            }
        }
    }

    fn tolerance(&mut self, value: Value<'t, 'i>) -> Option<number::Tolerance> {
        let text = match value.kind() {
            Kind::Integer | Kind::Float => value.raw().replace('_', ""),
            Kind::String => value.text().into_owned(),
            _ => {
                self.wrong_type(value, "a tolerance", "write `50`, `\"5%\"` or `\"x1.25\"`");
                return None;
            }
        };
        let tolerance = number::tolerance(&text).ok();
        if tolerance.is_none() {
            self.fault(
                Diagnostic::new(
                    &codes::INVALID_TOLERANCE,
                    value.span(),
                    format!("`{}` is no tolerance", shown(&text)),
                )
                .help("write a distance `50`, a share `\"5%\"`, or a factor over 1 `\"x1.25\"`"),
            );
        }
        tolerance
    }

    pub(super) fn date(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        let (value, answer, event) = match (keys.answer, keys.event) {
            (Some(answer), None) => (answer, self.when(answer), None),
            (None, Some(event)) => match self.event_of(event) {
                Some((at, id)) => (event, Some(self.events[at].when.clone()), Some(id)),
                None => (event, None, None),
            },
            (Some(_), Some(event)) => {
                self.superfluous(event, "a date question has `answer` or `event`, not both");
                return None;
            }
            (None, None) => {
                self.missing(header, "answer", "this question", "answer = 1969-07-20");
                return None;
            }
        };
        let end = self.boolean_or(keys.end, false);
        let tolerance = keys.tolerance.and_then(|tolerance| self.length(tolerance));
        let answer = answer?;
        if answer.uncertain() {
            self.fault(
                Diagnostic::new(
                    &codes::INVALID_DATE,
                    value.span(),
                    "a doubtful date cannot be asked for",
                )
                .help("drop the `?`, or ask another question"),
            );
            return None;
        }
        let asked = if end { answer.end() } else { answer.start() };
        let lasted = matches!(answer, crate::date::When::Span { .. });
        let Some(asked) = asked.filter(|_| lasted || !end) else {
            let at = keys.end.map_or(value.span(), Value::span);
            let message = if end {
                "the answer has no end"
            } else {
                "the answer has no start"
            };
            self.fault(
                Diagnostic::new(&codes::INVALID_DATE, at, message)
                    .help("`end = true` asks for the end of something that lasted: \"1957..1969\""),
            );
            return None;
        };
        let precision = self.precision(keys.precision, asked.precision());
        Some(Asked::Date {
            answer,
            precision,
            tolerance,
            end,
            event,
        })
    }
}

/// A text as a numeric key, if it reads as a number.
pub(super) fn number_in(text: &str, language: &str) -> Option<NumericKey> {
    let value = number::read(text, language).ok()?;
    Some(NumericKey {
        written: text.to_owned(),
        value: Some(value),
        accepted: value..=value,
    })
}
