//! Grading: (question, context, response) -> verdict. Pure; knows nothing of attempts, stores or screens.

mod date;
mod ordering;
mod response;
mod verdict;

pub use response::Response;
pub use verdict::{AskAgain, Credit, GapVerdict, Reason, Verdict};

use crate::pack::Question;

/// The version of these rules: stored with every response, so that a later rule can tell which ones it would regrade.
pub const RULES: u16 = 1;

/// What grading needs to know beside the question.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The pack's language, a BCP 47 tag.
    pub language: String,
    /// Folded words of article and pack: a slip that makes one of them is another answer.
    pub vocabulary: std::collections::HashSet<String>,
}

/// Grades a response.
///
/// # Errors
/// [`AskAgain`] when the response cannot be read as an answer to this question, or could be read in two ways of which
/// one is right: it is asked again and costs nothing.
pub fn grade(
    _question: &Question,
    _context: &Context,
    _response: &Response,
) -> Result<Verdict, AskAgain> {
    Err(AskAgain {
        message: String::new(),
        help: None,
    })
}

/// STUB
pub fn tick(_question: &Question, _lines: &[usize]) -> Result<Credit, AskAgain> {
    Ok(Credit::NONE)
}
/// STUB
pub fn wanted(_precision: crate::date::Precision) -> String {
    String::new()
}
