//! How an audit ended: what is new, what is known, and why it failed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::report::words::{day_and_year, grouped};
use crate::report::{Cause, Outcome, Report, ReportedFinding};
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;

/// So many promises are named of those for which an audit failed.
const MOST_NAMED: usize = 3;

/// Writes what was found and how it ended, the latter in the last line.
pub(super) fn write(out: &mut String, report: &Report<'_>) {
    for line in found(report) {
        let _ = writeln!(out, "{line}.");
    }
    let _ = writeln!(out, "{}", ended(report));
}

/// All of that in one line.
pub fn in_one_line(report: &Report<'_>) -> SafeText {
    safe!(
        "{}. {}",
        SafeText::joined(found(report), ". "),
        ended(report)
    )
}

/// What was found, in a sentence or two without full stop.
fn found(report: &Report<'_>) -> Vec<SafeText> {
    let Some(day) = report.baseline_day() else {
        return vec![safe!(
            "Found: {}",
            SafeText::joined(counts(report, |_| true), ", ")
        )];
    };
    let mut known = counts(report, |finding| report.cause(finding).is_none());
    if let Some(gone) = report.put_right().filter(|gone| *gone > 0) {
        known.push(safe!("{} of the baseline no longer there", grouped(gone)));
    }
    let mut new = counts(report, |finding| report.cause(finding).is_some());
    new.extend(causes(report));
    vec![
        safe!(
            "New since {}: {}",
            day_and_year(day),
            SafeText::joined(new, ", ")
        ),
        safe!("Known: {}", SafeText::joined(known, ", ")),
    ]
}

/// How many findings of some kind were not kept, with how much they matter, how many have no
/// evidence, and how many are explained, if any.
fn counts<'a>(report: &Report<'a>, wanted: impl Fn(ReportedFinding<'a>) -> bool) -> Vec<SafeText> {
    let of = |verdict| report.with(verdict).filter(|finding| wanted(*finding));
    let by_severity = Severity::ALL.iter().filter_map(|severity| {
        let some = of(Verdict::NotKept).filter(|finding| finding.severity() == *severity);
        match some.count() {
            0 => None,
            count => Some(safe!("{} {}", severity.word(), grouped(count))),
        }
    });
    let by_severity: Vec<SafeText> = by_severity.collect();
    let not_kept = safe!("{} not kept", grouped(of(Verdict::NotKept).count()));
    let not_kept = match by_severity.as_slice() {
        [] => not_kept,
        some => safe!("{} ({})", not_kept, SafeText::joined(some, ", ")),
    };
    let no_evidence = of(Verdict::NoEvidence).count();
    let mut counts = vec![not_kept, safe!("{} without evidence", grouped(no_evidence))];
    match of(Verdict::Explained).count() {
        0 => {}
        explained => counts.push(safe!("{} explained", grouped(explained))),
    }
    counts
}

/// How many are new for which reason.
fn causes<'r>(report: &'r Report<'_>) -> impl Iterator<Item = SafeText> + use<'r> {
    Cause::ALL.into_iter().filter_map(move |cause| {
        let findings = report.findings();
        let count = findings
            .filter(|it| report.cause(*it) == Some(cause))
            .count();
        (count > 0).then(|| safe!("{} because {}", grouped(count), cause.spoken()))
    })
}

/// How it ended and why.
fn ended(report: &Report<'_>) -> SafeText {
    let code = usize::from(report.outcome.exit_code());
    let why = match report.outcome {
        Outcome::Clean if report.has_baseline() => "Passed: nothing new counts".into(),
        Outcome::Clean => "Passed: nothing counts that was found".into(),
        Outcome::Findings => failed(report),
        Outcome::Incomplete => {
            let faults = report.errors().count() + report.unreadable().len();
            safe!(
                "Failed: not everything could be read, faults: {}",
                grouped(faults)
            )
        }
    };
    safe!("{}. Exit code {}.", why, code)
}

/// The promises for which it failed.
fn failed(report: &Report<'_>) -> SafeText {
    let findings = report.findings();
    let decide: Vec<_> = findings
        .filter(|finding| report.decides(*finding))
        .collect();
    // One finding can speak for all of its promise: putting each into words takes too long.
    let mut kinds = BTreeSet::new();
    let one_of_each = decide
        .iter()
        .filter(|it| kinds.insert((it.clause_number(), it.verdict())));
    let named = one_of_each.take(MOST_NAMED + 1).map(|finding| {
        let told = report.describe(*finding);
        safe!("{} {}", *told.clause, told.title())
    });
    let mut named: Vec<SafeText> = named.collect();
    if named.len() > MOST_NAMED {
        named.truncate(MOST_NAMED);
        named.push("others".into());
    }
    let new = if report.has_baseline() { "new " } else { "" };
    let counting = if decide.len() == 1 {
        "finding counts"
    } else {
        "findings count"
    };
    safe!(
        "Failed: {} {}{} ({})",
        grouped(decide.len()),
        new,
        counting,
        SafeText::joined(named, ", ")
    )
}
