//! JSON that may be printed in a terminal: what could steer one is written as an escape, which reads back the same.

use std::fmt::Write;

use serde::Serialize;

/// One value as one line of JSON.
pub(super) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(safe(&serde_json::to_string(value)?))
}

/// `serde_json` escapes C0 controls; this does the rest: DEL, C1 controls, and what changes the direction of text or
/// hides in it. Outside its strings JSON holds none of them.
fn safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if steers(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

fn steers(character: char) -> bool {
    matches!(character,
        '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_could_steer_a_terminal_is_escaped_and_reads_back_the_same() {
        let hostile = "a\u{1b}[2J\u{7f}\u{9b}31m\u{202e}\u{feff}\u{e0041}Zürich 漢 👩\u{200d}🚀";
        let json = line(&hostile).unwrap();
        assert!(
            !json.chars().any(|c| c.is_control() || c == '\u{202e}'),
            "{json}"
        );
        assert!(json.contains("Zürich 漢"));
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }
}
