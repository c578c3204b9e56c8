//! Bounds on what is read of a file, so that none can take all time or memory.

/// Texts are read up to this many bytes; a title or place that is longer is none.
pub const BYTES_OF_TEXT: usize = 4_000;

/// So many `X-` properties of one event are read.
pub const X_PROPERTIES_OF_EVENT: usize = 300;

/// So many occurrences of one event are read.
pub const OCCURRENCES_OF_EVENT: usize = 1_000;

/// So many occurrences are read of all series of one file together; events that are not repeated
/// are read all the same.
pub const OCCURRENCES_OF_FILE: usize = 20_000;

/// So many moments of one rule are worked out, those before the period included: more than fifty
/// years of a day-to-day series.
pub const MOMENTS_OF_RULE: usize = 20_000;

/// So much of a rule is read, in bytes; it holds every rule that means something.
pub(crate) const BYTES_OF_RULE: usize = 1_000;

/// What is inside of one another beyond this depth is of no calendar's making.
pub(crate) const DEPTH: usize = 32;

/// So many zones of one file are worked out from what it says of them.
pub(crate) const EXPLAINED_ZONES: usize = 200;

/// So many events of one file are compared with those of others; no calendar that people keep has
/// as many.
pub(crate) const COMPARED_EVENTS: usize = 100_000;

/// A `UID` that is longer, in bytes, is compared within its file alone.
pub(crate) const BYTES_OF_UID: usize = 1_000;
