//! Walking the timeline of a bundled pack in the real program.

use crate::pty::Pty;

fn walk(rows: u16, cols: u16) -> Pty {
    let home = std::env::temp_dir();
    let home = home.to_string_lossy();
    let pty = Pty::spawn(
        env!("CARGO_BIN_EXE_quizline"),
        &["timeline", "deepseek"],
        &[("HOME", &home)],
        rows,
        cols,
    );
    pty.wait("the first event", |screen| {
        screen.contents().contains("> ") && screen.contents().contains("1 of ")
    });
    pty
}

#[test]
fn an_event_is_chosen_and_opened_and_nothing_of_it_stays() {
    let mut pty = walk(24, 80);
    pty.type_in("\x1b[B\x1b[B\r");
    pty.wait("the third event", |screen| {
        let shown = screen.contents();
        shown.contains("7 February 1958") && shown.contains("The article, under")
    });
    pty.type_in("\x1b[C");
    pty.wait("its neighbour", |screen| {
        screen.contents().contains("29 July 1958") && screen.contents().contains("4 of ")
    });
    pty.type_in("\x1b");
    pty.wait("the list again", |screen| {
        screen.contents().contains("> 29 Jul 1958")
    });
    pty.type_in("q");
    assert_eq!(pty.end().code(), Some(0));
    assert_eq!(pty.contents().trim(), "");
    assert!(pty.is_as_before());
}

#[test]
fn a_window_that_shrinks_and_grows_keeps_the_chosen_event_in_sight() {
    let mut pty = walk(30, 100);
    pty.type_in("G");
    pty.wait("the last event", |screen| {
        screen.contents().contains("> 17 Sep 2025")
    });
    for (rows, cols) in [(12, 60), (6, 30), (3, 21), (24, 80)] {
        pty.resize(rows, cols);
        if rows >= 6 {
            pty.wait("the last event again", |screen| {
                let shown = screen.contents();
                shown.contains("> ") && shown.contains("17 Sep 2025")
            });
        }
    }
    pty.type_in("\x03");
    assert_eq!(pty.end().code(), Some(130));
    assert!(pty.is_as_before());
}
