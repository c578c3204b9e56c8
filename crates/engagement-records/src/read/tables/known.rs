//! What a column of a table can be: a field of a record, and what its cells hold.

pub(super) use crate::record::{Holds, RecordField as Known};

/// The field of columns in which whoever came is either counted or named.
pub(super) const WHO_CAME: &str = "attendance.total";
