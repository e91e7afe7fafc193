//! A timeline as JSON, as others may rely on it: its events in list order, each with those that certainly come later.

use std::io::{self, Write};

use serde::Serialize;

use super::json;
use crate::{
    date::{When, WhenJson, definitely_before},
    pack::{Event, Id, Pack},
    timeline::Timeline,
};

/// The version of this shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a Id,
    title: &'a str,
    when: WhenJson,
    begins_before: Vec<&'a Id>,
}

/// Writes the events of a pack as one line of JSON, event by event: of many events each names many.
///
/// # Errors
/// When it cannot be written.
pub fn json(pack: &Pack, out: &mut dyn Write) -> io::Result<()> {
    let timeline = Timeline::of(pack);
    write!(
        out,
        "{{\"version\":{VERSION},\"pack\":{},\"events\":[",
        json::line(&pack.id)?
    )?;
    for (place, entry) in timeline.entries().iter().enumerate() {
        if place > 0 {
            out.write_all(b",")?;
        }
        let event = event(entry.event, &timeline);
        out.write_all(json::line(&event)?.as_bytes())?;
    }
    out.write_all(b"]}\n")?;
    out.flush()
}

fn event<'a>(event: &'a Event, timeline: &Timeline<'a>) -> EventJson<'a> {
    let later = |other: &When| definitely_before(&event.when, other);
    EventJson {
        id: &event.id,
        title: &event.title,
        when: event.when.json(),
        begins_before: timeline
            .entries()
            .iter()
            .filter(|other| later(&other.event.when))
            .map(|other| &other.event.id)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::json;
    use crate::pack;

    fn written(toml: &str) -> Value {
        let reading = pack::read(toml, "p");
        let mut out = Vec::new();
        json(&reading.pack.unwrap(), &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn events_stand_in_order_with_those_that_certainly_come_later() {
        let json = written(
            "format = 1\ntitle = \"T\"\n[[events]]\nid = \"b\"\nwhen = \"1957..1969\"\ntitle = \"B\"\n\
             [[events]]\nid = \"a\"\nwhen = \"c. 44 BCE\"\ntitle = \"A\"\n\
             [[events]]\nid = \"c\"\nwhen = \"October 1957\"\ntitle = \"C\"\n",
        );
        assert_eq!(json["version"], 1);
        assert_eq!(json["pack"], "p");
        let ids: Vec<&Value> = json["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| &e["id"])
            .collect();
        assert_eq!(ids, ["a", "b", "c"]);
        assert_eq!(
            json["events"][0]["begins_before"],
            serde_json::json!(["b", "c"])
        );
        assert_eq!(json["events"][1]["begins_before"], serde_json::json!([]));
        let when = &json["events"][0]["when"];
        assert_eq!(when["kind"], "moment");
        assert_eq!(when["earliest"], "-0043-01-01");
        assert_eq!(when["pad"], "1y");
        assert_eq!(json["events"][1]["when"]["kind"], "span");
        assert_eq!(json["events"][1]["when"]["start"]["earliest"], "1957-01-01");
    }
}
