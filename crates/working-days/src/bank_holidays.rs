//! Bank holidays of the United Kingdom, by division, with the years that the table covers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

/// GOV.UK's published table, 2012 to 2028, in its own format, one-off days included. Its days only: every
/// run reads it, and names and notes were four fifths of that.
/// Contains public sector information licensed under the Open Government Licence v3.0.
/// Source: gov.uk/bank-holidays.json, as kept by the package govuk-bank-holidays 0.19, and Scotland's
/// 15 June 2026, which was proclaimed on 3 February 2026, after that copy was made.
const BUILT_IN: &str = include_str!("bank-holidays.json");

closed_words::words! {
    /// The parts of the United Kingdom that have bank holidays of their own.
    pub enum Division {
        /// England and Wales share theirs.
        EnglandAndWales = "england-and-wales",
        /// 2 January, St Andrew's Day, an earlier August day; no Easter Monday.
        Scotland = "scotland",
        /// St Patrick's Day and 12 July.
        NorthernIreland = "northern-ireland",
    }
}

/// The bank holidays of one division and the years for which they are complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHolidays {
    division: Division,
    days: BTreeSet<NaiveDate>,
    first_year: i32,
    last_year: i32,
}

#[derive(Deserialize)]
struct GovUkDivision {
    events: Vec<PublishedDay>,
}

#[derive(Deserialize)]
struct PublishedDay {
    date: String,
}

impl BankHolidays {
    /// The table that ships with the program.
    pub fn built_in(division: Division) -> Self {
        // Reading the table is a good part of what a short run does.
        static READ: [OnceLock<BankHolidays>; Division::ALL.len()] =
            [const { OnceLock::new() }; Division::ALL.len()];
        let read = || {
            // The table is part of the program and a test reads it; an empty one would cover no
            // year, so even then nothing could be counted wrongly.
            Self::from_published(BUILT_IN, division).unwrap_or(BankHolidays {
                division,
                days: BTreeSet::new(),
                first_year: i32::MAX,
                last_year: i32::MIN,
            })
        };
        let known = READ.get(division as usize);
        known.map_or_else(read, |known| known.get_or_init(read).clone())
    }

    /// Reads a table in the format that GOV.UK publishes. It is taken to be complete from the
    /// year of its first day to the year of its last.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the table.
    pub fn from_published(text: &str, division: Division) -> Result<Self, String> {
        let table: BTreeMap<String, GovUkDivision> =
            serde_json::from_str(text).map_err(|error| not_a_table(&error))?;
        let name = division.word();
        let published = table
            .get(name)
            .ok_or_else(|| format!("the table has no division `{name}`"))?;
        let days = published
            .events
            .iter()
            .map(|day| {
                NaiveDate::parse_from_str(&day.date, "%Y-%m-%d")
                    .map_err(|_| "a day in the table is not a date like 2026-12-25".to_owned())
            })
            .collect::<Result<BTreeSet<_>, _>>()?;
        match (days.first(), days.last()) {
            (Some(first), Some(last)) => Ok(BankHolidays {
                division,
                first_year: first.year(),
                last_year: last.year(),
                days,
            }),
            _ => Err(format!("the table lists no day for `{name}`")),
        }
    }

    /// Whose they are.
    pub fn division(&self) -> Division {
        self.division
    }

    /// The first and the last year that the table covers.
    pub fn years(&self) -> (i32, i32) {
        (self.first_year, self.last_year)
    }

