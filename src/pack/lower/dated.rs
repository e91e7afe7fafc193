//! Dates of events, eras and answers, as TOML has them or as texts.

use super::{Lowering, values::integer};
use crate::{
    date::{Precision, Refusal, When, read_length, true_order},
    diagnostic::Diagnostic,
    pack::{
        Tolerance, codes,
        tree::{Kind, Value},
    },
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// A date: a text, a bare year or a day.
    pub(super) fn when(&mut self, value: Value<'t, 'i>) -> Option<When> {
        let read = match value.kind() {
            Kind::String => {
                let text = value.text();
                let before = self.findings.errors;
                self.spotless(value, &text, false);
                if self.findings.errors > before {
                    return None;
                }
                When::read(&text)
            }
            Kind::Integer => match integer(value.raw()) {
                Some(year) => When::from_year(year),
                None => When::from_year(i64::MAX),
            },
            Kind::Date => native(value.raw()),
            _ => {
                self.wrong_type(
                    value,
                    "a date",
                    "write 1969-07-20, 1969, \"July 1969\" or \"c. 1450\"",
                );
                return None;
            }
        };
        match read {
            Ok(when) => Some(when),
            Err(refusal) => {
                self.refused(value, &refusal);
                None
            }
        }
    }

    /// Reports a date that is not read.
    pub(super) fn refused(&mut self, value: Value<'t, 'i>, refusal: &Refusal) {
        let code = if refusal.code == "reversed" {
            &codes::REVERSED
        } else {
            &codes::INVALID_DATE
        };
        self.fault(
            Diagnostic::new(code, value.span(), refusal.message.clone()).help(refusal.help.clone()),
        );
    }

    /// How fine a response has to be; as fine as the answer unless it is said.
    pub(super) fn precision(
        &mut self,
        value: Option<Value<'t, 'i>>,
        answer: Precision,
    ) -> Precision {
        let Some(value) = value else {
            return answer;
        };
        let Some(name) = self.line(value) else {
            return answer;
        };
        let Some(asked) = Precision::asked(&name) else {
            let names = Precision::ASKED.map(Precision::name);
            self.unknown_value(value, &name, &names);
            return answer;
        };
        if asked < answer {
            self.fault(
                Diagnostic::new(
                    &codes::PRECISION_TOO_FINE,
                    value.span(),
                    format!("the answer is not as fine as a {}", asked.name()),
                )
                .help("give the answer as fine, or ask for less"),
            );
        }
        asked
    }

    /// A length of time, `"1 year"`.
    pub(super) fn length(&mut self, value: Value<'t, 'i>) -> Option<Tolerance> {
        let text = match value.kind() {
            Kind::Integer | Kind::Float => value.raw().into(),
            Kind::String => value.text(),
            _ => {
                self.wrong_type(value, "a length of time", "write `\"1 year\"`");
                return None;
            }
        };
        let Some((count, unit)) = read_length(&text) else {
            self.fault(
                Diagnostic::new(
                    &codes::INVALID_TOLERANCE,
                    value.span(),
                    "this is not a length of time",
                )
                .help("write `\"1 year\"`, `\"6 months\"` or `\"10 days\"`"),
            );
            return None;
        };
        Some(Tolerance::Length { count, unit })
    }
}

/// A day as TOML writes it, with or without a time of day.
fn native(raw: &str) -> Result<When, Refusal> {
    let Ok(native) = raw.parse::<toml::value::Datetime>() else {
        return When::read(raw);
    };
    let Some(date) = native.date else {
        return Err(When::refuse_time());
    };
    let time = native.time.map(|time| crate::date::Time {
        hour: time.hour,
        minute: time.minute,
        second: time.second,
    });
    When::from_date(i64::from(date.year), date.month, date.day, time)
}

/// Whether one date was before another; none when that cannot be told.
pub(super) fn before(one: &When, other: &When) -> Option<bool> {
    if one.uncertain() || other.uncertain() {
        return None;
    }
    true_order(one, other).map(std::cmp::Ordering::is_lt)
}
