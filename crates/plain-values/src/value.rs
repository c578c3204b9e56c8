//! One value of any of the kinds that people write, once it is understood.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};

use crate::count::Count;
use crate::time::END_OF_DAY;

/// A value that was understood. It is displayed in the one spelling that every program reads:
/// `2026-03-12`, `09:30`, `about 30`, `yes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainValue {
    /// A day.
    Day(NaiveDate),
    /// A time of day, to the minute, or [`END_OF_DAY`].
    Time(NaiveTime),
    /// A number of people.
    Count(Count),
    /// Yes or no.
    Answer(bool),
}

impl fmt::Display for PlainValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlainValue::Day(day) => write!(f, "{day}"),
            PlainValue::Time(END_OF_DAY) => f.write_str("24:00"),
            PlainValue::Time(time) => write!(f, "{}", time.format("%H:%M")),
            PlainValue::Count(count) => write!(f, "{count}"),
            PlainValue::Answer(true) => f.write_str("yes"),
            PlainValue::Answer(false) => f.write_str("no"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_one_spelling() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let time = NaiveTime::from_hms_opt(9, 5, 0).unwrap();
        for (value, spelling) in [
            (PlainValue::Day(day), "2026-03-02"),
            (PlainValue::Time(time), "09:05"),
            (PlainValue::Time(END_OF_DAY), "24:00"),
            (PlainValue::Count(Count::Fewer(5)), "<5"),
            (PlainValue::Answer(true), "yes"),
            (PlainValue::Answer(false), "no"),
        ] {
            assert_eq!(value.to_string(), spelling);
        }
    }
}
