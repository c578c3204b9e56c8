//! What an audit says, before anyone decides how it looks: provenance, tally, findings in their
//! order, and the exit code. Everything that leaves here is safe to print.

mod document;
mod earlier;
mod fingerprint;
pub(crate) mod moved;
pub(crate) mod sections;
mod since;
mod told;
mod trend;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

pub use document::{Block, Document, Item, Table, document};
pub(crate) use document::{SEVERITIES, closing, head, incomplete, side, sides, summary, table};
pub use earlier::{Earlier, EarlierClause, EarlierFinding, earlier};
pub use fingerprint::Fingerprint;
pub use since::Since;
pub(crate) use told::KNOWN;
pub use told::Told;
pub use trend::{Moved, Rung, Trend, Years};

pub use crate::report_format::FORMAT;
pub(crate) use crate::report_format::TITLE;

use crate::audit::{Audit, AuditScope, Finding};
use crate::charter::{Charter, Clause, Judged};
use crate::read::{LoadedCharter, Reading};
use crate::rules::{Severity, Verdict};
use identifiers::redact::Redactor;
use identifiers::text::Redactable;
use located::diagnostic::{Diagnostic, Level};
use located::source::{Sources, Span};

/// When an audit ends with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// Promises not kept count from this severity on.
    pub fail_on: Severity,
    /// Promises without evidence count as well.
    pub strict: bool,
}

/// How an audit ended; decided here, the same in every format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything audited, nothing at or above the threshold.
    Clean,
    /// Something at or above the threshold.
    Findings,
    /// Not everything could be audited.
    Incomplete,
}

impl Threshold {
    /// Whether a verdict is at or above it.
    pub fn is_reached_by(self, verdict: Verdict, severity: Severity) -> bool {
        match verdict {
            Verdict::NotMet => severity <= self.fail_on,
            Verdict::NotEvidenced => self.strict,
            Verdict::Explained | Verdict::NotYetDue | Verdict::Met | Verdict::NotApplicable => {
                false
            }
        }
    }
}

impl Outcome {
    /// The exit code of the program: 0, 1 or 2.
    pub fn exit_code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Incomplete => 2,
        }
    }
}

/// How often each verdict was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([usize; 6]);

impl Tally {
    /// How often a verdict was given.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.0.get(verdict as usize).copied().unwrap_or(0)
    }

    /// A tally from counts that are known already.
    pub fn of(counts: &[(Verdict, usize)]) -> Self {
        let mut tally = Tally::default();
        for (verdict, count) in counts {
            if let Some(known) = tally.0.get_mut(*verdict as usize) {
                *known += count;
            }
        }
        tally
    }

    /// How many verdicts say whether a promise was kept: kept, not kept, explained.
    pub fn judged(&self) -> usize {
        [Verdict::Met, Verdict::NotMet, Verdict::Explained]
            .iter()
            .map(|verdict| self.count(*verdict))
            .sum()
    }

    /// How many verdicts there were.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Adds the counts of another.
    pub fn join(&mut self, other: &Tally) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    fn add(&mut self, verdict: Verdict) {
        if let Some(count) = self.0.get_mut(verdict as usize) {
            *count += 1;
        }
    }
}

/// What an audit says.
pub struct Report<'a> {
    /// The charter with its name and digest.
    pub charter: &'a LoadedCharter,
    /// What was asked.
    pub scope: &'a AuditScope,
    /// What was found.
    pub audit: &'a Audit<'a>,
    /// What was read.
    pub reading: &'a Reading,
    /// The texts that places point into.
    pub sources: &'a Sources,
    /// Every verdict counted.
    pub tally: Tally,
    /// Every verdict counted by clause, in the order of the charter.
    pub by_clause: Vec<Tally>,
    /// How it ended.
    pub outcome: Outcome,
    /// From when on a finding counts for how it ended.
    threshold: Threshold,
    /// An earlier audit to compare with.
    pub earlier: Option<&'a Earlier>,
    /// The findings that a baseline has already, if there is a baseline.
    known: Option<BTreeSet<(usize, Span, &'a str)>>,
    /// What hides identifiers, those that only this area knows included.
    pub redactor: Redactor,
}

