//! A finding in words that are safe to print.

use std::borrow::Cow;

use super::location::{Location, locate};
use super::without_place::BlankColumn;
use super::words::day_and_year;
use super::{Report, ReportedFinding};
use crate::audit::{AcceptedExplanation, Finding, Holders};
use crate::rules::{Remedy, Severity, Verdict};
use chrono::NaiveDate;
use engagement_records::record::{Reason, SubjectKind};
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::{Sources, Span};

/// A finding in words. What only some formats say is put together when it is asked for.
#[derive(Clone)]
pub struct FindingText<'r> {
    report: &'r Report<'r>,
    reported: ReportedFinding<'r>,
    /// The first place that proves it.
    place: Span,
    /// The id of the clause.
    pub clause: Cow<'r, SafeText>,
    /// The promise.
    pub says: Cow<'r, SafeText>,
    /// What people call the promise.
    pub promise_name: Cow<'r, SafeText>,
    /// What people call it when the promise was not kept.
    pub failing_name: Cow<'r, SafeText>,
    /// How the promise stands.
    pub verdict: Verdict,
    /// How much it matters.
    pub severity: Severity,
    /// The id of what it is about.
    pub id: SafeText,
    /// The title of what it is about.
    pub name: SafeText,
    /// The evidence in a sentence, arithmetic included.
    pub words: SafeText,
    /// Further remarks, each a sentence without full stop.
    pub notes: Vec<SafeText>,
    /// Why falling short is explained, and who agreed.
    pub explanation: Option<Explained>,
    /// What would help; nothing where it is explained.
    pub remedy: Option<SafeText>,
    /// The most important place in the record.
    pub location: Location,
}

/// An explanation that was accepted.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The kind of reason.
    pub reason: Reason,
    /// The reason.
    pub because: SafeText,
    /// What was done instead.
    pub instead: SafeText,
    /// Who agreed: each party and the role of who spoke for it.
    pub agreed_by: Vec<(SafeText, SafeText)>,
    /// When they agreed.
    pub agreed_on: NaiveDate,
    /// Until when it holds.
    pub until: NaiveDate,
    /// Where it stands.
    pub location: Location,
}

/// What is said of a finding that the baseline has.
pub(crate) const KNOWN: &str = "already in the baseline";

/// One place in each file, in the order of the evidence.
fn first_by_file(finding: &Finding<'_>, first: Span) -> Vec<Span> {
    let mut places = vec![first];
    for label in &finding.places {
        if places.iter().all(|known| known.source != label.span.source) {
            places.push(label.span);
        }
    }
    places
}

impl Explained {
    fn of(report: &Report<'_>, explained: &AcceptedExplanation<'_>) -> Self {
        let agreed_by = explained.agreed_by.iter();
        Explained {
            reason: explained.reason,
            because: report.safe(explained.because),
            instead: report.safe(explained.instead),
            agreed_by: agreed_by
                .map(|(party, role)| (report.safe(party), report.safe(role)))
                .collect(),
            agreed_on: explained.agreed_on,
            until: explained.until,
            location: locate(report, explained.span),
        }
    }

    /// In a sentence without full stop.
    fn sentence(&self) -> SafeText {
        let who = self.agreed_by.iter().map(|(party, role)| {
            safe!(
                "{} ({})",
                role.without_full_stop(),
                party.without_full_stop()
            )
        });
        safe!(
            "{} ({}); instead: {}; agreed on {} by {}, until {}",
            self.because.without_full_stop(),
            self.reason.spoken(),
            self.instead.without_full_stop(),
            day_and_year(self.agreed_on),
            SafeText::listed(who, "and"),
            day_and_year(self.until)
        )
    }
}

/// A promise in a sentence, with its note.
fn promise(report: &Report<'_>, finding: &Finding<'_>) -> SafeText {
    let clause = finding.clause;
    let note = clause
        .note
        .as_ref()
        .map_or_else(SafeText::default, |note| safe!(" {}", report.safe(note)));
    safe!(
        "{} (clause {}, {}).{}",
        report.safe(&clause.says).without_full_stop(),
        report.safe(&clause.id),
        whose(report, finding),
        note
    )
}

/// Whose promise it is: nobody's by name, where nobody says who held it.
fn whose(report: &Report<'_>, finding: &Finding<'_>) -> SafeText {
    if finding.holders == Holders::Unsaid {
        "whoever held it; the record does not say".into()
    } else {
        report.promises().whose(finding.clause.of)
    }
}

/// Remarks on a finding, those of its rule first.
fn notes(report: &Report<'_>, reported: ReportedFinding<'_>) -> Vec<SafeText> {
    let finding = reported.finding;
    let mut notes: Vec<SafeText> = finding
        .notes
        .iter()
        .map(|note| report.sentence(note))
        .collect();
    if finding.holders == Holders::BothSides {
        notes.push("joint event, held by both sides together".into());
    }
    if finding.unconfirmed {
        notes.push("not confirmed: the record does not say that it was held".into());
    }
    if report.is_known(reported) {
        notes.push(KNOWN.into());
    }
    notes
}

