//! The session: a pure machine that turns intents into rows to record and views to show. No clock, no I/O.

mod draw;
mod material;
pub mod view;

pub use draw::Draw;
pub use material::Material;
pub use view::{Ask, Command, Form, Intent, QuestionView, Sheet, Summary, VerdictView, View};
