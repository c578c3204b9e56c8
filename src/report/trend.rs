//! How things moved: the year of the audit against the year before, and against an earlier audit
//! that was saved.

use chrono::{Months, NaiveDate};

use super::words::day_and_year;
use super::{Earlier, Report, ReportedClause, Tally};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// Two periods of twelve months, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// First day of the year before.
    pub before: NaiveDate,
    /// First day of the year that ends with the audit.
    pub now: NaiveDate,
    /// Last day of the year that ends with the audit.
    pub end: NaiveDate,
}

impl Years {
    fn to(end: NaiveDate) -> Option<Years> {
        let start = |months| {
            end.checked_sub_months(Months::new(months))
                .and_then(|day| day.succ_opt())
        };
        Some(Years {
            before: start(24)?,
            now: start(12)?,
            end,
        })
    }

    /// Whether a day lies in the second year, in the first, or in neither.
    fn place(self, day: NaiveDate) -> Option<Year> {
        if self.now <= day && day <= self.end {
            Some(Year::Now)
        } else if self.before <= day && day < self.now {
            Some(Year::Before)
        } else {
            None
        }
    }
}

#[derive(Clone, Copy)]
enum Year {
    Before,
    Now,
}

/// One rung of the ladder, with how many engagements claimed it in each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungCount {
    /// The rung as the charter spells it; none for engagements that claim no rung.
    pub name: Option<SafeText>,
    /// In the year before.
    pub before: usize,
    /// In the year of the audit.
    pub now: usize,
}

/// One clause in two periods.
#[derive(Clone, Copy)]
pub struct Moved<'a> {
    /// The clause.
    pub clause: ReportedClause<'a>,
    /// How it stood then.
    pub before: Tally,
    /// How it stands now.
    pub now: Tally,
}

/// How things moved.
#[derive(Clone, Default)]
pub struct Trend<'a> {
    /// The two years; nothing where dates run out.
    pub years: Option<Years>,
    /// The portfolio by rung, lowest first.
    pub ladder: Vec<RungCount>,
    /// Every clause with verdicts in both years.
    pub clauses: Vec<Moved<'a>>,
    /// Every clause that stands otherwise than in the earlier audit.
    pub against: Vec<Moved<'a>>,
    /// How many clauses the earlier audit has in common with this one.
    pub in_common: usize,
}

impl<'a> Report<'a> {
    /// How things moved over two years, and since the earlier audit.
    pub fn trend(&self) -> Trend<'a> {
        Trend::of(self, self.earlier)
    }
}

impl<'a> Trend<'a> {
    pub(super) fn of(report: &Report<'a>, earlier: Option<&Earlier>) -> Self {
        let end = report
            .scope
            .until
            .map_or(report.scope.as_of, |until| until.min(report.scope.as_of));
        let years = Years::to(end);
        Trend {
            years,
            ladder: years.map_or_else(Vec::new, |years| ladder(report, years)),
            clauses: years.map_or_else(Vec::new, |years| clauses(report, years)),
            against: earlier.map_or_else(Vec::new, |earlier| against(report, earlier)),
            in_common: earlier.map_or(0, |earlier| {
                report
                    .clauses()
                    .filter(|(clause, _)| earlier.tally_of(clause.id().as_str()).is_some())
                    .count()
            }),
        }
    }

    /// Whether there is anything to compare between the two years.
    pub fn has_two_years(&self) -> bool {
        !self.clauses.is_empty()
    }

    /// Whether any engagement claims a rung.
    pub fn has_claims(&self) -> bool {
        self.ladder
            .iter()
            .any(|rung| rung.name.is_some() && rung.before + rung.now > 0)
    }
}

impl Years {
    /// `the year to 31 Jul 2026`.
    pub fn spoken(self) -> SafeText {
        safe!("the year to {}", day_and_year(self.end))
    }
}

/// The portfolio: engagements that took place, by the rung that they claim. It is never a score.
fn ladder(report: &Report<'_>, years: Years) -> Vec<RungCount> {
    let rungs = report.promises().ladder.iter().map(Some).chain([None]);
    let mut all: Vec<(Option<&String>, RungCount)> = rungs
        .map(|name| {
            let rung = RungCount {
                name: name.map(|name| report.safe(name)),
                before: 0,
                now: 0,
            };
            (name, rung)
        })
        .collect();
    for record in &report.reading.records.engagements {
        let year = record.day().and_then(|day| years.place(day));
        let (true, Some(year)) = (record.counts(), year) else {
            continue;
        };
        let claimed = record.ladder.get();
        if let Some((_, rung)) = all.iter_mut().find(|(name, _)| *name == claimed) {
            match year {
                Year::Before => rung.before += 1,
                Year::Now => rung.now += 1,
            }
        }
    }
    all.into_iter().map(|(_, rung)| rung).collect()
}

fn clauses<'a>(report: &Report<'a>, years: Years) -> Vec<Moved<'a>> {
    let charter = report.promises();
    let mut tallies = vec![(Tally::default(), Tally::default()); charter.clauses.len()];
    for finding in report.findings() {
        let year = finding.day().and_then(|day| years.place(day));
        let (Some(year), Some((before, now))) = (year, tallies.get_mut(finding.clause_number()))
        else {
            continue;
        };
        match year {
            Year::Before => before.add(finding.verdict()),
            Year::Now => now.add(finding.verdict()),
        }
    }
    charter
        .clauses
        .iter()
        .zip(tallies)
        .filter(|(_, (before, now))| before.judged() > 0 && now.judged() > 0)
        .map(|(clause, (before, now))| Moved {
            clause: ReportedClause {
                clause,
                redactor: report.redactor(),
            },
            before,
            now,
        })
        .collect()
}

fn against<'a>(report: &Report<'a>, earlier: &Earlier) -> Vec<Moved<'a>> {
    report
        .clauses()
        .filter_map(|(clause, now)| {
            let before = earlier.tally_of(clause.id().as_str())?;
            let differs = [
                Verdict::Kept,
                Verdict::NotKept,
                Verdict::NoEvidence,
                Verdict::Explained,
            ]
            .iter()
            .any(|verdict| before.count(*verdict) != now.count(*verdict));
            differs.then_some(Moved {
                clause,
                before,
                now,
            })
        })
        .collect()
}
