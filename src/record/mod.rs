//! Records: what happened or is planned, as people wrote it down, with the place of every value.

mod engagement;
mod explanation;
mod id;
mod intake;
mod others;
mod party;
mod records;
mod sense;
mod subject_kind;
pub mod view;

pub use engagement::{
    Access, AccessKey, Area, Attendance, Audience, Count, CypInvolvement, Engagement, Expectations,
    Experience, Feedback, ForumFeedback, ForumInvitation, Kind, LocalType, LocalValue, Mode, Move,
    Notice, Papers, PromotedForum, Reach, Scope, ScopeForChange, Sent, ServiceParents, Status,
    Timing, Venue, WiderInput,
};
pub use explanation::{Agreed, Explanation, Reason};
pub use id::Id;
pub use intake::{Intake, NoticeFrom, Wanted};
pub use others::{Conduct, Contact, Decision, ExplanationRecord, Request};
pub use party::{Duty, Parties, Party, PartyId, Side};
pub(crate) use records::ambiguous_ids;
pub use records::{RecordFile, Records};
pub use subject_kind::SubjectKind;

use crate::fields::{Fields, read_word};
use closed_words::{Word as _, listed, nearest, same_word, words};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Node, Value};

/// The words that a charter lends to the records of its area.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    /// The parties and their names.
    pub parties: &'a Parties,
    /// The ids of the schools.
    pub schools: &'a [String],
    /// The rungs of the ladder, lowest first.
    pub ladder: &'a [String],
    /// Fields that only this area knows.
    pub local: &'a [(String, LocalType)],
    /// What it says about its tables and calendars.
    pub intake: &'a Intake,
}

impl Vocabulary<'_> {
    fn school(&self, text: &str) -> Result<String, String> {
        one_of(
            self.schools,
            text,
            "the charter's schools are",
            "the charter lists no schools",
        )
    }

    fn rung(&self, text: &str) -> Result<String, String> {
        one_of(
            self.ladder,
            text,
            "the rungs are",
            "the charter has no ladder",
        )
    }
}

