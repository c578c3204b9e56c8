//! School terms of several schools, and the times of a school day that families are bound by.

use chrono::{Datelike as _, NaiveDate, NaiveTime};

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

impl Stretch {
    pub(crate) fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}

/// A school whose families are involved. Neighbouring schools do not share holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// The word that records use for it.
    pub id: String,
    /// Half terms, first and last day with pupils, in order and not overlapping.
    pub terms: Vec<Stretch>,
    /// Days in term with staff only.
    pub inset: Vec<NaiveDate>,
}

/// What a day is at one school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayAtSchool {
    /// Pupils are in.
    Open,
    /// Saturday or Sunday.
    Weekend,
    /// A weekday between two half terms.
    Holiday,
    /// Staff only.
    Inset,
    /// A bank holiday.
    BankHoliday,
    /// Before the first or after the last term that the charter lists, or outside the years of
    /// the bank holidays: nobody told the program.
    Unknown,
}

/// A school year by the years it spans: `2025-26`. It starts on 1 September.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// The school year that a day belongs to.
    pub fn of(date: NaiveDate) -> Self {
        SchoolYear(if date.month() >= 9 {
            date.year()
        } else {
            date.year() - 1
        })
    }
}

impl std::fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// Times of day from the start up to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First minute.
    pub from: NaiveTime,
    /// The minute at which it is over.
    pub to: NaiveTime,
}

impl Window {
    /// A window in code, in hours and minutes.
    pub const fn at(from: (u32, u32), to: (u32, u32)) -> Self {
        const fn time(at: (u32, u32)) -> NaiveTime {
            match NaiveTime::from_hms_opt(at.0, at.1, 0) {
                Some(time) => time,
                None => NaiveTime::MIN,
            }
        }
        Window {
            from: time(from),
            to: time(to),
        }
    }

    /// Whether the two share any time. Windows that only touch do not.
    pub fn overlaps(self, other: Window) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether this one holds the whole of the other.
    pub fn holds(self, other: Window) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

/// When families are bound by school, and when they like to meet. Local times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolDay {
    /// Taking children to school.
    pub drop_off: Window,
    /// Fetching them.
    pub pick_up: Window,
    /// When children are taught.
    pub lessons: Window,
    /// When parents can best come.
    pub preferred: Window,
    /// From the start of this window on, no school time is in the way.
    pub evening: Window,
}

impl Default for SchoolDay {
    /// Lessons: the 32.5-hour week of the Department for Education's expectation for England.
    /// Preferred: 10am to 2pm, a council's published good practice. The others are proposals that
    /// the parties can change in the charter.
    fn default() -> Self {
        SchoolDay {
            drop_off: Window::at((8, 15), (9, 30)),
            pick_up: Window::at((14, 45), (16, 0)),
            lessons: Window::at((8, 45), (15, 15)),
            preferred: Window::at((10, 0), (14, 0)),
            evening: Window::at((18, 30), (21, 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn windows_that_touch_do_not_overlap() {
        let pick_up = SchoolDay::default().pick_up;
        assert!(!pick_up.overlaps(Window::at((13, 0), (14, 45))));
        assert!(pick_up.overlaps(Window::at((13, 0), (14, 46))));
        assert!(!pick_up.overlaps(Window::at((16, 0), (17, 0))));
        assert!(pick_up.overlaps(Window::at((8, 0), (18, 0))));
    }

    #[test]
    fn a_window_holds_another_up_to_its_edges() {
        let morning = Window::at((9, 0), (12, 0));
        assert!(morning.holds(morning));
        assert!(morning.holds(Window::at((10, 0), (11, 0))));
        assert!(!morning.holds(Window::at((8, 59), (11, 0))));
        assert!(!morning.holds(Window::at((10, 0), (12, 1))));
        assert!(!morning.holds(Window::at((13, 0), (14, 0))));
    }

    #[test]
    fn school_years_are_named_by_both_years() {
        assert_eq!(SchoolYear::of(date("2025-08-31")).to_string(), "2024-25");
        assert_eq!(SchoolYear::of(date("2025-09-01")).to_string(), "2025-26");
        assert_eq!(SchoolYear::of(date("1999-12-01")).to_string(), "1999-00");
    }
}
