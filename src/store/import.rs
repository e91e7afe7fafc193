//! Taking in an exported log: line by line in bounded memory, all of a log in one transaction. What a line says is
//! checked before it gets anywhere; what cannot be taken is told with its line, and never changes what is there.

use std::io::{self, BufRead};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Sqlite, StoreError, sqlite::Importing};
use crate::{
    pack,
    record::{Attempt, Line, Lines, Piece, Row, name_fault},
    text,
};

/// What was taken in from a log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Attempts that were new.
    pub attempts: usize,
    /// Rows that were new.
    pub rows: usize,
    /// Rows that were here already.
    pub known: usize,
    /// Lines that were left out.
    pub left_out: usize,
    /// New rows dated more than a day after now: the clock of a machine was wrong.
    pub future: usize,
}

/// Why a line was left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The last line, without its end.
    #[error("the last line is cut off; export the log again to have it whole")]
    CutOff,
    /// More than is looked at.
    #[error("the line is longer than 64 MiB")]
    TooLong,
    /// Bytes.
    #[error("the line is not UTF-8 text")]
    NotText,
    /// No record.
    #[error("not a line of a log: {0}")]
    Unreadable(String),
    /// A field that cannot be what it says.
    #[error("{0}")]
    Field(String),
    /// Another attempt with this identity is here.
    #[error("attempt `{0}` is here already and is another one; the one that is here stays")]
    OtherAttempt(Uuid),
    /// A row of an attempt that could not be taken.
    #[error("the row belongs to attempt `{0}`, which was left out")]
    RefusedAttempt(Uuid),
    /// A row of an attempt that is nowhere.
    #[error("the row belongs to attempt `{0}`, which is neither here nor on a line before")]
    NoAttempt(Uuid),
    /// Another row with this identity is here.
    #[error("row `{0}` is here already and says something else; the one that is here stays")]
    OtherRow(Uuid),
    /// Another row has this number.
    #[error(
        "row {seq} of attempt `{attempt}` is here already and is another one; the one that is here stays"
    )]
    Taken {
        /// The attempt.
        attempt: Uuid,
        /// The number.
        seq: u32,
    },
}

/// Why nothing of a log was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Written by a newer quizline.
    #[error(
        "the log was written by a newer quizline (its version is {found}, this one knows up to {known}); install the newer quizline"
    )]
    Newer {
        /// Its version.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// It could not be read to its end.
    #[error("{0}")]
    Read(#[from] io::Error),
    /// The store could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    New,
    Known,
}

impl Sqlite {
    /// Takes in a log: all that can be, or nothing when this fails. `tell` hears of every line that is left out, with
    /// its number.
    ///
    /// # Errors
    /// See [`ImportError`].
    pub fn import(
        &mut self,
        log: impl BufRead,
        now: Timestamp,
        tell: &mut dyn FnMut(u64, &Refusal),
    ) -> Result<Imported, ImportError> {
        let mut lines = Lines::new(log);
        let mut imported = Imported::default();
        let soon = now
            .saturating_add(SignedDuration::from_hours(24))
            .unwrap_or(now);
        // Others write to the store while a slow pipe has not begun.
        let mut importing: Option<Importing<'_>> = None;
        let mut store = Some(self);
        while let Some(piece) = lines.next_piece()? {
            let read = read(piece);
            if let Some(store) = store.take() {
                importing = Some(store.begin_import()?);
            }
            let Some(importing) = &mut importing else {
                break;
            };
            let done = match read {
                Err(refusal) => Err(refusal),
                Ok(Line::Log { version }) if version > Line::VERSION => {
                    return Err(ImportError::Newer {
                        found: version,
                        known: Line::VERSION,
                    });
                }
                Ok(Line::Log { .. }) => Ok(()),
                Ok(Line::Content { hash, json }) => {
                    if pack::content_hash(&json) == hash.0 {
                        importing.content((&hash, &json))?;
                        Ok(())
                    } else {
                        Err(Refusal::Field(format!(
                            "the content is not the one of its hash `{}`",
                            text::clean_line(&hash.0)
                        )))
                    }
                }
                Ok(Line::Attempt(attempt)) => match attempt_fault(&attempt) {
                    Some(fault) => {
                        importing.refuse(attempt.id);
                        Err(Refusal::Field(fault))
                    }
                    None => importing.attempt(&attempt)?.map(|taken| {
                        imported.attempts += usize::from(taken == Taken::New);
                    }),
                },
                Ok(Line::Row(row)) => match row_fault(&row) {
                    Some(fault) => Err(Refusal::Field(fault)),
                    None => importing.row(&row)?.map(|taken| {
                        let new = taken == Taken::New;
                        imported.rows += usize::from(new);
                        imported.known += usize::from(!new);
                        imported.future += usize::from(new && row.at > soon);
                    }),
                },
            };
            if let Err(refusal) = done {
                imported.left_out += 1;
                tell(lines.number(), &refusal);
            }
        }
        if let Some(importing) = importing {
            importing.commit()?;
        }
        Ok(imported)
    }
}

fn read(piece: Piece<'_>) -> Result<Line<'static>, Refusal> {
    match piece {
        Piece::TooLong => Err(Refusal::TooLong),
        Piece::NotText => Err(Refusal::NotText),
        Piece::Line(line) => Line::read(line).map_err(|error| unreadable(&error)),
        Piece::Last(line) => Line::read(line).map_err(|error| {
            if error.is_eof() {
                Refusal::CutOff
            } else {
                unreadable(&error)
            }
        }),
    }
}

/// What a reader of JSON says, with the column alone: the line is told beside it.
fn unreadable(error: &serde_json::Error) -> Refusal {
    let said = error.to_string();
    let said = match said.rfind(" at line 1 column ") {
        Some(at) => {
            let column = &said[at + " at line 1 column ".len()..];
            format!("{} (column {column})", &said[..at])
        }
        None => said,
    };
    let said: String = text::clean_line(&said).chars().take(300).collect();
    Refusal::Unreadable(said)
}

/// The longest name of a time zone, in characters.
const LONGEST_ZONE: usize = 100;

fn zone_fault(zone: &str) -> Option<String> {
    let fine = text::forbidden(zone, false).is_none() && zone.chars().count() <= LONGEST_ZONE;
    (!fine).then(|| String::from("the name of the time zone cannot be one"))
}

fn attempt_fault(attempt: &Attempt) -> Option<String> {
    let worthless = || {
        let place = attempt
            .plan
            .iter()
            .position(|planned| planned.points == 0)?;
        Some(format!(
            "question {} of the plan is worth 0 points",
            place + 1
        ))
    };
    name_fault(&attempt.learner)
        .or_else(|| zone_fault(&attempt.zone))
        .or_else(worthless)
}

fn row_fault(row: &Row) -> Option<String> {
    let unnumbered = || (row.seq == 0).then(|| String::from("rows are numbered from 1"));
    zone_fault(&row.zone).or_else(unnumbered)
}
