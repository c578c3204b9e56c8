//! Findings in the output of `check`: drawn where they are, in a line each, or counted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::Level as Drawn;
use rayon::prelude::*;

use super::{Detail, Shown};
use crate::report::snippet::{Drawing, Picture};
use crate::report::words::{day_and_year, grouped};
use crate::report::{Cause, FindingText, KNOWN, Report, ReportedFinding};
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;

/// What is open, in a line each.
pub(super) fn one_by_one(out: &mut String, report: &Report<'_>, shown: Shown) {
    for verdict in [Verdict::NotKept, Verdict::NoEvidence, Verdict::Explained] {
        let findings = report.with(verdict);
        let findings = findings.filter(|finding| is_to_be_seen(report, *finding));
        several(out, report, findings.collect(), shown, |report, finding| {
            line(&report.describe(finding))
        });
    }
}

/// What the baseline does not have: in full for what the audit fails, what else was not kept in a
/// line each, and what has no evidence counted.
pub(super) fn new(out: &mut String, report: &Report<'_>, shown: Shown) {
    let drawing = report.drawing(shown.colour);
    let open = [Verdict::NotKept, Verdict::NoEvidence];
    let open = open.into_iter().flat_map(|verdict| report.with(verdict));
    let new = open.filter(|finding| report.is_new(*finding));
    let (fails, others): (Vec<_>, Vec<_>) = new.partition(|finding| report.decides(*finding));
    several(out, report, fails, shown, |report, finding| {
        format!("\n{}", drawn(report, &drawing, finding))
    });
    let others = others.into_iter();
    let (others, silent): (Vec<_>, Vec<_>) =
        others.partition(|finding| finding.verdict() == Verdict::NotKept);
    apart(out, report, others, shown, |report, finding| {
        let cause = report.cause(finding).map(Cause::spoken);
        let mut line = line(&report.describe(finding));
        if let Some(cause) = cause {
            let _ = write!(line, " (new: {cause})");
        }
        line
    });
    if !silent.is_empty() {
        let counts = by_promise(silent).map(|(count, one)| {
            let told = report.describe(one);
            safe!("{} {} {}", grouped(count), *told.clause, told.title())
        });
        let counts = SafeText::joined(counts, ", ");
        let _ = writeln!(out, "\nNew without evidence: {counts}");
    }
}

/// Everything that was not kept in full, the rest in a line each or in full as well.
pub(super) fn all(out: &mut String, report: &Report<'_>, shown: Shown) {
    let drawing = report.drawing(shown.colour);
    let verbose = shown.detail == Detail::Verbose;
    let full = |report: &Report<'_>, finding: ReportedFinding<'_>| {
        format!("\n{}", drawn(report, &drawing, finding))
    };
    let short = |report: &Report<'_>, finding: ReportedFinding<'_>| line(&report.describe(finding));
    let (new, known): (Vec<_>, Vec<_>) = report
        .with(Verdict::NotKept)
        .partition(|finding| report.is_new(*finding));
    several(out, report, new, shown, full);
    if report.has_baseline() {
        let known_count = grouped(known.len());
        let _ = writeln!(
            out,
            "\nNot kept, and in the baseline already: {known_count}"
        );
        several(out, report, known, shown, |report, finding| {
            let mut told = report.describe(finding);
            // The heading says so of all of them.
            told.notes.retain(|note| *note != KNOWN);
            line(&told)
        });
    }
    for verdict in [Verdict::NoEvidence, Verdict::Explained] {
        let findings: Vec<_> = report.with(verdict).collect();
        if verbose {
            several(out, report, findings, shown, full);
        } else {
            apart(out, report, findings, shown, short);
        }
    }
    if verbose {
        let to_come = report.with(Verdict::StillToCome);
        apart(out, report, to_come.collect(), shown, short);
        let kept = report.with(Verdict::Kept);
        let remarked = kept.filter(|finding| finding.has_remarks());
        apart(out, report, remarked.collect(), shown, short);
    }
}

