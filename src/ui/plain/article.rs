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

#[cfg(test)]
mod tests {
    use super::Plain;
    use crate::text::article::Article;

    const SOURCE: &str = "# DeepSeek\n\nIt is a company in **Hangzhou**, founded by Liang Wenfeng in 2023. It made `R1`.\n\n\
        - one\n- two &#27;[2J\n\n> quoted\n\n    code that is long and stays as long as it is\n";

    fn printed(marked: &[&str]) -> String {
        let mut plain = Plain::new(Vec::new(), 40);
        plain
            .article(&Article::new(SOURCE.to_owned()), marked)
            .unwrap();
        String::from_utf8(plain.into_inner()).unwrap()
    }

    #[test]
    fn an_article_is_plain_lines_within_the_width() {
        assert_eq!(
            printed(&[]),
            "DeepSeek\n\nIt is a company in Hangzhou, founded by\nLiang Wenfeng in 2023. It made `R1`.\n\n- one\n- two \
             \u{fffd}[2J\n\n> quoted\n\n    code that is long and stays as long as it is\n"
        );
    }

    #[test]
    fn passages_are_marked_where_they_stand_and_overlapping_ones_share_their_marks() {
        let printed = printed(&[
            "in Hangzhou, founded",
            "founded by Liang Wenfeng",
            "It made",
            "not there",
        ]);
        let words = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let marked =
            "a company >>in Hangzhou, founded by Liang Wenfeng<< in 2023. >>It made<< `R1`.";
        assert!(words.contains(marked), "{words}");
    }
}
