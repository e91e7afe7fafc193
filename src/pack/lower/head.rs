//! The head of a pack, its article, its sets and its pools.

use std::collections::HashMap;

use super::{
    DRAWN_LIMIT, Lowering,
    keys::{ArticleKeys, Head, PoolKeys},
    same::repeated,
    values::integer,
};
use crate::{
    diagnostic::Diagnostic,
    pack::{
        Article, Pack, Pool, codes,
        findings::shown,
        tree::{Kind, Value},
    },
};

/// The version of the format that this program reads and writes.
const FORMAT: i64 = 1;

/// What a hint costs unless the pack says otherwise, in thousandths.
const HINT_COST: u16 = 250;

impl<'t, 'i> Lowering<'t, 'i> {
    /// The keys of the head; those it may not have are reported.
    pub(super) fn head_keys(&mut self, root: Value<'t, 'i>) -> Head<'t, 'i> {
        let mut unknown = Vec::new();
        let keys = Head::of(root, |key| unknown.push(key));
        let newer = Self::is_newer(&keys);
        for key in unknown {
            if !newer {
                self.unknown_key(key, Head::KEYS, "the pack");
            }
        }
        keys
    }

    /// Whether the pack is of a later format.
    pub(super) fn is_newer(keys: &Head<'t, 'i>) -> bool {
        keys.format.is_some_and(|format| {
            format.kind() == Kind::Integer
                && integer(format.raw()).is_some_and(|version| version > FORMAT)
        })
    }

    /// The head alone, without what lies below it; none when it is invalid.
    pub(super) fn head(&mut self, keys: &Head<'t, 'i>) -> Option<Pack> {
        self.begin(self.tree.root(), false);
        self.spoiled = false;
        self.format(keys);
        if Self::is_newer(keys) {
            return None;
        }
        let start = self.tree.root().children().next();
        let start = start.map_or(0..0, |first| {
            if first.has_header() || first.is_list_of_tables() {
                first.span()
            } else {
                first.key_span()
            }
        });
        let title = self.opt_line(keys.title);
        if keys.title.is_none() {
            self.missing(start.clone(), "title", "the pack", "title = \"..\"");
        }
        if let Some(language) = keys.language {
            self.language = self.tag(language).unwrap_or_default();
        }
        let id = match keys.id {
            Some(id) => self.id(id),
            None => self.id_of_stem(start),
        };
        let hint_cost = keys.hint_cost.and_then(|cost| self.hint_cost(cost));
        let invalid = self.spoiled;
        // What follows is said, but nothing depends on it.
        let summary = self.opt_lines(keys.summary);
        let authors = self.texts(keys.authors, false);
        let license = self.opt_line(keys.license);
        if invalid {
            return None;
        }
        Some(Pack {
            id: id?,
            title: title?,
            summary,
            language: self.language.clone(),
            authors,
            license,
            hint_cost: hint_cost.unwrap_or(HINT_COST),
            article: None,
            pools: Vec::new(),
            eras: Vec::new(),
            events: Vec::new(),
            questions: Vec::new(),
        })
    }

    fn format(&mut self, keys: &Head<'t, 'i>) {
        let Some(format) = keys.format else {
            let first = self.tree.root().children().next();
            let (at, start) = first.map_or((0..0, 0), |first| {
                if first.has_header() || first.is_list_of_tables() {
                    (first.span(), first.span().start)
                } else {
                    (first.key_span(), first.key_span().start)
                }
            });
            self.fault(
                Diagnostic::new(
                    &codes::MISSING_FORMAT,
                    at,
                    "the pack does not say which format it has",
                )
                .help(format!("begin it with `format = {FORMAT}`"))
                .fix(start..start, format!("format = {FORMAT}\n")),
            );
            return;
        };
        let Some(version) = self.whole(format) else {
            return;
        };
        if version > FORMAT {
            self.fault(
                Diagnostic::new(
                    &codes::FORMAT_NEWER,
                    format.span(),
                    format!("format {version} is newer than this program"),
                )
                .label(format!("this program reads format {FORMAT}"))
                .help("update quizline, or write `format = 1` if the number is a slip"),
            );
        } else if version < FORMAT {
            self.out_of_range(format, "the only format so far is 1: write `format = 1`");
        }
    }

