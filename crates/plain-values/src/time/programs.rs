//! What programs make of a time of day: a moment of the day from which workbooks count, and a
//! length of time.

use crate::tokens::Token;

/// The day nought of workbooks, which stands before a time of day that a script took out of one:
/// workbooks count from 30 December 1899, from 31 December as some programs have it, or show it as
/// the day before 1 January 1900.
const DAY_NOUGHT: &[&str] = &[
    "1899-12-30",
    "1899-12-31",
    "30/12/1899",
    "31/12/1899",
    "12/30/1899",
    "12/31/1899",
    "1900-01-00",
    "00/01/1900",
    "0/1/1900",
    "1/0/1900",
];

/// What a time of day with the day nought before it says: `1899-12-30T09:30:00.000Z` is `09:30:00.000`.
pub(super) fn without_day_nought(text: &str) -> &str {
    let trimmed = text.trim();
    let time = DAY_NOUGHT.iter().find_map(|day| {
        let time = trimmed.strip_prefix(day)?.strip_prefix(['T', ' '])?;
        Some(time.strip_suffix('Z').unwrap_or(time))
    });
    time.unwrap_or(text)
}

/// Whether it is `0:18:30`, as programs write a length of time: eighteen minutes and a half. Some
/// take a time of day such as 18:30 for one. Half past midnight on a clock is `00:30:00`.
pub(super) fn is_length(tokens: &[Token<'_>]) -> bool {
    use Token::{Mark, Number};
    let [
        Number(hours),
        Mark(':'),
        Number(minutes),
        Mark(':'),
        Number(seconds),
    ] = tokens
    else {
        return false;
    };
    hours.digits == 1
        && hours.value == 0
        && (minutes.digits, seconds.digits) == (2, 2)
        && (minutes.value, seconds.value) != (0, 0)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use crate::time::{TimeReading, UnclearTime, read_time};

    #[test]
    fn a_time_behind_the_day_nought_is_a_time() {
        let half_past_nine = TimeReading::At(NaiveTime::from_hms_opt(9, 30, 0).unwrap());
        for text in [
            "1899-12-31T09:30:00.000",
            "1899-12-30T09:30:00.000Z",
            "12/30/1899 09:30:00",
            "30/12/1899 9.30am",
            " 00/01/1900 09:30 ",
        ] {
            assert_eq!(read_time(text), half_past_nine, "{text}");
        }
        let midnight = TimeReading::Unclear(UnclearTime::Midnight);
        assert_eq!(read_time("1899-12-30 00:00:00"), midnight);
        for text in [
            "1898-12-30T09:30:00",
            "1900-01-08T09:30:00",
            "1899-12-3009:30",
        ] {
            assert!(
                matches!(read_time(text), TimeReading::Unreadable(_)),
                "{text}"
            );
        }
    }

    #[test]
    fn minutes_and_seconds_are_no_time_of_day() {
        for text in ["0:18:30", "0:09:00", "0:00:30"] {
            let TimeReading::Unreadable(why) = read_time(text) else {
                panic!("{text}");
            };
            assert!(why.contains("length of time"), "{text}: {why}");
        }
        let past_midnight = TimeReading::At(NaiveTime::from_hms_opt(0, 18, 0).unwrap());
        for text in ["00:18:30", "0:18"] {
            assert_eq!(read_time(text), past_midnight, "{text}");
        }
        let midnight = TimeReading::Unclear(UnclearTime::Midnight);
        assert_eq!(read_time("0:00:00"), midnight);
    }
}
