//! The days that are looked at.

use chrono::{Months, NaiveDate};

/// The days that are looked at. A series may have no end of its own, so that somebody must say
/// where to stop; without a last day, a series is followed for two years.
#[derive(Debug, Clone, Copy, Default)]
pub struct Period {
    /// The first day, if there is one.
    pub since: Option<NaiveDate>,
    /// The last day, if there is one.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether a day is one of them.
    pub(crate) fn contains(self, day: NaiveDate) -> bool {
        let last = self.until.unwrap_or(NaiveDate::MAX);
        self.since.is_none_or(|since| since <= day) && day <= last
    }

    /// The last day on which a series is read that begins on a day: that of the period, or else two
    /// years after the series or the period begins.
    pub(crate) fn horizon(self, first: NaiveDate) -> NaiveDate {
        self.until.unwrap_or_else(|| {
            let from = self.since.map_or(first, |since| since.max(first));
            from.checked_add_months(Months::new(24)).unwrap_or(from)
        })
    }
}
