//! Grading: (question, context, response) -> verdict. Pure; knows nothing of attempts, stores or screens.

mod choices;
mod cloze;
mod confusable;
mod date;
mod essay;
mod matching;
mod meaning;
mod misfit;
mod numeric;
mod order;
mod ordering;
mod response;
mod scale;
mod slip;
mod truth;
mod verdict;
mod wording;

use std::collections::HashSet;

pub use date::wanted;
pub use essay::tick;
pub use response::Response;
pub use verdict::{AskAgain, Credit, GapVerdict, Reason, Verdict, Way};

use crate::{
    pack::{Kind, Question},
    text::fold::words,
};

/// The version of these rules: stored with every response, so that a later rule can tell which ones it would regrade.
pub const RULES: u16 = 1;

/// What grading needs to know beside the question.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The pack's language, a BCP 47 tag.
    pub language: String,
    /// Folded words of article and pack: a slip that makes one of them is another answer.
    pub vocabulary: HashSet<String>,
}

impl Context {
    /// The context of a pack in this language (a BCP 47 tag) whose article and questions have these texts.
    pub fn new<'a>(language: &str, texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            language: language.to_owned(),
            vocabulary: texts
                .into_iter()
                .flat_map(|text| words(text, language))
                .collect(),
        }
    }
}

/// Grades a response. A whole file of responses can be checked beforehand by grading them and dropping the verdicts.
///
/// # Errors
/// [`AskAgain`] when the response cannot be read as an answer to this question, or could be read in two ways of which
/// one is right: it is asked again and costs nothing.
pub fn grade(
    question: &Question,
    context: &Context,
    response: &Response,
) -> Result<Verdict, AskAgain> {
    let misfit = || misfit::misfit(&question.kind, response);
    match &question.kind {
        Kind::Choice {
            answer,
            also,
            distractors,
        } => choices::choice(answer, also, distractors, response).unwrap_or_else(|| Err(misfit())),
        Kind::Multiple {
            answers,
            distractors,
            credit,
        } => match response {
            Response::List(chosen) => choices::multiple(answers, distractors, *credit, chosen),
            _ => Err(misfit()),
        },
        Kind::TrueFalse { answer } => truth::grade_truth(*answer, response).ok_or_else(misfit),
        Kind::ShortAnswer {
            answer,
            accept,
            distractors,
            strict,
        } => {
            let typed = response.typed().ok_or_else(misfit)?;
            let spellings = wording::Spellings {
                right: std::iter::once(answer)
                    .chain(accept)
                    .map(|choice| choice.text.as_str())
                    .collect(),
                wrong: distractors.iter().collect(),
                others: Vec::new(),
                strict: *strict,
            };
            let (credit, reason) = spellings.grade(context, &typed)?;
            Ok(Verdict::new(credit, reason))
        }
        Kind::Numeric { key, unit } => {
            let typed = response.typed().ok_or_else(misfit)?;
            let (credit, reason) = numeric::grade_number(key, unit.as_deref(), context, &typed)?;
            Ok(Verdict::new(credit, reason))
        }
        Kind::Date {
            answer,
            precision,
            tolerance,
            end,
            event: _,
        } => {
            let typed = response.typed().ok_or_else(misfit)?;
            date::grade_date(answer, *precision, *tolerance, *end, &typed)
        }
        Kind::Ordering { items } => match response {
            Response::List(given) => order::grade_order(items, given),
            _ => Err(misfit()),
        },
        Kind::Matching { pairs, distractors } => match response {
            Response::Map(given) => matching::grade_pairs(pairs, distractors, given),
            _ => Err(misfit()),
        },
        Kind::Cloze { parts } => cloze::grade_gaps(parts, context, response).ok_or_else(misfit)?,
        Kind::Essay { model: _, rubric } => {
            essay::grade_essay(rubric, response).unwrap_or_else(|| Err(misfit()))
        }
    }
}

#[cfg(test)]
mod tests;
