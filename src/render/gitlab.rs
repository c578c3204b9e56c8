//! GitLab's report on code quality: what needs somebody, beside the lines of a merge request.

use serde::Serialize;

use super::format::Description;
use crate::report::{self, Report};
use crate::rules::{Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;

#[derive(Serialize)]
struct Violation {
    description: SafeText,
    check_name: SafeText,
    fingerprint: SafeText,
    severity: &'static str,
    location: ViolationLocation,
}

#[derive(Serialize)]
struct ViolationLocation {
    path: SafeText,
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
    let mut entries: Vec<Violation> = faults(report);
    entries.extend(not_read(report));
    for (finding, print) in report.findings().zip(report.fingerprints()) {
        let severity = match (finding.verdict(), finding.severity()) {
            (Verdict::NotKept, Severity::Breach) => "critical",
            (Verdict::NotKept, Severity::Concern) => "major",
            (Verdict::NotKept, Severity::Advice) | (Verdict::NoEvidence, _) => "info",
            (
                Verdict::Explained | Verdict::StillToCome | Verdict::Kept | Verdict::DoesNotApply,
                _,
            ) => continue,
        };
        let told = report.describe(finding);
        let words = safe!("{}: {}: {}", told.title, told.heading, told.words);
        entries.push(Violation {
            description: words,
            check_name: told.clause,
            fingerprint: print.text(),
            severity,
            location: location(report, told.location),
        });
    }
    let mut text = serde_json::to_vec_pretty(&entries)?;
    text.push(b'\n');
    Ok(text)
}

fn faults(report: &Report<'_>) -> Vec<Violation> {
    let mut number = 0_usize;
    let faults = report.errors().filter_map(|fault| {
        let place = fault.location?;
        number += 1;
        Some(Violation {
            description: fault.message,
            check_name: fault.code.into(),
            fingerprint: safe!("{}-{}", fault.code, number),
            severity: "blocker",
            location: location(report, place),
        })
    });
    faults.collect()
}

/// What was not read or has no place in a file, all of it in one entry.
fn not_read(report: &Report<'_>) -> Option<Violation> {
    let all: Vec<_> = report.not_read().collect();
    let place = all.iter().find_map(|fault| fault.location.clone())?;
    let each = all
        .iter()
        .map(|fault| safe!("{}: {}", fault.address, fault.message));
    Some(Violation {
        description: safe!(
            "not read: {}",
            SafeText::joined(each.collect::<Vec<_>>(), "; ")
        ),
        check_name: "not-read".into(),
        fingerprint: "not-read".into(),
        severity: "info",
        location: location(report, place),
    })
}

/// GitLab knows lines of files and nothing else; what stands in a cell is at the first line, and what
/// stands in no file at the first file.
fn location(report: &Report<'_>, at: report::Location) -> ViolationLocation {
    let first = report.files().next();
    let path = match first.filter(|_| !at.is_file) {
        Some(first) => first,
        None => at.file,
    };
    ViolationLocation {
        path,
        lines: Lines {
            begin: at.region.map_or(1, |region| region.line),
        },
    }
}
