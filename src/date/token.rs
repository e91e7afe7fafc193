//! Words, numbers and marks of a written date, and the small groups that read only one way: `10,000`, `19:28`,
//! `1957-10-04`. Knows nothing of what they mean together.

/// A piece of a written date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Where it begins and ends in the text.
    pub(super) from: usize,
    pub(super) to: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits; commas that group them are gone.
    Number { digits: String, grouped: bool },
    /// Lower case; the dots of `B.C.` and `Oct.` are gone.
    Word(String),
    /// Any other character; all hyphens are `-`, longer dashes `–`, and `+/-` is `±`.
    Mark(char),
    /// `..`
    Range,
    /// Three numbers with the same mark between.
    Numeric { parts: [String; 3], mark: char },
    /// Four digits, a hyphen, one or two digits.
    YearAndTwo { year: String, two: String },
    /// One or two digits, a slash, four digits.
    MonthSlashYear { month: String, year: String },
    /// Hour, minute, second.
    Clock([Option<String>; 3]),
}

impl Token {
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number { .. })
    }
}

/// Takes a text apart.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(i, c)| (i, plain(c))).collect();
    let mut scanner = Scanner {
        chars: &chars,
        end: text.len(),
        at: 0,
    };
    let mut out: Vec<Token> = Vec::new();
    loop {
        let before = scanner.at;
        while scanner.char(0).is_some_and(char::is_whitespace) {
            scanner.at += 1;
        }
        let spaced = scanner.at > before;
        let from = scanner.offset();
        let Some(kind) = scanner.next(out.last()) else {
            return out;
        };
        let to = scanner.offset();
        out.push(Token {
            kind,
            spaced,
            from,
            to,
        });
    }
}

/// Dashes, apostrophes and the ellipsis as they are told apart here.
fn plain(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2012}'..='\u{2015}' => '–',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2044}' => '/',
        '\u{223c}' | '\u{2248}' => '~',
        _ => c,
    }
}

struct Scanner<'a> {
    chars: &'a [(usize, char)],
    end: usize,
    at: usize,
}

