//! What renderers see of an audit as a whole.

use chrono::NaiveDate;

use super::location::{Location, locate};
use super::reported::{ReportedExplanation, ReportedFault, ReportedFinding, ReportedRemark};
use super::{Report, without_place};
use identifiers::text::SafeText;
use located::diagnostic::Level;
use located::source::Span;

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
                rows: fault.rows.and_then(|rows| usize::try_from(rows).ok()),
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
            "unread-field",
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
        let entries = self.reading.passed_over.iter();
        let all = entries.chain(&self.reading.files_passed_over);
        all.map(|(what, count)| (self.safe(what), *count))
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