fn one_of(known: &[String], text: &str, are: &str, none: &str) -> Result<String, String> {
    if let Some(found) = known.iter().find(|known| same_word(known, text)) {
        return Ok(found.clone());
    }
    if known.is_empty() {
        return Err(none.to_owned());
    }
    let all = listed(known, "and");
    Err(match nearest(text, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`? {are} {all}"),
        None => format!("{are} {all}"),
    })
}

words! {
    /// What a record is about.
    pub enum RecordType {
        /// A meeting, survey and so on; what a record is when it does not say.
        Engagement = "engagement",
        /// A strategic decision.
        Decision = "decision",
        /// One side asking the other for something.
        Request = "request",
        /// A point of contact.
        Contact = "contact",
        /// A code of conduct or policy.
        Conduct = "conduct",
        /// An explanation kept by itself.
        Explanation = "explanation",
    }
}

/// One record of any type.
#[derive(Debug, Clone)]
pub enum Record {
    /// A meeting, survey and so on.
    Engagement(Box<Engagement>),
    /// A strategic decision.
    Decision(Decision),
    /// One side asking the other for something.
    Request(Request),
    /// A point of contact.
    Contact(Contact),
    /// A code of conduct or policy.
    Conduct(Conduct),
    /// An explanation kept by itself.
    Explanation(ExplanationRecord),
}

impl Record {
    /// The record's id: the one given, or the stem of its file.
    pub fn id(&self) -> &Id {
        self.identity().0
    }

    /// The record's id and the place where it begins.
    fn identity(&self) -> (&Id, Span) {
        match self {
            Record::Engagement(record) => (&record.id, record.span),
            Record::Decision(record) => (&record.id, record.span),
            Record::Request(record) => (&record.id, record.span),
            Record::Contact(record) => (&record.id, record.span),
            Record::Conduct(record) => (&record.id, record.span),
            Record::Explanation(record) => (&record.id, record.explanation.span),
        }
    }

    /// What it is, its id and its place, where explanations can name it.
    pub(crate) fn subject(&self) -> Option<(SubjectKind, &str, Span)> {
        let kind = match self {
            Record::Engagement(_) => SubjectKind::Engagement,
            Record::Decision(_) => SubjectKind::Decision,
            Record::Request(_) => SubjectKind::Request,
            Record::Contact(_) | Record::Conduct(_) | Record::Explanation(_) => return None,
        };
        let (id, place) = self.identity();
        Some((kind, id.as_str(), place))
    }

    /// What it speaks of, where it is an explanation, by its id.
    pub(crate) fn about(&self) -> Option<&(SubjectKind, Spanned<String>)> {
        match self {
            Record::Explanation(record) => record.about.as_ref(),
            Record::Engagement(_)
            | Record::Decision(_)
            | Record::Request(_)
            | Record::Contact(_)
            | Record::Conduct(_) => None,
        }
    }

    /// Whether it explains why a promise was not kept.
    pub(crate) fn explains(&self) -> bool {
        match self {
            Record::Explanation(_) => true,
            Record::Engagement(record) => !record.explanations.is_empty(),
            Record::Decision(record) => !record.explanations.is_empty(),
            Record::Request(record) => !record.explanations.is_empty(),
            Record::Contact(_) | Record::Conduct(_) => false,
        }
    }

    /// Reads a record from a tree. `stem` is the file's name without its ending, which is the id
    /// unless one is given; `mark` tells the records of one file apart where it has several. Nothing comes back only where there is no mapping to read.
    pub fn read(
        node: &Node<'_>,
        stem: &str,
        mark: Option<&str>,
        words: &Vocabulary<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Record> {
        let Value::Map(entries) = &node.value else {
            if !matches!(node.value, Value::Broken) {
                faults.push(not_a_record(node));
            }
            return None;
        };
        // The first field stands for the record wherever something is missing in it.
        let place = entries.first().map_or(node.span, |first| Span {
            end: first
                .value
                .span
                .end
                .max(first.key_span.end)
                .min(node.span.end),
            ..first.key_span
        });
        let kind = match entries.iter().find(|entry| entry.key == "record") {
            Some(entry) if !entry.value.is_empty() => read_kind(&entry.value, faults)?,
            _ => RecordType::Engagement,
        };
        let mut fields = Fields::new(what(kind), entries, place, faults);
        let _ = fields.word::<RecordType>("record");
        let given = fields.text("id").get().cloned().map(Id::Given);
        let id = given.unwrap_or_else(|| Id::made_up(stem, mark));
        let mut record = read_type(kind, id, &mut fields, words);
        fields.finish();
        match &mut record {
            Record::Engagement(record) => sense::engagement(record, faults),
            Record::Request(record) => sense::request(record, faults),
            Record::Contact(record) => sense::contact(record, faults),
            Record::Decision(record) => sense::decision(record, faults),
            Record::Conduct(_) | Record::Explanation(_) => {}
        }
        Some(record)
    }
}

/// A record of an unknown type is not read at all: every one of its fields would be a fault.
fn read_kind(node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<RecordType> {
    let read = match &node.value {
        Value::Scalar { text, .. } => read_word::<RecordType>(text),
        Value::List(_) | Value::Map(_) | Value::Broken => {
            Err(format!("write {}", listed(RecordType::all_words(), "or")))
        }
    };
    read.map_err(|expected| {
        let message = "this is not a type of record, so the record was not read";
        faults.push(Diagnostic::error("unknown-record-type", node.span, message).help(expected));
    })
    .ok()
}

fn what(kind: RecordType) -> &'static str {
    match kind {
        RecordType::Engagement => "an engagement",
        RecordType::Decision => "a decision",
        RecordType::Request => "a request",
        RecordType::Contact => "a contact",
        RecordType::Conduct => "a record of conduct",
        RecordType::Explanation => "an explanation",
    }
}

fn read_type(
    kind: RecordType,
    id: Id,
    fields: &mut Fields<'_, '_>,
    words: &Vocabulary<'_>,
) -> Record {
    match kind {
        RecordType::Engagement => Record::Engagement(Box::new(Engagement::read(id, fields, words))),
        RecordType::Decision => Record::Decision(Decision::read(id, fields, words)),
        RecordType::Request => Record::Request(Request::read(id, fields, words)),
        RecordType::Contact => Record::Contact(Contact::read(id, fields, words)),
        RecordType::Conduct => Record::Conduct(Conduct::read(id, fields, words)),
        RecordType::Explanation => Record::Explanation(ExplanationRecord::read(id, fields, words)),
    }
}

fn not_a_record(node: &Node<'_>) -> Diagnostic {
    let found = match &node.value {
        Value::Scalar { text, .. } => format!("here is only {}", quoted(text)),
        Value::List(_) => "here is a list inside a list".to_owned(),
        Value::Map(_) | Value::Broken => "here is something else".to_owned(),
    };
    Diagnostic::error(
        "not-a-record",
        Span {
            end: node.span.end.min(node.span.start + 40),
            ..node.span
        },
        format!("a record is a set of fields such as `title: Workshop`, but {found}"),
    )
    .help("see the README for a first record")
}
