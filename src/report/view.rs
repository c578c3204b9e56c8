//! What renderers see of an audit: values as they are, and texts only when they are safe to print.

use chrono::NaiveDate;

use super::location::{Location, locate};
use super::{Report, without_place};
use crate::audit::{Finding, Holders};
use crate::charter::{Clause, Judged};
use crate::rules::{Measure, Rule, RulePage, Severity, Verdict};
use engagement_records::record::{Duty, SubjectKind};
use identifiers::redact::Redactor;
use identifiers::text::SafeText;
use located::diagnostic::{Label, Level};
use located::source::Span;

/// A finding as renderers see it. Its texts come from [`Report::describe`].
#[derive(Clone, Copy)]
pub struct ReportedFinding<'a> {
    pub(super) finding: &'a Finding<'a>,
    pub(super) redactor: &'a Redactor,
}

impl<'a> ReportedFinding<'a> {
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
    pub outcome: crate::audit::ExplanationOutcome,
    /// Why.
    pub why: Vec<SafeText>,
    /// Where it stands, for people.
    pub address: SafeText,
    /// Where it stands, for programs.
    pub location: Location,
}

impl<'a> Report<'a> {
    /// Every finding, in the order of a report.
    pub fn findings(&self) -> impl ExactSizeIterator<Item = ReportedFinding<'a>> + use<'a> {
        let redactor = self.redactor();
        let findings = self.audit.findings.iter();
        findings.map(move |finding| ReportedFinding { finding, redactor })
    }

    /// What is wrong with the files.
    pub fn faults(&self) -> impl Iterator<Item = ReportedFault> + '_ {
        let of_files = self.reading.faults.iter();
        of_files
            .chain(&self.without_place)
            .map(|fault| ReportedFault {
                level: fault.level,
                code: fault.code,
                message: self.safe(&fault.message),
                help: fault.help.as_ref().map(|help| self.safe(help)),
                rows: fault.rows,
                address: fault
                    .span()
                    .map_or_else(SafeText::default, |at| self.address(at)),
                location: fault.span().map(|at| locate(self, at)),
            })
    }

    /// The faults that kept something from being read.
    pub fn errors(&self) -> impl Iterator<Item = ReportedFault> + '_ {
        self.faults().filter(|fault| fault.level == Level::Error)
    }

    /// What was not read or has no place in a file, so that it could say nothing: columns, sheets,
    /// fields.
    pub fn not_read(&self) -> impl Iterator<Item = ReportedFault> + '_ {
        const CODES: &[&str] = &[
            "unknown-heading",
            "people-unread",
            "other-table",
            "too-many-columns",
            "no-headings",
            without_place::CODE,
        ];
        self.faults()
            .filter(|fault| fault.level != Level::Error && CODES.contains(&fault.code))
    }

    /// The files that could not be opened, with the reason.
    pub fn unreadable(&self) -> impl ExactSizeIterator<Item = SafeText> + '_ {
        self.reading.unreadable.iter().map(|error| self.safe(error))
    }

    /// What was not read on purpose, with how often.
    pub fn passed_over(&self) -> impl Iterator<Item = (SafeText, usize)> + '_ {
        let passed_over = self.reading.passed_over.iter();
        passed_over.map(|(what, count)| (self.safe(what), *count))
    }

    /// The names of the files that were read.
    pub fn files(&self) -> impl Iterator<Item = SafeText> + '_ {
        let files = self.reading.records.files.iter();
        files.map(|file| self.safe(self.sources.name(file.span.source)))
    }

    /// What the charter itself should hear.
    pub fn remarks(&self) -> impl Iterator<Item = ReportedRemark> + '_ {
        self.audit.remarks.iter().map(|remark| ReportedRemark {
            code: remark.code,
            clause: remark.clause.as_ref().map(|id| self.safe(id)),
            words: self.safe(&remark.words),
            location: remark.place.map(|at| locate(self, at)),
        })
    }

    /// What became of explanations that were not simply accepted.
    pub fn explanations(&self) -> impl Iterator<Item = ReportedExplanation> + '_ {
        self.audit
            .explanations
            .iter()
            .map(|result| ReportedExplanation {
                clause: self.safe(result.clause),
                subject: self.name(&result.subject),
                outcome: result.outcome,
                why: result.why.iter().map(|why| self.safe(why)).collect(),
                address: self.address(result.span),
                location: locate(self, result.span),
            })
    }

    /// The project of every record that has one, by where the record stands.
    pub(crate) fn projects(&self) -> Vec<(Span, SafeText)> {
        let records = &self.reading.records;
        let engagements = records.engagements.iter();
        let decisions = records.decisions.iter();
        engagements
            .map(|record| (record.span, record.project.get()))
            .chain(decisions.map(|record| (record.span, record.project.get())))
            .filter_map(|(span, project)| Some((span, self.name(project?))))
            .collect()
    }

    /// The title of the charter.
    pub fn charter_title(&self) -> SafeText {
        self.safe(&self.promises().title)
    }

    /// The file of the charter.
    pub fn charter_file(&self) -> SafeText {
        self.safe(&self.charter.name)
    }

    /// When the standards of the charter were adopted.
    pub fn standards_adopted_on(&self) -> Option<NaiveDate> {
        self.promises().standards.adopted_on.get().copied()
    }

    /// The day that the earlier audit spoke for, with which this one is compared.
    pub fn compared_with(&self) -> Option<NaiveDate> {
        self.earlier.map(|earlier| earlier.as_of)
    }

    /// Whether the charter is the same as in the earlier audit.
    pub fn is_charter_the_same(&self) -> bool {
        let digest = &self.charter.digest;
        self.earlier
            .is_some_and(|earlier| earlier.charter == *digest)
    }

    /// The digest of the charter.
    pub fn charter_digest(&self) -> SafeText {
        super::words::digest(&self.charter.digest)
    }

    /// How many files were read.
    pub fn files_read(&self) -> usize {
        self.reading.files
    }

    /// How many records were read.
    pub fn records_read(&self) -> usize {
        self.reading.records.len()
    }

    /// How many of them are engagements.
    pub fn engagements_read(&self) -> usize {
        self.reading.records.engagements.len()
    }

    /// How many engagements lay outside the period that was asked for.
    pub fn outside_period(&self) -> usize {
        self.audit.outside_period
    }

    /// The first and the last day of the period that was asked for.
    pub fn period_days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.scope.since, self.scope.until)
    }

    /// A place, for programs that open files.
    pub(crate) fn location(&self, at: Span) -> Location {
        locate(self, at)
    }
}
