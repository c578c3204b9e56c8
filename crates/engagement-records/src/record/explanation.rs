//! Comply or explain: an agreed reason for falling short of a standard.

use super::declaration::{Declared as _, FieldSpec, FieldType, ReadWith, fields};
use super::field_types::{Day, OneOf, OneParty, RecordId, Text};
use super::holds::Holds;
use super::joining::Joining;
use super::listing::Listing;
use super::{Id, SubjectKind};
use crate::fields::{Field, Fields};
use closed_words::words;
use located::diagnostic::Diagnostic;
use located::source::Spanned;

words! {
    /// The reasons that can be given.
    pub enum Reason {
        /// A deadline in law left no time.
        UrgentStatutoryDeadline = "urgent-statutory-deadline",
        /// The forum agreed to it.
        AgreedWithForum = "agreed-with-forum",
        /// People were asked and preferred that time.
        PollPreferredTime = "poll-preferred-time",
        /// The place could not be had.
        VenueUnavailable = "venue-unavailable",
        /// Somebody outside set the day.
        ExternalBodySetDate = "external-body-set-date",
        /// It would not have been right for children and young people.
        CypNotAppropriate = "cyp-not-appropriate",
        /// A building had to close.
        EmergencyClosure = "emergency-closure",
        /// It will come, on a day that is named.
        PublicationDelayedTo = "publication-delayed-to",
        /// Another reason, which `because` gives.
        Other = "other",
    }
}

impl Reason {
    /// In a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Reason::UrgentStatutoryDeadline => "urgent deadline in law",
            Reason::AgreedWithForum => "agreed with the forum",
            Reason::PollPreferredTime => "the time that people preferred when asked",
            Reason::VenueUnavailable => "venue not available",
            Reason::ExternalBodySetDate => "day set by an outside body",
            Reason::CypNotAppropriate => "not right for children and young people",
            Reason::EmergencyClosure => "emergency closure",
            Reason::PublicationDelayedTo => "publication delayed to a named day",
            Reason::Other => "another reason",
        }
    }
}

fields! {
    /// An agreed reason for falling short of one clause.
    pub record Explanation = "an explanation" {
        /// The id of the clause.
        clause: Text, [
            "promise", "charter clause", "clause id", "which promise", "which clause",
        ], "O4c";
        /// The reason from the closed list.
        reason: OneOf<Reason>, [
            "type of reason", "reason type", "kind of reason", "category",
        ], "venue-unavailable";
        /// The reason in words.
        because: Text, [
            "explanation", "details", "why", "in words", "reason in words", "reason given",
        ], "The hall with a loop was being rebuilt.";
        /// Who agreed: one person of each side, by party and role and never by name.
        agreed_by: AgreedBy, [
            "agreed with", "who agreed", "signed off by",
        ], "[{ party: forum, role: chair }, { party: council, role: head of SEND }]";
        /// The day on which they agreed.
        agreed_on: Day, [
            "date agreed", "agreed", "agreed on date", "date", "date of agreement",
        ], "2026-02-01";
        /// What was offered instead.
        instead: Text, [
            "done instead", "what was done instead", "what was offered instead", "alternative",
            "mitigation", "offered instead",
        ], "a portable loop was offered";
        /// The last day on which it holds.
        until: Day, [
            "holds until", "valid until", "expires", "expires on", "expiry", "end date",
            "review date",
        ], "2026-03-31";
    }
}

fields! {
    /// A person who agreed, by party and role and never by name.
    pub group Agreed = "a person who agreed" {
        /// For whom the person spoke.
        party: OneParty, [], "forum";
        /// In which role.
        role: Text, [], "chair";
    }
}

fields! {
    /// What an explanation in a record of its own speaks of.
    group Subject = "an explanation" {
        /// The id of the engagement that it speaks of.
        engagement: Text, [
            "meeting", "event", "about", "engagement id", "meeting id", "for engagement",
            "for meeting",
        ], "short-breaks-2";
        /// The project that it speaks of.
        project: Text, [], "short-breaks";
        /// The id of the decision that it speaks of.
        decision: Text, [], "d-2026-07";
        /// The id of the request that it speaks of.
        request: Text, [], "r-12";
        /// The quarter, term or year that it speaks of.
        period: Text, [], "2026-Q1";
        /// The party that it speaks of.
        party: Text, [], "forum";
    }
}

