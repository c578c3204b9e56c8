//! Which day it is by a clock that may be wrong. Imports nothing of ours but the calendar.

use std::time::Duration;

use chrono::{DateTime, Datelike as _, NaiveDate};
use working_days::{BankHolidays, Calendar};

/// A clock that is so many years ahead of the last known bank holiday is wrong: nobody uses a
/// program for so long without a newer table.
const MOST_YEARS_AHEAD: i32 = 10;

/// The day it is where a calendar holds, by what a clock says: the time since 1970 began in
/// Greenwich, or nothing where it says an earlier one.
///
/// # Errors
/// A sentence that says why the clock cannot be right: it is before the first year of which bank
/// holidays are known, by this program or by the calendar, or more than ten years after the last.
pub fn today(since_1970: Option<Duration>, calendar: &Calendar) -> Result<NaiveDate, String> {
    let Some(since) = since_1970 else {
        return Err("the clock of this computer says that it is before 1970".to_owned());
    };
    let (first, last) = years(calendar);
    let day = i64::try_from(since.as_secs())
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .map(|moment| moment.with_timezone(&calendar.timezone).date_naive());
    match day {
        Some(day) if day.year() < first => Err(format!(
            "the clock of this computer says {day}, which is before the first bank holidays that \
             are known ({first})"
        )),
        Some(day) if day.year() <= last + MOST_YEARS_AHEAD => Ok(day),
        Some(day) => Err(format!(
            "the clock of this computer says {day}, which is more than {MOST_YEARS_AHEAD} years \
             after the last bank holidays that are known ({last})"
        )),
        None => Err("the clock of this computer says a year that no calendar has".to_owned()),
    }
}

/// The years of which anybody knows the bank holidays.
fn years(calendar: &Calendar) -> (i32, i32) {
    let own = calendar.bank_holidays.years();
    let built_in = BankHolidays::built_in(calendar.bank_holidays.division()).years();
    (own.0.min(built_in.0), own.1.max(built_in.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter;
    use located::source::Sources;

    fn at(seconds: Option<u64>) -> Result<String, String> {
        let charter = charter::load(&mut Sources::default(), None, &|_| Err(String::new()));
        let calendar = charter.unwrap().charter.calendar;
        today(seconds.map(Duration::from_secs), &calendar).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_that_of_the_charters_time_zone() {
        // 2026-06-15 23:30 in Greenwich is 00:30 of the next day in London.
        assert_eq!(at(Some(1_781_566_200)), Ok("2026-06-16".to_owned()));
        // 2026-01-15 23:30 is the same in both.
        assert_eq!(at(Some(1_768_519_800)), Ok("2026-01-15".to_owned()));
    }

    #[test]
    fn a_clock_that_cannot_be_right_is_a_sentence() {
        for (seconds, said) in [
            (None, "before 1970"),
            (Some(0), "says 1970-01-01, which is before"),
            // The last second of 2011.
            (Some(1_325_375_999), "says 2011-12-31"),
            // The first of 2039; bank holidays are known until 2028.
            (
                Some(2_177_452_800),
                "says 2039-01-01, which is more than 10 years",
            ),
            (Some(u64::MAX), "a year that no calendar has"),
            (Some(9_000_000_000_000), "a year that no calendar has"),
        ] {
            let error = at(seconds).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
        assert_eq!(at(Some(1_325_376_000)), Ok("2012-01-01".to_owned()));
        assert_eq!(at(Some(2_177_452_799)), Ok("2038-12-31".to_owned()));
    }
}
