//! An article as plain text. Which of its passages are marked is decided by whoever knows what the learner has seen.

use std::{
    io::{self, Write},
    ops::Range,
};

use super::Plain;
use crate::text::article::{Article, Found};

impl<W: Write> Plain<W> {
    /// An article; `>>` and `<<` stand around the passages that are marked.
    pub(in crate::ui) fn article(&mut self, article: &Article, marked: &[&str]) -> io::Result<()> {
        self.markdown(0, &source(article, marked))
    }
}

/// The Markdown source with marks around passages. Passages that overlap share one pair of marks.
fn source(article: &Article, marked: &[&str]) -> String {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for passage in marked {
        if let Found::Once(located) = article.find(passage) {
            spans.push(located.span);
        }
    }
    spans.sort_by_key(|span| span.start);
    let text = article.source();
    let mut source = String::with_capacity(text.len());
    let mut at = 0;
    let mut spans = spans.into_iter().peekable();
    while let Some(mut span) = spans.next() {
        while let Some(more) = spans.next_if(|more| more.start <= span.end) {
            span.end = span.end.max(more.end);
        }
        let (Some(before), Some(quoted)) = (text.get(at..span.start), text.get(span.clone()))
        else {
            continue;
        };
        source.push_str(before);
        source.push_str("\\>\\>");
        source.push_str(quoted);
        source.push_str("\\<\\<");
        at = span.end;
    }
    source.push_str(text.get(at..).unwrap_or_default());
    source
}
