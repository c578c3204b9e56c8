//! The output of `check`: findings where they are, then a tally by clause.

use std::fmt::Write as _;

use annotate_snippets::Level as Drawn;
use rayon::prelude::*;

use super::text::{tabled, wrap};
use crate::audit::ExplanationOutcome;
use crate::report::snippet::{Drawing, Picture};
use crate::report::words::{count_of, day_and_year};
use crate::report::{FindingText, KNOWN, NO_PLACE, Report, ReportedFinding, table};
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::{SafeText, Unredacted};

/// How much `check` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Only the summary.
    Quiet,
    /// What was not kept in full, the rest in a line each.
    Normal,
    /// What was not kept and what has no evidence in full, and what is still to come.
    Verbose,
}

/// Writes the findings and the tally.
pub fn render(report: &Report<'_>, detail: Detail, colour: bool) -> String {
    let mut out = String::new();
    let drawing = report.drawing(colour);
    out.push_str(&head(report));
    if detail > Detail::Quiet {
        let not_kept = report.with(Verdict::NotKept);
        let (not_kept, known): (Vec<_>, Vec<_>) = not_kept.partition(|it| report.is_new(*it));
        let drawn: Vec<String> = not_kept
            .par_iter()
            .map(|finding| format!("\n{}\n", drawn(report, &drawing, *finding)))
            .collect();
        out.extend(drawn);
        known_already(&mut out, report, &known);
        for (verdict, full) in [
            (Verdict::NoEvidence, detail == Detail::Verbose),
            (Verdict::Explained, detail == Detail::Verbose),
        ] {
            several(&mut out, report, &drawing, verdict, full);
        }
        if detail == Detail::Verbose {
            several(&mut out, report, &drawing, Verdict::StillToCome, false);
            remarks(&mut out, report);
        }
        explanations(&mut out, report);
        itself(&mut out, report);
    }
    if detail > Detail::Quiet {
        out.push('\n');
        out.push_str(&tally(report));
    }
    for fault in report.not_read().filter(|fault| fault.code == NO_PLACE) {
        let _ = writeln!(out, "Cannot be shown: {}: {}", fault.address, fault.message);
    }
    for (what, count) in report.passed_over() {
        let _ = writeln!(out, "Skipped: {what}: {count}");
    }
    out
}

fn head(report: &Report<'_>) -> String {
    let mut head = format!(
        "Charter: {} ({})\nStandards: {}\nAs of: {}, at the end of the day",
        report.charter_title(),
        report.charter_file(),
        report.standing(),
        day_and_year(report.as_of()),
    );
    if let Some(period) = report.period() {
        head.push_str("\nPeriod: ");
        head.push_str(period.as_str());
    }
    if let Some(chosen) = report.chosen() {
        head.push_str("\nOnly: ");
        head.push_str(chosen.as_str());
    }
    head.push_str("\n\n");
    wrap(&mut head, "", "", crate::report::summary(report));
    if !report.is_complete() {
        head.push_str("Not everything could be read; each fault is named with its place.\n");
    }
    head
}

/// What was not kept and stands in the baseline.
fn known_already(out: &mut String, report: &Report<'_>, known: &[ReportedFinding<'_>]) {
    if report.has_baseline() {
        let known = count_of(known.len(), "findings");
        let line = format!("Not kept, and in the baseline already: {known}");
        let _ = writeln!(out, "\n{line}");
    }
    for finding in known {
        let mut told = report.describe(*finding);
        // The heading says so of all of them.
        told.notes.retain(|note| *note != KNOWN);
        let _ = writeln!(out, "{}", line(&told));
    }
}

fn several(
    out: &mut String,
    report: &Report<'_>,
    drawing: &Drawing<'_>,
    verdict: Verdict,
    full: bool,
) {
    let mut findings = report.with(verdict).peekable();
    if findings.peek().is_some() && !full {
        out.push('\n');
    }
    for finding in findings {
        if full {
            out.push('\n');
            out.push_str(&drawn(report, drawing, finding));
        } else {
            out.push_str(&line(&report.describe(finding)));
        }
        out.push('\n');
    }
}

