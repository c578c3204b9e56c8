//! Scratch.
pub mod calendar;
pub mod diagnostic;
pub mod fields;
pub mod mask;
pub mod read;
pub mod source;
pub mod tree;
pub mod words;
