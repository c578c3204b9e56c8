//! What an audit says, before anyone decides how it looks: provenance, tally, findings in their
//! order, and the exit code. Everything that leaves here is safe to print.

mod baseline;
pub mod calendar;
mod calibrate;
mod clause_texts;
pub mod columns;
mod document;
mod due;
mod earlier;
pub mod explain;
pub mod field_pages;
mod finding_text;
mod fingerprint;
mod known_again;
mod location;
mod model;
pub(crate) mod moved;
pub(crate) mod numbers;
mod outcome;
pub(crate) mod page;
pub mod plan;
mod reported;
pub(crate) mod sections;
mod selection;
mod since;
pub mod snippet;
mod subject_id;
mod tally;
mod tasks;
mod trend;
mod view;
mod without_place;
pub(crate) mod words;
mod wrapping;

use chrono::NaiveDate;

use baseline::Comparison;
pub use baseline::{Baseline, Cause};
use calibrate::Changed;
pub use calibrate::{
    Beside, Calibrated, Calibration, Change, ChangedClause, Changes, Curve, Flip, Group, Misses,
    Relevance, calibration_document,
};
pub(crate) use calibrate::{Part, SHARES, curve_table, groups_table, parts};
pub use document::document;
pub(crate) use document::{
    SEVERITIES, closing, head, incomplete, not_read, side, sides, summary, table,
};
pub use due::{DueWindow, due, due_document};
pub use earlier::{Earlier, EarlierClause, EarlierFinding, earlier};
pub(crate) use finding_text::KNOWN;
pub use finding_text::{Explained, FindingText};
pub use fingerprint::{Fingerprint, Letters};
pub use location::{ColumnSpan, Location, Region};
pub use model::{Block, Document, Line, Lines, ListItem, Table};
pub use numbers::NumberFrom;
pub use outcome::{Outcome, Threshold};
pub(crate) use reported::FindingKey;
pub use reported::{
    ReportedClause, ReportedExplanation, ReportedFault, ReportedFinding, ReportedRemark,
};
pub use since::Since;
pub use tally::Tally;
pub use tasks::{Chance, Task};
pub use trend::{Moved, RungCount, Trend, Years};
pub(crate) use without_place::CODE as NO_PLACE;
pub(crate) use wrapping::{COLUMNS, wrap};

pub use crate::report_format::FORMAT;
pub(crate) use crate::report_format::TITLE;

use crate::audit::{Audit, AuditScope};
use crate::charter::Charter;
use crate::charter::LoadedCharter;
use crate::rules::Sentence;
use clause_texts::ClauseTexts;
use engagement_records::read::Reading;
use engagement_records::record::{Duty, Side};
use identifiers::redact::{RedactedOnce, Redactor};
use identifiers::safe;
use identifiers::text::{Redactable, SafeText};
use located::diagnostic::{Diagnostic, Level};
use located::source::{Sources, Span};
use snippet::Drawing;
use subject_id::HiddenIds;
use words::day_and_year;

/// So many characters of a text are shown: no more than anybody reads.
const LONGEST_TEXT: usize = 2_000;

/// So many of a name or id, which stands wherever its thing is spoken of.
const LONGEST_NAME: usize = 200;

