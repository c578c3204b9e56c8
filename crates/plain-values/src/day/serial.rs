//! Days and times as spreadsheets count them: whole days since 1900, or since 1904 on old Macs.

use std::time::Duration;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::DayReading;
use crate::time::TimeReading;

const SECONDS_OF_A_DAY: f64 = 86_400.0;
/// The program believes that 1900 had a 29 February, and gave it this number.
const NO_SUCH_DAY: f64 = 60.0;
/// Numbers from here on are no bare years.
const LARGEST_YEAR: i64 = 2_200;
/// Excel knows no day after 31 December 9999.
const AFTER_LAST_DAY: f64 = 2_958_466.0;

/// The moment that a number means, to the second, in the system that counts from 1900 or from 1904.
/// Nothing for 29 February 1900, which there was not, and for numbers that no spreadsheet has.
pub fn moment_of_serial(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
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
pub fn day_of_serial(serial: f64, from_1904: bool) -> DayReading {
    moment_of_serial(serial, from_1904)
        .filter(|moment| (1990..2100).contains(&moment.year()))
        .map_or_else(
            || {
                DayReading::Unreadable(
                    "this is a number, not a day; write a day such as 12 March 2026".to_owned(),
                )
            },
            day_of_moment,
        )
}

/// The number of which a spreadsheet makes a day of so long ago: 18 July 1905 of a bare 2026, and 30
/// or 31 December 1899 of 0. Nothing for later days.
pub fn number_shown_as_day(day: NaiveDate, from_1904: bool) -> Option<i64> {
    let (year, month, first) = if from_1904 {
        (1904, 1, 1)
    } else {
        (1899, 12, 30)
    };
    let days = (day - NaiveDate::from_ymd_opt(year, month, first)?).num_days();
    let number = if !from_1904 && (1..=60).contains(&days) {
        days - 1
    } else {
        days
    };
    (0..LARGEST_YEAR).contains(&number).then_some(number)
}

/// Whether a text is what spreadsheets show for 0 in the format of a day: `00/01/1900`.
pub fn is_zero_as_day(text: &str) -> bool {
    const ZEROS: &[&[&str]] = &[
        &["30", "12", "1899"],
        &["31", "12", "1899"],
        &["12", "30", "1899"],
        &["12", "31", "1899"],
        &["1899", "12", "30"],
        &["1899", "12", "31"],
        &["0", "1", "1900"],
        &["1", "0", "1900"],
        &["1900", "1", "0"],
        &["0", "jan", "1900"],
        &["0", "jan", "00"],
    ];
    if text.len() > "1899-12-30T00:00:00.000+00:00".len() {
        return false;
    }
    let lower = text.trim().to_ascii_lowercase();
    let parts: Vec<&str> = lower
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let is_zero = |zero: &[&str]| {
        let bare = |part: &str| part.trim_start_matches('0').to_owned();
        let mut day = parts.iter().zip(zero.iter());
        parts.len() >= zero.len() && day.all(|(part, zero)| bare(part) == bare(zero))
    };
    ZEROS.iter().any(|zero| is_zero(zero))
}

/// A moment in a column of days. Midnight says nothing about the time: programs write it with every
/// day.
pub fn day_of_moment(moment: NaiveDateTime) -> DayReading {
    let time = moment.time();
    let hours = (time != NaiveTime::MIN).then_some(TimeReading::At(time));
    DayReading::On(moment.date(), hours)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_of_long_ago_are_numbers() {
        for (day, from_1904, number) in [
            (date(1899, 12, 30), false, Some(0)),
            (date(1899, 12, 31), false, Some(0)),
            (date(1900, 1, 1), false, Some(1)),
            (date(1900, 2, 28), false, Some(59)),
            (date(1900, 3, 1), false, Some(61)),
            (date(1905, 7, 18), false, Some(2026)),
            (date(1906, 1, 7), false, Some(2199)),
            (date(1906, 1, 8), false, None),
            (date(2026, 3, 12), false, None),
            (date(1904, 1, 1), true, Some(0)),
            (date(1909, 7, 19), true, Some(2026)),
            (date(1903, 12, 31), true, None),
        ] {
            assert_eq!(number_shown_as_day(day, from_1904), number, "{day}");
            if let Some(number) = number.filter(|number| *number > 0) {
                let back = moment_of_serial(f64::from(i32::try_from(number).unwrap()), from_1904);
                assert_eq!(back.map(|moment| moment.date()), Some(day));
            }
        }
        for zero in [
            "00/01/1900",
            "1/0/1900",
            "30/12/1899",
            "1899-12-30 00:00:00",
            "0-Jan-00",
        ] {
            assert!(is_zero_as_day(zero), "{zero}");
        }
        for other in ["10/01/1900", "00/01/2026", "1900", "", "30/12/1999"] {
            assert!(!is_zero_as_day(other), "{other}");
        }
    }

    #[test]
    fn numbers_of_spreadsheets() {
        let at = |serial, from_1904| {
            moment_of_serial(serial, from_1904).map(|moment| moment.to_string())
        };
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(at(1.0, false), said("1900-01-01 00:00:00"));
        assert_eq!(at(59.0, false), said("1900-02-28 00:00:00"));
        assert_eq!(at(60.0, false), None);
        assert_eq!(at(60.75, false), None);
        assert_eq!(at(61.0, false), said("1900-03-01 00:00:00"));
        assert_eq!(at(45678.0, false), said("2025-01-21 00:00:00"));
        assert_eq!(at(46_093.395_833_333_3, false), said("2026-03-12 09:30:00"));
        assert_eq!(at(46_093.999_999_9, false), said("2026-03-13 00:00:00"));
        assert_eq!(at(0.0, true), said("1904-01-01 00:00:00"));
        assert_eq!(at(44631.0, true), said("2026-03-12 00:00:00"));
        assert_eq!(at(2_958_465.0, false), said("9999-12-31 00:00:00"));
        for odd in [
            -1.0,
            2_958_466.0,
            1e300,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            assert_eq!(at(odd, false), None, "{odd}");
            assert_eq!(at(odd, true), None, "{odd}");
        }
    }

    #[test]
    fn only_numbers_of_our_time_are_days() {
        let wrong = |serial| matches!(day_of_serial(serial, false), DayReading::Unreadable(_));
        assert!(wrong(32_873.0));
        assert_eq!(
            day_of_serial(32_874.0, false),
            DayReading::On(date(1990, 1, 1), None)
        );
        assert_eq!(
            day_of_serial(73_050.0, false),
            DayReading::On(date(2099, 12, 31), None)
        );
        assert!(wrong(73_051.0));
        assert!(wrong(2026.0));
        assert!(wrong(f64::NAN));
        assert_eq!(
            day_of_serial(44_631.0, true),
            DayReading::On(date(2026, 3, 12), None)
        );
    }

    #[test]
    fn only_five_digits_are_a_number_of_a_day() {
        assert_eq!(written(" 46093.5 "), Some(46_093.5));
        for text in [
            "2026",
            "20260312",
            "4609.3",
            "+4609",
            "46e03",
            "46093.5.5",
            "",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_read_back(days in 0..40_177_u32) {
            let on = date(1990, 1, 1) + chrono::Days::new(days.into());
            prop_assert_eq!(day_of_serial(f64::from(32_874 + days), false), DayReading::On(on, None));
            let text = (32_874 + days).to_string();
            prop_assert_eq!(written(&text), Some(f64::from(32_874 + days)));
        }
    }
}
