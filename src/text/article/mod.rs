//! An article: finding quoted words in it, and the paragraph around them. Knows nothing of what is asked about them.

mod index;
mod nearest;
mod straighten;

use std::ops::Range;
use std::sync::OnceLock;

use unicode_segmentation::UnicodeSegmentation;

use self::index::Index;
use self::nearest::Sentences;
use self::straighten::straightened;
use super::clean::clean;
use super::markdown::{plain, walk};

/// Places that an ambiguous passage is told with, at most.
const MOST_PLACES: usize = 10;

/// A Markdown text that passages are quoted from.
#[derive(Clone, Debug)]
pub struct Article {
    source: String,
    index: OnceLock<Index>,
    sentences: OnceLock<Sentences>,
}

/// What became of looking for a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It stands there once.
    Once(Located),
    /// It does not; the words that come nearest, with where they stand, if any come near.
    Missing(Option<Located>),
    /// It stands there more than once: where, in bytes of the source, the first ten places.
    Ambiguous(Vec<Range<usize>>),
}

/// A passage within its paragraph, without Markdown marks, otherwise as the article has it, and clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Where it stands, in bytes of the source.
    pub span: Range<usize>,
    /// The heading it stands under.
    pub heading: Option<String>,
    /// The paragraph before it.
    pub before: String,
    /// The passage.
    pub quoted: String,
    /// The paragraph after it.
    pub after: String,
}

impl Article {
    /// The article with this Markdown source. Cheap: the text is looked through when a passage is first asked for.
    #[must_use]
    pub fn new(source: String) -> Self {
        Self {
            source,
            index: OnceLock::new(),
            sentences: OnceLock::new(),
        }
    }

    /// The source, as it was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Looks for a passage within one paragraph, heading, item, quotation or code block: Markdown marks dropped, white
    /// space folded, quotes and dashes straightened; case counts.
    #[must_use]
    pub fn find(&self, passage: &str) -> Found {
        let index = self.index();
        for form in forms(passage) {
            let places = index.search(&form, MOST_PLACES);
            match places.as_slice() {
                [] => {}
                [place] => return Found::Once(index.locate(place.clone())),
                _ => {
                    return Found::Ambiguous(
                        places
                            .into_iter()
                            .map(|place| index.in_source(place))
                            .collect(),
                    );
                }
            }
        }
        let sentences = self.sentences.get_or_init(|| Sentences::of(index));
        let nearest = sentences.nearest(&plain(passage));
        Found::Missing(nearest.map(|sentence| index.locate(sentence)))
    }

    /// Whether a passage that was not found would be if it were allowed to run on over the end of a paragraph.
    #[must_use]
    pub fn runs_over_paragraphs(&self, passage: &str) -> bool {
        let flat = self.index().flat();
        forms(passage)
            .iter()
            .any(|form| flat.contains(form.as_str()))
    }

    /// The words of the article, without marks and in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.index().plain().unicode_words()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.source))
    }
}

/// How a passage may be meant, straightened, without repeats: as it stands, as Markdown, or as a piece of Markdown.
/// Never empty strings.
fn forms(passage: &str) -> Vec<String> {
    let mut without_marks = String::new();
    walk(passage, |text| {
        without_marks.extend(
            text.runs
                .iter()
                .filter(|run| !run.mark)
                .map(|run| run.text.as_ref()),
        );
        without_marks.push('\n');
    });
    let line = passage.split_whitespace().collect::<Vec<_>>().join(" ");
    // A passage cut out of the source may hold one mark of a pair.
    let without_halves = passage.replace(['*', '`'], "");
    let mut forms: Vec<String> = Vec::with_capacity(4);
    for meant in [passage, &plain(&line), &without_marks, &without_halves] {
        let form = straightened(&clean(meant));
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

#[cfg(test)]
mod tests;
