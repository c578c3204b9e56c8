//! A charter's own examples, judged: what a party that edits a standard has changed.

use chrono::NaiveDate;

use crate::audit::{AuditScope, Finding, audit};
use crate::charter::Example;
use crate::rules::{Severity, Verdict};
use located::source::{Sources, Span};

/// What came of one example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleResult {
    /// The id of the clause.
    pub clause: String,
    /// Which of the clause's examples it is, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// The day it speaks for.
    pub as_of: NaiveDate,
    /// What was expected.
    pub expected: Verdict,
    /// How much it was expected to matter, where the example says so.
    pub expected_severity: Option<Severity>,
    /// What was found; nothing when the clause judged nothing in the example.
    pub found: Option<ExampleFinding>,
}

/// What a clause found in an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFinding {
    /// How the promise stands.
    pub verdict: Verdict,
    /// How much it matters if it was not kept.
    pub severity: Severity,
    /// The evidence, arithmetic included.
    pub evidence: String,
}

impl ExampleResult {
    /// Whether the example was judged as it expects.
    pub fn is_as_expected(&self) -> bool {
        self.found.as_ref().is_some_and(|found| {
            found.verdict == self.expected
                && self
                    .expected_severity
                    .is_none_or(|severity| severity == found.severity)
        })
    }
}

/// Judges every example of a charter, in the order of the charter.
pub fn run(examples: &[Example], sources: &Sources) -> Vec<ExampleResult> {
    examples
        .iter()
        .map(|example| ExampleResult {
            clause: example.clause.clone(),
            number: example.number,
            span: example.span,
            as_of: example.as_of,
            expected: example.verdict,
            expected_severity: example.severity,
            found: found(example, sources),
        })
        .collect()
}

fn found(example: &Example, sources: &Sources) -> Option<ExampleFinding> {
    let charter = &*example.under;
    let at = charter
        .clauses
        .iter()
        .position(|clause| clause.id.eq_ignore_ascii_case(&example.clause))?;
    let scope = AuditScope {
        clauses: vec![at],
        ..AuditScope::as_of(example.as_of)
    };
    let audit = audit(charter, &example.records, sources, &scope, &());
    let about = |wanted: &str| {
        audit.findings.iter().find(|finding| {
            let named = |text: &str| text.eq_ignore_ascii_case(wanted);
            named(&finding.about.id) || named(&finding.about.name)
        })
    };
    // An example says what is judged in it, or it is what stands first.
    let finding = match &example.about {
        Some(wanted) => about(wanted),
        None => about(&example.first).or_else(|| {
            let place = |finding: &&Finding<'_>| (finding.about.span, finding.about.day);
            audit.findings.iter().min_by_key(place)
        }),
    }?;
    Some(ExampleFinding {
        verdict: finding.verdict,
        severity: finding.severity,
        evidence: finding.evidence.to_string(),
    })
}
