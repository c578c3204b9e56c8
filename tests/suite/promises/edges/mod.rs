//! Records that meet at an edge of two promises, or of one promise and its day: each a small folder,
//! with the verdict and its reason worked out by hand.

mod contacts;
mod feedback;
mod force;
mod invitations;
mod notices;
mod requests;
mod reviews;
mod surveys;
mod whose;

use charter_audit::rules::Severity;

use super::boundaries::{Case, hold, says};
use crate::Bench;

/// How much the first finding of a clause matters, and its day.
fn weight(charter: &str, records: &str, as_of: &str, clause: &str) -> Severity {
    let charter = format!("extends: built-in\n{charter}");
    let bench = Bench::under(Some(&charter), &[("records.yaml", records)]);
    let audit = bench.audit(as_of);
    let mut found = audit.findings.iter();
    let finding = found.find(|finding| finding.clause.id == clause);
    finding.unwrap().severity
}
