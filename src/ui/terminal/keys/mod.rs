//! Bytes of a terminal as keys: a pure decoder that keeps what is incomplete. Sequences it does not know are swallowed
//! whole, so that no piece of one is ever taken for an answer. Knows no clock: the caller says when time is up.

use std::time::Duration;

/// What a person pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A character that can be typed; never a control character.
    Char(char),
    /// A letter with Ctrl, lower case.
    Ctrl(char),
    Enter,
    Tab,
    BackTab,
    Esc,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A paste as a whole; line ends are `\n`.
    Paste(String),
    /// The terminal says in which column, from 1, its cursor stands.
    Column(usize),
}

/// How long the rest of a sequence may take to arrive over a slow link before Esc counts as a key of its own.
const SEQUENCE: Duration = Duration::from_millis(40);
/// How long a paste may pause before it counts as complete.
const PASTE: Duration = Duration::from_secs(1);
/// More bytes of one paste are dropped.
const PASTE_LIMIT: usize = 64 * 1024;
/// More bytes of one sequence are swallowed without being kept.
const SEQUENCE_LIMIT: usize = 64;
const PASTE_END: &[u8] = b"\x1b[201~";

/// The decoder's place within what has arrived so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Decoder {
    state: State,
    held: Vec<u8>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// The first bytes of a character are held; so many are missing.
    Utf8(u8),
    Escape,
    /// After `ESC [`; parameters are held.
    Csi,
    /// After `ESC [ [`, as the Linux console sends function keys.
    LinuxKey,
    /// After `ESC [ M`: so many bytes of a mouse report are to come.
    Mouse(u8),
    /// After `ESC O`.
    Ss3,
    /// Within a string for the terminal's program (OSC, DCS, ..); ended by BEL or `ESC \`.
    Text,
    /// An ESC within such a string.
    TextEscape,
    Paste,
}

