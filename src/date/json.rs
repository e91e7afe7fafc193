//! A date as JSON has it (DESIGN, section 4, `timeline`).

use serde::Serialize;

use super::{display::iso, moment::Moment, unit::Length, when::When};

/// The fields of a date in JSON; null where nothing is known or the end is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhenJson {
    /// `moment` or `span`.
    pub kind: &'static str,
    /// Its normal form.
    pub display: String,
    /// First day, `YYYY-MM-DD` with an astronomical year; of a span the first of its start.
    pub earliest: Option<String>,
    /// Last day; of a span the last of its end.
    pub latest: Option<String>,
    /// The precision's name; null for a span.
    pub precision: Option<&'static str>,
    /// Whether it, or an end of it, is rough.
    pub approx: bool,
    /// Whether its source, or that of an end of it, is doubtful.
    pub uncertain: bool,
    /// How far either bound may be off: `3d`, `1m`, `50y`.
    pub pad: Option<String>,
    /// The time of day, `HH:MM` or `HH:MM:SS`.
    pub time: Option<String>,
    /// The date as EDTF.
    pub edtf: Option<String>,
    /// When a span began.
    pub start: Option<Box<WhenJson>>,
    /// When a span ended.
    pub end: Option<Box<WhenJson>>,
}

impl When {
    /// Its fields in JSON.
    #[must_use]
    pub fn json(&self) -> WhenJson {
        match self {
            Self::Moment(moment) => moment.json(),
            Self::Span { start, end } => {
                let part = |end: &Option<Moment>| end.as_ref().map(|m| Box::new(m.json()));
                WhenJson {
                    kind: "span",
                    display: self.to_string(),
                    earliest: iso(start.as_ref().and_then(Moment::earliest)),
                    latest: iso(end.as_ref().and_then(Moment::latest)),
                    precision: None,
                    approx: self.approx(),
                    uncertain: self.uncertain(),
                    pad: None,
                    time: None,
                    edtf: self.edtf(),
                    start: part(start),
                    end: part(end),
                }
            }
        }
    }
}

impl Moment {
    fn json(&self) -> WhenJson {
        WhenJson {
            kind: "moment",
            display: self.to_string(),
            earliest: iso(self.earliest()),
            latest: iso(self.latest()),
            precision: Some(self.precision().name()),
            approx: self.approx(),
            uncertain: self.uncertain(),
            pad: self.pad().map(Length::short),
            time: self.time().map(|time| time.to_string()),
            edtf: self.edtf(),
            start: None,
            end: None,
        }
    }
}
