//! GitLab's report on code quality: what needs somebody, beside the lines of a merge request.

use serde::Serialize;

use super::format::Description;
use super::spot::spot;
use crate::report::Report;
use crate::rules::{Severity, Verdict};
use located::source::Span;

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "gitlab",
    endings: &[],
    about: "For GitLab: code quality",
    is_text: true,
    render: |report| Ok(render(report)?),
};

/// Writes what was not kept, what has no evidence, and what could not be read.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub(super) fn render(report: &Report<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut entries: Vec<Entry> = faults(report);
    for (finding, print) in report.audit.findings.iter().zip(report.fingerprints()) {
        let severity = match (finding.verdict, finding.severity) {
            (Verdict::NotMet, Severity::Breach) => "critical",
            (Verdict::NotMet, Severity::Concern) => "major",
            (Verdict::NotMet, Severity::Advice) | (Verdict::NotEvidenced, _) => "info",
            (
                Verdict::Explained | Verdict::NotYetDue | Verdict::Met | Verdict::NotApplicable,
                _,
            ) => continue,
        };
        let told = report.tell(finding);
        let words = format!("{}: {}: {}", told.title, told.heading, told.words);
        entries.push(Entry {
            description: words,
            check_name: told.clause.id.clone(),
            fingerprint: print.to_string(),
            severity,
            location: location(report, told.place),
        });
    }
    let mut text = serde_json::to_vec_pretty(&entries)?;
    text.push(b'\n');
    Ok(text)
}

fn faults(report: &Report<'_>) -> Vec<Entry> {
    let mut number = 0;
    let faults = report.errors().filter_map(|fault| {
        let place = fault.span()?;
        number += 1;
        Some(Entry {
            description: report.safe(&fault.message),
            check_name: fault.code.to_owned(),
            fingerprint: format!("{}-{number}", fault.code),
            severity: "blocker",
            location: location(report, place),
        })
    });
    faults.collect()
}

/// GitLab knows lines of files and nothing else; what stands in a cell is at the first line, and what
/// stands in no file at the first file.
fn location(report: &Report<'_>, span: Span) -> Location {
    let spot = spot(report, span);
    let first = report.reading.records.files.first();
    let path = match first.filter(|_| !spot.is_file) {
        Some(first) => report.safe(report.sources.name(first.span.source)),
        None => spot.file,
    };
    Location {
        path,
        lines: Lines {
            begin: spot.region.map_or(1, |region| region.line),
        },
    }
}
