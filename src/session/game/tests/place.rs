//! The growing line of `place`, and its three lives.

use super::{Play, question, summary, verdict};
use crate::{
    record::Payload,
    session::{
        Ask, Effect, Ending, Intent,
        view::{Form, Sheet},
    },
    timeline::games::Game,
};

#[test]
fn the_third_wrong_card_ends_the_game() {
    let (mut play, mut asked) = Play::begin(Game::Place, 3);
    let mut remarks = Vec::new();
    let mut lives = Vec::new();
    for right in [false, true, false, false] {
        lives.push(question(&asked).lives.unwrap());
        let told = play.place(&asked, right);
        remarks.push(verdict(&told).remark.clone());
        let last = matches!(told.last(), Some(Effect::Ask(Ask::Next { last: true, .. })));
        assert_eq!(last, remarks.len() == 4);
        asked = play.say(Intent::Next);
    }
    assert_eq!(lives, [3, 2, 2, 1]);
    assert_eq!(
        remarks,
        [
            "2 lives left.",
            "",
            "1 life left.",
            "That was the third wrong card: the game ends here."
        ]
    );
    assert_eq!(asked.last(), Some(&Effect::Done(Ending::Complete)));
    assert_eq!(play.rows.last().unwrap().payload, Payload::Finish);
    let summary = summary(&asked);
    assert!(summary.complete);
    let tally = summary.tally;
    assert_eq!((tally.right, tally.wrong, tally.open), (1, 3, 1));
    // One of five cards, whatever was not dealt any more.
    assert_eq!(summary.percent, 20);
    assert_eq!(summary.missed.len(), 3);
}

#[test]
fn saying_dont_know_costs_a_life_too() {
    let (mut play, _) = Play::begin(Game::Place, 3);
    for _ in 0..2 {
        play.say(Intent::DontKnow);
        play.say(Intent::Next);
    }
    let told = play.say(Intent::DontKnow);
    assert!(verdict(&told).dont_know);
    // Quitting after the last life is the end, not a pause.
    let end = play.say(Intent::Quit);
    assert_eq!(end.last(), Some(&Effect::Done(Ending::Complete)));
}

#[test]
fn the_line_grows_by_the_right_place_whatever_was_chosen() {
    let choices = |right: bool| {
        let (mut play, mut asked) = Play::begin(Game::Place, 9);
        let mut all = Vec::new();
        for _ in 0..2 {
            play.place(&asked, right);
            asked = play.say(Intent::Next);
            all.push(question(&asked).form.clone());
        }
        all
    };
    let lines = choices(true);
    assert_eq!(lines, choices(false));
    for (number, form) in lines.iter().enumerate() {
        let Form::One { choices } = form else {
            panic!("{form:?}")
        };
        assert_eq!(choices.len(), number + 3);
        assert!(choices[0].starts_with("before ") && choices[1].starts_with("between "));
    }
}

#[test]
fn only_the_chosen_gap_tells_how_far_off_it_was() {
    let (mut play, mut asked) = Play::begin(Game::Place, 5);
    for _ in 0..2 {
        let told = play.place(&asked, false);
        let Sheet::Choices(lines) = &verdict(&told).sheet else {
            panic!("a gap is a choice");
        };
        for line in lines {
            assert_eq!(line.feedback.is_some(), line.chosen, "{line:?}");
            let off = line.feedback.as_deref().unwrap_or("too late");
            assert!(off.ends_with("too late") || off.ends_with("too early"));
        }
        asked = play.say(Intent::Next);
    }
}