/// What was kept, but should be seen.
fn remarks(out: &mut String, report: &Report<'_>) {
    let remarked = |finding: &ReportedFinding<'_>| finding.has_remarks();
    let mut findings = report.with(Verdict::Kept).filter(remarked).peekable();
    if findings.peek().is_some() {
        out.push('\n');
    }
    for finding in findings {
        out.push_str(&line(&report.describe(finding)));
        out.push('\n');
    }
}

fn drawn(report: &Report<'_>, drawing: &Drawing<'_>, finding: ReportedFinding<'_>) -> String {
    let told = report.describe(finding);
    let level = match (finding.verdict(), finding.severity()) {
        (Verdict::NotKept, Severity::Breach) => Drawn::ERROR.with_name("breach"),
        (Verdict::NotKept, Severity::Concern) => Drawn::WARNING.with_name("concern"),
        (Verdict::NotKept, Severity::Advice) => Drawn::INFO.with_name("advice"),
        _ => Drawn::NOTE.with_name(told.verdict.in_prose()),
    };
    let mut notes: Vec<Unredacted> = vec![told.words.clone().into()];
    if finding.measure().is_some() && report.standards_adopted_on().is_none() {
        notes.push(safe!("standards: {}", report.standing()).into());
    }
    notes.extend(told.notes.iter().cloned().map(Unredacted::from));
    if let (Some(cause), Some(day)) = (report.cause(finding), report.baseline_day()) {
        let since = day_and_year(day);
        notes.push(safe!("new since {}: {}", since, cause.spoken()).into());
    }
    notes.extend(
        told.explained
            .iter()
            .map(|text| safe!("explained: {}", text).into()),
    );
    drawing
        .draw(Picture {
            level,
            id: told.clause.as_str(),
            title: safe!("{}: {}", told.title, told.subject).into(),
            labels: finding.places(),
            notes,
            help: told.remedy.clone().map(Unredacted::from),
        })
        .to_string()
}

fn explanations(out: &mut String, report: &Report<'_>) {
    for (at, explanation) in report.explanations().enumerate() {
        if at == 0 {
            out.push('\n');
        }
        let outcome = match explanation.outcome {
            ExplanationOutcome::Rejected => "explanation not accepted",
            ExplanationOutcome::Unneeded => "explanation not needed",
        };
        let _ = writeln!(
            out,
            "{}: {outcome} [{}] {}: {}",
            explanation.address,
            explanation.clause,
            explanation.subject,
            SafeText::joined(explanation.why, "; ")
        );
    }
}

/// What the charter itself should hear: exceptions that have become the rule.
fn itself(out: &mut String, report: &Report<'_>) {
    let wanted = |code: &str| !matches!(code, "standards-not-adopted" | "never-exercised");
    let remarks = report.remarks();
    for (at, remark) in remarks.filter(|remark| wanted(remark.code)).enumerate() {
        if at == 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "charter: {}", remark.words);
    }
}

fn tally(report: &Report<'_>) -> String {
    let table = table(report);
    let mut out = if table.rows.is_empty() {
        String::new()
    } else {
        format!("{}\n", tabled(&table, 80))
    };
    let untested: Vec<SafeText> = report
        .remarks()
        .filter(|remark| remark.code == "never-exercised")
        .filter_map(|remark| remark.clause)
        .collect();
    if !untested.is_empty() {
        let untested = SafeText::listed(untested, "and");
        wrap(
            &mut out,
            "",
            "",
            safe!("Nothing here falls under {}.", untested),
        );
    }
    let not_judged = report.not_judged().count();
    if not_judged > 0 {
        let clauses = count_of(not_judged, "clauses");
        let _ = writeln!(
            out,
            "Not judged by the program: {clauses}; `charter-audit explain` says why."
        );
    }
    out
}

/// Where a finding is, in one line.
fn line(told: &FindingText) -> String {
    let explained = told
        .explained
        .as_ref()
        .map_or_else(String::new, |text| format!(". {text}"));
    format!(
        "{}: {} [{}] {}, {}: {}{explained}",
        told.address,
        told.verdict.in_prose(),
        told.clause,
        told.title,
        told.name,
        told.evidence()
    )
}
