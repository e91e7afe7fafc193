//! What a session asks from: packs with their articles, and the context that grading needs.

use std::cell::OnceCell;

use crate::{
    grade::Context,
    pack::{Kind, Pack, Part},
    text::article::Article,
};

/// A pack with its article, ready to be asked from.
#[derive(Debug)]
pub struct Material {
    /// The pack.
    pub pack: Pack,
    /// Its article, if there is one that could be read.
    pub article: Option<Article>,
    context: OnceCell<Context>,
}

impl Material {
    /// A pack with its article.
    #[must_use]
    pub fn new(pack: Pack, article: Option<Article>) -> Self {
        Self {
            pack,
            article,
            context: OnceCell::new(),
        }
    }

    /// The context for grading, made when it is first needed: a choice needs no vocabulary.
    pub fn context(&self) -> &Context {
        self.context.get_or_init(|| {
            let article = self.article.iter().flat_map(Article::words);
            let language = &self.pack.language;
            Context::new(language, article.chain(texts(&self.pack)))
        })
    }
}

/// Every text of a pack that may name something which a slip must not become.
fn texts(pack: &Pack) -> impl Iterator<Item = &str> {
    let questions = pack.questions.iter().flat_map(|question| {
        let typed = match &question.kind {
            Kind::ShortAnswer {
                answer,
                accept,
                distractors,
                ..
            } => std::iter::once(answer)
                .chain(accept)
                .chain(distractors)
                .map(|choice| choice.text.as_str())
                .collect(),
            Kind::Cloze { parts } => parts.iter().flat_map(words).collect(),
            _ => question.presentable(),
        };
        typed
            .into_iter()
            .chain([question.prompt.as_str()])
            .chain(question.explanation.as_deref())
            .chain(question.hints.iter().map(String::as_str))
    });
    let events = pack.events.iter().flat_map(|event| {
        [event.title.as_str()]
            .into_iter()
            .chain(event.detail.as_deref())
    });
    questions.chain(events)
}

fn words(part: &Part) -> Vec<&str> {
    match part {
        Part::Text(text) => vec![text],
        Part::Gap(gap) => gap.alternatives.iter().map(String::as_str).collect(),
    }
}
