//! What there is to judge: every subject that the records give, with its name for reports.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Datelike as _, Months, NaiveDate};

use super::file_cases::files;
use super::finding::SubjectName;
use super::scope::AuditScope;
use crate::charter::Charter;
use crate::rules::{
    DecisionCase, FileCase, Involvement, Period, PeriodLength, Project, Rule, Signatory, Unplaced,
    Whole,
};
use closed_words::key;
use engagement_records::record::{Decision, Engagement, Records, SubjectKind};
use located::source::{Sources, Span};
use working_days::{SchoolYear, day_and_year};

/// Nobody audits more periods than these at once; a slip in a year must not make thousands.
const MOST_PERIODS: usize = 40;

/// Every subject that is made of several records.
pub(super) struct Subjects<'a> {
    /// The engagements of the period that was asked for.
    pub(super) inside: Vec<&'a Engagement>,
    pub(super) projects: Vec<Project<'a>>,
    /// Decisions with the place of their project among `projects`.
    pub(super) decisions: Vec<(&'a Decision, Option<usize>)>,
    pub(super) signatories: Vec<Signatory<'a>>,
    pub(super) periods: Vec<Period<'a>>,
    pub(super) files: Vec<FileCase<'a>>,
    pub(super) whole: Whole<'a>,
}

impl<'a> Subjects<'a> {
    pub(super) fn of(
        charter: &'a Charter,
        records: &'a Records,
        sources: &'a Sources,
        scope: &AuditScope,
    ) -> Self {
        let (projects, by_name) = projects(records);
        let decisions = records
            .decisions
            .iter()
            .map(|decision| {
                let project = decision.project.get();
                let at = project.and_then(|name| by_name.get(&key(name))).copied();
                (decision, at)
            })
            .collect();
        let inside: Vec<&Engagement> = records
            .engagements
            .iter()
            .filter(|record| scope.covers(record.day()))
            .collect();
        let lengths = PeriodLength::ALL
            .iter()
            .filter(|length| judges(charter, scope, |rule| rule.every() == Some(**length)));
        // What was asked for decides which stretches of time are judged, and never what happened in
        // them: cut off in the middle, a year that had its joint event would have none.
        let all: Vec<&Engagement> = records.engagements.iter().collect();
        let periods = lengths.flat_map(|length| periods(*length, &all, scope));
        Subjects {
            projects,
            decisions,
            signatories: if judges(charter, scope, |rule| rule.kind() == SubjectKind::Signatory) {
                signatories(charter, records, scope)
            } else {
                Vec::new()
            },
            periods: periods.collect(),
            files: if judges(charter, scope, |rule| rule.kind() == SubjectKind::File) {
                files(records, sources)
            } else {
                Vec::new()
            },
            inside,
            whole: Whole { engagements: all },
        }
    }

    /// Every decision with what was done towards it, in the order of `decisions`.
    pub(super) fn cases(&self, as_of: NaiveDate) -> Vec<DecisionCase<'a>> {
        let mut shown: BTreeMap<usize, Involvement<'a>> = BTreeMap::new();
        let unplaced = Unplaced::earliest(&self.whole.engagements);
        let case = |(decision, project): &(&'a Decision, Option<usize>)| DecisionCase {
            decision,
            involvement: Involvement {
                unplaced,
                ..project.map_or_else(Involvement::default, |at| {
                    *shown.entry(at).or_insert_with(|| {
                        let engagements = self.projects.get(at).map(|it| it.engagements.as_slice());
                        Involvement::of(engagements.unwrap_or_default(), as_of)
                    })
                })
            },
        };
        self.decisions.iter().map(case).collect()
    }
}

/// Whether any clause that was asked for is judged by such a rule.
fn judges(charter: &Charter, scope: &AuditScope, by: impl Fn(&Rule) -> bool) -> bool {
    charter
        .clauses
        .iter()
        .enumerate()
        .any(|(at, clause)| scope.asks_for(at, clause) && clause.judged.rule().is_some_and(&by))
}

/// All engagements and decisions by project; an engagement without a project is one of its own.
/// `Short breaks` and `short-breaks` are the same project.
fn projects(records: &Records) -> (Vec<Project<'_>>, BTreeMap<String, usize>) {
    let mut all: Vec<Project<'_>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for record in &records.engagements {
        let name = record.project.get().map(String::as_str);
        let at = name.and_then(|name| known.get(&key(name))).copied();
        if let Some(project) = at.and_then(|at| all.get_mut(at)) {
            project.engagements.push(record);
            continue;
        }
        if let Some(name) = name {
            known.insert(key(name), all.len());
        }
        all.push(Project {
            name,
            engagements: vec![record],
            others: Vec::new(),
            decisions: Vec::new(),
        });
    }
    for decision in &records.decisions {
        let name = decision.project.get().map(String::as_str);
        if let Some(project) = name
            .and_then(|name| known.get(&key(name)))
            .and_then(|at| all.get_mut(*at))
        {
            project.decisions.push(decision);
        }
    }
    (all, known)
}

/// How reports name a project; nothing when it has no engagement.
pub(super) fn project_name<'a>(project: &Project<'a>) -> Option<SubjectName<'a>> {
    let first = project.engagements.first()?;
    let days = project.engagements.iter().filter_map(|record| record.day());
    let own = project
        .name
        .map(|name| (SubjectKind::Project, name, true, name));
    let alone = (
        SubjectKind::Engagement,
        first.id.as_str(),
        first.id.is_given(),
        first.name(),
    );
    let (kind, id, id_stays, name) = own.unwrap_or(alone);
    Some(SubjectName {
        kind,
        id: Cow::Borrowed(id),
        id_stays,
        name: Cow::Borrowed(name),
        day: days.max(),
        span: first.span,
    })
}

