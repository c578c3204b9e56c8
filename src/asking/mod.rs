//! Questions for somebody at a terminal, asked and answered through what is handed in.

mod columns;
mod record;

pub use columns::ask;
pub use record::{AskedField, TakesAnswers, ask_fields};
