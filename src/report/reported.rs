//! Findings, clauses, faults and remarks as renderers see them: values as they are, and texts only
//! when they are safe to print.

use chrono::NaiveDate;

use super::location::Location;
use crate::audit::{ExplanationOutcome, Finding, Holders};
use crate::charter::{Clause, Judged};
use crate::rules::{Measure, Rule, RulePage, Severity, Verdict};
use engagement_records::record::{Duty, SubjectKind};
use identifiers::redact::Redactor;
use identifiers::text::SafeText;
use located::diagnostic::{Label, Level};
use located::source::Span;

/// A finding as renderers see it. Its texts come from [`Report::describe`](super::Report::describe).
#[derive(Clone, Copy)]
pub struct ReportedFinding<'a> {
    pub(super) finding: &'a Finding<'a>,
    pub(super) redactor: &'a Redactor,
}

/// By what a finding is told from others within one report: how the promise stands, the place of
/// its clause in the charter, and where its subject stands.
pub(crate) type FindingKey = (Verdict, usize, Span);

impl<'a> ReportedFinding<'a> {
    /// By what it is told from others.
    pub(crate) fn key(self) -> FindingKey {
        (self.verdict(), self.clause_number(), self.subject_at())
    }

    /// How the promise stands.
    pub fn verdict(self) -> Verdict {
        self.finding.verdict
    }

    /// How much it matters if it was not kept.
    pub fn severity(self) -> Severity {
        self.finding.severity
    }

    /// The place of its clause in the charter.
    pub fn clause_number(self) -> usize {
        self.finding.at
    }

    /// The id of its clause, for finding it among others.
    pub(super) fn clause_id(self) -> &'a str {
        &self.finding.clause.id
    }

    /// Whose promise it is.
    pub fn of(self) -> Duty {
        self.finding.clause.of
    }

    /// Its clause.
    pub fn clause(self) -> ReportedClause<'a> {
        ReportedClause {
            clause: self.finding.clause,
            redactor: self.redactor,
        }
    }

    /// The page of the rule that judged it.
    pub fn page(self) -> Option<RulePage> {
        self.finding.clause.judged.rule().map(Rule::page)
    }

    /// What kind of thing it is about.
    pub fn kind(self) -> SubjectKind {
        self.finding.about.kind
    }

    /// The day of what it is about.
    pub fn day(self) -> Option<NaiveDate> {
        self.finding.about.day
    }

    /// Where that stands.
    pub(crate) fn subject_at(self) -> Span {
        self.finding.about.span
    }

    /// The places that prove it, with its clause.
    pub(crate) fn places(self) -> Vec<Label> {
        let (finding, clause) = (self.finding, self.finding.clause);
        let mut labels = finding.places.clone();
        // What is about no one record stands at its clause.
        if labels.is_empty() && finding.about.span != clause.span {
            labels.push(Label::new(finding.about.span, ""));
        }
        labels.push(Label::new(clause.span, clause.says.clone()));
        labels
    }

    /// The last day on which the promise can be kept.
    pub fn due(self) -> Option<NaiveDate> {
        self.finding.due
    }

    /// What somebody can do now so that the promise is kept, or is kept late.
    pub fn to_do(self) -> Option<&'static str> {
        self.finding.to_do
    }

    /// Until when doing it late still helps, where the event is ahead.
    pub fn late_until(self) -> Option<NaiveDate> {
        self.finding.late_until
    }

    /// Whether it comes before everything else.
    pub fn is_foremost(self) -> bool {
        self.finding.foremost
    }

    /// What was measured.
    pub fn measure(self) -> Option<&'a Measure> {
        self.finding.measure.as_deref()
    }

    /// Whether the rule has more to say than the evidence.
    pub fn has_remarks(self) -> bool {
        !self.finding.notes.is_empty()
    }

    /// Whether both sides held the subject together.
    pub fn is_joint(self) -> bool {
        self.finding.holders == Holders::BothSides
    }

    /// Whether nobody says who held it, so that it is held against no party.
    pub fn is_nobodys(self) -> bool {
        self.finding.holders == Holders::Unsaid
    }

    /// Whether its day has passed and nobody confirmed that it was held.
    pub fn is_unconfirmed(self) -> bool {
        self.finding.unconfirmed
    }
}

/// A clause as renderers see it.
#[derive(Clone, Copy)]
pub struct ReportedClause<'a> {
    pub(super) clause: &'a Clause,
    pub(super) redactor: &'a Redactor,
}

impl ReportedClause<'_> {
    /// Its id.
    pub fn id(&self) -> SafeText {
        self.redactor.redact(&self.clause.id)
    }

    /// The promise.
    pub fn says(&self) -> SafeText {
        self.redactor
            .redact_to(super::LONGEST_TEXT, &self.clause.says)
    }

    /// Whose promise it is.
    pub fn of(&self) -> Duty {
        self.clause.of
    }

    /// How much it matters when it is not kept.
    pub fn severity(&self) -> Severity {
        self.clause.severity
    }

    /// Whether falling short can be explained.
    pub fn is_explainable(&self) -> bool {
        self.clause.explainable
    }

    /// The page of the rule that judges it.
    pub fn page(&self) -> Option<RulePage> {
        self.clause.judged.rule().map(Rule::page)
    }

    /// What people call the promise; nothing where the program does not judge it.
    pub fn promise_name(&self) -> Option<SafeText> {
        let name = self.clause.judged.rule()?.promise();
        Some(self.redactor.redact_to(super::LONGEST_TEXT, name))
    }

    /// What people call it when the promise was not kept.
    pub fn failing_name(&self) -> Option<SafeText> {
        let name = self.clause.judged.rule()?.failing();
        Some(self.redactor.redact_to(super::LONGEST_TEXT, name))
    }

    /// The field of an engagement that takes the day on which it was done.
    pub fn done(&self) -> Option<&'static str> {
        self.clause.judged.rule()?.done()
    }

    /// Why the program does not judge it.
    pub fn not_judged(&self) -> Option<SafeText> {
        match &self.clause.judged {
            Judged::Not(why) => Some(self.redactor.redact_to(super::LONGEST_TEXT, why)),
            Judged::By(_) => None,
        }
    }

    /// Where it stands.
    pub(crate) fn at(&self) -> Span {
        self.clause.span
    }
}

/// What is wrong with a file.
pub struct ReportedFault {
    /// How serious it is.
    pub level: Level,
    /// Its name, the same in every version.
    pub code: &'static str,
    /// What is wrong.
    pub message: SafeText,
    /// What to do.
    pub help: Option<SafeText>,
    /// On how many rows of a table it bears, where it is about rows.
    pub rows: Option<usize>,
    /// Where it is, for people.
    pub address: SafeText,
    /// Where it is, for programs.
    pub location: Option<Location>,
}

/// What the charter itself should hear.
pub struct ReportedRemark {
    /// Its name, the same in every version.
    pub code: &'static str,
    /// The clause that it is about.
    pub clause: Option<SafeText>,
    /// The remark.
    pub words: SafeText,
    /// Where it belongs.
    pub location: Option<Location>,
}

/// What became of an explanation that was not simply accepted.
pub struct ReportedExplanation {
    /// The clause that it names.
    pub clause: SafeText,
    /// What it is about.
    pub subject: SafeText,
    /// What became of it.
    pub outcome: ExplanationOutcome,
    /// Why.
    pub why: Vec<SafeText>,
    /// Where it stands, for people.
    pub address: SafeText,
    /// Where it stands, for programs.
    pub location: Location,
}
