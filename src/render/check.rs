//! The output of `check`: findings where they are, then a tally by clause.

use std::fmt::Write as _;

use annotate_snippets::Level as Drawn;
use rayon::prelude::*;

use super::snippet::{Drawing, Picture};
use super::text::{tabled, wrap};
use crate::audit::{ExplanationOutcome, Finding};
use crate::report::{KNOWN, Report, Told, table};
use crate::rules::{Severity, Verdict};
use closed_words::listed;
use identifiers::text::Unredacted;
use located::diagnostic::Label;
use working_days::{count_of, day_and_year};

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
    let drawing = Drawing::new(report.sources, report.redactor.clone(), colour);
    out.push_str(&head(report));
    if detail > Detail::Quiet {
        let not_met = report.with(Verdict::NotMet);
        let (not_met, known): (Vec<_>, Vec<_>) = not_met.partition(|it| report.is_new(it));
        let drawn: Vec<String> = not_met
            .par_iter()
            .map(|finding| format!("\n{}\n", drawn(report, &drawing, finding)))
            .collect();
        out.extend(drawn);
        known_already(&mut out, report, &known);
        for (verdict, full) in [
            (Verdict::NotEvidenced, detail == Detail::Verbose),
            (Verdict::Explained, detail == Detail::Verbose),
        ] {
            several(&mut out, report, &drawing, verdict, full);
        }
        if detail == Detail::Verbose {
            several(&mut out, report, &drawing, Verdict::NotYetDue, false);
            remarks(&mut out, report);
        }
        explanations(&mut out, report);
        itself(&mut out, report);
    }
    if detail > Detail::Quiet {
        out.push('\n');
        out.push_str(&tally(report));
    }
    for (what, count) in &report.reading.passed_over {
        let _ = writeln!(out, "Passed over: {}: {count}", report.safe(what));
    }
    out
}

fn head(report: &Report<'_>) -> String {
    let mut head = format!(
        "Charter: {} ({})\nStandards: {}\nAs of: {}, at the end of the day",
        report.safe(&report.promises().title),
        report.safe(&report.charter.name),
        report.standing(),
        day_and_year(report.scope.as_of),
    );
    if let Some(period) = report.period() {
        head.push_str("\nPeriod: ");
        head.push_str(&period);
    }
    if let Some(chosen) = report.chosen() {
        head.push_str("\nOnly: ");
        head.push_str(&chosen);
    }
    head.push_str("\n\n");
    wrap(&mut head, "", "", &crate::report::summary(report));
    if !report.is_complete() {
        head.push_str("Not everything could be read; each fault is named with its place.\n");
    }
    head
}

/// What was not kept and stands in the baseline.
fn known_already(out: &mut String, report: &Report<'_>, known: &[&Finding<'_>]) {
    if report.has_baseline() {
        let known = count_of(i64::try_from(known.len()).unwrap_or(i64::MAX), "findings");
        let line = format!("Not kept, and in the baseline already: {known}");
        let _ = writeln!(out, "\n{line}");
    }
    for finding in known {
        let mut told = report.tell(finding);
        // The heading says so of all of them.
        told.notes.retain(|note| note != KNOWN);
        let _ = writeln!(out, "{}", Drawing::line(&told));
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
            out.push_str(&Drawing::line(&report.tell(finding)));
        }
        out.push('\n');
    }
}

/// What was kept, but should be seen.
fn remarks(out: &mut String, report: &Report<'_>) {
    let remarked = |finding: &&Finding<'_>| !finding.notes.is_empty();
    let mut findings = report.with(Verdict::Met).filter(remarked).peekable();
    if findings.peek().is_some() {
        out.push('\n');
    }
    for finding in findings {
        out.push_str(&Drawing::line(&report.tell(finding)));
        out.push('\n');
    }
}

fn drawn(report: &Report<'_>, drawing: &Drawing<'_>, finding: &Finding<'_>) -> String {
    let told = report.tell(finding);
    let level = match (finding.verdict, finding.severity) {
        (Verdict::NotMet, Severity::Breach) => Drawn::ERROR.with_name("breach"),
        (Verdict::NotMet, Severity::Concern) => Drawn::WARNING.with_name("concern"),
        (Verdict::NotMet, Severity::Advice) => Drawn::INFO.with_name("advice"),
        _ => Drawn::NOTE.with_name(told.verdict.in_prose()),
    };
    let mut labels = finding.places.clone();
    // What is about no one record stands at its clause.
    if labels.is_empty() && finding.about.span != told.clause.span {
        labels.push(Label::new(finding.about.span, ""));
    }
    labels.push(Label::new(told.clause.span, told.clause.says.clone()));
    let mut notes: Vec<Unredacted> = vec![told.words.clone().into()];
    if finding.measure.is_some() && report.promises().standards.adopted_on.get().is_none() {
        notes.push(format!("standards: {}", report.standing()).into());
    }
    notes.extend(told.notes.iter().cloned().map(Unredacted::from));
    notes.extend(
        told.explained
            .iter()
            .map(|text| format!("explained: {text}").into()),
    );
    drawing
        .draw(Picture {
            level,
            id: &told.clause.id,
            title: title(&told).into(),
            labels,
            notes,
            help: told.remedy.clone().map(Unredacted::from),
        })
        .to_string()
}

fn title(told: &Told<'_>) -> String {
    let not_kept = if told.verdict == Verdict::NotMet {
        ", not kept"
    } else {
        ""
    };
    format!("{}{not_kept}: {}", told.title, told.subject)
}

fn explanations(out: &mut String, report: &Report<'_>) {
    if !report.audit.explanations.is_empty() {
        out.push('\n');
    }
    for fate in &report.audit.explanations {
        let outcome = match fate.outcome {
            ExplanationOutcome::Rejected => "explanation not accepted",
            ExplanationOutcome::Unneeded => "explanation not needed",
        };
        let line = format!(
            "{}: {outcome} [{}] {}: {}\n",
            report.sources.address(fate.span),
            fate.clause,
            fate.subject,
            fate.why.join("; ")
        );
        out.push_str(&report.safe(&line));
        out.push('\n');
    }
}

/// What the charter itself should hear: exceptions that have become the rule.
fn itself(out: &mut String, report: &Report<'_>) {
    let wanted = |code: &str| !matches!(code, "standards-not-adopted" | "never-exercised");
    let remarks = report.audit.remarks.iter();
    for (at, remark) in remarks.filter(|remark| wanted(remark.code)).enumerate() {
        if at == 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "charter: {}", report.safe(&remark.words));
    }
}

fn tally(report: &Report<'_>) -> String {
    let table = table(report);
    let mut out = if table.rows.is_empty() {
        String::new()
    } else {
        format!("{}\n", tabled(&table, 80))
    };
    let untested: Vec<&str> = report
        .audit
        .remarks
        .iter()
        .filter(|remark| remark.code == "never-exercised")
        .filter_map(|remark| remark.clause.as_deref())
        .collect();
    if !untested.is_empty() {
        let untested = format!("Nothing here falls under {}.", listed(&untested, "and"));
        wrap(&mut out, "", "", &untested);
    }
    let not_judged = report.not_judged().count();
    if not_judged > 0 {
        let clauses = count_of(i64::try_from(not_judged).unwrap_or(i64::MAX), "clauses");
        let _ = writeln!(
            out,
            "Not judged by the program: {clauses}; `charter-audit explain` says why."
        );
    }
    out
}
