//! Tests of cleaning, with a terminal emulator as the judge.

use std::borrow::Cow;
use std::num::NonZeroU16;

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::{prop_assert, prop_assert_eq};

use super::{Rules, clean, clean_line, clean_same_length, forbidden, is_rtl};

/// Counts everything but printed text that reaches the emulator.
#[derive(Default)]
struct Alarms(usize);

impl vt100::Callbacks for Alarms {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.0 += 1;
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.0 += 1;
    }
    fn resize(&mut self, _: &mut vt100::Screen, _: (u16, u16)) {
        self.0 += 1;
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0 += 1;
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0 += 1;
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], _: &[u8]) {
        self.0 += 1;
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0 += 1;
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        // The emulator counts the replacement character itself here.
        self.0 += usize::from(c != '\u{FFFD}');
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, _: u8) {
        self.0 += 1;
    }
    fn unhandled_escape(&mut self, _: &mut vt100::Screen, _: Option<u8>, _: Option<u8>, _: u8) {
        self.0 += 1;
    }
    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        _: Option<u8>,
        _: Option<u8>,
        _: &[&[u16]],
        _: char,
    ) {
        self.0 += 1;
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, _: &[&[u8]]) {
        self.0 += 1;
    }
}

/// What a text did to an emulator other than print.
fn steers(text: &str) -> bool {
    let (rows, columns) = (NonZeroU16::new(50).unwrap(), NonZeroU16::new(200).unwrap());
    let mut parser = vt100::Parser::new_with_callbacks(rows, columns, 0, Alarms::default());
    let modes = parser.screen().input_mode_formatted();
    let attributes = parser.screen().attributes_formatted();
    parser.process(text.replace('\n', "\r\n").as_bytes());
    let screen = parser.screen();
    parser.callbacks().0 > 0
        || screen.input_mode_formatted() != modes
        || screen.attributes_formatted() != attributes
        || screen.alternate_screen()
        || screen.hide_cursor()
}

fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        "[ -~]{0,5}".prop_map(String::from),
        prop::char::range('\0', '\u{9F}').prop_map(String::from),
        prop::char::range('\u{2000}', '\u{206F}').prop_map(String::from),
        prop::char::range('\u{300}', '\u{36F}').prop_map(|c| String::from(c).repeat(5)),
        prop::sample::select(vec![
            "\x1b[2J",
            "\x1b]0;t\x07",
            "\x1b]52;c;eA==\x07",
            "\x1b[?1049h",
            "\x1b[31m",
            "\u{9b}31m",
            "\u{9d}0;x\u{9c}",
            "\x1bc",
            "\x1bP",
            "\x07",
            "\r\n",
            "\r",
            "\n",
            "\t",
            "\u{202E}",
            "\u{2066}",
            "\u{2069}",
            "\u{FEFF}",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_clean_text_only_prints(text in hostile()) {
        prop_assert!(!steers(&clean(&text)), "{:?}", clean(&text));
        prop_assert!(!steers(&clean_line(&text)));
        prop_assert!(!steers(&clean_same_length(&text).replace("\r\n", "\n")));
        prop_assert!(!clean_line(&text).contains(['\n', '\t']));
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in hostile(), multiline: bool, rtl: bool) {
        let rules = Rules { multiline, rtl };
        let once = rules.clean(&text);
        prop_assert_eq!(rules.forbidden(&once), None);
        prop_assert!(matches!(rules.clean(&once), Cow::Borrowed(_)));
        prop_assert_eq!(matches!(once, Cow::Borrowed(_)), rules.forbidden(&text).is_none() && !text.contains("\r\n"));
    }

    #[test]
    fn the_same_length_holds(text in hostile()) {
        let cleaned = clean_same_length(&text);
        prop_assert_eq!(cleaned.len(), text.len());
        for (at, _) in text.char_indices() {
            prop_assert!(cleaned.is_char_boundary(at));
        }
    }
}

#[test]
fn what_is_forbidden_is_named_with_its_place() {
    let cases = [
        ("plain", true, None),
        ("a\nb\tc\r\n", true, None),
        ("a\nb", false, Some((1, '\n', "line break"))),
        ("a\tb", false, Some((1, '\t', "tab"))),
        ("é\x1b[31m", true, Some((2, '\x1b', "escape character"))),
        ("a\rb", true, Some((1, '\r', "carriage return"))),
        ("\x07", true, Some((0, '\x07', "control character"))),
        ("x\u{9b}", true, Some((1, '\u{9b}', "control character"))),
        (
            "x\u{202e}",
            true,
            Some((1, '\u{202e}', "control of the writing direction")),
        ),
        (
            "x\u{200e}",
            true,
            Some((1, '\u{200e}', "invisible direction mark")),
        ),
        (
            "x\u{2028}",
            true,
            Some((1, '\u{2028}', "line or paragraph separator")),
        ),
        (
            "\u{feff}x",
            true,
            Some((0, '\u{feff}', "invisible character")),
        ),
        (
            "\u{e0041}",
            true,
            Some((0, '\u{e0041}', "invisible tag character")),
        ),
        ("می\u{200c}خواهم 👩\u{200d}🚀", true, None),
    ];
    for (text, multiline, expected) in cases {
        assert_eq!(forbidden(text, multiline), expected, "{text:?}");
    }
    let stacked = format!("a{}b", "\u{301}".repeat(9));
    assert_eq!(
        forbidden(&stacked, true),
        Some((17, '\u{301}', "ninth combining mark on one character"))
    );
    assert_eq!(
        forbidden(&stacked.replace('b', "").replacen('\u{301}', "", 1), true),
        None
    );
}

#[test]
fn line_breaks_become_spaces_in_a_line_and_stay_in_lines() {
    assert_eq!(clean_line("a\r\nb\nc\td"), "a b c d");
    assert_eq!(clean_line("a \nb"), "a  b");
    assert_eq!(clean("a\r\nb\nc\td"), "a\nb\nc\td");
    assert_eq!(clean("a\x1b[31mb"), "a\u{fffd}[31mb");
}

#[test]
fn a_joiner_does_not_hide_a_stack_of_marks() {
    let text = format!("a{}", "\u{301}\u{200d}".repeat(9));
    assert!(forbidden(&text, true).is_some());
}

#[test]
fn right_to_left_texts_keep_marks_and_closed_isolates() {
    let rules = Rules::LINES.in_language("he-IL");
    assert_eq!(
        rules.forbidden("א\u{200f} \u{2068}abc\u{2069}\u{200e}"),
        None
    );
    assert_eq!(
        rules
            .forbidden("א\u{2068}abc\n\u{2069}")
            .map(|found| found.0),
        Some(2)
    );
    assert_eq!(rules.forbidden("\u{2069}").map(|found| found.0), Some(0));
    assert!(rules.forbidden("\u{202e}").is_some());
    for (language, expected) in [
        ("ar", true),
        ("az-Arab", true),
        ("ur-Latn", false),
        ("en", false),
        ("", false),
    ] {
        assert_eq!(is_rtl(language), expected, "{language}");
    }
}
