//! What a session asks from: packs with their articles, and the context that grading needs.

use std::{cell::OnceCell, collections::HashSet};

use crate::{grade::Context, pack::Pack, text::article::Article};

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
        self.context.get_or_init(|| Context {
            language: self.pack.language.clone(),
            vocabulary: HashSet::new(),
        })
    }
}
