//! From the parser's events to flat blocks of runs that know their place in the source. Knows what is shown, not how.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::Style;

/// Lists nested deeper are shown at this depth.
const DEEPEST: usize = 8;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text) enum Kind {
    Heading(u8),
    Paragraph,
    Item { marker: String, depth: usize },
    Quote,
    Code,
}

/// A piece of the source of one style.
#[derive(Debug)]
pub(in crate::text) struct Run<'a> {
    pub(in crate::text) text: Cow<'a, str>,
    pub(in crate::text) style: Style,
    /// Where it stands in the source, in bytes; more than the text where marks or entities are within.
    pub(in crate::text) span: Range<usize>,
    /// Shown, but no word of the text: backticks, addresses.
    pub(in crate::text) mark: bool,
}

/// A block without blocks within.
#[derive(Debug)]
pub(in crate::text) struct Text<'a> {
    pub(in crate::text) kind: Kind,
    pub(in crate::text) runs: Vec<Run<'a>>,
}

/// Gives the blocks of a Markdown text in their order.
pub(in crate::text) fn walk<'a>(source: &'a str, take: impl FnMut(Text<'a>)) {
    let mut walker = Walker {
        take,
        runs: Vec::new(),
        within: Vec::new(),
        marker: None,
        style: Style::default(),
        strong: 0,
        emphasis: 0,
        links: Vec::new(),
        soft_break: None,
    };
    for (event, span) in Parser::new_ext(source, Options::empty()).into_offset_iter() {
        walker.event(event, span);
    }
    walker.end(None);
}

/// A block that holds blocks.
enum Container {
    Quote,
    /// The number of its next item, if its items are numbered.
    List(Option<u64>),
}

struct Walker<'a, F> {
    take: F,
    runs: Vec<Run<'a>>,
    within: Vec<Container>,
    /// The marker of an item of which nothing was given yet.
    marker: Option<String>,
    style: Style,
    strong: usize,
    emphasis: usize,
    /// For each open link its address, if it may be shown, and where its text starts among the runs.
    links: Vec<(Option<CowStr<'a>>, usize)>,
    soft_break: Option<Range<usize>>,
}

