//! What a column of a table can be: a field of a record, and what its cells hold.

pub(super) use crate::record::{Holds, RecordField as Known};
