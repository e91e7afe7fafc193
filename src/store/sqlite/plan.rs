//! A plan as one compact JSON text: its packs listed once, its questions as arrays. A plan of 10,000 questions is a
//! single value, not as many rows.

use serde::{Deserialize, Serialize};

use crate::{
    pack::Id,
    record::{ContentHash, Planned},
};

#[derive(Serialize, Deserialize)]
struct Compact {
    packs: Vec<Id>,
    /// (place in `packs`, question, content, points)
    questions: Vec<(usize, Id, ContentHash, u64)>,
}

/// The packs of a plan, each once, in the order they first stand there.
pub(super) fn packs(plan: &[Planned]) -> Vec<Id> {
    let mut packs: Vec<Id> = Vec::new();
    for planned in plan {
        if packs.last() != Some(&planned.pack) && !packs.contains(&planned.pack) {
            packs.push(planned.pack.clone());
        }
    }
    packs
}

/// The plan as text.
pub(super) fn write(plan: &[Planned]) -> serde_json::Result<String> {
    let packs = packs(plan);
    let mut place = 0;
    let questions = plan
        .iter()
        .map(|planned| {
            if packs.get(place) != Some(&planned.pack) {
                place = packs
                    .iter()
                    .position(|pack| *pack == planned.pack)
                    .unwrap_or_default();
            }
            (
                place,
                planned.question.clone(),
                planned.content.clone(),
                planned.points,
            )
        })
        .collect();
    serde_json::to_string(&Compact { packs, questions })
}

/// The plan of a text.
pub(super) fn read(text: &str) -> serde_json::Result<Vec<Planned>> {
    use serde::de::Error;
    let Compact { packs, questions } = serde_json::from_str(text)?;
    questions
        .into_iter()
        .map(|(place, question, content, points)| {
            let pack = packs
                .get(place)
                .ok_or_else(|| serde_json::Error::custom("a plan names a pack it does not list"))?;
            Ok(Planned {
                pack: pack.clone(),
                question,
                content,
                points,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{packs, read, write};
    use crate::record::sample::{attempt, id};

    #[test]
    fn a_plan_of_several_packs_survives_its_text() {
        let mut plan = attempt(1).plan;
        plan[1].pack = id("sun");
        plan[2].points = u64::MAX;
        assert_eq!(packs(&plan), [id("moon"), id("sun")]);
        assert_eq!(read(&write(&plan).unwrap()).unwrap(), plan);
        assert!(read(&write(&[]).unwrap()).unwrap().is_empty());
    }

    #[test]
    fn a_plan_that_names_no_listed_pack_is_an_error() {
        assert!(read(r#"{"packs":[],"questions":[[0,"a","b",1000]]}"#).is_err());
    }
}
