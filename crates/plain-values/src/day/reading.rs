//! What a text can say of a day.

use chrono::{NaiveDate, NaiveTime};

use super::{DayOfYear, UnclearDay};
use crate::called_off::CalledOff;
use crate::time::TimeReading;

/// A day with or without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenDay {
    /// With its year.
    Whole(NaiveDate),
    /// Without.
    NoYear(DayOfYear),
}

/// What a text says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayReading {
    /// It is on this day. If a time follows, that is what it says.
    On(NaiveDate, Option<TimeReading>),
    /// It is on this day of a year that is not said.
    NoYear(DayOfYear, Option<TimeReading>),
    /// It is from one day through another, later one.
    Through {
        /// The first day.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
        /// What is said of a time.
        hours: Option<TimeReading>,
    },
    /// It was moved to one day from another.
    Moved {
        /// The day that holds.
        on: NaiveDate,
        /// The day that was given up.
        from: NaiveDate,
        /// What is said of a time.
        hours: Option<TimeReading>,
    },
    /// It was moved to one day from another, both of a year that is not said.
    MovedNoYear {
        /// The day that holds.
        on: DayOfYear,
        /// The day that was given up.
        from: DayOfYear,
        /// What is said of a time.
        hours: Option<TimeReading>,
    },
    /// One day stands among other words, which leave it in no doubt but may be about something else.
    Among {
        /// The day.
        day: WrittenDay,
        /// Whether it comes first.
        is_first: bool,
    },
    /// It was cancelled or postponed, perhaps with the day on which it was to be.
    CalledOff(CalledOff, Option<NaiveDate>),
    /// Something is written there that names no one day.
    Unclear(UnclearDay),
    /// It cannot be read; what was expected.
    Unreadable(String),
}

impl DayReading {
    /// The day, where it is on one that the text plainly says, at whatever time.
    pub fn day(&self) -> Option<NaiveDate> {
        if let DayReading::On(day, _) = self {
            Some(*day)
        } else {
            None
        }
    }

    /// The day and the time, where one of each is said.
    pub fn moment(&self) -> Option<(NaiveDate, NaiveTime)> {
        if let DayReading::On(day, Some(TimeReading::At(time))) = self {
            Some((*day, *time))
        } else {
            None
        }
    }
}
