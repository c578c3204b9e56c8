//! Days and times in words: `Mon 12 May 2025`, `3.15pm`.

use chrono::{NaiveDate, NaiveTime, Timelike as _};

/// `Mon 12 May`, for a second date in the same sentence.
pub fn day(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// `Mon 12 May 2025`.
pub fn day_and_year(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// `9am`, `3.15pm`, `noon`; the last second of a day stands for `midnight` at its end.
pub fn time(time: NaiveTime) -> String {
    if (time.hour(), time.minute(), time.second()) == (23, 59, 59) {
        return "midnight".to_owned();
    }
    if time.hour() == 12 && time.minute() == 0 {
        return "noon".to_owned();
    }
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { "pm" } else { "am" };
    match time.minute() {
        0 => format!("{hour}{half}"),
        minute => format!("{hour}.{minute:02}{half}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_in_words() {
        let date = NaiveDate::from_ymd_opt(2025, 5, 4).unwrap();
        assert_eq!(day_and_year(date), "Sun 4 May 2025");
        assert_eq!(day(date), "Sun 4 May");
        let at = |hour, minute| time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        assert_eq!(at(9, 0), "9am");
        assert_eq!(at(15, 5), "3.05pm");
        assert_eq!(at(12, 0), "noon");
        assert_eq!(at(23, 59), "11.59pm");
        let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap();
        assert_eq!(time(end_of_day), "midnight");
        assert_eq!(at(0, 30), "12.30am");
    }
}
