//! What a question asks and accepts, as canonical JSON and its hash: both change when, and only when, answers given
//! before could be right or wrong otherwise. Ids, explanations, hints, passages and points play no part.

use std::{fmt::Write as _, ops::RangeInclusive};

use sha2::{Digest as _, Sha256};

use super::{Choice, CreditRule, Distractors, Kind, NumericKey, Part, Question, Tolerance};
use crate::{date::Unit, text::number::Decimal};

/// The version of this form. A new one gives every question a new hash.
const VERSION: u32 = 1;

/// Canonical JSON of a question: `{"v": 1, "kind", "language", "prompt", ..}` with keys in a fixed order and without
/// spaces. Its list of `choices`, `items` or `rights` is [`Question::presentable`]: stored orders count in it.
#[must_use]
pub fn content(question: &Question, language: &str) -> String {
    let mut json = Json(String::with_capacity(256));
    let _ = write!(json.0, "{{\"v\":{VERSION}");
    json.text("kind", question.kind.name());
    json.text("language", language);
    json.text("prompt", &question.prompt);
    json.key(&question.kind);
    json.bool("shuffle", question.shuffle);
    if !question.last.is_empty() {
        json.texts("last", question.last.iter().map(String::as_str));
    }
    json.0.push('}');
    json.0
}

/// The first 128 bits of SHA-256 of a content, in 32 hexadecimal digits.
#[must_use]
pub fn content_hash(content: &str) -> String {
    let digest = Sha256::digest(content.as_bytes());
    digest[..16]
        .iter()
        .fold(String::with_capacity(32), |mut hash, byte| {
            let _ = write!(hash, "{byte:02x}");
            hash
        })
}

/// A JSON object that is being written.
struct Json(String);

