use std::num::NonZeroU16;

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::{Frame, Screen};
use crate::ui::terminal::{
    line::{Line, Palette, Tone},
    tty::Size,
};

const PALETTE: Palette = Palette { colour: true };

fn parser(size: Size) -> vt100::Parser {
    let cells = |n: usize| NonZeroU16::new(u16::try_from(n).unwrap()).unwrap();
    vt100::Parser::new(cells(size.rows), cells(size.cols), 1000)
}

fn frame(rows: &[String], cursor: Option<(usize, usize)>) -> Frame {
    Frame {
        lines: rows.iter().map(|row| Line::new(Tone::Right, row)).collect(),
        cursor,
    }
}

fn rows(parser: &vt100::Parser, cols: usize) -> Vec<String> {
    let cols = u16::try_from(cols).unwrap();
    parser
        .screen()
        .rows(0, cols)
        .map(|row| row.trim_end().to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_stands_there_is_the_last_frame_and_the_text_above_it_stays(
        frames in proptest::collection::vec(proptest::collection::vec("[a-z]{1,9}", 1..8), 1..8),
        above in 0_usize..6,
        height in 9_usize..20,
    ) {
        let size = Size { rows: height, cols: 20 };
        let mut terminal = parser(size);
        for line in 0..above {
            terminal.process(format!("above {line}\r\n").as_bytes());
        }
        let mut screen = Screen::default();
        for lines in &frames {
            let frame = frame(lines, None);
            terminal.process(screen.draw(&frame, size, PALETTE).as_bytes());
            let shown = rows(&terminal, size.cols);
            let end = shown.iter().rposition(|row| !row.is_empty()).unwrap() + 1;
            prop_assert_eq!(&shown[end - lines.len()..end], &lines[..]);
            let before = end - lines.len();
            for (row, text) in shown[..before].iter().enumerate() {
                let line = above - before + row;
                prop_assert_eq!(text, &format!("above {line}"));
            }
            prop_assert!(terminal.screen().hide_cursor());
        }
        terminal.process(screen.erase().as_bytes());
        let shown = rows(&terminal, size.cols);
        prop_assert!(shown.iter().all(|row| row.is_empty() || row.starts_with("above")));
    }

    #[test]
    fn in_a_terminal_that_does_not_re_wrap_a_resize_eats_nothing_above(
        lines in proptest::collection::vec("[a-z]{1,30}", 1..8),
        narrow in 5_usize..40,
        typing: bool,
    ) {
        let size = Size { rows: 20, cols: 40 };
        let mut terminal = parser(size);
        terminal.process(b"above\r\n");
        let mut screen = Screen::default();
        let cursor = typing.then_some((0, 1));
        terminal.process(screen.draw(&frame(&lines, cursor), size, PALETTE).as_bytes());
        let size = Size { rows: 20, cols: narrow };
        let cells = |n: usize| NonZeroU16::new(u16::try_from(n).unwrap()).unwrap();
        terminal.screen_mut().set_size(cells(20), cells(narrow));
        let column = screen
            .in_doubt(size)
            .then(|| usize::from(terminal.screen().cursor_position().1) + 1);
        terminal.process(screen.resized(size, column).as_bytes());
        terminal.process(screen.draw(&frame(&lines, cursor), size, PALETTE).as_bytes());
        let shown = rows(&terminal, narrow);
        prop_assert_eq!(&shown[0], "above");
        for (row, line) in lines.iter().enumerate() {
            let cut: String = line.chars().take(narrow - 1).collect();
            prop_assert_eq!(&shown[row + 1], &cut);
        }
    }
}

#[test]
fn a_frame_longer_than_the_window_scrolls_away_once_and_is_redrawn_in_part() {
    let size = Size { rows: 6, cols: 20 };
    let mut terminal = parser(size);
    let mut screen = Screen::default();
    let mut lines: Vec<String> = (0..10).map(|line| format!("line {line}")).collect();
    for last in ["x", "y", "z"] {
        lines[9] = last.to_owned();
        terminal.process(screen.draw(&frame(&lines, None), size, PALETTE).as_bytes());
    }
    assert_eq!(screen.gone(), 5);
    terminal.screen_mut().set_scrollback(100);
    let all = rows(&terminal, size.cols);
    assert_eq!(all[..6], lines[..6]);
}

#[test]
fn an_unchanged_line_is_not_written_again() {
    let size = Size { rows: 10, cols: 20 };
    let mut screen = Screen::default();
    let lines = |last: &str| ["one", "two", last].map(str::to_owned);
    screen.draw(&frame(&lines("three"), None), size, PALETTE);
    let bytes = screen.draw(&frame(&lines("four"), None), size, PALETTE);
    assert!(
        bytes.contains("four") && !bytes.contains("two"),
        "{bytes:?}"
    );
}
