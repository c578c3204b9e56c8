#![doc = include_str!("../README.md")]

pub mod find;
pub mod redact;
pub mod text;
pub mod token;
