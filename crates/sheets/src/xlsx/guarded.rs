//! Calls into a crate that may panic on a file that somebody has tampered with.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::Error;

/// Runs what reads with calamine. Its arithmetic and slices are unchecked in places, and a panic on
/// one file must not stop the audit of the others. All that was read is thrown away with it, so
/// nothing is left half done. The message of the panic is printed by whatever hook the program has
/// set, not here.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Error::Damaged))
}
