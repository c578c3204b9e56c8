//! A finding in words, resolved and safe: nothing in it can identify somebody.

use std::borrow::Cow;

use super::Report;
use crate::audit::{Accepted, Finding};
use crate::charter::Clause;
use crate::record::SubjectKind;
use crate::rules::{Severity, Verdict};
use closed_words::listed;
use located::source::Span;
use working_days::day_and_year;

/// A finding in words. Whatever comes from a record has been masked.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The name of the rule that people search for.
    pub title: String,
    /// How the promise stands.
    pub verdict: Verdict,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about: `Second workshop (workshop-2)`.
    pub subject: String,
    /// The subject with its day; a period has it in its name.
    pub heading: String,
    /// The id of what it is about.
    pub id: String,
    /// The title of what it is about.
    pub name: String,
    /// The evidence in a sentence, arithmetic included.
    pub words: String,
    /// Further remarks, each a sentence without full stop.
    pub notes: Vec<String>,
    /// Why falling short is explained, and who agreed.
    pub explained: Option<String>,
    /// What would help; nothing where it is explained.
    pub remedy: Option<String>,
    /// The most important place in the record.
    pub place: Span,
    /// The name of the file there.
    pub file: String,
    /// Every file in which a place proves it, each with the first place there.
    pub places: Vec<Span>,
    /// The address there: `records/workshop.yaml:12:4`.
    pub address: String,
}

/// What is said of a finding that the baseline has.
pub(crate) const KNOWN: &str = "it stands in the baseline already";

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

/// An explanation in a sentence without full stop.
fn explanation(report: &Report<'_>, explained: &Accepted<'_>) -> String {
    let bare = |text: &str| report.safe(text).trim_end_matches('.').to_owned();
    let who: Vec<String> = explained
        .agreed_by
        .iter()
        .map(|(party, role)| format!("{} ({})", bare(role), bare(party)))
        .collect();
    format!(
        "{} ({}); instead: {}; agreed on {} by {}, until {}",
        bare(explained.because),
        explained.reason.spoken(),
        bare(explained.instead),
        day_and_year(explained.agreed_on),
        listed(&who, "and"),
        day_and_year(explained.until),
    )
}

/// What a finding is about in a few words. An id that is the name of the file need not be said
/// twice.
fn subject(kind: SubjectKind, id: &str, name: &str, file: &str) -> String {
    match kind {
        SubjectKind::Project => format!("project {id}"),
        SubjectKind::Period | SubjectKind::Signatory | SubjectKind::File | SubjectKind::Whole => {
            name.to_owned()
        }
        SubjectKind::Engagement
        | SubjectKind::Decision
        | SubjectKind::Request
        | SubjectKind::Contact
        | SubjectKind::Conduct => {
            if id == name || file.contains(id) {
                name.to_owned()
            } else {
                format!("{name} ({id})")
            }
        }
    }
}

impl<'a> Told<'a> {
    pub(super) fn of(report: &Report<'a>, finding: &Finding<'a>) -> Self {
        let clause = finding.clause;
        let place = finding
            .places
            .first()
            .map_or(finding.about.span, |label| label.span);
        let mut notes: Vec<String> = finding.notes.iter().map(|note| report.safe(note)).collect();
        let explained = finding
            .explained
            .as_ref()
            .map(|explained| explanation(report, explained));
        if finding.joint {
            notes.push("joint event, held by both sides together".to_owned());
        }
        if finding.unconfirmed {
            notes.push("not confirmed: the record does not say that it was held".to_owned());
        }
        if report.is_known(finding) {
            notes.push(KNOWN.to_owned());
        }
        let id = report.name(&finding.about.id);
        let name = report.name(&finding.about.name);
        let file = report.safe(report.sources.name(place.source));
        let subject = subject(finding.about.kind, &id, &name, &file);
        let heading = match finding.about.day {
            Some(day) if finding.about.kind != SubjectKind::Period => {
                format!("{subject}, {}", day_and_year(day))
            }
            _ => subject.clone(),
        };
        Told {
            clause,
            title: report.safe(clause.judged.rule().map_or("", |rule| rule.title())),
            verdict: finding.verdict,
            severity: finding.severity,
            subject,
            heading,
            id,
            name,
            words: report.safe(&finding.evidence),
            notes,
            remedy: finding
                .remedy
                .as_deref()
                .filter(|_| explained.is_none())
                .map(|remedy| report.safe(remedy)),
            explained,
            place,
            places: first_by_file(finding, place),
            file,
            address: report.safe(&report.sources.address(place)),
        }
    }

    /// The evidence with all further remarks.
    pub fn evidence(&self) -> Cow<'_, str> {
        if self.notes.is_empty() {
            Cow::Borrowed(&self.words)
        } else {
            Cow::Owned(format!("{}. Also: {}", self.words, self.notes.join("; ")))
        }
    }
}
