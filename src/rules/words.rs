//! Days, counts and lengths of time as people read them. Nothing in them comes from a record, so that
//! they are safe to print.

use chrono::NaiveDate;
use identifiers::text::SafeText;
use working_days::{Duration, Unit};

/// A day with its weekday and year: `Sun 1 Mar 2026`.
pub(crate) fn day_and_year(day: NaiveDate) -> SafeText {
    SafeText::assume_safe(working_days::day_and_year(day))
}

/// A day with its weekday: `Sun 1 Mar`.
pub(crate) fn day(day: NaiveDate) -> SafeText {
    SafeText::assume_safe(working_days::day(day))
}

/// A length of time or a number, as charters write it: `2 weeks`.
pub(crate) fn duration(duration: Duration) -> SafeText {
    SafeText::assume_safe(duration.to_string())
}

/// How many there are of something: `1 day`, `3 days`.
pub(crate) fn count_of(count: i64, plural: &'static str) -> SafeText {
    SafeText::assume_safe(working_days::count_of(count, plural))
}

/// A count in a unit with the plain days beside it: `13 clear days (14 days)`, so that nobody takes
/// the same weekday two weeks later for two clear weeks.
pub(super) fn count_beside_days(count: i64, unit: Unit, days: i64) -> SafeText {
    SafeText::assume_safe(working_days::count_beside_days(count, unit, days))
}
