//! The days that are looked at.

use chrono::NaiveDate;

/// The days that are looked at. A series may have no end of its own, so that somebody must say
/// where to stop; without a last day, a series is followed for two years.
#[derive(Debug, Clone, Copy, Default)]
pub struct Period {
    /// The first day, if there is one.
    pub since: Option<NaiveDate>,
    /// The last day, if there is one.
    pub until: Option<NaiveDate>,
}
