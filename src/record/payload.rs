//! The two columns that a payload takes in a store: the name of its kind, and its content as JSON.

use super::Payload;

impl Payload {
    /// The kebab-case name of its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Answer(_) => "answer",
            Self::Skip { .. } => "skip",
            Self::Undo { .. } => "undo",
            Self::Override { .. } => "override",
            Self::SelfGrade { .. } => "self-grade",
            Self::Flag { .. } => "flag",
            Self::Regrade { .. } => "regrade",
            Self::Void { .. } => "void",
            Self::Reset { .. } => "reset",
            Self::Finish => "finish",
        }
    }

    /// Its content as JSON; `null` where the kind says it all.
    ///
    /// # Errors
    /// None that a payload built by this program could cause.
    pub fn body(&self) -> serde_json::Result<String> {
        let mut whole = serde_json::to_value(self)?;
        Ok(whole
            .get_mut("payload")
            .map(serde_json::Value::take)
            .unwrap_or_default()
            .to_string())
    }

    /// The payload of a kind and its content; unknown fields are ignored.
    ///
    /// # Errors
    /// When the kind is unknown or the content does not fit it.
    pub fn parse(kind: &str, body: &str) -> serde_json::Result<Self> {
        if kind == "finish" {
            return Ok(Self::Finish);
        }
        let kind = serde_json::to_string(kind)?;
        serde_json::from_str(&format!(r#"{{"kind":{kind},"payload":{body}}}"#))
    }
}

#[cfg(test)]
mod tests {
    use crate::record::{Payload, sample};

    #[test]
    fn every_kind_survives_its_columns() {
        for payload in sample::payloads() {
            let (kind, body) = (payload.kind(), payload.body().unwrap());
            assert_eq!(
                Payload::parse(kind, &body).unwrap(),
                payload,
                "{kind} {body}"
            );
            let whole = serde_json::to_value(&payload).unwrap();
            assert_eq!(
                whole["kind"], kind,
                "the name is the one that JSON Lines have"
            );
        }
    }

    #[test]
    fn unknown_fields_are_ignored_and_unknown_kinds_are_not() {
        assert_eq!(
            Payload::parse("skip", r#"{"index": 3, "mood": "glad"}"#).unwrap(),
            Payload::Skip { index: 3 }
        );
        assert!(Payload::parse("sk\"ip", "{}").is_err());
        assert!(Payload::parse("answer", "{}").is_err());
    }
}
