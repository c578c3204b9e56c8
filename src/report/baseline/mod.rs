//! Baselines: what was not kept or had no evidence on one day, and the marks by which records are
//! known again, in a small file that two people can change at once.

mod comparison;
mod file;
mod marks;
mod standing;

pub use comparison::Cause;
pub(super) use comparison::Comparison;
pub use file::Baseline;
