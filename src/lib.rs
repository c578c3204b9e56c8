//! Checks a coproduction charter against records of what was done with parents, carers, children
//! and young people.
//!
//! What knows nothing of charters is in packages of its own, under `crates/`. Here, the layers,
//! each importing only from those above it:
//!
//! - how far a long run is: [`progress`]; by what a report is known again: `report_format`; a
//!   mapping read field by field: [`fields`]
//! - what it means: [`record`], [`expression`], [`rules`], [`charter`]
//! - the engine: [`audit`], and a charter's own examples: [`examples`]
//! - edges, still pure: [`read`] takes bytes in, [`report`] decides what is said, [`render`] gives
//!   bytes out
//!
//! The library touches neither disk nor clock: files come in as bytes, the as-of date as an
//! argument.

pub mod audit;
pub mod charter;
pub mod convert;
pub mod examples;
pub mod expression;
pub mod fields;
pub mod progress;
pub mod read;
pub mod record;
pub mod render;
pub mod report;
mod report_format;
pub mod rules;
