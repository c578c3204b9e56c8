//! Days and times of spreadsheet programs: numbers of days, and ISO 8601.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use crate::number_format::{DateShown, NumberFormat};
use crate::sheet::Cell;

const SECONDS_OF_DAY: i64 = 86_400;

/// A time that is less than this away from a whole minute, in seconds, is that minute: programs
/// work times out as parts of a day, and half past nine is 0.39583 in some of them.
const NEAR_A_MINUTE: f64 = 0.9;

/// Nothing that somebody notes the hours of takes so many days.
const LONGEST_LENGTH: f64 = 1000.0;

/// The last number that stands for a day in a spreadsheet program, 31 December 9999.
const LAST_OF_1900: i64 = 2_958_465;

/// What a cell holds whose number is shown in this way.
pub(crate) fn of_number(number: f64, shown: NumberFormat, from_1904: bool) -> Cell {
    if !number.is_finite() {
        // What programs show for a number that is none.
        return Cell::Error("#NUM!".into());
    }
    let cell = if shown.elapsed {
        of_length(number)
    } else if shown.date == DateShown::Month {
        moment(number, from_1904).map(month)
    } else if shown.time && (0.0..1.0).contains(&number) {
        Some(clock(number))
    } else if shown.date == DateShown::Day || shown.time {
        moment(number, from_1904).map(Cell::Moment)
    } else {
        None
    };
    cell.unwrap_or(Cell::Number(number))
}

/// A length of time: below a day a time of day, otherwise as people see it, `26:30`.
fn of_length(days: f64) -> Option<Cell> {
    if (0.0..1.0).contains(&days) {
        return Some(clock(days));
    }
    (1.0..LONGEST_LENGTH).contains(&days).then(|| {
        let minutes = seconds(days) / 60;
        Cell::Text(format!("{}:{:02}", minutes / 60, minutes % 60))
    })
}

/// A day of which people see the month alone, as they see it.
fn month(moment: NaiveDateTime) -> Cell {
    Cell::Text(moment.format("%B %Y").to_string())
}

/// The seconds of a number of days, without what the division by days has cost.
fn seconds(days: f64) -> i64 {
    let exact = days * 86_400.0;
    let minute = (exact / 60.0).round() * 60.0;
    let near = (exact - minute).abs() < NEAR_A_MINUTE;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "callers keep to the years before 10000"
    )]
    let whole = if near { minute } else { exact.round() } as i64;
    whole
}

/// A time of day; what rounds up to midnight is the last second before it.
fn clock(days: f64) -> Cell {
    let seconds = seconds(days).clamp(0, SECONDS_OF_DAY - 1);
    Cell::Clock(time(seconds))
}

