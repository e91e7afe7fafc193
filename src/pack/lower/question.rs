//! Questions: what all kinds share, and which keys each kind has.

use super::{
    Lowering, Named, Questions,
    keys::{Head, QuestionKeys},
    kinds::{CHOICE, CLOZE, DATE, MATCHING, MULTIPLE, NUMERIC, ORDERING, Owner, SHORT, TRUE_FALSE},
};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        CreditRule, Kind as Asked, Points, Question, codes,
        findings::shown,
        tree::{Kind, Value},
    },
    text,
    text::number::Decimal,
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// Forgets the item before and begins this one.
    pub(super) fn begin(&mut self, table: Value<'t, 'i>, faulty: bool) {
        self.quiet = table.is_spoiled();
        self.spoiled = faulty || self.quiet;
    }

    /// At most as many items as a pack may have.
    pub(super) fn within_limit(
        &mut self,
        mut tables: Vec<Value<'t, 'i>>,
        name: &str,
    ) -> Vec<Value<'t, 'i>> {
        let limit = super::QUESTION_LIMIT;
        if let Some(first) = tables.get(limit) {
            let message = format!("the pack has {} {name}, more than {limit}", tables.len());
            self.fault(
                Diagnostic::new(&codes::TOO_MANY_QUESTIONS, first.span(), message)
                    .label("left out from here on")
                    .help("make several packs of it"),
            );
            tables.truncate(limit);
        }
        tables
    }

    /// Reads `[[questions]]`; gives those without fault, and how many there are.
    pub(super) fn lower_questions(&mut self, keys: &Head<'t, 'i>) -> Questions {
        let tables = self.tables(keys.questions, "questions");
        let count = tables.len();
        let tables = self.within_limit(tables, "questions");
        let mut questions = Vec::with_capacity(tables.len());
        for (named, faulty) in self.ids(tables, &["prompt", "text"]) {
            self.begin(named.table, faulty);
            let question = self.question(&named);
            questions.extend(question.filter(|_| !self.spoiled));
        }
        (questions, count)
    }

    fn question(&mut self, named: &Named<'t, 'i>) -> Option<Question> {
        let table = named.table;
        let header = if table.has_header() {
            table.span()
        } else {
            table.span().start..table.span().start + 1
        };
        let mut unknown = Vec::new();
        let keys = QuestionKeys::of(table, |key| unknown.push(key));
        for key in unknown {
            self.unknown_key(key, QuestionKeys::KEYS, "a question");
        }
        let asked = self.asked(&keys, &header);
        if keys.prompt.is_none() && asked.is_none_or(|bit| bit != CLOZE) {
            self.missing(header.clone(), "prompt", "this question", "prompt = \"..\"");
        }
        let prompt = self.opt_lines(keys.prompt);
        let explanation = self.opt_lines(keys.explanation);
        let passage = self.passage(keys.passage);
        let source = self.opt_line(keys.source);
        let hints = self.texts(keys.hints, true);
        let tags = self.texts(keys.tags, false);
        self.texts(keys.allow, false);
        let points = keys
            .points
            .map_or(Some(Points::ONE), |points| self.points(points));
        let shuffle = self.boolean_or(keys.shuffle, true);
        let last = self.texts(keys.last, true);
        let feedback = self.opt_lines(keys.feedback);
        let bit = asked?;
        self.foreign(&keys, bit);
        let kind = self.kind(bit, &keys, header)?;
        if let Some(list) = keys.last {
            self.last(&kind, &last, list);
        }
        if self.spoiled {
            return None;
        }
        Some(Question {
            id: named.id.clone()?,
            kind,
            prompt: prompt.unwrap_or_default(),
            explanation,
            passage,
            source,
            hints,
            tags,
            points: points?,
            shuffle,
            last,
            feedback,
            span: table.reach(),
        })
    }

    fn kind(&mut self, bit: Owner, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        match bit {
            CHOICE => self.one_of(keys, header),
            MULTIPLE => self.several_of(keys, header),
            TRUE_FALSE => {
                let Some(value) = keys.answer else {
                    self.missing(header, "answer", "this question", "answer = true");
                    return None;
                };
                let answer = self.boolean(value)?;
                Some(Asked::TrueFalse { answer })
            }
            SHORT => self.short_answer(keys, header),
            NUMERIC => self.numeric(keys, header),
            DATE => self.date(keys, header),
            ORDERING => self.ordering(keys, header),
            MATCHING => self.matching(keys, header),
            CLOZE => self.cloze(keys, header),
            _ => self.essay(keys, header),
        }
    }

    fn one_of(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        if keys.answer.is_none() && keys.answers.is_none() {
            self.missing(header.clone(), "answer", "this question", "answer = \"..\"");
        }
        if keys.distractors.is_none() {
            self.missing(
                header,
                "distractors",
                "this question",
                "distractors = [\"..\"]",
            );
        }
        let value = keys.answer?;
        if value.kind() == Kind::Array {
            self.wrong_type(
                value,
                "a text",
                "a choice has one answer; for several write `kind = \"multiple\"` and `answers`",
            );
            return None;
        }
        let answer = self.choice(value)?;
        let answers = [answer];
        let distractors = self.distractors(keys, &answers, keys.answer);
        let [answer] = answers;
        Some(Asked::Choice {
            answer,
            also: Vec::new(),
            distractors,
        })
    }

    fn several_of(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        if keys.answers.is_none() && keys.answer.is_none() {
            self.missing(
                header.clone(),
                "answers",
                "this question",
                "answers = [\"..\"]",
            );
        }
        if keys.distractors.is_none() {
            self.missing(
                header,
                "distractors",
                "this question",
                "distractors = [\"..\"]",
            );
        }
        let credit = keys
            .credit
            .map_or(CreditRule::Each, |value| self.credit(value));
        let list = keys.answers?;
        let (answers, faulty) = self.alone(|this| this.choices(list));
        if faulty {
            return None;
        }
        if answers.is_empty() {
            self.too_few(list, "a multiple needs an answer");
        }
        if let Some((at, before)) = super::same::repeated(answers.iter().map(|a| a.text.as_str())) {
            self.repeated_choice(list, at, before);
        }
        let distractors = self.distractors(keys, &answers, keys.answers);
        Some(Asked::Multiple {
            answers,
            distractors,
            credit,
        })
    }

    fn credit(&mut self, value: Value<'t, 'i>) -> CreditRule {
        match self.line(value).as_deref() {
            Some("all") => CreditRule::All,
            Some("each") | None => CreditRule::Each,
            Some(other) => {
                self.unknown_value(value, other, &["each", "all"]);
                CreditRule::Each
            }
        }
    }

    /// Reports a word that is none of those a key takes.
    pub(super) fn unknown_value(&mut self, value: Value<'t, 'i>, word: &str, known: &[&str]) {
        let help = match text::closest(word, known.iter().copied()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("it is one of `{}`", known.join("`, `")),
        };
        self.fault(
            Diagnostic::new(
                &codes::UNKNOWN_VALUE,
                value.span(),
                format!("`{}` cannot be `{}`", value.key(), shown(word)),
            )
            .help(help),
        );
    }

    fn essay(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        if keys.model.is_none() {
            self.missing(header.clone(), "model", "this essay", "model = \"..\"");
        }
        let Some(list) = keys.rubric else {
            self.missing(
                header,
                "rubric",
                "this essay",
                "rubric = [\"names the launch\"]",
            );
            return None;
        };
        let model = self.opt_lines(keys.model);
        let (rubric, faulty) = self.alone(|this| this.texts(Some(list), true));
        if rubric.is_empty() && !faulty {
            self.too_few(list, "an essay needs a line of rubric");
        }
        Some(Asked::Essay {
            model: model?,
            rubric,
        })
    }

    /// A number over 0 with at most three decimals.
    fn points(&mut self, value: Value<'t, 'i>) -> Option<Points> {
        const MOST: i64 = 1_000_000;
        if !matches!(value.kind(), Kind::Integer | Kind::Float) {
            self.wrong_type(value, "a number", "write `points = 2`");
            return None;
        }
        let digits = value.raw().replace('_', "");
        let number = digits.parse::<Decimal>().ok();
        let thousandths = number
            .filter(|points| *points <= Decimal::from(MOST) && *points > Decimal::ZERO)
            .and_then(|points| points.checked_shift(3))
            .and_then(|points| points.to_string().parse::<u64>().ok());
        if thousandths.is_none() {
            self.out_of_range(
                value,
                "points are over 0, at most a million, with at most three decimals",
            );
        }
        thousandths.map(Points)
    }

    /// Reports entries of `last` that are no choices.
    fn last(&mut self, kind: &Asked, kept: &[String], list: Value<'t, 'i>) {
        let choices = kind.presentable();
        for (at, text) in kept.iter().enumerate() {
            if choices.contains(&text.as_str()) {
                continue;
            }
            let place = list.children().nth(at).map_or(list.span(), Value::span);
            let close = text::closest(text, choices.iter().copied());
            let help = close.map_or_else(
                || "`last` repeats choices, letter by letter".to_owned(),
                |close| format!("did you mean `{}`?", shown(close)),
            );
            self.fault(
                Diagnostic::new(
                    &codes::NO_SUCH_CHOICE,
                    place,
                    format!("`{}` is no choice of this question", shown(text)),
                )
                .help(help),
            );
        }
    }
}
