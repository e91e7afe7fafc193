//! Lines of a spool file: a checksum and a record. A line that was torn by a crash is told by its checksum.

use crate::record::Line;

/// The line of a record, with its line break: 8 hexadecimal digits of the CRC-32 of the JSON, a space, the JSON.
pub(super) fn write(line: &Line<'_>) -> serde_json::Result<String> {
    let json = line.write()?;
    Ok(format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes())))
}

/// What a spool file holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The sound lines, in order.
    pub(super) lines: Vec<Line<'static>>,
    /// How many whole lines are not sound.
    pub(super) bad: usize,
    /// Bytes up to the end of the last whole line: what follows was torn, so nobody was told that it is safe.
    pub(super) whole: usize,
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Found {
    let mut found = Found::default();
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let Some(line_alone) = line.strip_suffix(b"\n") else {
            break;
        };
        found.whole += line.len();
        match read_one(line_alone) {
            Some(line) => found.lines.push(line),
            None => found.bad += 1,
        }
    }
    found
}

fn read_one(line: &[u8]) -> Option<Line<'static>> {
    let (sum, json) = std::str::from_utf8(line).ok()?.split_once(' ')?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    if sum != crc32fast::hash(json.as_bytes()) {
        return None;
    }
    Line::read(json).ok()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{read, write};
    use crate::record::{
        Line, Payload,
        sample::{attempt, row},
    };

    fn file() -> String {
        let attempt = attempt(1);
        let rows = [1, 2].map(|seq| row(&attempt, seq, Payload::Skip { index: 0 }));
        let mut text = write(&Line::Attempt(Cow::Borrowed(&attempt))).unwrap();
        for row in &rows {
            text += &write(&Line::Row(Cow::Borrowed(row))).unwrap();
        }
        text
    }

    #[test]
    fn a_torn_last_line_is_dropped_wherever_it_was_torn() {
        let text = file();
        let last = text[..text.len() - 1].rfind('\n').unwrap() + 1;
        for end in last..text.len() {
            let found = read(&text.as_bytes()[..end]);
            assert_eq!(
                (found.lines.len(), found.bad, found.whole),
                (2, 0, last),
                "{end}"
            );
        }
        assert_eq!(read(text.as_bytes()).lines.len(), 3);
    }

    #[test]
    fn a_changed_byte_costs_its_own_line_only() {
        let text = file();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 0x20;
            let found = read(&bytes);
            // A digit of the checksum in capitals is the same checksum.
            assert!(!found.lines.is_empty() && found.bad <= 2, "{at}");
        }
    }
}
