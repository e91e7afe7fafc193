//! Packs made by rule, of any length: the same number of questions always gives the same text. They have no faults.

use std::fmt::Write as _;

/// A pack of so many questions, over all ten kinds in turn, with what authors add: hints, tags, explanations.
#[must_use]
pub(crate) fn pack(questions: usize) -> String {
    let mut text = head("made", questions);
    text.push_str("[sets]\ncolours = [\"red\", \"green\", \"blue\", \"yellow\", \"violet\"]\n\n");
    for year in 1900..1910 {
        let _ = writeln!(
            text,
            "[[events]]\nid = \"event-{year}\"\nwhen = {year}-03-0{}\ntitle = \"What happened in {year}\"\n",
            year % 9 + 1
        );
    }
    for number in 0..questions {
        let kind = KINDS[number % KINDS.len()];
        let _ = writeln!(
            text,
            "[[questions]]\nid = \"q{number}\"\nkind = \"{kind}\"\n{}explanation = \"Number {number} is so because the article says it, in as many words as an author needs.\"\nhints = [\"Think of the number {number}.\"]\ntags = [\"part-{}\"]\n",
            body(kind, number),
            number % 20
        );
    }
    text
}

/// A deck of so many short questions, choices and short answers by turns: what flash card programs are measured with.
#[must_use]
pub(crate) fn deck(questions: usize) -> String {
    let mut text = head("deck", questions);
    for number in 0..questions {
        let kind = ["choice", "short-answer"][number % 2];
        let _ = writeln!(
            text,
            "[[questions]]\nid = \"q{number}\"\nkind = \"{kind}\"\n{}",
            body(kind, number)
        );
    }
    text
}

const KINDS: [&str; 10] = [
    "choice",
    "multiple",
    "true-false",
    "short-answer",
    "numeric",
    "date",
    "ordering",
    "matching",
    "cloze",
    "essay",
];

fn head(id: &str, questions: usize) -> String {
    format!("format = 1\nid = \"{id}\"\ntitle = \"{questions} questions made by rule\"\n\n")
}

fn body(kind: &str, number: usize) -> String {
    match kind {
        "choice" => format!(
            "prompt = \"Which of these belongs to number {number}?\"\nanswer = \"the right one for {number}\"\ndistractors = [\"a wrong one\", \"another wrong one\", {{ text = \"nearly {number}\", feedback = \"Near, but not it.\" }}]\n"
        ),
        "multiple" => format!(
            "prompt = \"Which of these belong to number {number}?\"\nanswers = [\"first of {number}\", \"second of {number}\"]\ndistractors = [\"a wrong one\", \"another wrong one\"]\n"
        ),
        "true-false" => format!(
            "prompt = \"The number {number} is even.\"\nanswer = {}\n",
            number.is_multiple_of(2)
        ),
        "short-answer" => format!(
            "prompt = \"What is the word for number {number}?\"\nanswer = \"{}\"\naccept = [\"number {number}\"]\n",
            word(number)
        ),
        "numeric" => format!(
            "prompt = \"How many are {number} and one?\"\nanswer = {}\ntolerance = \"5%\"\nunit = \"pieces\"\n",
            number + 1
        ),
        "date" => format!(
            "prompt = \"When was number {number}?\"\nanswer = {}-0{}-1{}\ntolerance = \"1 year\"\n",
            1900 + number % 100,
            number % 9 + 1,
            number % 9
        ),
        "ordering" => format!(
            "prompt = \"Put the parts of number {number} in order.\"\nitems = [\"first of {number}\", \"second of {number}\", \"third of {number}\", \"last of {number}\"]\n"
        ),
        "matching" => format!(
            "prompt = \"What belongs to what in number {number}?\"\npairs = [[\"left {number}\", \"right {number}\"], [\"up\", \"down\"], [\"in\", \"out\"]]\ndistractors = [\"neither\"]\n"
        ),
        "cloze" => format!(
            "text = \"The number {number} has {{{{{}}}}} letters and the word {{{{{}|number {number}}}}}.\"\n",
            number % 90 + 10,
            word(number)
        ),
        _ => format!(
            "prompt = \"What do you make of number {number}?\"\nmodel = \"It is {number}, and that is that.\"\nrubric = [\"names the number\", \"says what it is\"]\n"
        ),
    }
}

/// A word of its own for every number, without digits.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];
    let digits = format!("{number:04}");
    digits
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .map(|digit| SYLLABLES[digit as usize])
        .collect()
}