impl<'a, F: FnMut(Text<'a>)> Walker<'a, F> {
    fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.finish(tag, span),
            Event::Code(text) => self.code(text, span),
            Event::SoftBreak => self.soft_break = Some(span),
            Event::HardBreak => self.push(Cow::Borrowed("\n"), span),
            Event::Rule => {
                self.end(None);
                self.mark("* * *", span);
                self.end(Some(Kind::Paragraph));
            }
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.push(cow(text), span),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => {
                self.links
                    .push((may_be_shown(&dest_url).then_some(dest_url), self.runs.len()));
            }
            Tag::Image { .. } => self.mark("[image: ", span.start..span.start),
            Tag::BlockQuote(_) => {
                self.end(None);
                self.within.push(Container::Quote);
            }
            Tag::List(first) => {
                self.end(None);
                self.within.push(Container::List(first));
            }
            Tag::Item => {
                self.end(None);
                self.marker = Some(match self.within.last_mut() {
                    Some(Container::List(Some(number))) => {
                        let marker = format!("{number}.");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "•".to_owned(),
                });
            }
            _ => self.end(None),
        }
        self.restyle();
    }

    fn finish(&mut self, tag: TagEnd, span: Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.address(&span),
            TagEnd::Image => self.mark("]", span.end..span.end),
            TagEnd::Heading(level) => self.end(Some(Kind::Heading(level as u8))),
            TagEnd::CodeBlock => self.end(Some(Kind::Code)),
            TagEnd::BlockQuote(_) | TagEnd::List(_) => {
                self.end(None);
                self.within.pop();
            }
            TagEnd::Item => {
                self.end(None);
                self.bare_marker();
            }
            _ => self.end(None),
        }
        self.restyle();
    }

    fn restyle(&mut self) {
        self.style = Style {
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            code: false,
            link: self.links.iter().any(|(address, _)| address.is_some()),
        };
    }

    fn push(&mut self, text: Cow<'a, str>, span: Range<usize>) {
        self.break_softly(text.chars().next());
        self.runs.push(Run {
            text,
            style: self.style,
            span,
            mark: false,
        });
    }

    fn mark(&mut self, text: &'static str, span: Range<usize>) {
        self.break_softly(text.chars().next());
        self.runs.push(Run {
            text: Cow::Borrowed(text),
            style: self.style,
            span,
            mark: true,
        });
    }

    /// A line break of the source is a space, but nothing between characters of scripts that are written without.
    fn break_softly(&mut self, next: Option<char>) {
        let Some(span) = self.soft_break.take() else {
            return;
        };
        let last = self
            .runs
            .last()
            .and_then(|run| run.text.chars().next_back());
        if !(last.is_some_and(is_written_without_spaces)
            && next.is_some_and(is_written_without_spaces))
        {
            self.runs.push(Run {
                text: Cow::Borrowed(" "),
                style: self.style,
                span,
                mark: false,
            });
        }
    }

    fn code(&mut self, text: CowStr<'a>, span: Range<usize>) {
        let style = self.style;
        self.style.code = true;
        let fence = if text.contains('`') { "``" } else { "`" };
        self.mark(fence, span.start..span.start);
        self.push(cow(text), span.clone());
        self.mark(fence, span.end..span.end);
        self.style = style;
    }

    /// Ends a link: its address, unless its text says the same.
    fn address(&mut self, span: &Range<usize>) {
        let Some((address, first)) = self.links.pop() else {
            return;
        };
        self.restyle();
        let Some(address) = address else {
            return;
        };
        let text: String = self
            .runs
            .iter()
            .skip(first)
            .map(|run| run.text.as_ref())
            .collect();
        let short = address.strip_prefix("mailto:").unwrap_or(&address);
        if text.trim() != short
            && text.trim() != short.trim_end_matches('/')
            && text.trim() != address.as_ref()
        {
            let text = Cow::Owned(format!(" ({short})"));
            self.runs.push(Run {
                text,
                style: self.style,
                span: span.end..span.end,
                mark: true,
            });
        }
    }

    /// Ends the block that is open, of this kind or of what it stands in.
    fn end(&mut self, kind: Option<Kind>) {
        self.soft_break = None;
        if self.runs.is_empty() {
            return;
        }
        let kind = kind.unwrap_or_else(|| match self.within.last() {
            Some(Container::Quote) => Kind::Quote,
            Some(Container::List(_)) => self.item(),
            None => Kind::Paragraph,
        });
        if !matches!(kind, Kind::Item { .. }) {
            self.bare_marker();
        }
        let runs = std::mem::take(&mut self.runs);
        (self.take)(Text { kind, runs });
    }

    fn item(&mut self) -> Kind {
        let lists = self
            .within
            .iter()
            .filter(|container| matches!(container, Container::List(_)));
        let depth = lists.take(DEEPEST + 1).count().saturating_sub(1);
        Kind::Item {
            marker: self.marker.take().unwrap_or_default(),
            depth,
        }
    }

    /// Gives the marker of an item that is empty or starts with another kind of block.
    fn bare_marker(&mut self) {
        if self.marker.is_some() {
            let kind = self.item();
            (self.take)(Text {
                kind,
                runs: Vec::new(),
            });
        }
    }
}

fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.into_string()),
    }
}

/// Whether a link's address is one of the web or of mail. Others are never shown, so that nobody is led to them.
fn may_be_shown(address: &str) -> bool {
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    let known = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    // `<name@host>` comes without a scheme.
    known || (scheme.is_empty() && address.contains('@') && !address.contains(['/', ' ']))
}

/// Chinese and Japanese characters and their punctuation.
fn is_written_without_spaces(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}