/// What an audit says. What it was made of may hold anything, so it stays in here:
///
/// ```compile_fail,E0616
/// fn render(report: &charter_audit::report::Report<'_>) -> String {
///     report.audit.findings[0].evidence.to_string()
/// }
/// ```
///
/// Renderers get texts that are safe to print:
///
/// ```
/// fn render(report: &charter_audit::report::Report<'_>) -> Option<String> {
///     let finding = report.findings().next()?;
///     Some(report.describe(finding).words.to_string())
/// }
/// ```
pub struct Report<'a> {
    charter: &'a LoadedCharter,
    scope: &'a AuditScope,
    audit: &'a Audit<'a>,
    reading: &'a Reading,
    sources: &'a Sources,
    /// Every verdict counted.
    pub tally: Tally,
    /// Every verdict counted by clause, in the order of the charter.
    pub by_clause: Vec<Tally>,
    /// How it ended.
    pub outcome: Outcome,
    /// From when on a finding counts for how it ended.
    threshold: Threshold,
    /// Whether the findings one by one follow the page.
    details: bool,
    /// Whether formats that leave out what has no evidence have it as well.
    all: bool,
    /// Until when what falls due stands on the page; a few weeks ahead where nobody says.
    due_by: Option<NaiveDate>,
    /// What records cannot show for want of a place.
    without_place: Vec<Diagnostic>,
    /// An earlier audit to compare with.
    earlier: Option<&'a Earlier>,
    /// What a baseline has already and why the rest is new, if there is a baseline.
    baseline: Option<Comparison<'a>>,
    /// The verdicts of another version of the charter, if there is one.
    changed: Option<Changed<'a>>,
    /// What hides identifiers. A subject has some twenty verdicts, and each says its name and file.
    redacted: RedactedOnce<'a>,
    /// The clauses in words.
    clause_texts: ClauseTexts<'a>,
    /// The ids that are hidden though they say nothing alone.
    hidden_ids: HiddenIds,
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
            clause_texts: ClauseTexts::new(&charter.charter.clauses),
            charter,
            scope,
            audit,
            reading,
            sources,
            tally,
            by_clause,
            threshold,
            details: true,
            all: false,
            due_by: None,
            without_place: without_place::notes(audit, sources),
            outcome: Outcome::Clean,
            earlier: None,
            baseline: None,
            changed: None,
            redacted: RedactedOnce::new(&charter.charter.redactor),
            hidden_ids: HiddenIds::default(),
        };
        report.outcome = report.ended();
        report
    }

    /// How the audit ended.
    fn ended(&self) -> Outcome {
        let fails = |finding| self.decides(finding);
        if !self.is_complete() {
            Outcome::Incomplete
        } else if self.findings().any(fails) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }

    /// What hides identifiers, those that only this area knows included.
    pub(crate) fn redactor(&self) -> &'a Redactor {
        self.redacted.redactor()
    }

    /// A text from a record or charter.
    fn safe(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        self.redacted.redact_to(LONGEST_TEXT, text)
    }

    /// What a rule says, with or without something from a record in it.
    fn sentence(&self, said: &Sentence) -> SafeText {
        match said.safe().filter(|own| own.as_str().len() <= LONGEST_TEXT) {
            Some(own) => {
                debug_assert!(!Redactor::default().hides(own.as_str()), "{own}");
                own.clone()
            }
            None => self.safe(&**said),
        }
    }

    /// The name or id of something.
    fn name(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        self.redacted.redact_to(LONGEST_NAME, text)
    }

    /// The address of a place, for people: `records/workshop.yaml:12:4`.
    fn address(&self, at: Span) -> SafeText {
        self.safe(&self.sources.address(at))
    }

    /// Whether a place is in a charter and not in a record: charters are read first.
    pub fn is_in_charter(&self, place: Span) -> bool {
        let files = &self.reading.records.files;
        files
            .first()
            .is_none_or(|first| place.source < first.span.source)
    }

    /// With or without the findings one by one behind the page, and on it what falls due until a
    /// day; for a few weeks where nobody says.
    #[must_use]
    pub fn with_page(mut self, details: bool, due_by: Option<NaiveDate>) -> Self {
        self.details = details;
        self.due_by = due_by;
        self
    }

    /// Whether the findings one by one follow the page.
    pub(crate) fn has_details(&self) -> bool {
        self.details
    }

    /// With what has no evidence also in formats that leave it out, where `all` says so.
    #[must_use]
    pub fn with_all(mut self, all: bool) -> Self {
        self.all = all;
        self
    }

    /// Whether formats that leave out what has no evidence have it as well.
    pub(crate) fn has_all(&self) -> bool {
        self.all
    }

    /// With an earlier audit to compare with.
    #[must_use]
    pub fn against(mut self, earlier: Option<&'a Earlier>) -> Self {
        self.earlier = earlier;
        self
    }

    /// With a baseline, whose findings no longer decide how this audit ends, unless they have become
    /// worse. `then` is an audit of the same records as of the day of the baseline; without one, no
    /// time has passed since.
    #[must_use]
    pub fn with_baseline(mut self, baseline: &Baseline, then: Option<&Audit<'_>>) -> Self {
        self.baseline = Some(Comparison::of(&self, baseline, then));
        self.outcome = self.ended();
        self
    }

    /// Whether there is a baseline.
    pub fn has_baseline(&self) -> bool {
        self.baseline.is_some()
    }

    /// The day of the baseline, if there is one.
    pub fn baseline_day(&self) -> Option<NaiveDate> {
        self.baseline.as_ref().map(|baseline| baseline.as_of)
    }

    /// How many findings of the baseline are no longer there; nothing where there is no baseline, or
    /// where not everything was asked for that it may have.
    pub fn put_right(&self) -> Option<usize> {
        let scope = self.scope;
        let all = scope.since.is_none()
            && scope.until.is_none()
            && scope.side.is_none()
            && scope.clauses.is_empty();
        self.baseline.as_ref().filter(|_| all).map(|it| it.gone)
    }

    /// The charter itself.
    fn promises(&self) -> &'a Charter {
        &self.charter.charter
    }

    /// Whether everything could be read.
    pub fn is_complete(&self) -> bool {
        is_complete(self.reading)
    }

    /// Where the standards come from, in words.
    pub fn standing(&self) -> SafeText {
        let standards = &self.promises().standards;
        match (standards.adopted_on.get(), standards.adopted_by.get()) {
            (Some(day), Some(by)) => {
                let by = self.safe(by);
                safe!("adopted by {} on {}", by, day_and_year(*day))
            }
            (Some(day), None) => safe!("adopted on {}", day_and_year(*day)),
            (None, _) => "tool defaults, not yet agreed locally".into(),
        }
    }

    /// The days that the audit covers, in words; nothing for all of them.
    pub fn period(&self) -> Option<SafeText> {
        match (self.scope.since, self.scope.until) {
            (None, None) => None,
            (Some(since), None) => Some(safe!("since {}", day_and_year(since))),
            (None, Some(until)) => Some(safe!("until {}", day_and_year(until))),
            (Some(since), Some(until)) => {
                Some(safe!("{} to {}", day_and_year(since), day_and_year(until)))
            }
        }
    }

    /// Which promises were asked for, in words; nothing for all of them.
    pub fn chosen(&self) -> Option<SafeText> {
        let mut chosen = Vec::new();
        if let Some(side) = self.scope.side {
            let duty = match side {
                Side::Organisation => Duty::Organisation,
                Side::Forum => Duty::Forum,
            };
            chosen.push(safe!("promises of {}", self.promises().whose(duty)));
        }
        if !self.scope.clauses.is_empty() {
            let ids = self.clauses().map(|(clause, _)| clause.id());
            chosen.push(safe!("clauses {}", SafeText::listed(ids, "and")));
        }
        (!chosen.is_empty()).then(|| SafeText::joined(chosen, ", "))
    }

    /// The day that the audit speaks for.
    pub fn as_of(&self) -> NaiveDate {
        self.scope.as_of
    }

    /// What draws places in the files that were read.
    pub(crate) fn drawing(&self, colour: bool) -> Drawing<'_> {
        Drawing::new(self.sources, &self.redacted, colour)
    }
}

fn is_complete(reading: &Reading) -> bool {
    let mut levels = reading.faults.iter().map(|fault| fault.level);
    reading.unreadable.is_empty() && !levels.any(|level| level == Level::Error)
}
