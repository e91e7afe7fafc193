//! The session: a pure machine that turns intents into rows to record and views to show. No clock, no I/O.

mod choose;
mod draw;
mod game;
mod intents;
mod machine;
mod material;
mod present;
mod remark;
mod reveal;
mod shown;
mod steps;
mod summary;
#[cfg(test)]
mod tests;
pub mod view;

pub use choose::{History, Past, Place, choose};
pub use draw::Draw;
pub use game::Deal;
pub use machine::{Effect, Ending, Event, Framing, Session};
pub use material::Material;
pub use summary::minutes;
pub use view::{Ask, Command, Form, Intent, QuestionView, Sheet, Summary, VerdictView, View};