/// An explanation in a record of its own.
#[derive(Debug, Clone)]
pub struct ExplanationRecord {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// What it speaks of, by its id.
    pub about: Option<(SubjectKind, Spanned<String>)>,
    /// What it says.
    pub explanation: Explanation,
}

impl ExplanationRecord {
    /// What errors call it.
    pub(super) const WHAT: &'static str = Explanation::WHAT;

    /// Its own fields, and those of the explanation.
    pub(super) const FIELDS: &'static [&'static [FieldSpec]] =
        &[&[Self::ID], Subject::FIELDS, Explanation::FIELDS];

    const ID: FieldSpec = FieldSpec::of::<RecordId>(
        "id",
        " The id by which reports name it; made from the name of the file if none is given.",
        &["ref", "reference"],
        "e-1",
    );

    /// What an explanation can speak of, by the field that gives its id.
    pub fn subjects() -> impl Iterator<Item = &'static str> {
        Subject::FIELDS.iter().map(|field| field.name)
    }

    pub(super) fn read(f: &mut Fields<'_, '_>, with: &ReadWith<'_>) -> Self {
        let id = RecordId::read(f, Self::ID.name, with);
        let subject = Subject::read(f, with);
        let mut about: Option<(SubjectKind, Spanned<String>)> = None;
        for (kind, said) in [
            (SubjectKind::Engagement, subject.engagement),
            (SubjectKind::Project, subject.project),
            (SubjectKind::Decision, subject.decision),
            (SubjectKind::Request, subject.request),
            (SubjectKind::Period, subject.period),
            (SubjectKind::Signatory, subject.party),
        ] {
            let Field::Present(said) = said else { continue };
            match &about {
                None => about = Some((kind, said)),
                Some((_, first)) => {
                    let message = "an explanation speaks of one thing, but here is a second";
                    let fault = Diagnostic::error("two-subjects", said.span, message)
                        .and(first.span, "the first")
                        .help("write a record of its own for each");
                    f.fault(fault);
                }
            }
        }
        ExplanationRecord {
            id,
            about,
            explanation: Explanation::read(f, with),
        }
    }
}

/// The explanations that a record carries itself. Conditions do not see them: whether one holds
/// is the engine's to say, after a promise was judged.
pub struct Explanations;

impl FieldType for Explanations {
    type Kept = Vec<Explanation>;
    const INSIDE: &'static [FieldSpec] = Explanation::FIELDS;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Vec<Explanation> {
        f.groups(name, Explanation::WHAT, |f| Explanation::read(f, with))
            .get()
            .map(|all| all.iter().map(|one| one.value.clone()).collect())
            .unwrap_or_default()
    }

    /// All of them: a charter may accept those of one folder alone, and it is said of each what
    /// became of it.
    fn join(
        mut one: Vec<Explanation>,
        mut other: Vec<Explanation>,
        _: &'static str,
        _: &mut Joining,
    ) -> Vec<Explanation> {
        one.append(&mut other);
        one
    }

    fn list<'a>(_: &mut Listing<'a, '_>, _: &'static str, _: Option<&'a Vec<Explanation>>) {}
}

/// Those who agreed: groups of fields in files, and one cell in a table.
pub struct AgreedBy;

impl FieldType for AgreedBy {
    type Kept = Field<Vec<Spanned<Agreed>>>;
    const HOLDS: Option<Holds> = Some(Holds::Agreed);
    const INSIDE: &'static [FieldSpec] = Agreed::FIELDS;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept {
        f.groups(name, Agreed::WHAT, |f| Agreed::read(f, with))
    }

    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        with.groups(one, other, name, Agreed::join)
    }

    fn list<'a>(_: &mut Listing<'a, '_>, _: &'static str, _: Option<&'a Self::Kept>) {}
}
