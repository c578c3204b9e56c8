//! What is known of an engagement before it is held: what it would clash with, what would be too late
//! for it, and which other times would be better.

mod day;
mod draft;
mod planner;
mod proposal;
mod search;

pub use day::{AtSchool, Neighbour, NotWorking};
pub use draft::{Draft, needed};
pub use planner::{Choice, Planner, Slot, StillToDo, TooLate};
pub use proposal::Proposal;
pub use search::{Search, best_first};
