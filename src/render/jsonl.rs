//! Findings for programs that read tables: one to a line, each with all that it needs.

use rayon::prelude::*;
use serde::Serialize;

use super::json::{FindingJson, finding_json};
use crate::report::{FORMAT, Report};

/// A line.
#[derive(Serialize)]
struct Line<'r> {
    format: &'static str,
    as_of: &'r str,
    /// The digest of the charter.
    charter: &'r str,
    /// Whose promise it is.
    of: &'static str,
    /// What the clause says.
    says: String,
    #[serde(flatten)]
    finding: FindingJson,
}

/// Writes every finding.
///
/// # Errors
/// Only when there is not enough memory for the text.
pub(super) fn render(report: &Report<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let as_of = report.question.as_of.to_string();
    let lines: Vec<Vec<u8>> = report
        .audit
        .findings
        .par_iter()
        .zip(report.fingerprints())
        .map(|(finding, print)| {
            let mut line = serde_json::to_vec(&Line {
                format: FORMAT,
                as_of: &as_of,
                charter: &report.charter.digest,
                of: finding.clause.of.word(),
                says: report.safe(&finding.clause.says),
                finding: finding_json(report, finding, print),
            })?;
            line.push(b'\n');
            Ok(line)
        })
        .collect::<Result<_, serde_json::Error>>()?;
    Ok(lines.concat())
}
