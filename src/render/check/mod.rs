//! The output of `check`: findings where they are, a tally by clause, and how it ended.

mod ending;
mod findings;

use std::fmt::Write as _;

use super::text::tabled;
use super::without_commands;
use crate::audit::ExplanationOutcome;
use crate::report::words::{count_of, day_and_year, grouped};
use crate::report::wrap;
use crate::report::{NO_PLACE, Report, numbers, table};
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::Level;

pub use ending::in_one_line;

/// How much `check` shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// What was found, in one line.
    Quiet,
    /// A line for each finding.
    Concise,
    /// What was not kept in full, the rest in a line each. With a baseline, only what is new.
    Normal,
    /// What was not kept and what has no evidence in full, what is still to come, and what the
    /// baseline has.
    Verbose,
}

/// What `check` shows.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// How much.
    pub detail: Detail,
    /// So many findings with one verdict are shown and the rest is counted; all of them with 0.
    pub most: usize,
    /// Whether in colour.
    pub colour: bool,
}

/// Writes the findings, the tally and how it ended.
pub fn render(report: &Report<'_>, shown: Shown) -> String {
    let mut out = String::new();
    match shown.detail {
        Detail::Quiet => {
            let line = format!("{}\n", in_one_line(report));
            return without_commands(&line).into_owned();
        }
        Detail::Concise => {
            out.push_str(&short_head(report));
            findings::one_by_one(&mut out, report, shown);
        }
        Detail::Normal if report.has_baseline() => {
            out.push_str(&short_head(report));
            findings::new(&mut out, report, shown);
            out.push_str(&counted(report));
        }
        Detail::Normal | Detail::Verbose => {
            out.push_str(&head(report));
            findings::all(&mut out, report, shown);
            explanations(&mut out, report);
            itself(&mut out, report);
            out.push('\n');
            out.push_str(&tally(report));
            for fault in report.not_read().filter(|fault| fault.code == NO_PLACE) {
                let _ = writeln!(out, "Cannot be shown: {}: {}", fault.address, fault.message);
            }
            for (what, count) in report.passed_over() {
                let _ = writeln!(out, "Skipped: {what}: {count}");
            }
        }
    }
    out.push('\n');
    ending::write(&mut out, report);
    without_commands(&out).into_owned()
}

/// The charter and the day, for an output that is read often.
fn short_head(report: &Report<'_>) -> String {
    let mut head = format!(
        "Charter: {} ({}). As of: {}",
        report.charter_title(),
        report.charter_file(),
        day_and_year(report.as_of())
    );
    for part in [report.period(), report.chosen()].into_iter().flatten() {
        let _ = write!(head, ". Only: {part}");
    }
    head.push('\n');
    head
}

/// What else there would be to say, counted.
fn counted(report: &Report<'_>) -> String {
    let no_place = report.not_read().filter(|fault| fault.code == NO_PLACE);
    let said = report.faults().filter(|fault| fault.level != Level::Error);
    let skipped: usize = report.passed_over().map(|(_, count)| count).sum();
    let counts = [
        (
            "cannot be shown for want of a column or property",
            no_place.count(),
        ),
        ("warnings and notes", said.count()),
        ("skipped", skipped),
    ];
    let counts: Vec<SafeText> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| safe!("{}: {}", what, grouped(count)))
        .collect();
    if counts.is_empty() {
        return String::new();
    }
    format!("Not shown without -v: {}\n", SafeText::joined(counts, "; "))
}

fn head(report: &Report<'_>) -> String {
    let mut head = format!(
        "Charter: {} ({})\n",
        report.charter_title(),
        report.charter_file()
    );
    if report.standards_adopted_on().is_some() {
        let _ = writeln!(head, "Standards: {}", report.standing());
    }
    if let Some(numbers) = numbers::in_a_sentence(report) {
        wrap(&mut head, "Numbers: ", "  ", &numbers);
    }
    let as_of = day_and_year(report.as_of());
    let _ = write!(head, "As of: {as_of}, at the end of the day");
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
