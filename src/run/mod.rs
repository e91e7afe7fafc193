//! The loop that joins a session, a user interface and a store: effects out, events in, until the session is over.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    pack::Pack,
    record::{Attempt, ContentHash, Payload, Row},
    session::{Effect, Ending, Event, Intent, Session, View, view::Notice},
    stats,
    store::{Keeper, StoreError, Stored},
    ui::{Interface, UiError},
};

/// What the loop takes from outside and cannot know: clock, identities, editor.
pub trait Outside {
    /// The time now.
    fn now(&self) -> Timestamp;

    /// Milliseconds on a clock that never goes back; only differences mean something.
    fn elapsed_ms(&self) -> u64;

    /// The time zone: an IANA name, else an offset.
    fn zone(&self) -> String;

    /// A new version 7 UUID.
    fn id(&self) -> Uuid;

    /// Opens a pack in an editor, where byte `at` stands, waits, and reads it anew; none when the person would rather
    /// not.
    ///
    /// # Errors
    /// A line that says why the pack cannot be used.
    fn edit(
        &mut self,
        material: usize,
        at: usize,
        ui: &mut dyn Interface,
    ) -> Result<Option<Pack>, String>;
}

/// Why a session could not go on. Whatever was shown as graded is stored.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The interface cannot go on: interrupted, at the end of its input, or broken.
    #[error(transparent)]
    Ui(#[from] UiError),
    /// Neither store nor spool could be written: the verdict was not shown.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Plays a session to its end.
///
/// `rows` is how many rows the attempt already has: new ones are numbered after them.
///
/// # Errors
/// See [`RunError`].
pub fn play(
    session: &mut Session,
    rows: u32,
    ui: &mut dyn Interface,
    keeper: &mut Keeper,
    outside: &mut dyn Outside,
) -> Result<Ending, RunError> {
    let mut seq = rows;
    let mut event = Event::Begin;
    loop {
        let effects = session.apply(event);
        let mut answer = None;
        for effect in effects {
            match effect {
                Effect::Show(view) => ui.show(&view)?,
                Effect::Ask(ask) => {
                    let asked = outside.elapsed_ms();
                    let intent = match ui.ask(&ask) {
                        // Whoever closes the input goes; what was answered is kept.
                        Err(UiError::EndOfInput) => Intent::Quit,
                        asked => asked?,
                    };
                    answer = Some(Event::Intent {
                        intent,
                        elapsed_ms: outside.elapsed_ms().saturating_sub(asked),
                        source: ui.source(),
                    });
                }
                Effect::Record { payload, content } => {
                    seq += 1;
                    let row = row(session.attempt(), seq, payload, outside);
                    let content: Option<(&ContentHash, &str)> =
                        content.as_ref().map(|(hash, json)| (hash, json.as_str()));
                    if let Stored::Spool(Some(error)) = keeper.append(&row, content)? {
                        ui.show(&View::Notice(Notice::Spooled { error }))?;
                    }
                    answer = Some(Event::Recorded(Box::new(row)));
                }
                Effect::Recall => {
                    // A trend is a courtesy: a store that cannot be read must not hide the score.
                    let earlier = earlier(session.attempt(), keeper).unwrap_or_default();
                    answer = Some(Event::Recalled(earlier));
                }
                Effect::Edit { material, at } => {
                    let edited = outside.edit(material, at, ui);
                    answer = Some(Event::Edited(edited.map(|pack| pack.map(Box::new))));
                }
                Effect::Done(ending) => return Ok(ending),
            }
        }
        let Some(next) = answer else {
            // A list of effects always ends with one that is answered; stop rather than spin.
            return Ok(Ending::Quit);
        };
        event = next;
    }
}

fn row(attempt: &Attempt, seq: u32, payload: Payload, outside: &dyn Outside) -> Row {
    Row {
        id: outside.id(),
        attempt: attempt.id,
        seq,
        at: outside.now(),
        zone: outside.zone(),
        payload,
    }
}

/// Percents of this learner's earlier attempts at the whole of the pack, oldest first; none when the attempt asks from
/// several packs.
fn earlier(attempt: &Attempt, keeper: &Keeper) -> Result<Vec<u32>, StoreError> {
    let Some(pack) = attempt.only_pack() else {
        return Ok(Vec::new());
    };
    let mut attempts = keeper.attempts(Some(&attempt.learner), Some(pack))?;
    attempts.retain(|other| other.id != attempt.id);
    Ok(stats::trend(&attempts))
}
