//! The article looked through once: its plain text, the form that passages are compared in, and the way back to the
//! source.

use std::ops::Range;
use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;

use super::Located;
use super::straighten::Straightened;
use crate::text::markdown::{ANY_DIRECTION, Kind, Run, walk};

/// Bytes of a window by which passages are looked up.
const WINDOW: usize = 8;

/// Windows of a passage that are looked up for each way it can lie.
const MOST_WINDOWS: usize = 8;

/// Windows of the same bytes beyond which going through the text is quicker.
const MOST_CANDIDATES: usize = 4096;

#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The blocks without marks, one after another, with a line feed after each.
    plain: String,
    blocks: Vec<Block>,
    stretches: Vec<Stretch>,
    /// The same blocks, straightened.
    straight: Straightened,
    windows: OnceLock<Vec<(u64, usize)>>,
    flat: OnceLock<String>,
}

#[derive(Clone, Debug)]
struct Block {
    plain: Range<usize>,
    /// The place of its heading among the blocks.
    heading: Option<usize>,
}

/// A stretch of plain text that comes from one place of the source.
#[derive(Clone, Debug)]
struct Stretch {
    plain: usize,
    source: Range<usize>,
    /// Its text is the source's, byte by byte.
    verbatim: bool,
}

impl Index {
    pub(super) fn of(source: &str) -> Self {
        let mut index = Self::default();
        let mut heading = None;
        walk(source, |text| {
            let start = index.plain.len();
            let mut marks = 0;
            for run in text.runs.iter().filter(|run| !run.mark) {
                index.push(run, source, &mut marks);
            }
            let end = start + index.plain[start..].trim_end().len();
            index.plain.truncate(end);
            index.straight.push(&index.plain[start..], start);
            index.plain.push('\n');
            index.straight.text.push('\n');
            index.blocks.push(Block {
                plain: start..end,
                heading,
            });
            if matches!(text.kind, Kind::Heading(_)) {
                heading = Some(index.blocks.len() - 1);
            }
        });
        index
    }

