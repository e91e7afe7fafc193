//! Holds a pack against its article: every passage must stand there, once. Knows the article's text, not its file.

use super::{Reading, codes, findings::shown, tree};
use crate::{
    diagnostic::{Diagnostic, Place, Span},
    text::{
        article::{Article, Found, Located},
        clean::Rules,
    },
};

/// Findings of one kind in an article are listed up to this many: what turns a text around does so all over.
const LISTED: usize = 20;

/// What became of the article that a pack names.
#[derive(Clone, Copy, Debug)]
pub enum Ground<'a> {
    /// The pack names none.
    None,
    /// It cannot be read: why, one clean line.
    Unreadable(&'a str),
    /// It was read.
    Article(&'a Article),
}

/// Everything that is wrong between a pack and its article. `text` is the pack's TOML, as it was read.
#[must_use]
pub fn ground(text: &str, reading: &Reading, ground: Ground<'_>) -> Vec<Diagnostic> {
    match ground {
        Ground::None if reading.article.is_some() => Vec::new(),
        Ground::None => without_article(reading),
        Ground::Unreadable(why) => {
            let at = reading.article.clone().unwrap_or(0..0);
            let help = "put the article beside the pack, or mend `file` below `[article]`";
            vec![Diagnostic::new(&codes::ARTICLE_MISSING, at, why).help(help)]
        }
        Ground::Article(article) => {
            let mut findings: Vec<_> = reading
                .passages
                .iter()
                .filter_map(|span| passage(text, span, article))
                .collect();
            findings.extend(spotless(article));
            findings
        }
    }
}

fn without_article(reading: &Reading) -> Vec<Diagnostic> {
    let Some(first) = reading.passages.first() else {
        return Vec::new();
    };
    let more = reading.passages.len() - 1;
    let mut diagnostic = Diagnostic::new(
        &codes::PASSAGE_WITHOUT_ARTICLE,
        first.clone(),
        "a passage, and the pack names no article",
    )
    .help("add `[article]` with `file = \"..\"` to the head");
    if more > 0 {
        diagnostic = diagnostic.label(format!("and {}", crate::text::count(more, "more")));
    }
    vec![diagnostic]
}

fn passage(text: &str, span: &Span, article: &Article) -> Option<Diagnostic> {
    let passage = tree::decode_at(text, span.clone());
    match article.find(&passage) {
        Found::Once(_) => None,
        Found::Ambiguous(places) => {
            let source = article.source();
            let line = |at: usize| source[..at.min(source.len())].matches('\n').count() + 1;
            let lines: Vec<String> = places
                .iter()
                .map(|place| line(place.start).to_string())
                .collect();
            Some(
                Diagnostic::new(
                    &codes::PASSAGE_AMBIGUOUS,
                    span.clone(),
                    "this passage stands more than once in the article",
                )
                .label(format!("in lines {}", crate::text::list(&lines, "and")))
                .help("quote a few words more"),
            )
        }
        Found::Missing(nearest) => {
            let diagnostic = Diagnostic::new(
                &codes::PASSAGE_NOT_FOUND,
                span.clone(),
                "this passage does not stand in the article",
            );
            Some(match nearest {
                _ if article.runs_over_paragraphs(&passage) => {
                    diagnostic.help("a passage stands within one paragraph: quote a part of it")
                }
                None => diagnostic.help("copy the words from the article"),
                Some(nearest) => nearly(diagnostic, &passage, &nearest),
            })
        }
    }
}

/// Says what comes nearest, and the first word that differs.
fn nearly(diagnostic: Diagnostic, passage: &str, nearest: &Located) -> Diagnostic {
    let mut words = passage.split_whitespace();
    let mut theirs = nearest.quoted.split_whitespace();
    let differing = loop {
        match (words.next(), theirs.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => break None,
            pair => break Some(pair),
        }
    };
    let diagnostic = match differing {
        Some((Some(ours), Some(theirs))) => diagnostic.label(format!(
            "`{}` where the article has `{}`",
            shown(ours),
            shown(theirs)
        )),
        _ => diagnostic,
    };
    diagnostic.help(format!("the article has: {}", clipped(&nearest.quoted)))
}

/// A quotation of the article, cut where it is long.
fn clipped(quoted: &str) -> String {
    const LONGEST: usize = 200;
    match quoted.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &quoted[..at]),
        None => quoted.to_owned(),
    }
}

