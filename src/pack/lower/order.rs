//! Orderings and matchings.

use super::{Lowering, dated, keys::QuestionKeys, same::repeated};
use crate::{
    diagnostic::{Diagnostic, Span},
    pack::{
        Item, Kind as Asked, codes,
        findings::shown,
        tree::{Kind, Value},
    },
};

/// The most items, or pairs, of one question: nobody sorts more, and pairs grow with their square.
const LARGEST: usize = 100;

impl<'t, 'i> Lowering<'t, 'i> {
    pub(super) fn ordering(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        let (list, (items, faulty)) = match (keys.items, keys.events) {
            (Some(items), None) => (items, self.alone(|this| this.items(items))),
            (None, Some(events)) => (events, self.alone(|this| this.event_items(events))),
            (Some(_), Some(events)) => {
                self.fault(
                    Diagnostic::new(
                        &codes::FOREIGN_KEY,
                        events.key_span(),
                        "an ordering has `items` or `events`, not both",
                    )
                    .help("delete one of the two"),
                );
                return None;
            }
            (None, None) => {
                self.missing(
                    header,
                    "items",
                    "this ordering",
                    "items = [\"first\", \"second\"]",
                );
                return None;
            }
        };
        if faulty {
            return None;
        }
        self.of_size(
            list,
            items.len(),
            "an ordering needs two items to put in order",
        );
        if let Some((at, before)) = repeated(items.iter().map(|item| item.text.as_str())) {
            self.repeated_choice(list, at, before);
        } else if keys.events.is_some() {
            self.decidable(list, &items);
        }
        Some(Asked::Ordering { items })
    }

    fn of_size(&mut self, list: Value<'t, 'i>, size: usize, few: &str) {
        if size < 2 {
            self.too_few(list, few);
        } else if size > LARGEST {
            let message =
                format!("{size} entries are more than {LARGEST}, the most that a question takes");
            self.fault(
                Diagnostic::new(&codes::TOO_LARGE, list.span(), message)
                    .help("make several questions of it"),
            );
        }
    }

    fn items(&mut self, list: Value<'t, 'i>) -> Vec<Item> {
        let elements = self
            .list(list, "[\"first\", \"second\"]")
            .unwrap_or_default();
        let mut items = Vec::with_capacity(elements.len());
        for element in elements {
            let text = match element.kind() {
                Kind::Integer | Kind::Float | Kind::Date => Some(element.raw().to_owned()),
                _ => self.lines(element),
            };
            items.extend(text.map(|text| Item { text, event: None }));
        }
        items
    }

    fn event_items(&mut self, list: Value<'t, 'i>) -> Vec<Item> {
        let elements = self.list(list, "[\"id\", \"id\"]").unwrap_or_default();
        let mut items = Vec::with_capacity(elements.len());
        for element in elements {
            items.extend(self.event_of(element).map(|(at, id)| {
                let event = &self.events[at];
                Item {
                    text: event.title.clone(),
                    event: Some((id, event.when.clone())),
                }
            }));
        }
        items
    }

    /// Reports events whose order can mostly not be told.
    fn decidable(&mut self, list: Value<'t, 'i>, items: &[Item]) {
        let whens: Vec<_> = items
            .iter()
            .filter_map(|item| item.event.as_ref().map(|(_, when)| when))
            .collect();
        let pairs = whens.len() * whens.len().saturating_sub(1) / 2;
        let mut open = 0;
        let mut reversed = None;
        for (at, later) in whens.iter().enumerate() {
            for (before, earlier) in whens[..at].iter().enumerate() {
                match dated::before(earlier, later) {
                    None => open += 1,
                    Some(false) if reversed.is_none() => reversed = Some((before, at)),
                    Some(_) => {}
                }
            }
        }
        if let Some((before, at)) = reversed {
            let place = |index| list.children().nth(index).map_or(list.span(), Value::span);
            self.fault(
                Diagnostic::new(
                    &codes::REVERSED,
                    place(at),
                    format!(
                        "`{}` was before `{}`",
                        shown(&items[at].text),
                        shown(&items[before].text)
                    ),
                )
                .label("the earlier one")
                .related(place(before), "the later one stands before it")
                .help("list the events in the order in which they happened"),
            );
        } else if open * 3 > pairs {
            self.fault(
                Diagnostic::new(
                    &codes::UNDECIDABLE_ORDER,
                    list.span(),
                    format!(
                        "the dates of {open} of {pairs} pairs overlap: their order cannot be told"
                    ),
                )
                .help("use events that lie further apart, or give their dates more exactly"),
            );
        }
    }

    pub(super) fn matching(&mut self, keys: &QuestionKeys<'t, 'i>, header: Span) -> Option<Asked> {
        let Some(list) = keys.pairs else {
            self.missing(
                header,
                "pairs",
                "this matching",
                "pairs = [[\"left\", \"right\"], ..]",
            );
            return None;
        };
        let (pairs, faulty) = self.alone(|this| this.pairs(list));
        let (distractors, wrong) = self.alone(|this| this.opt_choices(keys.distractors));
        if faulty || wrong {
            return None;
        }
        self.of_size(list, pairs.len(), "a matching needs two pairs");
        if let Some((at, before)) = repeated(pairs.iter().map(|(left, _)| left.as_str())) {
            self.repeated_choice(list, at, before);
        }
        if let Some(value) = keys.distractors {
            let rights: Vec<_> = pairs
                .iter()
                .map(|(_, right)| crate::pack::Choice {
                    text: right.clone(),
                    feedback: None,
                })
                .collect();
            if let Some((at, before)) = repeated(distractors.iter().map(|d| d.text.as_str())) {
                self.repeated_choice(value, at, before);
            }
            self.answer_among(value, &distractors, &rights, Some(list));
        }
        Some(Asked::Matching { pairs, distractors })
    }

    fn pairs(&mut self, list: Value<'t, 'i>) -> Vec<(String, String)> {
        let elements = self.list(list, "[[\"left\", \"right\"], ..]");
        let elements = elements.unwrap_or_default();
        let mut pairs = Vec::with_capacity(elements.len());
        for element in elements {
            pairs.extend(self.pair(element));
        }
        pairs
    }

    fn pair(&mut self, pair: Value<'t, 'i>) -> Option<(String, String)> {
        let sides = self.list(pair, "[\"left\", \"right\"]")?;
        let [left, right] = sides.as_slice() else {
            let message = format!("a pair has two sides, this one has {}", sides.len());
            self.fault(
                Diagnostic::new(&codes::WRONG_TYPE, pair.span(), message)
                    .help("write `[\"left\", \"right\"]`"),
            );
            return None;
        };
        let mut side = |value: Value<'t, 'i>| match value.kind() {
            Kind::Integer | Kind::Float | Kind::Date => Some(value.raw().to_owned()),
            _ => self.lines(value),
        };
        let (left, right) = (side(*left), side(*right));
        Some((left?, right?))
    }
}
