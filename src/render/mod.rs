//! Reports as bytes, one file per format.

pub mod check;
pub mod json;
pub mod page;
pub mod snippet;
pub mod text;
pub mod trial;
