//! The packs that the program brings along.

/// A pack within the program.
#[derive(Debug)]
pub struct BuiltIn {
    /// The name it is looked up by.
    pub stem: &'static str,
    /// Its TOML.
    pub text: &'static str,
    /// Its article: the file's name and its text.
    pub article: (&'static str, &'static str),
}

/// All of them.
pub(super) const ALL: &[BuiltIn] = &[
    BuiltIn {
        stem: "deepseek",
        text: include_str!("../../quizzes/deepseek.toml"),
        article: ("deepseek.md", include_str!("../../quizzes/deepseek.md")),
    },
    BuiltIn {
        stem: "space-race",
        text: include_str!("../../quizzes/space-race.toml"),
        article: ("space-race.md", include_str!("../../quizzes/space-race.md")),
    },
    BuiltIn {
        stem: "ai-milestones",
        text: include_str!("../../quizzes/ai-milestones.toml"),
        article: (
            "ai-milestones.md",
            include_str!("../../quizzes/ai-milestones.md"),
        ),
    },
];