    fn hint_cost(&mut self, cost: Value<'t, 'i>) -> Option<u16> {
        let number = self.whole(cost)?;
        let fits = u16::try_from(number).ok().filter(|cost| *cost <= 1000);
        if fits.is_none() {
            self.out_of_range(
                cost,
                "it is what a hint takes in thousandths of the points: 0 to 1000",
            );
        }
        fits
    }

    /// A language tag: `en`, `pt-BR`, `zh-Hant`.
    fn tag(&mut self, language: Value<'t, 'i>) -> Option<String> {
        let tag = self.line(language)?;
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let alphanumeric = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric());
        let fits = (2..=3).contains(&primary.len())
            && primary.chars().all(|c| c.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && alphanumeric(part));
        if !fits {
            self.fault(
                Diagnostic::new(
                    &codes::INVALID_LANGUAGE,
                    language.span(),
                    format!("`{}` is not a language tag", shown(&tag)),
                )
                .help("write the short form: `en`, `de`, `pt-BR`, `zh-Hant`"),
            );
            return None;
        }
        Some(tag)
    }

    /// Reads `[article]`.
    pub(super) fn lower_article(&mut self, keys: &Head<'t, 'i>) {
        let Some(article) = keys.article else {
            return;
        };
        self.has_article = true;
        if !self.is_table(article, "write `[article]` and below it `file = \"..\"`") {
            return;
        }
        self.begin(article, false);
        let mut unknown = Vec::new();
        let fields = ArticleKeys::of(article, |key| unknown.push(key));
        for key in unknown {
            self.unknown_key(key, ArticleKeys::KEYS, "`[article]`");
        }
        match fields.file {
            None => self.missing(article.span(), "file", "`[article]`", "file = \"..\""),
            Some(file) => {
                if let Some(path) = self.line(file)
                    && self.is_plain_path(file, &path)
                {
                    self.article = Some(file.span());
                }
            }
        }
        if let Some(source) = fields.source {
            self.line(source);
        }
    }

    /// The article that was found without fault.
    pub(super) fn lowered_article(&self, keys: &Head<'t, 'i>) -> Option<Article> {
        self.article.as_ref()?;
        let article = keys.article?;
        let text = |key: &str| {
            let value = article.get(key)?;
            (value.kind() == Kind::String).then(|| value.text().into_owned())
        };
        Some(Article {
            file: text("file")?,
            source: text("source"),
        })
    }

    fn is_plain_path(&mut self, value: Value<'t, 'i>, path: &str) -> bool {
        let (what, fits) = match path {
            _ if path.starts_with(['/', '\\']) => ("an absolute path", false),
            _ if path.contains(':') => ("a drive or an address", false),
            _ if path.contains('\\') => ("a path with backslashes", false),
            _ if path.split('/').any(|part| part == "..") => ("a path that leads out", false),
            _ if path.split('/').any(|part| part.is_empty() || part == ".") => {
                ("a path with empty parts", false)
            }
            _ if path.split('/').any(is_reserved) => ("a name that Windows reserves", false),
            _ => ("", true),
        };
        if !fits {
            self.fault(
                Diagnostic::new(
                    &codes::INVALID_PATH,
                    value.span(),
                    format!("`{}` is {what}", shown(path)),
                )
                .help("put the article beside the pack and write its name: `file = \"apollo.md\"`"),
            );
        }
        fits
    }

    /// Reads `[sets]`.
    pub(super) fn lower_sets(&mut self, keys: &Head<'t, 'i>) {
        let Some(sets) = keys.sets else {
            return;
        };
        if !self.is_table(
            sets,
            "write `[sets]` and below it `name = [\"..\", \"..\"]`",
        ) {
            return;
        }
        for set in sets.children() {
            self.begin(set, false);
            let name = set.key().into_owned();
            if set.kind() == Kind::String && Head::KEYS.contains(&name.as_str()) {
                self.unknown_key(set, &[], "`[sets]`");
                continue;
            }
            let choices = self.choices(set);
            let texts = choices.iter().map(|choice| choice.text.as_str());
            if !self.spoiled
                && let Some((at, before)) = repeated(texts)
            {
                self.repeated_choice(set, at, before);
            }
            if !self.spoiled && choices.is_empty() {
                self.too_few(set, "a set needs choices");
            }
            self.sets.insert(name, (!self.spoiled).then_some(choices));
        }
    }

    /// Counts choices that were drawn from sets; false when there are too many in all.
    pub(super) fn may_draw(&mut self, choices: usize) -> bool {
        self.drawn = self.drawn.saturating_add(choices);
        self.drawn <= DRAWN_LIMIT
    }

    /// Reads `[[pools]]`.
    pub(super) fn lower_pools(&mut self, keys: &Head<'t, 'i>) -> Vec<Pool> {
        if keys.pools.is_none() {
            return Vec::new();
        }
        let tags = tag_counts(keys.questions);
        let mut seen = HashMap::new();
        let mut pools: Vec<Pool> = Vec::new();
        for table in self.tables(keys.pools, "pools") {
            self.begin(table, false);
            let mut unknown = Vec::new();
            let fields = PoolKeys::of(table, |key| unknown.push(key));
            for key in unknown {
                self.unknown_key(key, PoolKeys::KEYS, "a pool");
            }
            if fields.tag.is_none() {
                self.missing(table.span(), "tag", "this pool", "tag = \"..\"");
            }
            if fields.pick.is_none() {
                self.missing(table.span(), "pick", "this pool", "pick = 2");
            }
            let tag = self.opt_line(fields.tag);
            let pick = fields.pick.and_then(|pick| self.count(pick));
            let (Some(tag), Some(tag_value)) = (tag, fields.tag) else {
                continue;
            };
            if let Some(before) = seen.insert(tag.clone(), tag_value.span()) {
                self.fault(
                    Diagnostic::new(
                        &codes::POOL_DUPLICATE,
                        tag_value.span(),
                        format!("the tag `{}` has a pool already", shown(&tag)),
                    )
                    .related(before, "the other pool")
                    .help("keep one of the two"),
                );
            }
            let (Some(pick), Some(pick_value)) = (pick, fields.pick) else {
                continue;
            };
            let supply = tags.get(&tag).copied().unwrap_or(0);
            if pick > supply {
                let close = crate::text::closest(&tag, tags.keys().map(String::as_str));
                let help = match close {
                    Some(close) if supply == 0 => format!("did you mean the tag `{close}`?"),
                    _ => "lower `pick`, or tag more questions".to_owned(),
                };
                let at = if supply == 0 {
                    tag_value.span()
                } else {
                    pick_value.span()
                };
                self.fault(
                    Diagnostic::new(
                        &codes::POOL_TOO_SMALL,
                        at,
                        format!(
                            "the pool takes {pick} of the questions tagged `{}`, and there {} {supply}",
                            shown(&tag),
                            if supply == 1 { "is" } else { "are" }
                        ),
                    )
                    .help(help),
                );
            }
            if !self.spoiled {
                pools.push(Pool { tag, pick });
            }
        }
        pools
    }
}

/// How many questions of the file have each tag, those with faults counted: a fault elsewhere is no fault of a pool.
fn tag_counts(questions: Option<Value<'_, '_>>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let tables = questions.into_iter().flat_map(Value::children);
    for tags in tables.filter_map(|table| table.get("tags")) {
        let mut own: Vec<_> = tags.children().map(Value::text).collect();
        own.sort_unstable();
        own.dedup();
        for tag in own {
            *counts.entry(tag.into_owned()).or_default() += 1;
        }
    }
    counts
}

/// Names that Windows keeps for devices, with any extension.
fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    let device = |name: &str| stem.eq_ignore_ascii_case(name);
    let numbered = |name: &str| {
        stem.len() == 4
            && stem
                .get(..3)
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
            && stem.ends_with(|c: char| c.is_ascii_digit() && c != '0')
    };
    ["con", "prn", "aux", "nul"].into_iter().any(device)
        || ["com", "lpt"].into_iter().any(numbered)
        || part.ends_with(['.', ' '])
}
