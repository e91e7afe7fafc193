//! Names of learners: when two are the same, and what may be one.

use crate::text::{self, fold};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 64;

/// Why a text from outside cannot be a learner's name; none when it can.
#[must_use]
pub fn name_fault(name: &str) -> Option<String> {
    if learner_key(name).is_empty() {
        return Some(String::from("the learner has no name"));
    }
    if let Some((_, _, what)) = text::forbidden(name, false) {
        return Some(format!("the learner's name holds {what}"));
    }
    (name.chars().count() > LONGEST_NAME)
        .then(|| format!("the learner's name is longer than {LONGEST_NAME} characters"))
}

/// What is compared to tell whether two names are the same learner: see [`fold::name`].
#[must_use]
pub fn learner_key(name: &str) -> String {
    fold::name(name)
}

#[cfg(test)]
mod tests {
    use super::{learner_key, name_fault};

    #[test]
    fn a_name_has_letters_to_see_and_an_end() {
        for (name, fine) in [
            ("Ada", true),
            (" Grâce Hopper ", true),
            ("", false),
            (" \t", false),
            ("A\u{1b}[2Jda", false),
            ("A\nda", false),
            ("\u{202e}adA", false),
            (&"a".repeat(65), false),
        ] {
            assert_eq!(name_fault(name).is_none(), fine, "{name:?}");
        }
    }

    #[test]
    fn space_around_and_case_do_not_make_another_learner() {
        for (one, other) in [
            ("Ada", " ada\t"),
            ("Straße", "STRASSE"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ] {
            assert_eq!(learner_key(one), learner_key(other), "{one} and {other}");
        }
        assert_ne!(learner_key("Ada"), learner_key("Ada L"));
    }
}
