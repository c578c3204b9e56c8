//! Tests a coproduction charter against the work really done with parents, carers, children and
//! young people.
//!
//! The layers, each importing only from those above it:
//!
//! - places, days and words: [`source`], [`calendar`], [`words`], [`progress`], [`identify`],
//!   [`mask`]
//! - what is written: [`diagnostic`], [`tree`], [`fields`]
//! - what it means: [`record`], [`expression`], [`rules`], [`charter`]
//! - the engine: [`audit`], and a charter's own examples: [`trial`]
//! - edges, still pure: [`read`] takes bytes in, [`report`] decides what is said, [`render`] gives
//!   bytes out
//!
//! The library touches neither disk nor clock: files come in as bytes, the as-of date as an
//! argument.

pub mod audit;
pub mod calendar;
pub mod charter;
pub mod convert;
pub mod diagnostic;
pub mod expression;
pub mod fields;
pub mod identify;
pub mod mask;
pub mod progress;
pub mod read;
pub mod record;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
mod stand_in;
pub mod tree;
pub mod trial;
pub mod words;
