//! Single values as people write them: answers, days, times of day.

use std::ops::Range;

use chrono::{Datelike as _, Months, NaiveDate, NaiveTime};

/// Reads `yes`, `no`, `true` or `false`.
///
/// # Errors
/// What was expected.
pub fn read_yes_no(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

/// Reads a day as YAML files spell it: 2026-03-01, between 1900 and 2199.
///
/// # Errors
/// What was expected; for a day that does not exist, that it does not.
pub fn read_date(text: &str) -> Result<NaiveDate, String> {
    const EXPECTED: &str = "write a day as year-month-day, such as 2026-03-01";
    let parts: Vec<&str> = text.split('-').collect();
    let &[year, month, day] = parts.as_slice() else {
        return Err(day_first(text).map_or_else(
            || EXPECTED.to_owned(),
            |day| format!("write the day as year-month-day: {day}"),
        ));
    };
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2))
    else {
        return Err(EXPECTED.to_owned());
    };
    let year = i32::try_from(year).map_err(|_| EXPECTED.to_owned())?;
    if !YEARS.contains(&year) {
        return Err(OTHER_YEAR.to_owned());
    }
    NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| "there is no such day; check the month and the day".to_owned())
}

/// Years of which records speak.
const YEARS: Range<i32> = 1900..2200;
const OTHER_YEAR: &str = "years run from 1900 to 2199 here; is the year right?";

/// A day of which records can speak.
///
/// # Errors
/// For other years, that they are not meant.
pub(super) fn in_known_years(day: NaiveDate) -> Result<NaiveDate, String> {
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(OTHER_YEAR.to_owned())
    }
}

/// A day as people in England write it, `30/09/2025` or `30.9.2025`, where it can mean no other.
fn day_first(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let &[day, month, year] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.parse::<u32>().ok();
    let year = i32::try_from(number(year).filter(|_| year.len() == 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

/// Reads a time of day as YAML files spell it: 9:30, 09:30, 12:00.
///
/// # Errors
/// What was expected; for `9.30`, how to write it.
pub fn read_time(text: &str) -> Result<NaiveTime, String> {
    const EXPECTED: &str =
        "write a time as hours:minutes on the 24-hour clock, such as 09:30 or 15:00";
    if let Some((hours, minutes)) = text.split_once('.')
        && let Ok(time) = read_time(&format!("{hours}:{minutes}"))
    {
        return Err(format!(
            "write the time with a colon: {}",
            time.format("%H:%M")
        ));
    }
    let Some((hours, minutes)) = text.split_once(':') else {
        return Err(EXPECTED.to_owned());
    };
    let digits = |part: &str, lengths: &[usize]| {
        (lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (Some(hours), Some(minutes)) = (digits(hours, &[1, 2]), digits(minutes, &[2])) else {
        return Err(EXPECTED.to_owned());
    };
    NaiveTime::from_hms_opt(hours, minutes, 0)
        .ok_or_else(|| "there is no such time; hours run from 0 to 23, minutes to 59".to_owned())
}

/// Reads a number of months or years: 12 months, 1 year.
///
/// # Errors
/// What was expected.
pub fn read_months(text: &str) -> Result<Months, String> {
    let expected = || "write a number of months or years, such as `12 months`".to_owned();
    let (number, unit) = text.split_once(' ').ok_or_else(expected)?;
    let number: u32 = number.parse().map_err(|_| expected())?;
    let months = match unit.trim() {
        "month" | "months" => Some(number),
        "year" | "years" => number.checked_mul(12),
        _ => None,
    };
    months
        .filter(|months| (1..=1200).contains(months))
        .map(Months::new)
        .ok_or_else(expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert!(read_date("2026-03-01").is_ok());
        assert!(read_date("2026-02-29").unwrap_err().contains("no such day"));
        assert!(read_date("2024-02-29").is_ok());
        assert!(
            read_date("20256-02-16")
                .unwrap_err()
                .contains("year-month-day")
        );
        assert!(
            read_date("0202-02-16")
                .unwrap_err()
                .contains("is the year right")
        );
        assert!(read_date("1/3/2026").is_err());
        assert!(read_date("2026-3-1").is_err());
        assert!(read_date("2026-03-01T10:00").is_err());
        assert!(read_date("2026-03--1").is_err());
    }

    #[test]
    fn times() {
        let at = |hour, minute| Ok(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        assert_eq!(read_time("9:30"), at(9, 30));
        assert_eq!(read_time("09:30"), at(9, 30));
        assert_eq!(read_time("12:00"), at(12, 0));
        assert_eq!(read_time("0:00"), at(0, 0));
        assert!(read_time("9.30").unwrap_err().contains("09:30"));
        assert!(read_time("24:00").unwrap_err().contains("no such time"));
        assert!(read_time("9:3").is_err());
        assert!(read_time("930").is_err());
        assert!(read_time("9am").is_err());
    }
}