impl<'a> Report<'a> {
    /// Puts a report together and decides how the audit ended.
    pub fn new(
        charter: &'a LoadedCharter,
        scope: &'a AuditScope,
        audit: &'a Audit<'a>,
        reading: &'a Reading,
        sources: &'a Sources,
        threshold: Threshold,
    ) -> Self {
        let mut tally = Tally::default();
        let mut by_clause = vec![Tally::default(); charter.charter.clauses.len()];
        for finding in &audit.findings {
            tally.add(finding.verdict);
            if let Some(clause) = by_clause.get_mut(finding.at) {
                clause.add(finding.verdict);
            }
        }
        let mut report = Report {
            charter,
            scope,
            audit,
            reading,
            sources,
            tally,
            by_clause,
            threshold,
            outcome: Outcome::Clean,
            earlier: None,
            known: None,
            redactor: charter.charter.redactor.clone(),
        };
        report.outcome = report.ended();
        report
    }

    /// How the audit ended.
    fn ended(&self) -> Outcome {
        let fails = |finding: &Finding<'_>| self.counts(finding) && self.is_new(finding);
        if !self.is_complete() {
            Outcome::Incomplete
        } else if self.audit.findings.iter().any(fails) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }

    /// Text from a record or charter for printing: masked, on one line, and no longer than anybody
    /// reads.
    pub fn safe(&self, text: &(impl Redactable + ?Sized)) -> String {
        self.no_longer_than(2_000, text)
    }

    /// The name or id of something, which stands wherever it is spoken of.
    pub fn name(&self, text: &(impl Redactable + ?Sized)) -> String {
        self.no_longer_than(200, text)
    }

    fn no_longer_than(&self, longest: usize, text: &(impl Redactable + ?Sized)) -> String {
        self.redactor.redact_to(longest, text).to_string()
    }

    /// Whether a place is in a charter and not in a record: charters are read first.
    pub fn is_in_charter(&self, place: Span) -> bool {
        let files = &self.reading.records.files;
        files
            .first()
            .is_none_or(|first| place.source < first.span.source)
    }

    /// With an earlier audit to compare with.
    #[must_use]
    pub fn against(mut self, earlier: Option<&'a Earlier>) -> Self {
        self.earlier = earlier;
        self
    }

    /// With a baseline: an earlier audit whose findings no longer decide how this one ends, unless
    /// they have become worse. Nothing comes back where they cannot be known again.
    pub fn with_baseline(mut self, baseline: &Earlier) -> Option<Self> {
        let open = baseline.open.as_ref()?.iter();
        let then: BTreeMap<Fingerprint, (Verdict, Severity)> = open
            .map(|then| (then.fingerprint, (then.verdict, then.severity)))
            .collect();
        let findings = self.audit.findings.iter();
        let now = findings.zip(self.fingerprints());
        // The order of both is from worse to better.
        let known = now.filter(|(finding, print)| {
            let as_now = (finding.verdict, finding.severity);
            then.get(print).is_some_and(|then| *then <= as_now)
        });
        let known = known.map(|(finding, _)| place_of(finding)).collect();
        self.known = Some(known);
        self.outcome = self.ended();
        Some(self)
    }

    /// Whether there is no baseline that has a finding already.
    pub fn is_new(&self, finding: &Finding<'_>) -> bool {
        let known = self.known.as_ref();
        known.is_none_or(|known| !known.contains(&place_of(finding)))
    }

    /// Whether a finding is at or above the threshold.
    pub fn counts(&self, finding: &Finding<'_>) -> bool {
        self.threshold
            .is_reached_by(finding.verdict, finding.severity)
    }

    /// Whether a promise is not kept, or its finding counts for how the audit ends, and the baseline
    /// has it already.
    pub fn is_known(&self, finding: &Finding<'_>) -> bool {
        let matters = finding.verdict == Verdict::NotMet || self.counts(finding);
        matters && !self.is_new(finding)
    }

    /// Whether there is a baseline.
    pub fn has_baseline(&self) -> bool {
        self.known.is_some()
    }

