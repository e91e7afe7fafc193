//! Small pieces of TOML offered to an author, as TOML 1.0.

use super::{Kind, Question};

/// A patch that makes a typed answer count as right: the question's whole `accept` list with it at the end. None for
/// kinds that have no such list, and when it is there already.
#[must_use]
pub fn accept_patch(question: &Question, typed: &str) -> Option<String> {
    let Kind::ShortAnswer { answer, accept, .. } = &question.kind else {
        return None;
    };
    let typed = typed.trim();
    let mut accepted: Vec<&str> = accept.iter().map(|choice| choice.text.as_str()).collect();
    if typed.is_empty() || answer.text == typed || accepted.contains(&typed) {
        return None;
    }
    accepted.push(typed);
    let list = toml::Value::from(accepted);
    Some(format!("# in question `{}`\naccept = {list}", question.id))
}

#[cfg(test)]
mod tests {
    use super::accept_patch;
    use crate::pack;

    #[test]
    fn the_patch_keeps_what_was_accepted_and_quotes_what_was_typed() {
        let text = "format = 1\nid = \"p\"\ntitle = \"P\"\n[[questions]]\nid = \"q\"\nkind = \"short-answer\"\nprompt = \"Who?\"\nanswer = \"Ann\"\naccept = [\"Anne\"]\n";
        let pack = pack::read(text, "p").pack.unwrap();
        let question = &pack.questions[0];
        assert_eq!(
            accept_patch(question, " Anna \"A\" ").as_deref(),
            Some("# in question `q`\naccept = [\"Anne\", 'Anna \"A\"']")
        );
        assert_eq!(accept_patch(question, "Anne"), None);
        assert_eq!(accept_patch(question, "Ann"), None);
    }
}
