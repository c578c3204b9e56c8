//! What somebody can do now, by when: first what is overdue and can still be mended, then what falls
//! due in the next weeks, a line for each thing to do.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::super::model::Line;
use super::super::words::{count_of, day_and_year};
use super::super::{Report, ReportedFinding};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::Span;

/// What falls due in so many days stands on the page.
const AHEAD: Days = Days::new(28);

/// The list, what is overdue first.
pub(super) fn lines(report: &Report<'_>) -> Vec<Line> {
    let mut lines = overdue(report);
    lines.extend(coming(report));
    lines
}

/// What can still be mended: one line for each thing to do and whose it is, however many records it
/// is for.
fn overdue(report: &Report<'_>) -> Vec<Line> {
    let mut groups: Vec<(&str, SafeText, Vec<ReportedFinding<'_>>)> = Vec::new();
    for finding in report.with(Verdict::NotKept) {
        let Some(to_do) = finding.to_do() else {
            continue;
        };
        let whose = report.whose(finding);
        match groups
            .iter_mut()
            .find(|(known, party, _)| *known == to_do && *party == whose)
        {
            Some((_, _, all)) => all.push(finding),
            None => groups.push((to_do, whose, vec![finding])),
        }
    }
    let first = |findings: &[ReportedFinding<'_>]| findings.iter().filter_map(|it| it.due()).min();
    groups.sort_by_key(|(_, _, findings)| {
        let most = std::cmp::Reverse(findings.len());
        (first(findings).is_none(), most, first(findings))
    });
    let line = |(to_do, whose, findings): (&'static str, SafeText, Vec<ReportedFinding<'_>>)| {
        let oldest = findings.iter().min_by_key(|it| (it.due(), it.day()))?;
        let since = match first(&findings) {
            Some(day) => safe!("Overdue since {}", day_and_year(day)),
            None => "Still open".into(),
        };
        let for_what = match findings.len() {
            1 => report.subject(*oldest),
            many => safe!(
                "{}, the oldest {}",
                count_of(many, "records"),
                report.subject(*oldest)
            ),
        };
        Some(Line {
            lead: safe!("{}, {}", since, whose),
            said: safe!("{} ({})", to_do, for_what),
            about: oldest.key(),
        })
    };
    groups.into_iter().filter_map(line).collect()
}

/// What is to be done for one record by one day.
struct Due<'a> {
    actions: Vec<&'static str>,
    parties: Vec<SafeText>,
    finding: ReportedFinding<'a>,
}

/// What falls due: all that is to be done for one record by one day together.
fn coming(report: &Report<'_>) -> Vec<Line> {
    let last = report.due_by().unwrap_or_else(|| {
        let ahead = report.as_of().checked_add_days(AHEAD);
        ahead.unwrap_or(NaiveDate::MAX)
    });
    let mut all: BTreeMap<(NaiveDate, Span), Due<'_>> = BTreeMap::new();
    for finding in report.with(Verdict::StillToCome) {
        let (Some(day), Some(to_do)) = (finding.due(), finding.to_do()) else {
            continue;
        };
        if day > last {
            continue;
        }
        let due = all.entry((day, finding.subject_at())).or_insert(Due {
            actions: Vec::new(),
            parties: Vec::new(),
            finding,
        });
        if !due.actions.contains(&to_do) {
            due.actions.push(to_do);
        }
        let whose = report.whose(finding);
        if !due.parties.contains(&whose) {
            due.parties.push(whose);
        }
    }
    let due = all.into_iter();
    due.map(|((day, _), due)| {
        let parties = SafeText::listed(due.parties, "and");
        let actions = due.actions.into_iter().map(SafeText::own);
        let actions = SafeText::joined(actions, "; ");
        Line {
            lead: safe!("By {}, {}", day_and_year(day), parties),
            said: safe!("{} ({})", actions, report.subject(due.finding)),
            about: due.finding.key(),
        }
    })
    .collect()
}
