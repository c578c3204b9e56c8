//! Days and times as spreadsheets count them: whole days since 1900, or since 1904 on old Macs.

use std::time::Duration;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::super::time::Hours;
use super::Day;

const SECONDS_OF_A_DAY: f64 = 86_400.0;
/// The program believes that 1900 had a 29 February, and gave it this number.
const NO_SUCH_DAY: f64 = 60.0;
/// Excel knows no day after 31 December 9999.
const AFTER_LAST_DAY: f64 = 2_958_466.0;

/// The moment that a number means, to the second, in the system that counts from 1900 or from 1904.
/// Nothing for 29 February 1900, which there was not, and for numbers that no spreadsheet has.
pub(crate) fn from_serial(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..AFTER_LAST_DAY).contains(&serial) {
        return None;
    }
    // Times are fractions that no number holds exactly: 9:30 is 0.3958333.
    let seconds = (serial * SECONDS_OF_A_DAY).round();
    let days = seconds / SECONDS_OF_A_DAY;
    let (year, month, day) = if from_1904 {
        (1904, 1, 1)
    } else if days < NO_SUCH_DAY {
        (1899, 12, 31)
    } else if days < NO_SUCH_DAY + 1.0 {
        return None;
    } else {
        (1899, 12, 30)
    };
    let since = TimeDelta::from_std(Duration::try_from_secs_f64(seconds).ok()?).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)?
        .and_time(NaiveTime::MIN)
        .checked_add_signed(since)
}

/// The day that a number in a column of days means. Only days from 1990 to 2099 are believed: other
/// numbers are years, numbers of people or references that stand in the wrong column.
pub(crate) fn serial_day(serial: f64, from_1904: bool) -> Day {
    from_serial(serial, from_1904)
        .filter(|moment| (1990..2100).contains(&moment.year()))
        .map_or_else(
            || {
                Day::Wrong(
                    "this is a number, not a day; write a day such as 12 March 2026".to_owned(),
                )
            },
            on_moment,
        )
}

/// A moment in a column of days. Midnight says nothing about the time: programs write it with every
/// day.
pub(crate) fn on_moment(moment: NaiveDateTime) -> Day {
    let time = moment.time();
    let hours = (time != NaiveTime::MIN).then_some(Hours::From(time));
    Day::On(moment.date(), hours)
}

/// A text that is a number of five digits, perhaps with a fraction, as spreadsheets write days out
/// that they do not know to be days.
pub(super) fn written(text: &str) -> Option<f64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (whole.len() == 5 && is_number(whole) && is_number(fraction) && fraction.len() <= 16)
        .then(|| text.parse().ok())
        .flatten()
}