    /// By what each finding is known again in another audit, in the order of the findings.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        fingerprint::all(self)
    }

    /// What became of the findings of the earlier audit, where there is one whose findings can be
    /// known again.
    pub fn since(&self) -> Option<Since<'a>> {
        Since::of(self, self.earlier?)
    }

    /// How things moved over two years, and since the earlier audit.
    pub fn trend(&self) -> Trend<'a> {
        Trend::of(self, self.earlier)
    }

    /// The charter itself.
    pub fn promises(&self) -> &'a Charter {
        &self.charter.charter
    }

    /// The findings with one verdict, in order.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &'a Finding<'a>> {
        self.audit
            .findings
            .iter()
            .filter(move |finding| finding.verdict == verdict)
    }

    /// The clauses that were asked for, with their tallies.
    pub fn clauses(&self) -> impl Iterator<Item = (&'a Clause, Tally)> {
        let scope = self.scope;
        self.promises()
            .clauses
            .iter()
            .enumerate()
            .zip(&self.by_clause)
            .filter(move |((at, clause), _)| scope.asks_for(*at, clause))
            .map(|((_, clause), tally)| (clause, *tally))
    }

    /// The clauses that the program does not judge, with the reason.
    pub fn not_judged(&self) -> impl Iterator<Item = (&'a Clause, &'a str)> {
        self.clauses()
            .filter_map(|(clause, _)| match &clause.judged {
                Judged::Not(why) => Some((clause, why.as_str())),
                Judged::By(_) => None,
            })
    }

    /// Faults that kept something from being read.
    pub fn errors(&self) -> impl Iterator<Item = &'a Diagnostic> {
        self.reading
            .faults
            .iter()
            .filter(|fault| fault.level == Level::Error)
    }

    /// Whether everything could be read.
    pub fn is_complete(&self) -> bool {
        is_complete(self.reading)
    }

    /// Where the standards come from, in words.
    pub fn standing(&self) -> String {
        let standards = &self.promises().standards;
        match (standards.adopted_on.get(), standards.adopted_by.get()) {
            (Some(day), Some(by)) => {
                let by = self.safe(by);
                format!("adopted by {by} on {}", working_days::day_and_year(*day))
            }
            (Some(day), None) => format!("adopted on {}", working_days::day_and_year(*day)),
            (None, _) => "tool defaults, not yet agreed locally".to_owned(),
        }
    }

    /// The days that the audit covers, in words; nothing for all of them.
    pub fn period(&self) -> Option<String> {
        let spoken = |day: NaiveDate| working_days::day_and_year(day);
        match (self.scope.since, self.scope.until) {
            (None, None) => None,
            (Some(since), None) => Some(format!("since {}", spoken(since))),
            (None, Some(until)) => Some(format!("until {}", spoken(until))),
            (Some(since), Some(until)) => Some(format!("{} to {}", spoken(since), spoken(until))),
        }
    }

    /// Which promises were asked for, in words; nothing for all of them.
    pub fn chosen(&self) -> Option<String> {
        let mut chosen = Vec::new();
        if let Some(side) = self.scope.side {
            chosen.push(format!("promises of the {}", side.word()));
        }
        if !self.scope.clauses.is_empty() {
            let ids: Vec<&str> = self
                .clauses()
                .map(|(clause, _)| clause.id.as_str())
                .collect();
            chosen.push(format!("clauses {}", closed_words::listed(&ids, "and")));
        }
        (!chosen.is_empty()).then(|| chosen.join(", "))
    }

    /// A finding in words that are safe to print.
    pub fn tell(&self, finding: &Finding<'a>) -> Told<'a> {
        Told::of(self, finding)
    }
}

/// What tells a finding apart within one audit.
fn place_of<'f>(finding: &'f Finding<'_>) -> (usize, Span, &'f str) {
    (finding.at, finding.about.span, finding.about.id.as_ref())
}

fn is_complete(reading: &Reading) -> bool {
    let mut levels = reading.faults.iter().map(|fault| fault.level);
    reading.unreadable.is_empty() && !levels.any(|level| level == Level::Error)
}
