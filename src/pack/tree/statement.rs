//! Cuts a document into statements (a header, or a key with its value), so that a bracket that was never closed
//! cannot swallow what follows it.

use std::iter::Peekable;

use toml_parser::lexer::{Lexer, Token, TokenKind};

/// The statements of a document, one after another in the same buffer.
pub(super) struct Statements<'i> {
    source: &'i str,
    lexer: Peekable<Lexer<'i>>,
    tokens: Vec<Token>,
    /// How many tokens at the front belong to the statement handed out last.
    taken: usize,
    open: Vec<TokenKind>,
    /// How many of `open` are square.
    squares: usize,
}

impl<'i> Statements<'i> {
    pub(super) fn new(source: &'i str) -> Self {
        Self {
            source,
            lexer: toml_parser::Source::new(source).lex().peekable(),
            tokens: Vec::new(),
            taken: 0,
            open: Vec::new(),
            squares: 0,
        }
    }

    /// The next statement with the line break that ends it.
    pub(super) fn next(&mut self) -> Option<&[Token]> {
        self.tokens.drain(..self.taken);
        self.taken = 0;
        self.open.clear();
        self.squares = 0;
        let mut line = 0;
        // Only the first `=` or `]` of a line is looked at, or hostile lines would cost their length squared.
        let mut fresh = false;
        let mut at = 0;
        loop {
            if at == self.tokens.len() {
                let Some(token) = self.lexer.next() else {
                    break;
                };
                self.tokens.push(token);
            }
            let kind = self.tokens[at].kind();
            at += 1;
            match kind {
                TokenKind::LeftSquareBracket => {
                    self.squares += 1;
                    self.open.push(kind);
                }
                TokenKind::LeftCurlyBracket => self.open.push(kind),
                TokenKind::RightSquareBracket => {
                    if std::mem::take(&mut fresh) && self.is_header(line, at) {
                        at = line;
                        break;
                    }
                    self.close(TokenKind::LeftSquareBracket);
                }
                TokenKind::RightCurlyBracket => self.close(TokenKind::LeftCurlyBracket),
                TokenKind::Equals if std::mem::take(&mut fresh) && self.is_key(line, at) => {
                    at = line;
                    break;
                }
                TokenKind::Newline if self.open.is_empty() => break,
                TokenKind::Newline => {
                    line = at;
                    fresh = true;
                }
                _ => {}
            }
        }
        self.taken = at;
        (at > 0).then(|| &self.tokens[..at])
    }

    /// Closes down to the bracket that this one closes; a bracket that closes nothing is the parser's to report.
    fn close(&mut self, kind: TokenKind) {
        let squares = self.squares;
        let none = match kind {
            TokenKind::LeftSquareBracket => squares == 0,
            _ => squares == self.open.len(),
        };
        if none {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.squares -= usize::from(open == TokenKind::LeftSquareBracket);
            if open == kind {
                break;
            }
        }
    }

    /// Whether a line within brackets is a key with its `=`: nothing that may stand in a list.
    fn is_key(&self, line: usize, at: usize) -> bool {
        self.open.last() == Some(&TokenKind::LeftSquareBracket)
            && self.tokens[line..at - 1]
                .iter()
                .filter(|token| token.kind() != TokenKind::Whitespace)
                .all(|token| matches!(token.kind(), TokenKind::Atom | TokenKind::Dot))
    }

    /// Whether a line within brackets is the header of a table: no list holds a bare word.
    fn is_header(&self, line: usize, at: usize) -> bool {
        let mut tokens = self.tokens[line..at]
            .iter()
            .filter(|token| token.kind() != TokenKind::Whitespace)
            .skip_while(|token| token.kind() == TokenKind::LeftSquareBracket);
        let first = tokens.next();
        let word = first.is_some_and(|token| {
            let text = &self.source[token.span().start()..token.span().end()];
            token.kind() == TokenKind::Atom
                && text.starts_with(|c: char| c.is_ascii_alphabetic())
                && !matches!(text, "true" | "false" | "inf" | "nan")
        });
        let opens = self.tokens[line..at]
            .iter()
            .any(|token| token.kind() == TokenKind::LeftSquareBracket);
        word && opens
            && tokens.all(|token| {
                matches!(
                    token.kind(),
                    TokenKind::Atom | TokenKind::Dot | TokenKind::RightSquareBracket
                )
            })
    }
}
