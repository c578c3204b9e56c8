//! GitLab's report on code quality: what needs somebody, beside the lines of a merge request.

use std::collections::BTreeMap;

use serde::Serialize;

use super::format::Description;
use crate::report::{Fingerprint, Location, Report};
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
    render: |report, out| out.write_all(&render(report)?),
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
        let words = safe!("{}: {}: {}", told.title(), told.heading(), told.words);
        entries.push(Violation {
            description: at_its_cell(&told.location, words),
            check_name: told.clause.into_owned(),
            fingerprint: print.text(),
            severity,
            location: location(report, told.location),
        });
    }
    let mut text = serde_json::to_vec_pretty(&entries)?;
    text.push(b'\n');
    Ok(text)
}

/// What could not be read. Each is known again by what it says of its own file.
fn faults(report: &Report<'_>) -> Vec<Violation> {
    let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    let mut print = |code: &'static str, place: &Location, message: &SafeText| {
        let print = Fingerprint::of_fault(code, place, message);
        let number = known.entry(print).or_default();
        let own = print.numbered(*number);
        *number += 1;
        own.text()
    };
    let nowhere = || Location {
        file: SafeText::default(),
        is_file: false,
        region: None,
        at: None,
    };
    let faults = report.errors().map(|fault| {
        let place = fault.location.unwrap_or_else(nowhere);
        (fault.code, place, fault.message)
    });
    let unreadable = report
        .unreadable()
        .map(|why| ("unreadable", nowhere(), why));
    faults
        .chain(unreadable)
        .map(|(code, place, message)| Violation {
            check_name: code.into(),
            fingerprint: print(code, &place, &message),
            description: at_its_cell(&place, message),
            severity: "blocker",
            location: location(report, place),
        })
        .collect()
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

/// GitLab knows lines of files and nothing else.
fn location(report: &Report<'_>, at: Location) -> ViolationLocation {
    let at = report.in_a_file(at);
    ViolationLocation {
        path: at.file,
        lines: Lines {
            begin: at.region.map_or(1, |region| region.line),
        },
    }
}

/// A text with the cell or entry that it is about, which GitLab has no other place for.
fn at_its_cell(at: &Location, text: SafeText) -> SafeText {
    match &at.at {
        Some(cell) => safe!("{}: {}", cell, text),
        None => text,
    }
}