/// Whether there is no baseline that has it.
fn is_to_be_seen(report: &Report<'_>, finding: ReportedFinding<'_>) -> bool {
    !report.has_baseline() || report.cause(finding).is_some()
}

/// Findings after a blank line.
fn apart<'a>(
    out: &mut String,
    report: &Report<'a>,
    findings: Vec<ReportedFinding<'a>>,
    shown: Shown,
    write: impl Fn(&Report<'a>, ReportedFinding<'a>) -> String + Sync,
) {
    if !findings.is_empty() {
        out.push('\n');
    }
    several(out, report, findings, shown, write);
}

/// The first findings as they are to be written, and how many more there are
/// under each promise.
fn several<'a>(
    out: &mut String,
    report: &Report<'a>,
    mut findings: Vec<ReportedFinding<'a>>,
    shown: Shown,
    write: impl Fn(&Report<'a>, ReportedFinding<'a>) -> String + Sync,
) {
    let most = match shown.most {
        0 => findings.len(),
        most => most.min(findings.len()),
    };
    let rest = findings.split_off(most);
    let written: Vec<String> = findings
        .par_iter()
        .map(|finding| write(report, *finding) + "\n")
        .collect();
    out.extend(written);
    let mut more: BTreeMap<usize, (usize, ReportedFinding<'_>)> = BTreeMap::new();
    for finding in rest {
        more.entry(finding.clause_number())
            .or_insert((0, finding))
            .0 += 1;
    }
    for (count, one) in more.into_values() {
        let told = report.describe(one);
        let _ = writeln!(
            out,
            "and {} more {} [{}] {}",
            grouped(count),
            told.verdict.in_prose(),
            told.clause,
            told.title()
        );
    }
}

/// How many findings there are under each promise, by verdict, with one of them.
fn by_promise(
    findings: Vec<ReportedFinding<'_>>,
) -> impl Iterator<Item = (usize, ReportedFinding<'_>)> {
    let mut all = BTreeMap::new();
    for finding in findings {
        let key = (finding.verdict(), finding.clause_number());
        all.entry(key).or_insert((0, finding)).0 += 1;
    }
    all.into_values()
}

fn drawn(report: &Report<'_>, drawing: &Drawing<'_>, finding: ReportedFinding<'_>) -> String {
    let told = report.describe(finding);
    let level = match (finding.verdict(), finding.severity()) {
        (Verdict::NotKept, Severity::Breach) => Drawn::ERROR.with_name("breach"),
        (Verdict::NotKept, Severity::Concern) => Drawn::WARNING.with_name("concern"),
        (Verdict::NotKept, Severity::Advice) => Drawn::INFO.with_name("advice"),
        _ => Drawn::NOTE.with_name(told.verdict.in_prose()),
    };
    let mut notes = vec![told.words.clone()];
    let number = report.number_of(finding);
    if let Some(from) = number.filter(|_| finding.measure().is_some()) {
        notes.push(safe!("number: {}", from.spoken()));
    }
    notes.extend(told.notes.iter().cloned());
    if let (Some(cause), Some(day)) = (report.cause(finding), report.baseline_day()) {
        let since = day_and_year(day);
        notes.push(safe!("new since {}: {}", since, cause.spoken()));
    }
    notes.extend(
        told.explained()
            .iter()
            .map(|text| safe!("explained: {}", text)),
    );
    drawing
        .draw(Picture {
            level,
            id: told.clause.as_str(),
            title: safe!("{}: {}", told.title(), told.subject()),
            labels: finding.places(),
            notes,
            help: told.remedy.clone(),
        })
        .to_string()
}

/// Where a finding is, in one line.
fn line(told: &FindingText<'_>) -> String {
    let explained = told
        .explained()
        .as_ref()
        .map_or_else(String::new, |text| format!(". {text}"));
    format!(
        "{}: {} [{}] {}, {}: {}{explained}",
        told.address(),
        told.verdict.in_prose(),
        told.clause,
        told.title(),
        told.name,
        told.evidence()
    )
}
