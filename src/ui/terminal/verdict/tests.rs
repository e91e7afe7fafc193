use super::{Line, Marks, PassageView, Sheet, lines, passage};
use crate::{
    grade::Credit,
    pack::{Id, Points},
    session::{
        Form, QuestionView, VerdictView,
        view::{ChoiceLine, GapLine, OrderLine, PairLine},
    },
};

fn verdict(credit: u16, sheet: Sheet) -> VerdictView {
    let id = Id::new("q").unwrap();
    VerdictView {
        question: QuestionView {
            pack: id.clone(),
            id,
            number: 1,
            of: 1,
            prompt: String::new(),
            form: Form::Words,
            points: Points(2000),
            hints: Vec::new(),
            hints_left: 0,
            hint_cost: 250,
            second_try: false,
            comes_back: false,
            lives: None,
            given: None,
            commands: Vec::new(),
        },
        credit: Some(Credit::new(credit)),
        penalty: 0,
        earned: Points(u64::from(credit) * 2),
        dont_know: false,
        overridden: false,
        remark: String::new(),
        sheet,
        feedback: None,
        explanation: None,
        passage: None,
        source: None,
    }
}

/// The lines at 40 columns, without the empty one at the top and without colours.
fn shown(view: &VerdictView) -> String {
    let lines = lines(view, 39, Marks::UNICODE, false);
    let texts: Vec<String> = lines[1..].iter().map(Line::text).collect();
    texts.join("\n")
}

fn choice(text: &str, chosen: bool, right: bool, feedback: Option<&str>) -> ChoiceLine {
    ChoiceLine {
        text: text.to_owned(),
        chosen,
        right,
        feedback: feedback.map(str::to_owned),
    }
}

#[test]
fn every_choice_has_a_mark_and_a_word_and_its_feedback() {
    let sheet = Sheet::Choices(vec![
        choice("Neil Armstrong", true, true, None),
        choice(
            "Yuri Gagarin",
            true,
            false,
            Some("He flew in Vostok 1, eight years before."),
        ),
        choice("Buzz Aldrin", false, true, None),
        choice("John Glenn", false, false, Some("Not in this crew.")),
    ]);
    let expected = "\
Partly right, 50%: 1 of 2 points.
✓ 1) Neil Armstrong (yours, right)
✗ 2) Yuri Gagarin (yours, wrong)
     He flew in Vostok 1, eight years
     before.
✓ 3) Buzz Aldrin (right answer)
· 4) John Glenn
     Not in this crew.";
    assert_eq!(shown(&verdict(500, sheet)), expected);
}

#[test]
fn a_slip_is_shown_as_a_difference_of_spellings() {
    let sheet = Sheet::Typed {
        given: Some("Liag Wenfeng".to_owned()),
        key: "Liang Wenfeng".to_owned(),
        slip: true,
    };
    let expected = "\
Right: 2 of 2 points.
Your answer:  Liag Wenfeng
Right answer: Liang Wenfeng
Spelling:     Lia[+n]g Wenfeng";
    assert_eq!(shown(&verdict(1000, sheet)), expected);
}

#[test]
fn an_order_is_listed_as_it_should_be_with_the_places_given() {
    let item = |text: &str, given, kept| OrderLine {
        text: text.to_owned(),
        given,
        kept,
        when: Some("1957".to_owned()),
    };
    let sheet = Sheet::Order(vec![
        item("Sputnik", Some(2), true),
        item("Vostok", Some(3), true),
        item("Apollo", Some(1), false),
    ]);
    let expected = "\
Partly right, 33%: 0.666 of 2 points.
The right order:
✓ 1) Sputnik, 1957 (yours was place 2,
     in right order)
✓ 2) Vostok, 1957 (yours was place 3,
     in right order)
✗ 3) Apollo, 1957 (yours was place 1)";
    assert_eq!(shown(&verdict(333, sheet)), expected);
}

#[test]
fn pairs_and_gaps_say_what_was_given() {
    let pair = |given: &str, correct| PairLine {
        left: "dog".to_owned(),
        given: Some(given.to_owned()),
        right: "woof".to_owned(),
        correct,
    };
    let sheet = Sheet::Pairs(vec![pair("woof", true), pair("meow", false)]);
    let expected = "\
Wrong: 0 of 2 points.
✓ dog → woof (yours, right)
✗ dog → woof (yours was meow)";
    assert_eq!(shown(&verdict(0, sheet)), expected);

    let sheet = Sheet::Gaps {
        around: ["About ", " chips."].map(str::to_owned).to_vec(),
        gaps: vec![GapLine {
            given: None,
            key: "2,000".to_owned(),
            correct: false,
            slip: false,
        }],
    };
    let expected = "\
Wrong: 0 of 2 points.
About [1: 2,000] chips.
✗ 1) 2,000 (right answer, yours was
     empty)";
    assert_eq!(shown(&verdict(0, sheet)), expected);
}

#[test]
fn a_passage_is_marked_even_where_nothing_can_be_underlined() {
    let view = PassageView {
        heading: Some("The crew".to_owned()),
        before: "It was small. ".to_owned(),
        quoted: "Neil Armstrong commanded".to_owned(),
        after: " and Aldrin flew.".to_owned(),
    };
    let lines = passage(&view, 39, Marks::ASCII, false);
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    let expected = [
        "The article, under \"The crew\":",
        "| It was small. >>Neil Armstrong",
        "| commanded<< and Aldrin flew.",
    ];
    assert_eq!(texts, expected);
}
