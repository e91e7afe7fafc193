//! Where packs are: finding, opening and copying them, with their articles.
