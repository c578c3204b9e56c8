//! Records in texts that are no YAML: JSON, JSON Lines, Markdown, and files that are no UTF-8.

mod encodings;
mod json;
mod minutes;

use charter_audit::report::snippet::Drawing;
use engagement_records::record::Engagement;
use identifiers::redact::{RedactedOnce, Redactor};

use crate::Bench;

fn engagements(bench: &Bench) -> &[Engagement] {
    &bench.reading.records.engagements
}

fn ids(bench: &Bench) -> Vec<&str> {
    engagements(bench)
        .iter()
        .map(|record| record.id.as_str())
        .collect()
}

/// The faults of one file, drawn.
fn drawn(bench: &Bench) -> String {
    let redactor = Redactor::default();
    let redacted = RedactedOnce::new(&redactor);
    let drawing = Drawing::new(&bench.sources, &redacted, false);
    let faults = bench.reading.faults.iter();
    faults
        .map(|fault| drawing.fault(fault).to_string())
        .collect()
}
