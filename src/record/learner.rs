//! When two names are the same learner.

use crate::text::fold;

/// What is compared to tell whether two names are the same learner: see [`fold::name`].
#[must_use]
pub fn learner_key(name: &str) -> String {
    fold::name(name)
}

#[cfg(test)]
mod tests {
    use super::learner_key;

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