impl Scanner<'_> {
    fn char(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).map(|&(_, c)| c)
    }

    fn offset(&self) -> usize {
        self.chars.get(self.at).map_or(self.end, |&(i, _)| i)
    }

    /// How many digits stand from `ahead` on.
    fn run(&self, ahead: usize) -> usize {
        let rest = self.chars.get(self.at + ahead..).unwrap_or(&[]);
        rest.iter().take_while(|(_, c)| c.is_ascii_digit()).count()
    }

    fn take(&mut self, count: usize) -> String {
        let text = self.chars[self.at..][..count].iter().map(|&(_, c)| c);
        let text = text.collect();
        self.at += count;
        text
    }

    fn next(&mut self, last: Option<&Token>) -> Option<Kind> {
        let c = self.char(0)?;
        if c.is_ascii_digit() {
            // Behind a decimal point or a colon nothing is grouped.
            return Some(self.group_of_numbers(last));
        }
        if c.is_alphabetic() {
            return Some(self.word());
        }
        let next = self.char(1);
        let (kind, width) = match (c, next) {
            ('.', Some('.')) => (Kind::Range, 2),
            ('…', _) => (Kind::Range, 1),
            ('+', Some('-')) => (Kind::Mark('±'), 2),
            ('+', Some('/')) if self.char(2) == Some('-') => (Kind::Mark('±'), 3),
            // The apostrophe of `1950's` says nothing.
            ('\'', Some('s' | 'S')) => (Kind::Word("s".into()), 2),
            _ => (Kind::Mark(c), 1),
        };
        self.at += width;
        Some(kind)
    }

    fn word(&mut self) -> Kind {
        let mut word = String::new();
        loop {
            while let Some(c) = self.char(0).filter(|c| c.is_alphabetic()) {
                word.extend(c.to_lowercase());
                self.at += 1;
            }
            // A dot ends an abbreviation, or stands between the letters of one: never part of a range.
            let dot = self.char(0) == Some('.') && self.char(1) != Some('.');
            if !dot {
                return Kind::Word(word);
            }
            self.at += 1;
            let letter = self.char(0).is_some_and(char::is_alphabetic);
            let alone = !self.char(1).is_some_and(char::is_alphabetic);
            if !(letter && alone) {
                return Kind::Word(word);
            }
        }
    }

    fn group_of_numbers(&mut self, last: Option<&Token>) -> Kind {
        let first = self.run(0);
        let mark = self.char(first);
        let second = self.run(first + 1);
        let after = self.char(first + 1 + second);
        let third = self.run(first + second + 2);
        let behind_mark = last.is_some_and(|t| matches!(t.kind, Kind::Mark('.' | ':')));
        if mark == Some(':') && first <= 2 && second == 2 && !behind_mark {
            return self.clock(first);
        }
        if let Some(mark @ ('-' | '/' | '.')) = mark
            && second > 0
            && !behind_mark
        {
            let closed = !matches!(self.char(first + second + third + 2), Some(c) if c == mark);
            if after == Some(mark) && (1..=2).contains(&second) && third > 0 && closed {
                let a = self.take(first);
                self.at += 1;
                let b = self.take(second);
                self.at += 1;
                let parts = [a, b, self.take(third)];
                return Kind::Numeric { parts, mark };
            }
            let letter = after.is_some_and(char::is_alphanumeric);
            if mark == '-' && first == 4 && second <= 2 && after != Some('-') && !letter {
                let year = self.take(first);
                self.at += 1;
                let two = self.take(second);
                return Kind::YearAndTwo { year, two };
            }
            if mark == '/' && first <= 2 && second == 4 && after != Some('/') {
                let month = self.take(first);
                self.at += 1;
                let year = self.take(second);
                return Kind::MonthSlashYear { month, year };
            }
        }
        let mut digits = self.take(first);
        let mut grouped = false;
        while (first <= 3) && !behind_mark && self.char(0) == Some(',') && self.run(1) == 3 {
            self.at += 1;
            digits.push_str(&self.take(3));
            grouped = true;
        }
        Kind::Number { digits, grouped }
    }

    /// `19:28`, `19:28:34`, and a fraction and a zone that are read but not kept.
    fn clock(&mut self, first: usize) -> Kind {
        let hour = self.take(first);
        self.at += 1;
        let minute = self.take(2);
        let mut second = None;
        if self.char(0) == Some(':') && self.run(1) == 2 {
            self.at += 1;
            second = Some(self.take(2));
            if self.char(0) == Some('.') && self.run(1) > 0 {
                self.at += 1 + self.run(1);
            }
        }
        match self.char(0) {
            Some('z' | 'Z') if !self.char(1).is_some_and(char::is_alphanumeric) => self.at += 1,
            Some('+' | '-') if self.run(1) == 2 => {
                let minutes = self.char(3) == Some(':') && self.run(4) == 2;
                self.at += if minutes { 6 } else { 3 };
            }
            _ => {}
        }
        Kind::Clock([Some(hour), Some(minute), second])
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    fn shown(text: &str) -> String {
        let show = |kind: &Kind| match kind {
            Kind::Number { digits, .. } => digits.clone(),
            Kind::Word(word) => word.clone(),
            Kind::Mark(c) => c.to_string(),
            Kind::Range => "..".into(),
            Kind::Numeric { parts, mark } => format!("<{}{mark}>", parts.join(":")),
            Kind::YearAndTwo { year, two } => format!("<{year}:{two}>"),
            Kind::MonthSlashYear { month, year } => format!("<{month}/{year}>"),
            Kind::Clock(parts) => format!("<{}>", parts.iter().flatten().count()),
        };
        let all: Vec<String> = tokens(text).iter().map(|t| show(&t.kind)).collect();
        all.join(" ")
    }

    #[test]
    fn a_text_falls_into_the_pieces_a_person_sees() {
        for (text, pieces) in [
            ("4 Oct. 1957", "4 oct 1957"),
            ("44 B.C.", "44 bc"),
            ("c.1860", "c 1860"),
            ("c. 10,000 BCE", "c 10000 bce"),
            ("October 4,1957", "october 4 , 1957"),
            ("1957-10-04..1958-01-04", "<1957:10:04-> .. <1958:01:04->"),
            ("1957−10", "<1957:10>"),
            ("1957-1969", "1957 - 1969"),
            ("1957–69", "1957 – 69"),
            ("12/04/1985", "<12:04:1985/>"),
            ("10/1957", "<10/1957>"),
            ("13.8 Ga", "13 . 8 ga"),
            ("1950’s", "1950 s"),
            ("Jan..Mar 1957", "jan .. mar 1957"),
            ("1957-10-04T19:28:34.5+02:00", "<1957:10:04-> t <3>"),
            ("1 +/- 2", "1 ± 2"),
            ("2004-06~-11", "<2004:06> ~ - 11"),
            ("", ""),
            ("  ", ""),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }
}
