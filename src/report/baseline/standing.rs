//! How a finding stands, and whether that is any worse than it was.

use crate::audit::Finding;
use crate::rules::{FoundCounts, Severity, Verdict};
use identifiers::find::Kind;

/// How a finding stands. The order of verdict and severity is from worse to better.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'c> {
    pub(super) verdict: Verdict,
    pub(super) severity: Severity,
    pub(super) found: Option<&'c FoundCounts>,
}

impl<'c> Standing<'c> {
    pub(super) fn of(finding: &'c Finding<'_>) -> Self {
        Standing {
            verdict: finding.verdict,
            severity: finding.severity,
            found: finding.found.as_deref(),
        }
    }

    /// Whether it has become no worse since: neither verdict nor severity, nor are there more
    /// identifiers of any kind.
    pub(super) fn covers(self, now: Standing<'_>) -> bool {
        let had = |kind: &Kind| self.found.and_then(|found| found.get(kind)).copied();
        let mut found = now.found.into_iter().flatten();
        (self.verdict, self.severity) <= (now.verdict, now.severity)
            && found.all(|(kind, count)| had(kind) >= Some(*count))
    }
}