/// Characters of the article that may never be shown.
fn spotless(article: &Article) -> Vec<Diagnostic> {
    let source = article.source();
    let mut findings = Vec::new();
    let mut from = source.strip_prefix('\u{feff}').map_or(0, |_| 3);
    while findings.len() < LISTED
        && let Some((at, character, what)) = Rules::LINES.forbidden(&source[from..])
    {
        let start = from + at;
        let end = start + character.len_utf8();
        let message = format!("{what} (U+{:04X}) in the article", u32::from(character));
        let mut diagnostic =
            Diagnostic::new(&codes::FORBIDDEN_CHARACTER, start..end, message).help("delete it");
        diagnostic.place = Place::Article;
        findings.push(diagnostic);
        from = end;
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{Ground, ground};
    use crate::{pack::read, text::article::Article};

    const HEAD: &str = "format = 1\nid = \"p\"\ntitle = \"T\"\narticle.file = \"a.md\"\n[[questions]]\nid = \"q\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\npassage = ";

    fn findings(
        passage: &str,
        article: Option<&str>,
    ) -> Vec<(&'static str, String, Option<String>)> {
        let text = format!("{HEAD}{passage}");
        let reading = read(&text, "p");
        assert_eq!(reading.errors, 0, "{:?}", reading.diagnostics);
        let article = article.map(|source| Article::new(source.to_owned()));
        let found = article
            .as_ref()
            .map_or(Ground::Unreadable("no such file"), Ground::Article);
        ground(&text, &reading, found)
            .into_iter()
            .map(|d| {
                (
                    d.code.name,
                    text.get(d.span).unwrap_or("").to_owned(),
                    d.label,
                )
            })
            .collect()
    }

    #[test]
    fn passages_are_looked_for_in_the_article() {
        let article = "# Moon\n\nOn 20 July 1969 the **lander** set down. The crew slept.\n\nThe crew slept.\n";
        let quoted = "\"On 20 July 1969 the lander set down\"";
        assert_eq!(findings(quoted, Some(article)), []);
        let wrong = "'On 20 July 1970 the lander set down'";
        let found = findings(wrong, Some(article));
        assert_eq!(
            (found[0].0, found[0].1.as_str()),
            ("passage-not-found", wrong)
        );
        assert_eq!(
            found[0].2.as_deref(),
            Some("`1970` where the article has `1969`")
        );
        let found = findings("\"The crew slept.\"", Some(article));
        assert_eq!(found[0].0, "passage-ambiguous");
        let found = findings(quoted, None);
        assert_eq!(
            (found[0].0, found[0].1.as_str()),
            ("article-missing", "\"a.md\"")
        );
        let found = findings(quoted, Some(&format!("{article}\u{202e}evil")));
        assert_eq!((found.len(), found[0].0), (1, "forbidden-character"));
    }

    #[test]
    fn passages_without_an_article_are_one_finding() {
        let text = "format = 1\nid = \"p\"\ntitle = \"T\"\n[[events]]\nid = \"e\"\nwhen = 1969\ntitle = \"E\"\npassage = \"x\"\n[[events]]\nid = \"f\"\nwhen = 1969\ntitle = \"E\"\npassage = \"y\"\n";
        let reading = read(text, "p");
        let found = ground(text, &reading, Ground::None);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].code.name, &text[found[0].span.clone()]),
            ("passage-without-article", "\"x\"")
        );
    }
}
