use super::{Line, Pager};
use crate::ui::terminal::{keys::Key, marks::Marks, prompt::Prompt, tty::Size};

fn screen(pager: &mut Pager) -> Vec<String> {
    let size = Size { rows: 8, cols: 40 };
    let frame = pager.frame(size, Marks::ASCII);
    frame.lines.iter().map(Line::text).collect()
}

fn numbered() -> String {
    let block = |n| format!("```\nline {n}\n```\n");
    (1..60).map(block).collect::<Vec<_>>().join("\n")
}

#[test]
fn quoted_words_are_marked_across_line_ends() {
    let source = "On 20 July\n1969 the lander set down.";
    let quotes = ["20 July 1969".to_owned()];
    let mut pager = Pager::new("Moon", source, &quotes, false);
    let shown = screen(&mut pager).join("\n");
    assert!(shown.contains(">>20 July"), "{shown}");
    assert!(shown.starts_with("| "), "{shown}");
}

#[test]
fn searching_goes_there_and_says_when_nothing_is_found() {
    let source = numbered();
    let mut pager = Pager::new("Lines", &source, &[], true);
    screen(&mut pager);
    for c in "/LINE 30".chars() {
        pager.press(&Key::Char(c));
    }
    pager.press(&Key::Enter);
    assert!(screen(&mut pager)[0].contains("line 30"));
    for c in "/none".chars() {
        pager.press(&Key::Char(c));
    }
    pager.press(&Key::Enter);
    assert!(screen(&mut pager).concat().contains("Not found: none"));
}

#[test]
fn pages_stop_at_both_ends() {
    let source = numbered();
    let mut pager = Pager::new("Lines", &source, &[], true);
    let first = screen(&mut pager);
    pager.press(&Key::PageUp);
    assert_eq!(screen(&mut pager), first);
    for _ in 0..100 {
        pager.press(&Key::Char(' '));
        screen(&mut pager);
    }
    assert!(
        screen(&mut pager)
            .last()
            .is_some_and(|line| line.starts_with("100%"))
    );
}