fn time(seconds: i64) -> NaiveTime {
    let seconds = u32::try_from(seconds).unwrap_or(0);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// The moment that a number of days stands for. Day 0 of 1900 is none, and neither is its day 60,
/// the false 29 February.
fn moment(number: f64, from_1904: bool) -> Option<NaiveDateTime> {
    #[expect(clippy::cast_precision_loss, reason = "seven digits")]
    if !(0.0..(LAST_OF_1900 + 1) as f64).contains(&number) {
        return None;
    }
    let seconds = seconds(number);
    let day = seconds.div_euclid(SECONDS_OF_DAY);
    let (start, day) = match (from_1904, day) {
        (true, _) => ((1904, 1, 1), day),
        (false, 0 | 60) => return None,
        (false, ..60) => ((1899, 12, 31), day),
        (false, _) => ((1899, 12, 30), day),
    };
    let (year, month, of_month) = start;
    let start = NaiveDate::from_ymd_opt(year, month, of_month)?;
    let date = start.checked_add_days(Days::new(u64::try_from(day).ok()?))?;
    let known = date.year() <= 9999;
    known.then(|| date.and_time(time(seconds.rem_euclid(SECONDS_OF_DAY))))
}

/// A date of ISO 8601, with or without a time. What is none stays the text that it is.
pub(crate) fn of_iso_date(text: &str) -> Cell {
    let plain = text.trim().trim_end_matches('Z');
    let date =
        NaiveDate::parse_from_str(plain, "%Y-%m-%d").map(|date| date.and_time(NaiveTime::MIN));
    let with = |format| NaiveDateTime::parse_from_str(plain, format);
    let moment = date
        .or_else(|_| with("%Y-%m-%dT%H:%M:%S%.f"))
        .or_else(|_| with("%Y-%m-%dT%H:%M"));
    let Some(moment) = moment
        .ok()
        .filter(|moment| (1..=9999).contains(&moment.year()))
    else {
        return Cell::Text(text.to_owned());
    };
    // The day before all days, on which LibreOffice puts times of day.
    let none = NaiveDate::from_ymd_opt(1899, 12, 30);
    let whole = f64::from(moment.num_seconds_from_midnight());
    let days = (whole + f64::from(moment.nanosecond()) / 1e9) / 86_400.0;
    if Some(moment.date()) == none {
        return if days > 0.0 {
            clock(days)
        } else {
            Cell::Number(0.0)
        };
    }
    let seconds = seconds(days);
    let date = moment.date();
    if seconds < SECONDS_OF_DAY {
        return Cell::Moment(date.and_time(time(seconds)));
    }
    let next = date.succ_opt().unwrap_or(date);
    Cell::Moment(next.and_time(NaiveTime::MIN))
}

/// A length of time of ISO 8601, `PT09H30M00S`: below a day a time of day, otherwise as people see
/// it. What is none stays the text that it is.
pub(crate) fn of_iso_duration(text: &str) -> Cell {
    match days_of_duration(text.trim()) {
        Some(days) if days.is_finite() => of_length(days).unwrap_or(Cell::Number(days)),
        Some(_) | None => Cell::Text(text.to_owned()),
    }
}

fn days_of_duration(text: &str) -> Option<f64> {
    let (sign, text) = text
        .strip_prefix('-')
        .map_or((1.0, text), |rest| (-1.0, rest));
    let (days, time) = text.strip_prefix('P')?.split_once('T')?;
    if time.is_empty() {
        return None;
    }
    let mut seconds = 0.0;
    if !days.is_empty() {
        seconds += days.strip_suffix('D')?.parse::<f64>().ok()? * 86_400.0;
    }
    let mut rest = time;
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_alphabetic()) {
        let (number, unit) = rest.split_at_checked(at)?;
        let length = match unit.chars().next()? {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => return None,
        };
        seconds += number.parse::<f64>().ok()? * length;
        rest = unit.get(1..)?;
    }
    rest.is_empty().then_some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str) -> NumberFormat {
        NumberFormat::by_code(code)
    }

    fn at(date: &str) -> Cell {
        Cell::Moment(NaiveDateTime::parse_from_str(date, "%Y-%m-%d %H:%M:%S").unwrap())
    }

    fn clock_at(time: &str) -> Cell {
        Cell::Clock(NaiveTime::parse_from_str(time, "%H:%M:%S").unwrap())
    }

    #[test]
    fn days_of_both_systems() {
        let day = shown("dd/mm/yyyy");
        // 12 March 2026: 126 years of 365 days, 31 leap days and the false one, 71 days.
        let days = f64::from(126 * 365 + 31 + 1 + 71);
        assert_eq!(of_number(days, day, false), at("2026-03-12 00:00:00"));
        assert_eq!(
            of_number(days - 1_462.0, day, true),
            at("2026-03-12 00:00:00")
        );
        assert_eq!(of_number(1.0, day, false), at("1900-01-01 00:00:00"));
        assert_eq!(of_number(59.0, day, false), at("1900-02-28 00:00:00"));
        assert_eq!(of_number(61.0, day, false), at("1900-03-01 00:00:00"));
        assert_eq!(of_number(0.0, day, true), at("1904-01-01 00:00:00"));
        assert_eq!(
            of_number(2_958_465.0, day, false),
            at("9999-12-31 00:00:00")
        );
    }

    #[test]
    fn numbers_that_are_no_days_stay_numbers() {
        let day = shown("dd/mm/yyyy");
        for number in [0.0, 0.5, 60.0, 60.5, -1.0, 2_958_466.0, 1e300, -1e300] {
            assert_eq!(of_number(number, day, false), Cell::Number(number));
        }
        // In the system of 1904 the last day of the year 9999 is 1,462 days nearer.
        assert_eq!(of_number(2_957_004.0, day, true), Cell::Number(2_957_004.0));
        assert_eq!(of_number(f64::NAN, day, false), Cell::Error("#NUM!".into()));
        assert_eq!(of_number(0.25, shown("0%"), false), Cell::Number(0.25));
        assert_eq!(
            of_number(46_093.0, shown("General"), false),
            Cell::Number(46_093.0)
        );
    }

    #[test]
    fn times_of_day_to_the_second() {
        let time = shown("hh:mm");
        for (number, clock) in [
            (0.395_833_333, "09:30:00"),
            (0.395_83, "09:30:00"),
            (0.0, "00:00:00"),
            (0.999_988_425_925_926, "23:59:59"),
            (0.999_999_999, "23:59:59"),
            (0.5 + 7.0 / 86_400.0, "12:00:07"),
        ] {
            assert_eq!(of_number(number, time, false), clock_at(clock), "{number}");
        }
        let both = shown("dd/mm/yyyy hh:mm");
        assert_eq!(
            of_number(46_093.395_833_333, both, false),
            at("2026-03-12 09:30:00")
        );
        assert_eq!(
            of_number(46_092.999_999_99, both, false),
            at("2026-03-12 00:00:00")
        );
    }

    #[test]
    fn months_are_no_days() {
        let march = Cell::Text("March 2026".into());
        for code in ["mmm-yy", "mmmm yyyy", "yyyy"] {
            assert_eq!(of_number(46_082.0, shown(code), false), march, "{code}");
        }
        let built_in = NumberFormat::by_number(17);
        assert_eq!(of_number(46_082.0, built_in, false), march);
        assert_eq!(
            of_number(46_082.0, shown("d-mmm"), false),
            at("2026-03-01 00:00:00")
        );
        assert_eq!(of_number(0.0, built_in, false), Cell::Number(0.0));
    }

    #[test]
    fn lengths_of_time_are_times_below_a_day() {
        let elapsed = shown("[h]:mm");
        assert_eq!(of_number(0.0625, elapsed, false), clock_at("01:30:00"));
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(of_number(1.0, elapsed, false), text("24:00"));
        assert_eq!(of_number(1.5, elapsed, false), text("36:00"));
        // 26 hours and a half.
        assert_eq!(
            of_number(1.104_166_666_666_667, elapsed, false),
            text("26:30")
        );
        assert_eq!(of_number(1e9, elapsed, false), Cell::Number(1e9));
        assert_eq!(of_number(-0.5, elapsed, false), Cell::Number(-0.5));
        assert_eq!(of_iso_duration("PT09H30M00S"), clock_at("09:30:00"));
        assert_eq!(of_iso_duration("PT9H30M"), clock_at("09:30:00"));
        assert_eq!(of_iso_duration("PT09H29M59.9999S"), clock_at("09:30:00"));
        assert_eq!(of_iso_duration("PT24H00M00S"), text("24:00"));
        assert_eq!(of_iso_duration("PT36H00M00S"), text("36:00"));
        assert_eq!(of_iso_duration("P1DT12H"), text("36:00"));
        assert_eq!(of_iso_duration("-PT12H"), Cell::Number(-0.5));
        for none in ["PT9X", "PT9", "soon", "PT", "P", ""] {
            assert_eq!(of_iso_duration(none), Cell::Text(none.into()));
        }
    }

    #[test]
    fn dates_of_iso_8601() {
        assert_eq!(of_iso_date("2026-03-12"), at("2026-03-12 00:00:00"));
        assert_eq!(
            of_iso_date("2026-03-12T09:30:00"),
            at("2026-03-12 09:30:00")
        );
        assert_eq!(
            of_iso_date("2026-03-12T09:29:59.999999"),
            at("2026-03-12 09:30:00")
        );
        assert_eq!(
            of_iso_date("2026-03-12T23:59:59.999"),
            at("2026-03-13 00:00:00")
        );
        assert_eq!(of_iso_date("2026-03-12T09:30"), at("2026-03-12 09:30:00"));
        assert_eq!(of_iso_date("1899-12-30T09:30:00"), clock_at("09:30:00"));
        assert_eq!(of_iso_date("1899-12-30"), Cell::Number(0.0));
        for none in ["2026-02-30", "20256-02-16", "12/03/2026", "\u{661}"] {
            assert_eq!(of_iso_date(none), Cell::Text(none.into()));
        }
    }
}
