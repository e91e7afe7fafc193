//! A log from outside, line by line in bounded memory, whatever it holds. Knows nothing of what the lines say.

use std::io::{self, BufRead, Read};

/// The longest line that is looked at, in bytes: an attempt with a plan of 100,000 questions fits.
const LONGEST: usize = 64 << 20;

/// A line of a log, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A line, without its line break.
    Line(&'a str),
    /// The last line, without a line break: it may be half a one.
    Last(&'a str),
    /// A line of more bytes than are looked at.
    TooLong,
    /// A line that is not UTF-8.
    NotText,
}

/// The lines of a log.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    number: u64,
    longest: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines that can be read here.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            number: 0,
            longest: LONGEST,
        }
    }

    /// The number of the piece that was read last, from 1.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The next piece that is not blank; none at the end. A byte order mark before the first one is passed over.
    ///
    /// # Errors
    /// When the reader fails.
    pub fn next_piece(&mut self) -> io::Result<Option<Piece<'_>>> {
        loop {
            self.buffer.clear();
            let most = u64::try_from(self.longest).unwrap_or(u64::MAX);
            let read = self
                .reader
                .by_ref()
                .take(most)
                .read_until(b'\n', &mut self.buffer)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.buffer.last() != Some(&b'\n') && read == self.longest && self.skip_line()? {
                return Ok(Some(Piece::TooLong));
            }
            if !self.buffer.trim_ascii().is_empty() {
                break;
            }
        }
        let whole = self.buffer.last() == Some(&b'\n');
        let Ok(text) = std::str::from_utf8(&self.buffer) else {
            return Ok(Some(Piece::NotText));
        };
        let text = if self.number == 1 {
            text.trim_start_matches('\u{feff}')
        } else {
            text
        };
        let text = text.trim();
        Ok(Some(if whole {
            Piece::Line(text)
        } else {
            Piece::Last(text)
        }))
    }

    /// Passes over the rest of a line; whether there was any.
    fn skip_line(&mut self) -> io::Result<bool> {
        let mut any = false;
        loop {
            let there = self.reader.fill_buf()?;
            if there.is_empty() {
                return Ok(any);
            }
            any = true;
            let end = there.iter().position(|&byte| byte == b'\n');
            let passed = end.map_or(there.len(), |end| end + 1);
            self.reader.consume(passed);
            if end.is_some() {
                return Ok(true);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Piece};

    /// The pieces with their numbers, where lines of more than eight bytes are too long.
    fn pieces(bytes: &[u8]) -> Vec<(u64, String)> {
        let mut lines = Lines::new(bytes);
        lines.longest = 8;
        let mut all = Vec::new();
        while let Some(piece) = lines.next_piece().unwrap() {
            let piece = match piece {
                Piece::Line(text) => text.to_owned(),
                Piece::Last(text) => format!("last {text}"),
                Piece::TooLong => String::from("too long"),
                Piece::NotText => String::from("no text"),
            };
            all.push((lines.number(), piece));
        }
        all
    }

    #[test]
    fn lines_are_told_from_what_stands_in_their_place() {
        for (bytes, expected) in [
            (&b""[..], &[][..]),
            (b"\n \r\n\t\n", &[]),
            (b"one\r\n\n two\n", &[(1, "one"), (3, "two")]),
            (b"one\nha", &[(1, "one"), (2, "last ha")]),
            (b"1234567\n", &[(1, "1234567")]),
            (b"12345678", &[(1, "last 12345678")]),
            (b"123456789\nnext\n", &[(1, "too long"), (2, "next")]),
            (b"12345678901234567890", &[(1, "too long")]),
            (b"\xff\xfe\nnext\n", &[(1, "no text"), (2, "next")]),
            (b"\xef\xbb\xbfone\n", &[(1, "one")]),
        ] {
            let expected: Vec<_> = expected
                .iter()
                .map(|(number, text)| (*number, (*text).to_owned()))
                .collect();
            assert_eq!(pieces(bytes), expected, "{bytes:?}");
        }
    }
}
