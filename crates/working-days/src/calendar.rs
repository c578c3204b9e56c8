//! What an area's calendar is, and what a day is by it.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, Weekday};
use chrono_tz::Tz;

use crate::bank_holidays::{BankHolidays, Division, NotCovered};
use crate::schools::{DayAtSchool, School, SchoolDay};

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

    /// What a day is at one of the charter's schools.
    pub fn day_at(&self, school: &School, date: NaiveDate) -> DayAtSchool {
        if is_weekend(date) {
            return DayAtSchool::Weekend;
        }
        match self.is_bank_holiday(date) {
            Err(_) => return DayAtSchool::Unknown,
            Ok(true) => return DayAtSchool::BankHoliday,
            Ok(false) => {}
        }
        if school.inset.contains(&date) {
            return DayAtSchool::Inset;
        }
        if school.terms.iter().any(|term| term.contains(date)) {
            return DayAtSchool::Open;
        }
        let known = school.terms.first().zip(school.terms.last());
        if known.is_some_and(|(first, last)| first.first <= date && date <= last.last) {
            DayAtSchool::Holiday
        } else {
            DayAtSchool::Unknown
        }
    }

    /// A school by its id.
    pub fn school(&self, id: &str) -> Option<&School> {
        self.schools.iter().find(|school| school.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schools::Stretch;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn school(terms: &[(&str, &str)], inset: &[&str]) -> School {
        School {
            id: "a".into(),
            terms: terms
                .iter()
                .map(|(first, last)| Stretch {
                    first: date(first),
                    last: date(last),
                })
                .collect(),
            inset: inset.iter().map(|day| date(day)).collect(),
        }
    }

    #[test]
    fn a_school_is_found_by_its_id() {
        let mut other = school(&[], &[]);
        other.id = "b".to_owned();
        let calendar = Calendar {
            schools: vec![school(&[], &["2024-11-22"]), other.clone()],
            ..Calendar::default()
        };
        assert_eq!(calendar.school("b"), Some(&other));
        assert_eq!(calendar.school("a").unwrap().inset, [date("2024-11-22")]);
        assert_eq!(calendar.school("c"), None);
    }

    #[test]
    fn each_kind_of_day() {
        let calendar = Calendar::default();
        let school = school(
            &[
                ("2024-09-04", "2024-10-18"),
                ("2024-10-28", "2024-12-20"),
                ("2025-04-22", "2025-05-23"),
            ],
            &["2024-11-22"],
        );
        let day = |text| calendar.day_at(&school, date(text));
        assert_eq!(day("2024-09-04"), DayAtSchool::Open);
        assert_eq!(day("2024-10-18"), DayAtSchool::Open);
        assert_eq!(day("2024-10-22"), DayAtSchool::Holiday);
        assert_eq!(day("2024-10-28"), DayAtSchool::Open);
        assert_eq!(day("2024-11-22"), DayAtSchool::Inset);
        assert_eq!(day("2024-11-23"), DayAtSchool::Weekend);
        assert_eq!(day("2025-05-05"), DayAtSchool::BankHoliday);
        assert_eq!(day("2024-09-03"), DayAtSchool::Unknown);
        assert_eq!(day("2025-05-27"), DayAtSchool::Unknown);
        assert_eq!(day("2031-05-27"), DayAtSchool::Unknown);
    }
}
