//! What an audit says about the charter itself: promises that were never tested, exceptions that
//! have become the rule, standards that nobody adopted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::finding::Finding;
use super::scope::AuditScope;
use crate::charter::{Charter, Judged};
use crate::rules::Verdict;
use engagement_records::record::{Reason, SubjectKind};
use located::source::Span;
use working_days::count_of;

/// One thing that those who keep the charter should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A short name that stays the same between versions: `never-exercised`.
    pub code: &'static str,
    /// The clause that it is about, if it is about one.
    pub clause: Option<String>,
    /// What there is to say, a sentence without full stop.
    pub words: String,
    /// The place in the charter, where there is one.
    pub place: Option<Span>,
}

/// Fewer explained engagements than this are no habit, whatever their share.
const FEWEST_EXPLAINED: usize = 3;

pub(super) fn remarks(
    charter: &Charter,
    scope: &AuditScope,
    findings: &[Finding<'_>],
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    remarks.extend(not_adopted(charter));
    remarks.extend(never_exercised(charter, scope, findings));
    remarks.extend(same_reason(charter, findings));
    remarks.extend(too_many_explained(charter, findings));
    remarks
}

fn not_adopted(charter: &Charter) -> Option<Remark> {
    charter
        .standards
        .adopted_on
        .get()
        .is_none()
        .then(|| Remark {
            code: "standards-not-adopted",
            clause: None,
            words: "the standards are tool defaults; the parties have not yet adopted any"
                .to_owned(),
            place: None,
        })
}

/// Clauses that a rule judges, but to which nothing in the records ever applied.
fn never_exercised<'c>(
    charter: &'c Charter,
    scope: &'c AuditScope,
    findings: &[Finding<'_>],
) -> impl Iterator<Item = Remark> + use<'c> {
    let exercised: BTreeSet<usize> = findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::DoesNotApply)
        .map(|finding| finding.at)
        .collect();
    charter
        .clauses
        .iter()
        .enumerate()
        .filter(move |(at, clause)| {
            matches!(clause.judged, Judged::By(_))
                && scope.asks_for(*at, clause)
                && !exercised.contains(at)
        })
        .map(|(_, clause)| Remark {
            code: "never-exercised",
            clause: Some(clause.id.clone()),
            words: format!(
                "clause {} was never tested: nothing in these records falls under it",
                clause.id
            ),
            place: Some(clause.span),
        })
}

/// The same reason for the same clause, again and again within a year.
fn same_reason(charter: &Charter, findings: &[Finding<'_>]) -> Vec<Remark> {
    let most = charter.explanations.same_reason as usize;
    let mut days: BTreeMap<(usize, Reason), BTreeSet<(NaiveDate, Span)>> = BTreeMap::new();
    for finding in findings {
        if let Some(explained) = &finding.explained {
            let day = finding.about.day.unwrap_or(explained.agreed_on);
            days.entry((finding.at, explained.reason))
                .or_default()
                .insert((day, explained.span));
        }
    }
    let mut remarks = Vec::new();
    for ((at, reason), days) in days {
        let days: Vec<NaiveDate> = days.into_iter().map(|(day, _)| day).collect();
        let often = days.windows(most.max(1)).any(|window| {
            let (Some(first), Some(last)) = (window.first(), window.last()) else {
                return false;
            };
            first
                .checked_add_months(Months::new(12))
                .is_some_and(|year| *last < year)
        });
        let Some(clause) = charter.clauses.get(at).filter(|_| often) else {
            continue;
        };
        remarks.push(Remark {
            code: "same-reason-again",
            clause: Some(clause.id.clone()),
            words: format!(
                "clause {} was explained with “{}” {} times, {most} or more of them within \
                 twelve months; an exception that is the rule should change the standard or the \
                 practice",
                clause.id,
                reason.spoken(),
                days.len(),
            ),
            place: Some(clause.span),
        });
    }
    remarks
}

/// More engagements with an explanation than the charter thinks healthy.
fn too_many_explained(charter: &Charter, findings: &[Finding<'_>]) -> Option<Remark> {
    let of_engagements = |explained: bool| -> usize {
        findings
            .iter()
            .filter(|finding| {
                finding.about.kind == SubjectKind::Engagement
                    && finding.verdict != Verdict::DoesNotApply
                    && (!explained || finding.explained.is_some())
            })
            .map(|finding| finding.about.span)
            .collect::<BTreeSet<Span>>()
            .len()
    };
    let explained = of_engagements(true);
    if explained < FEWEST_EXPLAINED {
        return None;
    }
    let all = of_engagements(false);
    let share = charter.explanations.share;
    let too_many = explained * 100 > all * share as usize;
    too_many.then(|| Remark {
        code: "too-many-explained",
        clause: None,
        words: format!(
            "{explained} of {} have an explanation, more than {share} in 100",
            count_of(i64::try_from(all).unwrap_or(i64::MAX), "engagements")
        ),
        place: None,
    })
}
