//! What was not kept, could not be shown or was explained: a line for each promise, with how often
//! and where first, the worst first.

use super::super::model::Line;
use super::super::words::grouped;
use super::super::{Report, ReportedFinding};
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;

/// So many records are named.
const NAMED: usize = 2;

/// The lines for one verdict.
pub(super) fn lines(report: &Report<'_>, verdict: Verdict) -> Vec<Line> {
    let mut by_clause: Vec<Vec<ReportedFinding<'_>>> = vec![Vec::new(); report.by_clause.len()];
    for finding in report.with(verdict) {
        if let Some(of_clause) = by_clause.get_mut(finding.clause_number()) {
            of_clause.push(finding);
        }
    }
    by_clause.retain(|findings| !findings.is_empty());
    // Within one weight, what happened most often; otherwise in the order of the charter.
    by_clause.sort_by_key(|findings| {
        let foremost = findings.iter().any(|finding| finding.is_foremost());
        let worst = findings.iter().map(|finding| finding.severity()).min();
        let weighs = (verdict == Verdict::NotKept).then_some((!foremost, worst));
        (weighs, std::cmp::Reverse(findings.len()))
    });
    let lines = by_clause.iter();
    lines
        .filter_map(|findings| line(report, verdict, findings))
        .collect()
}

fn line(report: &Report<'_>, verdict: Verdict, findings: &[ReportedFinding<'_>]) -> Option<Line> {
    let first = findings.first()?;
    let clause = first.clause();
    let name = match verdict {
        Verdict::NotKept | Verdict::Explained => clause.failing_name(),
        Verdict::Kept | Verdict::NoEvidence | Verdict::StillToCome | Verdict::DoesNotApply => {
            clause.promise_name()
        }
    };
    let tally = report.by_clause.get(first.clause_number())?;
    let decided = tally.judged() + tally.count(Verdict::NoEvidence);
    let breaches = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Breach)
        .count();
    let weight = match (verdict, breaches) {
        (Verdict::NotKept, 0) => safe!(" ({})", first.severity().word()),
        (Verdict::NotKept, all) if all == findings.len() => " (breach)".into(),
        (Verdict::NotKept, 1) => " (once a breach)".into(),
        (Verdict::NotKept, some) => safe!(" ({} times a breach)", grouped(some)),
        _ => SafeText::default(),
    };
    let often = match (findings.len(), decided) {
        (1, 1) => "the one time that it came up".into(),
        (count, all) => safe!("{} of {} times", grouped(count), grouped(all)),
    };
    let mut said = safe!("{}{}", often, weight);
    if verdict == Verdict::NoEvidence {
        if let Some(why) = report.commonest(findings) {
            said.push(safe!("; {}", why));
        }
    } else {
        let named = findings.iter().take(NAMED);
        let named = named.map(|finding| report.subject(*finding));
        said.push(safe!(": {}", SafeText::joined(named, "; ")));
        if findings.len() > NAMED {
            said.push("; …");
        }
    }
    Some(Line {
        lead: safe!("{} ({})", name.unwrap_or_default(), clause.id()),
        said,
        about: first.key(),
        clause: Some(clause.id()),
    })
}