    fn push(&mut self, run: &Run<'_>, source: &str, marks: &mut u8) {
        let text = ANY_DIRECTION.clean_from(&run.text, marks);
        let within = source
            .get(run.span.clone())
            .and_then(|span| span.find(&*text));
        let source = match within {
            Some(at) => run.span.start + at..run.span.start + at + text.len(),
            None => run.span.clone(),
        };
        self.stretches.push(Stretch {
            plain: self.plain.len(),
            source,
            verbatim: within.is_some(),
        });
        self.plain.push_str(&text);
    }

    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// Where the blocks stand in the plain text.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Range<usize>> {
        self.blocks.iter().map(|block| block.plain.clone())
    }

    /// The straightened text with nothing but spaces between blocks.
    pub(super) fn flat(&self) -> &str {
        self.flat
            .get_or_init(|| self.straight.text.replace('\n', " "))
    }

    /// Where a straightened passage stands in the plain text, at most the first `most` places.
    pub(super) fn search(&self, form: &str, most: usize) -> Vec<Range<usize>> {
        let places = self.by_windows(form).unwrap_or_else(|| {
            self.straight
                .text
                .match_indices(form)
                .map(|(place, _)| place)
                .take(most)
                .collect()
        });
        places
            .into_iter()
            .take(most)
            .map(|place| self.in_plain(form, place))
            .collect()
    }

    /// Where a passage stands in the straightened text, found by the windows at every eighth byte: a passage of 15
    /// bytes holds one of them whole, wherever it stands. For each of the eight ways it can lie on the windows, the
    /// rarest one says where to look. Nothing when the passage is too short, or its windows too common to help.
    fn by_windows(&self, form: &str) -> Option<Vec<usize>> {
        let form = form.as_bytes();
        if form.len() < 2 * WINDOW - 1 {
            return None;
        }
        let text = self.straight.text.as_bytes();
        let windows = self.windows.get_or_init(|| windows(text));
        let mut places = Vec::new();
        for shift in 0..WINDOW {
            let (chunks, _) = form[shift..].as_chunks::<WINDOW>();
            let candidates = |chunk: &[u8; WINDOW]| {
                let key = u64::from_le_bytes(*chunk);
                let first = windows.partition_point(|&(other, _)| other < key);
                let same = windows[first..].partition_point(|&(other, _)| other == key);
                &windows[first..first + same]
            };
            let tried = chunks.iter().take(MOST_WINDOWS).enumerate();
            let (nth, rarest) = tried
                .map(|(nth, chunk)| (nth, candidates(chunk)))
                .min_by_key(|(_, same)| same.len())?;
            if rarest.len() > MOST_CANDIDATES {
                return None;
            }
            for &(_, at) in rarest {
                if let Some(start) = at.checked_sub(shift + nth * WINDOW)
                    && text[start..].starts_with(form)
                {
                    places.push(start);
                }
            }
        }
        places.sort_unstable();
        Some(places)
    }

    /// Where a straightened passage at `place` stands in the plain text.
    fn in_plain(&self, form: &str, place: usize) -> Range<usize> {
        let start = self.straight.origin(place);
        let last = form.chars().next_back().map_or(0, char::len_utf8);
        let last = self.straight.origin(place + form.len() - last);
        let mut rest = self.plain[last..].chars();
        let mut end = last + rest.next().map_or(0, char::len_utf8);
        end += rest
            .take_while(|&mark| is_combining_mark(mark))
            .map(char::len_utf8)
            .sum::<usize>();
        start..end
    }

    /// Where a range of the plain text stands in the source.
    pub(super) fn in_source(&self, plain: Range<usize>) -> Range<usize> {
        let stretch = |at: usize| {
            let after = self
                .stretches
                .partition_point(|stretch| stretch.plain <= at);
            after
                .checked_sub(1)
                .and_then(|before| self.stretches.get(before))
        };
        let start = stretch(plain.start).map_or(0, |stretch| {
            stretch.source.start
                + if stretch.verbatim {
                    plain.start - stretch.plain
                } else {
                    0
                }
        });
        let end = stretch(plain.end.saturating_sub(1)).map_or(start, |stretch| {
            if stretch.verbatim {
                stretch.source.start + (plain.end - stretch.plain)
            } else {
                stretch.source.end
            }
        });
        start..end.max(start)
    }

    /// A range of the plain text with its block around it.
    pub(super) fn locate(&self, quoted: Range<usize>) -> Located {
        let after = self
            .blocks
            .partition_point(|block| block.plain.start <= quoted.start);
        let block = after.checked_sub(1).and_then(|at| self.blocks.get(at));
        let whole = block.map_or(quoted.clone(), |block| block.plain.clone());
        let heading = block.and_then(|block| self.blocks.get(block.heading?));
        Located {
            heading: heading.map(|heading| self.plain[heading.plain.clone()].to_owned()),
            before: self.plain[whole.start..quoted.start].to_owned(),
            quoted: self.plain[quoted.clone()].to_owned(),
            after: self.plain[quoted.end..whole.end.max(quoted.end)].to_owned(),
            span: self.in_source(quoted),
        }
    }
}

/// The bytes at every eighth place with that place, sorted.
fn windows(text: &[u8]) -> Vec<(u64, usize)> {
    let (chunks, _) = text.as_chunks::<WINDOW>();
    let keys = chunks.iter().map(|chunk| u64::from_le_bytes(*chunk));
    let mut windows: Vec<_> = keys.zip((0..).step_by(WINDOW)).collect();
    windows.sort_unstable();
    windows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};
    use proptest::prop_assert_eq;

    use super::Index;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn windows_find_what_a_search_through_the_text_finds(
            source in "([ab]|ab |abcdefgh|中){20,120}",
            from in 0usize..200,
            length in 15usize..40,
        ) {
            let index = Index::of(&source);
            let text = &index.straight.text;
            let from = text.floor_char_boundary(from.min(text.len()));
            let form = text[from..text.floor_char_boundary((from + length).min(text.len()))].trim();
            let places: Vec<usize> =
                text.char_indices().map(|(at, _)| at).filter(|&at| text[at..].starts_with(form)).collect();
            if let Some(found) = index.by_windows(form) {
                prop_assert_eq!(found, places);
            }
        }
    }
}
