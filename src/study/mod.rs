//! What to ask again, and when: responses become memory states by FSRS-6, states become a plan. A pure fold over rows;
//! no clock, no store: time and history come in as arguments.

mod choose;
mod day;
mod event;
mod fit;
mod memory;
mod reply;
mod schedule;
mod standing;

pub use choose::{Candidate, Chosen, Wish, choose};
pub use day::{Days, begin_of, study_day};
pub use event::{Event, What};
pub use fit::{FIRST_FIT, Reviewed, fit, log_loss, milestone};
pub use memory::{Grade, Memory, Model, RETENTION};
pub use reply::{Reply, Reset, grade, replies};
pub use schedule::{Item, Schedule, arrange, counts, only};
pub use standing::{Standing, standing};
