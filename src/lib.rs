//! Checks a coproduction charter against records of what was done with parents, carers, children
//! and young people.
//!
//! Records, and all else that knows nothing of charters, are in packages of their own, under
//! `crates/`. Here, the layers,
//! each importing only from those above it:
//!
//! - by what a report is known again: `report_format`; what of the machine may go wrong: files that
//!   somebody saves ([`steady`]), threads ([`threads`]), memory ([`memory`])
//! - what was promised: [`rules`], [`charter`]
//! - the engine: [`audit`], a charter's own examples: [`examples`], and what is only proposed:
//!   [`plan`]
//! - edges, still pure: [`report`] decides what is said, [`render`] gives bytes out, [`asking`] asks
//!   what a column means, [`start`] makes a folder to begin with
//!
//! The library touches neither disk nor clock: files come in as bytes, the as-of date as an
//! argument.

pub mod asking;
pub mod audit;
pub mod charter;
pub mod clock;
pub mod examples;
pub mod memory;
pub mod plan;
pub mod render;
pub mod report;
mod report_format;
pub mod rules;
pub mod start;
pub mod steady;
pub mod threads;
