//! Days and times of day as reports of attendance write them.

use chrono::{NaiveDate, NaiveTime};

use plain_values::{DateOrder, DayReading, TimeReading, read_day, read_time};

/// Whether a text has the hours of half a day: `10:28 AM`.
pub(super) fn has_half_days(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    lower.ends_with("am") || lower.ends_with("pm")
}

/// The day in a text.
pub(super) fn day_of(text: &str, order: DateOrder) -> Option<NaiveDate> {
    read_day(text, order).day()
}

/// The time of day in a text, with or without a day before it, and the end where it says one.
pub(super) fn hours_of(text: &str, order: DateOrder) -> Option<(NaiveTime, Option<NaiveTime>)> {
    let read = if let DayReading::On(_, hours) = read_day(text, order) {
        hours?
    } else {
        read_time(text)
    };
    match read {
        TimeReading::At(start) => Some((start, None)),
        TimeReading::Between(start, end) => Some((start, Some(end))),
        TimeReading::EndOfDay | TimeReading::Unclear(_) | TimeReading::Unreadable(_) => None,
    }
}

/// A day with one time of day behind it.
pub(super) fn moment_of(text: &str, order: DateOrder) -> Option<(NaiveDate, NaiveTime)> {
    read_day(text, order).moment()
}
