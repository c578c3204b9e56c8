#![doc = include_str!("../README.md")]

pub mod convert;
pub mod expression;
pub mod fields;
pub mod progress;
pub mod read;
pub mod record;
