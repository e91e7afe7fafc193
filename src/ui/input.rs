//! Lines from outside, of which nothing is known: bounded, whatever comes.

use std::io::{self, BufRead};

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line, without its end.
    Text(String),
    /// A line longer than the limit; it is gone.
    TooLong,
    /// A line that is not UTF-8.
    NotUtf8,
    /// There are no more.
    End,
}

/// Reads lines.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: R,
    limit: usize,
    first: bool,
    buffered: bool,
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `limit` bytes.
    pub(super) fn new(input: R, limit: usize) -> Self {
        Self {
            input,
            limit,
            first: true,
            buffered: false,
        }
    }

    /// What lines are read from.
    pub(super) fn into_inner(self) -> R {
        self.input
    }

    /// Whether more has already come than was read: then the next line can be read without a wait, or nearly.
    pub(super) fn buffered(&self) -> bool {
        self.buffered
    }

    /// The next line; a last one needs no end.
    pub(super) fn next(&mut self) -> io::Result<Line> {
        let (mut bytes, mut length) = (Vec::new(), 0_usize);
        loop {
            let available = match self.input.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() && length == 0 {
                return Ok(Line::End);
            }
            let end = available.iter().position(|&byte| byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            length = length.saturating_add(part.len() + usize::from(end.is_some()));
            if bytes.len() <= self.limit {
                let room = (self.limit + 1 - bytes.len()).min(part.len());
                bytes.extend_from_slice(&part[..room]);
            }
            let used = part.len() + usize::from(end.is_some());
            self.buffered = available.len() > used;
            let over = end.is_some() || available.is_empty();
            self.input.consume(used);
            if over {
                return Ok(self.line(bytes));
            }
        }
    }

    fn line(&mut self, mut bytes: Vec<u8>) -> Line {
        let first = std::mem::take(&mut self.first);
        if bytes.len() > self.limit {
            return Line::TooLong;
        }
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        match String::from_utf8(bytes) {
            Ok(text) if first => {
                Line::Text(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
            }
            Ok(text) => Line::Text(text),
            Err(_) => Line::NotUtf8,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Line, Lines};

    const LIMIT: usize = 64;

    fn all(input: &[u8], capacity: usize) -> Vec<Line> {
        let mut lines = Lines::new(BufReader::with_capacity(capacity, input), LIMIT);
        let mut all = Vec::new();
        loop {
            match lines.next().unwrap() {
                Line::End => return all,
                line => all.push(line),
            }
        }
    }

    #[test]
    fn lines_are_the_same_however_they_arrive() {
        let text = |text: &str| Line::Text(text.to_owned());
        let cases: [(&[u8], Vec<Line>); 7] = [
            (b"", vec![]),
            (b"\n", vec![text("")]),
            (b"a\nb", vec![text("a"), text("b")]),
            (b"a\r\n\r\n", vec![text("a"), text("")]),
            (
                "\u{feff}a\n\u{feff}b\n".as_bytes(),
                vec![text("a"), text("\u{feff}b")],
            ),
            (b"a\xff\nb\n", vec![Line::NotUtf8, text("b")]),
            ("é漢\n".as_bytes(), vec![text("é漢")]),
        ];
        for (input, expected) in cases {
            for capacity in [1, 2, 3, 64] {
                assert_eq!(all(input, capacity), expected);
            }
        }
    }

    #[test]
    fn a_line_beyond_the_limit_is_gone_and_the_next_one_is_read() {
        let mut input = "x".repeat(LIMIT);
        input.push('\n');
        input.push_str(&"y".repeat(LIMIT + 1));
        input.push_str("\nz");
        let lines = all(input.as_bytes(), 10);
        assert_eq!(lines[0], Line::Text("x".repeat(LIMIT)));
        assert_eq!(lines[1..], [Line::TooLong, Line::Text("z".to_owned())]);
    }
}
