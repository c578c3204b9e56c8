#![doc = include_str!("../README.md")]
mod bank_holidays;
mod counting;
mod duration;
mod schools;
mod spoken;

pub use bank_holidays::{BankHolidays, Division};
pub use duration::{Duration, Unit, count_beside_days, count_of};
pub use schools::{DayAtSchool, School, SchoolDay, SchoolYear, Stretch, Window};
pub use spoken::{day, day_and_year, time};

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, Weekday};
use chrono_tz::Tz;

/// Everything that counting needs to know about days in one area.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The time zone of the area; an audit "today" is the day there.
    pub timezone: Tz,
    /// The bank holidays of the area's part of the United Kingdom.
    pub bank_holidays: BankHolidays,
    /// Further days on which the organisations do not work.
    pub closed_days: BTreeSet<NaiveDate>,
    /// The times of an ordinary school day.
    pub school_day: SchoolDay,
    /// The schools whose families are involved, by the id that the charter gives them.
    pub schools: Vec<School>,
}

impl Default for Calendar {
    /// London time, England and Wales, the school day of the shipped charter, no schools.
    fn default() -> Self {
        Calendar {
            timezone: Tz::Europe__London,
            bank_holidays: BankHolidays::built_in(Division::EnglandAndWales),
            closed_days: BTreeSet::new(),
            school_day: SchoolDay::default(),
            schools: Vec::new(),
        }
    }
}

/// A year for which the table of bank holidays says nothing, so that working days cannot be
/// counted in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotCovered {
    /// The first such year that the count met.
    pub year: i32,
}

impl std::fmt::Display for NotCovered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the calendar does not cover {}", self.year)
    }
}

/// Saturday or Sunday.
pub fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

impl Calendar {
    /// Whether the organisations work on this day: Monday to Friday, not a bank holiday, not a
    /// closed day.
    ///
    /// # Errors
    /// On a weekday outside the years that the bank holidays cover.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        if is_weekend(date) {
            return Ok(false);
        }
        Ok(!self.is_bank_holiday(date)? && !self.closed_days.contains(&date))
    }

    /// Whether this is a bank holiday.
    ///
    /// # Errors
    /// Outside the years that the table covers.
    pub fn is_bank_holiday(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        self.bank_holidays.contains(date)
    }
}