impl Decoder {
    /// Takes bytes in; gives the keys that are complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Key> {
        let mut keys = Vec::new();
        for &byte in bytes {
            self.step(byte, &mut keys);
        }
        keys
    }

    /// How long to wait for more before [`Decoder::time_up`]; none when nothing is held back.
    pub(super) fn waits(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Paste => Some(PASTE),
            _ => Some(SEQUENCE),
        }
    }

    /// Nothing more came in time: a lone ESC is the Esc key, a paste is complete, anything else is dropped.
    pub(super) fn time_up(&mut self) -> Option<Key> {
        let key = match self.state {
            State::Escape => Some(Key::Esc),
            State::Paste => Some(self.paste()),
            _ => None,
        };
        *self = Self::default();
        key
    }

    fn to(&mut self, state: State) {
        self.state = state;
        self.held.clear();
    }

    fn hold(&mut self, byte: u8, limit: usize) {
        if self.held.len() < limit {
            self.held.push(byte);
        }
    }

    fn step(&mut self, byte: u8, keys: &mut Vec<Key>) {
        match self.state {
            State::Ground => self.ground(byte, keys),
            State::Utf8(missing) => self.character(byte, missing, keys),
            State::Escape => match byte {
                b'[' => self.to(State::Csi),
                b'O' => self.to(State::Ss3),
                b']' | b'P' | b'X' | b'^' | b'_' => self.to(State::Text),
                0x1b => keys.push(Key::Esc),
                // Alt with a letter, or a short sequence: swallowed. Ctrl-C is never swallowed.
                0x03 => self.again(byte, keys),
                0x20..=0x2f => {}
                _ => self.to(State::Ground),
            },
            State::Csi => self.csi(byte, keys),
            State::LinuxKey | State::Mouse(1) => self.to(State::Ground),
            State::Mouse(left) => self.state = State::Mouse(left - 1),
            State::Ss3 => match byte {
                b'0'..=b'9' | b';' => self.hold(byte, SEQUENCE_LIMIT),
                0x40..=0x7e => {
                    if self.held.is_empty() {
                        keys.extend(arrow(byte));
                        if byte == b'M' {
                            keys.push(Key::Enter);
                        }
                    }
                    self.to(State::Ground);
                }
                _ => self.again(byte, keys),
            },
            State::Text => match byte {
                0x07 => self.to(State::Ground),
                0x1b => self.to(State::TextEscape),
                0x03 => self.again(byte, keys),
                _ => {}
            },
            State::TextEscape => match byte {
                b'\\' => self.to(State::Ground),
                0x1b => {}
                0x03 => self.again(byte, keys),
                _ => self.to(State::Text),
            },
            State::Paste => {
                self.hold(byte, PASTE_LIMIT + PASTE_END.len());
                if self.held.len() == PASTE_LIMIT + PASTE_END.len() {
                    // Full: keep only a tail as long as the end mark, so that the end is still seen.
                    let tail = self.held.len() - PASTE_END.len();
                    if !self.held.ends_with(PASTE_END) {
                        self.held.remove(tail);
                    }
                }
                if self.held.ends_with(PASTE_END) {
                    self.held.truncate(self.held.len() - PASTE_END.len());
                    keys.push(self.paste());
                    self.to(State::Ground);
                }
            }
        }
    }

    /// Breaks a sequence off and takes the byte that broke it as the first of something new.
    fn again(&mut self, byte: u8, keys: &mut Vec<Key>) {
        self.to(State::Ground);
        self.ground(byte, keys);
    }

    fn ground(&mut self, byte: u8, keys: &mut Vec<Key>) {
        match byte {
            0x1b => self.to(State::Escape),
            b'\r' | b'\n' => keys.push(Key::Enter),
            b'\t' => keys.push(Key::Tab),
            0x08 | 0x7f => keys.push(Key::Backspace),
            0x01..=0x1a => keys.push(Key::Ctrl(char::from(byte - 1 + b'a'))),
            0x20..=0x7e => keys.push(Key::Char(char::from(byte))),
            0xc2..=0xdf => self.start(byte, 1),
            0xe0..=0xef => self.start(byte, 2),
            0xf0..=0xf4 => self.start(byte, 3),
            // The 8-bit forms of CSI and SS3.
            0x9b => self.to(State::Csi),
            0x8f => self.to(State::Ss3),
            _ => {}
        }
    }

    fn start(&mut self, byte: u8, missing: u8) {
        self.to(State::Utf8(missing));
        self.held.push(byte);
    }

    fn character(&mut self, byte: u8, missing: u8, keys: &mut Vec<Key>) {
        if byte & 0xc0 != 0x80 {
            return self.again(byte, keys);
        }
        self.held.push(byte);
        if missing > 1 {
            self.state = State::Utf8(missing - 1);
            return;
        }
        let typed = std::str::from_utf8(&self.held)
            .ok()
            .and_then(|text| text.chars().next());
        keys.extend(typed.filter(|c| !c.is_control()).map(Key::Char));
        self.to(State::Ground);
    }

    fn csi(&mut self, byte: u8, keys: &mut Vec<Key>) {
        match byte {
            0x20..=0x3f => self.hold(byte, SEQUENCE_LIMIT),
            b'[' if self.held.is_empty() => self.to(State::LinuxKey),
            b'M' if self.held.is_empty() => self.to(State::Mouse(3)),
            b'~' if self.held == b"200" => self.to(State::Paste),
            0x40..=0x7e => {
                keys.extend(sequence(&self.held, byte));
                self.to(State::Ground);
            }
            _ => self.again(byte, keys),
        }
    }

    fn paste(&mut self) -> Key {
        let text = String::from_utf8_lossy(&self.held)
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        self.held.clear();
        Key::Paste(text)
    }
}

/// The key of a complete CSI sequence. Those with modifiers (Ctrl-Up) are none of ours.
fn sequence(parameters: &[u8], end: u8) -> Option<Key> {
    match (parameters, end) {
        (b"" | b"1" | b"1;1", b'A'..=b'D' | b'H' | b'F') => arrow(end),
        (b"", b'Z') => Some(Key::BackTab),
        (b"1" | b"7", b'~') => Some(Key::Home),
        (b"3", b'~') => Some(Key::Delete),
        (b"4" | b"8", b'~') => Some(Key::End),
        (b"5", b'~') => Some(Key::PageUp),
        (b"6", b'~') => Some(Key::PageDown),
        (report, b'R') => {
            let (_, column) = std::str::from_utf8(report).ok()?.split_once(';')?;
            column.parse().ok().map(Key::Column)
        }
        _ => None,
    }
}

fn arrow(end: u8) -> Option<Key> {
    Some(match end {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
