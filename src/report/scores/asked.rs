//! What an old response was asked, from the content that is kept with it: the kind, and the texts that were presented.

use serde_json::Value;

/// The kind of the question and the presented texts; none where the content does not tell.
pub(super) fn asked(content: &str, presented: &[u32]) -> Option<(String, Option<Vec<String>>)> {
    let content: Value = serde_json::from_str(content).ok()?;
    let kind = content.get("kind")?.as_str()?.to_owned();
    if presented.is_empty() {
        return Some((kind, Some(Vec::new())));
    }
    let listed = presentable(&kind, &content);
    let texts = presented
        .iter()
        .map(|&place| listed.get(usize::try_from(place).ok()?).cloned())
        .collect();
    Some((kind, texts))
}

/// The texts that indexes count in, as `pack::Kind::presentable` has them.
fn presentable(kind: &str, content: &Value) -> Vec<String> {
    let field = |name: &str| content.get(name).unwrap_or(&Value::Null);
    let mut listed = Vec::new();
    match kind {
        "choice" => listed.extend(text(field("answer"))),
        "multiple" => listed.extend(texts(field("answers"))),
        "ordering" => listed.extend(texts(field("items"))),
        "matching" => {
            let pairs = field("pairs").as_array().map_or(&[][..], Vec::as_slice);
            listed.extend(pairs.iter().filter_map(|pair| text(pair.get(1)?)));
        }
        _ => {}
    }
    listed.extend(texts(field("distractors")));
    listed
}

/// The texts of a list, or of the list of choices in a map.
fn texts(value: &Value) -> Vec<String> {
    let list = value.get("choices").unwrap_or(value).as_array();
    list.map(|list| list.iter().filter_map(text).collect())
        .unwrap_or_default()
}

/// A text, or the text of a map.
fn text(value: &Value) -> Option<String> {
    Some(value.get("text").unwrap_or(value).as_str()?.to_owned())
}