/// What a finding is about in a few words. An id that is the name of the file need not be said
/// twice.
fn subject(kind: SubjectKind, id: &SafeText, name: &SafeText, file: &SafeText) -> SafeText {
    match kind {
        SubjectKind::Project => safe!("project {}", id),
        SubjectKind::Period | SubjectKind::Signatory | SubjectKind::File | SubjectKind::Whole => {
            name.clone()
        }
        SubjectKind::Engagement
        | SubjectKind::Decision
        | SubjectKind::Request
        | SubjectKind::Contact
        | SubjectKind::Conduct => {
            if id == name || file.as_str().contains(id.as_str()) {
                name.clone()
            } else {
                safe!("{} ({})", name, id)
            }
        }
    }
}

impl Report<'_> {
    /// A finding in words.
    pub fn describe<'r>(&'r self, finding: ReportedFinding<'r>) -> FindingText<'r> {
        FindingText::of(self, finding)
    }
}

/// A remedy in words for the file in which the record stands.
fn worded<'r>(remedy: &'r Remedy, sources: &Sources, place: Span) -> Cow<'r, str> {
    let table = sources
        .get(place.source)
        .filter(|source| source.is_cell(place));
    match table {
        Some(table) => remedy.worded(Some(&|path| table.heading_of(place, path))),
        None => remedy.worded(None),
    }
}

/// The evidence, and what would help where nothing explains the finding; both name the table's own
/// columns.
fn evidence(
    report: &Report<'_>,
    finding: &Finding<'_>,
    place: Span,
    is_explained: bool,
) -> (SafeText, Option<SafeText>) {
    let remedy = finding.remedy.as_ref().filter(|_| !is_explained);
    let lacking = finding.no_place;
    match lacking.and_then(|lacking| BlankColumn::of(lacking, place, report.sources)) {
        Some(blank) => (
            report.safe(&blank.words(&finding.evidence)),
            remedy.map(|_| report.safe(&blank.remedy())),
        ),
        None => (
            report.sentence(&finding.evidence),
            remedy.map(|remedy| report.safe(&worded(remedy, report.sources, place))),
        ),
    }
}

impl<'r> FindingText<'r> {
    pub(super) fn of(report: &'r Report<'r>, reported: ReportedFinding<'r>) -> Self {
        let finding = reported.finding;
        let place = finding
            .places
            .first()
            .map_or(finding.about.span, |label| label.span);
        let explanation = finding
            .explained
            .as_ref()
            .map(|explained| Explained::of(report, explained));
        let [clause, says, promise_name, failing_name] =
            report
                .clause_texts
                .of(finding.at, finding.clause, &report.redacted);
        let (words, remedy) = evidence(report, finding, place, explanation.is_some());
        FindingText {
            report,
            reported,
            place,
            clause,
            says,
            promise_name,
            failing_name,
            verdict: finding.verdict,
            severity: finding.severity,
            id: report.subject_id(&finding.about),
            name: report.name(&finding.about.name),
            words,
            notes: notes(report, reported),
            explanation,
            remedy,
            location: locate(report, place),
        }
    }

    /// The promise with its clause, whose it is, and its note.
    pub fn promise(&self) -> SafeText {
        promise(self.report, self.reported.finding)
    }

    /// What people call it: the failing where the promise was not kept, explained or not, and the
    /// promise otherwise.
    pub fn title(&self) -> &SafeText {
        match self.verdict {
            Verdict::NotKept | Verdict::Explained => &self.failing_name,
            Verdict::NoEvidence | Verdict::StillToCome | Verdict::Kept | Verdict::DoesNotApply => {
                &self.promise_name
            }
        }
    }

    /// What it is about: `Second workshop (workshop-2)`.
    pub fn subject(&self) -> SafeText {
        let kind = self.reported.kind();
        subject(kind, &self.id, &self.name, &self.location.file)
    }

    /// The subject with its day; a period has it in its name.
    pub fn heading(&self) -> SafeText {
        match self.reported.day() {
            Some(day) if self.reported.kind() != SubjectKind::Period => {
                safe!("{}, {}", self.subject(), day_and_year(day))
            }
            _ => self.subject(),
        }
    }

    /// Why falling short is explained, and who agreed, in a sentence without full stop.
    pub fn explained(&self) -> Option<SafeText> {
        self.explanation.as_ref().map(Explained::sentence)
    }

    /// The address of the most important place in the record: `records/workshop.yaml:12:4`.
    pub fn address(&self) -> SafeText {
        self.report.address(self.place)
    }

    /// The first place that proves it in each file, the most important file first.
    pub(crate) fn places(&self) -> Vec<Span> {
        first_by_file(self.reported.finding, self.place)
    }

    /// Where the clause stands.
    pub(crate) fn clause_at(&self) -> Span {
        self.reported.finding.clause.span
    }

    /// The evidence with all further remarks.
    pub fn evidence(&self) -> SafeText {
        if self.notes.is_empty() {
            self.words.clone()
        } else {
            safe!(
                "{}. Also: {}",
                self.words,
                SafeText::joined(&self.notes, "; ")
            )
        }
    }
}
