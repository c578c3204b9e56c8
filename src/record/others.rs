//! Records that are not engagements: decisions, requests, contacts, conduct, and explanations that
//! are kept apart from the record that they speak of.

use chrono::NaiveDate;

use super::engagement::{Area, Sent};
use super::explanation::Explanation;
use super::party::PartyId;
use super::{Id, SubjectKind, Vocabulary};
use crate::fields::{Field, Fields, read_word};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};

/// A strategic decision, as a register of decisions or a forward plan lists it.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// Where the record begins.
    pub span: Span,
    /// What was decided.
    pub title: Field<String>,
    /// What ties it to engagements.
    pub project: Field<String>,
    /// Which areas it touches.
    pub areas: Field<Vec<Spanned<Area>>>,
    /// The day it was or will be taken.
    pub decided: Field<NaiveDate>,
    /// The post or body that takes it.
    pub by: Field<String>,
    /// The day from which the options were fixed.
    pub options_fixed: Field<NaiveDate>,
    /// Agreed reasons for falling short.
    pub explanations: Vec<Explanation>,
}

/// One side asks the other for something: a speaker, representatives.
#[derive(Debug, Clone)]
pub struct Request {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// Where the record begins.
    pub span: Span,
    /// What was asked for.
    pub title: Field<String>,
    /// Who asked.
    pub by: Field<PartyId>,
    /// Who was asked.
    pub to: Field<PartyId>,
    /// The day of the request.
    pub made: Field<NaiveDate>,
    /// The day for which it was made.
    pub needed_for: Field<NaiveDate>,
    /// The day of the answer.
    pub answered: Field<Sent>,
    /// Whether it was met.
    pub met: Field<bool>,
    /// The post of the person who came.
    pub attended: Field<String>,
    /// Agreed reasons for falling short.
    pub explanations: Vec<Explanation>,
}

/// A point of contact: a post and a role mailbox, from a day to a day.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// Where the record begins.
    pub span: Span,
    /// Whose contact it is.
    pub party: Field<PartyId>,
    /// The post.
    pub post: Field<String>,
    /// The role mailbox.
    pub mailbox: Field<String>,
    /// First day.
    pub from: Field<NaiveDate>,
    /// Last day; blank while it lasts.
    pub until: Field<NaiveDate>,
}

/// A code of conduct or a policy, and the day it was last reviewed.
#[derive(Debug, Clone)]
pub struct Conduct {
    /// The id given in the record, or the stem of the file.
    pub id: Id,
    /// Where the record begins.
    pub span: Span,
    /// Whose it is.
    pub party: Field<PartyId>,
    /// Its name.
    pub document: Field<String>,
    /// Where to find it.
    pub link: Field<String>,
    /// The day of the last review.
    pub reviewed: Field<NaiveDate>,
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

impl Decision {
    pub(super) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Decision {
            id,
            span: f.place(),
            title: f.text("title"),
            project: f.text("project"),
            areas: f.list("areas", read_word),
            decided: f.date("decided"),
            by: f.text("by"),
            options_fixed: f.date("options_fixed"),
            explanations: Explanation::read_all(f, words),
        }
    }
}

impl Request {
    pub(super) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Request {
            id,
            span: f.place(),
            title: f.text("title"),
            by: f.parsed("by", |text| words.parties.find(text)),
            to: f.parsed("to", |text| words.parties.find(text)),
            made: f.date("made"),
            needed_for: f.date("for"),
            answered: super::engagement::sent(f, "answered"),
            met: f.yes_no("met"),
            attended: f.text("attended"),
            explanations: Explanation::read_all(f, words),
        }
    }
}

impl Contact {
    pub(super) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Contact {
            id,
            span: f.place(),
            party: f.parsed("party", |text| words.parties.find(text)),
            post: f.text("post"),
            mailbox: f.text("mailbox"),
            from: f.date("from"),
            until: f.date("until"),
        }
    }
}

impl Conduct {
    pub(super) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Conduct {
            id,
            span: f.place(),
            party: f.parsed("party", |text| words.parties.find(text)),
            document: f.text("document"),
            link: f.text("link"),
            reviewed: f.date("reviewed"),
        }
    }
}

impl ExplanationRecord {
    /// What an explanation can speak of; each kind is the field that gives its id.
    pub const SUBJECTS: [SubjectKind; 6] = [
        SubjectKind::Engagement,
        SubjectKind::Project,
        SubjectKind::Decision,
        SubjectKind::Request,
        SubjectKind::Period,
        SubjectKind::Signatory,
    ];

    /// The fields of the explanation itself.
    pub const FIELDS: [&'static str; 7] = [
        "clause",
        "reason",
        "because",
        "agreed_by",
        "agreed_on",
        "instead",
        "until",
    ];

    pub(super) fn read(id: Id, f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        let mut about: Option<(SubjectKind, Spanned<String>)> = None;
        for kind in Self::SUBJECTS {
            let Field::Said(said) = f.text(kind.word()) else {
                continue;
            };
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
            explanation: Explanation::read(f, words),
        }
    }
}
