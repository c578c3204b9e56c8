//! A day and a month without a year: `15/1`, `Thursday 5 March`.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

/// On which side of a day another one is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearest {
    /// The last one that is not after it.
    NotAfter,
    /// The first one that is not before it.
    NotBefore,
    /// Whichever is nearer.
    Either,
}

/// A day of any year, as whoever wrote it left the year to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfYear {
    month: u32,
    day: u32,
    weekday: Option<Weekday>,
}

impl DayOfYear {
    /// A day of a month, and the day of the week if it was said; nothing where no year has it.
    pub(super) fn new(month: u32, day: u32, weekday: Option<Weekday>) -> Option<Self> {
        // 2024 had a 29 February.
        NaiveDate::from_ymd_opt(2024, month, day)?;
        Some(DayOfYear {
            month,
            day,
            weekday,
        })
    }

    /// The day in a year; nothing where that year has none, or not on the day of the week that was said.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .filter(|day| self.weekday.is_none_or(|said| said == day.weekday()))
    }

    /// The day that is nearest to another one on a side of it, within a year; nothing where there is
    /// none that falls on the day of the week that was said.
    pub fn near(self, around: NaiveDate, side: Nearest) -> Option<NaiveDate> {
        let year = around.year();
        let days = [year - 1, year, year + 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
            .filter(|day| match side {
                Nearest::NotAfter => *day <= around,
                Nearest::NotBefore => *day >= around,
                Nearest::Either => true,
            });
        days.min_by_key(|day| (*day - around).abs())
            .filter(|day| (*day - around).abs() <= TimeDelta::days(366))
            .filter(|day| self.weekday.is_none_or(|said| said == day.weekday()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_year_comes_from_a_day_beside_it() {
        let day = |month, day| DayOfYear::new(month, day, None).unwrap();
        let meeting = date(2026, 1, 29);
        assert_eq!(
            day(1, 15).near(meeting, Nearest::NotAfter),
            Some(date(2026, 1, 15))
        );
        assert_eq!(
            day(12, 20).near(meeting, Nearest::NotAfter),
            Some(date(2025, 12, 20))
        );
        assert_eq!(day(1, 29).near(meeting, Nearest::NotAfter), Some(meeting));
        assert_eq!(day(1, 29).near(meeting, Nearest::NotBefore), Some(meeting));
        assert_eq!(
            day(1, 15).near(meeting, Nearest::NotBefore),
            Some(date(2027, 1, 15))
        );
        assert_eq!(
            day(2, 10).near(meeting, Nearest::NotBefore),
            Some(date(2026, 2, 10))
        );
        assert_eq!(
            day(12, 20).near(meeting, Nearest::Either),
            Some(date(2025, 12, 20))
        );
        assert_eq!(
            day(3, 5).near(meeting, Nearest::Either),
            Some(date(2026, 3, 5))
        );
    }

    #[test]
    fn a_day_of_the_week_must_agree() {
        // 5 March 2026 is a Thursday.
        let said = |weekday| DayOfYear::new(3, 5, Some(weekday)).unwrap();
        let sent = date(2026, 2, 1);
        assert_eq!(
            said(Weekday::Thu).near(sent, Nearest::NotBefore),
            Some(date(2026, 3, 5))
        );
        assert_eq!(said(Weekday::Fri).near(sent, Nearest::NotBefore), None);
    }

    #[test]
    fn some_days_are_in_no_year_and_some_in_few() {
        assert_eq!(DayOfYear::new(2, 30, None), None);
        let leap = DayOfYear::new(2, 29, None).unwrap();
        assert_eq!(
            leap.near(date(2028, 5, 1), Nearest::NotAfter),
            Some(date(2028, 2, 29))
        );
        assert_eq!(leap.near(date(2026, 5, 1), Nearest::Either), None);
    }
}
