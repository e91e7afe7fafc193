//! Codes of faults of the article and of passages in it.

super::codes! {
ARTICLE_MISSING "article-missing" Error "\
The article that the pack names cannot be opened. It stands beside the pack, or in a folder below it; the pack is asked \
without it, but passages cannot be shown in their place.

```toml
[article]
file = \"apollo.md\"     # the file apollo.md beside the pack
```"
PASSAGE_WITHOUT_ARTICLE "passage-without-article" Error "\
A question or an event quotes a passage, and the pack names no article that it could stand in.

```toml
[article]
file = \"apollo.md\"
```"
PASSAGE_NOT_FOUND "passage-not-found" Error "\
The passage does not stand in the article. It is compared after dropping Markdown marks, folding spaces and straightening \
quotes and dashes; everything else must be the same, so that what a learner is shown is what the article says. Copy the words from \
the article, or mend the article."
PASSAGE_AMBIGUOUS "passage-ambiguous" Error "\
The passage stands more than once in the article, so it is not clear which place is meant. Quote a few words more."
}
