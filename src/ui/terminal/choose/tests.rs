use super::Chooser;
use crate::{
    grade::Response,
    ui::terminal::{
        answering::{Answering, Said},
        keys::Key,
    },
};

fn choices(len: usize) -> Vec<String> {
    (1..=len).map(|number| format!("choice {number}")).collect()
}

fn press(chooser: &mut Chooser, keys: &[Key]) -> Said {
    keys.iter()
        .map(|key| chooser.press(key))
        .last()
        .unwrap_or(Said::Nothing)
}

fn text(said: &str) -> Said {
    Said::Answer(Response::Text(said.to_owned()))
}

#[test]
fn numbers_letters_and_arrows_move_and_only_enter_answers() {
    for (keys, answer) in [
        (vec![Key::Char('2')], "choice 2"),
        (vec![Key::Char('b')], "choice 2"),
        (vec![Key::Down, Key::Down], "choice 2"),
        (vec![Key::Up], "choice 12"),
        (vec![Key::Char('1')], "choice 1"),
        (vec![Key::Char('1'), Key::Char('2')], "choice 12"),
        (vec![Key::Char('1'), Key::Char('3')], "choice 3"),
        (vec![Key::Char('1'), Key::Down, Key::Char('2')], "choice 2"),
        (vec![Key::Char('l')], "choice 12"),
        (vec![Key::End, Key::Home], "choice 1"),
    ] {
        let mut chooser = Chooser::one(&choices(12), None);
        let said = press(&mut chooser, &keys);
        assert_eq!(said, Said::Changed, "{keys:?}");
        assert_eq!(chooser.press(&Key::Enter), text(answer), "{keys:?}");
    }
}

#[test]
fn nothing_is_answered_by_one_key() {
    let none: [fn() -> Chooser; 3] = [
        || Chooser::one(&choices(4), None),
        || Chooser::many(&choices(4), None),
        || Chooser::true_false(None),
    ];
    for make in none {
        for key in [Key::Enter, Key::Char('1'), Key::Char('t'), Key::Char(' ')] {
            assert!(!matches!(make().press(&key), Said::Answer(_)), "{key:?}");
        }
    }
}

#[test]
fn of_several_choices_a_number_ticks_and_ticks_off() {
    let mut chooser = Chooser::many(&choices(3), None);
    let keys = [Key::Char('1'), Key::Char('3'), Key::Char('1')].map(|key| chooser.press(&key));
    assert_eq!(keys, [Said::Changed, Said::Changed, Said::Changed]);
    assert_eq!(
        chooser.press(&Key::Enter),
        Said::Answer(Response::List(vec!["choice 3".to_owned()]))
    );
}

#[test]
fn a_number_of_two_digits_ticks_one_choice() {
    let mut chooser = Chooser::many(&choices(12), None);
    press(&mut chooser, &[Key::Char('1'), Key::Char('2')]);
    assert_eq!(chooser.ticks(), [11]);
}
