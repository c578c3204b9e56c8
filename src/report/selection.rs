//! Which findings and clauses a report has, and which of them count.

use super::{Cause, Report, ReportedClause, ReportedFinding, Tally};
use crate::rules::Verdict;
use identifiers::text::SafeText;

impl<'a> Report<'a> {
    /// The findings with one verdict, in order.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = ReportedFinding<'a>> + use<'a> {
        self.findings()
            .filter(move |finding| finding.verdict() == verdict)
    }

    /// The clauses that were asked for, with their tallies.
    pub fn clauses(&self) -> impl Iterator<Item = (ReportedClause<'a>, Tally)> {
        let (scope, redactor) = (self.scope, self.redactor());
        self.promises()
            .clauses
            .iter()
            .enumerate()
            .zip(&self.by_clause)
            .filter(move |((at, clause), _)| scope.asks_for(*at, clause))
            .map(move |((_, clause), tally)| (ReportedClause { clause, redactor }, *tally))
    }

    /// The clauses that the program does not judge, with the reason.
    pub fn not_judged(&self) -> impl Iterator<Item = (ReportedClause<'a>, SafeText)> {
        self.clauses()
            .filter_map(|(clause, _)| Some((clause, clause.not_judged()?)))
    }

    /// Whether there is no baseline that has a finding already.
    pub fn is_new(&self, finding: ReportedFinding<'_>) -> bool {
        let baseline = self.baseline.as_ref();
        baseline.is_none_or(|baseline| !baseline.has(finding.finding))
    }

    /// Why something that was not kept or has no evidence is not in the baseline; nothing where it
    /// is, or where there is no baseline.
    pub fn cause(&self, finding: ReportedFinding<'_>) -> Option<Cause> {
        self.baseline.as_ref()?.cause(finding.finding)
    }

    /// Whether a finding alone makes the audit end with findings.
    pub fn decides(&self, finding: ReportedFinding<'_>) -> bool {
        self.counts(finding)
            && self.is_new(finding)
            && !(self.threshold.ignore_elapsed && self.cause(finding) == Some(Cause::Elapsed))
    }

    /// Whether a finding is at or above the threshold.
    pub fn counts(&self, finding: ReportedFinding<'_>) -> bool {
        self.threshold
            .is_reached_by(finding.verdict(), finding.severity())
    }

    /// Whether a promise is not kept, or its finding counts for how the audit ends, and the baseline
    /// has it already.
    pub fn is_known(&self, finding: ReportedFinding<'_>) -> bool {
        let matters = finding.verdict() == Verdict::NotKept || self.counts(finding);
        matters && !self.is_new(finding)
    }
}
