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

/// One thing to do that is overdue, whose it is, until when it still helps, and for which records.
struct Overdue<'a> {
    to_do: &'static str,
    whose: SafeText,
    until: Option<NaiveDate>,
    findings: Vec<ReportedFinding<'a>>,
}

/// What can still be mended: one line for each thing to do and whose it is, however many records it
/// is for. What only helps before an event comes first.
fn overdue(report: &Report<'_>) -> Vec<Line> {
    let mut all: Vec<Overdue<'_>> = Vec::new();
    let silent = report.with(Verdict::NoEvidence);
    let silent = silent.filter(|finding| finding.late_until().is_some());
    for finding in report.with(Verdict::NotKept).chain(silent) {
        let Some(to_do) = finding.to_do() else {
            continue;
        };
        let (whose, until) = (report.whose(finding), finding.late_until());
        let known = all.iter_mut();
        let mut same =
            known.filter(|it| (it.to_do, it.until) == (to_do, until) && it.whose == whose);
        match same.next() {
            Some(same) => same.findings.push(finding),
            None => all.push(Overdue {
                to_do,
                whose,
                until,
                findings: vec![finding],
            }),
        }
    }
    all.sort_by_key(|it| {
        let most = std::cmp::Reverse(it.findings.len());
        (
            it.until.is_none(),
            it.until,
            it.since().is_none(),
            most,
            it.since(),
        )
    });
    all.iter().filter_map(|it| it.line(report)).collect()
}

impl Overdue<'_> {
    /// The earliest day by which it was to be done.
    fn since(&self) -> Option<NaiveDate> {
        self.findings.iter().filter_map(|it| it.due()).min()
    }

    fn line(&self, report: &Report<'_>) -> Option<Line> {
        let oldest = self.findings.iter().min_by_key(|it| (it.due(), it.day()))?;
        let since = match self.since() {
            Some(day) => safe!("Overdue since {}", day_and_year(day)),
            None => "Still open".into(),
        };
        let latest = self
            .until
            .map(|day| safe!(", at the latest by {}", day_and_year(day)));
        let for_what = match self.findings.len() {
            1 => report.subject(*oldest),
            many => safe!(
                "{}, the oldest {}",
                count_of(many, "records"),
                report.subject(*oldest)
            ),
        };
        Some(Line {
            lead: safe!("{}, {}", since, self.whose),
            said: safe!(
                "{}{} ({})",
                self.to_do,
                latest.unwrap_or_default(),
                for_what
            ),
            about: oldest.key(),
        })
    }
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
