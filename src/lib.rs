//! Scratch.
pub mod audit;
pub mod calendar;
pub mod charter;
pub mod diagnostic;
pub mod fields;
pub mod mask;
pub mod read;
pub mod record;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
pub mod tree;
pub mod words;
