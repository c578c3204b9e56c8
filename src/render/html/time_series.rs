//! Verdicts by month, quarter or year of the day of what they are about.

use chrono::{Datelike as _, NaiveDate};

use super::verdict_style::COUNTED;
use crate::report::{Report, Table, Tally};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// How long the stretch of a column is.
#[derive(Clone, Copy)]
pub(super) enum Interval {
    Month,
    Quarter,
    Year,
}

/// The intervals from fine to coarse, each with how many columns of it are still told apart.
const INTERVALS: [(Interval, i32); 3] = [
    (Interval::Month, 24),
    (Interval::Quarter, 40),
    (Interval::Year, 40),
];

pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Interval {
    fn in_a_year(self) -> i32 {
        match self {
            Interval::Month => 12,
            Interval::Quarter => 4,
            Interval::Year => 1,
        }
    }

    /// The place of a day among all stretches of this length.
    pub(super) fn place(self, day: NaiveDate) -> i32 {
        let month = i32::try_from(day.month0()).unwrap_or(0);
        day.year() * self.in_a_year() + month * self.in_a_year() / 12
    }

    pub(super) fn year(self, place: i32) -> i32 {
        place.div_euclid(self.in_a_year())
    }

    /// The first month of a stretch, from 0.
    pub(super) fn month(self, place: i32) -> i32 {
        place.rem_euclid(self.in_a_year()) * 12 / self.in_a_year()
    }

    pub(super) fn name(self, place: i32) -> SafeText {
        let year = self.year(place);
        let month = |at: i32| {
            let at = usize::try_from(at).ok();
            at.and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
        };
        let first = self.month(place);
        match self {
            Interval::Month => safe!("{} {}", month(first), year),
            Interval::Quarter => safe!("{} to {} {}", month(first), month(first + 2), year),
            Interval::Year => safe!("{}", year),
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Interval::Month => "month",
            Interval::Quarter => "quarter",
            Interval::Year => "year",
        }
    }
}

/// Verdicts by stretch of time.
pub(super) struct TimeSeries {
    pub(super) interval: Interval,
    pub(super) first: i32,
    pub(super) tallies: Vec<Tally>,
    /// How many verdicts are about something without a day, or about years before the first.
    pub(super) outside: usize,
}

impl TimeSeries {
    pub(super) fn of(report: &Report<'_>) -> Option<TimeSeries> {
        let counted: Vec<(Verdict, Option<NaiveDate>)> = report
            .findings()
            .filter(|finding| finding.verdict() != Verdict::DoesNotApply)
            .map(|finding| (finding.verdict(), finding.day()))
            .collect();
        let days = || counted.iter().filter_map(|(_, day)| *day);
        let (begin, end) = (days().min()?, days().max()?);
        let length = |interval: Interval| interval.place(end) - interval.place(begin) + 1;
        let fitting = INTERVALS
            .iter()
            .find(|(interval, most)| length(*interval) <= *most);
        let (interval, most) = *fitting.or(INTERVALS.last())?;
        let length = length(interval).min(most);
        let first = interval.place(end) - length + 1;
        let mut series = TimeSeries {
            interval,
            first,
            tallies: vec![Tally::default(); usize::try_from(length).ok()?],
            outside: 0,
        };
        for (verdict, day) in counted {
            let at = day.and_then(|day| usize::try_from(interval.place(day) - first).ok());
            match at.and_then(|at| series.tallies.get_mut(at)) {
                Some(tally) => tally.join(&Tally::of(&[(verdict, 1)])),
                None => series.outside += 1,
            }
        }
        Some(series)
    }

    pub(super) fn places(&self) -> impl Iterator<Item = (i32, &Tally)> {
        (self.first..).zip(&self.tallies)
    }

    pub(super) fn table(&self) -> Table {
        let rows = self.places().map(|(place, tally)| {
            let counts = COUNTED.map(|verdict| match tally.count(verdict) {
                0 => "-".into(),
                count => safe!("{}", count),
            });
            [self.interval.name(place)]
                .into_iter()
                .chain(counts)
                .collect()
        });
        let header = [
            "When",
            "Kept",
            "Not kept",
            "No evidence",
            "Explained",
            "Still to come",
        ];
        Table {
            header: header.map(SafeText::own).into(),
            rows: rows.collect(),
            numbers_from: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fall_into_their_stretch() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (interval, text, name) in [
            (Interval::Month, "2026-01-31", "Jan 2026"),
            (Interval::Month, "2025-12-01", "Dec 2025"),
            (Interval::Quarter, "2025-12-31", "Oct to Dec 2025"),
            (Interval::Quarter, "2026-01-01", "Jan to Mar 2026"),
            (Interval::Year, "2026-07-01", "2026"),
        ] {
            assert_eq!(interval.name(interval.place(day(text))), name);
        }
    }
}
