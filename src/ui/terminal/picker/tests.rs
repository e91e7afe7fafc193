use super::Picker;
use crate::ui::{
    Item, Menu, Picked,
    terminal::{
        keys::Key,
        marks::Marks,
        prompt::{Prompt, Step},
        tty::Size,
    },
};

fn menu(items: usize) -> Menu {
    Menu {
        title: vec!["Packs".to_owned()],
        items: (1..=items)
            .map(|number| Item::new(format!("pack {number}"), "10 questions"))
            .collect(),
        keys: vec![('n', "another name".to_owned())],
        ..Menu::default()
    }
}

fn picked(items: usize, keys: &[Key]) -> Step<Picked> {
    let menu = menu(items);
    let mut picker = Picker::new(&menu);
    let size = Size { rows: 20, cols: 60 };
    let mut last = Step::Stay;
    for key in keys {
        picker.frame(size, Marks::ASCII);
        last = picker.press(key);
    }
    last
}

fn word(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).chain([Key::Enter]).collect()
}

#[test]
fn numbers_arrows_and_letters_pick() {
    for (keys, result) in [
        (vec![Key::Enter], Picked::Item(0)),
        (vec![Key::Char('3'), Key::Enter], Picked::Item(2)),
        (vec![Key::Down, Key::Enter], Picked::Item(1)),
        (vec![Key::Char('n')], Picked::Key('n')),
        (vec![Key::Esc], Picked::Back),
    ] {
        assert_eq!(picked(5, &keys), Step::Done(result), "{keys:?}");
    }
}

#[test]
fn a_list_longer_than_the_screen_filters_by_typing() {
    assert_eq!(picked(40, &word("ck 37")), Step::Done(Picked::Item(36)));
    assert_eq!(picked(40, &word("another")), Step::Done(Picked::Key('n')));
    assert_eq!(picked(40, &word("12")), Step::Done(Picked::Item(11)));
    assert_eq!(picked(40, &word("no such")), Step::Stay);
}
