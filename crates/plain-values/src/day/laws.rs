//! What holds for every day, and for every text.

use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;

use super::DateOrder::{DayFirst, MonthFirst};
use super::*;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// `1st`, `2nd`, `11th`.
fn ordinal(day: u32) -> String {
    let ending = match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

proptest! {
    #[test]
    fn every_day_reads_back_in_every_format(days in 0..109_573_u64) {
        let on = date(1900, 1, 1) + chrono::Days::new(days);
        for format in [
            "%-d %B %Y", "%d %b %Y", "%B %-d %Y", "%b %-d, %Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y",
            "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%-d-%b-%Y", "%A %-d %B %Y", "%a %d/%m/%Y",
            "%a, %-d %b %Y", "%d/%m/%Y (%a)", "%d/%m/%Y 00:00:00", "%Y-%m-%dT00:00:00",
            "%A, the %-d of %B, %Y.",
        ] {
            let text = on.format(format).to_string();
            prop_assert_eq!(read_day(&text, DayFirst), DayReading::On(on, None), "{}", text);
        }
        for format in ["%m/%d/%Y", "%-m/%-d/%Y", "%m-%d-%Y", "%a %m/%d/%Y", "%-d %B %Y", "%Y-%m-%d"] {
            let text = on.format(format).to_string();
            prop_assert_eq!(read_day(&text, MonthFirst), DayReading::On(on, None), "{}", text);
        }
        let text = format!("{} {}", ordinal(on.day()), on.format("%B %Y"));
        prop_assert_eq!(read_day(&text, DayFirst), DayReading::On(on, None), "{}", text);
        let text = format!("{} {} {}", on.format("%b"), ordinal(on.day()), on.year());
        prop_assert_eq!(read_day(&text, DayFirst), DayReading::On(on, None), "{}", text);
    }

    #[test]
    fn short_years_are_of_this_century(days in 0..18_262_u64) {
        let on = date(2000, 1, 1) + chrono::Days::new(days);
        prop_assert!(on.year() < 2050);
        for format in ["%-d/%-m/%y", "%d.%m.%y", "%-d-%b-%y", "%-d %B %y", "%a %d/%m/%y", "%B %-d, %y"] {
            let text = on.format(format).to_string();
            prop_assert_eq!(read_day(&text, DayFirst), DayReading::On(on, None), "{}", text);
        }
    }

    #[test]
    fn a_wrong_weekday_never_passes(days in 0..73_049_u64, slip in 1..7_u64) {
        let on = date(1950, 1, 1) + chrono::Days::new(days);
        let other = on + chrono::Days::new(slip);
        let text = format!("{} {}", other.format("%A"), on.format("%-d %B %Y"));
        prop_assert!(matches!(read_day(&text, DayFirst), DayReading::Unreadable(_)), "{}", text);
    }

    #[test]
    fn no_text_is_too_odd(
        text in "\\PC{0,40}",
        pieces in "([0-9]{1,2}|[0-9]{4,5}|[/.,: ()?-]|st|th|march|may|fri| or | to |w/c|tbc|cancelled|am){0,12}",
        serial in proptest::num::f64::ANY,
    ) {
        for order in [DayFirst, MonthFirst] {
            read_day(&text, order);
            read_day(&pieces, order);
        }
        possible_orders(&text);
        possible_orders(&pieces);
        moment_of_serial(serial, false);
        day_of_serial(serial, true);
    }
}
