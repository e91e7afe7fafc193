use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};

use super::{Decoder, Key};

fn decode(bytes: &[u8]) -> Vec<Key> {
    Decoder::default().feed(bytes)
}

#[test]
fn keys_of_common_terminals_are_known() {
    for (bytes, key) in [
        (&b"\x1b[A"[..], Key::Up),
        (b"\x1bOB", Key::Down),
        (b"\x1b[C", Key::Right),
        (b"\x1b[D", Key::Left),
        (b"\x1b[H", Key::Home),
        (b"\x1b[1~", Key::Home),
        (b"\x1b[4~", Key::End),
        (b"\x1bOF", Key::End),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[6~", Key::PageDown),
        (b"\x1b[3~", Key::Delete),
        (b"\x1b[Z", Key::BackTab),
        (b"\r", Key::Enter),
        (b"\t", Key::Tab),
        (b"\x7f", Key::Backspace),
        (b"\x03", Key::Ctrl('c')),
        (b"7", Key::Char('7')),
        ("é".as_bytes(), Key::Char('é')),
        ("星".as_bytes(), Key::Char('星')),
        (b"\x1b[24;17R", Key::Column(17)),
        (b"\x1b[200~a\r\nb\x1b[201~", Key::Paste("a\nb".to_owned())),
    ] {
        assert_eq!(decode(bytes), [key], "{bytes:?}");
    }
}

#[test]
fn sequences_of_other_keys_leak_nothing() {
    for bytes in [
        &b"\x1b[1;5A"[..],
        b"\x1bOP",
        b"\x1b[15~",
        b"\x1b[[A",
        b"\x1bx",
        b"\x1b[<0;10;5M",
        b"\x1b[M !!",
        b"\x1b[97;5u",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]0;title\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[?62;4c",
        b"\x1bO5A",
        b"\x9b1;5A",
        "\u{85}".as_bytes(),
    ] {
        assert_eq!(decode(bytes), [], "{bytes:?}");
        let mut with_letter = bytes.to_vec();
        with_letter.push(b'z');
        assert_eq!(decode(&with_letter), [Key::Char('z')], "{bytes:?}");
    }
}

#[test]
fn a_lone_escape_is_a_key_only_when_time_is_up() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.waits().is_some());
    assert_eq!(decoder.time_up(), Some(Key::Esc));
    assert_eq!(decoder.waits(), None);
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert_eq!(decoder.feed(b"[B"), [Key::Down]);
}

#[test]
fn a_paste_without_end_is_taken_when_time_is_up_and_never_grows_without_bound() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~abc"), []);
    assert_eq!(decoder.time_up(), Some(Key::Paste("abc".to_owned())));
    decoder.feed(b"\x1b[200~");
    decoder.feed(&vec![b'x'; 200_000]);
    let keys = decoder.feed(b"\x1b[201~q");
    assert!(matches!(&keys[0], Key::Paste(text) if text.len() <= super::PASTE_LIMIT + 6));
    assert_eq!(keys[1], Key::Char('q'));
}

#[test]
fn ctrl_c_breaks_every_sequence_but_a_paste() {
    for begun in [&b"\x1b"[..], b"\x1b[1;", b"\x1bO", b"\x1b]0;t", b"\xe6\x98"] {
        let mut decoder = Decoder::default();
        decoder.feed(begun);
        assert_eq!(decoder.feed(b"\x03"), [Key::Ctrl('c')], "{begun:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn bytes_split_anywhere_give_the_same_keys(bytes: Vec<u8>, at in any::<proptest::sample::Index>()) {
        let at = if bytes.is_empty() { 0 } else { at.index(bytes.len()) };
        let mut decoder = Decoder::default();
        let mut keys = decoder.feed(&bytes[..at]);
        keys.extend(decoder.feed(&bytes[at..]));
        prop_assert_eq!(keys, decode(&bytes));
    }

    #[test]
    fn no_key_is_a_control_character(bytes: Vec<u8>) {
        for key in decode(&bytes) {
            if let Key::Char(c) = key {
                proptest::prop_assert!(!c.is_control());
            }
        }
    }
}
