//! Records: what happened or is planned, as people wrote it down, with the place of every value.

mod called_off;
mod catalogue;
mod clock;
mod conduct;
mod consistency;
mod contact;
mod decision;
mod declaration;
mod engagement;
mod explanation;
mod field_types;
mod holds;
mod id;
mod import_settings;
mod join;
mod joining;
mod listing;
mod misspelt;
mod party;
mod places;
mod record_type;
mod records;
mod request;
pub(crate) mod screens;
mod subject_kind;
mod values;
pub mod view;
mod vocabulary;
mod year_slips;

pub use catalogue::{KnownField, field_paths, fields_called, known_fields};
pub use conduct::Conduct;
pub use contact::Contact;
pub use decision::Decision;
pub use declaration::FieldSpec;
pub use engagement::{
    Access, AccessKey, Area, Attendance, Audience, CypInvolvement, Engagement, Expectations,
    Experience, Feedback, ForumFeedback, ForumInvitation, Kind, Mode, Move, Notice, Papers,
    PromotedForum, Reach, Scope, ScopeForChange, ServiceParents, Status, Timing, Venue, WiderInput,
};
pub use explanation::{Agreed, Explanation, ExplanationRecord, Reason};
pub use holds::Holds;
pub use id::Id;
pub use import_settings::{ColumnMeaning, ImportSettings, NoticeFrom};
pub(crate) use join::joined;
pub use joining::JoinedFrom;
pub use party::{Duty, Parties, Party, PartyId, Side};
pub use record_type::{RecordField, RecordType};
pub(crate) use records::ambiguous_ids;
pub use records::{RecordFile, Records, Unsearched};
pub use request::Request;
pub use subject_kind::SubjectKind;
pub use values::{LocalValue, Sent};
pub use vocabulary::Vocabulary;

use crate::fields::{AskedFields, Fields, KeptAs, read_word};
use closed_words::{Word as _, listed};
use declaration::{Declared as _, ReadWith};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Entry, Node, Value};

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
    /// unless one is given; `mark` tells the records of one file apart where it has several;
    /// `kept_as` says how it is kept where fields that are absent have no place. Nothing comes back
    /// only where there is no mapping to read.
    pub fn read(
        node: &Node<'_>,
        stem: &str,
        mark: Option<&str>,
        kept_as: Option<KeptAs>,
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
        let with = ReadWith { words, stem, mark };
        let read = |entries: &[Entry<'_>], faults: &mut Vec<Diagnostic>| {
            let mut fields = Fields::new(kind.what(), entries, place, faults)
                .with_places(kept_as.map(|kept_as| places::places(kind, kept_as)));
            let _ = fields.word::<RecordType>("record");
            let record = read_type(kind, &mut fields, &with);
            fields.finish();
            record
        };
        let before = faults.len();
        let mut record = read(entries, faults);
        let said = faults.get(before..).unwrap_or(&[]);
        if let Some(entries) = misspelt::under_their_names(entries, said) {
            // What there is to say of it has been said.
            record = read(&entries, &mut Vec::new());
        }
        match &mut record {
            Record::Engagement(record) => consistency::engagement(record, faults),
            Record::Request(record) => consistency::request(record, faults),
            Record::Contact(record) => consistency::contact(record, faults),
            Record::Decision(record) => consistency::decision(record, faults),
            Record::Conduct(_) | Record::Explanation(_) => {}
        }
        Some(record)
    }
}

/// A record of an unknown type is not read at all: every one of its fields would be a fault.
impl RecordType {
    /// What the fields of such a record may be, in the words that a charter lends.
    pub fn asked(self, words: &Vocabulary<'_>) -> AskedFields {
        AskedFields::of(|f| {
            let _ = f.word::<RecordType>("record");
            let with = ReadWith {
                words,
                stem: "",
                mark: None,
            };
            read_type(self, f, &with);
        })
    }
}

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

fn read_type(kind: RecordType, f: &mut Fields<'_, '_>, with: &ReadWith<'_>) -> Record {
    match kind {
        RecordType::Engagement => Record::Engagement(Box::new(Engagement::read(f, with))),
        RecordType::Decision => Record::Decision(Decision::read(f, with)),
        RecordType::Request => Record::Request(Request::read(f, with)),
        RecordType::Contact => Record::Contact(Contact::read(f, with)),
        RecordType::Conduct => Record::Conduct(Conduct::read(f, with)),
        RecordType::Explanation => Record::Explanation(ExplanationRecord::read(f, with)),
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
        node.span,
        format!("a record is a set of fields such as `title: Workshop`, but {found}"),
    )
    .help("see the README for a first record")
}