fn signatories<'a>(
    charter: &'a Charter,
    records: &'a Records,
    scope: &AuditScope,
) -> Vec<Signatory<'a>> {
    let engagements = records
        .engagements
        .iter()
        .filter(|record| record.counts())
        .filter_map(|record| Some((record.day()?, record.span)));
    let requests = records
        .requests
        .iter()
        .filter_map(|request| Some((*request.made.get()?, request.span)));
    let decisions = records
        .decisions
        .iter()
        .filter_map(|decision| Some((*decision.decided.get()?, decision.span)));
    let mut days: Vec<(NaiveDate, Span)> = engagements
        .chain(requests)
        .chain(decisions)
        .filter(|(day, _)| scope.covers(Some(*day)) && *day <= scope.as_of)
        .collect();
    days.sort();
    days.dedup_by_key(|(day, _)| *day);
    charter
        .parties
        .numbered()
        .filter(|(_, party)| scope.side.is_none_or(|side| side == party.side))
        .map(|(id, party)| {
            let contacts: Vec<_> = records
                .contacts
                .iter()
                .filter(|contact| contact.party.get() == Some(&id))
                .collect();
            let conduct: Vec<_> = records
                .conduct
                .iter()
                .filter(|conduct| conduct.party.get() == Some(&id))
                .collect();
            Signatory {
                id,
                party,
                contacts,
                conduct,
                days: days.clone(),
            }
        })
        .collect()
}

/// The periods from the first engagement to the date of the audit, the latest last.
fn periods<'a>(
    length: PeriodLength,
    engagements: &[&'a Engagement],
    scope: &AuditScope,
) -> Vec<Period<'a>> {
    let end = scope
        .until
        .map_or(scope.as_of, |until| until.min(scope.as_of));
    let held: Vec<(NaiveDate, &Engagement)> = engagements
        .iter()
        .filter(|record| record.counts())
        .filter_map(|record| Some((record.day()?, *record)))
        .collect();
    let first_day = held.iter().map(|(day, _)| *day).min();
    let begin = scope.since.or(first_day).unwrap_or(end).min(end);
    let mut stretches = Vec::new();
    let (mut first, mut last) = stretch(length, end);
    while stretches.len() < MOST_PERIODS {
        stretches.push((first, last));
        // A year is the last twelve months only: further back, nobody asks.
        if first <= begin || length == PeriodLength::Year {
            break;
        }
        (first, last) = stretch(length, first.pred_opt().unwrap_or(first));
    }
    stretches
        .into_iter()
        .rev()
        .map(|(first, last)| {
            let engagements: Vec<&Engagement> = held
                .iter()
                .filter(|(day, _)| first <= *day && *day <= last)
                .map(|(_, record)| *record)
                .collect();
            Period {
                length,
                first,
                last,
                engagements,
            }
        })
        .collect()
}

/// The first and last day of the period that holds a day; a year is the one that ends on it.
fn stretch(length: PeriodLength, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let months: u32 = match length {
        PeriodLength::Quarter => 3,
        PeriodLength::Term => 4,
        PeriodLength::Year => {
            let before = day.checked_sub_months(Months::new(12)).unwrap_or(day);
            return (before.succ_opt().unwrap_or(before), day);
        }
    };
    let month = (day.month0() / months) * months + 1;
    let first = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
    let next = first
        .checked_add_months(Months::new(months))
        .unwrap_or(first);
    (first, next.pred_opt().unwrap_or(first))
}

/// How reports name a period; it stands nowhere but in the charter, at `span`.
pub(super) fn period_name(period: &Period<'_>, span: Span) -> SubjectName<'static> {
    let year = period.first.year();
    let (id, name) = match period.length {
        PeriodLength::Quarter => (
            format!("{year}-Q{}", period.first.month0() / 3 + 1),
            format!(
                "{} to {} {year}",
                period.first.format("%B"),
                period.last.format("%B")
            ),
        ),
        PeriodLength::Term => {
            let name = match period.first.month() {
                1 => "spring",
                5 => "summer",
                _ => "autumn",
            };
            let school_year = SchoolYear::of(period.first);
            (
                format!("{school_year}-{name}"),
                format!("{name} term {year}"),
            )
        }
        PeriodLength::Year => (
            format!("year-to-{}", period.last),
            format!("the year to {}", day_and_year(period.last)),
        ),
    };
    SubjectName {
        kind: SubjectKind::Period,
        id: Cow::Owned(id),
        id_stays: true,
        name: Cow::Owned(name),
        day: Some(period.last),
        span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_fixed_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |length, text| stretch(length, day(text));
        assert_eq!(
            of(PeriodLength::Quarter, "2026-02-28"),
            (day("2026-01-01"), day("2026-03-31"))
        );
        assert_eq!(
            of(PeriodLength::Quarter, "2026-12-31"),
            (day("2026-10-01"), day("2026-12-31"))
        );
        assert_eq!(
            of(PeriodLength::Term, "2026-01-01"),
            (day("2026-01-01"), day("2026-04-30"))
        );
        assert_eq!(
            of(PeriodLength::Term, "2025-10-09"),
            (day("2025-09-01"), day("2025-12-31"))
        );
        assert_eq!(
            of(PeriodLength::Year, "2026-07-31"),
            (day("2025-08-01"), day("2026-07-31"))
        );
        assert_eq!(
            of(PeriodLength::Year, "2024-02-29"),
            (day("2023-03-01"), day("2024-02-29"))
        );
    }
}