    /// Every one of them, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().copied()
    }

    pub(super) fn contains(&self, date: NaiveDate) -> Result<bool, NotCovered> {
        let year = date.year();
        if (self.first_year..=self.last_year).contains(&year) {
            Ok(self.days.contains(&date))
        } else {
            Err(NotCovered { year })
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

/// What is wrong with a text that is no table. The words of the error would quote it, and a charter
/// from elsewhere may name any file.
fn not_a_table(error: &serde_json::Error) -> String {
    let what = if error.is_data() {
        "holds something else"
    } else {
        "is no JSON"
    };
    format!(
        "this is not a bank holiday table in GOV.UK's format: line {} {what} at column {}",
        error.line(),
        error.column()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(division: Division, year: i32, month: u32, day: u32) -> Result<bool, NotCovered> {
        BankHolidays::built_in(division)
            .contains(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn the_built_in_table_covers_2012_to_2028() {
        for division in Division::ALL {
            assert_eq!(BankHolidays::built_in(*division).years(), (2012, 2028));
        }
        assert_eq!(
            on(Division::EnglandAndWales, 2031, 1, 1),
            Err(NotCovered { year: 2031 })
        );
        assert_eq!(
            on(Division::EnglandAndWales, 2011, 6, 1),
            Err(NotCovered { year: 2011 })
        );
    }

    #[test]
    fn one_off_days_are_in() {
        let england = |y, m, d| on(Division::EnglandAndWales, y, m, d);
        // VE day moved the early May day; the jubilee, the funeral and the coronation added days.
        assert_eq!(england(2020, 5, 8), Ok(true));
        assert_eq!(england(2020, 5, 4), Ok(false));
        assert_eq!(england(2022, 6, 2), Ok(true));
        assert_eq!(england(2022, 6, 3), Ok(true));
        assert_eq!(england(2022, 9, 19), Ok(true));
        assert_eq!(england(2023, 5, 8), Ok(true));
        // Substitute days.
        assert_eq!(england(2021, 12, 27), Ok(true));
        assert_eq!(england(2022, 12, 27), Ok(true));
        assert_eq!(england(2028, 1, 3), Ok(true));
    }

    #[test]
    fn every_day_is_listed_in_order() {
        let table = BankHolidays::built_in(Division::EnglandAndWales);
        let in_2026 = table.days().filter(|day| day.year() == 2026);
        let days: Vec<String> = in_2026.map(|day| day.format("%d %b").to_string()).collect();
        // New Year, Good Friday, Easter Monday, the two of May, August, Christmas, and Monday 28 for
        // Boxing Day on a Saturday.
        let known = "01 Jan, 03 Apr, 06 Apr, 04 May, 25 May, 31 Aug, 25 Dec, 28 Dec";
        assert_eq!(days.join(", "), known);
        // Its last year is 2028.
        let beyond = on(Division::EnglandAndWales, 2029, 1, 1).unwrap_err();
        assert_eq!(beyond.to_string(), "the calendar does not cover 2029");
    }

    #[test]
    fn the_divisions_differ() {
        assert_eq!(on(Division::Scotland, 2026, 1, 2), Ok(true));
        assert_eq!(on(Division::EnglandAndWales, 2026, 1, 2), Ok(false));
        // For the World Cup, in Scotland alone.
        assert_eq!(on(Division::Scotland, 2026, 6, 15), Ok(true));
        assert_eq!(on(Division::EnglandAndWales, 2026, 6, 15), Ok(false));
        assert_eq!(on(Division::NorthernIreland, 2026, 6, 15), Ok(false));
        assert_eq!(on(Division::NorthernIreland, 2026, 3, 17), Ok(true));
        assert_eq!(on(Division::Scotland, 2026, 4, 6), Ok(false));
    }

    #[test]
    fn a_table_that_is_not_one_says_so() {
        let read = |text| BankHolidays::from_published(text, Division::Scotland).unwrap_err();
        assert!(read("[]").contains("not a bank holiday table"));
        assert!(read("secret").ends_with("line 1 is no JSON at column 1"));
        // Up to and with the closing quotes, at the 13th sign of the second line.
        let other = "{\n\"a\": \"secret\"}";
        assert!(read(other).ends_with("line 2 holds something else at column 13"));
        assert!(read("{}").contains("no division `scotland`"));
        assert!(read(r#"{"scotland": {"events": []}}"#).contains("lists no day"));
        assert!(read(r#"{"scotland": {"events": [{"date": "1/1/26"}]}}"#).contains("not a date"));
    }
}
