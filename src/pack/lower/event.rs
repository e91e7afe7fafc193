//! Events and eras.

use super::{
    Lowering, Named,
    keys::{EraKeys, EventKeys, Head},
};
use crate::{
    date::{When, reads_as_present},
    diagnostic::Diagnostic,
    pack::{
        Era, Event, Id, codes,
        findings::shown,
        tree::{Kind, Value},
    },
};

impl<'t, 'i> Lowering<'t, 'i> {
    /// Reads `[[events]]`; gives how many there are, those with faults counted.
    pub(super) fn lower_events(&mut self, keys: &Head<'t, 'i>) -> usize {
        let tables = self.tables(keys.events, "events");
        let tables = self.within_limit(tables, "events");
        let count = tables.len();
        self.events.reserve(count);
        for (named, faulty) in self.ids(tables, &["title"]) {
            self.begin(named.table, faulty);
            let event = self.event(&named);
            let Some(id) = named.id else { continue };
            let place = event.filter(|_| !self.spoiled).map(|event| {
                self.events.push(event);
                self.events.len() - 1
            });
            self.event_ids.insert(id, place);
        }
        count
    }

    fn event(&mut self, named: &Named<'t, 'i>) -> Option<Event> {
        let table = named.table;
        let mut unknown = Vec::new();
        let keys = EventKeys::of(table, |key| unknown.push(key));
        for key in unknown {
            self.unknown_key(key, EventKeys::KEYS, "an event");
        }
        if keys.title.is_none() {
            self.missing(table.span(), "title", "this event", "title = \"..\"");
        }
        let title = self.opt_line(keys.title);
        let when = self.span_of_time(keys.when, keys.until, table, "when");
        let detail = self.opt_lines(keys.detail);
        let passage = self.passage(keys.passage);
        let source = self.opt_line(keys.source);
        let tags = self.texts(keys.tags, false);
        Some(Event {
            id: named.id.clone()?,
            when: when?,
            title: title?,
            detail,
            passage,
            source,
            tags,
        })
    }

    /// `when` and `until`, which may be `"present"`.
    fn span_of_time(
        &mut self,
        when: Option<Value<'t, 'i>>,
        until: Option<Value<'t, 'i>>,
        table: Value<'t, 'i>,
        key: &str,
    ) -> Option<When> {
        let Some(value) = when else {
            self.missing(table.span(), key, "this event", "when = 1969-07-20");
            return None;
        };
        let start = self.when(value);
        let Some(end) = until else {
            return start;
        };
        let lasts = end.kind() == Kind::String && reads_as_present(&end.text());
        let last = if lasts { None } else { Some(self.when(end)?) };
        match start?.until(last) {
            Ok(when) => Some(when),
            Err(refusal) => {
                self.refused(end, &refusal);
                None
            }
        }
    }

    /// A quotation from the article; its place is kept for holding it against the article.
    pub(super) fn passage(&mut self, value: Option<Value<'t, 'i>>) -> Option<String> {
        let value = value?;
        let passage = self.lines(value)?;
        self.passages.push(value.span());
        Some(passage)
    }

    /// Reads `[[eras]]`.
    pub(super) fn lower_eras(&mut self, keys: &Head<'t, 'i>) -> Vec<Era> {
        let mut eras = Vec::new();
        for table in self.tables(keys.eras, "eras") {
            self.begin(table, false);
            let mut unknown = Vec::new();
            let keys = EraKeys::of(table, |key| unknown.push(key));
            for key in unknown {
                self.unknown_key(key, EraKeys::KEYS, "an era");
            }
            if keys.title.is_none() {
                self.missing(table.span(), "title", "this era", "title = \"..\"");
            }
            if keys.from.is_none() {
                self.missing(table.span(), "from", "this era", "from = 1957");
            }
            let title = self.opt_line(keys.title);
            let from = keys.from.and_then(|from| self.when(from));
            let lasts =
                |to: &Value<'t, 'i>| to.kind() == Kind::String && reads_as_present(&to.text());
            let to = keys.to.filter(|to| !lasts(to));
            let to = to.and_then(|value| Some((value, self.when(value)?)));
            if let (Some(from), Some((value, to))) = (&from, &to)
                && let Err(refusal) = from.clone().until(Some(to.clone()))
            {
                self.refused(*value, &refusal);
            }
            if let (Some(title), Some(from), false) = (title, from, self.spoiled) {
                let to = to.map(|(_, to)| to);
                eras.push(Era { title, from, to });
            }
        }
        eras
    }

    /// The event that a question names: its place among the events, and its id.
    pub(super) fn event_of(&mut self, value: Value<'t, 'i>) -> Option<(usize, Id)> {
        let name = self.line(value)?;
        let known = Id::new(&name).and_then(|id| self.event_ids.get_key_value(&id));
        match known {
            Some((id, Some(at))) => Some((*at, id.clone())),
            Some((_, None)) => {
                // The event's own faults have been reported.
                self.spoiled = true;
                None
            }
            None => {
                let ids = self.event_ids.keys().map(Id::as_str);
                let close = crate::text::closest(&name, ids).map(str::to_owned);
                let mut diagnostic = Diagnostic::new(
                    &codes::UNKNOWN_EVENT,
                    value.span(),
                    format!("the pack has no event `{}`", shown(&name)),
                );
                diagnostic = match close {
                    Some(close) => diagnostic
                        .help(format!("did you mean `{close}`?"))
                        .fix(value.span(), format!("\"{close}\"")),
                    None => diagnostic.help("an event is named by its `id`"),
                };
                self.fault(diagnostic);
                None
            }
        }
    }
}