impl Json {
    fn name(&mut self, name: &str) {
        self.0.push_str(",\"");
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn string(&mut self, text: &str) {
        self.0.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.0.push_str(&text[from..at]);
            match byte {
                b'"' => self.0.push_str("\\\""),
                b'\\' => self.0.push_str("\\\\"),
                _ => {
                    let _ = write!(self.0, "\\u{byte:04x}");
                }
            }
            from = at + 1;
        }
        self.0.push_str(&text[from..]);
        self.0.push('"');
    }

    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.string(text);
    }

    fn bool(&mut self, name: &str, value: bool) {
        self.name(name);
        self.0.push_str(if value { "true" } else { "false" });
    }

    fn number(&mut self, name: &str, value: usize) {
        self.name(name);
        let _ = write!(self.0, "{value}");
    }

    fn list<T>(&mut self, items: impl Iterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.0.push('[');
        for (at, item) in items.enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            each(self, item);
        }
        self.0.push(']');
    }

    fn texts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        self.name(name);
        self.list(texts, Self::string);
    }

    fn choices(&mut self, name: &str, choices: &[Choice]) {
        self.texts(name, choices.iter().map(|choice| choice.text.as_str()));
    }

    fn pick(&mut self, distractors: &Distractors) {
        if let Some(pick) = distractors.pick {
            self.number("pick", pick);
        }
    }

    fn range(&mut self, name: &str, range: &RangeInclusive<Decimal>) {
        self.name(name);
        let _ = write!(self.0, "[\"{}\",\"{}\"]", range.start(), range.end());
    }

    /// The value itself plays no part: what is accepted decides.
    fn numeric(&mut self, key: &NumericKey) {
        self.text("written", &key.written);
        self.range("accepted", &key.accepted);
    }

    fn tolerance(&mut self, tolerance: Tolerance) {
        self.name("tolerance");
        let _ = match tolerance {
            Tolerance::Length { count, unit } => {
                let unit = match unit {
                    Unit::Day => "days",
                    Unit::Month => "months",
                    Unit::Year => "years",
                };
                write!(self.0, "\"{count} {unit}\"")
            }
            Tolerance::Age { orders, from } => {
                let from = from.civil().iso();
                write!(self.0, "\"{orders} orders of age before {from}\"")
            }
        };
    }

    fn key(&mut self, kind: &Kind) {
        match kind {
            Kind::Choice {
                also, distractors, ..
            } => {
                self.texts("choices", kind.presentable().into_iter());
                self.number("keys", 1 + also.len());
                self.pick(distractors);
            }
            Kind::Multiple {
                answers,
                distractors,
                credit,
            } => {
                self.texts("choices", kind.presentable().into_iter());
                self.number("keys", answers.len());
                self.pick(distractors);
                self.text(
                    "credit",
                    match credit {
                        CreditRule::Each => "each",
                        CreditRule::All => "all",
                    },
                );
            }
            Kind::TrueFalse { answer } => self.bool("answer", *answer),
            Kind::ShortAnswer {
                answer,
                accept,
                distractors,
                strict,
            } => {
                self.text("answer", &answer.text);
                self.choices("accept", accept);
                self.choices("distractors", distractors);
                self.bool("strict", *strict);
            }
            Kind::Numeric { key, unit } => {
                self.numeric(key);
                if let Some(unit) = unit {
                    self.text("unit", unit);
                }
            }
            Kind::Date {
                answer,
                precision,
                tolerance,
                end,
                ..
            } => {
                self.text("answer", &answer.to_string());
                self.text("precision", precision.name());
                if let &Some(tolerance) = tolerance {
                    self.tolerance(tolerance);
                }
                self.bool("end", *end);
            }
            Kind::Ordering { items } => {
                self.texts("items", items.iter().map(|item| item.text.as_str()));
                if items.iter().any(|item| item.event.is_some()) {
                    self.name("dates");
                    let dates = items.iter().map(|item| item.event.as_ref());
                    self.list(dates, |json, event| match event {
                        Some((_, when)) => json.string(&when.to_string()),
                        None => json.0.push_str("null"),
                    });
                }
            }
            Kind::Matching { pairs, .. } => {
                self.texts("lefts", pairs.iter().map(|(left, _)| left.as_str()));
                self.texts("rights", kind.presentable().into_iter());
            }
            Kind::Cloze { parts } => {
                self.name("parts");
                self.list(parts.iter(), |json, part| match part {
                    Part::Text(text) => json.string(text),
                    Part::Gap(gap) => {
                        json.list(gap.alternatives.iter(), |json, text| json.string(text));
                    }
                });
            }
            Kind::Essay { model, rubric } => {
                self.text("model", model);
                self.texts("rubric", rubric.iter().map(String::as_str));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{content, content_hash};
    use crate::pack::read;

    fn of(lines: &str) -> String {
        let text = format!(
            "format = 1\nid = \"p\"\ntitle = \"T\"\n[sets]\ns = [\"a\", \"b\", \"c\"]\n\
             [[events]]\nid = \"e\"\nwhen = 1969\ntitle = \"E\"\n[[questions]]\nid = \"q\"\n{lines}"
        );
        let reading = read(&text, "p");
        assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
        content(&reading.pack.unwrap().questions[0], "en")
    }

    #[test]
    fn contents_are_json_of_fixed_form() {
        for (lines, expected) in [
            (
                "kind = \"choice\"\nprompt = \"Who \\\"?\\n\"\nanswer = \"b\"\ndistractors = { set = \"s\", pick = 1 }",
                r#"{"v":1,"kind":"choice","language":"en","prompt":"Who \"?\u000a","choices":["b","a","c"],"keys":1,"pick":1,"shuffle":true}"#,
            ),
            (
                "kind = \"numeric\"\nprompt = \"N\"\nanswer = 2000\ntolerance = \"5%\"\nunit = \"chips\"",
                r#"{"v":1,"kind":"numeric","language":"en","prompt":"N","written":"2000","accepted":["1900","2100"],"unit":"chips","shuffle":true}"#,
            ),
            (
                "kind = \"date\"\nprompt = \"D\"\nevent = \"e\"\ntolerance = \"1 year\"",
                r#"{"v":1,"kind":"date","language":"en","prompt":"D","answer":"1969","precision":"year","tolerance":"1 years","end":false,"shuffle":true}"#,
            ),
            (
                "kind = \"matching\"\nprompt = \"M\"\npairs = [[\"a\", \"1\"], [\"b\", \"2\"]]\ndistractors = [\"3\"]\nshuffle = false",
                r#"{"v":1,"kind":"matching","language":"en","prompt":"M","lefts":["a","b"],"rights":["1","2","3"],"shuffle":false}"#,
            ),
            (
                "kind = \"cloze\"\ntext = \"a {{b|c}}\"",
                r#"{"v":1,"kind":"cloze","language":"en","prompt":"","parts":["a ",["b","c"]],"shuffle":true}"#,
            ),
        ] {
            let json = of(lines);
            assert_eq!(json, expected);
            assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        }
    }

    #[test]
    fn only_what_decides_about_an_answer_changes_the_hash() {
        let hash = |lines: &str| content_hash(&of(lines));
        let base = "kind = \"short-answer\"\nprompt = \"P\"\nanswer = \"A\"\n";
        assert_eq!(hash(base).len(), 32);
        for same in [
            "points = 2\n",
            "explanation = \"E\"\n",
            "hints = [\"h\"]\n",
            "tags = [\"t\"]\n",
        ] {
            assert_eq!(hash(base), hash(&format!("{base}{same}")), "{same}");
        }
        for other in [
            "strict = true\n",
            "accept = [\"B\"]\n",
            "distractors = [\"C\"]\n",
            "shuffle = false\n",
        ] {
            assert_ne!(hash(base), hash(&format!("{base}{other}")), "{other}");
        }
    }

    #[test]
    fn hashes_stay_the_same_across_releases() {
        assert_eq!(content_hash(""), "e3b0c44298fc1c149afbf4c8996fb924");
    }
}
